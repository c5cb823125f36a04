/** How long a session lasts, in milliseconds: on one's own device, and on a computer that others use too. */
export const OWN_SESSION_MS = 30 * 24 * 60 * 60 * 1_000;
export const SHARED_SESSION_MS = 8 * 60 * 60 * 1_000;
