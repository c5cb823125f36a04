import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { CpdRow } from '@alongside/projections/views/cpd.view.js';
import type { HelpOfferRow } from '@alongside/projections/views/help-offer.view.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { NoticeRow } from '@alongside/projections/views/notice.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { systemClock } from '../app/clock.js';
import type { Hub } from '../app/create-hub.js';
import { asking, makeSchool, must, type TestClock } from '../app/hub.testing.js';
import { join, sendCode, two } from './joining-by-code.testing.js';
import { Race, ROUNDS, stretches } from './rounds.testing.js';
import { TwoHubs, type Given } from './two-hubs.testing.js';

const ROUNDS_A_STRETCH = 7;
const BEHAVIOUR = 'exp-behaviour-classroom-routines-and-expectations';
const [DAY_MINUTES, HOUR_MINUTES] = [24 * 60, 60];
/** The pairs began then, so that they can have met since. */
const begins = plusMinutes(systemClock.now(), -DAY_MINUTES);
const cora = 'cora';
const mentors = ['asha', 'cleo', 'mia', 'moll'];
const others = (round: number) => ['excludes', 'managed', 'offered'].map((who) => `${who}-${round}`) as [string, string, string];

let hubs: TwoHubs;

async function prepare(hub: Hub, rounds: readonly number[], people: readonly string[]): Promise<void> {
  const theirs = rounds.map((round) => two('both', round));
  const places = [...mentors.map((one) => [one, 9]), ...theirs.map(([, younger]) => [younger, 3])];
  await makeSchool(hub, people, Object.fromEntries(places));
  await must(hub, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'hub', kind: 'hub', nation: 'england' } });
  await must(hub, HUB, 'AddMember', { institution: 'hub', person: cora, from: '2026-01-05' });
  await must(hub, HUB, 'GrantRole', { institution: 'hub', person: cora, role: 'administrator' });
  await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: cora, role: 'coordinator' });
  for (const round of rounds) {
    for (const [mentor, mentee] of [
      ['asha', `both-${round}-a`],
      ['cleo', `both-${round}-b`],
    ])
      await must(hub, HUB, 'StartMentorship', { mentorship: `${mentor}-${round}`, mentor, mentee, request: null, aims: [] });
    for (const person of [...two('both', round), others(round)[2]]) {
      await must(hub, person as PersonId, 'SetAims', { person, aims: [{ tag: BEHAVIOUR, from: 1, to: 3 }] });
      await must(hub, person as PersonId, 'SetOpenToOffers', { person, open: true });
    }
  }
  (hub.parts.clock as TestClock).set(systemClock.now());
  for (const [older, younger] of theirs) await sendCode(hub, older, younger);
}

/** What is right for one record beside what the other has, and was never allowed to one person: the first of the two, and the second. */
const pairsOfActs = (round: number): readonly (readonly [Given, Given])[] => {
  const [older, younger] = two('both', round);
  const [excludes, managed, offered] = others(round);
  const soon = { startsAt: plusMinutes(systemClock.now(), (round + 6) * DAY_MINUTES), minutes: 45 };
  const online = { format: 'online', place: '' };
  const book = (by: string): Given => ({
    ...{ by, type: 'BookMeeting' },
    data: { meeting: `booked-${round}-${by}`, mentorship: `${by}-${round}`, time: soon, ...online },
  });
  const records = (by: string, of: string): Given => ({
    ...{ by, type: 'RecordAttendance' },
    data: { meeting: `held-${round}-${of}`, took: true, minutes: 45 },
  });
  const offers = (by: string, mentee: string, helpOffer: string): Given => ({
    ...{ by, type: 'OfferHelp' },
    data: { mentor: by, helpOffer: `${helpOffer}-${round}`, mentee, note: 'Glad to help' },
  });
  const asks = (by: string, mentor: string, request: string): Given => ({
    ...{ by, type: 'RequestMentoring' },
    data: asking(mentor, by, `${request}-${round}`),
  });
  const keepsApart = (by: string, other: string): Given => ({ by, type: 'ExcludePerson', data: { person: by, other } });
  const line = { institution: 'hillside', person: managed, lineManager: older, inductionTutor: null };
  return [
    [book('asha'), book('cleo')],
    [records(older, 'asha'), records(younger, 'cleo')],
    [keepsApart(excludes, older), asks(excludes, younger, 'apart')],
    [{ by: cora, type: 'SetReportingLine', data: line }, asks(managed, younger, 'managed')],
    [offers(younger, offered, 'kept-apart'), keepsApart(offered, older)],
    [offers('mia', older, 'twice-1'), offers('mia', younger, 'twice-2')],
    [offers('moll', older, 'asked'), asks(younger, 'moll', 'mine')],
  ];
};

const race = new Race('two records that are joined, each with what the other may not have', ['overrun', 'the act came first']);

/**
 * Of docs/spec/across-streams.md, “What a join brings together”: meeting.clashes, meeting.recordedTwice, ask.excluded, ask.inReportingLine,
 * caseload.offer. In each round another of the seven acts comes in its moment.
 */
describe.each(stretches(ROUNDS_A_STRETCH).map((rounds) => [`${rounds[0]} to ${rounds.at(-1)}`, rounds] as const))(
  'in rounds %s of ' + ROUNDS,
  (_, rounds) => {
    beforeAll(async () => {
      const people = [cora, ...mentors, ...rounds.flatMap((round) => [...two('both', round), ...others(round)])];
      hubs = await TwoHubs.open(people, (hub) => prepare(hub, rounds, people), begins);
    });
    afterAll(() => hubs.close());

    test('what each record had beside the other is told, closed or counted once, as it is of one person', () =>
      race.run(rounds, async (round) => {
        const [older, younger] = two('both', round);
        const past = {
          startsAt: plusMinutes(begins, round * HOUR_MINUTES),
          minutes: 45,
          format: 'online',
          place: '',
          notes: '',
          actions: [],
        };
        for (const by of ['asha', 'cleo'])
          await hubs.done(by, 'RecordPastMeeting', { meeting: `held-${round}-${by}`, mentorship: `${by}-${round}`, ...past });
        const pairs = pairsOfActs(round);
        const raced = (round - 1) % pairs.length;
        for (const [first, second] of pairs)
          for (const act of second === pairs[raced]?.[1] ? [first] : [first, second]) await hubs.done(act.by, act.type, act.data);
        const act = pairs[raced]?.[1] as Given;
        // A join takes the longer to decide: in every other round the act is given once it was, to a hub that still has to learn of it.
        const isAfter = round % 2 === 0;
        const joining = hubs.answer(join(older, younger), 1);
        if (isAfter) await joining;
        // Both die as the join is accepted: what comes of it is done by those that start again.
        if (round % 4 === 0) await Promise.all([hubs.kill(0), hubs.kill(1)]);
        const [acted, joined] = await Promise.all([hubs.answer(act), joining]);
        expect(joined).toMatchObject({ outcome: 'accepted' });
        await hubs.followed(cora);

        const both = <Row>(view: string, id: string, as: string) => hubs.row<Row>(view, `${id}-${round}`, as);
        const meetings = (what: string) => ['asha', 'cleo'].map((of) => hubs.row<MeetingRow>('meeting', `${what}-${round}-${of}`, older));
        const [booked, held] = await Promise.all([Promise.all(meetings('booked')), Promise.all(meetings('held'))]);
        const credited = await Promise.all(['asha', 'cleo'].map((of) => hubs.row<CpdRow>('cpd', `held-${round}-${of}:${older}`, older)));
        const [excludes, managed, offered] = others(round);
        const requests = [
          (await both<RequestRow>('request', 'apart', excludes)).map((row) => row?.status),
          (await both<RequestRow>('request', 'managed', managed)).map((row) => row?.because),
        ];
        const offers = async (id: string, as: string) => (await both<HelpOfferRow>('help-offer', id, as)).map((row) => row?.status);
        const told = (await hubs.rows<NoticeRow>('notice', { person: older }, older)).map((rows) => rows.map(({ type }) => type as string));
        const isDone = acted.outcome === 'accepted';
        /** As it is of one person: what was refused did not happen. */
        const unlessRefused = (pair: number, shown: unknown, otherwise?: unknown) => {
          const one = raced === pair && !isDone ? otherwise : shown;
          return [one, one];
        };
        const clashes = (at: number) => [0, 1].map((hub) => booked[at]?.[hub]?.clashes);
        const isTold = (pair: number, what: string) => (raced !== pair || isDone ? [what] : []);
        expect({
          round,
          clashes: [clashes(0), clashes(1)],
          setAside: [0, 1].map((hub) => held.map((one) => one[hub]?.setAside?.who ?? null)),
          minutes: [0, 1].map((hub) => credited.map((one) => one[hub]?.minutes ?? null)),
          requests,
          offers: [
            await offers('kept-apart', offered),
            await offers('twice-1', older),
            await offers('twice-2', older),
            await offers('asked', older),
          ],
          told,
        }).toEqual({
          round,
          clashes: [unlessRefused(0, [], []), unlessRefused(0, [{ other: `booked-${round}-asha`, who: [older] }])],
          setAside: unlessRefused(1, [null, [older]], [null, null]),
          minutes: [
            [45, null],
            [45, null],
          ],
          requests: [unlessRefused(2, 'withdrawn'), unlessRefused(3, 'reporting-line')],
          offers: [
            unlessRefused(4, 'declined'),
            unlessRefused(5, 'open', 'open'),
            unlessRefused(5, 'withdrawn'),
            unlessRefused(6, 'withdrawn', 'open'),
          ],
          told: [0, 1].map(() =>
            expect.arrayContaining([...isTold(0, 'MeetingClashed'), ...isTold(1, 'RecordSetAside'), ...isTold(5, 'OfferWithdrawn')]),
          ),
        });
        if (acted.outcome !== 'accepted' || joined.outcome !== 'accepted') return 'the act was refused';
        return joined.position < acted.position ? 'overrun' : 'the act came first';
      }));
  },
);

test('how it went', () => race.tell());
