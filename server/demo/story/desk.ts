import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { partsOf } from './opening.js';
import type { Stage } from '../stage.js';

const COORDINATOR = 'helen-price' as PersonId;
const ASKS_FOR_HELP = 'priya-nair' as PersonId;
const SCHOOL = 'northfield';

/** Colleagues whom the school has imported and who have not signed in; the first of them were invited. */
const NEW_COLLEAGUES = [
  { id: 'amara-osei', name: 'Amara Osei' },
  { id: 'joe-tindall', name: 'Joe Tindall' },
  { id: 'megan-pryce', name: 'Megan Pryce' },
  { id: 'sunil-mehta', name: 'Sunil Mehta' },
  { id: 'grace-adeyemi', name: 'Grace Adeyemi' },
] as const;
const INVITED = 2;

/** New staff of Northfield are imported: the hub tells none of them, and Helen invites two. */
export function importColleagues(stage: Stage): void {
  for (const { id: person, name } of NEW_COLLEAGUES) {
    const email = `${person.replace('-', '.')}@${SCHOOL}.example`;
    stage.give(HUB, 'InvitePerson', { person, name, names: partsOf(name), email, institution: SCHOOL });
    stage.give(HUB, 'AddMember', { institution: SCHOOL, person, from: stage.today() });
  }
  stage.give(COORDINATOR, 'SendInvitations', { institution: SCHOOL, people: NEW_COLLEAGUES.slice(0, INVITED).map(({ id }) => id) });
}

/** Priya writes to Helen, unless what she wrote before is not done yet. */
export function askForHelp(stage: Stage, mentorship: string | undefined): void {
  const waits = stage.look.rows('help', { coordinator: COORDINATOR }).some(({ doneOn }) => doneOn === null);
  if (waits || !mentorship) return;
  const text = 'Asha and I can never find the same free period this half term. Could you help us find half an hour?';
  stage.give(ASKS_FOR_HELP, 'AskForHelp', { mentorship, coordinator: COORDINATOR, text });
}
