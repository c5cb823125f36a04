import { HUB } from '@alongside/domain/kernel/decider.js';
import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { NoticeRow } from '@alongside/projections/views/notice.view.js';
import { makeSchool, must } from '../app/hub.testing.js';
import { race } from './rounds.testing.js';
import { TwoHubs, type CameAbout, type Given } from './two-hubs.testing.js';

/** Dora runs the hub, as Cora does until she loses it; Finn and Gil are given roles at a school, and Ada administers it. */
const people = ['ada', 'cora', 'dora', 'finn', 'gil'];
const [OVERRUN, FIRST] = ['overrun and taken back', 'given first'] as const;
const CAN = [OVERRUN, FIRST];
const told = (how: CameAbout): string => (typeof how === 'object' ? 'refused' : how === 'overrun' ? OVERRUN : FIRST);
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open(people, async (hub) => {
    await makeSchool(hub, people);
    for (const [institution, kind] of [
      ['hub', 'hub'],
      ['beacon', 'trust'],
    ])
      await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: institution, kind, nation: 'england' } });
    for (const person of ['cora', 'dora']) {
      await must(hub, HUB, 'AddMember', { institution: 'hub', person, from: '2026-01-05' });
      await must(hub, HUB, 'GrantRole', { institution: 'hub', person, role: 'administrator' });
    }
    await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'ada', role: 'administrator' });
  });
});
afterAll(() => hubs.close());

const atSchool = (person: string, role = 'administrator') => ({ institution: 'hillside', person, role });
const gives = (by: string, person: string, role?: string): Given => ({ by, type: 'GrantRole', data: atSchool(person, role) });
const ofCora = { institution: 'hub', person: 'cora', role: 'administrator' };
const revokes: Given = { by: 'dora', type: 'RevokeRole', data: ofCora };
const rolesOf = async (person: string, as = 'ada') =>
  (await hubs.row<MemberRow>('member', `hillside:${person}`, as)).map((row) => row?.roles.length);
const hasNone = (person: string) => hubs.comesTo(async () => (await rolesOf(person)).every((count) => count === 0));
const noticesOf = async (person: string) =>
  (await hubs.rows<NoticeRow>('notice', { person }, person)).map((rows) =>
    rows
      .filter(({ type, shown }) => type === 'RoleRevoked' && shown['person'] === 'finn')
      .map(({ shown, listed }) => [shown['because'], listed]),
  );
const TOLD = [['given-late', true]];
const isTold = (person: string) =>
  hubs.comesTo(async () => (await noticesOf(person)).every((shown) => JSON.stringify(shown) === JSON.stringify(TOLD)));
const again = () => hubs.done('dora', 'GrantRole', ofCora);

// Of docs/spec/across-streams.md: institution.late.
test('a role that is given as its giver loses the right to is taken back where the loss came first, and both sides are told', () =>
  race('a role given by an administrator of the hub who is no more', CAN, async () => {
    const how = await hubs.comeAbout(gives('cora', 'finn'), revokes);
    if (how === 'overrun') {
      expect(await hasNone('finn')).toBe(true);
      expect([await isTold('finn'), await isTold('ada')]).toEqual([true, true]);
    } else if (how === 'the act came first') {
      await hubs.followed('dora');
      expect(await rolesOf('finn')).toEqual([1, 1]);
      await hubs.done('ada', 'RevokeRole', atSchool('finn'));
    } else expect(how).toEqual({ refused: 'COMMAND.NOT_ALLOWED' });
    await again();
    return told(how);
  }));

test('so is what is given on by it before it is taken back', () =>
  race('a role given on by it', CAN, async () => {
    const how = await hubs.comeAbout(gives('cora', 'finn'), revokes);
    const on = typeof how === 'object' ? 'refused' : await hubs.act('finn', 'GrantRole', atSchool('gil', 'leader'));
    expect(on).toMatch(/^(accepted|refused|COMMAND\.NOT_ALLOWED)$/);
    await hubs.followed('dora');
    if (how === 'overrun') expect([await hasNone('finn'), await hasNone('gil')]).toEqual([true, true]);
    if (how === 'the act came first') {
      expect(await rolesOf('finn')).toEqual([1, 1]);
      await hubs.done('ada', 'RevokeRole', atSchool('finn'));
      await hubs.done('ada', 'RevokeRole', atSchool('gil', 'leader'));
    }
    await again();
    return told(how);
  }));

test('a school that is put in a trust so leaves it', () =>
  race('a school put in a trust by an administrator of the hub who is no more', CAN, async () => {
    const joins: Given = { by: 'cora', type: 'JoinTrust', data: { institution: 'hillside', trust: 'beacon' } };
    const how = await hubs.comeAbout(joins, revokes);
    const trusts = async () => (await hubs.row<{ trust: string | null }>('institution', 'hillside', 'ada')).map((row) => row?.trust);
    await hubs.followed('dora');
    expect(await trusts()).toEqual(how === 'the act came first' ? ['beacon', 'beacon'] : [null, null]);
    if (how === 'the act came first') await hubs.done('dora', 'LeaveTrust', { institution: 'hillside' });
    await again();
    return told(how);
  }));
