import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Member } from '@alongside/domain/policies/actor.js';
import { administers, coordinates, coordinatesSomewhere, runsHub } from '@alongside/domain/policies/who.js';
import { session } from '../../replica/index.js';

/** The signed-in person, as the policies take them. */
export const actor = (): Member => ({
  person: (session()?.person ?? '') as PersonId,
  memberships: session()?.memberships ?? [],
});

interface Place {
  readonly institution: InstitutionId;
  readonly trust: InstitutionId | null;
}

/** What the policies say of the signed-in person: a screen shows what they may do and nothing else. */
export const rights = {
  runsHub: (): boolean => runsHub(actor()),
  administers: ({ institution, trust }: Place): boolean => administers(actor(), institution, trust),
  coordinatesSomewhere: (): boolean => coordinatesSomewhere(actor()),
  coordinates: ({ institution, trust }: Place): boolean => coordinates(actor(), institution, trust),
};
