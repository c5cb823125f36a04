const MINUTES_PER_QUARTER_CREDIT = 15;

/**
 * Credits for minutes spent: 60 minutes are 1 credit, rounded down to a quarter. Add minutes before asking, or the rounding adds up too.
 */
export const cpdCredits = (minutes: number): number => Math.floor(Math.max(0, minutes) / MINUTES_PER_QUARTER_CREDIT) / 4;

/** How the rounding is stated wherever credits stand. */
export const CPD_ROUNDING = '60 minutes are 1 credit, rounded down to a quarter.';
