import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Look } from '@alongside/projections/engine/look.js';
import { memberView, type MemberRow } from '@alongside/projections/views/member.view.js';
import { uuidv7 } from 'uuidv7';
import { personWith, type Act } from './acts.js';

/** One row of a staff file with what it asks for, as things stand. Their own words are never overwritten. */
export interface StaffTask {
  readonly row: StaffImport;
  readonly person: PersonId;
  /** Brings them into the hub; absent for somebody it knows. */
  readonly invite: Act | undefined;
  /** Says what a newcomer's post is. */
  readonly describe: Act | undefined;
  /** Set where they are not a member yet. */
  readonly joins: Day | undefined;
}

/** What a row asks for. `person` stays the same when it is asked again for the same address. */
export function taskOf(row: StaffImport, institution: InstitutionId, look: Look): StaffTask {
  const known = personWith(row.email, look);
  const person = known ?? (uuidv7() as PersonId);
  const member = known && look.row<MemberRow>(memberView.name, `${institution}:${person}`);
  const profile = { jobTitle: row.jobTitle, about: '', phases: row.phases, subjects: row.subjects, settings: [], roles: [] };
  const says = row.jobTitle !== '' || row.subjects.length > 0 || row.phases.length > 0;
  return {
    row,
    person,
    invite: known ? undefined : { type: 'InvitePerson', data: { person, name: row.name, email: row.email, institution } },
    describe: known || !says ? undefined : { type: 'DescribeProfile', data: { person, profile } },
    joins: !member || member.left ? row.from : undefined,
  };
}

/** Nothing is to be done for a row that the hub knows already. */
export const isNew = ({ invite, joins }: StaffTask): boolean => invite !== undefined || joins !== undefined;

/** Who manages and assesses somebody, once everybody of the file is known; undefined where that is recorded already, or the file does not say. */
export function lineOf(
  row: StaffImport,
  institution: InstitutionId,
  person: PersonId,
  look: Look,
): { readonly person: PersonId; readonly lineManager: PersonId | null; readonly inductionTutor: PersonId | null } | undefined {
  if (row.lineManager === null && row.inductionTutor === null) return undefined;
  const member = look.row<MemberRow>(memberView.name, `${institution}:${person}`);
  const lineManager = row.lineManager === null ? (member?.lineManager ?? null) : (personWith(row.lineManager, look) ?? null);
  const inductionTutor = row.inductionTutor === null ? (member?.inductionTutor ?? null) : (personWith(row.inductionTutor, look) ?? null);
  return member?.lineManager === lineManager && member.inductionTutor === inductionTutor
    ? undefined
    : { person, lineManager, inductionTutor };
}
