import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { personWith } from './acts.js';
import { seenOf } from './changed-meanwhile.js';
import { lineOf, type Foreseen } from './foreseen.js';
import type { ImportPlan } from './import-plan.js';
import { LINES, taskOf, type Line } from './staff-wave.js';

/** The first rows as they will be where nothing is chosen otherwise, each with what it comes to. */
export function sampleOf(plan: ImportPlan, foreseen: Foreseen, look: HubReader): readonly object[] {
  return plan.rows.first(foreseen.first.length).map((row, index) => ({
    ...inFile(row),
    ...(plan.kind === 'staff' && asItWillBe(row as StaffImport, plan.institution, foreseen, look)),
    outcome: foreseen.first[index],
    ...(foreseen.from[index] && { from: foreseen.from[index] }),
  }));
}

/** With the address that the file has: the newer one may not be the importer’s to see. */
function inFile<Row extends object>(row: Row & Partial<Pick<StaffImport, 'formerEmail'>>): object {
  const { formerEmail, ...known } = row;
  return { ...known, ...(formerEmail !== undefined && { email: formerEmail }) };
}

/** Of a member the hub keeps what the list does not change. `subjects`: null for those of a member, which are theirs to show. */
function asItWillBe(row: StaffImport, institution: InstitutionId, foreseen: Foreseen, look: HubReader): object {
  const task = taskOf(row, institution, look);
  const seen = seenOf(task.person, institution, look);
  const lines = Object.fromEntries(
    LINES.map((line) => {
      const inFile = nameOfLine(row, line, foreseen, look);
      return [line, inFile ?? nameOf(seen?.[line], look)];
    }),
  );
  if (!seen) return lines;
  return {
    ...lines,
    ...(!task.rename && seen.name && { name: seen.name }),
    ...(!task.describe && { jobTitle: seen.job, subjects: null }),
  };
}

const nameOf = (person: PersonId | null | undefined, look: HubReader): string | null =>
  (person && look.row('person', person)?.name) || null;

/** A manager or tutor as people know them; null where the row names none, or one who is left out. */
function nameOfLine(row: StaffImport, line: Line, { names, withoutLines }: Foreseen, look: HubReader): string | null {
  const email = row[line];
  if (email === null || withoutLines?.includes(lineOf(row.row, line))) return null;
  return (personWith(email, look) && names[email]) || email;
}
