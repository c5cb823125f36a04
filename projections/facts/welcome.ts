import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '../views/index.js';
import { putBackView } from '../views/put-back.view.js';
import { newcomerView } from '../views/newcomer.view.js';

/** What a person has had of Alongside: nothing yet, an invitation, or a session. */
export type Welcome = 'none' | 'invited' | 'signed-in';

/** Whether no email has told a person of Alongside, and they have not signed in: also one who was removed and belongs nowhere. */
export const isUntold = (person: PersonId, look: HubReader): boolean =>
  welcomeOf(person, look) === 'none' || look.rows(putBackView.name, { person }).some(({ told }) => !told);

/** Members alone are newcomers: a person who belongs nowhere counts as signed in. */
export function welcomeOf(person: PersonId, look: HubReader): Welcome {
  const awaited = look.rows(newcomerView.name, { person });
  if (awaited.length === 0) return 'signed-in';
  return awaited.some(({ invitedOn }) => invitedOn !== null) ? 'invited' : 'none';
}
