import type { Mentor } from '../features/candidate.js';
import { USUAL } from './breadth.js';
import type { Place, Weighed } from './suggestion.js';

/** A mentor is not suggested for being different alone: they reach this share of the best score. */
const NEAR_ENOUGH = 0.6;

export interface Candidate {
  readonly mentor: Mentor;
  readonly weighed: Weighed;
}

/** The best, then who differs in reason or school. More areas than usual count for the score alone: ticking would else make another reason (0076). */
export function chooseDiverse(candidates: readonly Candidate[], people: number): readonly Candidate[] {
  const left = [...candidates];
  const chosen: Candidate[] = [];
  const enough = (candidates[0]?.weighed.score ?? 0) * NEAR_ENOUGH;
  while (chosen.length < people && left.length > 0) {
    const near = left.filter(({ mentor, weighed }) => weighed.score >= enough && mentor.expertise.length <= USUAL.expertise);
    const otherwise = near.filter((candidate) => chosen.every((one) => reasonOf(one) !== reasonOf(candidate)));
    const worksElsewhere = (candidate: Candidate) => chosen.every((one) => !sharePlace(one.mentor, candidate.mentor));
    const best = left[0];
    const next = chosen.length === 0 ? best : (otherwise.find(worksElsewhere) ?? otherwise[0] ?? near.find(worksElsewhere) ?? best);
    if (!next) break;
    const place = next === best ? placeOf(chosen) : otherwise.includes(next) ? 'other-reason' : 'other-school';
    chosen.push({ ...next, weighed: { ...next.weighed, place } });
    left.splice(left.indexOf(next), 1);
  }
  return chosen;
}

/** The place of who comes next by the score alone. */
const placeOf = (before: readonly unknown[]): Place => (before.length === 0 ? 'best' : 'next');

/** Two who are ahead in different aims are two reasons. */
const reasonOf = ({ weighed: { because, aim } }: Candidate): string => `${because} ${because === 'expertise' ? aim : ''}`;

const sharePlace = (a: Mentor, b: Mentor): boolean =>
  a.workplaces.some((one) => b.workplaces.some((other) => one.institution === other.institution));
