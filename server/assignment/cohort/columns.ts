import { fieldsByHeading, headingKey, lettersOf } from '@alongside/domain/imports/columns.js';
import { SCHOOL_HEADINGS } from '@alongside/domain/imports/school-fields.js';
import { STAFF_HEADINGS } from '@alongside/domain/imports/staff-fields.js';

/** What columns of both lists may hold, and the headings they go by, best first. Case, spaces and hyphens play no part. */
const OF_BOTH = {
  id: ['ID', 'Person ID', 'Staff ID', 'Staff code', 'Reference', 'Number'],
  name: STAFF_HEADINGS.name,
  firstName: STAFF_HEADINGS.firstName,
  lastName: STAFF_HEADINGS.lastName,
  email: STAFF_HEADINGS.email,
  phase: STAFF_HEADINGS.phase,
  subjects: STAFF_HEADINGS.subjects,
  settings: ['Settings', 'Setting', 'Kind of school', 'School type', 'Type of school'],
  stage: ['Career stage', 'Stage'],
  school: ['School', 'School name', 'Institution', 'Workplace', 'Works at', 'Place of work', 'College'],
  trust: ['Trust', 'Trust name', 'MAT', 'Group'],
  nation: SCHOOL_HEADINGS.nation,
  easting: SCHOOL_HEADINGS.easting,
  northing: SCHOOL_HEADINGS.northing,
  format: ['Meets', 'Online or in person', 'Format', 'How they meet', 'Meeting format'],
  times: ['Free times', 'Availability', 'Available', 'Times', 'Free'],
  apart: ['Not with', 'Never with', 'Keep apart', 'Exclude', 'Excluded', 'Exclusions', 'Do not match with'],
} as const;

const OF_MENTEES = {
  ...OF_BOTH,
  expertise: ['Expertise wanted', 'Focus areas', 'Focus area', 'Wants to work on', 'Wants help with', 'Areas wanted', 'Wants', 'Expertise'],
  managers: [...STAFF_HEADINGS.lineManager, ...STAFF_HEADINGS.inductionTutor],
  mustHaves: ['Must have', 'Must haves', 'Insists on', 'Requirements'],
  needs: ['Mentors needed', 'Needs', 'Number of mentors', 'How many mentors'],
} as const;

const OF_MENTORS = {
  ...OF_BOTH,
  expertise: ['Expertise offered', 'Can help with', 'Areas offered', 'Offers', 'Strengths', 'Expertise'],
  helps: ['Would like to help', 'Stages helped', 'Career stages helped', 'Helps', 'Wants to help'],
  places: ['Places', 'Capacity', 'Spaces', 'Free places', 'Mentees at most', 'Number of mentees', 'How many mentees'],
  min: ['Mentees at least', 'Minimum', 'At least'],
} as const;

/** Whom a list names. */
export type Side = 'mentees' | 'mentors';
export type CohortField = keyof typeof OF_MENTEES | keyof typeof OF_MENTORS;

const HEADINGS: Readonly<Record<Side, Partial<Readonly<Record<CohortField, readonly string[]>>>>> = {
  mentees: OF_MENTEES,
  mentors: OF_MENTORS,
};

/** What keeps people apart is read from every column that says it: of two, one left out would pair them. */
export const KEEPS_APART: ReadonlySet<CohortField> = new Set(['apart', 'managers', 'mustHaves']);

function fieldsOf(headers: readonly string[], side: Side): readonly (CohortField | null)[] {
  const known = HEADINGS[side] as Readonly<Record<CohortField, readonly string[]>>;
  const apart = new Map([...KEEPS_APART].flatMap((field) => (known[field] ?? []).map((name) => [headingKey(name), field] as const)));
  return fieldsByHeading(headers, known).map((field, at) => field ?? apart.get(headingKey(headers[at] ?? '')) ?? null);
}

/** How many headings of a list are known. */
export const knownOf = (headers: readonly string[], side: Side): number => fieldsOf(headers, side).filter((field) => field !== null).length;

/** The letters of the columns that hold each field, and the headings that mean nothing here. */
export function cohortColumns(headers: readonly string[], side: Side) {
  const fields = fieldsOf(headers, side);
  return { letters: lettersOf(fields), unknown: headers.filter((heading, at) => fields[at] === null && heading.trim() !== '') };
}
