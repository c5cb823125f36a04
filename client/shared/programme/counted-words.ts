import { RELEASED_FROM_PEOPLE } from '@alongside/domain/figures/release.js';

/** What becomes of an answer in figures, beside the sentence that says who can see it (0051). */
export const COUNTED = `Figures count it only with the answers of at least ${RELEASED_FROM_PEOPLE - 1} other people.`;
/** The same of a goal: of its words nothing is counted. */
export const GOAL_COUNTED = `Figures count its area, and whether it is achieved, only with at least ${RELEASED_FROM_PEOPLE - 1} other people.`;
