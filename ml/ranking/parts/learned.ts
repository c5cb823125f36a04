import { NOTHING, type Part } from '../part.js';

/** What stands where the learned part’s sentence would. */
export const LEARNED_NOT_USED = 'Not used yet. Past mentorships do not affect your suggestions.';

/** Learned compatibility: absent until a model has been trained and has shown that it helps. Weighs nothing and says nothing of anybody. */
export const learnedPart: Part = { id: 'learned', score: () => 0, say: () => NOTHING };
