/** Mentorships from which on a model is trained: fewer teach it who these people were, and nothing of others. */
export const LEARN_FLOOR_OUTCOMES = 200;
/** The newest that are learned from. */
export const LEARN_LIMIT_OUTCOMES = 20_000;
/** Of so many mentees this many are left out of all training, for good: every model is compared on them. */
export const LEFT_OUT = { of: 10, each: 3 } as const;
/** Left-out mentees with a mentorship that lasted and one that did not, from which on models are compared: the order is right or wrong for them alone. */
export const COMPARE_FLOOR_MENTEES = 20;
/** A model beats the rules where its gain per mentee is above 0 by this many standard errors: 19 times in 20 it is no accident. */
export const BEATS_BY_ERRORS = 1.645;

/** Days that count as a term. */
export const TERM_DAYS = 84;
/** Meetings from which on a mentorship was one. */
export const TERM_MEETINGS = 3;

/** Mentorships that are alike, of whose end a chance is told: fewer say nothing. */
export const CHANCE_FLOOR_OUTCOMES = 30;
/** Into how many groups of alike mentorships those of left-out mentees are sorted at most: more would follow luck. */
export const CHANCE_LIMIT_GROUPS = 5;
/** A chance that may be anything within a wider span is not told. */
export const CHANCE_LIMIT_SPAN = 0.35;
