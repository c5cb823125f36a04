/** The most that what was learned counts, however much is known: what people ask for stays more than half. */
const MOST = 0.4;
/** Outcomes with which it counts for half of that. */
const HALF_OUTCOMES = 600;

/** The share of the whole that a model has which learned from so many outcomes: the rules rank well from the first day, and learning takes over as evidence comes. */
export const weightOf = (outcomes: number): number => (MOST * outcomes) / (outcomes + HALF_OUTCOMES);
