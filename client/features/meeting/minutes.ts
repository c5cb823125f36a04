/** What is said beside the minutes of a meeting that took place, where none are given. */
export const MINUTES_MISSING = 'Enter how many minutes you met for.';
