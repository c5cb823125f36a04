import type { RowProblem } from '@alongside/domain/imports/columns.js';
import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { Look } from '@alongside/projections/engine/look.js';
import { uuidv7 } from 'uuidv7';
import { actsForInstitution, actsForLines, actsForStaff, personWith, type Act } from './acts.js';

/** Rows on their way at once: enough that they share disk syncs, few enough that people are still served. */
const AT_ONCE_ROWS = 48;
/** Problems that are told one by one; beyond them only their number is. */
export const PROBLEM_LIMIT_ROWS = 500;

/** What a file would do: read, checked, and not yet done. */
export type ImportPlan =
  | {
      readonly kind: 'institutions';
      readonly rows: readonly InstitutionImport[];
      readonly problems: readonly RowProblem[];
      readonly notOpen: number;
    }
  | {
      readonly kind: 'staff';
      readonly institution: InstitutionId;
      readonly rows: readonly StaffImport[];
      readonly problems: readonly RowProblem[];
    };

export type ImportStatus = 'planned' | 'running' | 'done' | 'cancelled' | 'failed';

/** How far an import has come. */
export interface ImportProgress {
  readonly status: ImportStatus;
  readonly rows: number;
  readonly done: number;
  /** Rows that changed something, and rows that the hub knew already. */
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that the rules refused, with why. */
  readonly refused: readonly RowProblem[];
}

/** How an import gives a command: settles with the answer, deciding with at least `after` in view. */
export type GiveAct = (act: Act, commandId: string, after: Position | undefined) => Promise<Answer>;

/** One import from a confirmed plan to its end. Rows that fail do not stop the others; cancelling leaves what is done, which is safe to repeat. */
export class ImportJob {
  #status: ImportStatus = 'planned';
  #done = 0;
  #changed = 0;
  #unchanged = 0;
  #last: Position | undefined;
  readonly #refused: RowProblem[] = [];
  readonly #people = new Map<string, PersonId>();

  constructor(
    readonly plan: ImportPlan,
    private readonly give: GiveAct,
    private readonly look: Look,
    /** Settles once the views have everything up to a position. */
    private readonly caughtUp: (position: Position) => Promise<unknown>,
  ) {}

  progress(): ImportProgress {
    return {
      status: this.#status,
      rows: this.plan.rows.length,
      done: this.#done,
      changed: this.#changed,
      unchanged: this.#unchanged,
      refused: this.#refused,
    };
  }

  /** Stops before the next row. */
  cancel(): void {
    if (this.#status === 'running' || this.#status === 'planned') this.#status = 'cancelled';
  }

  /** Does what the plan says; never rejects. A machine failure ends it as `failed`; doing it again carries on. */
  async run(onFailure: (error: unknown) => void): Promise<void> {
    if (this.#status !== 'planned') return;
    this.#status = 'running';
    try {
      await (this.plan.kind === 'institutions' ? this.#institutions(this.plan.rows) : this.#staff(this.plan.institution, this.plan.rows));
      if (this.#last !== undefined) await this.caughtUp(this.#last);
      this.#finish('done');
    } catch (error) {
      this.#finish('failed');
      onFailure(error);
    }
  }

  #finish(status: ImportStatus): void {
    if (this.#status === 'running') this.#status = status;
  }

  async #institutions(rows: readonly InstitutionImport[]): Promise<void> {
    // A school can join a trust only once the trust is there.
    const trusts = rows.filter(({ details }) => details.kind === 'trust');
    await this.#each(trusts, (row) => this.#do(actsForInstitution(row, this.look), row.details.name));
    if (this.#last !== undefined) await this.caughtUp(this.#last);
    await this.#each(
      rows.filter(({ details }) => details.kind !== 'trust'),
      (row) => this.#do(actsForInstitution(row, this.look), row.details.name),
    );
  }

  async #staff(institution: InstitutionId, rows: readonly StaffImport[]): Promise<void> {
    await this.#each(rows, (row) => {
      const person = personWith(row.email, this.look) ?? (uuidv7() as PersonId);
      this.#people.set(row.email, person);
      return this.#do(actsForStaff(row, institution, person, this.look), row.name, row.row);
    });
    // Managers may stand below those they manage: lines are drawn once everybody is known.
    if (this.#last !== undefined) await this.caughtUp(this.#last);
    for (let from = 0; from < rows.length && this.#status === 'running'; from += AT_ONCE_ROWS) {
      await Promise.all(
        rows.slice(from, from + AT_ONCE_ROWS).map(async (row) => {
          const person = this.#people.get(row.email);
          if (person) await this.#give(actsForLines(row, institution, person, this.look), row.name, row.row);
        }),
      );
    }
  }

  async #each<Row>(rows: readonly Row[], act: (row: Row) => Promise<void>): Promise<void> {
    let next = 0;
    const worker = async () => {
      while (next < rows.length && this.#status === 'running') {
        const row = rows[next++] as Row;
        await act(row);
        this.#done += 1;
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE_ROWS, rows.length) }, worker));
  }

  async #do(acts: readonly Act[], who: string, row = 0): Promise<void> {
    if (acts.length === 0) this.#unchanged += 1;
    else if (await this.#give(acts, who, row)) this.#changed += 1;
  }

  /** Gives the acts of one row in order, each with the one before in view; false where one was refused. */
  async #give(acts: readonly Act[], who: string, row: number): Promise<boolean> {
    let after: Position | undefined;
    for (const act of acts) {
      const answer = await this.give(act, uuidv7(), after);
      if (answer.outcome === 'rejected') {
        if (this.#refused.length < PROBLEM_LIMIT_ROWS)
          this.#refused.push({ row, weight: 'error', message: `${who}: ${answer.problems?.[0]?.message ?? answer.message}` });
        return false;
      }
      after = answer.position;
      if (this.#last === undefined || after > this.#last) this.#last = after;
    }
    return true;
  }
}
