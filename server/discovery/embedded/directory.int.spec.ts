import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { directoryContract, mentor } from '@alongside/search/directory.contract.js';
import { directoryIndex, type DirectoryDocument, type DirectoryFacet } from '@alongside/search/directory.js';
import { EmbeddedSearchIndex } from './embedded-search-index.js';
import type { SearchQuery } from '@alongside/search/search-index.js';

const folder = mkdtempSync(join(tmpdir(), 'directory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

directoryContract('the embedded index', async () => EmbeddedSearchIndex.open(join(folder, `${Math.random()}.sqlite`), directoryIndex));

describe('the directory', () => {
  let index: EmbeddedSearchIndex<DirectoryDocument, DirectoryFacet>;
  const ids = async (text: string, filters: SearchQuery<DirectoryFacet>['filters'] = {}) =>
    (await index.search({ text, for: ['everyone'], filters })).hits.map((hit) => hit.id);

  beforeEach(() => {
    index = EmbeddedSearchIndex.open(join(folder, `${Math.random()}.sqlite`), directoryIndex);
  });
  afterEach(() => index.close());

  test('finds people by name, with or without its punctuation', async () => {
    await index.write({ put: [mentor('m1', 'Niamh O’Brien'), mentor('m2', 'Zoë Smith-Jones'), mentor('m3', 'Brienne Jones')] });
    expect(await ids('obrien')).toEqual(['m1']);
    expect(await ids("o'brien")).toEqual(['m1']);
    expect(await ids('zoe smithj')).toEqual(['m2']);
    expect((await ids('jones')).toSorted()).toEqual(['m2', 'm3']);
  });

  test('finds people whose letters are on no keyboard here, as they are typed or heard', async () => {
    await index.write({ put: [mentor('m1', 'Łukasz Żółć'), mentor('m2', 'Ben Okafor')] });
    for (const text of ['lukasz', 'LUKAZS zolc', 'lukas', 'lukash', 'Łukasz']) expect([text, await ids(text)]).toEqual([text, ['m1']]);
  });

  test('finds people by their subject and by what they help with, with a slip, and as Americans write it', async () => {
    await index.write({
      put: [
        mentor('m1', 'Asha', { subjects: ['sub-mathematics'], jobTitle: 'Senco' }),
        mentor('m2', 'Ben', { expertise: [{ tag: 'exp-behaviour-classroom-routines-and-expectations', level: 4 }] }),
      ],
    });
    for (const text of ['mahtematics', 'mathss', 'mathmat', 'sneco']) expect([text, await ids(text)]).toEqual([text, ['m1']]);
    for (const text of ['behavior', 'behavoiur', 'classrom rutines']) expect([text, await ids(text)]).toEqual([text, ['m2']]);
  });

  test('finds people by the names and synonyms of what they are good at', async () => {
    const tag = EXPERTISE_TAGS.find((one) => (one.synonyms ?? []).length > 0);
    if (!tag) throw new Error('No expertise has a synonym.');
    await index.write({ put: [mentor('m1', 'Asha', { expertise: [{ tag: tag.id, level: 4 }] }), mentor('m2', 'Ben')] });
    expect(await ids(tag.name)).toEqual(['m1']);
    expect(await ids(tag.synonyms?.[0] ?? '')).toEqual(['m1']);
    expect(await ids('', { expertise: [tag.id] })).toEqual(['m1']);
  });

  test('what teachers type finds what they mean, each letter of the way', async () => {
    await index.write({
      put: [
        mentor('m1', 'Asha', { subjects: ['sub-mathematics'], phases: ['ph-ks2'] }),
        mentor('m2', 'Ben', { subjects: ['sub-physics'], phases: ['ph-ks3'], jobTitle: 'Year 7 lead' }),
      ],
    });
    for (const text of ['ks2', 'maths', 'year 4', 'ks2 mat']) expect([text, await ids(text)]).toEqual([text, ['m1']]);
    for (const text of ['year 7', 'ks3', 'phys']) expect([text, await ids(text)]).toEqual([text, ['m2']]);
  });

  test('finds people by where they work and what as', async () => {
    await index.write({
      put: [
        mentor('m1', 'Asha', { institutions: ['Oakfield Primary School'], jobTitle: 'Head of Year', phases: ['primary'] }),
        mentor('m2', 'Ben'),
      ],
    });
    for (const text of ['oakfield', 'head year', 'primary asha']) expect(await ids(text)).toEqual(['m1']);
  });

  test('whoever meets either way is found by both ways; free places are a choice', async () => {
    const put = [
      mentor('m1', 'Asha', { format: 'either', weekdays: ['monday', 'friday'], freePlaces: 0 }),
      mentor('m2', 'Ben', { format: 'online', weekdays: ['friday'] }),
      mentor('m3', 'Cleo', { areas: ['Leeds'], trusts: ['t1'] }),
    ];
    await index.write({ put });
    expect([await ids('', { format: ['online'] }), await ids('', { format: ['in-person'] })]).toEqual([['m2', 'm1'], ['m1']]);
    expect([
      await ids('', { free: ['yes'] }),
      await ids('', { weekday: ['monday'] }),
      await ids('', { area: ['Leeds'], trust: ['t1'] }),
    ]).toEqual([['m2', 'm3'], ['m1'], ['m3']]);
    expect((await index.search({ text: '', for: ['everyone'] })).facets.free).toEqual([
      { value: 'yes', count: 2 },
      { value: 'no', count: 1 },
    ]);
  });
});
