import { comparableEmail } from '../text/folding.js';
import { comparableName, nameKey } from '../text/names.js';
import { sayLetters, upTo, type RowProblem } from './columns.js';
import { readAddress } from './staff-address.js';
import type { KeptOutRow } from './staff-kept-out.js';
import { familyKey, fitOf, initialsKey, lettersIn, isJob, isNobody, jobKey, wordsOfName, type Called } from './staff-likely.js';
import { nameBesideBrackets, withoutBrackets } from './staff-rows.js';
import { sayApart, type ToldApart } from './told-apart.js';

/** A member of the school, as a name in a list may mean them. */
export interface CalledMember extends ToldApart {
  readonly name?: string;
  /** The importer may not read the address: it is never shown. */
  readonly isHidden?: true;
}

/** The row of a person, as another row may name it. */
export interface ManagedRow {
  readonly row: number;
  readonly name: string;
  readonly names?: Called['names'];
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
  /** The address by which a person of several is told from others. */
  readonly personOf: (email: string) => string;
  /** The people of `byEmail`, by that. */
  readonly inRows: ReadonlySet<string>;
  /** The rows that a name may mean, by `comparableName`. */
  readonly rowsByName: ReadonlyMap<string, readonly ManagedRow[]>;
  /** The rows that may be meant by less than a name, by `likelyKeysOf`. */
  readonly rowsLikely: () => ReadonlyMap<string, readonly ManagedRow[]>;
  /** By a text, what was found for it: many rows name the same person. */
  readonly likelyBy: Map<string, LookedUp>;
  /** The same people for each key: to parse their names anew for each text took a minute for a large list. */
  readonly peopleBy: Map<string, readonly (Candidate & Called)[]>;
  /** Rows that are kept out, by `nameBesideBrackets`. */
  readonly keptOutCalled: (name: string) => readonly KeptOutRow[];
  readonly isMember: (email: string) => boolean;
  /** The members whose name has this `nameKey`, or who have one of `likelyKeysOf`. */
  readonly membersCalled?: (key: string) => readonly CalledMember[];
  readonly at: (row: number, field: AboveField, text: string) => Omit<RowProblem, 'message' | 'weight'>;
  readonly problems: RowProblem[];
  readonly inFile?: true;
}

/** Asked where the cell can be corrected: in the result each is `CHOOSE_AMONG_MEMBERS`. */
export const CHOOSE_ABOVE = 'Choose one, or enter their email address.';
const CHOOSE_LIKELY = 'Choose one, or enter a full name or email address.';
const ENTER_ABOVE = 'To add one, enter their full name or email address.';
const CORRECT_ROW = 'Correct that row to add them.';
export const CHOOSE_AMONG_MEMBERS = 'Choose the right person in the list of members.';
/** What is said of the people above a person once the import is done. */
export const afterImport = (message: string): string =>
  [CHOOSE_ABOVE, CHOOSE_LIKELY, ENTER_ABOVE, CORRECT_ROW].reduce((said, ask) => said.replace(ask, CHOOSE_AMONG_MEMBERS), message);

/** Those of a name that are told one by one. */
const CANDIDATES_LIMIT_PEOPLE = 6;

/** Of more with one family name or job nobody is likely, and to compare each with each would take too long. */
const LIKELY_LIMIT_PEOPLE = 200;

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
  const own = above.personOf(comparableEmail(person.email));
  const written = readAddress(named);
  if (written.choices) return leaveOut(`It names more than one person. We leave the ${what} out. Choose one.`, written.choices);
  const address = comparableEmail(written.email ?? named);
  if (above.personOf(address) === own) return leaveOut(`People cannot be their own ${what}. We leave it out.`);
  if (above.byEmail.has(address) || above.isMember(address)) return address;
  if (named.includes('@'))
    return leaveOut(`We could not find a person with the email address “${upTo(80, named)}”. We leave the ${what} out.`);
  const candidates = candidatesOf(named, above);
  const only = candidates.find((one) => !isPerson(own, one, above));
  const keptOut = keptOutBeside(named, candidates, above);
  if (candidates.length + keptOut.length === 0) {
    if (isNobody(named)) return null;
    const { message, choices } = sayLikely(named, what, likelyOf(named, own, above), above);
    return leaveOut(message, choices);
  }
  if (candidates.length === 0) return leaveOut(sayOnlyKeptOut(named, keptOut, what));
  if (!only && keptOut.length === 0)
    return leaveOut(`Only this person is called ${upTo(80, named)}, and people cannot be their own ${what}. We leave it out.`);
  // A twin of the person is not taken for granted: the cell may be a slip.
  if (only?.email !== undefined && candidates.length === 1 && keptOut.length === 0) return only.email;
  const { message, choices } = sayNamesakes(named, what, { own, candidates, keptOut }, above);
  return leaveOut(message, choices);
}

/** What is said of a name that may mean several people, and whom of them it can be made to mean. */
interface Doubt {
  readonly message: string;
  readonly choices: readonly string[];
}

/** Whether a candidate is the person with this address (`personOf`). */
const isPerson = (own: string, { email }: Candidate, { personOf }: Above): boolean => email !== undefined && personOf(email) === own;

/** Each person once, by the row or member that comes first. */
function eachOnce<One extends Candidate>(people: readonly One[], { personOf }: Above): readonly One[] {
  const seen = new Set<string>();
  return people.filter(({ email }) => {
    const person = email === undefined ? undefined : personOf(email);
    if (person === undefined) return true;
    return !seen.has(person) && !!seen.add(person);
  });
}

function sayNamesakes(
  named: string,
  what: string,
  {
    own,
    candidates,
    keptOut,
  }: { readonly own: string; readonly candidates: readonly Candidate[]; readonly keptOut: readonly KeptOutRow[] },
  above: Above,
): Doubt {
  const { inFile } = above;
  const others = candidates.filter((one) => !isPerson(own, one, above));
  const shown = others.slice(0, CANDIDATES_LIMIT_PEOPLE);
  const choices = shown.flatMap(({ email, isHidden }) => (email !== undefined && !isHidden ? [email] : []));
  const beside = keptOut.slice(0, CANDIDATES_LIMIT_PEOPLE);
  const more = others.length - shown.length + keptOut.length - beside.length;
  const all = `${[...shown.map(said), ...beside.map(saidKeptOut)].join('; ')}${more > 0 ? `, and ${more} more` : ''}`;
  const ask = choices.length === 0 || inFile ? `Enter the ${what}’s email address instead.` : CHOOSE_ABOVE;
  const self = candidates.length > others.length ? 'this person, ' : '';
  return { message: `More than one person is called ${upTo(80, named)}: ${self}${all}. We leave the ${what} out. ${ask}`, choices };
}

interface Candidate extends CalledMember {
  readonly row?: number;
}

/** Rows of this name that are not imported, and whose person is none of the candidates under another row or as a member. */
function keptOutBeside(named: string, candidates: readonly Candidate[], { keptOutCalled, personOf }: Above): readonly KeptOutRow[] {
  const known = new Set(candidates.map(({ email }) => email && personOf(email)));
  return keptOutCalled(nameBesideBrackets(named)).filter(({ emails }) => !emails.some((email) => known.has(personOf(email))));
}

function sayOnlyKeptOut(named: string, keptOut: readonly KeptOutRow[], what: string): string {
  const rows = sayLetters(keptOut.slice(0, CANDIDATES_LIMIT_PEOPLE).map(({ row }) => String(row)));
  const called = upTo(80, named);
  const out = `We leave the ${what} out.`;
  if (keptOut.length > 1) return `Only rows ${rows} have the name ${called}, and we do not import them. ${out} ${ENTER_ABOVE}`;
  if (keptOut.some(({ hasLeft }) => hasLeft)) return `Only row ${rows} has the name ${called}, and they have left. ${out} ${ENTER_ABOVE}`;
  return `Only row ${rows} has the name ${called}, and we do not import it. ${out} ${CORRECT_ROW}`;
}

/** “ann@a.example, row 5, not imported”. */
const saidKeptOut = ({ row, emails, hasLeft }: KeptOutRow): string =>
  [...(emails.length === 1 ? emails : []), `row ${row}`, hasLeft ? 'has left' : 'not imported'].join(', ');

/** Whom a text may mean that is nobody’s whole name. */
interface Likely {
  readonly people: readonly (Candidate & Called)[];
  readonly isJob: boolean;
}

/** By family name, and by what is beside it; by job; or else by a name that is like it. The person themselves is not meant. */
function likelyOf(named: string, own: string, above: Above): Likely {
  const { people, ofJob } = above.likelyBy.get(named) ?? lookedUp(named, above);
  const byFit = (wanted: 'fits' | 'alike') => people.flatMap(({ one, fit }) => (fit === wanted && !isPerson(own, one, above) ? [one] : []));
  const fitting = byFit('fits');
  if (fitting.length > 0) return { people: fitting, isJob: false };
  const others = ofJob.filter((one) => !isPerson(own, one, above));
  // Of several with one job nobody is more likely than another.
  if (ofJob.length > 0 || isJob(named)) return { people: others.length === 1 ? others : [], isJob: true };
  return { people: byFit('alike'), isJob: false };
}

/** Whom a text may mean, with how well each fits it: the same for every row that writes it so. */
interface LookedUp {
  readonly people: readonly { readonly one: Candidate & Called; readonly fit: ReturnType<typeof fitOf> }[];
  readonly ofJob: readonly (Candidate & Called)[];
}

function lookedUp(named: string, above: Above): LookedUp {
  const words = wordsOfName(withoutBrackets(named) ?? named);
  const ofJob = peopleBy(jobKey(named), above);
  // “HT” is the headteacher, also where a cook has these initials.
  const letters = isJob(named) || ofJob.length > 0 ? undefined : lettersIn(named);
  const keys = [
    ...words.flatMap((word) => (word.length > 1 ? familyKey(word) : [])),
    ...(letters === undefined ? [] : [initialsKey(letters)]),
  ];
  const lists = keys.map((key) => peopleBy(key, above)).filter((some) => some.length > 0);
  const found =
    lists.length > 1
      ? [...new Map(lists.flat().map((one) => [one.email === undefined ? one : above.personOf(one.email), one])).values()]
      : (lists[0] ?? []);
  const people = found.flatMap((one) => {
    const fit = fitOf(words, one) ?? (letters === undefined ? undefined : fitOf([letters], one));
    // Those who do not fit are hundreds for each of thousands of texts.
    return fit === undefined ? [] : [{ one, fit }];
  });
  const looked = { people, ofJob };
  above.likelyBy.set(named, looked);
  return looked;
}

/** The rows and members with a key of `likelyKeysOf`. */
function peopleBy(key: string, above: Above): readonly (Candidate & Called)[] {
  const known = above.peopleBy.get(key) ?? peopleWith(key, above);
  above.peopleBy.set(key, known);
  return known;
}

function peopleWith(key: string, above: Above): readonly (Candidate & Called)[] {
  const { rowsLikely, membersCalled, inRows } = above;
  const found = rowsLikely().get(key) ?? [];
  if (found.length > LIKELY_LIMIT_PEOPLE) return [];
  const rows = found.map(({ row, name, names, email, jobTitle }) => ({
    row,
    name,
    email: comparableEmail(email),
    ...(names && { names }),
    ...(jobTitle && { job: jobTitle }),
  }));
  const members = (membersCalled?.(key) ?? []).flatMap(({ name, ...member }) => (name === undefined ? [] : [{ ...member, name }]));
  return eachOnce([...rows, ...members.filter(({ email }) => email === undefined || !inRows.has(email))], above);
}

function sayLikely(named: string, what: string, { people, isJob: isOfJob }: Likely, { keptOutCalled, inFile }: Above): Doubt {
  const quoted = `“${upTo(80, named)}”`;
  const shown = people.slice(0, CANDIDATES_LIMIT_PEOPLE);
  const isOnly = (name: string) =>
    people.filter((one) => comparableName(one.name) === comparableName(name)).length === 1 &&
    keptOutCalled(nameBesideBrackets(name)).length === 0;
  const choices = shown.flatMap(({ name, email, isHidden }) => {
    if (email === undefined) return [];
    return isOnly(name) ? [name] : isHidden ? [] : [email];
  });
  const more = people.length > shown.length ? `, and ${people.length - shown.length} more` : '';
  const maybe = `${shown.map((one) => `${one.name} (${said(one)})`).join('; ')}${more}`;
  const why = isOfJob
    ? `${quoted} is a job and not a name.${maybe && ` ${maybe} has this job.`}`
    : maybe
      ? `${quoted} may be ${maybe}.`
      : `We could not find a person called ${quoted}.`;
  return { message: `${why} We leave the ${what} out. ${choices.length > 0 && !inFile ? CHOOSE_LIKELY : ENTER_ABOVE}`, choices };
}

/** Of the list and of the school. A member who is in the list under an address of theirs is one person. */
function candidatesOf(named: string, above: Above): readonly Candidate[] {
  const { rowsByName, membersCalled, byEmail } = above;
  const rows = (rowsByName.get(comparableName(named)) ?? []).map(({ row, email, jobTitle }) => ({
    row,
    email: comparableEmail(email),
    ...(jobTitle && { job: jobTitle }),
  }));
  const members = (membersCalled?.(nameKey(named)) ?? []).map((member): Candidate => {
    const listed = member.email === undefined ? undefined : byEmail.get(member.email);
    return { ...member, ...(listed && { row: listed.row }) };
  });
  return eachOnce([...rows, ...members], above);
}

/** “ann@a.example, Head, row 5”. */
function said({ row, isHidden, email, job }: Candidate): string {
  const shown = { ...(!isHidden && email !== undefined && { email }), ...(job !== undefined && { job }) };
  return [sayApart(shown), row === undefined ? 'a member already' : `row ${row}`].filter(Boolean).join(', ');
}
