import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { CpdRow } from '@alongside/projections/views/cpd.view.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import { systemClock } from '../app/clock.js';
import { makeSchool, must } from '../app/hub.testing.js';
import { race, ROUNDS } from './rounds.testing.js';
import { TwoHubs } from './two-hubs.testing.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const MINUTES = 45;
/** Long enough ago for every round to have had an hour of its own, since the mentorship began. */
const begins = plusMinutes(systemClock.now(), -(2 * ROUNDS + 3) * 60);
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open(
    [asha, ben, cleo],
    async (hub) => {
      await makeSchool(hub, [asha, ben, cleo], { asha: 2, cleo: 2 });
      for (const mentor of [asha, cleo])
        await must(hub, HUB, 'StartMentorship', { mentorship: `with-${mentor}`, mentor, mentee: ben, request: null, aims: [] });
    },
    begins,
  );
});
afterAll(() => hubs.close());

const past = (by: string, mentor: string, meeting: string, round: number) => ({
  ...{ by, type: 'RecordPastMeeting' },
  data: {
    ...{ meeting, mentorship: `with-${mentor}`, startsAt: plusMinutes(begins, round * 60), minutes: MINUTES },
    ...{ format: 'online', place: '', notes: '', actions: [] },
  },
});
const meetings = (id: string, as: string) => hubs.row<MeetingRow>('meeting', id, as);
const confirm = (by: string, meeting: string, minutes = MINUTES) => hubs.act(by, 'RecordAttendance', { meeting, took: true, minutes });
const isTakenBack = async (id: string, who: readonly string[]) =>
  (await meetings(id, ben)).every((row) => row?.attendance.every(({ by }) => !who.includes(by)) && row.setAside !== null);

test(`[R10] in ${ROUNDS} races of somebody who records one hour with two mentors no minute counts twice, and they are asked again`, () =>
  race('one hour with two mentors', ['overrun and set aside'], async (round) => {
    const [first, second] = [`p-${round}-a`, `p-${round}-b`];
    const outcomes = await hubs.atOnce(past(ben, asha, first, round), past(ben, cleo, second, round));
    if (outcomes.includes('MEETING.MINUTES_TWICE')) return 'refused';
    expect(outcomes).toEqual(['accepted', 'accepted']);
    expect(await hubs.comesTo(() => isTakenBack(second, [ben]))).toBe(true);
    // What the other mentor confirms of it counts for nobody until it is said again, and it cannot be said of the same time.
    expect(await confirm(cleo, second)).toBe('accepted');
    expect(await confirm(asha, first)).toBe('accepted');
    expect(await confirm(ben, second)).toBe('MEETING.MINUTES_TWICE');
    const counts = async () =>
      (await hubs.row<CpdRow>('cpd', `${first}:ben`, ben)).every((row) => row?.minutes === MINUTES) &&
      (await hubs.row<CpdRow>('cpd', `${second}:ben`, ben)).every((row) => row === undefined);
    expect(await hubs.comesTo(counts)).toBe(true);
    return 'overrun and set aside';
  }));

test(`[R10] in ${ROUNDS} races of both of a pair who write down one meeting it counts once`, () =>
  race('one meeting that both wrote down', ['overrun and counted once'], async (round) => {
    const [first, second] = [`t-${round}-a`, `t-${round}-b`];
    // After the hours of the other races.
    const [one, two] = [past(asha, asha, first, round + ROUNDS + 1), past(ben, asha, second, round + ROUNDS + 1)];
    const outcomes = await hubs.atOnce(one, two);
    if (outcomes.includes('MEETING.MET_ALREADY')) return 'refused';
    expect(outcomes).toEqual(['accepted', 'accepted']);
    expect(await hubs.comesTo(() => isTakenBack(second, [asha, ben]))).toBe(true);
    expect((await meetings(second, asha)).map((row) => [row?.setAside?.same, row?.openFor])).toEqual([
      [true, []],
      [true, []],
    ]);
    expect(await confirm(ben, first)).toBe('accepted');
    return 'overrun and counted once';
  }));
