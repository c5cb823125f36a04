import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { NoticeRow } from '@alongside/projections/views/notice.view.js';
import { asking, makeSchool, must } from '../app/hub.testing.js';
import { race, ROUNDS } from './rounds.testing.js';
import { outcomeOf, TwoHubs } from './two-hubs.testing.js';

const [asha, ben, cleo, finn] = ['asha', 'ben', 'cleo', 'finn'] as [PersonId, PersonId, PersonId, PersonId];
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open([asha, ben, cleo, finn], async (hub) => {
    await makeSchool(hub, [asha, ben, cleo, finn], { asha: 2, cleo: 2 });
    for (const mentor of [asha, cleo])
      await must(hub, HUB, 'StartMentorship', { mentorship: `with-${mentor}`, mentor, mentee: ben, request: null, aims: [] });
  });
});
afterAll(() => hubs.close());

const HALF_AN_HOUR = 30;
const begins = plusMinutes(new Date().toISOString() as never, 7 * 24 * 60);
/** A time of its own for each round. */
const timeOf = (round: number) => ({ startsAt: plusMinutes(begins, round * 4 * HALF_AN_HOUR), minutes: 45 });
const book = (mentor: string, meeting: string, round: number) => ({
  ...{ by: mentor, type: 'BookMeeting' },
  data: { meeting, mentorship: `with-${mentor}`, format: 'online', place: '', time: timeOf(round) },
});
const clashesOf = async (meeting: string, as: string) =>
  (await hubs.row<MeetingRow>('meeting', meeting, as)).map((row) => row?.clashes ?? []);
/** What each hub tells a person of clashes of these meetings. */
const toldOf = async (person: string, meetings: readonly string[]) =>
  (await hubs.rows<NoticeRow>('notice', { person }, person)).map((rows) =>
    rows
      .filter(({ type, shown }) => type.startsWith('MeetingClash') && meetings.includes(shown['meeting'] as string))
      .map(({ type, shown, email }) => `${type} ${shown['meeting'] as string}${email ? ' by email' : ''}`),
  );

// Of docs/spec/across-streams.md: meeting.clashes.
test(`in ${ROUNDS} races for one time of somebody who has two mentors nobody is left with two meetings unsaid`, () =>
  race('two meetings at one time', ['overrun and said'], async (round) => {
    const [first, second] = [`k-${round}-a`, `k-${round}-b`];
    const outcomes = await hubs.atOnce(book(asha, first, round), book(cleo, second, round));
    if (outcomes.includes('MEETING.CLASH')) {
      expect(outcomes.filter((one) => one === 'accepted')).toHaveLength(1);
      return 'refused';
    }
    expect(outcomes).toEqual(['accepted', 'accepted']);
    // One of the two says so, to both of its people and at both hubs; the other is left as it is.
    const said = [{ other: first, who: [ben] }];
    const isSaid = async () =>
      [...(await clashesOf(second, ben)), ...(await clashesOf(second, cleo))].every(
        (clashes) => JSON.stringify(clashes) === JSON.stringify(said),
      );
    expect(await hubs.comesTo(isSaid)).toBe(true);
    expect(await clashesOf(first, asha)).toEqual([[], []]);
    const areTold = (what: readonly string[]) =>
      hubs.comesTo(async () => {
        const told = [...(await toldOf(ben, [first, second])), ...(await toldOf(cleo, [first, second]))];
        return told.every((one) => JSON.stringify(one) === JSON.stringify(what));
      });
    expect(await areTold([`MeetingClashed ${second} by email`])).toBe(true);
    expect(await toldOf(asha, [first, second])).toEqual([[], []]);
    // Once one of them is called off the other stands.
    expect(await hubs.act(asha, 'CancelMeeting', { meeting: first })).toBe('accepted');
    const isOver = async () => (await clashesOf(second, ben)).every((clashes) => clashes.length === 0);
    expect(await hubs.comesTo(isOver)).toBe(true);
    expect(await areTold([`MeetingClashLifted ${second}`])).toBe(true);
    expect(await toldOf(asha, [first, second])).toEqual([[], []]);
    return 'overrun and said';
  }));

const suggest = (by: string, meeting: string, round: number, mentorship = 'with-asha') => ({
  ...{ by, type: 'ProposeMeeting' },
  data: { meeting, mentorship, format: 'online', place: '', times: [timeOf(round)] },
});
const statesOf = async (meetings: readonly string[], as: string) =>
  (await Promise.all(meetings.map((meeting) => hubs.row<MeetingRow>('meeting', meeting, as)))).map((rows) =>
    rows.map((row) => `${row?.status} ${row?.cancelled?.because ?? ''}`.trim()),
  );

// Of docs/spec/across-streams.md: meeting.suggestedAlready.
test(`in ${ROUNDS} races of both of a pair who suggest times one suggestion stays, and both are told of the other`, () =>
  race('times suggested by both', ['overrun and withdrawn'], async (round) => {
    const [first, second] = [`s-${round}-a`, `s-${round}-b`];
    // After the times of the other races.
    const at = round + ROUNDS + 1;
    const outcomes = await hubs.atOnce(suggest(asha, second, at), suggest(ben, first, at));
    if (outcomes.includes('MEETING.SUGGESTED_ALREADY')) {
      const [stays] = outcomes[0] === 'accepted' ? [second] : [first];
      await hubs.done(ben, 'CancelMeeting', { meeting: stays });
      return 'refused';
    }
    expect(outcomes).toEqual(['accepted', 'accepted']);
    const isSaid = async () =>
      JSON.stringify(await statesOf([first, second], ben)) ===
      JSON.stringify([
        ['proposed', 'proposed'],
        ['cancelled suggested-already', 'cancelled suggested-already'],
      ]);
    expect(await hubs.comesTo(isSaid)).toBe(true);
    await hubs.done(ben, 'CancelMeeting', { meeting: first });
    return 'overrun and withdrawn';
  }));

test(`[R8] in ${ROUNDS} races of a pair that ends and arranges a meeting none is left to come`, () =>
  race('a meeting that is arranged as its mentorship ends', ['overrun and cancelled', 'the meeting came first'], async (round) => {
    const [request, mentorship, meeting] = [`e-r-${round}`, `e-m-${round}`, `e-k-${round}`];
    // The mentor’s place is released a moment after the pair before has ended: until then the two are paired.
    const isAsked = async () => (await hubs.act(finn, 'RequestMentoring', asking(cleo, finn, request))) === 'accepted';
    expect(await hubs.comesTo(isAsked)).toBe(true);
    await hubs.done(cleo, 'AcceptRequest', { mentor: cleo, request, mentorship });
    const isRunning = async () => (await hubs.row('mentorship', mentorship, finn)).every((row) => row !== undefined);
    expect(await hubs.comesTo(isRunning)).toBe(true);
    const arrange =
      round % 2 === 0
        ? suggest(finn, meeting, round, mentorship)
        : {
            by: finn,
            type: 'BookMeeting',
            data: { meeting, mentorship, format: 'online', place: '', time: timeOf(round + 2 * ROUNDS + 2) },
          };
    const end = { by: cleo, type: 'EndMentorship', data: { mentorship, reason: '', wantsAnother: false } };
    const [arranged, ended] = await hubs.answers(arrange, end);
    if (!arranged || ended?.outcome !== 'accepted') throw new Error('The end was refused.');
    const isOver = async () => (await hubs.row<MentorshipRow>('mentorship', mentorship, finn)).every((row) => row?.status === 'ended');
    expect(await hubs.comesTo(isOver)).toBe(true);
    if (arranged.outcome === 'rejected') {
      expect(outcomeOf(arranged)).toBe('MEETING.MENTORSHIP_OVER');
      return 'refused';
    }
    const isCancelled = async () => (await statesOf([meeting], finn)).flat().every((state) => state === 'cancelled');
    expect(await hubs.comesTo(isCancelled)).toBe(true);
    return ended.position < arranged.position ? 'overrun and cancelled' : 'the meeting came first';
  }));
