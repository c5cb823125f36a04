import { streamOf, type InstitutionId, type StreamId } from '@alongside/domain/kernel/brand.js';
import type { Rules } from './rules.js';

/**
 * The rules of a hub whose log may be found damaged: nothing more is decided on a stream that is not as it was written, and roles that such a
 * stream of a school or trust tells of give no rights, because nobody knows who gave them.
 */
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
