import type { InstitutionDetails, Nation, Role } from '@alongside/domain/institutions/institution.events.js';

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

/** What a role may see and do, in one sentence each. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  coordinator: 'Adds people, and sees who is paired and whether they meet. Never what they say.',
  leader: 'Sees how the programme is going, in figures. Never who said what.',
  administrator: 'Changes roles, details and settings, and sees the list of people.',
};
