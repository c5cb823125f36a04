import { NOTHING, type Part } from '../part.js';

/** Learned compatibility, where no model serves: it weighs nothing. A model scores in its place; neither gives reasons of its own. */
export const learnedPart: Part = { id: 'learned', score: () => 0, say: () => NOTHING };
