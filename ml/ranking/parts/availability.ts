import { FREQUENCIES, WEEKDAYS, type Availability } from '@alongside/domain/people/person.events.js';
import { OFTEN } from '@alongside/domain/people/rhythm.js';
import type { ClockTime } from '@alongside/domain/kernel/brand.js';
import { sayTime } from '@alongside/domain/uk/uk-time.js';
import type { Mentor } from '../../features/candidate.js';
import { sharedStretches, weekOf, type Stretch } from '../../features/week.js';
import { NOTHING, UNKNOWN, type Part, type Remark, type Said } from '../part.js';
import type { Seeker } from '../seeker.js';
import { list } from '../words.js';

const BY_SHARED_STRETCHES = [0, 0.7, 0.9, 1];
const FORMATS_APART = 0.3;
const PER_FREQUENCY_STEP = 0.1;

/** The shorter of the two wishes: a meeting that both can make is better than one of the right length. */
const minutesFor = (a: Availability, b: Availability): number => Math.min(a.minutes, b.minutes);

type Terms = Pick<Availability, 'format' | 'frequency'>;

/** There is a form, online or in person, in which both would meet. */
export const formatsMeet = (a: Terms, b: Terms): boolean => a.format === 'either' || b.format === 'either' || a.format === b.format;
const stepsApart = (a: Terms, b: Terms): number => Math.abs(FREQUENCIES.indexOf(a.frequency) - FREQUENCIES.indexOf(b.frequency));

/** Stretches of the school week in which both could meet, longest wishes aside. */
export function sharedWeek({ mentee, week }: Seeker, { availability }: Mentor): readonly Stretch[] {
  if (!mentee.availability || !availability) return [];
  return sharedStretches(week, weekOf(availability.slots), minutesFor(mentee.availability, availability));
}

function score(seeker: Seeker, mentor: Mentor): number {
  const mine = seeker.mentee.availability;
  const theirs = mentor.availability;
  if (!mine || !theirs || seeker.week.length === 0 || theirs.slots.length === 0) return UNKNOWN;
  const stretches = Math.min(sharedWeek(seeker, mentor).length, BY_SHARED_STRETCHES.length - 1);
  const time = BY_SHARED_STRETCHES[stretches] ?? 1;
  return time * termsOf(mine, theirs);
}

/** What is left of times in common by how, and how often, each would meet. */
export const termsOf = (mine: Terms, theirs: Terms): number =>
  (formatsMeet(mine, theirs) ? 1 : FORMATS_APART) * (1 - PER_FREQUENCY_STEP * stepsApart(mine, theirs));

function say(seeker: Seeker, mentor: Mentor): Said {
  const [mine, theirs] = [seeker.mentee.availability, mentor.availability];
  const [mentee, name] = [seeker.mentee.givenName, mentor.givenName];
  if (!mine || seeker.week.length === 0)
    return {
      ...NOTHING,
      mentee: [remark('what-if', `If you add your availability, we can show times that suit you and ${name}.`)],
    };
  if (!theirs || theirs.slots.length === 0)
    return { ...NOTHING, mentee: [remark('against', `${name} has not added their availability yet. You can agree a time by message.`)] };
  const time = sayTimes(sharedWeek(seeker, mentor), weekOf(theirs.slots), seeker.week, mentee, name);
  const format = formatsMeet(mine, theirs) ? NOTHING : sayFormats(mine, theirs, mentee, name);
  const often = stepsApart(mine, theirs) > 1 ? sayOften(mine, theirs, mentee, name) : NOTHING;
  return { mentee: [...time.mentee, ...format.mentee, ...often.mentee], mentor: [...time.mentor, ...format.mentor, ...often.mentor] };
}

function sayTimes(shared: readonly Stretch[], theirs: readonly Stretch[], mine: readonly Stretch[], mentee: string, mentor: string): Said {
  if (shared.length > 0) {
    const text = `You are both available on ${list([...new Set(shared.slice(0, 3).map(sayStretch))])}.`;
    return { mentee: [remark('for', text)], mentor: [remark('for', text)] };
  }
  return {
    mentee: [
      remark('against', `You and ${mentor} have no shared times.`),
      ...theirs.slice(0, 1).map((stretch) => remark('what-if', `If you could make ${sayStretch(stretch)}, you could meet ${mentor} then.`)),
    ],
    mentor: [
      remark('against', `You and ${mentee} have no shared times.`),
      ...mine.slice(0, 1).map((stretch) => remark('what-if', `If you could make ${sayStretch(stretch)}, you could meet ${mentee} then.`)),
    ],
  };
}

function sayFormats(mine: Availability, theirs: Availability, mentee: string, mentor: string): Said {
  const how = ({ format }: Availability) => (format === 'online' ? 'online' : 'in person');
  const tell = (name: string, wish: Availability) => [
    remark('against', `${name} only meets ${how(wish)}.`),
    remark('what-if', `If you could also meet ${how(wish)}, this would fit better.`),
  ];
  return { mentee: tell(mentor, theirs), mentor: tell(mentee, mine) };
}

function sayOften(mine: Availability, theirs: Availability, mentee: string, mentor: string): Said {
  return {
    mentee: [remark('against', `You would like to meet ${OFTEN[mine.frequency]}, and ${mentor} offers ${OFTEN[theirs.frequency]}.`)],
    mentor: [remark('against', `${mentee} would like to meet ${OFTEN[mine.frequency]}, and you offer ${OFTEN[theirs.frequency]}.`)],
  };
}

const clock = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as ClockTime;

/** “Tuesdays from 3:40pm to 4:30pm”. */
const sayStretch = ({ weekday, from, to }: Stretch): string => {
  const day = WEEKDAYS[weekday] ?? 'monday';
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}s from ${sayTime(clock(from))} to ${sayTime(clock(to))}`;
};
const remark = (kind: Remark['kind'], text: string): Remark => ({ about: 'availability', kind, text });

/** Availability and commitment: free time in common that recurs, how often and in which form each would meet. */
export const availabilityPart: Part = { id: 'availability', score, say };
