import type { Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { MembershipRow } from '@alongside/projections/views/membership.view.js';
import type { Hub } from '../app/create-hub.js';
import { ask } from '../app/hub-process.testing.js';
import { makeSchool, must } from '../app/hub.testing.js';
import { CODE, emailOf, join, sendCode, sendSignInCode, two } from './joining-by-code.testing.js';
import { Race, ROUNDS, stretches } from './rounds.testing.js';
import { TwoHubs, type Act } from './two-hubs.testing.js';

/** Each join builds all views again, so a round costs the more the longer the log is. */
const ROUNDS_A_STRETCH = 8;
/** Runs the hub; and coordinates Elm alone. */
const [cora, eve] = ['cora', 'eve'];

let hubs: TwoHubs;

async function prepare(hub: Hub, rounds: readonly number[], people: readonly string[]): Promise<void> {
  await makeSchool(hub, people, {});
  const register = (institution: string, kind: string) =>
    must(hub, HUB, 'RegisterInstitution', { institution, details: { name: institution, kind, nation: 'england' } });
  const add = (institution: string, person: string) => must(hub, HUB, 'AddMember', { institution, person, from: '2026-01-05' });
  const grant = (institution: string, person: string, role: string) => must(hub, HUB, 'GrantRole', { institution, person, role });
  for (const [institution, kind] of [
    ['hub', 'hub'],
    ['elm', 'school'],
    ['oak', 'school'],
  ] as const)
    await register(institution, kind);
  await add('hub', cora);
  await grant('hub', cora, 'administrator');
  await add('elm', eve);
  await grant('elm', eve, 'coordinator');
  for (const round of rounds) {
    for (const race of ['further', 'kept']) {
      const [one, other] = race === 'kept' ? two(race, round).toReversed() : two(race, round);
      await grant('hillside', one as string, 'coordinator');
      await add('elm', other as string);
      await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: other });
    }
    for (const race of ['role', 'member', 'after'])
      for (const record of two(race, round)) {
        await add('oak', record);
        await grant('oak', record, 'coordinator');
      }
    for (const race of Object.keys(races)) await sendCode(hub, ...two(race, round));
    for (const record of two('session', round)) await sendSignInCode(hub, record);
  }
}

/** How far the log was read when a record was joined. */
async function asOf([older, younger]: readonly [string, string]): Promise<Position> {
  const joined = (await hubs.read(`joining-${older}_${younger}`)).find(({ type }) => type === 'RecordsJoined');
  const { asOf: said = '' } = (joined?.data ?? {}) as { readonly asOf?: string };
  expect(said).not.toBe('');
  return said as Position;
}

/** Signs in as a record at its own address, at one hub; answers the cookie, or undefined where that hub has heard of the join: the code is another record’s. */
async function signIn(record: string, address: string): Promise<string | undefined> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-alongside': '1' },
    body: JSON.stringify({ email: emailOf(record), code: CODE, shared: false }),
  });
  const [cookie = ''] = answer.headers.getSetCookie();
  if (answer.status === 400 && ((await answer.clone().json()) as { code?: string }).code === 'SIGN_IN.CODE_WRONG') return undefined;
  if (!answer.ok) throw new Error(await answer.text());
  return cookie.split(';')[0] as string;
}

/** As whom a cookie is known at a hub. */
const personAt = async (address: string, cookie: string) => (await ask<{ person: string }>(address, '/api/session', cookie))?.person;

/** The session that was opened with a code: those that were there before say nothing of how far the log was read. */
async function openedOf(records: readonly string[]): Promise<{ readonly position: Position; readonly asOf: Position } | undefined> {
  const streams = await Promise.all(records.map((record) => hubs.read(`sessions-${record}`)));
  return streams.flat().flatMap(({ type, data, position }) => {
    const { asOf: read } = data as { readonly asOf?: Position };
    return type === 'SessionOpened' && read !== undefined ? [{ position, asOf: read }] : [];
  })[0];
}

const atOak = async (person: string) =>
  (await hubs.agreed<MembershipRow>('membership', person, person))?.memberships.find(({ institution }) => institution === 'oak');

const wentAs = ['overrun: the join came first', 'overrun: the join came second', 'the join knew of it'];
const races = {
  further: new Race('a record that is joined as its address is changed by another', ['overrun']),
  kept: new Race('a record that is kept as its address is changed by another', ['overrun']),
  role: new Race('records that are joined as one loses a role', wentAs.slice(0, 2)),
  member: new Race('records that are joined as one is removed', wentAs.slice(0, 2)),
  session: new Race('records that are joined as one is signed in as', wentAs.slice(0, 2)),
  after: new Race('records that were joined right before one loses a role', ['overrun: the join came first']),
};

// Of docs/spec/across-streams.md: person.asOf, SessionOpened.asOf, institution.takenSince, institution.givenSoon.
describe.each(stretches(ROUNDS_A_STRETCH).map((rounds) => [`${rounds[0]} to ${rounds.at(-1)}`, rounds] as const))(
  'in rounds %s of ' + ROUNDS,
  (_, rounds) => {
    beforeAll(async () => {
      const people = rounds.flatMap((round) => Object.keys(races).flatMap((race) => two(race, round)));
      hubs = await TwoHubs.open([...people, cora, eve], (hub) => prepare(hub, rounds, [...people, cora, eve]));
    });
    afterAll(() => hubs.close());

    test.each(['further', 'kept'] as const)('an address that another gives to a record signs nobody in as the person (%s)', (race) =>
      races[race].run(rounds, async (round) => {
        const [older, younger] = two(race, round);
        const evil = `evil-${race}-${round}@x.example`;
        const person = race === 'further' ? younger : older;
        const [joined, changed] = await hubs.answers(join(older, younger), { by: eve, type: 'ChangeEmail', data: { person, email: evil } });
        if (joined?.outcome !== 'accepted') return 'the join was refused';
        await hubs.followed(cora);
        if (changed?.outcome === 'accepted' && changed.position <= (await asOf([older, younger]))) return 'the join knew of it';
        for (const at of [0, 1] as const) {
          // A session of theirs may have been closed with the change: they sign in again.
          const whose = await Promise.all(
            [emailOf(older), emailOf(younger), evil].map((email) =>
              hubs.answer({ by: cora, path: '/api/joining/find', body: { record: cora, email } }, at),
            ),
          );
          expect(whose).toMatchObject([{ record: older }, { record: older }, { code: 'QUERY.NOT_FOUND' }]);
        }
        return changed?.outcome === 'accepted' ? 'overrun' : `the change was refused: ${changed?.code}`;
      }),
    );

    test('a sign-in at a hub that has not heard of the join signs nobody in as the person', () =>
      races.session.run(rounds, async (round) => {
        const [older, younger] = two('session', round);
        const record = round % 2 === 0 ? older : younger;
        // What the hub asks of its disk before it lets a user in takes longer than the join: it is asked before.
        await ask(hubs.at(1).address, '/api/health', '');
        const [joined, cookie] = await Promise.all([hubs.answer(join(older, younger)), signIn(record, hubs.at(1).address)]);
        if (joined.outcome !== 'accepted') throw new Error(JSON.stringify(joined));
        await hubs.followed(cora);
        if (cookie === undefined) return 'the join was known';
        const opened = await openedOf([older, younger]);
        const since = joined.position;
        const isKnown = opened !== undefined && (opened.position <= (await asOf([older, younger])) || opened.asOf >= since);
        const people = await Promise.all(([0, 1] as const).map((at) => personAt(hubs.at(at).address, cookie)));
        expect({ opened, since, people }).toEqual({ opened, since, people: isKnown ? [older, older] : [undefined, undefined] });
        if (isKnown) return wentAs[2] as string;
        return joined.position < (opened?.position ?? '') ? (wentAs[0] as string) : (wentAs[1] as string);
      }));

    test.each(['role', 'member', 'after'] as const)('what somebody takes from a record in that moment stays taken (%s)', (race) =>
      races[race].run(rounds, async (round) => {
        const [older, younger] = two(race, round);
        const person = round % 2 === 0 ? older : younger;
        const what = { institution: 'oak', person };
        const take: Act =
          race === 'member'
            ? { by: cora, type: 'RemoveMember', data: what }
            : { by: cora, type: 'RevokeRole', data: { ...what, role: 'coordinator' } };
        const [joined, taken] =
          race === 'after'
            ? [await hubs.answer(join(older, younger)), await hubs.answer(take, round)]
            : await hubs.answers(join(older, younger), take);
        if (joined?.outcome !== 'accepted' || taken?.outcome !== 'accepted') throw new Error(JSON.stringify([joined, taken]));
        await hubs.followed(cora);
        const knew = taken.position <= (await asOf([older, younger]));
        const here = await atOak(older);
        const left = race === 'member' ? here !== undefined : (here?.roles ?? []).includes('coordinator');
        // What the join knew of was of one record alone: the other had it.
        expect({ knew, left, isMember: race === 'member' || here !== undefined }).toEqual({ knew, left: knew, isMember: true });
        if (knew) return 'the join knew of it';
        return joined.position < taken.position ? 'overrun: the join came first' : 'overrun: the join came second';
      }),
    );
  },
);

test.each(Object.keys(races) as (keyof typeof races)[])('%s: what can come about came about', (name) => races[name].tell());
