import { comparableEmail } from '../text/folding.js';
import { comparableName, nameKey } from '../text/names.js';
import { upTo, type RowProblem } from './columns.js';
import { readAddress } from './staff-address.js';
import { sayApart, type ToldApart } from './told-apart.js';

/** A member of the school, as a name in a list may mean them. */
export interface CalledMember extends ToldApart {
  /** The importer may not read the address: it is never shown. */
  readonly isHidden?: true;
}

/** The row of a person, as another row may name it. */
export interface ManagedRow {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly lineManager: string | null;
  readonly inductionTutor: string | null;
}

/** The cells that name the people above a person. */
export type AboveField = 'lineManager' | 'inductionTutor';

/** Who may be meant, and where a problem is told. */
export interface Above {
  readonly byEmail: ReadonlyMap<string, ManagedRow>;
  /** The rows that a name may mean, by `comparableName`. */
  readonly rowsByName: ReadonlyMap<string, readonly ManagedRow[]>;
  readonly isMember: (email: string) => boolean;
  /** The members whose name has this `nameKey`. */
  readonly membersCalled?: (key: string) => readonly CalledMember[];
  readonly at: (row: number, field: AboveField, text: string) => Omit<RowProblem, 'message' | 'weight'>;
  readonly problems: RowProblem[];
  readonly inFile?: true;
}

/** Asked where the cell can be corrected: in the result it is `CHOOSE_AMONG_MEMBERS`. */
export const CHOOSE_ABOVE = 'Choose one, or enter their email address.';
export const CHOOSE_AMONG_MEMBERS = 'Choose the right person in the list of members.';

/** Those of a name that are told one by one. */
const CANDIDATES_LIMIT_PEOPLE = 6;

const WORDS: Readonly<Record<AboveField, string>> = { lineManager: 'line manager', inductionTutor: 'induction tutor' };

/** Managers and tutors are named by address, or by a name that fits one person alone, in the list and at the school. */
export function withManagers<Row extends ManagedRow>(person: Row, above: Above): Row {
  return { ...person, lineManager: resolved(person, 'lineManager', above), inductionTutor: resolved(person, 'inductionTutor', above) };
}

function resolved(person: ManagedRow, field: AboveField, above: Above): string | null {
  const named = person[field];
  if (named === null) return null;
  const what = WORDS[field];
  const leaveOut = (message: string, choices: readonly string[] = []): null => {
    const place = above.at(person.row, field, named);
    above.problems.push({ ...place, weight: 'note', message, ...(choices.length > 0 && { choices }), isUndone: true });
    return null;
  };
  const own = comparableEmail(person.email);
  const written = readAddress(named);
  if (written.choices) return leaveOut(`It names more than one person. We leave the ${what} out. Choose one.`, written.choices);
  const address = comparableEmail(written.email ?? named);
  if (address === own) return leaveOut(`People cannot be their own ${what}. We leave it out.`);
  if (above.byEmail.has(address) || above.isMember(address)) return address;
  if (named.includes('@'))
    return leaveOut(`We could not find a person with the email address “${upTo(80, named)}”. We leave the ${what} out.`);
  const candidates = candidatesOf(named, above);
  const others = candidates.filter(({ email }) => email !== own);
  const [only] = others;
  if (candidates.length === 0)
    return leaveOut(
      `We could not find a person called “${upTo(80, named)}”. We leave the ${what} out. To add one, enter their email address.`,
    );
  if (!only) return leaveOut(`Only this person is called ${upTo(80, named)}, and people cannot be their own ${what}. We leave it out.`);
  // A twin of the person is not taken for granted: the cell may be a slip.
  if (candidates.length === 1 && only.email !== undefined) return only.email;
  const shown = others.slice(0, CANDIDATES_LIMIT_PEOPLE);
  const choices = shown.flatMap(({ email, isHidden }) => (email !== undefined && !isHidden ? [email] : []));
  const more = others.length > shown.length ? `, and ${others.length - shown.length} more` : '';
  const ask = choices.length === 0 || above.inFile ? `Enter the ${what}’s email address instead.` : CHOOSE_ABOVE;
  return leaveOut(
    `More than one person is called ${upTo(80, named)}: ${candidates.length > others.length ? 'this person, ' : ''}${shown.map(said).join('; ')}${more}. We leave the ${what} out. ${ask}`,
    choices,
  );
}

interface Candidate extends CalledMember {
  readonly row?: number;
}

/** Of the list and of the school. A member who is in the list under their address is one person. */
function candidatesOf(named: string, { rowsByName, membersCalled, byEmail }: Above): readonly Candidate[] {
  const rows = (rowsByName.get(comparableName(named)) ?? []).map(({ row, email, jobTitle }) => ({
    row,
    email: comparableEmail(email),
    ...(jobTitle && { job: jobTitle }),
  }));
  const known = new Set<string | undefined>(rows.map(({ email }) => email));
  const members = (membersCalled?.(nameKey(named)) ?? []).map((member): Candidate => {
    const listed = member.email === undefined ? undefined : byEmail.get(member.email);
    return { ...member, ...(listed && { row: listed.row }) };
  });
  return [...rows, ...members.filter(({ email }) => email === undefined || !known.has(email))];
}

/** “ann@a.example, Head, row 5”. */
function said({ row, isHidden, email, job }: Candidate): string {
  const shown = { ...(!isHidden && email !== undefined && { email }), ...(job !== undefined && { job }) };
  return [sayApart(shown), row === undefined ? 'a member already' : `row ${row}`].filter(Boolean).join(', ');
}
