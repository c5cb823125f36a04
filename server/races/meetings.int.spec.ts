import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import { makeSchool, must } from '../app/hub.testing.js';
import { race, ROUNDS } from './rounds.testing.js';
import { TwoHubs } from './two-hubs.testing.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open([asha, ben, cleo], async (hub) => {
    await makeSchool(hub, [asha, ben, cleo], { asha: 2, cleo: 2 });
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
    // Once one of them is called off the other stands.
    expect(await hubs.act(asha, 'CancelMeeting', { meeting: first })).toBe('accepted');
    const isOver = async () => (await clashesOf(second, ben)).every((clashes) => clashes.length === 0);
    expect(await hubs.comesTo(isOver)).toBe(true);
    return 'overrun and said';
  }));
