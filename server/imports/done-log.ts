import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Line } from './staff-wave.js';

/** A person to whom an import did something. */
export interface Named {
  readonly person: PersonId;
  readonly name: string;
}

/** What an import did, by name, as far as it is told. Nothing where there was none of it. */
export interface Done {
  readonly added?: readonly Named[];
  readonly asked?: readonly Named[];
  readonly updated?: readonly Named[];
  readonly gone?: readonly Named[];
  readonly readdressed?: readonly Named[];
  /** Whom the importer left out, and how many they are. */
  readonly leftOut?: readonly string[];
  readonly leftOutTotal?: number;
  /** Who was left out because nothing was chosen of them: they have the name of a member. */
  readonly undecided?: readonly string[];
  readonly undecidedTotal?: number;
  /** Who left before and was not chosen. */
  readonly leftBefore?: readonly string[];
  readonly leftBeforeTotal?: number;
  /** Members who have left by the list, and were not chosen to leave. */
  readonly stayed?: readonly string[];
  readonly stayedTotal?: number;
  /** Who has not the manager or tutor of the list, because that person was left out. */
  readonly below?: readonly Below[];
}

/** `kept`: members, who keep whom they have. `none`: people who are new. */
export interface Below {
  readonly above: string;
  readonly line: Line;
  readonly kept: readonly string[];
  readonly none: readonly string[];
}

/** People of one kind who are told by name: more than a person reads through. */
export const DONE_LIMIT_PEOPLE = 100;

type Kind = 'added' | 'asked' | 'updated' | 'gone' | 'readdressed';

/** Notes by name what an import did. */
export class DoneLog {
  readonly #people = new Map<Kind, Named[]>();
  readonly #leftOut: string[] = [];
  #leftOutTotal = 0;
  readonly #undecided: string[] = [];
  #undecidedTotal = 0;
  readonly #leftBefore: string[] = [];
  #leftBeforeTotal = 0;
  readonly #stayed: string[] = [];
  #stayedTotal = 0;
  readonly #below = new Map<string, { readonly above: string; readonly line: Line; readonly kept: string[]; readonly none: string[] }>();

  note(kind: Kind, one: Named): void {
    const all = this.#people.get(kind) ?? [];
    if (all.length < DONE_LIMIT_PEOPLE) this.#people.set(kind, [...all, one]);
  }

  isLeftOut(name: string): void {
    this.#leftOutTotal += 1;
    if (this.#leftOut.length < DONE_LIMIT_PEOPLE) this.#leftOut.push(name);
  }

  isUndecided(name: string): void {
    this.#undecidedTotal += 1;
    if (this.#undecided.length < DONE_LIMIT_PEOPLE) this.#undecided.push(name);
  }

  isLeftBefore(name: string): void {
    this.#leftBeforeTotal += 1;
    if (this.#leftBefore.length < DONE_LIMIT_PEOPLE) this.#leftBefore.push(name);
  }

  hasStayed(name: string): void {
    this.#stayedTotal += 1;
    if (this.#stayed.length < DONE_LIMIT_PEOPLE) this.#stayed.push(name);
  }

  /** `above`: by their row, as two of them may have one name. */
  isBelow(above: Pick<StaffImport, 'row' | 'name'>, line: Line, name: string, isNew: boolean): void {
    const key = `${line} ${above.row}`;
    const had = this.#below.get(key) ?? { above: above.name, line, kept: [], none: [] };
    if (this.#below.size < DONE_LIMIT_PEOPLE) this.#below.set(key, had);
    const names = isNew ? had.none : had.kept;
    if (names.length < DONE_LIMIT_PEOPLE) names.push(name);
  }

  /** Undefined where nothing is to be told. */
  told(): Done | undefined {
    const done: Done = {
      ...Object.fromEntries(this.#people),
      ...(this.#leftOut.length > 0 && { leftOut: this.#leftOut, leftOutTotal: this.#leftOutTotal }),
      ...(this.#undecided.length > 0 && { undecided: this.#undecided, undecidedTotal: this.#undecidedTotal }),
      ...(this.#leftBefore.length > 0 && { leftBefore: this.#leftBefore, leftBeforeTotal: this.#leftBeforeTotal }),
      ...(this.#stayed.length > 0 && { stayed: this.#stayed, stayedTotal: this.#stayedTotal }),
      ...(this.#below.size > 0 && { below: [...this.#below.values()] }),
    };
    return Object.keys(done).length > 0 ? done : undefined;
  }
}
