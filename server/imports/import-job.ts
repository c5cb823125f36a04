import type { RowProblem } from '@alongside/domain/imports/columns.js';
import { setImmediate } from 'node:timers/promises';
import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day, InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { ViewReader } from '@alongside/projections/engine/view-reader.js';
import { uuidv7 } from 'uuidv7';
import { actsForInstitution, type Act } from './acts.js';
import type { ImportPlan } from './import-plan.js';
import type { PlannedRows } from './planned-rows.js';
import { PROBLEM_LIMIT_ROWS } from './reading-messages.js';
import { isNew, lineOf, taskOf, type StaffTask } from './staff-wave.js';

/** Rows on their way at once: enough that they share disk syncs, few enough that people are still served. Their answers arrive together and are gone on with in one turn, a millisecond each. */
const AT_ONCE_ROWS = 12;

/** When those who were never invited are, and in whose name. */
export interface Invite {
  readonly on: Day;
  readonly from: PersonId;
}

export type ImportStatus = 'planned' | 'running' | 'done' | 'cancelled' | 'failed';

/** How far an import has come. */
export interface ImportProgress {
  readonly status: ImportStatus;
  readonly rows: number;
  readonly done: number;
  /** Rows that changed something, and rows that the hub knew already. */
  readonly changed: number;
  readonly unchanged: number;
  /** Of those that changed something: people who are on the hub already, and were asked to join. */
  readonly asked: number;
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
  #asked = 0;
  #last: Position | undefined;
  readonly #refused: RowProblem[] = [];

  constructor(
    readonly plan: ImportPlan,
    private readonly give: GiveAct,
    private readonly look: ViewReader,
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
      asked: this.#asked,
      refused: this.#refused,
    };
  }

  /** Whether it gives commands just now. */
  get running(): boolean {
    return this.#status === 'running';
  }

  /** Stops before the next row. */
  cancel(): void {
    if (this.#status === 'planned') this.plan.rows.release();
    if (this.#status === 'running' || this.#status === 'planned') this.#status = 'cancelled';
  }

  /** Does what the plan says; never rejects. A machine failure ends it as `failed`; doing it again carries on. */
  async run(onFailure: (error: unknown) => void, invite: Invite | null = null): Promise<void> {
    if (this.#status !== 'planned') return;
    this.#status = 'running';
    try {
      await (this.plan.kind === 'institutions' ? this.#institutions(this.plan.rows) : this.#staff(this.plan.institution, this.plan.rows));
      if (this.#last !== undefined) await this.caughtUp(this.#last);
      if (invite && this.plan.kind === 'staff' && this.running)
        await this.#give([{ type: 'PlanInvitations', data: { institution: this.plan.institution, ...invite } }], 'Invitations');
      this.#finish('done');
    } catch (error) {
      this.#finish('failed');
      onFailure(error);
    } finally {
      this.plan.rows.release();
    }
  }

  #finish(status: ImportStatus): void {
    if (this.#status === 'running') this.#status = status;
  }

  async #institutions(rows: PlannedRows<InstitutionImport>): Promise<void> {
    // A school can join a trust only once the trust is there.
    await this.#eachInstitution(rows, ({ details }) => details.kind === 'trust');
    if (this.#last !== undefined) await this.caughtUp(this.#last);
    await this.#eachInstitution(rows, ({ details }) => details.kind !== 'trust');
  }

  async #eachInstitution(rows: PlannedRows<InstitutionImport>, wanted: (row: InstitutionImport) => boolean): Promise<void> {
    for await (const batch of this.#batches(rows)) {
      await this.#each(batch.filter(wanted), (row) => this.#do(actsForInstitution(row, this.look), row.details.name, row.row));
    }
  }

  /** In waves: newcomers side by side, then their memberships in one append, for these all lie in the institution's one stream. */
  async #staff(institution: InstitutionId, rows: PlannedRows<StaffImport>): Promise<void> {
    const people = new Map<number, PersonId>();
    for await (const wave of this.#batches(rows)) {
      const tasks = wave.map((row) => taskOf(row, institution, this.look));
      for (const { row, person } of tasks) people.set(row.row, person);
      await this.#wave(institution, tasks);
    }
    // Managers may stand below those they manage: lines are drawn once everybody is known.
    if (this.#last !== undefined) await this.caughtUp(this.#last);
    for await (const wave of this.#batches(rows)) {
      const lines = wave.flatMap((row) => lineOf(row, institution, people.get(row.row) as PersonId, this.look) ?? []);
      if (lines.length > 0) await this.#give([{ type: 'SetReportingLines', data: { institution, lines } }], 'Line managers', wave[0]?.row);
    }
  }

  async #wave(institution: InstitutionId, tasks: readonly StaffTask[]): Promise<void> {
    /** Tasks whose person the hub knows: from before, or from just now. A wave that is called off half-way leaves nobody without a school. */
    const known = new Set(tasks.filter(({ invite }) => !invite));
    const refused = new Set<StaffTask>();
    const give = async (task: StaffTask, act: Act | undefined) => {
      if (!act) return;
      if (await this.#give([act], task.row.name, task.row.row)) known.add(task);
      else refused.add(task);
    };
    await this.#each(tasks, (task) => give(task, task.invite));
    const joining = tasks.filter((task) => task.joins !== undefined && known.has(task));
    const members = joining.map(({ person, joins: from }) => ({ person, from }));
    if (!(await this.#together({ type: 'AddMembers', data: { institution, members } }, joining)))
      for (const task of joining) refused.add(task);
    const asking = tasks.filter((task) => task.asked !== undefined);
    const invited = asking.map(({ row, asked: from }) => ({ email: row.email, from }));
    if (await this.#together({ type: 'InviteMembers', data: { institution, invited } }, asking)) this.#asked += asking.length;
    else for (const task of asking) refused.add(task);
    await this.#each(
      tasks.filter((task) => known.has(task) && !refused.has(task)),
      (task) => give(task, task.describe),
    );
    for (const task of tasks.filter((one) => known.has(one) || refused.has(one))) {
      this.#done += 1;
      if (!isNew(task)) this.#unchanged += 1;
      else if (!refused.has(task)) this.#changed += 1;
    }
  }

  /** One act for many rows; whether it was done, or nothing was to do. */
  async #together(act: Act, tasks: readonly StaffTask[]): Promise<boolean> {
    const [first] = tasks;
    return first === undefined || this.#give([act], 'Members', first.row.row, this.#last);
  }

  /** Batch by batch until it is called off. A turn of the event loop before each: rows that the hub knows already wait for nothing, and would be gone through in one. */
  async *#batches<Row>(rows: PlannedRows<Row>): AsyncIterable<readonly Row[]> {
    for (const batch of rows.batches()) {
      await setImmediate();
      if (!this.running) return;
      yield batch;
    }
  }

  async #each<Row>(rows: readonly Row[], act: (row: Row) => Promise<void>): Promise<void> {
    let next = 0;
    const worker = async () => {
      while (next < rows.length && this.#status === 'running') {
        const row = rows[next++] as Row;
        await act(row);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE_ROWS, rows.length) }, worker));
  }

  async #do(acts: readonly Act[], who: string, row: number): Promise<void> {
    this.#done += 1;
    if (acts.length === 0) this.#unchanged += 1;
    else if (await this.#give(acts, who, row)) this.#changed += 1;
  }

  /** Gives the acts of one row in order, each with the one before in view; false where one was refused. */
  async #give(acts: readonly Act[], who: string, row = 0, inView?: Position): Promise<boolean> {
    let after = inView;
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
