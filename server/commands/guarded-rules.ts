import { streamOf, type InstitutionId, type StreamId } from '@alongside/domain/kernel/brand.js';
import type { Rules } from './rules.js';

/** Nothing is decided on a damaged stream, and roles that a damaged stream of a school or trust tells of give no rights. */
export const guardedRules = (rules: Rules, isDamaged: (stream: StreamId) => boolean): Rules => ({
  ...rules,
  isClosed: isDamaged,
  actorOf: (person, look) => {
    const actor = rules.actorOf(person, look);
    const doubtful = (institution: InstitutionId) => isDamaged(streamOf('institution', institution));
    if (!actor.memberships.some(({ institution }) => doubtful(institution))) return actor;
    const memberships = actor.memberships.map((membership) =>
      doubtful(membership.institution) ? { ...membership, roles: [] } : membership,
    );
    return { ...actor, memberships };
  },
});
