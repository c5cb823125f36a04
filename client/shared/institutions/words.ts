import type { InstitutionDetails, Nation } from '@alongside/domain/institutions/institution.events.js';

export const KIND_WORDS: Readonly<Record<InstitutionDetails['kind'], string>> = {
  school: 'School',
  trust: 'Trust',
  college: 'College',
  hub: 'Hub',
};

/** What the register of each nation calls the number of a school. */
export const NUMBER_OF: Readonly<Record<Nation, string>> = {
  england: 'URN',
  wales: 'School number',
  scotland: 'SEED code',
  'northern-ireland': 'Institution reference number',
};
/** England’s register gives trusts a number, too. */
export const TRUST_NUMBER = 'Trust number (UID)';

/** Phases as the register of schools names them. */
export const PHASES = ['Nursery', 'Primary', 'Secondary', 'All-through', '16 plus'] as const;
