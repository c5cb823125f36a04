import { STAFF_FIELDS, type ChosenColumns, type Column, type StaffField } from '@alongside/domain/imports/staff-fields.js';
import { REMEMBERED_LIMIT_COLUMNS } from '@alongside/domain/institutions/institution.events.js';
import { plainKey } from '@alongside/domain/text/folding.js';

/** What columns hold, by keyed hashes of their headings: see `StaffColumnsRemembered`. */
export type Remembered = Readonly<Record<string, string | null>>;
/** The name of a heading in the log: a keyed hash, hex. */
export type NameOfHeading = (heading: string) => string;

/** Each column with what the log calls it: by its heading and, of several with one heading, its turn. Without a heading by its place among all others. */
function named(columns: readonly Column[], nameOf: NameOfHeading): readonly (readonly [column: Column, name: string])[] {
  const times = new Map<string, number>();
  const headings = columns.flatMap(({ letter, heading }) => (plainKey(heading) === '' ? [] : [`${letter} ${plainKey(heading)}`])).join('|');
  return columns.map((column) => {
    const key = plainKey(column.heading);
    if (key === '') return [column, nameOf(`${column.letter} of ${headings}`)] as const;
    times.set(key, (times.get(key) ?? 0) + 1);
    return [column, nameOf(`${key} ${times.get(key)}`)] as const;
  });
}

/** That a column without a heading was chosen in this place, whatever the others were: no more than that it is to be chosen again. */
const placeOf = ({ letter }: Column, nameOf: NameOfHeading): string => nameOf(`${letter} without a heading`);

const isField = (text: string): text is StaffField => STAFF_FIELDS.some((field) => field === text);

/** What an earlier list says of these columns, where their headings alone say something else. */
export function rememberedOf(columns: readonly Column[], had: Remembered, nameOf: NameOfHeading): ChosenColumns {
  const chosen: Record<string, StaffField | null> = {};
  for (const [{ letter, byHeading }, name] of named(columns, nameOf)) {
    const as = had[name];
    if (as !== undefined && as !== byHeading && (as === null || isField(as))) chosen[letter] = as;
  }
  return chosen;
}

/** Columns without a heading that an earlier list had in their place, beside other headings: what they hold is not known. */
export const notRemembered = (columns: readonly Column[], had: Remembered, nameOf: NameOfHeading): readonly string[] =>
  named(columns, nameOf).flatMap(([column, name]) =>
    plainKey(column.heading) === '' && had[name] === undefined && had[placeOf(column, nameOf)] ? [column.letter] : [],
  );

/** What is to be remembered of columns as they were brought in, beside what is; undefined where nothing is new. */
export function toRemember(columns: readonly Column[], had: Remembered, nameOf: NameOfHeading): Remembered | undefined {
  const all: Record<string, string | null> = { ...had };
  let isNew = false;
  for (const [column, name] of named(columns, nameOf)) {
    const { as, byHeading, heading } = column;
    if (had[name] === undefined ? as === byHeading : as === had[name]) continue;
    all[name] = as;
    if (plainKey(heading) === '') all[placeOf(column, nameOf)] = as;
    isNew = true;
  }
  // The latest are the last: the first of too many go.
  return isNew ? Object.fromEntries(Object.entries(all).slice(-REMEMBERED_LIMIT_COLUMNS)) : undefined;
}
