/** How many requests one mentee may have open, with all mentors together (R3). */
export const OPEN_REQUESTS_LIMIT = 3;
