import { atStart, count } from '../../ui/index.js';
import type { Outcomes, RegisterCompared, ImportPreview } from './import-answers.js';

/** Rows that change something: the others are here as they are. */
export const changesIn = ({ added, asked, updated }: Outcomes): number => added + asked + updated;

/** How many rows there are, with what a row is. */
export const countRows = (kind: ImportPreview['kind'], rows: number): string =>
  kind === 'staff' ? count(rows, 'person', 'people') : count(rows, 'school or trust', 'schools and trusts');

/** What comes of a file of links: schools that closed, with what came after them. */
export const linkFigures = ({ following }: RegisterCompared) => [
  { value: following.of.filter(({ known, byHand }) => !known && !byHand).length, label: 'closed schools to join to what came after them' },
  { value: following.of.filter(({ known }) => known).length, label: 'closed schools with nothing new' },
  ...handFigure(following.of.filter(({ byHand }) => byHand).length),
];

/** What was set by hand and stays, unless it is ticked. */
const handFigure = (value: number) =>
  value ? [{ value, label: `closed ${value === 1 ? 'school' : 'schools'} set by hand, for you to choose` }] : [];

/** What the button that imports does, from what it does with `rows`: with emails, also to members of the list whom no import before invited. */
export function sayImport(rows: string, leaving: number, emails: number): string {
  const remove = leaving === 0 ? '' : `${rows ? 'remove' : 'Remove'} ${count(leaving, 'member')}`;
  const email = emails === 0 || !rows ? '' : `email ${emails === 1 ? 'one' : emails.toLocaleString('en-GB')}`;
  const acts = [rows, remove, email].filter(Boolean);
  return acts.length < 3 ? acts.join(' and ') : `${acts[0]}, ${acts[1]} and ${acts[2]}`;
}

/** How many rows of a register are imported, and what happens beside them. */
export interface RegisterActs {
  readonly imported: number;
  readonly closed: number;
  /** Schools that are closed here on another day than in the register. */
  readonly redated: number;
  /** Closed schools that are joined to what came after them. */
  readonly joined: number;
}

/** What the button that imports a register does. Trusts are closed by no register. */
export function sayRegisterImport({ imported, closed, redated, joined }: RegisterActs): string {
  const closings = imported ? (closed === 1 ? 'one' : closed.toLocaleString('en-GB')) : count(closed, 'school');
  const acts = [
    imported && `import ${countRows('institutions', imported)}`,
    closed && `close ${closings}`,
    redated && `change ${count(redated, 'closing date')}`,
    joined && `join ${count(joined, 'closed school')} to what came after`,
  ].filter((act) => typeof act === 'string');
  const [last = '', ...before] = acts.toReversed();
  return atStart(before.length === 0 ? last : `${before.toReversed().join(', ')}${/ and /.test(before.join()) ? ',' : ''} and ${last}`);
}

const rowsKept = (rows: number) => ({
  value: rows,
  label: rows === 1 ? 'row with errors, not imported' : 'rows with errors, not imported',
});

/** Rows that are left out, and why: a person chose it, they have left, they are pupils, or something is wrong. */
export interface NotImported {
  readonly errors: number;
  readonly leavers?: number | undefined;
  readonly pupils?: number | undefined;
  readonly byChoice?: number;
  readonly leftBefore?: number;
}

/** What rows would come to or came to, as figures that add up to all of them. Those that are 0 are left out, but for the first. */
export function outcomeFigures(
  kind: ImportPreview['kind'],
  of: Outcomes,
  { errors, leavers = 0, pupils = 0, byChoice = 0, leftBefore = 0 }: NotImported,
  done: boolean,
) {
  const noun = (value: number) => countRows(kind, value).replace(/^\S+ /, '');
  const figures = [
    { value: of.added, label: `new ${noun(of.added)}${done ? ' added' : ' to add'}` },
    { value: of.asked, label: `${noun(of.asked)} with an account already, ${done ? 'invited' : 'to invite'}` },
    { value: of.updated, label: `${noun(of.updated)} already here, ${done ? 'updated' : 'to update'}` },
    { value: of.unchanged, label: `${noun(of.unchanged)} already here, not changed` },
    {
      value: of.leftOut,
      label: done
        ? `${noun(of.leftOut)} left out`
        : `${noun(of.leftOut)} ${kind === 'staff' ? 'with the name of a member' : `that ${of.leftOut === 1 ? 'is' : 'are'} not certain`}, for you to choose`,
    },
    { value: leftBefore, label: `${noun(leftBefore)} who left before, left out` },
    { value: byChoice, label: `${noun(byChoice)} you leave out` },
    { value: leavers, label: `${noun(leavers)} who ${leavers === 1 ? 'has left or is' : 'have left or are'} leaving, as the file says` },
    { value: pupils, label: `${pupils === 1 ? 'pupil or student' : 'pupils or students'}, not imported` },
    rowsKept(errors),
  ];
  return figures.filter(({ value }, index) => index === 0 || value > 0);
}
