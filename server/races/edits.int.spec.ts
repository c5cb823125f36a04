import { setTimeout } from 'node:timers/promises';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { makeSchool, must } from '../app/hub.testing.js';
import type { ImportProgress } from '../imports/import-progress.js';
import { race, ROUNDS } from './rounds.testing.js';
import { TwoHubs } from './two-hubs.testing.js';

/** Enough that a list runs for a while beside what others do. */
const ROWS = 36;
/** Every so many members are changed, or leave, as the list runs. */
const EVERY = 6;
const LOOK_INTERVAL_MS = 15;
const TOO_OFTEN_MS = 1_000;
/** What a round costs grows with the school. */
const LIMIT_ROUNDS = Math.min(Math.ceil(ROUNDS / 2), 100);
/** Two coordinators of one school, each at a hub of their own, and an administrator of the hub. */
const [helen, ada, dora] = ['helen', 'ada', 'dora'];
const institution = 'hillside';
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open([helen, ada, dora], async (hub) => {
    await makeSchool(hub, [helen, ada, dora, 'mona', 'tess']);
    await must(hub, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: dora, from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: 'hub', person: dora, role: 'administrator' });
    for (const person of [helen, ada]) await must(hub, HUB, 'GrantRole', { institution, person, role: 'coordinator' });
  });
});
afterAll(() => hubs.close());

interface Member {
  readonly person: string;
  readonly from: string;
  readonly lineManager: string | null;
  readonly inductionTutor: string | null;
}

/** The members of the school, as its stream says, in the order in which they joined. */
async function members(): Promise<ReadonlyMap<string, Member>> {
  const all = new Map<string, Member>();
  for (const { type, data } of await hubs.read(`institution-${institution}`)) {
    const said = data as Member;
    if (type === 'MemberJoined') all.set(said.person, { person: said.person, from: said.from, lineManager: null, inductionTutor: null });
    if (type === 'MemberLeft') all.delete(said.person);
    const had = all.get(said.person);
    if (had && type === 'FirstDayCorrected') all.set(had.person, { ...had, from: said.from });
    if (had && type === 'ReportingLineSet')
      all.set(had.person, { ...had, lineManager: said.lineManager, inductionTutor: said.inductionTutor });
  }
  return all;
}

const emailOf = (round: string, row: number) => `person.${round}.${row}@trust.example`;
const fileOf = (heading: string, line: (row: number) => string) =>
  [heading, ...Array.from({ length: ROWS }, (_, row) => line(row))].join('\r\n');

interface List {
  readonly id: string;
  readonly reading: number;
}
/** Many rounds bring more lists than the hub takes of one person at a time: then they wait, as a person would. */
async function bring(at: number, by: string, file: string): Promise<List> {
  for (;;)
    try {
      return await hubs.sent<List>(at, by, `/api/imports?kind=staff&institution=${institution}`, file);
    } catch (error) {
      if (!String(error).includes('REQUEST.TOO_OFTEN')) throw error;
      await setTimeout(TOO_OFTEN_MS);
    }
}
async function run(at: number, by: string, { id, reading }: List, choices: object = {}): Promise<ImportProgress> {
  await hubs.sent(at, by, `/api/imports/${id}/confirm`, { inviteOn: null, choices, reading });
  for (;;) {
    const progress = await hubs.sent<ImportProgress>(at, by, `/api/imports/${id}`);
    if (progress.status !== 'running') return progress;
    await setTimeout(LOOK_INTERVAL_MS);
  }
}

/** New members of one round, in the order of their rows. */
async function joined(round: string): Promise<readonly string[]> {
  const before = await members();
  const file = fileOf('Name,Email,Start date', (row) => `Person ${round} ${row},${emailOf(round, row)},01/09/2025`);
  expect(await run(0, helen, await bring(0, helen, file))).toMatchObject({ status: 'done', added: ROWS });
  await hubs.followed(dora);
  const people = [...(await members()).keys()].filter((person) => !before.has(person));
  const names = await Promise.all(people.map(async (person) => (await hubs.row<PersonRow>('person', person, helen))[0]?.name));
  const at = new Map(names.map((name, index) => [name, people[index] as string]));
  return Array.from({ length: ROWS }, (_, row) => at.get(`Person ${round} ${row}`) as string);
}
const every = <One>(all: readonly One[]): readonly One[] => all.filter((_, at) => at % EVERY === 0);

test('two lists in one moment, one with managers and one with tutors, set both', () =>
  race(
    'managers by one list, tutors by another',
    ['set'],
    async (round) => {
      const people = await joined(`a${round}`);
      const lists = [
        [helen, 'Line manager email', 'mona'],
        [ada, 'Induction tutor email', 'tess'],
      ] as const;
      const brought = await Promise.all(
        lists.map(([by, heading, above], at) =>
          bring(
            at,
            by,
            fileOf(`Name,Email,${heading}`, (row) => `Person a${round} ${row},${emailOf(`a${round}`, row)},${above}@hillside.example`),
          ),
        ),
      );
      const ended = await Promise.all(lists.map(([by], at) => run(at, by, brought[at] as List)));
      expect(ended.map(({ status, updated }) => ({ status, updated }))).toEqual([1, 2].map(() => ({ status: 'done', updated: ROWS })));
      const after = await members();
      for (const person of people) expect(after.get(person)).toMatchObject({ lineManager: 'mona', inductionTutor: 'tess' });
      return 'set';
    },
    LIMIT_ROUNDS,
  ));

test('a list gives each of its people a manager though some of them leave as it runs, and says who was not there', () =>
  race(
    'members who leave as a list sets managers',
    ['some left before, and the row says so'],
    async (round) => {
      const people = await joined(`b${round}`);
      const file = fileOf(
        'Name,Email,Line manager email',
        (row) => `Person b${round} ${row},${emailOf(`b${round}`, row)},mona@hillside.example`,
      );
      const list = await bring(0, helen, file);
      const leave = async () => {
        for (const person of every(people))
          expect(outcome(await hubs.answer({ by: ada, type: 'RemoveMember', data: { institution, person } }, 1))).toBe('accepted');
      };
      const [ended] = await Promise.all([run(0, helen, list), leave()]);
      expect(ended.status).toBe('done');
      const after = await members();
      const here = people.filter((person) => after.has(person));
      expect(here).toHaveLength(ROWS - every(people).length);
      expect(here.filter((person) => after.get(person)?.lineManager !== 'mona')).toEqual([]);
      // Each row has an outcome: whom the list gave a manager before they left it counts.
      expect(ended.updated + ended.leftOut + ended.notImported + ended.unchanged + ended.asked).toBeGreaterThanOrEqual(ROWS - ended.added);
      return ended.refused.length > 0 ? 'some left before, and the row says so' : 'all left after';
    },
    LIMIT_ROUNDS,
  ));

test('what is changed by hand as a list runs stands in the end, whichever was first', () =>
  race(
    'names and first days by hand as a list sets them',
    ['some were kept from the list'],
    async (round) => {
      const people = await joined(`c${round}`);
      const file = fileOf('Name,Email,Start date', (row) => `Renamed c${round} ${row},${emailOf(`c${round}`, row)},02/09/2025`);
      const list = await bring(0, helen, file);
      const rows = people.map((_, at) => at + 2);
      const byHand = async () => {
        for (const person of every(people)) {
          const acts = [
            ['RenamePerson', { person, name: 'By Hand' }],
            ['CorrectFirstDay', { institution, person, from: '2025-09-05' }],
          ] as const;
          for (const [type, data] of acts) expect(outcome(await hubs.answer({ by: ada, type, data }, 1))).toBe('accepted');
        }
      };
      const [ended] = await Promise.all([run(0, helen, list, { names: rows, starts: rows }), byHand()]);
      expect(ended.status).toBe('done');
      await hubs.followed(dora);
      const after = await members();
      const name = async (person: string) => (await hubs.row<PersonRow>('person', person, helen))[0]?.name;
      for (const [at, person] of people.entries()) {
        const hand = at % EVERY === 0;
        expect([at, await name(person), after.get(person)?.from]).toEqual(
          hand ? [at, 'By Hand', '2025-09-05'] : [at, `Renamed c${round} ${at}`, '2025-09-02'],
        );
      }
      return ended.refused.length > 0 ? 'some were kept from the list' : 'the list came first';
    },
    LIMIT_ROUNDS,
  ));

test('an address that is changed by hand as a list gives another stands, and nobody is there twice', () =>
  race(
    'addresses by hand as a list gives them',
    ['some were kept from the list'],
    async (round) => {
      const people = await joined(`d${round}`);
      const before = await members();
      const file = fileOf('Name,Email', (row) => `Person d${round} ${row},new.${emailOf(`d${round}`, row)}`);
      const list = await bring(0, helen, file);
      const same = people.map((person, at) => ({ row: at + 2, person }));
      const byHand = async () => {
        for (const [at, person] of every(people).entries())
          expect(
            outcome(await hubs.answer({ by: ada, type: 'ChangeEmail', data: { person, email: `hand.${round}.${at}@trust.example` } }, 1)),
          ).toBe('accepted');
      };
      const [ended] = await Promise.all([run(0, helen, list, { same }), byHand()]);
      await hubs.followed(dora);
      expect({ ...ended, members: (await members()).size }).toMatchObject({ status: 'done', added: 0, members: before.size });
      for (const [at, person] of people.entries()) {
        const changes = (await hubs.read(`person-${person}`)).filter(({ type }) => type === 'EmailChanged');
        expect([at, (changes.at(-1) as { actor?: string } | undefined)?.actor]).toEqual([at, at % EVERY === 0 ? ada : helen]);
      }
      return ended.refused.length > 0 ? 'some were kept from the list' : 'the list came first';
    },
    LIMIT_ROUNDS,
  ));

const outcome = (answer: { readonly outcome: string; readonly code?: string }): string => answer.code ?? answer.outcome;
