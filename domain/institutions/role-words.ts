import type { Role } from './institution.events.js';

/** What leaders and coordinators never read (R6). */
const NEVER = 'Never notes, goals or reflections.';

/** What leaders read of other people: rows of `pairing` with names and days, and figures. Every screen, email and page says it in these words. */
export const LEADERS_SEE = `Leaders see each pair by name, when they last met, and figures. ${NEVER}`;

/** What a person who joins a school lets be read there: the card on Today and the email say it in these words. */
export const whoSeesOnJoining = (school: string): string =>
  `If you join, coordinators and leaders at ${school} see who you are paired with and when you last met. They never see notes, goals or reflections.`;

/** What the holders of each role see and do: the one source of these sentences. */
export const ROLE_SEES: Readonly<Record<Role, string>> = {
  coordinator: `Coordinators add people. They see each pair by name, when they last met, who is looking for a mentor, and figures. ${NEVER}`,
  leader: LEADERS_SEE,
  administrator: `Administrators change roles, details and settings. They see the list of people, and the figures of their school, college or trust. ${NEVER}`,
};
