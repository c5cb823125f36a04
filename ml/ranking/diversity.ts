import type { Compared } from './compared.js';
import type { Place, Scored } from './suggestion.js';

/**
 * Who is different reaches a share of the best score all the same. Another reason comes beside the first focus area, or any, before it
 * comes instead (0072).
 */
const NEAR_ENOUGH: readonly { readonly share: number; readonly helps: (one: Compared) => boolean }[] = [
  { share: 0.8, helps: ({ helpsFirst }) => helpsFirst },
  { share: 0.6, helps: ({ aim }) => aim !== null },
  { share: 0.6, helps: () => true },
];

export interface Candidate<One extends Compared = Compared> {
  readonly compared: One;
  readonly scored: Scored;
}

/** The best, then who differs in reason or school. More areas than usual count for the score alone: ticking would else make another reason (0076). */
export function chooseDiverse<One extends Compared>(candidates: readonly Candidate<One>[], people: number): readonly Candidate<One>[] {
  const left = [...candidates];
  const chosen: Candidate<One>[] = [];
  while (chosen.length < people && left.length > 0) {
    const [best] = left;
    const found = chosen.length === 0 ? undefined : differingFrom(chosen, left);
    const next = found?.one ?? best;
    if (!next) break;
    const place = found && next !== best ? found.place : placeOf(chosen);
    chosen.push({ ...next, scored: { ...next.scored, place } });
    left.splice(left.indexOf(next), 1);
  }
  return chosen;
}

/** The first who is near enough and has another reason than all who are chosen, best at another school, or else works at another one. */
function differingFrom<One extends Compared>(
  chosen: readonly Candidate<One>[],
  left: readonly Candidate<One>[],
): { readonly one: Candidate<One>; readonly place: Place } | undefined {
  const bestScore = chosen[0]?.scored.score ?? 0;
  const hasOther = (candidate: Candidate) => chosen.every((one) => reasonOf(one) !== reasonOf(candidate));
  const worksElsewhere = (candidate: Candidate) => chosen.every((one) => !sharePlace(one.compared, candidate.compared));
  for (const { share, helps } of NEAR_ENOUGH) {
    const near = left.filter(({ compared, scored }) => compared.isFocused && helps(compared) && scored.score >= bestScore * share);
    const otherwise = near.filter(hasOther);
    const other = otherwise.find(worksElsewhere) ?? otherwise[0];
    if (other) return { one: other, place: 'other-reason' };
    const elsewhere = near.find(worksElsewhere);
    if (elsewhere) return { one: elsewhere, place: 'other-school' };
  }
  return undefined;
}

/** The place of who comes next by the score alone. */
const placeOf = (before: readonly unknown[]): Place => (before.length === 0 ? 'best' : 'next');

/** Two who are ahead in different aims are two reasons. */
const reasonOf = ({ scored: { because, aim } }: Candidate): string => `${because} ${because === 'expertise' ? aim : ''}`;

const sharePlace = (a: Compared, b: Compared): boolean => a.worksAt.some((one) => b.worksAt.includes(one));
