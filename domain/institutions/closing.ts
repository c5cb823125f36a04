import type { Day, InstitutionId, PersonId } from '../kernel/brand.js';
import { HUB, type Command } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { InstitutionCommand } from './institution.commands.js';
import type { InstitutionDetails, InstitutionEvent } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';
import type { Invitations } from './invitations.js';

export type ClosingRefusal = Refusal<
  'INSTITUTION.CLOSED' | 'INSTITUTION.CLOSES_LATER' | 'INSTITUTION.CANNOT_CLOSE' | 'INSTITUTION.NOT_YOUR_CLOSED_SCHOOL'
>;

/** Closed since a day, with the institutions that came after it as its register names them; none where it names none. */
export interface Closed {
  readonly on: Day;
  readonly successors: readonly InstitutionId[];
}

type Given<Type extends InstitutionCommand['type']> = Extract<InstitutionCommand, { type: Type }> & Pick<Command, 'by' | 'on'>;
type Decision = Result<readonly InstitutionEvent[], ClosingRefusal>;
interface Closing {
  readonly details: InstitutionDetails;
  readonly closed: Closed | null;
}

/** Commands that would bring people to a place that is closed. */
const BRINGS_PEOPLE: ReadonlySet<InstitutionCommand['type']> = new Set([
  'AddMember',
  'AddMembers',
  'InviteMembers',
  'AcceptInvitation',
  'PlanInvitations',
  'SendInvitations',
  'AskToJoin',
]);

/** What a closed institution answers to a command that brings people there; undefined for every other. */
export function whereClosed(command: InstitutionCommand, { closed }: Pick<Closing, 'closed'>): Decision | undefined {
  if (!closed || !BRINGS_PEOPLE.has(command.type)) return undefined;
  // A plan from before it closed comes to its day, or is cancelled: nobody is told, and nothing failed.
  if (command.type === 'SendInvitations' && command.by === HUB) return ok([]);
  if (command.type === 'PlanInvitations' && command.data.on === null) return undefined;
  // Given again after a join: they were members as it closed, and go from there to its successor.
  if (command.type === 'AddMember' && command.by === HUB && command.data.asOf !== undefined) return undefined;
  return refuse({ code: 'INSTITUTION.CLOSED' });
}

/** From a day that has come. A register that names another day or other successors corrects what was said before. */
export function close({ data, on: today }: Given<'CloseInstitution'>, { details, closed }: Closing): Decision {
  if (details.kind === 'hub' || details.kind === 'trust') return refuse({ code: 'INSTITUTION.CANNOT_CLOSE' });
  if (data.on > today) return refuse({ code: 'INSTITUTION.CLOSES_LATER', field: 'on' });
  const successors = [...new Set(data.successors)].filter((one) => one !== data.institution).sort();
  const isSaid = closed?.on === data.on && JSON.stringify(closed.successors) === JSON.stringify(successors);
  return ok(isSaid ? [] : [{ type: 'InstitutionClosed', data: { institution: data.institution, on: data.on, successors } }]);
}

/** It is open after all. */
export const reopen = ({ data }: Given<'ReopenInstitution'>, { closed }: Closing): Decision =>
  ok(closed ? [{ type: 'InstitutionReopened', data }] : []);

/**
 * Members who were not told yet. The last of several acts is said also where none is left: it ends the telling. Nothing where the school
 * is open again.
 */
export function tellOfClosing(
  { data: { institution, people: named, goesOn } }: Given<'TellOfClosing'>,
  { closed, members, toldOfClosing }: Closing & Record<'members' | 'toldOfClosing', { has(person: PersonId): boolean }>,
): readonly InstitutionEvent[] {
  if (!closed) return [];
  const people = [...new Set(named)].filter((person) => members.has(person) && !toldOfClosing.has(person));
  if (goesOn && people.length === 0) return [];
  return [{ type: 'ClosingTold', data: { institution, people, ...(goesOn && { goesOn }) } }];
}

/** A member of a closed school says where they are now. At its successor their word is enough; elsewhere a coordinator says yes as well. */
export function askToJoin(
  { data, on }: Given<'AskToJoin'>,
  here: Closing & { readonly members: { has(person: PersonId): boolean }; readonly invited: Invitations },
  { leaving, addressees }: InstitutionFacts,
): Decision {
  const { institution, person, closed } = data;
  if (here.details.kind === 'hub') return refuse({ code: 'INSTITUTION.NOT_YOUR_CLOSED_SCHOOL' });
  if (leaving?.institution !== closed || !leaving.isMember) return refuse({ code: 'INSTITUTION.NOT_YOUR_CLOSED_SCHOOL' });
  if (here.members.has(person)) return ok([]);
  const invited = here.invited.get(person);
  if (leaving.successors.includes(institution) || (invited && !invited.asked))
    return ok([{ type: 'MemberJoined', data: { institution, person, from: on, movedFrom: closed } }]);
  // The address is how its coordinators know them: only their own.
  if (addressees[0] !== person) return refuse({ code: 'INSTITUTION.NOT_YOUR_CLOSED_SCHOOL' });
  return ok(invited ? [] : [{ type: 'JoinAsked', data: { institution, person, email: data.email, from: on, closed } }]);
}
