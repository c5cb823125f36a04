import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { AT_ONCE_LIMIT_PEOPLE } from '@alongside/domain/institutions/institution.events.js';
import { sayDay } from '@alongside/domain/uk/uk-time.js';
import { invitationView } from '@alongside/projections/views/invitation.view.js';
import { newcomersView } from '@alongside/projections/views/newcomers.view.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { Act } from './acts.js';
import type { ImportTally, Invite } from './import-progress.js';
import { isAskedUntold, isUninvited } from './staff-wave.js';

export const INVITATIONS = 'Invitations';

interface How {
  readonly look: HubReader;
  readonly tally: ImportTally;
  /** Who is in the list. */
  readonly people: Iterable<PersonId>;
  /** Settles with whether it was done. `isSettled`: with all that the list did in view. */
  readonly give: (act: Act, isSettled: boolean) => Promise<boolean>;
}

/** Now: the people of this list alone. A school has one day for all its new colleagues, and one that was planned already is kept. */
export async function inviteStaff(institution: InstitutionId, invite: Invite | null, how: How): Promise<void> {
  const { look, tally, give, people } = how;
  if (invite?.on === 'now') return inviteNow(institution, invite.from, how);
  const waiting = [...new Set(people)].filter((person) => isAskedUntold(institution, person, look)).length;
  if (waiting > 0) tally.told = { ...tally.told, waiting };
  const row = look.row(newcomersView.name, institution);
  const planned = row?.plannedOn ?? null;
  const asked = look.rows(invitationView.name, { institution }).filter(({ person }) => isAskedUntold(institution, person, look)).length;
  // The day is theirs as well: nobody of them waits without one.
  const told = (on: Day | null) => (tally.told = { emailed: 0, planned: (row?.notInvited ?? 0) + asked, on });
  if (planned !== null) told(planned);
  if (!invite) return;
  const { on, from } = invite;
  if (planned !== null) tally.note(`${INVITATIONS}: We send them on ${sayDay(planned)}. This day was already planned.`);
  else if (await give({ type: 'PlanInvitations', data: { institution, on, from } }, false)) told(on as Day);
}

async function inviteNow(institution: InstitutionId, from: PersonId, { look, tally, people: all, give }: How): Promise<void> {
  const people = [...new Set(all)];
  for (let at = 0; at < people.length; at += AT_ONCE_LIMIT_PEOPLE) {
    const some = people.slice(at, at + AT_ONCE_LIMIT_PEOPLE);
    // As the facts of the command have it: the hub invites those alone who were never invited.
    const emailed = some.filter((person) => isUninvited(institution, person, look)).length;
    if (await give({ type: 'SendInvitations', data: { institution, people: some, from } }, true))
      tally.told = { ...tally.told, emailed: tally.told.emailed + emailed };
  }
}
