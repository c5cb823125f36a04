import { placeOf, placesOf, type PairOfIds, type Problem } from '@alongside/ml/assignment/problem.js';
import type { Unmatched } from '@alongside/ml/assignment/answer.js';
import { compareCohorts, type KeptFrom } from '@alongside/ml/ranking/cohort.js';
import type { Cohort } from './read-cohort.js';

/** What is asked of an assignment of two lists. */
export type CohortAsked = Pick<Problem, 'mode' | 'first' | 'floor'>;

/** Two lists as a problem, and why any pairs of it: score, parts and sentences for the mentee, the mentor and the coordinator. */
export function cohortProblem({ mentees, mentors }: Cohort, asked: CohortAsked) {
  const { people, scores, keptFrom, why } = compareCohorts(
    mentees.map(({ profile }) => profile),
    mentors.map(({ profile }) => profile),
  );
  const problem: Problem = {
    mentees: people.mentees.map((one, at) => ({ ...one, needs: mentees[at]?.needs ?? one.needs })),
    mentors: people.mentors.map((one, at) => ({ ...one, min: mentors[at]?.min ?? one.min })),
    scores,
    forbidden: [],
    fixed: [],
    ...asked,
  };
  const [menteePlaces, mentorPlaces] = [placesOf(problem.mentees), placesOf(problem.mentors)];
  const reasonsOf = (pairs: readonly PairOfIds[]) =>
    pairs.map(([mentee, mentor]) => {
      const { score, parts, adjustments, forMentee, forMentor, forCoordinator } = why(
        placeOf(menteePlaces, mentee),
        placeOf(mentorPlaces, mentor),
      );
      return {
        pair: [mentee, mentor],
        score,
        parts: parts.filter(({ weight }) => weight > 0),
        adjustments,
        forMentee,
        forMentor,
        forCoordinator,
      };
    });
  /** Of two lists the coordinator gave no scores: a mentee without a possible mentor is told what keeps them from each. */
  const asListed = (one: Unmatched): Unmatched => {
    if (one.code !== 'UNMATCHED.NO_PAIR_POSSIBLE') return one;
    const place = placeOf(menteePlaces, one.id);
    return { ...one, reason: sayKept(problem.mentees[place]?.needs ?? 1, mentors.length, keptFrom(place)) };
  };
  return { problem, reasonsOf, asListed };
}

function sayKept(needs: number, mentors: number, { self, apart, full, mustHaves }: KeptFrom): string {
  const possible = mentors - self - apart - full - mustHaves;
  const why = [
    self && `${self} is the same person`,
    apart && `${apart} ${apart === 1 ? 'is' : 'are'} to be kept apart from them`,
    mustHaves && `${mustHaves} ${mustHaves === 1 ? 'does' : 'do'} not meet what they must have`,
    full && `${full} ${full === 1 ? 'has' : 'have'} no place`,
  ].filter((one) => one !== 0);
  return `Needs ${needs}, and ${possible} of ${mentors} ${mentors === 1 ? 'mentor' : 'mentors'} can be theirs${why.length > 0 ? `: ${why.join(', ')}` : ''}.`;
}
