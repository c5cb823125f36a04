/** How many requests one mentee may have open, with all mentors together (R3). */
export const OPEN_REQUESTS_LIMIT = 3;
/** How many offers to help one mentee may have open, from all mentors together. */
export const OPEN_OFFERS_LIMIT = 3;
/** A mentee who has as many mentors and open requests as this is not offered another. */
export const MENTORS_BESIDE_LIMIT = 3;
/** How long a mentor who heard “not this time” may not offer to help the same mentee again, in days. */
export const OFFER_AGAIN_AFTER_DAYS = 90;
