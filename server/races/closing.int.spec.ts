import { HUB } from '@alongside/domain/kernel/decider.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { AskedWhereRow } from '@alongside/projections/views/asked-where.view.js';
import type { MembershipRow } from '@alongside/projections/views/membership.view.js';
import { systemClock } from '../app/clock.js';
import { makeSchool, must } from '../app/hub.testing.js';
import { race, ROUNDS } from './rounds.testing.js';
import { TwoHubs } from './two-hubs.testing.js';

const newcomers = Array.from({ length: ROUNDS }, (_, at) => `new-${at + 1}`);
const today = dayOf(systemClock.now());
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open(['cora', ...newcomers], async (hub) => {
    await makeSchool(hub, ['cora']);
    for (const [institution, kind] of [
      ['hub', 'hub'],
      ['elm', 'school'],
    ])
      await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: institution, kind, nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: 'cora', from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: 'hub', person: 'cora', role: 'administrator' });
    for (const person of newcomers)
      await must(hub, HUB, 'InvitePerson', { person, name: person, email: `${person}@hillside.example`, institution: 'hillside' });
  });
});
afterAll(() => hubs.close());

const placesOf = async (person: string) =>
  (await hubs.row<MembershipRow>('membership', person, person)).map((row) => row?.memberships.map(({ institution }) => institution));
const belongsTo = (person: string, places: readonly string[]) =>
  hubs.comesTo(async () => (await placesOf(person)).every((shown) => JSON.stringify(shown ?? []) === JSON.stringify(places)));

// Of docs/spec/across-streams.md: institution.inTrust, institution.leaving, person.closed.
test('somebody who is added as their school closes is asked where they are, and goes where they say', () =>
  race('a school that closes as somebody is added', ['added first', 'refused'], async (round) => {
    const person = newcomers[round - 1] as string;
    const [added, closed] = await hubs.atOnce(
      { by: 'cora', type: 'AddMember', data: { institution: 'hillside', person, from: today } },
      { by: 'cora', type: 'CloseInstitution', data: { institution: 'hillside', on: today, successors: ['elm'] } },
    );
    expect(closed).toBe('accepted');
    if (added === 'accepted') {
      expect(await belongsTo(person, ['hillside'])).toBe(true);
      const isAsked = async () =>
        (await hubs.row<AskedWhereRow>('asked-where', `hillside:${person}`, person)).every((row) => row?.successors.length === 1);
      expect(await hubs.comesTo(isAsked)).toBe(true);
      // At the successor their word is enough.
      await hubs.done(person, 'AskToJoin', { institution: 'elm', person, email: `${person}@hillside.example`, closed: 'hillside' });
    } else expect(added).toBe('INSTITUTION.CLOSED');
    expect(await belongsTo(person, added === 'accepted' ? ['elm'] : [])).toBe(true);
    await hubs.done('cora', 'ReopenInstitution', { institution: 'hillside' });
    return added === 'accepted' ? 'added first' : 'refused';
  }));
