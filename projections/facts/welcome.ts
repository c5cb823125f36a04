import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '../views/index.js';
import { newcomerView } from '../views/newcomer.view.js';

/** What a person has had of Alongside: nothing yet, an invitation, or a session. */
export type Welcome = 'none' | 'invited' | 'signed-in';

/** Members alone are newcomers: a person who belongs nowhere counts as signed in. */
export function welcomeOf(person: PersonId, look: HubReader): Welcome {
  const awaited = look.rows(newcomerView.name, { person });
  if (awaited.length === 0) return 'signed-in';
  return awaited.some(({ invitedOn }) => invitedOn !== null) ? 'invited' : 'none';
}
