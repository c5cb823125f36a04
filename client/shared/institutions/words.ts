import type { InstitutionDetails, Nation } from '@alongside/domain/institutions/institution.events.js';

/** The nations as people write them. */
export const NATION_WORDS: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

export const KIND_WORDS: Readonly<Record<InstitutionDetails['kind'], string>> = {
  school: 'School',
  trust: 'Trust',
  college: 'College',
  hub: 'Hub',
};

/** Phases as the register of schools names them. */
export const PHASES = ['Nursery', 'Primary', 'Secondary', 'All-through', '16 plus'] as const;
