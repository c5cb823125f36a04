import { cell, columnName, upTo, whyUnreadable, type RawRow } from '@alongside/domain/imports/columns.js';
import { KEEPS_APART, type CohortField } from './columns.js';
import { nameOfEntry, type Lookup } from './words.js';

/** Ids that are named where a word may mean several. */
const CHOICES_LIMIT = 5;
/** A level in brackets behind an area, such as “Phonics (4)” or “Phonics (2 to 4)”. */
const LEVELS = /^(.*?)\s*\((?:level )?([1-5])(?:\s*(?:to|-|–)\s*([1-5]))?\)$/i;
/** What separates entries for sure; a comma or a stroke may be within a name. */
const [SURE, PERHAPS] = [/[;|]/, /[,/]/];

/** One line of what is wrong with a list, or was left out of it. */
export type Say = (line: string) => void;

/** An entry of a list in a cell, with a level or two where the cell has them. */
export interface Named {
  readonly id: string;
  readonly levels: readonly number[];
}

/** A row of a list of mentees or of mentors, read field by field. What does not fit is said with the row’s number. */
export class CohortRow {
  constructor(
    private readonly raw: RawRow,
    private readonly columns: {
      readonly headers: readonly string[];
      readonly letters: Partial<Record<CohortField, readonly string[]>>;
    },
    /** `fault`: the row cannot be used. `note`: something was left out of it. */
    private readonly say: { readonly fault: Say; readonly note: Say },
  ) {}

  get row(): number {
    return this.raw.row;
  }

  text(field: CohortField): string {
    const letters = this.columns.letters[field] ?? [];
    return letters
      .map((letter) => cell(this.raw, letter))
      .filter(Boolean)
      .join('; ');
  }

  /** A whole number of at least `least`, or `usual` where the cell is empty. */
  count(field: CohortField, usual: number, least: number): number {
    const text = this.text(field);
    if (text === '') return usual;
    if (/^\d{1,4}$/.test(text) && Number(text) >= least) return Number(text);
    this.fault(field, `“${upTo(60, text)}” is not a whole number from ${least} to 9,999.`);
    return usual;
  }

  /** The entries of a list that a cell names; words that are not known, or may mean several, are said. */
  named(field: CohortField, find: Lookup, isAny = false): readonly Named[] {
    const found = new Map<string, Named>();
    for (const text of this.entries(field, (word) => find(word).length > 0)) {
      const [, word = text, ...levels] = LEVELS.exec(text) ?? [];
      const whole = find(text);
      const ids = whole.length > 0 ? whole : find(word);
      if (ids.length === 0) this.note(field, `We do not know “${upTo(60, word)}”. We leave it out.`);
      else if (ids.length > 1 && !isAny)
        this.note(
          field,
          `“${upTo(60, word)}” may mean ${ids.slice(0, CHOICES_LIMIT).map(nameOfEntry).join(' or ')}. Write one of them. We leave it out.`,
        );
      else for (const id of ids) found.set(id, { id, levels: levels.flatMap((level) => (level ? [Number(level)] : [])) });
    }
    return [...found.values()];
  }

  ids(field: CohortField, find: Lookup, isAny = false): readonly string[] {
    return this.named(field, find, isAny).map(({ id }) => id);
  }

  /** Words of a cell, each as `find` has it. */
  words<Value>(field: CohortField, find: (word: string) => Value | undefined): readonly Value[] {
    return this.entries(field, (word) => find(word) !== undefined).flatMap((word) => {
      const value = find(word);
      if (value === undefined) this.#leavesOut(field, `We do not know “${upTo(60, word)}”.`);
      return value === undefined ? [] : [value];
    });
  }

  /** The entries of a cell. A name may have a comma in it, so a cell is taken apart only where it is not known as it is. */
  entries(field: CohortField, isKnown: (word: string) => boolean = () => false): readonly string[] {
    const text = this.text(field);
    for (const letter of this.columns.letters[field] ?? []) {
      const written = cell(this.raw, letter);
      const parts = KEEPS_APART.has(field) ? [written, ...written.split(SURE).map((part) => part.trim())] : [written];
      const why = parts.map((part) => whyUnreadable(part)).find((one) => one !== undefined);
      if (why === undefined) continue;
      this.#leavesOut(field, why, letter);
      return [];
    }
    if (text === '') return [];
    return text
      .split(SURE)
      .map((part) => part.trim())
      .flatMap((part) => (isKnown(part.replace(LEVELS, '$1')) ? [part] : part.split(PERHAPS).map((piece) => piece.trim())))
      .filter(Boolean);
  }

  fault(field: CohortField | undefined, message: string): void {
    this.say.fault(this.#line(field, message));
  }

  note(field: CohortField, message: string): void {
    this.say.note(this.#line(field, message));
  }

  #leavesOut(field: CohortField, why: string, letter?: string): void {
    if (KEEPS_APART.has(field)) this.say.fault(this.#line(field, `${why} Correct it, or leave it out.`, letter));
    else this.say.note(this.#line(field, `${why} We leave it out.`, letter));
  }

  #line(field: CohortField | undefined, message: string, letter = field && this.columns.letters[field]?.[0]): string {
    return `row ${this.raw.row}${letter === undefined ? '' : `, ${columnName(this.columns.headers, letter)}`}: ${message}`;
  }
}
