import { sayLetters } from '@alongside/domain/imports/columns.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { memberId, memberView } from '@alongside/projections/views/member.view.js';
import { lineOf, LINES, type Keeps, type Line, type StaffTask } from './staff-wave.js';

/** What a list may set of a member, as it was when the list was compared. */
export interface Seen extends Readonly<Record<Line, PersonId | null>> {
  readonly name: string;
  readonly job: string;
  readonly start: Day;
}
const WORDS = {
  name: 'name',
  job: 'job title',
  start: 'first day',
  lineManager: 'line manager',
  inductionTutor: 'induction tutor',
} as const satisfies Record<keyof Seen, string>;

/** A member as a list is compared with them; undefined for anybody else. */
export function seenOf(person: PersonId, institution: InstitutionId, look: HubReader): Seen | undefined {
  const member = look.row(memberView.name, memberId({ institution, person }));
  if (!member || member.left !== null) return undefined;
  const { lineManager, inductionTutor, from: start } = member;
  const had = look.row('profile', person);
  return { name: had?.name ?? '', job: had?.profile?.jobTitle ?? '', start, lineManager, inductionTutor };
}

export interface Where {
  readonly institution: InstitutionId;
  readonly look: HubReader;
  readonly keeps: Keeps;
}

/** Why a row is left out: it would set what was changed since its importer saw it. Undefined where it sets nothing of the kind. */
export function changedMeanwhile(task: StaffTask, seen: Seen | undefined, { institution, look, keeps }: Where): string | undefined {
  const now = seen && seenOf(task.person, institution, look);
  if (!now) return undefined;
  const line = lineOf(task.row, institution, task.person, look, keeps);
  const sets: Readonly<Record<keyof Seen, boolean>> = {
    name: task.rename !== undefined,
    job: task.describe !== undefined,
    start: task.correct !== undefined,
    lineManager: line !== undefined && line.lineManager !== now.lineManager,
    inductionTutor: line !== undefined && line.inductionTutor !== now.inductionTutor,
  };
  const changed = FIELDS.filter((field) => sets[field] && now[field] !== seen[field]);
  return changed.length > 0 ? `${sayChanged(changed)}, so we left this row out. ${COMPARE}` : undefined;
}

/** The lines to draw for a row, but for those that were changed since; `said` tells of these. Whom the list brought in had none. */
export function linesToDraw(
  row: StaffImport,
  person: PersonId,
  seen: Seen | undefined,
  { institution, look, keeps }: Where,
): { readonly line: ReturnType<typeof lineOf>; readonly said?: string } {
  const line = lineOf(row, institution, person, look, keeps);
  const now = line && seenOf(person, institution, look);
  if (!now) return { line };
  const changed = LINES.filter((one) => line[one] !== now[one] && now[one] !== (seen?.[one] ?? null));
  if (changed.length === 0) return { line };
  const others = lineOf(row, institution, person, look, (at, one) => keeps(at, one) || (one !== 'job' && changed.includes(one)));
  return { line: others, said: sayKept(changed) };
}

/** That these stay as they were set since, with what to do. */
export const sayKept = (changed: readonly (keyof Seen)[]): string =>
  `${sayChanged(changed)}, so we kept ${changed.length === 1 ? 'it' : 'them'}. ${COMPARE}`;

const FIELDS = ['name', 'job', 'start', ...LINES] as const;
const COMPARE = 'Choose the same file again to compare.';
const sayChanged = (fields: readonly (keyof Seen)[]): string =>
  `The ${sayLetters(fields.map((field) => WORDS[field]))} changed on Alongside after you checked this list`;
