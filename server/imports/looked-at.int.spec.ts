import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { ImportProgress } from './import-progress.js';
import type { Brought } from './kept-imports.js';
import { HILLSIDE as institution, SchoolLists } from './school-lists.testing.js';

// A list waits while its importer looks at it, and others go on working: what it shows is of one moment, and what it does of a later one.

jest.setTimeout(60_000);
const HEADINGS = 'Name,Email,Job title,Line manager email';
const ANN = 'Ann Ray,ann@a.example,Teacher,';
const BO = 'Bo Lee,bo@a.example,Teacher,';
const CY = 'Cy Day,cy@a.example,Head,';

let lists: SchoolLists;

beforeEach(async () => {
  lists = await SchoolLists.open();
  await done(await read(ANN, BO, CY));
});
afterEach(() => lists.close());

const read = (...rows: readonly string[]) => lists.bring([HEADINGS, ...rows]);
const done = (list: Brought, choices: Parameters<SchoolLists['done']>[1] = {}) => lists.done(list, choices);
const look = () => lists.look;
const whose = (email: string) => lists.whose(email);
const say = (type: string, data: object) => lists.say(type, data);
const members = () =>
  look()
    .rows('member', { institution })
    .filter(({ left }) => left === null)
    .map(({ person }) => look().row('account', person)?.email)
    .filter((email) => email?.endsWith('@a.example'))
    .sort();
const saidOf = (progress: ImportProgress) => progress.refused.map(({ row, message }) => [row, message]);

test('a row of a member whose address has changed since brings in no second record of them', async () => {
  const list = await read(ANN, BO);
  await say('ChangeEmail', { person: whose('ann@a.example'), email: 'ann.new@a.example' });
  const progress = await done(list);
  expect(progress).toMatchObject({ added: 0, unchanged: 1, leftOut: 1 });
  expect(saidOf(progress)).toEqual([
    [
      2,
      expect.stringMatching(/^The owner of this email address changed on Alongside after you checked this list, so we left this row out\./),
    ],
  ]);
  expect(members()).toEqual(['ann.new@a.example', 'bo@a.example', 'cy@a.example']);
});

test('a new person whom another list has brought in since under another address is not brought in twice', async () => {
  const [one, other] = [
    await read('Pat Dual,pat@a.example,Teacher,'),
    await read('Pat Dual,p.dual@a.example,Teacher,', 'Zed New,zed@a.example,Teacher,'),
  ];
  await done(one);
  const progress = await done(other);
  expect(progress).toMatchObject({ added: 1, leftOut: 1 });
  expect(saidOf(progress)).toEqual([[2, expect.stringMatching(/^A person with the same name was added on Alongside after/)]]);
  expect(members()).toEqual(['ann@a.example', 'bo@a.example', 'cy@a.example', 'pat@a.example', 'zed@a.example']);
});

test('a row of a new person is not about a member who was given the address since, under another name', async () => {
  const list = await read('Cy New,cy.new@a.example,Teacher,bo@a.example', BO);
  await say('ChangeEmail', { person: whose('ann@a.example'), email: 'cy.new@a.example' });
  const progress = await done(list);
  expect(lists.memberOf(whose('cy.new@a.example'))?.lineManager).toBeNull();
  expect(progress).toMatchObject({ added: 0, updated: 0, leftOut: 1, unchanged: 1 });
  expect(saidOf(progress)).toEqual([[2, expect.stringMatching(/^The owner of this email address changed on Alongside/)]]);
});

test('a new person whose name a member was given since is not brought in unasked', async () => {
  const list = await read('Ann Wed,ann.wed@a.example,Teacher,', BO);
  await say('RenamePerson', { person: whose('ann@a.example'), name: 'Ann Wed' });
  const progress = await done(list);
  expect(progress).toMatchObject({ added: 0, leftOut: 1, unchanged: 1 });
});

test('two new people of one name in one list are brought in both', async () => {
  const progress = await done(await read('Pat Dual,pat@a.example,Teacher,', 'Pat Dual,p.dual@a.example,Teacher,'));
  expect(progress).toMatchObject({ added: 2, leftOut: 0 });
});

test('an address that a member has changed since is not overwritten with that of the list', async () => {
  const list = await read('Ann Ray,ann2@a.example,Teacher,', BO);
  const ann = whose('ann@a.example');
  await say('ChangeEmail', { person: ann, email: 'ann3@a.example' });
  const progress = await done(list, { same: [{ row: 2, person: ann }] });
  expect(progress).toMatchObject({ leftOut: 1, unchanged: 1 });
  expect(progress.newAddresses).toBeUndefined();
  expect(saidOf(progress)).toEqual([[2, expect.stringMatching(/^Their email address changed on Alongside after/)]]);
  expect(whose('ann3@a.example')).toBe(ann);
});

test('a member who was to leave stays where they have an address of the list by now', async () => {
  const list = await read('Ann Wed,ann.wed@a.example,Teacher,', BO, CY);
  const ann = whose('ann@a.example');
  await say('ChangeEmail', { person: ann, email: 'ann.wed@a.example' });
  const progress = await done(list, { leave: [ann] });
  expect(progress).toMatchObject({ added: 0, gone: 0 });
  expect(saidOf(progress)).toContainEqual([0, expect.stringMatching(/^Ann Ray is in this list by now, so we did not remove them\./)]);
  expect(members()).toEqual(['ann.wed@a.example', 'bo@a.example', 'cy@a.example']);
});

test('a member who was to leave and has left since is told of, and nobody else is removed for them', async () => {
  const list = await read(BO, CY);
  const ann = whose('ann@a.example');
  await say('RemoveMember', { institution, person: ann });
  const progress = await done(list, { leave: [ann] });
  expect(progress).toMatchObject({ gone: 0 });
  expect(saidOf(progress)).toEqual([[0, expect.stringMatching(/stopped being a member after you checked this list/)]]);
});

test.each<[string, (person: PersonId) => Promise<void>]>([
  ['was made coordinator', (person) => say('GrantRole', { institution, person, role: 'coordinator' })],
  ['got another first day', (person) => say('CorrectFirstDay', { institution, person, from: '2026-09-01' })],
  [
    'was removed and put back',
    async (person) => {
      await say('RemoveMember', { institution, person });
      await say('AddMember', { institution, person, from: '2025-09-01' });
    },
  ],
])('a member who was to leave and %s since stays, and it is said', async (_, change) => {
  const list = await read(BO, CY);
  const ann = whose('ann@a.example');
  await change(ann);
  const progress = await done(list, { leave: [ann] });
  expect(progress).toMatchObject({ gone: 0 });
  expect(saidOf(progress)).toEqual([
    [0, expect.stringMatching(/^Ann Ray was changed on Alongside after you checked this list, so we did not/)],
  ]);
  expect(members()).toContain('ann@a.example');
});

test('a member who was removed since is not asked to join again', async () => {
  const list = await read(ANN, BO);
  await say('RemoveMember', { institution, person: whose('ann@a.example') });
  const progress = await done(list);
  expect(progress).toMatchObject({ asked: 0, leftOut: 1, unchanged: 1 });
  expect(saidOf(progress)).toEqual([[2, expect.stringMatching(/^This person stopped being a member on Alongside after/)]]);
});

test('nobody becomes the manager of a person for having the address of another by now', async () => {
  const list = await read(`${ANN}cy@a.example`, BO);
  const cy = whose('cy@a.example');
  await say('ChangeEmail', { person: cy, email: 'cy.new@a.example' });
  await done(await read('Ned New,cy@a.example,Head,'));
  expect(whose('cy@a.example')).not.toBe(cy);
  const progress = await done(list);
  expect(lists.memberOf(whose('ann@a.example'))?.lineManager).toBeNull();
  expect(progress).toMatchObject({ updated: 0, unchanged: 2 });
  expect(saidOf(progress)).toEqual([
    [2, expect.stringMatching(/^The owner of the email address of the line manager changed on Alongside after/)],
  ]);
});

test('a list asks once whom a short name means: not of a member who has the only one that it may mean', async () => {
  const rows = ['Ann Ray,ann@a.example,C Day', 'Bo Lee,bo@a.example,C Day'];
  await say('SetReportingLine', { institution, person: whose('ann@a.example'), lineManager: whose('cy@a.example'), inductionTutor: null });
  const list = await lists.bring(['Name,Email,Line manager', ...rows]);
  const { problems, problemsTotal } = list.job.plan.summary;
  expect(problems.map(({ row, choices }) => [row, choices])).toEqual([[3, ['Cy Day']]]);
  expect(problemsTotal).toBe(1);
});

describe('a register', () => {
  const schools = (...names: readonly string[]) => [
    'URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name)',
    ...names.map((name, at) => `${100_001 + at},${name},Academy converter,Open`),
  ];
  const register = { kind: 'institutions' } as const;
  const nameOf = (id: string) => look().row('institution', id)?.details.name;

  test('writes nothing over a school that was added by hand since', async () => {
    await done(await lists.bring(schools('Vale School', 'Elm School'), register));
    const list = await lists.bring(schools('Vale School', 'Elm School', 'Ash School'), register);
    const id =
      look()
        .rows('institution', {})
        .find(({ details }) => details.name === 'Vale School')?.institution ?? '';
    const byHand = id.replace('100001', '100003');
    await say('RegisterInstitution', {
      institution: byHand,
      details: { ...look().row('institution', id)?.details, name: 'Ash by hand', reference: '100003' },
    });
    const progress = await done(list);
    expect(nameOf(byHand)).toBe('Ash by hand');
    expect(progress).toMatchObject({ added: 0, updated: 0, leftOut: 1 });
  });

  test('takes nothing back that was changed by hand since it was looked at', async () => {
    await done(await lists.bring(schools('Vale School', 'Elm School'), register));
    const list = await lists.bring(schools('Vale Academy', 'Elm School'), register);
    const id =
      look()
        .rows('institution', {})
        .find(({ details }) => details.name === 'Vale School')?.institution ?? '';
    const details = { ...look().row('institution', id)?.details, name: 'Vale Free School' };
    await say('DescribeInstitution', { institution: id, details });
    const progress = await done(list);
    expect(nameOf(id)).toBe('Vale Free School');
    expect(progress).toMatchObject({ updated: 0, unchanged: 1, leftOut: 1 });
    expect(saidOf(progress)).toEqual([[2, expect.stringMatching(/^This school was changed on Alongside after you checked this list/)]]);
    await done(await lists.bring(schools('Vale Academy', 'Elm School'), register));
    expect(nameOf(id)).toBe('Vale Academy');
  });
});
