import { FREQUENCIES, type Availability } from '../people/person.events.js';

/** How two people meet: how often, for how long (minutes) and where. */
export type Ways = Pick<Availability, 'frequency' | 'minutes' | 'format'>;

/**
 * How two people would begin: the shorter length, the rarer rhythm, a form that both accept. One person’s choices where only one has
 * chosen; `null` for neither.
 */
export function waysOfBoth(mentor: Ways | null, mentee: Ways | null): Ways | null {
  if (!mentor || !mentee) return mentor || mentee ? pick((mentor ?? mentee) as Ways) : null;
  const rarer = FREQUENCIES.indexOf(mentor.frequency) > FREQUENCIES.indexOf(mentee.frequency) ? mentor : mentee;
  const minutes = Math.min(mentor.minutes, mentee.minutes);
  return { frequency: rarer.frequency, minutes, format: formatOfBoth(mentor.format, mentee.format) };
}

const pick = ({ frequency, minutes, format }: Ways): Ways => ({ frequency, minutes, format });

/** Where one only meets in person and the other only online, it is as the mentor meets: the mentee was told so before they asked. */
const formatOfBoth = (mentor: Ways['format'], mentee: Ways['format']): Ways['format'] => (mentor === 'either' ? mentee : mentor);

/** How one meeting is held: in person where they left it open. */
export const formatOfMeeting = (format: Ways['format'] | undefined): 'in-person' | 'online' =>
  format === 'online' ? 'online' : 'in-person';
