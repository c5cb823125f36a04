import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { ViewReader } from '../engine/view-reader.js';
import { newcomerView, type NewcomerRow } from '../views/newcomer.view.js';

/** What a person has had of Alongside: nothing yet, an invitation, or a session. */
export type Welcome = 'none' | 'invited' | 'signed-in';

/** Members alone are newcomers: whoever belongs nowhere counts as signed in. */
export function welcomeOf(person: PersonId, look: ViewReader): Welcome {
  const awaited = look.rows<NewcomerRow>(newcomerView.name, { person });
  if (awaited.length === 0) return 'signed-in';
  return awaited.some(({ invitedOn }) => invitedOn !== null) ? 'invited' : 'none';
}
