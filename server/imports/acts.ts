import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Look } from '@alongside/projections/engine/look.js';
import { accountView, comparableEmail, type AccountRow } from '@alongside/projections/views/account.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { memberView, type MemberRow } from '@alongside/projections/views/member.view.js';

/** A command that an import would give. */
export interface Act {
  readonly type: string;
  readonly data: unknown;
}

/** What a row of a register asks for, as things stand: nothing where the hub knows it already, so that a file can be imported again and again. */
export function actsForInstitution({ institution, details, trust }: InstitutionImport, look: Look): readonly Act[] {
  const known = look.row<InstitutionRow>(institutionView.name, institution);
  if (!known) return [{ type: 'RegisterInstitution', data: { institution, details, ...(trust && { trust }) } }];
  const acts: Act[] = [];
  if (!sameDetails(known.details, details)) acts.push({ type: 'DescribeInstitution', data: { institution, details } });
  if (trust && known.trust !== trust) acts.push({ type: 'JoinTrust', data: { institution, trust } });
  return acts;
}

const sameDetails = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Who an address belongs to; undefined where nobody has it yet. */
export const personWith = (email: string, look: Look): PersonId | undefined =>
  look.rows<AccountRow>(accountView.name, { email: comparableEmail(email) })[0]?.person;

/** The acts that bring one member of staff in. `person` is theirs if the hub knows them, else the new id they get. Their own words are never overwritten. */
export function actsForStaff(row: StaffImport, institution: InstitutionId, person: PersonId, look: Look): readonly Act[] {
  const known = personWith(row.email, look) !== undefined;
  const member = look.row<MemberRow>(memberView.name, `${institution}:${person}`);
  const acts: Act[] = [];
  if (!known) acts.push({ type: 'InvitePerson', data: { person, name: row.name, email: row.email, institution } });
  if (!member || member.left) acts.push({ type: 'AddMember', data: { institution, person, from: row.from } });
  if (!known && (row.jobTitle || row.subjects.length > 0 || row.phases.length > 0)) {
    const profile = { jobTitle: row.jobTitle, about: '', phases: row.phases, subjects: row.subjects, settings: [], roles: [] };
    acts.push({ type: 'DescribeProfile', data: { person, profile } });
  }
  return acts;
}

/** Who manages and assesses somebody, once everybody of the file is known; nothing where it says what is recorded already. */
export function actsForLines(row: StaffImport, institution: InstitutionId, person: PersonId, look: Look): readonly Act[] {
  if (row.lineManager === null && row.inductionTutor === null) return [];
  const member = look.row<MemberRow>(memberView.name, `${institution}:${person}`);
  const lineManager = row.lineManager === null ? (member?.lineManager ?? null) : (personWith(row.lineManager, look) ?? null);
  const inductionTutor = row.inductionTutor === null ? (member?.inductionTutor ?? null) : (personWith(row.inductionTutor, look) ?? null);
  if (member && member.lineManager === lineManager && member.inductionTutor === inductionTutor) return [];
  return [{ type: 'SetReportingLine', data: { institution, person, lineManager, inductionTutor } }];
}
