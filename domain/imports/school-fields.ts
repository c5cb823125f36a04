import { plainKey } from '../text/folding.js';
import type { Nation } from '../institutions/institution.events.js';
import { fieldsByHeading, lettersOf } from './columns.js';
import { withChosen, type ChosenColumns, type Column, type ListField } from './staff-fields.js';

/** What a column of a register may hold, and the headings it goes by, best first. */
export const SCHOOL_HEADINGS = {
  reference: ['URN', 'SeedCode', 'Institution Reference Number', 'Reference', 'School reference'],
  name: ['EstablishmentName', 'Institution Name', 'Name', 'School name', 'School'],
  localAuthority: ['LA (name)', 'LAName', 'Local authority', 'LA'],
  type: ['TypeOfEstablishment (name)', 'SchoolType', 'Type'],
  nation: ['Nation', 'Country'],
  status: ['EstablishmentStatus (name)', 'Status'],
  statusCode: ['EstablishmentStatus (code)', 'Status code'],
  closeDate: ['CloseDate', 'Date closed', 'Closed on'],
  phase: ['PhaseOfEducation (name)', 'Phase'],
  town: ['Town', 'Locality'],
  postcode: ['Postcode'],
  easting: ['Easting'],
  northing: ['Northing'],
  trustCode: ['Trusts (code)', 'Trust code'],
  trustName: ['Trusts (name)', 'Trust'],
} as const;
export type SchoolField = keyof typeof SCHOOL_HEADINGS;

/** What each is called where a person chooses what a column holds. */
export const SCHOOL_FIELD_NAMES: { readonly [Field in SchoolField]: string } = {
  reference: 'Number in the register',
  name: 'Name',
  localAuthority: 'Local authority',
  type: 'Type of school',
  nation: 'Nation',
  status: 'Status, in words',
  statusCode: 'Status, as a code of England’s register',
  closeDate: 'Closing date',
  phase: 'Phase',
  town: 'Town',
  postcode: 'Postcode',
  easting: 'Easting',
  northing: 'Northing',
  trustCode: 'Number of the trust',
  trustName: 'Name of the trust',
};
export const SCHOOL_FIELDS = Object.keys(SCHOOL_HEADINGS) as readonly SchoolField[];
const isSchoolField = (field: string): field is SchoolField => field in SCHOOL_HEADINGS;

/** Every column of a register, in its order. */
export const schoolColumnsOf = (headers: readonly string[], chosen: ChosenColumns = {}): readonly Column[] =>
  withChosen<ListField>(headers, fieldsByHeading(headers, SCHOOL_HEADINGS), chosen);

/** The letters of the columns that hold each field. */
export const schoolLetters = (columns: readonly Column[]): Partial<Record<SchoolField, readonly string[]>> =>
  lettersOf(columns.map(({ as }) => (as !== null && isSchoolField(as) ? as : null)));

/** The columns of a register that are read; the person who reads a large file need not keep the others. */
export const schoolColumns = (headers: readonly string[]): ReadonlySet<string> =>
  new Set(schoolColumnsOf(headers).flatMap(({ as, letter }) => (as === null ? [] : [letter])));

/** The published list of one nation, and what the ids of its schools begin with. */
export interface Register {
  readonly nation: Nation;
  readonly prefix: string;
}
export const REGISTER_OF: Readonly<Record<Nation, Register>> = {
  england: { nation: 'england', prefix: 'urn' },
  wales: { nation: 'wales', prefix: 'wales' },
  scotland: { nation: 'scotland', prefix: 'seed' },
  'northern-ireland': { nation: 'northern-ireland', prefix: 'ni' },
};
/** Headings of references that only one nation’s list has. Wales’s own list was never at hand: a person says that a file is it. */
const BY_HEADING: Readonly<Record<string, Nation>> = {
  urn: 'england',
  seedcode: 'scotland',
  institutionreferencenumber: 'northern-ireland',
};

/** Whose register a file is, by the heading of a column that is read as the reference; undefined where that does not say it. */
export function registerByHeading(headers: readonly string[], columns: readonly Column[]): Nation | undefined {
  const at = columns.findIndex(({ as }) => as === 'reference');
  return at < 0 ? undefined : BY_HEADING[plainKey(headers[at] ?? '')];
}

/** The nations whose lists were tried as they are published; the others by small files in their form alone. */
export const TRIED_NATIONS: ReadonlySet<Nation> = new Set(['england']);
