import { upTo, type RowProblem } from '@alongside/domain/imports/columns.js';
import { planInstitutions, schoolHeaders } from '@alongside/domain/imports/institutions.js';
import { phaseAsWritten, subjectAsWritten } from '@alongside/domain/imports/lookups.js';
import { planStaff, unknownColumns } from '@alongside/domain/imports/staff.js';
import { ok, type Result } from '@alongside/domain/kernel/result.js';
import { readCsv, type Csv, type CsvRefusal } from './read-csv.js';
import { PROBLEM_LIMIT_ROWS, UNUSED_LIMIT_COLUMNS, type FileSummary, type ReadingOrder } from './reading-messages.js';

/** What a file would bring in. */
export interface FilePlan {
  readonly summary: FileSummary;
  readonly rows: readonly unknown[];
}

/** Which of these addresses belong to members already. */
export type AskMembers = (emails: readonly string[]) => Promise<ReadonlySet<string>>;

/** The length of the longest address there can be; whatever is longer is nobody's. */
const EMAIL_LIMIT_CHARACTERS = 254;

/** Reads a whole file and checks each row. Takes seconds for a large one: see `readCsv`. */
export async function planFile(bytes: Buffer, order: ReadingOrder, askMembers: AskMembers): Promise<Result<FilePlan, CsvRefusal>> {
  const csv = readCsv(bytes, order.kind === 'institutions' ? schoolHeaders : undefined);
  if (!csv.ok) return csv;
  const { headers, rows, encoding } = csv.value;
  if (order.kind === 'staff') {
    const { staff, problems } = await staffOf(csv.value, order, askMembers);
    return ok({
      rows: staff,
      summary: {
        encoding,
        rows: staff.length,
        notOpen: 0,
        columns: unknownColumns(headers, order.columns)
          .slice(0, UNUSED_LIMIT_COLUMNS)
          .map((column) => ({ ...column, name: upTo(60, column.name) })),
        ...told(problems),
      },
    });
  }
  const { institutions, problems, notOpen } = planInstitutions(headers, rows);
  return ok({ rows: institutions, summary: { encoding, rows: institutions.length, notOpen, columns: [], ...told(problems) } });
}

/** Only the hub knows who is a member, and it is asked once: the file is gone through first to see whom it names, and again with the answer. */
async function staffOf({ headers, rows }: Csv, { today, columns }: ReadingOrder, askMembers: AskMembers) {
  const named = new Set<string>();
  const look = { subject: subjectAsWritten, phase: phaseAsWritten, today };
  const ask = (email: string): boolean => {
    if (email.includes('@') && email.length <= EMAIL_LIMIT_CHARACTERS) named.add(email);
    return false;
  };
  const first = planStaff(headers, rows, { ...look, isMember: ask }, columns);
  const members = named.size > 0 ? await askMembers([...named]) : named;
  return members.size > 0 ? planStaff(headers, rows, { ...look, isMember: (email) => members.has(email) }, columns) : first;
}

const told = (problems: readonly RowProblem[]): Pick<FileSummary, 'problems' | 'problemsTotal' | 'errorsTotal'> => ({
  problems: problems.slice(0, PROBLEM_LIMIT_ROWS),
  problemsTotal: problems.length,
  errorsTotal: problems.filter(({ weight }) => weight === 'error').length,
});
