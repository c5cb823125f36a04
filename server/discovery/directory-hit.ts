import { valuesWith, type DirectoryDocument, type DirectoryFacet } from '@alongside/search/directory.js';
import { subjectsWithin } from '@alongside/domain/uk/taxonomy/subjects.js';
import { inMiles } from '@alongside/domain/uk/national-grid.js';
import { metresToNearest, type Circle } from '@alongside/search/near.js';
import type { Why } from '@alongside/search/search-index.js';
import { excerptOf } from './excerpt.js';

/** A mentor as the directory lists them: what is needed to choose whom to look at. */
export interface DirectoryHit {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly institutions: readonly string[];
  readonly subjects: readonly string[];
  readonly phases: readonly string[];
  readonly expertise: DirectoryDocument['expertise'];
  readonly format: DirectoryDocument['format'];
  readonly weekdays: readonly string[];
  readonly free: number;
  readonly paused: DirectoryDocument['paused'];
  /** What of them met the question, word by word. */
  readonly why: readonly Why<DirectoryFacet>[];
  /** The part of what they say about themselves in which a word stands that nothing else of them has. */
  readonly excerpt?: string;
  /** From the middle of the circle that was asked to the nearest of their schools, in miles. */
  readonly miles?: number;
}

export function hitOf(document: DirectoryDocument, why: readonly Why<DirectoryFacet>[], circle?: Circle): DirectoryHit {
  const { id, name, jobTitle, institutions, subjects, phases, expertise, format, weekdays, paused } = document;
  const metres = circle && metresToNearest(document.places, circle);
  const excerpt = excerptOf(document.about, wordsOnlyIn('about', why));
  return {
    id,
    name,
    jobTitle,
    institutions,
    subjects,
    phases,
    expertise,
    format,
    weekdays,
    free: document.freePlaces,
    paused,
    why: why.map((one) => withValues(document, one)),
    ...(excerpt !== undefined && { excerpt }),
    ...(metres !== undefined && { miles: inMiles(metres) }),
  };
}

/** Words that met a word of the question which no other column met. */
function wordsOnlyIn(column: string, why: readonly Why[]): ReadonlySet<string> {
  const elsewhere = new Set(why.filter(({ columns }) => columns.some((one) => one !== column)).map(({ typed }) => typed));
  return new Set(why.flatMap(({ typed, words, columns }) => (columns.includes(column) && !elsewhere.has(typed) ? words : [])));
}

/** Focus areas, subjects and phases are shown by name, and found by all that teachers call them. */
function withValues(document: DirectoryDocument, why: Why<DirectoryFacet>): Why<DirectoryFacet> {
  const values = { ...valuesWith(document, why), ...ownValues(document, why) };
  return Object.keys(values).length === 0 ? why : { ...why, values };
}

/** Who was found by science is shown by the physics that they teach. */
function ownValues({ subjects }: DirectoryDocument, { values = {} }: Why<DirectoryFacet>): NonNullable<Why<DirectoryFacet>['values']> {
  const met = values.subject;
  return met
    ? { ...values, subject: subjects.filter((id) => met.some((asked) => asked === id || subjectsWithin(asked).includes(id))) }
    : values;
}
