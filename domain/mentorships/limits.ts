/** How many school days of the mentee the other has to agree, before the hub completes it for them both. */
export const COMPLETION_WINDOW_DAYS = 5;
