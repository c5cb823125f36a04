import type { InstitutionId } from '../kernel/brand.js';
import { institutionDetails, type InstitutionDetails } from '../institutions/institution.events.js';
import {
  cell,
  columnName,
  fieldsByHeading,
  HEADINGS_ROW,
  letterOf,
  lettersOf,
  sayDoubtful,
  sayLetters,
  upTo,
  whyUnreadable,
  wholeNumber,
  type RawRow,
  type RowProblem,
  isBlank,
} from './columns.js';

/** Schools from the register of England (GIAS) or any CSV with a reference number and a name. Trusts come from the columns of their schools. */
export interface InstitutionImport {
  readonly institution: InstitutionId;
  readonly details: InstitutionDetails;
  /** The trust that it is in, or `null` for none; absent where the file says nothing of trusts. */
  readonly trust?: InstitutionId | null;
  /** Where it stands in the file; a trust stands where the last school that names it does. The first row, its headers, is row 1. */
  readonly row: number;
}

export interface InstitutionsPlan {
  readonly institutions: readonly InstitutionImport[];
  readonly problems: readonly RowProblem[];
  /** Rows left out because the school is closed or not yet open. */
  readonly notOpen: number;
}

const KNOWN = {
  reference: ['URN', 'Reference', 'School reference'],
  name: ['EstablishmentName', 'Name', 'School name', 'School'],
  localAuthority: ['LA (name)', 'Local authority', 'LA'],
  type: ['TypeOfEstablishment (name)', 'Type'],
  status: ['EstablishmentStatus (name)', 'Status'],
  phase: ['PhaseOfEducation (name)', 'Phase'],
  town: ['Town', 'Locality'],
  postcode: ['Postcode'],
  easting: ['Easting'],
  northing: ['Northing'],
  trustCode: ['Trusts (code)', 'Trust code'],
  trustName: ['Trusts (name)', 'Trust'],
} as const;

/** The columns of a register that are read; the person who reads the file need not keep the others. */
export const schoolColumns = (headers: readonly string[]): ReadonlySet<string> =>
  new Set(fieldsByHeading(headers, KNOWN).flatMap((field, index) => (field === null ? [] : [letterOf(index)])));

/** GIAS lists some schools in Wales; their type says so. */
const nationOf = (type: string) => (/\bwelsh\b/i.test(type) ? 'wales' : 'england');
const kindOf = (type: string) =>
  /further education|sixth form cent|college/i.test(type) && !/city technology/i.test(type) ? 'college' : 'school';
const isOpen = (status: string) => status === '' || /^open\b/i.test(status);

/** The longest name of an institution, in letters. */
const NAME_MAX_LETTERS = 160;

export const institutionIdOf = (reference: string): InstitutionId => `urn-${reference}` as InstitutionId;
export const trustIdOf = (code: string): InstitutionId => `trust-${code.toLowerCase().replace(/[^a-z0-9]/g, '')}` as InstitutionId;

/** Reads every row; never throws. The trusts that schools name come before the schools. */
export function planInstitutions(headers: readonly string[], rows: readonly RawRow[]): InstitutionsPlan {
  const columns = lettersOf(fieldsByHeading(headers, KNOWN));
  const repeated = Object.values(columns).flatMap((letters) => (letters.length > 1 ? [whichIsMeant(headers, letters)] : []));
  if (repeated.length > 0) return { institutions: [], notOpen: 0, problems: repeated };
  const missing = (['reference', 'name'] as const).filter((field) => columns[field] === undefined);
  if (missing.length > 0) {
    const wanted = missing.map((field) => `“${KNOWN[field][0]}”`).join(' and ');
    return {
      institutions: [],
      notOpen: 0,
      problems: [
        {
          row: HEADINGS_ROW,
          weight: 'error',
          message: `The file has no column ${wanted}. A download of “all establishment fields” from Get Information about Schools has it.`,
        },
      ],
    };
  }
  const trusts = new Map<InstitutionId, InstitutionImport>();
  const schools = new Map<InstitutionId, InstitutionImport>();
  const problems: RowProblem[] = [];
  let notOpen = 0;
  for (const raw of rows) {
    if (isBlank(raw)) continue;
    const { row } = raw;
    const read = (field: keyof typeof KNOWN) => cell(raw, columns[field]?.[0]);
    if (!isOpen(read('status'))) {
      notOpen += 1;
      continue;
    }
    const name = read('name');
    const named = name && !whyUnreadable(name) ? { who: upTo(NAME_MAX_LETTERS, name) } : {};
    const planned = planSchool(read, row);
    if ('message' in planned) {
      problems.push({ ...planned, ...named });
      continue;
    }
    if (schools.has(planned.institution)) {
      problems.push({
        row,
        ...named,
        column: columnName(headers, columns.reference?.[0] ?? 'A'),
        weight: 'error',
        message: `The reference ${planned.details.reference} is in the file twice. We use the first row.`,
      });
      continue;
    }
    const trust = planTrust(read, row);
    if (trust) trusts.set(trust.institution, trust);
    for (const field of ['name', 'town', 'localAuthority', 'trustName'] as const)
      if (columns[field]?.[0] && raw.doubtful?.includes(columns[field][0]))
        problems.push({ row, ...named, column: columnName(headers, columns[field][0]), weight: 'note', message: sayDoubtful(read(field)) });
    schools.set(planned.institution, columns.trustCode === undefined ? planned : { ...planned, trust: trust?.institution ?? null });
  }
  return { institutions: [...trusts.values(), ...schools.values()], problems, notOpen };
}

/** Several columns of one heading that is needed: which of them is meant only the person knows. */
function whichIsMeant(headers: readonly string[], letters: readonly string[]): RowProblem {
  const heading = columnName(headers, letters[0] ?? 'A');
  const many = letters.length === 2 ? 'Two' : String(letters.length);
  const message = `${many} columns are called “${heading}”: ${sayLetters(letters)}. Rename or remove all but one, then choose the file again.`;
  return { row: HEADINGS_ROW, column: heading, weight: 'error', message };
}

type Read = (field: keyof typeof KNOWN) => string;

function planSchool(read: Read, row: number): InstitutionImport | RowProblem {
  const reference = read('reference');
  if (!/^[A-Za-z0-9]{1,20}$/.test(reference)) {
    return {
      row,
      column: KNOWN.reference[0],
      weight: 'error',
      message: reference ? `“${reference.slice(0, 40)}” is not a reference number.` : 'Enter a reference number.',
    };
  }
  for (const field of ['name', 'trustName', 'town', 'localAuthority'] as const) {
    const why = whyUnreadable(read(field));
    if (why) return { row, column: KNOWN[field][0], weight: 'error', message: `${why} Correct it in the file.` };
  }
  const type = read('type');
  const [easting, northing] = [wholeNumber(read('easting')), wholeNumber(read('northing'))];
  const parsed = institutionDetails.safeParse({
    name: read('name'),
    kind: kindOf(type),
    nation: nationOf(type),
    reference,
    ...filled('type', type, 80),
    ...filled('phase', read('phase'), 40),
    ...filled('localAuthority', read('localAuthority'), 80),
    ...filled('town', read('town'), 80),
    ...filled('postcode', read('postcode').toUpperCase(), 10),
    ...(easting && northing ? { easting, northing } : {}),
  });
  if (!parsed.success)
    return { row, column: KNOWN.name[0], weight: 'error', message: parsed.error.issues[0]?.message ?? 'We could not read this row.' };
  return { institution: institutionIdOf(reference), details: parsed.data, row };
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
