import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { Act } from './acts.js';
import { seenOf } from './changed-meanwhile.js';
import type { Named } from './done-log.js';
import { whyStays } from './looked-at.js';

/** What taking leave is done with. */
interface How {
  readonly look: HubReader;
  /** Whom the list names as things are now: since it was looked at, one of them may have got a row’s address, or be one person with another. */
  readonly named: ReadonlySet<PersonId>;
  /** Whether they were changed since they were shown as gone. */
  readonly isChanged: (person: PersonId) => boolean;
  readonly give: (act: Act, who: string) => Promise<boolean>;
  readonly onLeft: (one: Named) => void;
  readonly onStays: (why: string) => void;
}

/** Removes a member who is said to be gone, unless they are in the list by now, or were removed or changed since. */
export async function takeLeave(
  person: PersonId,
  institution: InstitutionId,
  { look, named, isChanged, give, onLeft, onStays }: How,
): Promise<void> {
  const name = look.row('person', person)?.name ?? 'A member';
  const why = whyStays(name, {
    isNamed: named.has(person),
    isHere: seenOf(person, institution, look) !== undefined,
    isChanged: isChanged(person),
  });
  if (why !== undefined) return onStays(why);
  if (await give({ type: 'RemoveMember', data: { institution, person } }, name)) onLeft({ person, name });
}
