import { sayPlaced, sayUntried } from '@alongside/domain/imports/nations-of-rows.js';
import { sayFormulas } from '@alongside/domain/imports/formulas.js';
import { sayHiddenSheet } from '@alongside/domain/imports/hidden-sheet.js';
import { NO_ROW, type RowProblem } from '@alongside/domain/imports/columns.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok } from '@alongside/domain/kernel/result.js';
import { sayOtherDomain } from '@alongside/domain/imports/odd-domains.js';
import type { ListGuess } from '@alongside/domain/imports/which-list.js';
import { z } from 'zod';
import type { HubReader } from '@alongside/projections/views/index.js';
import { notesOf, saidOfRows } from '../../imports/comparison-pages.js';
import type { Outcomes } from '../../imports/foreseen.js';
import { closedFor } from '../../imports/closed-list.js';
import type { ImportPlan, ImportTarget } from '../../imports/import-plan.js';
import { Imports } from '../../imports/imports.js';
import type { Brought } from '../../imports/kept-imports.js';
import { viewReaderOf } from '../../queries/live-views.js';
import { saidOfFile } from '../../imports/words.js';
import type { HubParts } from '../hub.js';
import { choicesAgain, closingsOf, formerOf, leftOutOf, returningOf, sayClosedSchool, withReturning, type RowSaid } from './left-out.js';
import type { Following } from '../../imports/register-comparison.js';
import { refuseWrongClock } from './clock-right.js';
import { institutionMeant, sayNamed } from './named.js';
import { wrong, type Terminal, type Tool } from './tool.js';
import { whatChanges } from './what-changes.js';

/** Problems, changes and what is left out, printed one by one of each. */
const PROBLEMS_PRINTED = 50;
/** How often progress is printed, in milliseconds. */
const PROGRESS_INTERVAL_MS = 1_000;

const input = z.object({
  kind: z.enum(['institutions', 'staff']),
  /** The id or the name of the institution whose staff they are. */
  institution: z.string().optional(),
  /** What the file is called: it may say what it is. */
  name: z.string().optional(),
  /** Another sheet of a workbook than the one that looks like the list. */
  sheet: z.string().optional(),
  list: z.enum(['staff', 'leavers']).optional(),
  /** People who left before are added, or asked, again. */
  again: z.boolean().optional(),
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
      const first = await imports.bring(file, target, HUB, signal, asked.name);
      const brought = first.ok ? await asSaid(imports, first.value, asked) : first;
      if (!brought.ok) return wrong(saidOfFile(brought.error, target.kind));
      tellPlan(brought.value, viewReaderOf(parts.views.store), say, asked.again === true);
      const { job, foreseen } = brought.value;
      if (job.plan.rows.length === 0 && closingsOf(foreseen).length === 0)
        return wrong('Nothing was saved: this file has no row to import.');
      if (!asked.yes) return say('Nothing was saved. Run it again with --yes to import these rows.');
      await refuseWrongClock(parts);
      await runTelling(imports, brought.value, say, asked.again === true);
    } finally {
      signal.removeEventListener('abort', stop);
      await imports.close();
    }
  },
};

/** The list of the sheet, and read as what it was said to be. */
async function asSaid(imports: Imports, brought: Brought, { sheet, list }: Input): ReturnType<Imports['withSaid']> {
  const { sheet: read } = brought.job.plan.summary;
  const sheets = read?.withRows ?? (read ? [read.name] : []);
  if (sheet !== undefined && !sheets.includes(sheet))
    return wrong(
      sheets.length > 0
        ? `We can read no sheet “${sheet}” in this file: it is not there, is hidden or has no rows. Sheets that we can read: ${sheets.join(', ')}.`
        : 'This file has no sheets. Leave --sheet out.',
    );
  const onSheet = sheet === undefined ? ok(brought) : await imports.withSaid(brought, { sheet });
  return onSheet.ok && list !== undefined ? imports.withSaid(onSheet.value, { list }) : onSheet;
}

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

function tellPlan({ job: { plan }, encoding, foreseen }: Brought, look: HubReader, say: Say, isAgain: boolean): void {
  const { problems, problemsTotal, rowsWithErrors, rowsOfLeavers = 0, rowsOfPupils = 0, notOpen, sheet } = plan.summary;
  const what =
    plan.kind === 'links'
      ? `${plan.rows.length} closed schools with what came after them (${sayLinks(foreseen.register.following, plan.rows.length)})`
      : `${plan.rows.length} ${plan.kind === 'staff' ? 'people' : 'schools and trusts'} to import (${wordsOf(isAgain ? withReturning(foreseen) : foreseen.rows)})`;
  say(`Read as ${sheet ? `the sheet “${sheet.name}”` : encoding}: ${what}. Rows with errors, which are not imported: ${rowsWithErrors}.`);
  if (sheet?.isHidden) say(sayHiddenSheet(sheet.name));
  const { list } = plan.summary;
  const { otherDomain } = foreseen.comparison;
  if (otherDomain && plan.kind === 'staff')
    say(sayOtherDomain(otherDomain, look.row('institution', plan.institution)?.details?.name ?? 'this school'));
  if (list?.as === 'leavers') say(sayListOfLeavers(list.guess));
  if (rowsOfLeavers > 0) say(sayLeavers(rowsOfLeavers));
  if (rowsOfPupils > 0) say(sayPupils(rowsOfPupils));
  if (plan.kind === 'institutions' && notOpen > 0) say(`${notOpen} schools that are closed or not yet open are not imported.`);
  for (const said of [...sayFormulas(plan.summary.columns), ...sayNations(plan)]) say(said);
  const [left, closing] = [leftOutOf(foreseen), closingsOf(foreseen)];
  if (left.length > 0) say(`${left.length} left out. Import the file on the screen to choose what happens with each:`);
  tellRows(say, left);
  const returning = returningOf(foreseen, isAgain);
  if (returning.length > 0) say(isAgain ? 'People who left before:' : 'Left out, because they left before. Add --again to import them:');
  tellRows(say, returning);
  const former = formerOf(foreseen, (person) => look.row('person', person)?.name ?? '');
  if (former.length > 0) say('With an earlier email address of a member:');
  tellRows(say, former);
  if (closing.length > 0) say('Closed in the register:');
  tellRows(say, closing);
  for (const { heading, rows } of whatChanges(foreseen, (person) => look.row('person', person)?.erased === true)) {
    say(heading);
    tellRows(say, rows);
  }
  if (problemsTotal > 0) say('To check in the file:');
  tellProblems(say, saidAtTerminal(problems, foreseen), problemsTotal);
  const notes = notesOf(foreseen, look).map((note) => ({ ...note, message: note.who ? `${note.who}: ${note.message}` : note.message }));
  if (notes.length > 0) say('To know before you import:');
  tellProblems(say, notes, foreseen.notesTotal);
}

const sayLeavers = (rows: number): string => `Rows of people who have left, which are not imported: ${rows}.`;
/** In which nations schools were placed by postcode alone, and whose lists were never tried. */
function sayNations({ summary: { nations } }: ImportPlan): readonly string[] {
  const placed = nations && sayPlaced(nations, false);
  const untried = nations?.untried.length
    ? [sayUntried(nations.untried, 'Choose the file on the Import screen to see its columns and first schools before you import it.')]
    : [];
  return [...(placed ? [placed] : []), ...untried];
}

/** At the terminal a list removes members neither by guess nor by order: each is a choice on the screen. */
const sayListOfLeavers = ({ as, because }: ListGuess): string =>
  `${as === 'leavers' && because ? `This looks like a list of people who have left, because it says “${because.text}”. ` : ''}We remove no members here: import the list on the screen to choose who leaves.${as === 'leavers' ? ' If everyone in it works there, add --list staff.' : ''}`;
const sayPupils = (rows: number): string => `Rows of pupils or students, which are not imported: ${rows}.`;

/** Members who have left cannot be removed here: that is said once for all. */
const saidAtTerminal = (problems: readonly RowProblem[], foreseen: Brought['foreseen']): readonly RowProblem[] =>
  saidOfRows(problems, { ...foreseen, comparison: { ...foreseen.comparison, gone: [] } });

async function runTelling(imports: Imports, brought: Brought, say: Say, isAgain: boolean): Promise<void> {
  const timer = setInterval(() => {
    const { done, rows } = brought.job.progress();
    say(`${done} of ${rows}`);
  }, PROGRESS_INTERVAL_MS);
  await imports.run(brought, null, choicesAgain(brought.foreseen, isAgain)).finally(() => clearInterval(timer));
  const progress = brought.job.progress();
  const { status, refused, closed } = progress;
  const notImported = progress.notImported + brought.job.plan.summary.rowsWithErrors;
  tellProblems(say, refused);
  const { kind } = brought.job.plan;
  say(kind === 'links' ? `${notImported} not imported.` : `${wordsOf(progress)}, ${notImported} not imported.`);
  const { rowsOfLeavers = 0, rowsOfPupils = 0 } = brought.job.plan.summary;
  if (rowsOfLeavers > 0) say(sayLeavers(rowsOfLeavers));
  if (rowsOfPupils > 0) say(sayPupils(rowsOfPupils));
  if (closed > 0 || kind === 'links') say(sayClosed(kind, closed));
  if (status !== 'done')
    wrong('The import stopped before the end. Run it again to import the rest. Rows that are already here do not change.');
}

/** What a file of links says of the schools that are closed here, and how many of its schools are not. */
function sayLinks(following: readonly Following[], rows: number): string {
  const missing = following.filter(({ known, names, missing: away }) => known && names.length === 0 && away.length > 0).length;
  const known = following.filter((one) => one.known).length - missing;
  const joins = following.filter((one) => !one.known && !one.byHand).length;
  return `${joins} to join, ${known} with nothing new, ${missing} whose successors are not on this hub, ${rows - following.length} not closed here or not on this hub`;
}

const sayClosed = (kind: ImportPlan['kind'], closed: number): string =>
  kind === 'links'
    ? `We know now what followed ${closed} closed ${closed === 1 ? 'school' : 'schools'}.`
    : `${closed} ${closed === 1 ? 'school' : 'schools'} closed.`;

const wordsOf = ({ added, asked, updated, unchanged, leftOut }: Outcomes): string =>
  `${leftOut > 0 ? `${leftOut} left out, ` : ''}${added} new, ${asked} invited from elsewhere, ${updated} updated, ${unchanged} already here and not changed`;

/** Each with its row, but for a person whom no row names. */
function tellRows(say: Say, rows: readonly RowSaid[]): void {
  for (const { row, message } of rows.slice(0, PROBLEMS_PRINTED)) say(`  ${row === NO_ROW ? '' : `Row ${row}: `}${message}`);
  tellMore(say, rows.length);
}

function tellMore(say: Say, total: number): void {
  if (total > PROBLEMS_PRINTED) say(`  … and ${(total - PROBLEMS_PRINTED).toLocaleString('en-GB')} more.`);
}

function tellProblems(say: Say, problems: readonly RowProblem[], total = problems.length): void {
  for (const { row, column, message } of problems.slice(0, PROBLEMS_PRINTED))
    say(`  ${[row && `Row ${row}`, column].filter(Boolean).join(', ') || 'The file'}: ${message}`);
  tellMore(say, total);
}
