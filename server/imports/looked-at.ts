import { createHash } from 'node:crypto';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import { comparableName } from '@alongside/domain/text/names.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import { memberId, memberView } from '@alongside/projections/views/member.view.js';
import { personWith } from './acts.js';
import { seenOf, type Seen } from './changed-meanwhile.js';
import { membersByName } from './comparison.js';
import { LINES, type Line, type StaffTask } from './staff-wave.js';

const NO_SCHOOL = '';
const COMPARE = 'Choose the same file again to compare.';
const since = (what: string): string => `${what} on Alongside after you checked this list, so we left`;

/** What is said of a school that a register would change. */
export const SCHOOL_CHANGED = `${since('This school was changed')} it as it is. ${COMPARE}`;

/** What is said of a member whose address was changed since a row was taken to be theirs. */
export const ADDRESS_CHANGED = `${since('Their email address changed')} this row out. ${COMPARE}`;

/** Why a member who was to leave is not removed; undefined where they are. */
export function whyStays(
  name: string,
  { isNamed, isHere, isChanged }: { readonly isNamed: boolean; readonly isHere: boolean; readonly isChanged: boolean },
): string | undefined {
  if (isNamed) return `${name} is in this list by now, so we did not remove them. ${COMPARE}`;
  if (isHere && isChanged) return `${name} was changed on Alongside after you checked this list, so we did not remove them. ${COMPARE}`;
  return isHere ? undefined : `${name} stopped being a member after you checked this list, so we did not remove them again.`;
}

/** What a list was compared with, as its importer saw it. A row that is about another person by now, or would undo what was done since, is left out. */
export class LookedAt {
  readonly #members = new Map<number, Seen>();
  readonly #owners = new Map<string, PersonId>();
  readonly #addresses = new Map<PersonId, string>();
  readonly #leavers = new Map<PersonId, string>();
  readonly #schools = new Map<InstitutionId, string>();
  /** Without a comparison nothing is known of what was so. */
  #isCompared = false;
  #called: ReadonlyMap<PersonId, string> | undefined;
  #calledNow: ReturnType<typeof membersByName> | undefined;

  constructor(private readonly look: HubReader) {}

  /** A row of a staff list, as it is compared. */
  addRow(row: StaffImport, person: PersonId, institution: InstitutionId): void {
    this.#isCompared = true;
    this.seesMember(row.row, person, institution);
    for (const email of [row.email, ...LINES.map((line) => row[line])]) this.#addOwner(email);
  }

  #addOwner(email: string | null): void {
    const owner = email === null ? undefined : personWith(email, this.look);
    if (email !== null && owner) this.#owners.set(comparableEmail(email), owner);
  }

  /** The member of a row as they are now: the list has just given them its address, so that the row is about them. */
  seesMember(row: number, person: PersonId, institution: InstitutionId): void {
    const seen = seenOf(person, institution, this.look);
    if (seen) this.#members.set(row, seen);
  }

  /** Members whose new address a row may have. */
  addNamesakes(members: readonly PersonId[]): void {
    for (const person of members) this.#addresses.set(person, this.#addressOf(person));
  }

  /** Members who are in no row, as they are shown to be gone. */
  addLeavers(members: readonly PersonId[], institution: InstitutionId): void {
    for (const person of members) this.#leavers.set(person, this.#standing(person, institution));
  }

  /** Whether such a member was given a role or a line, or was put back, since. */
  isLeaverChanged(person: PersonId, institution: InstitutionId): boolean {
    const then = this.#leavers.get(person);
    return then !== undefined && then !== this.#standing(person, institution);
  }

  #standing(person: PersonId, institution: InstitutionId): string {
    const member = this.look.row(memberView.name, memberId({ institution, person }));
    return member ? JSON.stringify([member.roles, member.from, member.lineManager, member.inductionTutor, member.taken?.membership]) : '';
  }

  /** Everybody whose name the new people of the list were compared with. */
  addCalled(people: readonly PersonId[]): void {
    this.#called = new Map(people.map((person) => [person, this.#nameOf(person)]));
  }

  addSchool(institution: InstitutionId): void {
    this.#schools.set(institution, this.#school(institution) ?? NO_SCHOOL);
  }

  /** The member of a row; undefined where nobody was. */
  member(row: number): Seen | undefined {
    return this.#members.get(row);
  }

  /** Why a row is not about whom it was about; undefined where it is. */
  whyAnother({ row, person, invite }: StaffTask, institution: InstitutionId): string | undefined {
    if (this.#hasMoved(row.email) || this.#isAnothersNow(row))
      return `${since('The owner of this email address changed')} this row out. ${COMPARE}`;
    if (this.#members.has(row.row) && !seenOf(person, institution, this.look))
      return `${since('This person stopped being a member')} this row out. ${COMPARE}`;
    if (invite && this.#isCalledLikeSince(row.name, institution))
      return `${since('A person with the same name was added')} this row out. ${COMPARE}`;
    return undefined;
  }

  /** Why a member is not given the address of a row; undefined where they had none but the one that was looked at. */
  whyNotTheirs(person: PersonId): string | undefined {
    const then = this.#addresses.get(person);
    return then === undefined || then === this.#addressOf(person) ? undefined : ADDRESS_CHANGED;
  }

  /** The address that a member had as their new one was looked at; undefined where none was. */
  addressOf(person: PersonId): string | undefined {
    return this.#addresses.get(person);
  }

  /** A row without the managers and tutors whose address is another person's by now, and what is said of that. */
  withoutMoved(row: StaffImport): { readonly row: StaffImport; readonly said?: string } {
    const moved = LINES.filter((line) => row[line] !== null && this.#hasMoved(row[line]));
    if (moved.length === 0) return { row };
    const without = Object.fromEntries(moved.map((line) => [line, null]));
    const who = moved.map((line) => LINE_WORDS[line]).join(' and ');
    return { row: { ...row, ...without }, said: `${since(`The owner of the email address of the ${who} changed`)} that out. ${COMPARE}` };
  }

  /** Whether a school was changed since: a register that is behind takes nothing back. */
  isSchoolChanged(institution: InstitutionId): boolean {
    const then = this.#schools.get(institution);
    const now = this.#school(institution) ?? NO_SCHOOL;
    // One that was not compared has got the number of a row since.
    return then === undefined ? this.#schools.size > 0 && now !== NO_SCHOOL : then !== now;
  }

  #hasMoved(email: string): boolean {
    const then = this.#owners.get(comparableEmail(email));
    return then !== undefined && personWith(email, this.look) !== then;
  }

  /** The address of a new person is that of another by now; where the name is the same, another list brought them in. */
  #isAnothersNow({ email, name }: StaffImport): boolean {
    const now = !this.#isCompared || this.#owners.has(comparableEmail(email)) ? undefined : personWith(email, this.look);
    return now !== undefined && this.#nameOf(now) !== comparableName(name);
  }

  /** By the members as they were when the first row asked, before the list itself added anybody. */
  #isCalledLikeSince(name: string, institution: InstitutionId): boolean {
    this.#calledNow ??= membersByName(institution, this.look);
    return (this.#calledNow.get(comparableName(name)) ?? []).some(
      ({ person }) => this.#called !== undefined && this.#called.get(person) !== comparableName(name),
    );
  }

  #nameOf(person: PersonId): string {
    return comparableName(this.look.row('person', person)?.name ?? '');
  }

  #addressOf(person: PersonId): string {
    return this.look.row('account', person)?.email ?? '';
  }

  #school(institution: InstitutionId): string | undefined {
    const row = this.look.row(institutionView.name, institution);
    if (!row) return undefined;
    const { details, trust, closed } = row;
    return createHash('sha1')
      .update(JSON.stringify([Object.entries(details).sort(), trust, closed]))
      .digest('base64');
  }
}

const LINE_WORDS: Readonly<Record<Line, string>> = { lineManager: 'line manager', inductionTutor: 'induction tutor' };
