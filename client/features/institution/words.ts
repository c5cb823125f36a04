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

/** What those who hold a role may see and do. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  coordinator: 'They add people, and see who is paired and whether they meet. They never see what a pair says.',
  leader: 'They see how the programme is going, in figures. They never see what a pair says.',
  administrator: 'They change roles, details and settings, and see the list of people. They never see what a pair says.',
};
