import { HUB } from '@alongside/domain/kernel/decider.js';
import { setTimeout } from 'node:timers/promises';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { makeSchool, must } from '../app/hub.testing.js';
import type { ImportProgress } from '../imports/import-progress.js';
import { race, ROUNDS } from './rounds.testing.js';
import { TwoHubs } from './two-hubs.testing.js';

/** Enough that both lists run for a while beside each other. */
const ROWS = 60;
const LOOK_INTERVAL_MS = 5;
/** What a round costs grows with the schools. */
const LIMIT_ROUNDS = Math.min(ROUNDS, 100);
const SCHOOLS = ['hillside', 'oakfield'] as const;
/** Each coordinates one of the schools, through a hub of their own; Ada is at the first as well. */
const [helen, ada, olga] = ['helen', 'ada', 'olga'];
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open([helen, ada, olga, 'dora'], async (hub) => {
    await makeSchool(hub, [helen, ada, olga, 'dora']);
    for (const [institution, kind] of [
      ['hub', 'hub'],
      ['oakfield', 'school'],
    ])
      await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: institution, kind, nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: 'dora', from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: 'hub', person: 'dora', role: 'administrator' });
    await must(hub, HUB, 'AddMember', { institution: 'oakfield', person: olga, from: '2026-01-05' });
    for (const [institution, person] of [
      ['hillside', helen],
      ['hillside', ada],
      ['oakfield', olga],
    ])
      await must(hub, HUB, 'GrantRole', { institution, person, role: 'coordinator' });
  });
});
afterAll(() => hubs.close());

const namesOf = (round: string) => Array.from({ length: ROWS }, (_, row) => `Person ${round} ${row}`).toSorted();
const listOf = (round: string) =>
  [
    'Name,Email,Job title',
    ...namesOf(round).map((name) => `${name},${name.replaceAll(' ', '.').toLowerCase()}@trust.example,Teacher`),
  ].join('\r\n');

/** Lists of one round, each brought to a hub of its own and looked at there, before both are confirmed in one moment; how each ended. */
async function broughtAtOnce(file: string, by: readonly (readonly [person: string, institution: string])[]) {
  const lists = await Promise.all(
    by.map(async ([person, institution], at) => {
      const path = `/api/imports?kind=staff&institution=${institution}`;
      return { at, person, ...(await hubs.sent<{ readonly id: string }>(at, person, path, file)) };
    }),
  );
  return Promise.all(
    lists.map(async ({ at, person, id }) => {
      await hubs.sent(at, person, `/api/imports/${id}/confirm`, { inviteOn: null });
      for (;;) {
        const progress = await hubs.sent<ImportProgress>(at, person, `/api/imports/${id}`);
        if (progress.status !== 'running') return progress;
        await setTimeout(LOOK_INTERVAL_MS);
      }
    }),
  );
}

/** Who joined a school, or was asked by it, by each event that says so. */
async function peopleOf(institution: string, type: 'MemberJoined' | 'MemberInvited'): Promise<readonly string[]> {
  const events = await hubs.read(`institution-${institution}`);
  return events.filter((event) => event.type === type).map(({ data }) => (data as { readonly person: string }).person);
}

const peopleOfBoth = (type: 'MemberJoined' | 'MemberInvited') => Promise.all(SCHOOLS.map((school) => peopleOf(school, type)));

/** What a round adds: everything that was not there before it, however often. */
const since = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const were = new Set(before);
  return after.filter((person) => !were.has(person));
};
const namedBy = async (people: readonly string[], as: string) =>
  (await Promise.all(people.map((person) => hubs.row<PersonRow>('person', person, as)))).map(([row]) => row?.name).toSorted();

const endsOf = (ended: readonly ImportProgress[]) => ended.map(({ status, refused }) => ({ status, refused: refused.length }));
const WELL = [
  { status: 'done', refused: 0 },
  { status: 'done', refused: 0 },
];
const wentOf = (ended: readonly ImportProgress[]) => (ended.every(({ added }) => added > 0) ? 'each added some' : 'one added all');

test('one list into one school at two hubs in one moment has each of its people there once', () =>
  race(
    'one list into one school at both hubs',
    ['each added some'],
    async (round) => {
      const file = listOf(`a${round}`);
      const before = await peopleOf('hillside', 'MemberJoined');
      const both = [
        [helen, 'hillside'],
        [ada, 'hillside'],
      ] as const;
      const ended = await broughtAtOnce(file, both);
      expect(endsOf(ended)).toEqual(WELL);
      await hubs.followed('dora');
      const joined = since(before, await peopleOf('hillside', 'MemberJoined'));
      expect(await namedBy(joined, helen)).toEqual(namesOf(`a${round}`));
      return wentOf(ended);
    },
    LIMIT_ROUNDS,
  ));

test('[AD1] one list into two schools at two hubs in one moment makes one person of each address, whom both have or have asked', () =>
  race(
    'one list into two schools, each at a hub of its own',
    ['each added some'],
    async (round) => {
      const file = listOf(`b${round}`);
      const both = [
        [helen, 'hillside'],
        [olga, 'oakfield'],
      ] as const;
      const before = [await peopleOfBoth('MemberJoined'), await peopleOfBoth('MemberInvited')] as const;
      const ended = await broughtAtOnce(file, both);
      await hubs.followed('dora');
      const again = await broughtAtOnce(file, both);
      expect(endsOf(again)).toEqual(WELL);
      await hubs.followed('dora');
      const joined = (await peopleOfBoth('MemberJoined')).map((people, at) => since(before[0][at] ?? [], people));
      const asked = (await peopleOfBoth('MemberInvited')).map((people, at) => since(before[1][at] ?? [], people));
      const everyone = [...new Set(joined.flat())].toSorted();
      expect(await namedBy(everyone, 'dora')).toEqual(namesOf(`b${round}`));
      // The school that was first has them; the other asked them, or brought them in as if it had been (`institution.newcomers`).
      for (const [at, people] of joined.entries()) {
        expect(people).toHaveLength(new Set(people).size);
        expect([...new Set([...people, ...(asked[at] ?? [])])].toSorted()).toEqual(everyone);
      }
      return wentOf(ended);
    },
    LIMIT_ROUNDS,
  ));
