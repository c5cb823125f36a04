import type { InstitutionId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB_INSTITUTION, type Principal } from '@alongside/domain/policies/actor.js';

/** The person alone. */
export const onlyPerson = (person: PersonId): readonly Principal[] => [`person:${person}`];
/** Both people of a mentorship, through their membership of it. */
export const onlyPair = (mentorship: MentorshipId): readonly Principal[] => [`mentorship:${mentorship}`];

const each = (
  institutions: readonly InstitutionId[],
  ...suffixes: readonly ('coordinators' | 'leaders' | 'administrators')[]
): Principal[] =>
  [...new Set(institutions)].flatMap((institution) => suffixes.map((suffix): Principal => `institution:${institution}#${suffix}`));

/** Who keeps the list of an institution's people: coordinators and administrators of these institutions, and administrators of the hub. */
export const memberListReaders = (institutions: readonly InstitutionId[]): readonly Principal[] => [
  ...each(institutions, 'coordinators', 'administrators'),
  ...(institutions.includes(HUB_INSTITUTION) ? [] : each([HUB_INSTITUTION], 'administrators')),
];

/** On whose desk an institution’s everyday is: its coordinators and administrators, and those of its trust. */
export const desksOf = (institution: InstitutionId, trust: InstitutionId | null): readonly Principal[] =>
  each(trust ? [institution, trust] : [institution], 'coordinators', 'administrators');

/** Who may read who looks for a mentor. */
export const coordinatorsOf = (institutions: readonly InstitutionId[]): readonly Principal[] => each(institutions, 'coordinators');

/** Who may see that pairs meet and how they stand: coordinators and leaders. */
export const overseers = (institutions: readonly InstitutionId[]): readonly Principal[] => each(institutions, 'coordinators', 'leaders');

/** Who may see what leaves the hub of an institution, whatever else they are. */
export const administratorsOf = (institution: InstitutionId): readonly Principal[] => each([institution], 'administrators');
