import type { RowProblem } from '@alongside/domain/imports/columns.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { DoneLog, type Done, type Named } from './done-log.js';
import { NO_OUTCOMES, type Outcome, type Outcomes } from './foreseen.js';
import { PROBLEM_LIMIT_ROWS } from './reading-messages.js';

/** When people of an import who were never invited are, and in whose name. */
export interface Invite {
  /** `now`: once they are imported. */
  readonly on: Day | 'now';
  readonly from: PersonId;
}

export type ImportStatus = 'planned' | 'running' | 'done' | 'cancelled' | 'failed';

/** How far an import has come. */
export interface ImportProgress extends Outcomes {
  readonly status: ImportStatus;
  readonly rows: number;
  /** Rows gone through: each is counted under one outcome, or was not imported. */
  readonly done: number;
  /** Rows that the rules refused. */
  readonly notImported: number;
  /** Members who were not in the list and left, as a person chose. */
  readonly gone: number;
  /** Members whose email address changed, as a person chose; absent where there are none. */
  readonly newAddresses?: number;
  /** Schools that closed, or whose successors are known now. */
  readonly closed: number;
  /** What the rules refused and why; a note where the row was imported all the same. `PROBLEM_LIMIT_ROWS` at most. */
  readonly refused: readonly RowProblem[];
  /** It ended before the managers and tutors of people in it were set, which is done last. */
  readonly linesLeft?: true;
  /** Who it was, once it is over; absent for schools. */
  readonly did?: Done;
  /** What staff are told of the hub, as far as it is decided. */
  readonly told?: Told;
}

/** Emails to people of the list. `on`: the day on which `planned` people are sent one; null for none. */
export interface Told {
  readonly emailed: number;
  /** Of these: who knew Alongside, and was emailed as their row was imported. */
  readonly atOnce?: number;
  /** Asked to join with their first invitation, which they have not had. */
  readonly waiting?: number;
  readonly planned: number;
  readonly on: Day | null;
}

/** The row of a problem and how grave it is. */
type Where = Pick<RowProblem, 'row'> & Partial<Pick<RowProblem, 'weight'>>;

/** Counts what became of the rows of an import, and keeps what was refused. */
export class ImportTally {
  readonly #outcomes: Record<Outcome, number> = { ...NO_OUTCOMES };
  readonly #refused: RowProblem[] = [];
  /** Rows of people who are here as the file has them, as far as is known yet: a line manager may be set at the end. */
  readonly #unchanged = new Map<number, Named>();
  /** What it did, by name. */
  readonly log = new DoneLog();
  #done = 0;
  #notImported = 0;
  gone = 0;
  newAddresses = 0;
  closed = 0;
  linesLeft = false;
  /** Who knew Alongside and was emailed as their row was imported. */
  emailedAtOnce = 0;
  told: Told = { emailed: 0, planned: 0, on: null };

  /** One row is done, with its outcome; undefined where it was refused. */
  count(outcome: Outcome | undefined, of?: Named & { readonly row: number }): void {
    this.#done += 1;
    if (outcome === undefined) this.#notImported += 1;
    else this.#outcomes[outcome] += 1;
    if (!of) return;
    const { row, person, name } = of;
    if (outcome === 'unchanged') this.#unchanged.set(row, { person, name });
    else if (outcome !== undefined && outcome !== 'leftOut') this.log.note(outcome, { person, name });
  }

  /** All rows are done, where they are not counted one by one. */
  countAll(rows: number): void {
    this.#done = rows;
  }

  isUpdated(row: number): void {
    const one = this.#unchanged.get(row);
    if (!one) return;
    this.#unchanged.delete(row);
    this.log.note('updated', one);
    this.#outcomes.unchanged -= 1;
    this.#outcomes.updated += 1;
  }

  hasLeft(one: Named): void {
    this.gone += 1;
    this.log.note('gone', one);
  }

  isReaddressed(one: Named): void {
    this.newAddresses += 1;
    this.log.note('readdressed', one);
  }

  note(message: string): void {
    this.#keep({ row: 0, weight: 'note', message });
  }

  noteRow({ row, name: who }: Pick<StaffImport, 'row' | 'name'>, message: string): void {
    this.#keep({ row, who, weight: 'note', message });
  }

  noteOnce(message: string): void {
    if (!this.#refused.some((one) => one.message === message)) this.note(message);
  }

  refuse({ problems, message }: Extract<Answer, { outcome: 'rejected' }>, who: string, { row, weight = 'error' }: Where): void {
    this.#keep({ row, weight, message: `${who}: ${problems?.[0]?.message ?? message}` });
  }

  #keep(problem: RowProblem): void {
    if (this.#refused.length < PROBLEM_LIMIT_ROWS) this.#refused.push(problem);
  }

  #toldOf(): Told {
    const { told, emailedAtOnce: atOnce } = this;
    return atOnce === 0 ? told : { ...told, emailed: told.emailed + atOnce, atOnce };
  }

  progress(status: ImportStatus, rows: number, hasStaff: boolean): ImportProgress {
    const did = hasStaff && status !== 'running' ? this.log.told() : undefined;
    return {
      status,
      rows,
      done: this.#done,
      ...this.#outcomes,
      notImported: this.#notImported,
      gone: this.gone,
      ...(this.newAddresses > 0 && { newAddresses: this.newAddresses }),
      closed: this.closed,
      refused: this.#refused,
      ...(this.linesLeft && { linesLeft: true }),
      ...(did && { did }),
      ...(hasStaff && { told: this.#toldOf() }),
    };
  }
}
