import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { institutionId, personId } from '@alongside/domain/kernel/brand.js';
import { IMPORT_CHOICES_LIMIT_ROWS } from '@alongside/domain/imports/columns.js';
import { z } from 'zod';
import type { Keeps, Takes } from './staff-wave.js';

/** Rows and people that one import names in its choices, of each kind: what fits into one request. */
const CHOICES_LIMIT_ROWS = IMPORT_CHOICES_LIMIT_ROWS;
const row = z.number().int().min(1);
const rows = z.array(row).max(CHOICES_LIMIT_ROWS).default([]);

/** What a person chose of a comparison, by rows of the file. What is not named is done as it was shown. */
export const choicesMade = z.object({
  leftOut: rows,
  /** New addresses of members, each with whose it is, and people who only have the name of one. */
  same: z
    .array(z.object({ row, person: personId }))
    .max(CHOICES_LIMIT_ROWS)
    .default([]),
  newPeople: rows,
  /** People who left before and are added, or asked, again. */
  again: rows,
  names: rows,
  jobs: rows,
  starts: rows,
  keptManagers: rows,
  keptTutors: rows,
  /** Members whose job Alongside does not know, and who get none from the list. */
  keptJobs: rows,
  /** Closing schools: see `ClosingChoices`. */
  notClosed: rows,
  closeToday: rows,
  follows: rows,
  overHand: rows,
  /** Schools and trusts of a register that may have been added by hand: by the ids that the register gives them. */
  sameSchools: z
    .array(z.object({ planned: institutionId, institution: institutionId }))
    .max(CHOICES_LIMIT_ROWS)
    .default([]),
  newSchools: z.array(institutionId).max(CHOICES_LIMIT_ROWS).default([]),
  /** Members who are not in the list and leave. */
  leave: z.array(personId).max(CHOICES_LIMIT_ROWS).default([]),
});
export type ChoicesMade = z.infer<typeof choicesMade>;

export type WhyLeftOut = 'chosen' | 'left-before' | 'undecided';

/** What an import is to do beside what its file says. */
export interface Choices {
  readonly isLeftOut: (row: number) => boolean;
  /** Why it is left out: a person chose it, or nobody chose a person who left before, or who a row is. */
  readonly whyLeftOut: (row: number) => WhyLeftOut;
  /** The member whose new address a row has. */
  readonly sameAs: ReadonlyMap<number, PersonId>;
  readonly takes: Takes;
  readonly keeps: Keeps;
  readonly leave: readonly PersonId[];
  /** Members who have left by the list, and were not chosen to leave. */
  readonly stay: readonly PersonId[];
  /** Who chose: addresses and leavers are changed in their name, with their rights. */
  readonly by: PersonId;
}

/** What was shown of which a person must choose, in full. */
export interface Undecided {
  readonly sameNames: ReadonlyMap<number, readonly PersonId[]>;
  readonly gone: ReadonlySet<PersonId>;
  /** Of these, who has left by what the list says for sure. */
  readonly saidLeft: ReadonlySet<PersonId>;
  /** Rows of people who left before: left out unless they are chosen. */
  readonly returning: ReadonlySet<number>;
  /** Rows of a register that may be about another school: left out unless their name is taken. */
  readonly doubtful: ReadonlySet<number>;
}
export const NOTHING_UNDECIDED: Undecided = {
  sameNames: new Map(),
  gone: new Set(),
  saidLeft: new Set(),
  returning: new Set(),
  doubtful: new Set(),
};

/** Choices as an import goes by them. Of two people or one nobody but a person decides: a row without a choice is left out. */
export function choicesOf(made: ChoicesMade | undefined, undecided: Undecided, by: PersonId): Choices {
  const { sameNames, gone, saidLeft, returning, doubtful } = undecided;
  const of = (list: readonly number[] | undefined) => new Set(list ?? []);
  const [leftOut, newPeople, again] = [of(made?.leftOut), of(made?.newPeople), of(made?.again)];
  const taken = { name: of(made?.names), job: of(made?.jobs), start: of(made?.starts) };
  const kept = { lineManager: of(made?.keptManagers), inductionTutor: of(made?.keptTutors), job: of(made?.keptJobs) };
  const sameAs = new Map<number, PersonId>();
  const given = new Set<PersonId>();
  for (const { row, person } of made?.same ?? []) {
    // A member has one new address: a second row that is said to be them stays left out.
    if (leftOut.has(row) || sameAs.has(row) || given.has(person) || !sameNames.get(row)?.includes(person)) continue;
    sameAs.set(row, person);
    given.add(person);
  }
  // Whose new address the list has is here.
  const leave = (made?.leave ?? []).filter((person) => gone.has(person) && !given.has(person));
  const leaving = new Set(leave);
  const isLeftBefore = (row: number) => returning.has(row) && !again.has(row);
  return {
    isLeftOut: (row) =>
      leftOut.has(row) ||
      isLeftBefore(row) ||
      (doubtful.has(row) && !taken.name.has(row)) ||
      (sameNames.has(row) && !sameAs.has(row) && !newPeople.has(row)),
    whyLeftOut: (row) => (leftOut.has(row) ? 'chosen' : isLeftBefore(row) ? 'left-before' : 'undecided'),
    sameAs,
    takes: (row, field) => taken[field].has(row),
    keeps: (row, field) => kept[field].has(row),
    leave,
    stay: [...saidLeft].filter((person) => !leaving.has(person) && !given.has(person)),
    by,
  };
}
