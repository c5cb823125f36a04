import type { Compared } from './compared.js';
import type { Place, Scored } from './suggestion.js';

/** A mentor is not suggested for being different alone: they reach this share of the best score. */
const NEAR_ENOUGH = 0.6;

export interface Candidate<One extends Compared = Compared> {
  readonly compared: One;
  readonly scored: Scored;
}

/** The best, then who differs in reason or school. More areas than usual count for the score alone: ticking would else make another reason (0076). */
export function chooseDiverse<One extends Compared>(candidates: readonly Candidate<One>[], people: number): readonly Candidate<One>[] {
  const left = [...candidates];
  const chosen: Candidate<One>[] = [];
  const enough = (candidates[0]?.scored.score ?? 0) * NEAR_ENOUGH;
  while (chosen.length < people && left.length > 0) {
    const near = left.filter(({ compared, scored }) => scored.score >= enough && compared.isFocused);
    const otherwise = near.filter((candidate) => chosen.every((one) => reasonOf(one) !== reasonOf(candidate)));
    const worksElsewhere = (candidate: Candidate) => chosen.every((one) => !sharePlace(one.compared, candidate.compared));
    const best = left[0];
    const next = chosen.length === 0 ? best : (otherwise.find(worksElsewhere) ?? otherwise[0] ?? near.find(worksElsewhere) ?? best);
    if (!next) break;
    const place = next === best ? placeOf(chosen) : otherwise.includes(next) ? 'other-reason' : 'other-school';
    chosen.push({ ...next, scored: { ...next.scored, place } });
    left.splice(left.indexOf(next), 1);
  }
  return chosen;
}

/** The place of who comes next by the score alone. */
const placeOf = (before: readonly unknown[]): Place => (before.length === 0 ? 'best' : 'next');

/** Two who are ahead in different aims are two reasons. */
const reasonOf = ({ scored: { because, aim } }: Candidate): string => `${because} ${because === 'expertise' ? aim : ''}`;

const sharePlace = (a: Compared, b: Compared): boolean => a.worksAt.some((one) => b.worksAt.includes(one));
