import type { Nation } from './institution.events.js';

/** What the register of each nation calls the number of a school. */
export const NUMBER_OF: Readonly<Record<Nation, string>> = {
  england: 'URN',
  wales: 'School number',
  scotland: 'SEED code',
  'northern-ireland': 'Institution reference number',
};
/** England’s register gives trusts a number, too. */
export const TRUST_NUMBER = 'Trust number (UID)';
