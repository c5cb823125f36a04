import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Participants } from '@alongside/domain/mentorships/participants.js';
import { checkEvent } from '@alongside/domain/protocol/registry.js';
import { seededRandom } from '@alongside/projections/testing/seeded-random.js';
import { demoCalendar, schoolDays, schoolYears, shiftDay } from './calendar.js';
import { LEADS } from './cast.js';
import { hubPlay } from './seed.js';
import type { ToldEvent } from './simulation.js';
import { DEMO_SEED, tellDemo } from './tell.js';

const now = '2026-11-20T09:00:00.000Z' as Instant;
const told = tellDemo(hubPlay(DEMO_SEED), now);
/** The same community, visited in the evening of that day. */
const toldLater = tellDemo(hubPlay(DEMO_SEED), '2026-11-20T19:00:00.000Z' as Instant);
const countOf = (type: string) => told.filter(({ event }) => event.type === type).length;

describe('the demo community', () => {
  test('is about 240 people in ten schools and a trust, with two school years behind them', () => {
    expect(countOf('PersonJoined')).toBeGreaterThan(220);
    expect(countOf('PersonJoined')).toBeLessThan(260);
    expect(countOf('InstitutionRegistered')).toBe(12);
    expect(told[0]?.event.at.slice(0, 7)).toBe('2024-06');
    expect(told.at(-1)?.event.at.slice(0, 7)).toBe('2026-11');
    expect(told.length).toBeGreaterThan(20_000);
    expect(told.length).toBeLessThan(30_000);
  });

  test('has lived through everything that the screens show', () => {
    const wanted = [
      'RequestLapsed',
      'RequestDeclined',
      'MentorshipEnded',
      'MentorshipPaused',
      'MentorshipCompleted',
      'CredentialIssued',
      'GoalAchieved',
      'FeedbackGiven',
      'ReflectionShared',
      'MeetingCancelled',
      'CpdCredited',
    ];
    for (const type of wanted) expect([type, countOf(type) > 0]).toEqual([type, true]);
  });

  test('is the same for everybody: the same seed tells the same story, and a later hour of that day only goes on with it', () => {
    expect(JSON.stringify(toldLater.slice(0, told.length))).toBe(JSON.stringify(told));
  });

  test('is told in order of time, without gaps in a stream', () => {
    const revisions = new Map<string, number>();
    let at = '';
    const wrong = told.filter(({ stream, revision, event }) => {
      const follows = revision === (revisions.get(stream) ?? -1) + 1 && event.at >= at;
      revisions.set(stream, revision);
      at = event.at;
      return !follows;
    });
    expect(wrong).toEqual([]);
  });

  // Checking all takes twelve seconds, and the log checks each as it is written.
  test('holds only events of the shapes that the catalogue knows: the first of each kind, and a tenth of the rest', () => {
    const random = seededRandom('shapes');
    const known = new Set<string>();
    const checked = told.filter(({ event: { type } }) => (known.has(type) ? random.below(10) === 0 : known.add(type)));
    expect(checked.length).toBeGreaterThan(2_000);
    for (const { event } of checked) checkEvent(event);
  });

  test('leaves a newcomer without a mentor, and a mentor with a place free, for a visitor to be', () => {
    const [ben, asha] = [LEADS[0]?.id, LEADS[1]?.id];
    expect(told.some(({ event }) => event.type === 'MentoringRequested' && (event.data as { mentee: string }).mentee === ben)).toBe(false);
    const taken = told.filter(({ event }) => event.type === 'RequestAccepted' && (event.data as { mentor: string }).mentor === asha).length;
    const released = told.filter(
      ({ event }) => event.type === 'PlaceReleased' && (event.data as { mentor: string }).mentor === asha,
    ).length;
    expect(taken).toBeGreaterThan(1);
    expect(taken - released).toBeLessThan(4);
  });
});

/** What the two of a pair did together, and the pauses that they agreed on. */
const SIGNS = new Set(['MentorshipStarted', 'MentorshipAgreed', 'MentorshipPaused', 'MentorshipResumed', 'MeetingClosed']);
const ENDS = new Set(['MentorshipCompleted', 'MentorshipEnded']);

/** School days that a pair may stay silent before one of the two ends it: less than a term. */
const SILENCE_LIMIT_SCHOOL_DAYS = 60;
/** From so many days of silence, or after a meeting that nobody has closed, the coordinator is asked to look, as on the Programme screen. */
const QUIET_DAYS = 28;
const UNCLOSED_DAYS = 3;

describe('pairs that fall silent', () => {
  const calendar = demoCalendar(now);
  const pairs = livesOf(told);

  test('[R8] are ended by one of the two within a term of their last sign of life, whatever the day', () => {
    const waits = pairs.flatMap(({ id, signs, over }) =>
      [...signs.slice(1), over ?? dayOf(now)].map((next, index) => ({
        id,
        days: schoolDays(calendar, signs[index] ?? next, next).length,
      })),
    );
    expect(pairs.length).toBeGreaterThan(150);
    expect(waits.filter(({ days }) => days > SILENCE_LIMIT_SCHOOL_DAYS)).toEqual([]);
    const ends = told.filter(({ event }) => event.type === 'MentorshipEnded');
    expect(ends.length).toBeGreaterThan(20);
    for (const { event } of ends) {
      const { participants } = event.data as { participants: Participants };
      expect(participants.map(({ person }) => person)).toContain(event.actor);
    }
  });

  test('are a few once the year has had time to quieten, and never many', () => {
    const silentOn = (day: Day) => pairs.filter((pair) => isSilent(pair, day)).length;
    expect(silentOn(dayOf(now))).toBeGreaterThan(1);
    const weeks = schoolYears(dayOf(now))
      .flatMap(({ opens, closes }) => schoolDays(calendar, shiftDay(opens, 63), shiftDay(closes, -70)))
      .filter((day) => isMonday(day) && day <= dayOf(now));
    const found = weeks.map(silentOn);
    expect(Math.max(...found)).toBeLessThan(12);
    expect(found.filter((number) => number > 0).length / weeks.length).toBeGreaterThan(0.8);
  });

  test('are none of those whom the story names', () => {
    const named = new Set<string>(LEADS.map(({ id }) => id));
    const day = dayOf(now);
    expect(pairs.filter((pair) => pair.both.some((one) => named.has(one)) && isSilent(pair, day))).toEqual([]);
  });
});

/** A mentorship as days: when it showed a sign of life, when the next meeting was to be, and when it was over. */
interface Life {
  readonly id: string;
  readonly both: readonly string[];
  readonly signs: Day[];
  readonly booked: Map<string, Day>;
  over: Day | undefined;
}

const isMonday = (day: Day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 1;

function livesOf(story: readonly ToldEvent[]): readonly Life[] {
  const lives = new Map<string, Life>();
  for (const { event } of story) {
    const data = event.data as { mentorship?: string; mentor?: string; mentee?: string; meeting?: string; time?: { startsAt: Instant } };
    const { mentorship: id = '', mentor = '', mentee = '', meeting = '' } = data;
    if (event.type === 'MentorshipStarted') lives.set(id, { id, both: [mentor, mentee], signs: [], booked: new Map(), over: undefined });
    const life = lives.get(id);
    if (!life) continue;
    if (event.type === 'MeetingBooked' && data.time) life.booked.set(meeting, dayOf(data.time.startsAt));
    if (event.type === 'MeetingClosed' || (event.type === 'MeetingCancelled' && !life.over)) life.booked.delete(meeting);
    if (SIGNS.has(event.type)) life.signs.push(dayOf(event.at));
    if (ENDS.has(event.type)) life.over = dayOf(event.at);
  }
  return [...lives.values()];
}

/** Under way on that day, and without a sign of life for four weeks, or with a meeting that nobody has closed. */
function isSilent({ signs, booked, over }: Life, day: Day): boolean {
  const last = signs.findLast((sign) => sign <= day);
  if (last === undefined || (over !== undefined && over <= day)) return false;
  const unclosed = [...booked.values()].some((on) => on <= shiftDay(day, -UNCLOSED_DAYS));
  return unclosed || last <= shiftDay(day, -QUIET_DAYS);
}
