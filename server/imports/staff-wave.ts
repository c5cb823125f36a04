import { sameButForCapitals } from '@alongside/domain/text/name-case.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { digestOf, type Digest } from '@alongside/domain/kernel/digest.js';
import { digestOfName } from '@alongside/domain/people/person.decider.js';
import type { StaffField } from '@alongside/domain/imports/staff-fields.js';
import { isNewcomer, putBackOf } from '@alongside/projections/facts/newcomers.js';
import { isUntold } from '@alongside/projections/facts/welcome.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { invitationId, invitationView } from '@alongside/projections/views/invitation.view.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import { newcomerId, newcomerView } from '@alongside/projections/views/newcomer.view.js';
import { uuidv7 } from 'uuidv7';
import { accountWith, belongsAt, personWith, type Act } from './acts.js';

/** One row of a staff file with what it asks for, as things stand. Their own words are never overwritten. */
export interface StaffTask {
  readonly row: StaffImport;
  readonly person: PersonId;
  /** Brings them into the hub; absent for a person it knows. */
  readonly invite: Act | undefined;
  /** Says what a newcomer's post is. */
  readonly describe: Act | undefined;
  /** Writes a name with other capitals, as long as they have not signed in: from then on their name is theirs. */
  readonly rename: Act | undefined;
  /** Sets another first day for a member, where a person chose that. */
  readonly correct: Act | undefined;
  /** Set for a newcomer who is not a member yet. */
  readonly joins: Day | undefined;
  /** Set where they are another person's colleague already, or left here: they are asked, and say yes or no themself. */
  readonly asked: Day | undefined;
}

/** Whether a row asks something of a person who is a member already. */
export const isOfMember = ({ invite, joins, asked }: StaffTask): boolean =>
  invite === undefined && joins === undefined && asked === undefined;

/** Adds those who join. */
export const addsOf = (tasks: readonly StaffTask[], institution: InstitutionId): Act => ({
  type: 'AddMembers',
  data: { institution, members: tasks.map(({ person, joins: from }) => ({ person, from })) },
});

/** Asks those who are elsewhere already. */
export const asksOf = (tasks: readonly StaffTask[], institution: InstitutionId, by: PersonId): Act => ({
  type: 'InviteMembers',
  data: { institution, invited: tasks.map(({ row, asked: from }) => ({ email: row.email, from })), from: by },
});

/** Who stands above a person. */
export const LINES = ['lineManager', 'inductionTutor'] as const;
export type Line = (typeof LINES)[number];

/** Something of a row that is not taken over. */
export interface Kept {
  readonly field: StaffField;
  readonly said: string;
}

/** Whether a person chose that the name, the job or the first day of a row is taken over. */
export type Takes = (row: number, field: 'name' | 'job' | 'start') => boolean;

/** Whether a person chose that something of a row stays as it is that the list would set by itself. */
export type Keeps = (row: number, field: Line | 'job') => boolean;

/** For whom an address is claimed, where nobody has it yet: an import that was killed claimed it, and this one goes on with the same person. */
export type ClaimedFor = (email: string) => PersonId | undefined;

interface Asked {
  readonly takes?: Takes;
  readonly keeps?: Keeps;
  readonly claimedFor?: ClaimedFor;
}

/** What a row asks for. `person` stays the same when it is asked again for the same address. */
export function taskOf(
  row: StaffImport,
  institution: InstitutionId,
  look: HubReader,
  { takes = () => false, keeps = () => false, claimedFor = () => undefined }: Asked = {},
): StaffTask {
  const account = accountWith(row.email, look);
  const person = account?.person ?? claimedFor(row.email) ?? (uuidv7() as PersonId);
  const member = look.row(memberView.name, `${institution}:${person}`);
  const belongs = member !== undefined && member.left === null;
  const ours = account?.broughtInBy.includes(institution) ?? true;
  const isNew = !belongs && (!account || isNewcomer(person, institution, look));
  const jobTitle = belongs && keeps(row.row, 'job') ? '' : row.jobTitle;
  const says = jobTitle !== '' || row.subjects.length > 0 || row.phases.length > 0;
  // Of a person who has left it, or signed in, an institution that once brought them in has no more to say.
  const mayBeDescribed = !account || (ours && isBlank(person, look) && (isNew || hasNotSignedIn(institution, person, look)));
  const profile = { jobTitle, about: '', phases: row.phases, subjects: row.subjects, settings: [], roles: [] };
  return {
    row,
    person,
    invite: account
      ? undefined
      : { type: 'InvitePerson', data: { person, name: row.name, names: row.names, email: row.email, institution } },
    // An import that was called off or killed may have brought them in and not said what they do.
    describe:
      says && mayBeDescribed
        ? { type: 'DescribeProfile', data: { person, profile, ...(isNew && { withJoin: true }), seen: profileSeen(person, look) } }
        : takes(row.row, 'job')
          ? describeAnew(row, institution, person, look)
          : undefined,
    rename: ours && account ? renameOf(row, institution, person, look, takes(row.row, 'name')) : undefined,
    correct: belongs && takes(row.row, 'start') ? correctionOf(row, institution, person, member.from) : undefined,
    // Put back without a start date in the list: from the day on which they began, as before.
    joins: isNew ? (row.startDate ?? member?.from ?? row.from) : undefined,
    asked: isNew || belongs || look.row('invitation', `${institution}:${person}`) ? undefined : row.from,
  };
}

/** Nobody has signed in as them yet: until then an institution may say what they are called and what they do. */
export const hasNotSignedIn = (institution: InstitutionId, person: PersonId, look: HubReader): boolean =>
  look.row(newcomerView.name, newcomerId(institution, person)) !== undefined;

const correctionOf = ({ startDate: from }: StaffImport, institution: InstitutionId, person: PersonId, was: Day): Act | undefined =>
  from === null || from === was ? undefined : { type: 'CorrectFirstDay', data: { institution, person, from, seen: was } };

/** Another job for a person who has not signed in, beside what else was said of their work. */
function describeAnew({ jobTitle }: StaffImport, institution: InstitutionId, person: PersonId, look: HubReader): Act | undefined {
  const had = look.row('profile', person)?.profile;
  if (!had || jobTitle === '' || had.jobTitle === jobTitle || !hasNotSignedIn(institution, person, look)) return undefined;
  return { type: 'DescribeProfile', data: { person, profile: { ...had, jobTitle }, seen: profileSeen(person, look) } };
}

function renameOf(
  { name, names }: StaffImport,
  institution: InstitutionId,
  person: PersonId,
  look: HubReader,
  isChosen: boolean,
): Act | undefined {
  const had = look.row('profile', person);
  if (!had?.name || had.name === name || !(isChosen || sameButForCapitals(had.name, name))) return undefined;
  if (!hasNotSignedIn(institution, person, look)) return undefined;
  return { type: 'RenamePerson', data: { person, name, names: { ...had.names, ...names }, seen: digestOfName(had) } };
}

/** What is known of a person’s work as this is worked out: what is said of it meanwhile stays. */
function profileSeen(person: PersonId, look: HubReader): Digest | null {
  const profile = look.row('profile', person)?.profile;
  return profile ? digestOf(profile) : null;
}

const LINE_WORDS = { lineManager: 'line manager', inductionTutor: 'induction tutor' } as const;

/** Managers and tutors of a row who are on the hub and do not belong here: they are left out. */
export const elsewhereOf = (
  row: StaffImport,
  institution: InstitutionId,
  look: HubReader,
  isAsked: (person: PersonId) => boolean = () => false,
  isBack: (person: PersonId) => boolean = () => false,
): readonly (Kept & { readonly field: Line })[] =>
  LINES.flatMap((field) => {
    const above = row[field] === null ? undefined : personWith(row[field], look);
    // Who belongs nowhere yet is added by this list, or was by one that was called off.
    if (!above || !look.row('membership', above) || belongsAt(above, institution, look)) return [];
    const why = isBack(above)
      ? `${row[field]} has left and is left out unless you choose them. Without them we leave the ${LINE_WORDS[field]} out.`
      : isAsked(above)
        ? `${row[field]} is a member here only once they accept their invitation. Until then we leave the ${LINE_WORDS[field]} out. Import the file again after that.`
        : `${row[field]} is not a member here or in the trust. We leave the ${LINE_WORDS[field]} out.`;
    return [{ field, said: why }];
  });

/** What the row of a person who is here already says otherwise than the hub, which keeps its own. In sentences, with the field. */
export function keptOf({ row, person, rename, describe }: StaffTask, institution: InstitutionId, look: HubReader): readonly Kept[] {
  const member = look.row(memberView.name, `${institution}:${person}`);
  const had = look.row('profile', person);
  if (!member || member.left !== null || !had) return [];
  const kept: Kept[] = [];
  // Of those who have not signed in these are choices: see `Comparing`.
  const isTheirs = !hasNotSignedIn(institution, person, look);
  if (isTheirs && had.name && had.name !== row.name && !rename) kept.push({ field: 'name', said: `We keep the name “${had.name}”.` });
  const job = had.profile?.jobTitle ?? '';
  if (isTheirs && row.jobTitle !== '' && row.jobTitle !== job && !describe)
    kept.push({ field: 'role', said: job ? `We keep the job title “${job}”.` : 'We leave the job title empty, as it is on Alongside.' });
  return kept;
}

/** What a person is called as the hub has it, where they are a member: an importer who is not one of theirs learns no name. */
export function nameOnHub({ row, person, invite, asked, rename }: StaffTask, look: HubReader): string {
  if (invite || asked !== undefined || rename) return row.name;
  return look.row('profile', person)?.name || row.name;
}

/** A member, or a person asked to join, who has not signed in and whom no invitation reached. */
export const isUninvited = (institution: InstitutionId, person: PersonId, look: HubReader): boolean =>
  look.row(newcomerView.name, newcomerId(institution, person))?.invitedOn === null || isAskedUntold(institution, person, look);

/** Asked to join, and told nothing yet: neither of this nor of Alongside. */
export const isAskedUntold = (institution: InstitutionId, person: PersonId, look: HubReader): boolean =>
  look.row(invitationView.name, invitationId({ institution, person }))?.untold === true && isUntold(person, look);

/** When the rules let a person be emailed: as the row is imported, as those who know Alongside are, or with the invitations. */
type Emailed = 'at-once' | 'invited' | undefined;

/** What of it a row comes to, as things stand before it is imported. */
export function emailedBy({ person, invite, joins, asked }: StaffTask, institution: InstitutionId, look: HubReader): Emailed {
  if (asked !== undefined) return isUntold(person, look) ? 'invited' : 'at-once';
  // Who was told of their removal is told that they are back.
  if (joins !== undefined) return invite || !putBackOf(person, institution, look)?.told ? 'invited' : 'at-once';
  return isUninvited(institution, person, look) ? 'invited' : undefined;
}

/** Nothing was said of their work, by them or by anybody. */
function isBlank(person: PersonId, look: HubReader): boolean {
  const row = look.row('profile', person);
  return !row?.profile || (row.profile.jobTitle === '' && row.profile.phases.length === 0 && row.profile.subjects.length === 0);
}

/** Whether a row gives a member another manager or tutor. One that the hub does not know yet is in the same file. */
export function movesLine(row: StaffImport, institution: InstitutionId, person: PersonId, look: HubReader): boolean {
  const member = look.row(memberView.name, `${institution}:${person}`);
  if (!member || member.left !== null) return false;
  return LINES.some((line) => {
    const above = row[line] === null ? member[line] : personWith(row[line], look);
    return above !== member[line] && above !== person && (!above || belongsAt(above, institution, look));
  });
}

/** Who manages and assesses a person, once everybody of the file is known; undefined where that is recorded already, or the file does not say. */
export function lineOf(
  row: StaffImport,
  institution: InstitutionId,
  person: PersonId,
  look: HubReader,
  keeps: Keeps = () => false,
): { readonly person: PersonId; readonly lineManager: PersonId | null; readonly inductionTutor: PersonId | null } | undefined {
  if (row.lineManager === null && row.inductionTutor === null) return undefined;
  const member = look.row(memberView.name, `${institution}:${person}`);
  // A person who was only asked has no line here.
  if (!member || member.left !== null) return undefined;
  const above = (line: 'lineManager' | 'inductionTutor') => {
    const email = row[line];
    if (email === null || keeps(row.row, line)) return member[line];
    const other = personWith(email, look);
    // Others manage nobody here, nor anyone themself: one such line would have the whole wave of lines refused.
    return other !== undefined && other !== person && belongsAt(other, institution, look) ? other : member[line];
  };
  const [lineManager, inductionTutor] = [above('lineManager'), above('inductionTutor')];
  return member.lineManager === lineManager && member.inductionTutor === inductionTutor
    ? undefined
    : { person, lineManager, inductionTutor };
}
