import type { Learned } from './learned.js';

/** The rules: counted up with each change of theirs that moves an order. */
export const RANKING = 'rules-6';

/** What ranked, as the log notes it with every list that was shown: the rules, and the model that had a say in it. */
export const rankingOf = (learned: Pick<Learned, 'id'> | undefined): string => (learned ? `${RANKING}:${learned.id}` : RANKING);
