import type { Day, InstitutionId } from '../kernel/brand.js';
import { plainKey } from '../text/folding.js';
import { holdsLink, LINK_IN_NAME } from '../text/links.js';
import { institutionDetails, type InstitutionDetails, type Nation } from '../institutions/institution.events.js';
import {
  cell,
  cellAt,
  columnName,
  CORRECT_CELL,
  CORRECT_IN_FILE,
  NO_ROW,
  sayCutOff,
  sayLetters,
  saysOfCell,
  upTo,
  whyUnreadable,
  wholeNumber,
  type RawRow,
  type RowProblem,
  isBlank,
} from './columns.js';
import {
  REGISTER_OF,
  registerByHeading,
  SCHOOL_FIELD_NAMES,
  SCHOOL_FIELDS,
  schoolColumnsOf,
  schoolLetters,
  type Register,
  type SchoolField,
} from './school-fields.js';
import { institutionIdOf, trustIdOf } from './institution-ids.js';
import { NationsOfRows, type NationsSaid } from './nations-of-rows.js';
import { dayIn, mannerOf, mayBeDays, notesOfManner, type DateManner } from './date-manner.js';
import { statusIn } from './school-status.js';
import { spoiltByExport } from './spoilt-text.js';
import type { ChosenColumns } from './staff-fields.js';

/** Schools from the register of England (GIAS) or any CSV with a reference number and a name. Trusts come from the columns of their schools. */
export interface InstitutionImport {
  readonly institution: InstitutionId;
  readonly details: InstitutionDetails;
  /** The trust that it is in, or `null` for none; absent where the file says nothing of trusts. */
  readonly trust?: InstitutionId | null;
  /** The file says of no school whether it is open. */
  readonly withoutStatus?: true;
  /** Where it stands in the file; a trust stands where the last school that names it does. The first row, its headers, is row 1. */
  readonly row: number;
}

export interface InstitutionsPlan {
  readonly institutions: readonly InstitutionImport[];
  readonly problems: readonly RowProblem[];
  /** Rows left out because the school is closed or not yet open. */
  readonly notOpen: number;
  /** Of these, the closed ones: the hub may know some of them. */
  readonly closed: readonly ClosedSchool[];
  /** Which nations its schools are in, as far as something is to be said of it. */
  readonly nations: NationsSaid;
}

/** A school that is closed in a register. */
export interface ClosedSchool {
  readonly institution: InstitutionId;
  /** Absent where neither its row nor the file says it. */
  readonly nation?: Nation;
  readonly name: string;
  readonly row: number;
  /** The register's own day; absent where it has none, or says something that is no day. */
  readonly on?: Day;
  /** What it says of the day where that is no day, or may be either of two. */
  readonly saidOn?: string;
  /** Both days that it may be, the likelier first. */
  readonly either?: readonly Day[];
  /** An open school of the file with its name, or else with its postcode, where there is one alone: it may have come after it. */
  readonly maybe?: { readonly institution: InstitutionId; readonly name: string; readonly nation?: Nation };
}

/** What a person said of a register, beside what is in it. */
export interface RegisterSaid {
  readonly columns?: ChosenColumns;
  /** Whose list it is. */
  readonly nation?: Nation | undefined;
  /** Nothing can be chosen or corrected here, only in the file: it is too large to be kept, or it is read at a terminal. */
  readonly inFile?: boolean;
  /** Which closing dates have come. */
  readonly today?: Day;
  /** How the file writes its dates, where it was looked at before cells were corrected. */
  readonly manner?: DateManner;
}

const NATION_NAMES: Readonly<Record<string, Nation>> = {
  england: 'england',
  scotland: 'scotland',
  alba: 'scotland',
  wales: 'wales',
  cymru: 'wales',
  northernireland: 'northern-ireland',
  ni: 'northern-ireland',
};
const NATIONS_AS_WRITTEN = ['England', 'Scotland', 'Wales', 'Northern Ireland'];
/** Postcode areas that lie in one nation alone. */
const SCOTTISH_AREA = /^(?:AB|DD|EH|FK|G|HS|IV|KA|KW|KY|ML|PA|PH|ZE)\d/i;
const IRISH_AREA = /^BT\d/i;

/** A nation by what the row says, then by its register, then by a postcode that is in one alone; never otherwise. */
function nationOf(read: Read, register: Register | undefined): Nation | undefined {
  const said = read('nation');
  if (said) return NATION_NAMES[plainKey(said)];
  const type = read('type');
  // GIAS lists some schools in Wales; their type says so.
  if (register) return register.nation === 'england' && /\bwelsh\b/i.test(type) ? 'wales' : register.nation;
  const postcode = read('postcode');
  if (IRISH_AREA.test(postcode)) return 'northern-ireland';
  return SCOTTISH_AREA.test(postcode) ? 'scotland' : undefined;
}
const kindOf = (type: string) =>
  /further education|sixth form cent|college/i.test(type) && !/city technology/i.test(type) ? 'college' : 'school';
const closesOn = (text: string, manner: DateManner) => {
  const on = dayIn(text, manner);
  return on ? { on } : {};
};

/** The longest name of an institution, in letters. */
const NAME_MAX_LETTERS = 160;

/** Whose numbers a row has: those of the nation that it is in. England’s register lists some schools of Wales under its own. */
const prefixOf = (nation: Nation | undefined, register: Register | undefined): string | undefined =>
  nation === undefined || (register?.nation === 'england' && nation === 'wales') ? register?.prefix : REGISTER_OF[nation].prefix;

/** What people know a school by. */
const NAMES_IN_REGISTER: ReadonlySet<SchoolField> = new Set<SchoolField>(['name', 'trustName', 'town', 'localAuthority']);

/** Reads every row; never throws. The trusts that schools name come before the schools. */
export function planInstitutions(headers: readonly string[], rows: readonly RawRow[], said: RegisterSaid = {}): InstitutionsPlan {
  const seen = schoolColumnsOf(headers, said.columns);
  const columns = schoolLetters(seen);
  const repeated = Object.values(columns).flatMap((letters) => (letters.length > 1 ? [whichIsMeant(headers, letters)] : []));
  const nation = said.nation ?? registerByHeading(headers, seen);
  const register = nation && REGISTER_OF[nation];
  const nations = new NationsOfRows(register);
  const nothing = { institutions: [], notOpen: 0, closed: [], nations: nations.said };
  if (repeated.length > 0) return { ...nothing, problems: repeated };
  const missing = (['reference', 'name'] as const).filter((field) => columns[field] === undefined);
  if (missing.length > 0) {
    const wanted = missing.map((field) => `“${SCHOOL_FIELD_NAMES[field]}”`).join(' and ');
    const [which, its] = missing.length === 1 ? ['column holds', 'its column'] : ['columns hold', 'their columns'];
    const todo = said.inFile ? `Name ${its} in the first row of the file.` : 'Choose below what the columns hold.';
    const message = `We do not know which ${which} ${wanted}. ${todo}`;
    return { ...nothing, problems: [{ row: NO_ROW, weight: 'error', message }] };
  }
  const trusts = new Map<InstitutionId, InstitutionImport>();
  const schools = new Map<InstitutionId, InstitutionImport>();
  const problems: RowProblem[] = [];
  let notOpen = 0;
  const shut: Shut[] = [];
  const statusLetters = [columns.status?.[0], columns.statusCode?.[0]];
  const todo = said.inFile ? CORRECT_IN_FILE : CORRECT_CELL;
  const manner = said.manner ?? mannerOf(rows, headers, columns.closeDate ?? []);
  problems.push(...notesOfManner(manner, headers));
  const ofStatus = {
    today: said.today,
    manner,
    todo,
    isSaid: rows.some((raw) => statusLetters.some((letter) => cell(raw, letter) !== '')),
  };
  for (const raw of rows) {
    if (isBlank(raw)) continue;
    if (raw.cutOff !== undefined) {
      problems.push(sayCutOff(raw, headers));
      continue;
    }
    const { row } = raw;
    const read = (field: SchoolField) => cell(raw, columns[field]?.[0]);
    const at = (field: SchoolField) => cellAt(headers, raw, columns[field]?.[0]);
    const name = read('name');
    const named = name && !whyUnreadable(name) ? { who: upTo(NAME_MAX_LETTERS, name) } : {};
    const isMarked = raw.doubtful !== undefined || raw.merged !== undefined;
    const guessed = SCHOOL_FIELDS.flatMap((field) => {
      if (!isMarked && !NAMES_IN_REGISTER.has(field)) return [];
      const spoilt = NAMES_IN_REGISTER.has(field) ? spoiltByExport(read(field), false) : undefined;
      const said = [...saysOfCell(raw, columns[field]?.[0]), ...(spoilt ? [spoilt] : [])];
      return said.map((one): RowProblem => ({ ...at(field), ...named, weight: 'note', ...one }));
    });
    const { status, doubts } = statusIn(read, ofStatus);
    const statusSaid = doubts.map(({ field, ...doubt }) => ({ ...at(field), ...named, ...doubt }));
    if (status === undefined) {
      problems.push(...statusSaid);
      continue;
    }
    if (status === 'closed' || status === 'notYet') {
      notOpen += 1;
      problems.push(...guessed, ...statusSaid);
      const at = nationOf(read, register);
      if (status === 'closed' && REFERENCE.test(read('reference'))) {
        const institution = institutionIdOf(read('reference'), prefixOf(at, register));
        if (at) nations.take(at, institution, read('nation') !== '');
        shut.push({
          institution,
          ...(at && { nation: at }),
          name: upTo(NAME_MAX_LETTERS, name),
          row,
          ...closedOn(read('closeDate'), manner),
          postcode: read('postcode'),
        });
      }
      continue;
    }
    const planned = planSchool({ read, at, todo, inFile: said.inFile === true, isToClose: status === 'toClose', manner }, row, register);
    if ('message' in planned) {
      problems.push({ ...planned, ...named });
      continue;
    }
    if (schools.has(planned.institution)) {
      problems.push({
        ...at('reference'),
        ...named,
        weight: 'error',
        message: `The reference ${planned.details.reference} is in the file twice. We use the first row.`,
      });
      continue;
    }
    // Of a row that is kept out nothing was taken as open.
    problems.push(...statusSaid);
    const oddNumber = sayOddNumber(planned, register, todo);
    if (oddNumber) problems.push({ ...at('reference'), ...named, weight: 'note', message: oddNumber });
    const trust = planTrust(read, row);
    if (trust) trusts.set(trust.institution, trust);
    problems.push(...guessed);
    nations.take(planned.details.nation, planned.institution, read('nation') !== '');
    schools.set(planned.institution, {
      ...planned,
      ...(columns.trustCode !== undefined && { trust: trust?.institution ?? null }),
      ...(statusLetters.every((letter) => letter === undefined) && { withoutStatus: true }),
    });
  }
  return {
    institutions: [...trusts.values(), ...schools.values()],
    problems,
    notOpen,
    closed: withSuccessors(shut, [...schools.values()]),
    nations: nations.said,
  };
}

/** Several columns of one heading that is needed: which of them is meant only the person knows. */
function whichIsMeant(headers: readonly string[], letters: readonly string[]): RowProblem {
  const heading = columnName(headers, letters[0] ?? 'A');
  const many = letters.length === 2 ? 'Two' : String(letters.length);
  const message = `${many} columns are called “${heading}”: ${sayLetters(letters)}. Rename or remove all but one, then choose the file again.`;
  return { row: NO_ROW, column: heading, weight: 'error', message };
}

type Read = (field: SchoolField) => string;
type Shut = Omit<ClosedSchool, 'maybe'> & { readonly postcode: string };

/** A register's own day of closing. */
function closedOn(text: string, manner: DateManner): Pick<ClosedSchool, 'on' | 'saidOn' | 'either'> {
  const on = dayIn(text, manner);
  if (on || !text) return on ? { on } : {};
  const either = mayBeDays(text, manner);
  return { saidOn: upTo(40, text), ...(either.length > 0 && { either }) };
}

/** What may have come after each closed school: an open one alone of its name, or else of its postcode. The links of the register say it for certain. */
function withSuccessors(shut: readonly Shut[], open: readonly InstitutionImport[]): readonly ClosedSchool[] {
  const at = (keyOf: (details: InstitutionDetails) => string) => {
    const found = new Map<string, ClosedSchool['maybe'] | null>();
    for (const { institution, details } of open) {
      const key = details.kind === 'trust' ? '' : keyOf(details);
      if (key) found.set(key, found.has(key) ? null : { institution, name: details.name, nation: details.nation });
    }
    return found;
  };
  const [byName, byPostcode] = [at(({ name }) => plainKey(name)), at(({ postcode = '' }) => plainKey(postcode))];
  return shut.map(({ postcode, ...school }) => {
    const maybe = byName.get(plainKey(school.name)) ?? byPostcode.get(plainKey(postcode));
    return maybe ? { ...school, maybe } : school;
  });
}

/** A reference of any of the registers; that of Northern Ireland has a hyphen. */
const REFERENCE = /^(?=.{1,20}$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** England’s own have five or six digits. Of the other nations’ numbers we are less sure. */
const URN = /^\d{5,6}$/;
function sayOddNumber(
  { details: { reference = '', nation } }: InstitutionImport,
  register: Register | undefined,
  todo: string,
): string | undefined {
  if (register?.nation !== 'england' || nation !== 'england' || URN.test(reference)) return undefined;
  return `“${reference}” does not look like a number of England’s register: those have five or six digits. ${todo}`;
}

/** One row: its cells, where each is, and what to do about one that cannot be read. */
interface OneRow {
  readonly read: Read;
  readonly at: (field: SchoolField) => Omit<RowProblem, 'message' | 'weight'>;
  readonly todo: string;
  readonly inFile: boolean;
  readonly isToClose: boolean;
  readonly manner: DateManner;
}

function planSchool(
  { read, at, todo, inFile, isToClose, manner }: OneRow,
  row: number,
  register: Register | undefined,
): InstitutionImport | RowProblem {
  const reference = read('reference');
  if (!REFERENCE.test(reference)) {
    return {
      ...at('reference'),
      weight: 'error',
      message: reference ? `“${reference.slice(0, 40)}” is not a reference number.` : 'Enter a reference number.',
    };
  }
  for (const field of NAMES_IN_REGISTER) {
    const why = whyUnreadable(read(field));
    if (why) return { ...at(field), weight: 'error', message: `${why} ${todo}` };
  }
  // The name itself is read below, as one that is typed.
  if (holdsLink(read('trustName'))) return { ...at('trustName'), weight: 'error', message: LINK_IN_NAME };
  const type = read('type');
  const nation = nationOf(read, register);
  if (nation === undefined)
    return {
      ...at('nation'),
      ...('letter' in at('nation') && { choices: NATIONS_AS_WRITTEN }),
      weight: 'error',
      message: read('nation')
        ? `“${upTo(40, read('nation'))}” is not a nation that we know. Write England, Scotland, Wales or Northern Ireland.`
        : `The file does not say which nation this school is in. ${inFile ? 'Add' : 'Choose below whose register it is, or add'} a column “Nation”.`,
    };
  const [easting, northing] = [wholeNumber(read('easting')), wholeNumber(read('northing'))];
  const parsed = institutionDetails.safeParse({
    name: read('name'),
    kind: kindOf(type),
    nation,
    reference,
    ...filled('type', type, 80),
    ...filled('phase', read('phase'), 40),
    ...filled('localAuthority', read('localAuthority'), 80),
    ...filled('town', read('town'), 80),
    ...filled('postcode', read('postcode').toUpperCase(), 10),
    ...(easting && northing ? { easting, northing } : {}),
    ...(isToClose && { proposedToClose: closesOn(read('closeDate'), manner) }),
  });
  if (!parsed.success)
    return {
      ...at('name'),
      weight: 'error',
      message: parsed.error.issues[0]?.message ?? 'We could not read this row.',
    };
  return { institution: institutionIdOf(reference, prefixOf(nation, register)), details: parsed.data, row };
}

function planTrust(read: Read, row: number): InstitutionImport | undefined {
  const [code, name] = [read('trustCode'), read('trustName')];
  if (!code || !name || !/[A-Za-z0-9]/.test(code)) return undefined;
  const details: InstitutionDetails = {
    name: upTo(NAME_MAX_LETTERS, name),
    kind: 'trust',
    nation: 'england',
    reference: code.slice(0, 20),
  };
  return { institution: trustIdOf(code), details, row };
}

function filled<Name extends string>(name: Name, text: string, max: number): Partial<Record<Name, string>> {
  return text ? ({ [name]: upTo(max, text) } as Record<Name, string>) : {};
}
