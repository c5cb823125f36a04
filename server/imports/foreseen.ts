import { setImmediate } from 'node:timers/promises';
import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { ViewReader } from '@alongside/projections/engine/view-reader.js';
import { actsForInstitution, type Act } from './acts.js';
import type { ImportPlan } from './import-plan.js';
import { movesLine, taskOf, type StaffTask } from './staff-wave.js';

/** What a row comes to: new here, asked to join from elsewhere, here and changed, or here as the file has it. */
export type Outcome = 'added' | 'asked' | 'updated' | 'unchanged';
export type Outcomes = Readonly<Record<Outcome, number>>;

/** What the rows of a plan would come to as things stand, each counted once, and of the first of them which. */
export interface Foreseen {
  readonly rows: Outcomes;
  readonly first: readonly Outcome[];
}

/** Rows of the preview. */
const FIRST_LIMIT_ROWS = 20;

export const NO_OUTCOMES: Outcomes = { added: 0, asked: 0, updated: 0, unchanged: 0 };

/** What a row of a register comes to by what it asks for. */
export const outcomeOfActs = (acts: readonly Act[]): Outcome =>
  acts.length === 0 ? 'unchanged' : acts[0]?.type === 'RegisterInstitution' ? 'added' : 'updated';

/** What a row of a staff file comes to by what it asks for, its managers aside. */
export const outcomeOfTask = ({ invite, joins, asked, describe }: StaffTask): Outcome =>
  asked !== undefined ? 'asked' : (joins ?? invite) !== undefined ? 'added' : describe ? 'updated' : 'unchanged';

/** Goes through all rows, with a turn of the event loop before each batch: tens of thousands are looked up. */
export async function foresee(plan: ImportPlan, look: ViewReader): Promise<Foreseen> {
  const rows = { ...NO_OUTCOMES };
  const first: Outcome[] = [];
  const ofSchool = (row: InstitutionImport) => outcomeOfActs(actsForInstitution(row, look));
  const ofPerson = (row: StaffImport) => (plan.kind === 'staff' ? outcomeOfPerson(row, plan.institution, look) : 'unchanged');
  const outcomes = plan.kind === 'staff' ? mapped(plan.rows.batches(), ofPerson) : mapped(plan.rows.batches(), ofSchool);
  for (const batch of outcomes) {
    await setImmediate();
    for (const outcome of batch()) {
      rows[outcome] += 1;
      if (first.length < FIRST_LIMIT_ROWS) first.push(outcome);
    }
  }
  return { rows, first };
}

function* mapped<Row>(batches: Iterable<readonly Row[]>, outcomeOf: (row: Row) => Outcome): Iterable<() => readonly Outcome[]> {
  for (const batch of batches) yield () => batch.map(outcomeOf);
}

function outcomeOfPerson(row: StaffImport, institution: Parameters<typeof taskOf>[1], look: ViewReader): Outcome {
  const task = taskOf(row, institution, look);
  const outcome = outcomeOfTask(task);
  return outcome === 'unchanged' && movesLine(row, institution, task.person, look) ? 'updated' : outcome;
}
