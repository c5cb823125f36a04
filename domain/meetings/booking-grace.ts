/** A meeting may be booked this long after it began: two who have just sat down may still put it in the record. */
export const BOOKING_GRACE_MINUTES = 15;
