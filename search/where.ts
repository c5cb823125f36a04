import { folded } from '@alongside/domain/text/folding.js';
import { METRES_PER_KM, METRES_PER_MILE } from '@alongside/domain/uk/national-grid.js';
import { FILTER, longest, QUOTES, withoutFilter } from './question.js';

/** How far, as people say it. */
export interface Distance {
  readonly amount: number;
  readonly unit: 'miles' | 'km';
}
/** A piece of the text: what it says, and itself. */
export interface WrittenPiece {
  readonly said: string;
  readonly raw: string;
}
/** Where mentors are looked for, and what of it was understood. */
export interface WhereRead extends Distance {
  /** As it was typed or chosen; `me` is the workplace of who asks. */
  readonly said: string;
  /** The pieces of the text that say so; none where it was chosen. */
  readonly raw: readonly string[];
  /** What was taken. */
  readonly label?: string;
  /** Why there is no circle: a place that is not known, no workplace, or one that is not on the map (`label`). */
  readonly missing?: 'unknown' | 'no-workplace' | 'not-on-map';
  /** Set where a postcode is not known: the part of it that is. */
  readonly partOf?: string;
  /** What else goes by the name. */
  readonly others?: readonly string[];
  /** Set where it is the middle of several institutions that lie apart. */
  readonly spread?: { readonly institutions: number; readonly miles: number };
  /** How many match otherwise, and are nowhere on the map. */
  readonly withoutPlace?: number;
}
/** Where mentors are looked for, as it was typed: `near:Sheffield within:20`. */
export interface WrittenWhere {
  readonly near?: WrittenPiece;
  readonly within?: WrittenPiece;
  /** Those after the first of each: only one counts. */
  readonly ignored?: readonly WrittenPiece[];
  /** All else, as it was typed. */
  readonly text: string;
}

export const USUAL_DISTANCE: Distance = { amount: 20, unit: 'miles' };
/** Distances that are offered, in miles; beyond them only where the nearest mentor is farther. */
export const OFFERED_MILES = [5, 10, 20, 50, 100] as const;
const FARTHER_MILES = [200, 500] as const;
/** Farther apart than any two schools of the country. */
const DISTANCE_LIMIT_MILES = 1_000;
const [NEAR_KEYS, WITHIN_KEYS] = [
  ['near', 'nearby', 'around'],
  ['within', 'radius', 'distance'],
];
/** Words after `near:` that may belong to the name of a place. */
const NAME_LIMIT_WORDS = 6;
const DISTANCE = /^(\d{1,4}(?:[.,]\d{1,3})?) ?(m|mi|mile|miles|k|km|kms|kilomet(?:er|re)s?)?$/;

/** The distance that a text says: `20`, `20 miles`, `30km`. Miles where no unit is named. Undefined: none that makes sense. */
export function distanceIn(text: string): Distance | undefined {
  const [, figures, unit = ''] = DISTANCE.exec(folded(text)) ?? [];
  if (figures === undefined) return undefined;
  const distance: Distance = { amount: Number(figures.replace(',', '.')), unit: unit.startsWith('k') ? 'km' : 'miles' };
  const metres = metresOf(distance);
  return metres > 0 && metres <= DISTANCE_LIMIT_MILES * METRES_PER_MILE ? distance : undefined;
}

export const metresOf = ({ amount, unit }: Distance): number => amount * (unit === 'km' ? METRES_PER_KM : METRES_PER_MILE);

/** The least distance of those that are offered which reaches so far. */
export const stepFor = (metres: number): Distance => ({
  amount: [...OFFERED_MILES, ...FARTHER_MILES].find((miles) => miles * METRES_PER_MILE >= metres) ?? DISTANCE_LIMIT_MILES,
  unit: 'miles',
});

/** Takes each `near:` and `within:` out of any text. A name without quotes goes on while `isPlace` knows it, so `near:S10 2TN` needs none. */
export function readWhere(typed: string, isPlace: (said: string) => boolean): WrittenWhere {
  const [near, ...more] = piecesIn(typed, NEAR_KEYS, isPlace);
  const [within, ...further] = piecesIn(typed, WITHIN_KEYS, (said) => distanceIn(said) !== undefined);
  const ignored = [...more, ...further];
  const text = [near, within, ...ignored].reduce((left, one) => (one ? withoutFilter(left, one.raw) : left), typed);
  return { text, ...(near && { near }), ...(within && { within }), ...(ignored.length > 0 && { ignored }) };
}

function piecesIn(typed: string, keys: readonly string[] | undefined, goesOn: (said: string) => boolean): readonly WrittenPiece[] {
  return [...typed.matchAll(FILTER)].flatMap(({ index, 0: raw, 1: minus, 2: key = '', 3: value = '' }) => {
    const said = value.replace(QUOTES, '').trim();
    if (minus !== '' || !keys?.includes(folded(key)) || !/[\p{L}\p{N}]/u.test(said)) return [];
    return /^["“]/.test(value) ? { said, raw } : longest({ said, raw }, typed.slice(index + raw.length), NAME_LIMIT_WORDS, goesOn);
  });
}
