import { FREQUENCIES, type Availability } from '../people/person.events.js';

/** How two people meet: how often, for how long (minutes) and where. */
export type Ways = Pick<Availability, 'frequency' | 'minutes' | 'format'>;

/**
 * How two people would meet by what each has said: the shorter length, the rarer rhythm, the form that both accept. Where only one has said,
 * it is theirs; `null` where neither has.
 */
export function waysOfBoth(one: Ways | null, other: Ways | null): Ways | null {
  if (!one || !other) return one || other ? pick((one ?? other) as Ways) : null;
  const rarer = FREQUENCIES.indexOf(one.frequency) > FREQUENCIES.indexOf(other.frequency) ? one : other;
  return { frequency: rarer.frequency, minutes: Math.min(one.minutes, other.minutes), format: formatOfBoth(one.format, other.format) };
}

const pick = ({ frequency, minutes, format }: Ways): Ways => ({ frequency, minutes, format });

/** Where one only meets in person and the other only online, they have to talk about it: either. */
function formatOfBoth(one: Ways['format'], other: Ways['format']): Ways['format'] {
  if (one === 'either' || one === other) return other;
  return other === 'either' ? one : 'either';
}

/** How one meeting is held: in person where they left it open. */
export const formatOfMeeting = (format: Ways['format'] | undefined): 'in-person' | 'online' =>
  format === 'online' ? 'online' : 'in-person';
