import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '../views/index.js';
import { putBackView } from '../views/put-back.view.js';
import { newcomerView } from '../views/newcomer.view.js';

/** What a person has had of Alongside: nothing yet, an invitation, or a session. */
export type Welcome = 'none' | 'invited' | 'signed-in';

/** Whether no email has told a person of Alongside, and they have not signed in. */
export const isUntold = (person: PersonId, look: HubReader): boolean => welcomeOf(person, look) === 'none';

/** Also of those who belong nowhere: who was removed, and whom an import that was killed brought in and did not add. */
export function welcomeOf(person: PersonId, look: HubReader): Welcome {
  const told = [
    ...look.rows(newcomerView.name, { person }).map(({ invitedOn }) => invitedOn !== null),
    ...look.rows(putBackView.name, { person }).map((row) => row.told),
  ];
  if (told.length === 0) return 'signed-in';
  return told.includes(true) ? 'invited' : 'none';
}
