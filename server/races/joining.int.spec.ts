import { HUB } from '@alongside/domain/kernel/decider.js';
import type { MembershipRow } from '@alongside/projections/views/membership.view.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { Hub } from '../app/create-hub.js';
import { filesIn } from '../app/files-in.testing.js';
import { asking, makeSchool, must } from '../app/hub.testing.js';
import { join, sendCode, two } from './joining-by-code.testing.js';
import { Race, ROUNDS, stretches } from './rounds.testing.js';
import { outcomeOf, TwoHubs } from './two-hubs.testing.js';

/** Each join builds all views again, so a round costs the more the longer the log is. */
const ROUNDS_A_STRETCH = 8;
const cora = 'cora';
/** The mentor whom both records ask. */
const mia = 'mia';

const three = (round: number) => [...two('three', round), `three-${round}-c`] as const;
/** Which of the three both joins are of. */
const sharedOf = (round: number): number => round % 3;

let hubs: TwoHubs;

async function prepare(hub: Hub, rounds: readonly number[], people: readonly string[]): Promise<void> {
  const mentors = rounds.map((round) => two('asked', round)[0]);
  await makeSchool(hub, people, Object.fromEntries([mia, ...mentors].map((mentor) => [mentor, 1])));
  for (const [institution, kind] of [
    ['hub', 'hub'],
    ['elm', 'school'],
  ])
    await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: institution, kind, nation: 'england' } });
  await must(hub, HUB, 'AddMember', { institution: 'hub', person: cora, from: '2026-01-05' });
  await must(hub, HUB, 'GrantRole', { institution: 'hub', person: cora, role: 'administrator' });
  for (const record of people.filter((one) => /-[bc]$/.test(one))) {
    await must(hub, HUB, 'AddMember', { institution: 'elm', person: record, from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: 'elm', person: record, role: 'coordinator' });
  }
  for (const round of rounds) {
    for (const race of ['same', 'asked', 'twice', 'erased']) await sendCode(hub, ...two(race, round));
    const [older, younger] = two('same', round);
    await sendCode(hub, younger, older);
    const all = three(round);
    const shared = all[sharedOf(round)] as string;
    for (const record of all) if (record !== shared) await sendCode(hub, record, shared);
  }
}

/** Both hubs show what all of these records were as one person’s, and none of the others, once they have followed what was done. */
async function isOnePerson([kept, ...joined]: readonly string[]): Promise<void> {
  await hubs.followed(cora);
  const rows = await Promise.all(joined.map((record) => hubs.row<PersonRow>('person', record, record)));
  expect(rows.flat().filter((row) => row !== undefined)).toEqual([]);
  const belongs = (await hubs.row<MembershipRow>('membership', kept as string, kept as string)).map((row) => row?.memberships);
  const both = [{ institution: 'hillside' }, { institution: 'elm', roles: ['coordinator'] }];
  expect(belongs).toEqual([both, both].map((all) => all.map((one) => expect.objectContaining(one))));
  await hubs.agreed('person', kept as string, kept as string);
  await hubs.agreed('membership', kept as string, kept as string);
}

const races = {
  same: new Race('two records that are joined from both sides', ['both were accepted']),
  three: new Race('three records, of which two joins have one', ['both were accepted']),
  asked: new Race('two records that are joined as one asks the other', ['overrun: asked', 'overrun: paired', 'the join was refused']),
  twice: new Race('two records that are joined as both ask one mentor', ['overrun and healed', 'the join was refused']),
  erased: new Race('two records that are joined as one is erased', ['overrun: erased first', 'joined first']),
};

// Of docs/spec/across-streams.md: joining.older, joining.belongs, joining.between, joining.withTheSame.
describe.each(stretches(ROUNDS_A_STRETCH).map((rounds) => [`${rounds[0]} to ${rounds.at(-1)}`, rounds] as const))(
  'in rounds %s of ' + ROUNDS,
  (_, rounds) => {
    beforeAll(async () => {
      const people = rounds.flatMap((round) => [
        ...['same', 'asked', 'twice', 'erased'].flatMap((race) => two(race, round)),
        ...three(round),
      ]);
      hubs = await TwoHubs.open([...people, cora, mia], (hub) => prepare(hub, rounds, [...people, cora, mia]));
    });
    afterAll(() => hubs.close());

    test('two records that are joined from both sides are one', () =>
      races.same.run(rounds, async (round) => {
        const [older, younger] = two('same', round);
        const outcomes = await hubs.atOnce(join(older, younger), join(younger, older));
        await isOnePerson([older, younger]);
        expect(outcomes).toContain('accepted');
        return outcomes.every((outcome) => outcome === 'accepted') ? 'both were accepted' : 'one was refused';
      }));

    test('three records, of which two joins have one, are one', () =>
      races.three.run(rounds, async (round) => {
        const all = three(round);
        const shared = all[sharedOf(round)] as string;
        const [one, other] = all.filter((record) => record !== shared) as [string, string];
        const outcomes = await hubs.atOnce(join(one, shared), join(other, shared));
        const kept = all.filter((record) => record !== (outcomes[0] === 'accepted' ? other : one) || outcomes[1] === outcomes[0]);
        if (kept.length < 3) expect(outcomes).toEqual(expect.arrayContaining(['accepted', 'JOINING.RECORD_NOT_FOUND']));
        await isOnePerson(kept);
        return kept.length < 3 ? 'one was refused' : 'both were accepted';
      }));

    test('nobody mentors themself or waits for themself', () =>
      races.asked.run(rounds, async (round) => {
        const [mentor, mentee] = two('asked', round);
        const [request, mentorship] = [`r-${round}`, `m-${round}`];
        const asks = async () => [
          await hubs.act(mentee, 'RequestMentoring', asking(mentor, mentee, request)),
          round % 2 === 0 ? await hubs.act(mentor, 'AcceptRequest', { mentor, request, mentorship }) : 'not given',
        ];
        const [[asked, accepted], joined] = await Promise.all([asks(), hubs.answer(join(mentor, mentee), 1).then(outcomeOf)]);
        const outcomes = { asked, accepted, joined };
        if (joined !== 'accepted') {
          expect(outcomes).toMatchObject({ asked: 'accepted', joined: expect.stringMatching(/^JOINING\.THEY_(ASKED|MENTOR)$/) });
          return 'the join was refused';
        }
        await isOnePerson([mentor, mentee]);
        const open = (await hubs.row<RequestRow>('request', request, mentor)).filter((row) => row?.status === 'open');
        const running = (await hubs.row<MentorshipRow>('mentorship', mentorship, mentor)).filter((row) => row && row.status !== 'ended');
        const taken = (await hubs.row<{ taken: number }>('capacity', mentor, mentor)).filter((row) => row && row.taken > 0);
        expect({ outcomes, open, running, taken }).toEqual({ outcomes, open: [], running: [], taken: [] });
        if (accepted === 'accepted') return 'overrun: paired';
        return asked === 'accepted' ? 'overrun: asked' : 'the request was refused';
      }));

    test('a mentor whom both records asked has one open request of the person', () =>
      races.twice.run(rounds, async (round) => {
        const [older, younger] = two('twice', round);
        const [first, second] = [`t-${round}-1`, `t-${round}-2`];
        await hubs.done(older, 'RequestMentoring', asking(mia, older, first));
        const [asked, joined] = await hubs.atOnce(
          { by: younger, type: 'RequestMentoring', data: asking(mia, younger, second) },
          join(older, younger),
        );
        if (joined !== 'accepted') {
          expect({ asked, joined }).toEqual({ asked: 'accepted', joined: 'JOINING.WITH_THE_SAME' });
          return 'the join was refused';
        }
        await isOnePerson([older, younger]);
        const requests = await Promise.all([first, second].map((id) => hubs.row<RequestRow>('request', id, mia)));
        const shown = requests.map((rows) => rows.map((row) => row && [row.status, row.because]));
        const both = (one: unknown) => [one, one];
        expect({ asked, shown }).toEqual({
          asked,
          shown: [both(['open', null]), both(asked === 'accepted' ? ['withdrawn', 'asked-twice'] : undefined)],
        });
        return asked === 'accepted' ? 'overrun and healed' : 'the request was refused';
      }));

    test('[R9] a record that was erased first stays out of it, and one that was joined first is erased with the other', async () => {
      const gone: string[] = [];
      await races.erased.run(rounds, async (round) => {
        const all = two('erased', round);
        const [erased, other] = round % 2 === 0 ? all : [all[1], all[0]];
        const [erasure, joined] = await hubs.answers({ by: cora, type: 'ErasePerson', data: { person: erased } }, join(...all));
        expect(erasure).toMatchObject({ outcome: 'accepted' });
        await hubs.followed(cora);
        const isErased = async (record: string) =>
          (await hubs.row<PersonRow>('person', record, cora)).map((row) =>
            row === undefined ? 'nobody' : row.erased ? 'erased' : 'there',
          );
        const isJoined = joined?.outcome === 'accepted' && erasure?.outcome === 'accepted' && joined.position < erasure.position;
        const wanted = isJoined ? { [all[0]]: 'erased', [all[1]]: 'nobody' } : { [erased]: 'erased', [other]: 'there' };
        for (const record of all)
          expect({ isJoined, record, shown: await isErased(record) }).toEqual({
            isJoined,
            record,
            shown: [wanted[record], wanted[record]],
          });
        // What the erased record had is given to nobody.
        if (!isJoined && other === all[0])
          expect((await hubs.agreed<MembershipRow>('membership', other, other))?.memberships).toMatchObject([{ institution: 'hillside' }]);
        gone.push(...(isJoined ? all : [erased]));
        if (isJoined) return 'joined first';
        return joined?.outcome === 'accepted' ? 'overrun: erased first' : 'the join was refused';
      });
      const remains = async () => {
        const files = await filesIn(hubs.dataDir);
        return gone.flatMap((record) =>
          files.filter(({ bytes }) => bytes.includes(`Name of ${record}`)).map(({ path }) => `${record} ${path}`),
        );
      };
      await hubs.comesTo(async () => (await remains()).length === 0);
      expect(await remains()).toEqual([]);
    });
  },
);

test.each(Object.keys(races) as (keyof typeof races)[])('%s: what can come about came about', (name) => races[name].tell());
