import { sayFormulas } from '@alongside/domain/imports/formulas.js';
import type { RowProblem } from '@alongside/domain/imports/columns.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { z } from 'zod';
import type { Outcomes } from '../../imports/foreseen.js';
import { closedFor } from '../../imports/closed-list.js';
import type { ImportPlan, ImportTarget } from '../../imports/import-plan.js';
import { Imports } from '../../imports/imports.js';
import type { Brought } from '../../imports/kept-imports.js';
import { viewReaderOf } from '../../queries/live-views.js';
import { saidOfFile } from '../../imports/words.js';
import type { HubParts } from '../hub.js';
import { closingsOf, leftOutOf, sayClosedSchool, type RowSaid } from './left-out.js';
import { institutionMeant, sayNamed } from './named.js';
import { wrong, type Terminal, type Tool } from './tool.js';

/** Problems printed one by one. */
const PROBLEMS_PRINTED = 50;
/** How often progress is printed, in milliseconds. */
const PROGRESS_INTERVAL_MS = 1_000;

const input = z.object({
  kind: z.enum(['institutions', 'staff']),
  /** The id or the name of the institution whose staff they are. */
  institution: z.string().optional(),
  yes: z.boolean(),
});
type Input = z.infer<typeof input>;
type Say = Terminal['say'];

/** Imports schools or staff from a file. Stopped at the terminal, it stops before its next row. */
export const importTool: Tool<Input> = {
  name: 'import',
  input,
  run: async (parts, asked, { say, file, signal }) => {
    const target = targetOf(parts, asked, say);
    const imports = new Imports(parts, { inFile: true });
    const stop = (): void => void imports.close();
    signal.addEventListener('abort', stop);
    try {
      const brought = await imports.bring(file, target, HUB, signal);
      if (!brought.ok) return wrong(saidOfFile(brought.error));
      tellPlan(brought.value, say);
      if (!asked.yes) return say('Nothing was saved. Run it again with --yes to import these rows.');
      await runTelling(imports, brought.value, say);
    } finally {
      signal.removeEventListener('abort', stop);
      await imports.close();
    }
  },
};

function targetOf({ views }: HubParts, { kind, institution }: Input, say: Say): ImportTarget {
  if (kind === 'institutions') return { kind };
  if (institution === undefined) return wrong('Say whose staff they are: --institution NAME');
  const meant = institutionMeant(views.store, institution);
  say(`Staff of ${sayNamed(meant)}.`);
  const target: ImportTarget = { kind, institution: meant.id };
  // Each of its rows would be refused for this one reason.
  const closed = closedFor(target, viewReaderOf(views.store), () => true);
  return closed ? wrong(sayClosedSchool(meant.name, closed)) : target;
}

function tellPlan({ job: { plan }, encoding, foreseen }: Brought, say: Say): void {
  const { problems, problemsTotal, rowsWithErrors, notOpen, sheet } = plan.summary;
  const what = plan.kind === 'staff' ? 'people' : 'schools and trusts';
  say(
    `Read as ${sheet ? `the sheet “${sheet.name}”` : encoding}: ${plan.rows.length} ${what} to import (${wordsOf(foreseen.rows)}). Rows with errors, which are not imported: ${rowsWithErrors}.`,
  );
  if (plan.kind === 'institutions' && notOpen > 0) say(`${notOpen} schools that are closed or not yet open are not imported.`);
  for (const said of sayFormulas(plan.summary.columns)) say(said);
  const [left, closing] = [leftOutOf(foreseen), closingsOf(foreseen)];
  if (left.length > 0) say(`${left.length} left out. Import the file on the screen to choose what happens with each:`);
  tellRows(say, left);
  if (closing.length > 0) say('Closed in the register:');
  tellRows(say, closing);
  if (problemsTotal > 0) say('To check in the file:');
  tellProblems(say, problems, problemsTotal);
}

async function runTelling(imports: Imports, brought: Brought, say: Say): Promise<void> {
  const timer = setInterval(() => {
    const { done, rows } = brought.job.progress();
    say(`${done} of ${rows}`);
  }, PROGRESS_INTERVAL_MS);
  await imports.run(brought).finally(() => clearInterval(timer));
  const progress = brought.job.progress();
  const { status, refused, notImported, closed } = progress;
  tellProblems(say, refused);
  say(`${wordsOf(progress)}, ${notImported} not imported.`);
  if (closed > 0) say(sayClosed(brought.job.plan.kind, closed));
  if (status !== 'done')
    wrong('The import stopped before the end. Run it again to import the rest. Rows that are already here do not change.');
}

const sayClosed = (kind: ImportPlan['kind'], closed: number): string =>
  kind === 'links'
    ? `We know now what followed ${closed} closed ${closed === 1 ? 'school' : 'schools'}.`
    : `${closed} ${closed === 1 ? 'school' : 'schools'} closed.`;

const wordsOf = ({ added, asked, updated, unchanged, leftOut }: Outcomes): string =>
  `${leftOut > 0 ? `${leftOut} left out, ` : ''}${added} new, ${asked} invited from elsewhere, ${updated} updated, ${unchanged} already here and not changed`;

function tellRows(say: Say, rows: readonly RowSaid[]): void {
  tellProblems(
    say,
    rows.map((one) => ({ ...one, weight: 'note' })),
  );
}

function tellProblems(say: Say, problems: readonly RowProblem[], total = problems.length): void {
  for (const { row, column, message } of problems.slice(0, PROBLEMS_PRINTED)) say(`  Row ${row}${column ? `, ${column}` : ''}: ${message}`);
  if (total > PROBLEMS_PRINTED) say(`  … and ${total - PROBLEMS_PRINTED} more.`);
}
