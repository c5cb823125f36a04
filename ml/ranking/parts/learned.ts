import { NOTHING, type Part } from '../part.js';

/** Learned compatibility: absent until a model has been trained and has shown that it helps. Weighs nothing and says nothing of anybody. */
export const learnedPart: Part = { id: 'learned', score: () => 0, say: () => NOTHING };
