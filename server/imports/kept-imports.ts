import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import type { ChosenColumns } from '@alongside/domain/imports/staff-fields.js';
import type { ListOf } from '@alongside/domain/imports/which-list.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Foreseen } from './foreseen.js';
import type { ImportJob } from './import-job.js';
import { hasPeople, type ImportTarget } from './import-plan.js';
import type { Csv } from './read-csv.js';

/** Imports kept at once, planned or finished; the oldest go first. They hold people's names in memory, so they are few and short-lived. */
export const KEPT_LIMIT_IMPORTS = 16;
/** Of these, one person's: the person who brings file after file loses their own earlier ones, and nobody else's. */
export const KEPT_LIMIT_IMPORTS_PER_PERSON = 3;
/** How long a plan waits to be confirmed, and a finished import can be looked at, in milliseconds. A person who closed the browser does not come back for it. */
export const KEPT_LIFE_MS = 60 * 60 * 1_000;

/** An import on its way, or one that was over before the hub was started. */
export type Job = Pick<ImportJob, 'plan' | 'progress' | 'running' | 'cancel' | 'run'>;

/** An import, who brought it, and how its file was read. */
export interface Brought {
  readonly id: string;
  readonly by: PersonId;
  /** Counts its readings from 1: what is chosen is of one of them, and rows of another may be about other people. */
  readonly reading: number;
  readonly target: ImportTarget;
  /** When it was brought; absent in what older versions kept. */
  readonly at?: Instant;
  /** What its file is called, where the browser said it. */
  readonly name?: string;
  readonly job: Job;
  readonly encoding: Csv['encoding'];
  /** What its rows would come to, as things stood when it was read. */
  readonly foreseen: Foreseen;
  /** It is over, and a person was erased since: its rows are told no more. */
  readonly withoutWords?: true;
  /** A list as it came, compressed: read again once a person says what a column holds. `null` for a register that is too large for it. */
  readonly file: Uint8Array | null;
  /** What was said of the file beside what is in it. */
  readonly said: Said;
  /** How many people were erased when it was brought: it is kept for the next start only while nobody else was. */
  readonly erasures: number;
  /** It was confirmed, and the hub stopped before it was over: some of its rows may be here. */
  readonly stopped?: true;
}

/** What was said of one sheet. */
export type SaidOfSheet = Pick<Said, 'columns' | 'cells' | 'remembered' | 'notRemembered' | 'corrections' | 'list' | 'another'>;

export const saidOfSheet = ({ columns, cells, remembered, notRemembered, corrections, list, another }: Said): SaidOfSheet => ({
  columns,
  cells,
  remembered,
  ...(notRemembered && { notRemembered }),
  ...(corrections && { corrections }),
  ...(list && { list }),
  ...(another && { another }),
});

/** What a person, or an earlier list of the institution, said of a list. */
export interface Said {
  readonly columns: ChosenColumns;
  readonly cells: readonly CorrectedCell[];
  /** Whose register it is. */
  readonly nation?: Nation | undefined;
  /** Whom the list names. */
  readonly list?: ListOf | undefined;
  /** Rows with an earlier address of a member that are about another person. */
  readonly another?: readonly number[];
  /** Which sheet of a workbook it is. */
  readonly sheet?: string | undefined;
  /** What was said of other sheets of it, by their names: said again once one of them is chosen again. */
  readonly bySheet?: Readonly<Record<string, SaidOfSheet>>;
  /** The letters of columns that are read as an earlier list of the institution was. */
  readonly remembered: readonly string[];
  /** Columns without a heading that an earlier list had beside other headings. */
  readonly notRemembered?: readonly string[];
  /** The cells that were corrected, with what they held. */
  readonly corrections?: readonly Correction[];
}

/** A cell of a person that was corrected: a later list that has it as it was may be meant to say the same. */
export type Correction = CorrectedCell & { readonly heading: string; readonly was: string; readonly who: string };
export const NOTHING_SAID: Said = { columns: {}, cells: [], remembered: [] };

/** Imports between being shown and being forgotten. One that is running stays. */
export class KeptImports {
  readonly #kept = new Map<string, { readonly brought: Brought; readonly timer: NodeJS.Timeout }>();

  /** `forgotten`: told of each that is let go, but not because the hub stops. */
  constructor(private readonly forgotten: (id: string) => void = () => undefined) {}

  /** Keeps one for `KEPT_LIFE_MS`, and forgets the oldest where there are too many. */
  add(brought: Brought): void {
    this.#makeRoom(brought.by);
    this.#kept.set(brought.id, { brought, timer: this.#timerOf(brought) });
  }

  /** Puts an import that was read anew in the place of what it was; its time to be confirmed begins again. */
  replace(brought: Brought): void {
    this.#drop(brought.id);
    this.#kept.set(brought.id, { brought, timer: this.#timerOf(brought) });
  }

  /** All of one person, the latest last. */
  of(person: PersonId): readonly Brought[] {
    return [...this.#kept.values()].flatMap(({ brought }) => (brought.by === person ? [brought] : []));
  }

  /** What this person said of the very same file for the same school, where they corrected cells of it. */
  saidBefore(person: PersonId, of: ImportTarget, bytes: Uint8Array | null): Said | undefined {
    const isSame = ({ file, target, said, job }: Brought): boolean =>
      said.cells.length > 0 &&
      hasPeople(job.plan) &&
      JSON.stringify(target) === JSON.stringify(of) &&
      file !== null &&
      bytes !== null &&
      Buffer.compare(file, bytes) === 0;
    return this.of(person).findLast(isSame)?.said;
  }

  /** What this person corrected in other lists for the same school. */
  correctedBefore({ id, by, target }: Brought): readonly Correction[] {
    const isOther = (one: Brought) => one.id !== id && JSON.stringify(one.target) === JSON.stringify(target);
    return this.of(by).flatMap((one) => (isOther(one) ? (one.said.corrections ?? []) : []));
  }

  find(id: string): Brought | undefined {
    return this.#kept.get(id)?.brought;
  }

  /** Those that give no commands just now. */
  get resting(): readonly Brought[] {
    return [...this.#kept.values()].flatMap(({ brought }) => (brought.job.running ? [] : [brought]));
  }

  /** Lets go of one as if its time had passed. */
  forget(id: string): void {
    if (this.#kept.has(id)) this.#forget(id);
  }

  /** How many are being brought in just now. */
  get running(): number {
    return [...this.#kept.values()].filter(({ brought }) => brought.job.running).length;
  }

  /** Stops those that are running before their next row, and forgets all. */
  close(): void {
    for (const { brought } of this.#kept.values()) {
      brought.job.cancel();
      this.#drop(brought.id);
    }
  }

  #makeRoom(by: PersonId): void {
    const { resting } = this;
    const own = resting.filter((one) => one.by === by);
    const tooManyOwn = this.#countOf(by) - (KEPT_LIMIT_IMPORTS_PER_PERSON - 1);
    for (const { id } of own.slice(0, Math.max(0, tooManyOwn))) this.#forget(id);
    const left = resting.filter(({ id }) => this.#kept.has(id));
    const tooMany = this.#kept.size - (KEPT_LIMIT_IMPORTS - 1);
    for (const { id } of left.slice(0, Math.max(0, tooMany))) this.#forget(id);
  }

  #countOf(person: PersonId): number {
    return [...this.#kept.values()].filter(({ brought }) => brought.by === person).length;
  }

  /** A timer and not a look at the clock when the next file comes: the next file may never come. */
  #timerOf(brought: Brought): NodeJS.Timeout {
    return setTimeout(() => {
      if (brought.job.running) this.#kept.set(brought.id, { brought, timer: this.#timerOf(brought) });
      else this.#forget(brought.id);
    }, KEPT_LIFE_MS).unref();
  }

  #forget(id: string): void {
    this.#drop(id);
    this.forgotten(id);
  }

  #drop(id: string): void {
    clearTimeout(this.#kept.get(id)?.timer);
    this.#kept.delete(id);
  }
}
