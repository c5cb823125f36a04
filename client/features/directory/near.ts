import { distanceIn, OFFERED_MILES, type Distance, type WhereRead } from '@alongside/search/where.js';
import { atStart, count, together } from '../../ui/index.js';
import type { Near } from './question.js';

/** A distance as the address of the page has it: `20`, `30km`. */
export const withinOf = ({ amount, unit }: Distance): string => (unit === 'km' ? `${amount}km` : String(amount));

/** “20 miles”, “30 km”. */
export const sayDistance = ({ amount, unit }: Distance): string => (unit === 'km' ? `${amount} km` : count(amount, 'mile'));

/** The distances to choose from, with the one that was typed. */
export function distancesFor(within: string): readonly { readonly value: string; readonly label: string }[] {
  const offered = OFFERED_MILES.map((amount) => ({ amount, unit: 'miles' }) as const);
  const typed = distanceIn(within);
  const isOffered = !typed || offered.some((one) => withinOf(one) === withinOf(typed));
  return (isOffered ? offered : [...offered, typed]).map((one) => ({ value: withinOf(one), label: sayDistance(one) }));
}

/** Where the question looks, typed or chosen; nowhere where what was typed is not known. */
export const nearIn = (chosen: Near | undefined, where: WhereRead | undefined): Near | undefined =>
  !where || where.raw.length === 0 ? chosen : isLeftOut(where) ? undefined : { of: where.said, within: withinOf(where) };

const isLeftOut = ({ missing, raw }: WhereRead): boolean => missing === 'unknown' && raw.length > 0;

/** “within 20 miles of Sheffield”; what was taken for the place once it is known. */
export function sayNear({ of, within }: Near, where: WhereRead | undefined): string {
  const place = where?.said === of ? where.label : undefined;
  const distance = distanceIn(within);
  return `within ${distance ? sayDistance(distance) : within} of ${place ?? (of === 'me' ? 'your school' : of)}`;
}

/** Which filters can be typed, with a place that is known as the example of one. */
export const sayHint = (example: string | undefined): string =>
  `You can also type filters, such as subject:maths${example === undefined ? ' or phase:ks3' : `, phase:ks3 or near:${example}`}.`;

/** “about 6 miles away”. */
export function sayMilesAway(miles: number): string {
  return miles < 1 ? 'less than a mile away' : `about ${count(Math.round(miles), 'mile')} away`;
}

/** Why the distance does not count; empty where it does. `example`: a place that is known. */
export function sayMissing({ missing, said, label }: WhereRead, example?: string): string {
  switch (missing) {
    case 'unknown':
      return `We do not know where “${said}” is, so these mentors can be anywhere. Try a town, a school or a postcode${example === undefined ? '' : `, such as ${example}`}.`;
    case 'no-workplace':
      return 'You are not a member of a school, so we cannot search near it. Choose another place.';
    case 'not-on-map':
      return `${label ?? 'Your school'} is not on our map, so we cannot search near it. Choose another place.`;
    default:
      return '';
  }
}

/** How a place was read, and how distances are measured. */
export function sayMeasured({ missing, label = '', partOf, others = [], spread, said, withoutPlace = 0 }: WhereRead): readonly string[] {
  if (missing !== undefined) return [];
  return [
    ...(partOf === undefined ? [] : [`We do not know ${label}, so we measured from ${partOf}.`]),
    ...(others.length > 0 ? [`We read “${said}” as ${label}. There is also ${together(others)}.`] : []),
    ...(spread
      ? [
          `We measured from the middle of ${spread.institutions} schools in ${partOf ?? label}. The farthest is ${count(spread.miles, 'mile')} away.`,
        ]
      : []),
    'Distances are in a straight line.',
    ...(withoutPlace > 0 ? [sayWithoutPlace(withoutPlace)] : []),
  ];
}

const sayWithoutPlace = (mentors: number): string =>
  `${atStart(count(mentors, 'more mentor'))} ${mentors === 1 ? 'matches, but their school is' : 'match, but their schools are'} not on our map.`;

export const theWords = (words: string): string => (words.includes(' ') ? 'the words' : 'the word');
