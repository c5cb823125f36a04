import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';

export const KIND_WORDS: Readonly<Record<InstitutionDetails['kind'], string>> = {
  school: 'School',
  trust: 'Trust',
  college: 'College',
  hub: 'Hub',
};

/** Phases as the register of schools names them. */
export const PHASES = ['Nursery', 'Primary', 'Secondary', 'All-through', '16 plus'] as const;
