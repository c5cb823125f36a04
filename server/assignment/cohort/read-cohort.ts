import { readFile } from 'node:fs/promises';
import { upTo } from '@alongside/domain/imports/columns.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Mentee, Mentor } from '@alongside/ml/features/candidate.js';
import { errorCodeOf } from '../../app/error-code.js';
import type { Csv } from '../../imports/read-csv.js';
import { readTable } from '../../imports/read-table.js';
import { saidOfFile } from '../../imports/words.js';
import { knownOf, type Side } from './columns.js';
import { callKey, readMentees, readMentors, type ListedMentee, type ListedMentor } from './read-people.js';

/** Two lists as they were read. */
export interface Cohort {
  readonly mentees: readonly (Pick<ListedMentee, 'needs'> & { readonly profile: Mentee })[];
  readonly mentors: readonly (Pick<ListedMentor, 'min'> & { readonly profile: Mentor })[];
  /** What is wrong with rows, each named by its number: such lists cannot be assigned. */
  readonly faults: readonly string[];
  /** What was left out, such as words that are not known. */
  readonly notes: readonly string[];
}

/** Reads a list of mentees and one of mentors, as CSV or as a workbook. A file that is no list is a fault. */
export async function readCohort(files: Readonly<Record<Side, string>>): Promise<Cohort> {
  const [mentees, mentors] = [await readList(files.mentees, 'mentees'), await readList(files.mentors, 'mentors')];
  if (typeof mentees !== 'string' && typeof mentors !== 'string') return cohortIn({ mentees, mentors }, files);
  return { mentees: [], mentors: [], faults: [mentees, mentors].filter((one) => typeof one === 'string'), notes: [] };
}

/** The people of two lists, and whom of the other list each is kept apart from. What is said begins with the name of the file. */
export function cohortIn(lists: Readonly<Record<Side, Csv>>, files: Readonly<Record<Side, string>>): Cohort {
  const [faults, notes]: [string[], string[]] = [[], []];
  const said = (file: string) => ({
    fault: (line: string) => void faults.push(`${file}, ${line}`),
    note: (line: string) => void notes.push(`${file}, ${line}`),
  });
  const mentees = readMentees(lists.mentees, said(files.mentees));
  const mentors = readMentors(lists.mentors, said(files.mentors));
  const [mentorsCalled, menteesCalled] = [calledIn(mentors), calledIn(mentees)];
  for (const one of mentees) {
    const { exclusions, assessedBy } = one.apart;
    for (const mentor of keptApart(one, mentorsCalled, 'mentors')) exclusions.add(mentor);
    // A line manager who is no mentor is in no list, and that is no fault.
    for (const { people } of meantIn(one, 'managers', mentorsCalled)) for (const mentor of people) assessedBy.add(mentor);
    // In both lists, with an address in one alone: nobody is their own mentor.
    for (const [self, ...others] of one.called.map((key) => mentorsCalled.get(key) ?? []))
      if (self !== undefined && others.length === 0) exclusions.add(self);
  }
  const apartOf = new Map(mentees.map(({ profile, apart }) => [profile.person, apart]));
  for (const one of mentors)
    for (const mentee of keptApart(one, menteesCalled, 'mentees')) apartOf.get(mentee)?.excludedBy.add(one.profile.person);
  return {
    mentees: mentees.map(({ needs, profile }) => ({ needs, profile })),
    mentors: mentors.map(({ min, profile }) => ({ min, profile })),
    faults,
    notes,
  };
}

/** A list, or a sentence that says why there is none. */
async function readList(file: string, side: Side): Promise<Csv | string> {
  const bytes = await readFile(file).catch((error: unknown) => `${file} could not be read (${errorCodeOf(error) ?? String(error)}).`);
  if (typeof bytes === 'string') return bytes;
  const read = await readTable(bytes, { known: (cells) => knownOf(cells, side) });
  return read.ok ? read.value : `${file}: ${saidOfFile(read.error, 'staff')}`;
}

/** Whom an id, an address or a name means: all who are called so. */
function calledIn(people: readonly (ListedMentee | ListedMentor)[]): ReadonlyMap<string, readonly PersonId[]> {
  const found = new Map<string, PersonId[]>();
  for (const { called, profile } of people) for (const key of new Set(called)) found.set(key, [...(found.get(key) ?? []), profile.person]);
  return found;
}

/** Whom a cell means. “Rahman, Asha” may be one of them or two. */
const meantIn = ({ row }: ListedMentee | ListedMentor, field: 'apart' | 'managers', others: ReadonlyMap<string, readonly PersonId[]>) =>
  row.entries(field, (text) => others.has(callKey(text))).map((text) => ({ text, people: others.get(callKey(text)) ?? [] }));

function keptApart(one: ListedMentee | ListedMentor, others: ReadonlyMap<string, readonly PersonId[]>, side: Side): readonly PersonId[] {
  return meantIn(one, 'apart', others).flatMap(({ text, people }) => {
    // Who is to be kept apart and cannot be would be matched: a note is not enough.
    if (people.length === 0) one.row.fault('apart', `“${upTo(60, text)}” is not among the ${side}. Correct it, or leave it out.`);
    return people;
  });
}
