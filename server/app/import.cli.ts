import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import type { RowProblem } from '@alongside/domain/imports/columns.js';
import type { Outcomes } from '../imports/foreseen.js';
import { Imports } from '../imports/imports.js';
import type { ImportTarget } from '../imports/import-plan.js';
import type { Brought } from '../imports/kept-imports.js';
import { saidOfFile } from '../imports/words.js';
import { command, inHub, say, wrong } from './cli.js';
import type { HubParts } from './hub.js';

const USAGE = `Imports schools or staff from a spreadsheet (.xlsx, .ods) or a CSV file.

  npm run import -- institutions FILE [--yes]
  npm run import -- staff FILE --institution ID [--yes]

Without --yes it only reads the file and says what would change.`;
/** Problems printed one by one. */
const PROBLEMS_PRINTED = 50;
/** How often progress is printed, in milliseconds. */
const PROGRESS_INTERVAL_MS = 1_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { yes: { type: 'boolean', default: false }, institution: { type: 'string' } },
});

await command(async () => {
  const [kind, file] = positionals;
  const target = targetOf(kind);
  if (!target || !file) return wrong(USAGE);
  const bytes = await readFile(file).catch(() => wrong(`The file ${file} cannot be read.`));
  await inHub((parts) => bring(parts, bytes, target));
});

function targetOf(kind: string | undefined): ImportTarget | undefined {
  if (kind === 'institutions') return { kind };
  return kind === 'staff' && values.institution ? { kind, institution: values.institution as InstitutionId } : undefined;
}

async function bring(parts: HubParts, bytes: Buffer, target: ImportTarget): Promise<void> {
  if (target.kind === 'staff' && !parts.views.store.get(institutionView.name, target.institution))
    wrong(`No institution has the id ${target.institution}.`);
  const imports = new Imports(parts);
  const brought = await imports.bring([bytes], target, HUB);
  if (!brought.ok) return wrong(saidOfFile(brought.error));
  tellPlan(brought.value);
  if (!values.yes) return say('Nothing was saved. Run it again with --yes to import these rows.');
  await runTelling(imports, brought.value);
}

function tellPlan({ job: { plan }, encoding, foreseen }: Brought): void {
  const { problems, problemsTotal, rowsWithErrors, notOpen, sheet } = plan.summary;
  const what = plan.kind === 'staff' ? 'people' : 'schools and trusts';
  say(
    `Read as ${sheet ? `the sheet “${sheet.name}”` : encoding}: ${plan.rows.length} ${what} to import (${wordsOf(foreseen.rows)}). Rows with errors, which are not imported: ${rowsWithErrors}.`,
  );
  if (plan.kind === 'institutions' && notOpen > 0) say(`${notOpen} schools that are closed or not yet open are left out.`);
  tellProblems(problems, problemsTotal);
}

async function runTelling(imports: Imports, brought: Brought): Promise<void> {
  const timer = setInterval(() => {
    const { done, rows } = brought.job.progress();
    say(`${done} of ${rows}`);
  }, PROGRESS_INTERVAL_MS);
  await imports.run(brought).finally(() => clearInterval(timer));
  const progress = brought.job.progress();
  const { status, refused, notImported } = progress;
  tellProblems(refused);
  say(`${wordsOf(progress)}, ${notImported} not imported.`);
  if (status !== 'done')
    wrong('The import stopped before the end. Run it again to import the rest. Rows that are already here do not change.');
}

const wordsOf = ({ added, asked, updated, unchanged, leftOut }: Outcomes): string =>
  `${leftOut > 0 ? `${leftOut} left out (a member has the same name and another email address: choose on the import screen), ` : ''}${added} new, ${asked} invited from elsewhere, ${updated} updated, ${unchanged} already here and not changed`;

function tellProblems(problems: readonly RowProblem[], total = problems.length): void {
  for (const { row, column, message } of problems.slice(0, PROBLEMS_PRINTED)) say(`  Row ${row}${column ? `, ${column}` : ''}: ${message}`);
  if (total > PROBLEMS_PRINTED) say(`  … and ${total - PROBLEMS_PRINTED} more.`);
}
