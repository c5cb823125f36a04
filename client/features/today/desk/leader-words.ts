import type { ViewRows } from '../../../replica/view-rows.js';
import { count } from '../../../ui/words.js';

/** How mentoring goes at one school, as a leader’s Today tells it. */
export interface SchoolPulse {
  readonly id: string;
  readonly name: string;
  readonly pairs: number;
  readonly met: number;
  /** To a coordinator as many as the list names; to a leader in fives, rounded down. */
  readonly looking: number;
  readonly space: number;
}

/** The school that stands out, and by what. */
export type StandsOut =
  | { readonly by: 'no-space'; readonly school: SchoolPulse }
  | { readonly by: 'few-met'; readonly school: SchoolPulse }
  | { readonly by: 'nothing' };

/** Below this share of pairs that met, a school stands out where its others do better. */
const FEW_MET_SHARE = 0.7;

/** A row as a leader reads it, with those pairs that met from a day on. `looking` comes apart. */
export function pulseOf(row: ViewRows['pulse'] | undefined, id: string, name: string, from: string, looking = 0): SchoolPulse {
  const met = Object.entries(row?.lastMet ?? {}).reduce((all, [day, many]) => (day >= from ? all + many : all), 0);
  return { id, name, pairs: row?.pairs ?? 0, met, looking, space: row?.space ?? 0 };
}

/** What a number of those who look for a mentor counts. The list that it leads to says who is left out for looking too long. */
export const lookingLabel = (looking: number): string =>
  `${looking === 1 ? 'person' : 'people'} looking for a mentor, with no open request`;

/** Leaders are told in fives: who looks for a mentor is for coordinators (0035). */
const sayLooking = (people: number): string => `${people.toLocaleString('en-GB')} or more people are looking for a mentor`;

/** Nothing is counted yet: four noughts would say less than a sentence. */
export const isEmpty = ({ pairs, met, looking, space }: Pick<SchoolPulse, 'pairs' | 'met' | 'looking' | 'space'>): boolean =>
  pairs + met + looking + space === 0;
export const NOTHING_COUNTED = 'No pairs yet. Figures show here when members look for a mentor or have space for a mentee.';

/** A school with fewer pairs does not stand out by a share of them. */
const STANDS_OUT_FROM_PAIRS = 5;
const isSmall = ({ pairs }: SchoolPulse): boolean => pairs < STANDS_OUT_FROM_PAIRS;

/** “51 of 62 pairs met this half term”. */
export function headingOf({ pairs, met }: SchoolPulse, said: string): string {
  if (pairs === 0) return 'No pairs yet';
  return `${met === pairs ? (pairs === 1 ? 'The one pair' : `All ${pairs.toLocaleString('en-GB')} pairs`) : `${met.toLocaleString('en-GB')} of ${count(pairs, 'pair')}`} met ${said}`;
}

/** Most people looking and no mentor with space; otherwise the smallest share of pairs that met; otherwise nothing. */
export function standsOut(schools: readonly SchoolPulse[]): StandsOut {
  const without = schools.filter(({ looking, space }) => looking > 0 && space === 0).toSorted((a, b) => b.looking - a.looking)[0];
  if (without) return { by: 'no-space', school: without };
  const share = ({ met, pairs }: SchoolPulse) => met / pairs;
  const fewest = schools.filter((school) => !isSmall(school) && share(school) < FEW_MET_SHARE).toSorted((a, b) => share(a) - share(b))[0];
  return fewest && schools.length > 1 ? { by: 'few-met', school: fewest } : { by: 'nothing' };
}

/** Where, and what: the sentence below the heading. */
export function leadOf(out: StandsOut, whole: SchoolPulse, said: string): string {
  switch (out.by) {
    case 'no-space':
      return `At ${out.school.name}, ${sayLooking(out.school.looking)}, and no mentor there has space.`;
    case 'few-met':
      return `At ${out.school.name}, ${out.school.met} of ${out.school.pairs} pairs met ${said}.`;
    case 'nothing': {
      const space = whole.space === 0 ? 'No mentor has space.' : `Mentors have space for ${count(whole.space, 'more mentee')}.`;
      return whole.looking === 0 ? space : `${sayLooking(whole.looking)}. ${space}`;
    }
  }
}

/** How the pairs of Today and those of the programme are counted. */
export const WHERE_COUNTED = 'A pair counts here where its mentee belongs. The programme also counts pairs whose mentor belongs here.';

/** What a bar says: “18 of 19”, “2 of 3”. Its reader can open each of these pairs by name (0051). */
export const sayBar = ({ pairs, met }: SchoolPulse): string => (pairs === 0 ? 'No pairs' : `${met} of ${pairs}`);

/** A bar is drawn where there are pairs; `low` where the school stands out, which a few pairs do not make it. */
export function barOf(school: SchoolPulse): { readonly share: number; readonly low: boolean } | undefined {
  if (school.pairs === 0) return undefined;
  const share = school.met / school.pairs;
  return { share, low: !isSmall(school) && share < FEW_MET_SHARE };
}
