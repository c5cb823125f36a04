import request from 'supertest';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import type { DirectoryAnswer } from './directory-answer.js';

const PEOPLE = ['asha', 'ben', 'cleo', 'dora'] as PersonId[];
/** What each mentor teaches and is, and where. */
const MENTORS = {
  asha: { jobTitle: 'Head of mathematics', subjects: ['sub-mathematics'], phases: ['ph-ks3'], at: 'north' },
  cleo: { jobTitle: 'Teacher of computing', subjects: ['sub-computing'], phases: ['ph-ks4'], at: 'east' },
  dora: { jobTitle: 'Head of year', subjects: ['sub-physics', 'sub-mathematics'], phases: ['ph-ks4'], at: 'east' },
} as const;

describe('what a teacher may type into the directory', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let cookie: string;
  let after: Position;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-03-06T09:00:00.000Z' as Instant));
    await makeSchool(hub, PEOPLE, { asha: 2, cleo: 1, dora: 1 });
    for (const [institution, name, kind] of [
      ['riverbank', 'Riverbank Trust', 'trust'],
      ['north', 'Northfield School', 'school'],
      ['east', 'Eastbrook Academy', 'school'],
    ])
      await must(hub, HUB, 'RegisterInstitution', { institution, details: { name, kind, nation: 'england' } });
    await must(hub, HUB, 'JoinTrust', { institution: 'east', trust: 'riverbank' });
    for (const [person, { at, ...said }] of Object.entries(MENTORS)) {
      await must(hub, HUB, 'AddMember', { institution: at, person, from: '2026-01-05' });
      const area = { dora: 'exp-send-autism' }[person];
      if (area) await must(hub, person as PersonId, 'DeclareExpertise', { person, expertise: [{ tag: area, level: 3 }] });
      const profile = { about: '', settings: [], roles: [], ...said };
      after = await must(hub, person as PersonId, 'DescribeProfile', { person, profile });
    }
    const slots = [{ weekday: 'tuesday', from: '15:40', to: '16:40' }];
    const availability = { slots, format: 'in-person', frequency: 'fortnightly', minutes: 40 };
    after = await must(hub, 'cleo' as PersonId, 'SetAvailability', { person: 'cleo', availability });
    cookie = await cookieOf(hub, 'ben' as PersonId);
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  const ask = async (q: string, more: Record<string, string> = {}) =>
    (
      await request(hub.server)
        .get('/api/directory')
        .query({ q, ...more })
        .set('Cookie', cookie)
        .set('x-alongside-after', after)
        .expect(200)
    ).body as DirectoryAnswer;
  const ids = async (q: string) => (await ask(q)).hits.map(({ id }) => id).toSorted();

  test.each([
    ['school:Eastbrook', ['cleo', 'dora']],
    ['at:Northfield', ['asha']],
    ['school:Eastbrook Academy physics', ['dora']],
    ['at:Riverbank', ['cleo', 'dora']],
    ['trust:Riverbank Trust', ['cleo', 'dora']],
    ['school:"Riverbank Trust"', ['cleo', 'dora']],
    ['name:Asha', ['asha']],
    ['name:ash', ['asha']],
    ['job:head', ['asha', 'dora']],
    ['role:head of year', ['dora']],
    ['subject:computer science', ['cleo']],
    ['meets:in person', ['cleo']],
    ['phase:key stage 3', ['asha']],
    ['subject:maths or physics phase:ks4', ['dora']],
    ['maths or computing', ['asha', 'cleo', 'dora']],
    ['physics or asha', ['asha', 'dora']],
    ['asha or cle', ['asha', 'cleo']],
    ['maths -physics', ['asha']],
    ['maths -ks3', ['dora']],
    ['-subject:maths', ['cleo']],
    ['head -name:asha', ['dora']],
    ['-"key stage 4"', ['asha']],
    ['colour:physics', ['dora']],
    ['science', ['dora']],
    ['name:asha or name:cleo', ['asha', 'cleo']],
    ['computing teacher or physics teacher', ['cleo', 'dora']],
    ['tuesdays', ['cleo']],
    ['a mentor for computing on a Tuesday', ['cleo']],
    ['who can help me with physics please', ['dora']],
    ['ks4 science', ['dora']],
    ['subject:science', ['dora']],
    ['stem', ['asha', 'cleo', 'dora']],
    ['-science', ['asha', 'cleo']],
  ])('%s', async (typed, found) => expect([typed, await ids(typed)]).toEqual([typed, found]));

  test('what was read is said, and so is a filter that is none', async () => {
    const { written, unknown } = await ask('at:east -ks3 -subject:art job:head colour:red');
    expect(written.map(({ facet, raw, values, without }) => [facet, raw, values[0]?.label, without])).toEqual([
      ['school', 'at:east', 'At “east”', undefined],
      ['subject', '-subject:art', 'Art and design', true],
      ['job', 'job:head', '“head” in the job title', undefined],
      ['words', '-ks3', 'Key stage 3', true],
    ]);
    expect(unknown).toEqual([{ key: 'colour', words: 'red' }]);
    expect((await ask('school:zebra')).unknown).toEqual([{ facet: 'school', words: 'zebra' }]);
    expect((await ask('physics or asha')).understood).toEqual([]);
    expect((await ask('maths or physics')).understood.map(({ words, as }) => [words, as.map(({ label }) => label)])).toEqual([
      ['maths or physics', ['Mathematics', 'Physics']],
    ]);
  });

  test.each([
    // What it is, who comes nearest, and what was left out or searched instead.
    ['subject:klingon', 3, { without: ['klingon'], text: '' }],
    ['foo:bar', 3, { without: ['bar'], text: '' }],
    ['foo:bar subject:physics', 1, { without: ['bar'], text: 'subject:physics' }],
    ['name:ahsa', 1, { without: [], withoutFilters: ['name'], text: 'ahsa' }],
    ['name:zebra job:head', 2, { without: [], withoutFilters: ['name'], text: 'job:head' }],
    ['school:Hillside name:zebra', 3, { withoutFilters: ['name'], text: 'school:Hillside' }],
    ['help:dyslexia', 1, { without: [], withoutFilters: [], wider: ['SEND, ALN and additional support needs'], text: 'help:dyslexia' }],
    ['maths -"key stage 3" -ks4', 1, { without: ['-ks4'], text: 'maths -"key stage 3"' }],
  ])('%s finds nobody, and is answered by who comes nearest', async (typed, total, said) => {
    const answer = await ask(typed);
    expect([answer.total, answer.nearest]).toMatchObject([0, { ...said, total }]);
    // The text that is offered finds those who are shown.
    if (!answer.nearest?.wider.length) expect((await ask(answer.nearest?.text ?? '')).total).toBe(total);
  });

  test('a subject that others are a part of says by which of them mentors were found, typed, ticked or as a filter', async () => {
    const wholes = [{ name: 'Science', parts: ['physics'] }];
    for (const answer of [await ask('science'), await ask('subject:science'), await ask('', { subject: 'sub-science' })]) {
      expect(answer).toMatchObject({ wholes, total: 1 });
      expect(answer.facets.subject).toContainEqual({ value: 'sub-science', label: 'Science', count: 1 });
    }
    const [{ why = [] } = {}] = (await ask('science')).hits;
    expect(why[0]?.values?.subject).toEqual(['sub-physics']);
    expect((await ask('physics')).wholes).toEqual([]);
    expect((await ask('stem')).understood).toEqual([{ words: 'stem', as: [{ facet: 'subject', value: 'STEM', label: 'STEM subjects' }] }]);
    expect((await ask('stem')).wholes).toEqual([]);
  });

  test('a slip that is read as a word which says nothing is said, and a short one is not read so', async () => {
    const answer = await ask('physics teahcer');
    expect(answer).toMatchObject({ total: 1, corrected: [{ typed: 'teahcer', word: 'teacher' }] });
    const leeds = await ask('leeds physics');
    expect(leeds).toMatchObject({ total: 0, nearest: { without: ['leeds'], total: 1 } });
    expect([leeds.corrected, (await ask('physics')).corrected]).toEqual([undefined, undefined]);
  });

  test('what was typed is quoted as it was typed, and read as what schools here have', async () => {
    // Ben's school is in England.
    await must(hub, HUB, 'RegisterInstitution', { institution: 'glas', details: { name: 'Ysgol Glas', kind: 'school', nation: 'wales' } });
    const answer = await ask('Key Stage 3 Maths');
    expect(answer.understood.map(({ words, as }) => [words, as.map(({ label }) => label)])).toEqual([
      ['Key Stage 3', ['Key stage 3']],
      ['Maths', ['Mathematics']],
    ]);
    expect((await ask('phase:ks3 subject:stem')).written.map(({ said }) => said)).toEqual([['Key stage 3'], ['STEM subjects']]);
    expect((await ask('Zebra maths')).nearest).toMatchObject({ without: ['Zebra'] });
    expect((await ask('Ashaa')).hits[0]?.why[0]).toMatchObject({ typed: 'Ashaa', how: 'slip' });
  });

  test('days are a filter, unless words count as they stand; an “or” that joins nothing is said', async () => {
    const answer = await ask('Tuesdays or thurs computing');
    expect(answer.written).toMatchObject([
      { facet: 'weekday', raw: 'Tuesdays or thurs', values: [{ label: 'Tuesdays' }, { label: 'Thursdays' }] },
    ]);
    expect((await ask('physics on tuesdays')).nearest).toMatchObject({ withoutFilters: ['weekday'], text: 'physics', total: 1 });
    expect((await ask('tuesday', { words: '1' })).written).toEqual([]);
    expect((await ask('name:asha or subject:computing')).lostOr).toBe(true);
    expect((await ask('How do I get my zebra to listen')).nearest).toBeUndefined();
    expect((await ask('How can physics help my zebra')).nearest).toMatchObject({ without: ['zebra'], total: 1 });
  });

  test('a filter that was ticked is widened as one that was typed, and a word that nobody has is still nobody', async () => {
    const ticked = await ask('', { expertise: 'exp-send-adhd' });
    expect(ticked.nearest).toMatchObject({ wider: ['SEND, ALN and additional support needs'], hits: [{ id: 'dora' }] });
    expect((await ask('zebra')).nearest).toBeUndefined();
  });

  test('of several places the first counts, and it is said that the others do not', async () => {
    const answer = await ask('near:me near:S1 near:Leeds within:5 within:6');
    expect([answer.ignored, answer.where?.said, answer.total]).toEqual([['near:S1', 'near:Leeds', 'within:6'], 'me', 3]);
  });

  test.each([
    ['mahts', 'sub-mathematics', ['asha', 'dora']],
    ['mathmatics', 'sub-mathematics', ['asha', 'dora']],
    ['subject:mahts', undefined, ['asha', 'dora']],
    ['subject:computer sceince', undefined, ['cleo']],
    ['physcis asha', 'sub-physics', []],
    ['physcis or asha', undefined, ['asha', 'dora']],
  ])('%s keeps its meaning, with a slip in it', async (typed, value, found) => {
    const answer = await ask(typed);
    expect([typed, answer.unknown, answer.hits.map(({ id }) => id).toSorted()]).toEqual([typed, [], found]);
    if (value) expect(answer.understood[0]).toMatchObject({ words: typed.split(' ')[0], as: [{ value }] });
  });

  test('a word that a mentor has, or nearly has for a name, stays what it is', async () => {
    after = await must(hub, 'cleo' as PersonId, 'RenamePerson', { person: 'cleo', name: 'Cleo Mahtis' });
    expect(await ids('mahtis')).toEqual(['cleo']);
    expect((await ask('mahts')).understood).toEqual([]);
    expect((await ask('mahts')).hits[0]?.id).toBe('cleo');
    expect((await ask('mathmatics', { words: '1' })).understood).toEqual([]);
  });
});
