import { placeOf, placesOf, type PairOfIds, type Problem } from '@alongside/ml/assignment/problem.js';
import { compareCohorts } from '@alongside/ml/ranking/cohort.js';
import type { Cohort } from './read-cohort.js';

/** What is asked of an assignment of two lists. */
export type CohortAsked = Pick<Problem, 'mode' | 'first' | 'floor'>;

/** Two lists as a problem, and why any pairs of it: score, parts and sentences for the mentee, the mentor and the coordinator. */
export function cohortProblem({ mentees, mentors }: Cohort, asked: CohortAsked) {
  const { people, scores, why } = compareCohorts(
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
  return { problem, reasonsOf };
}
