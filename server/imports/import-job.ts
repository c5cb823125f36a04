import type { RowProblem } from '@alongside/domain/imports/columns.js';
import { setImmediate } from 'node:timers/promises';
import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { uuidv7 } from 'uuidv7';
import { actsForInstitution, personWith, type Act, type GiveAct } from './acts.js';
import { AlsoElsewhere } from './also-elsewhere.js';
import { asChosen, AS_PLANNED, type ChosenId } from './alike-schools.js';
import { atOnce } from './at-once.js';
import { changedMeanwhile, linesToDraw, sayKept, seenOf, type Where } from './changed-meanwhile.js';
import { choicesOf, NOTHING_UNDECIDED, type Choices } from './choices.js';
import type { Named } from './done-log.js';
import { drawLines } from './draw-lines.js';
import { ERASED_BEFORE, ERASED_MEANWHILE } from './erased-meanwhile.js';
import { outcomeOfActs, outcomeOfTask } from './foreseen.js';
import type { ImportPlan } from './import-plan.js';
import { ImportTally, type ImportProgress, type ImportStatus, type Invite } from './import-progress.js';
import { INVITATIONS, inviteStaff } from './invite-staff.js';
import type { JoinedBy } from './joined-by.js';
import type { PlannedRows } from './planned-rows.js';
import type { Closes } from './register-comparison.js';
import { LeftOut } from './left-out.js';
import { ADDRESS_CHANGED, LookedAt, SCHOOL_CHANGED } from './looked-at.js';
import { giveAddress } from './give-address.js';
import { isChangedSince, setWords } from './set-words.js';
import { asStored } from './stored-schools.js';
import { takeLeave } from './take-leave.js';
import { takenMeanwhile } from './taken-meanwhile.js';
import { together, type OnRefused, type Refused } from './together.js';
import { addsOf, asksOf, emailedBy, isOfMember, nameOnHub, taskOf, type ClaimedFor, type lineOf, type StaffTask } from './staff-wave.js';

/** One import from a confirmed plan to its end. Rows that fail do not stop the others; cancelling leaves what is done, which is safe to repeat. */
export class ImportJob {
  #status: ImportStatus = 'planned';
  #isCalledOff = false;
  readonly #tally = new ImportTally();
  #choices: Choices = choicesOf(undefined, NOTHING_UNDECIDED, HUB);
  /** Rows with a new address of a member that could not be given to them: refused, or left out because theirs changed since. */
  readonly #notSame = new Map<number, 'leftOut' | undefined>();
  /** Rows whose member has the new address now: they are changed, whatever else the row says. */
  readonly #readdressed = new Map<number, PersonId>();
  readonly #leftOut = new LeftOut(this.#tally.log);
  #elsewhere: AlsoElsewhere | undefined;
  #seen: LookedAt;
  #last: Position | undefined;
  readonly #people = new Map<number, PersonId>();
  /** Who had the addresses of its rows as it began: of those who are erased since nobody is made again ([R9]). */
  readonly #knownBefore = new Map<number, PersonId>();

  constructor(
    readonly plan: ImportPlan,
    private readonly give: GiveAct,
    private readonly look: HubReader,
    /** Settles once the views have everything up to a position. */
    private readonly caughtUp: (position: Position) => Promise<unknown>,
    private readonly claimedFor: ClaimedFor = () => undefined,
    /** Settles once the views have all that the log has. */
    private readonly latest: () => Promise<unknown> = async () => undefined,
    /** Absent where no other list is under way. */
    private readonly joinedBy?: JoinedBy,
    /** Why it must not go on, as things are now; undefined where it may. */
    private readonly whyStop: () => string | undefined = () => undefined,
    /** Whether anybody was erased since the list was read: who was in it is not known then. */
    private readonly erasedSince: () => boolean = () => false,
  ) {
    this.#seen = new LookedAt(look);
  }

  progress(): ImportProgress {
    return this.#tally.progress(this.#status, this.plan.rows.length, this.plan.kind === 'staff');
  }

  /** Whether it gives commands just now. */
  get running(): boolean {
    return this.#status === 'running';
  }

  /** Stops before the next row, and says so once nothing is under way: whom it brought in has a school, a job and a place in the counts. */
  cancel(): void {
    if (this.#status === 'running') this.#isCalledOff = true;
    if (this.#status !== 'planned') return;
    this.plan.rows.release();
    this.#status = 'cancelled';
  }

  get #goesOn(): boolean {
    return this.running && !this.#isCalledOff;
  }

  /** Its rights may end while it runs. */
  #mayGoOn(): boolean {
    const why = this.#goesOn ? this.whyStop() : undefined;
    if (why !== undefined) this.#callOff(why);
    return this.#goesOn;
  }

  #callOff(why: string): void {
    this.#isCalledOff = true;
    this.#tally.note(why);
  }

  /** Does what the plan says; never rejects. A machine failure ends it as `failed`; doing it again carries on. */
  async run(
    onFailure: (error: unknown) => void,
    invite: Invite | null = null,
    choices: Choices = this.#choices,
    closes: readonly Closes[] = [],
    seen: LookedAt = this.#seen,
    idOf: ChosenId = AS_PLANNED,
  ): Promise<void> {
    if (this.#status !== 'planned') return;
    this.#status = 'running';
    this.#choices = choices;
    this.#seen = seen;
    try {
      if (this.plan.kind === 'staff') await this.#staff(this.plan.institution, this.plan.rows);
      if (this.plan.kind === 'institutions') await this.#institutions(this.plan.rows, idOf);
      await this.#close(closes);
      if (this.#last !== undefined) await this.caughtUp(this.#last);
      if (this.plan.kind === 'staff' && this.#mayGoOn()) await this.#invite(this.plan.institution, invite);
      if (this.#isCalledOff) await this.#noteLinesLeft();
      this.#finish(this.#isCalledOff ? 'cancelled' : 'done');
    } catch (error) {
      await this.#noteLinesLeft().catch(() => undefined);
      this.#finish('failed');
      onFailure(error);
    } finally {
      this.plan.rows.release();
    }
  }

  #finish(status: ImportStatus): void {
    if (this.#status === 'running') this.#status = status;
  }

  async #institutions(rows: PlannedRows<InstitutionImport>, idOf: ChosenId): Promise<void> {
    // A school can join a trust only once the trust is there.
    await this.#eachInstitution(rows, idOf, ({ details }) => details.kind === 'trust');
    if (this.#last !== undefined) await this.caughtUp(this.#last);
    await this.#eachInstitution(rows, idOf, ({ details }) => details.kind !== 'trust');
  }

  async #eachInstitution(rows: PlannedRows<InstitutionImport>, idOf: ChosenId, wanted: (row: InstitutionImport) => boolean): Promise<void> {
    for await (const batch of this.#batches(rows)) {
      await this.#each(batch.filter(wanted), async (planned) => {
        // A trust stands in the row of one of its schools.
        if (planned.details.kind !== 'trust' && !this.#isIn(planned.row)) return;
        const row = asChosen(planned, idOf);
        if (!row) return this.#tally.count('leftOut');
        const acts = actsForInstitution(row, this.look);
        const isSame = row.institution !== planned.institution;
        // Closed since the file was read, maybe: a register that is behind reopens nothing that was not ticked (0068).
        if (acts.some(({ type }) => type === 'ReopenInstitution') && !isSame && !this.#choices.takes(row.row, 'name'))
          return this.#tally.count('leftOut');
        if (acts.length > 0 && this.#seen.isSchoolChanged(asStored(row, this.look).institution))
          return this.#leaveOut({ row: row.row, name: row.details.name }, SCHOOL_CHANGED);
        await this.#do(acts, row.details.name, row.row);
      });
    }
  }

  /** In waves: newcomers side by side, then their memberships in one append, for these all lie in the institution's one stream. */
  async #staff(institution: InstitutionId, rows: PlannedRows<StaffImport>): Promise<void> {
    this.#elsewhere = new AlsoElsewhere(institution, this.look);
    await this.#lookUp(rows);
    await this.#changeAddresses(rows, institution);
    for await (const batch of this.#batches(rows)) {
      const wave = batch.filter((row) => this.#isStaffIn(row));
      const tasks = wave.map((row) => this.#taskOf(row, institution)).filter((task) => !this.#isOvertaken(task, institution));
      for (const { row, person } of tasks) this.#people.set(row.row, person);
      await this.#wave(institution, tasks);
    }
    // Managers may stand below those they manage: lines are drawn once everybody is known.
    if (this.#last !== undefined) await this.caughtUp(this.#last);
    for await (const wave of this.#batches(rows)) {
      const moved = wave.flatMap((row) => {
        const { line, said } = this.#linesOf(row, institution);
        for (const one of said ?? []) this.#tally.noteRow(row, one);
        if (this.#people.has(row.row)) this.#leftOut.noteAbove(row, !this.#seen.member(row.row));
        return line ? [{ row, line }] : [];
      });
      await drawLines(moved, institution, {
        look: this.look,
        give: (act) => this.#inOrder([act]),
        caughtUp: async () => this.#last && this.caughtUp(this.#last),
        tally: this.#tally,
      });
    }
    await this.#takeLeave(institution, rows);
    await this.latest();
    const elsewhere = this.#elsewhere.said();
    if (elsewhere !== undefined) this.#tally.note(elsewhere);
  }

  #where(institution: InstitutionId): Where {
    return { institution, look: this.look, keeps: this.#choices.keeps };
  }

  #linesOf(of: StaffImport, institution: InstitutionId): { readonly line?: ReturnType<typeof lineOf>; readonly said?: readonly string[] } {
    const person = this.#people.get(of.row);
    if (!person) return {};
    const seen = this.#seen.member(of.row);
    const { row, said: moved } = this.#seen.withoutMoved(of);
    const { line, said } = linesToDraw(row, person, seen, this.#where(institution));
    return { line, said: [moved, said].filter((one) => one !== undefined) };
  }

  /** Whether a row is about another person by now, or would set what was changed since its importer saw it; counts it then. */
  #isOvertaken(task: StaffTask, institution: InstitutionId): boolean {
    const { row } = this.#seen.withoutMoved(task.row);
    const had = this.#readdressed.get(row.row);
    const said =
      (had !== undefined && had !== task.person ? ADDRESS_CHANGED : undefined) ??
      this.#seen.whyAnother(task, institution) ??
      changedMeanwhile({ ...task, row }, this.#seen.member(row.row), this.#where(institution));
    if (said !== undefined) this.#leaveOut(row, said);
    return said !== undefined;
  }

  #leaveOut(row: Pick<StaffImport, 'row' | 'name'>, said: string): void {
    this.#tally.count('leftOut');
    this.#tally.noteRow(row, said);
  }

  /** Lines are drawn last: a list that ends before that says so. */
  async #noteLinesLeft(): Promise<void> {
    if (this.plan.kind !== 'staff' || this.whyStop() !== undefined) return;
    const { institution, rows } = this.plan;
    for (const batch of rows.batches()) {
      await setImmediate();
      if (batch.some((row) => this.#linesOf(row, institution).line)) return void (this.#tally.linesLeft = true);
    }
  }

  #invite(institution: InstitutionId, invite: Invite | null): Promise<void> {
    return inviteStaff(institution, invite, {
      look: this.look,
      tally: this.#tally,
      people: this.#people.values(),
      give: (act, isSettled) => this.#give([act], INVITATIONS, { weight: 'note' }, isSettled ? this.#last : undefined),
    });
  }

  /** Who is known by the addresses of its rows, before the first of them is worked out. */
  async #lookUp(rows: PlannedRows<StaffImport>): Promise<void> {
    for await (const batch of this.#batches(rows))
      for (const { row, email } of batch) {
        const person = personWith(email, this.look);
        if (person) this.#knownBefore.set(row, person);
      }
    if (this.#goesOn && this.erasedSince()) this.#callOff(ERASED_BEFORE);
  }

  #taskOf(row: StaffImport, institution: InstitutionId): StaffTask {
    const { takes, keeps } = this.#choices;
    const task = taskOf(row, institution, this.look, { takes, keeps, claimedFor: this.claimedFor });
    this.#elsewhere?.decidedOf(task.person);
    return task;
  }

  /** Last, so that what came after a school is here. Of links each school is a row; of a register the closed ones are not among its rows. */
  async #close(closes: readonly Closes[]): Promise<void> {
    if (this.#last !== undefined) await this.caughtUp(this.#last);
    await this.#each(closes, async ({ row, institution, who, on, successors }) => {
      const given = await this.#give([{ type: 'CloseInstitution', data: { institution, on, successors } }], who, { row });
      if (given) this.#tally.closed += 1;
    });
    if (this.plan.kind === 'links') this.#tally.countAll(this.plan.rows.length);
  }

  /** Whether a row is imported; counts it where it is not. */
  #isIn(row: number): boolean {
    const before = this.#knownBefore.get(row);
    if (before && this.look.row('person', before)?.erased) {
      this.#tally.count('leftOut');
      this.#tally.noteOnce(ERASED_MEANWHILE);
      return false;
    }
    if (!this.#notSame.has(row) && !this.#choices.isLeftOut(row)) return true;
    this.#tally.count(this.#notSame.has(row) ? this.#notSame.get(row) : 'leftOut');
    return false;
  }

  #isStaffIn(row: StaffImport): boolean {
    if (this.#isIn(row.row)) return true;
    if (this.#choices.isLeftOut(row.row)) this.#leftOut.add(row, this.#choices.whyLeftOut(row.row));
    return false;
  }

  /** First, so that the rows find the members whose new addresses they have. In the name of who chose it, with their rights. */
  async #changeAddresses(rows: PlannedRows<StaffImport>, institution: InstitutionId): Promise<void> {
    const { sameAs, by } = this.#choices;
    if (sameAs.size === 0) return;
    for await (const batch of this.#batches(rows))
      await this.#each(batch, async ({ row, name, email }) => {
        const person = sameAs.get(row);
        if (!person) return;
        const { leftOut, refused } = await giveAddress(person, email, this.#seen, (act) => this.#inOrder([act], undefined, by));
        if (leftOut !== undefined) this.#tally.noteRow({ row, name }, leftOut);
        if (refused) this.#tally.refuse(refused, name, { row });
        if (leftOut !== undefined || refused) return void this.#notSame.set(row, refused ? undefined : 'leftOut');
        this.#tally.isReaddressed({ person, name: this.look.row('profile', person)?.name || name });
        this.#readdressed.set(row, person);
        this.#knownBefore.set(row, person);
        this.#seen.seesMember(row, person, institution);
      });
    if (this.#last !== undefined) await this.caughtUp(this.#last);
  }

  /** Those who are gone leave last, in the name of who chose it. */
  async #takeLeave(institution: InstitutionId, rows: PlannedRows<StaffImport>): Promise<void> {
    const { leave, stay, by } = this.#choices;
    for (const person of stay)
      if (seenOf(person, institution, this.look)) this.#tally.log.hasStayed(this.look.row('person', person)?.name ?? 'A member');
    if (leave.length === 0) return;
    const named = new Set(this.#people.values());
    for await (const batch of this.#batches(rows))
      for (const { email } of batch) {
        const person = personWith(email, this.look);
        if (person) named.add(person);
      }
    const how = {
      look: this.look,
      named,
      isChanged: (person: PersonId) => this.#seen.isLeaverChanged(person, institution),
      give: (act: Act, who: string) => this.#give([act], who, {}, undefined, by),
      onLeft: (one: Named) => this.#tally.hasLeft(one),
      onStays: (why: string) => this.#tally.note(why),
    };
    await this.#each(leave, (person) => takeLeave(person, institution, how));
  }

  /** Brings a person in. One whom another list brought in meanwhile is taken as they are now; undefined where the rules refuse it. */
  async #broughtIn(task: StaffTask, invite: Act, institution: InstitutionId): Promise<StaffTask | undefined> {
    const refused = await this.#inOrder([invite]);
    if (!refused) return task;
    const { row } = task;
    const taken =
      refused.code === 'PERSON.EMAIL_TAKEN' ? await takenMeanwhile(() => this.#taskOf(row, institution), this.latest) : undefined;
    if (!taken) this.#tally.refuse(refused, row.name, { row: row.row });
    else this.#people.set(row.row, taken.person);
    return taken;
  }

  async #wave(institution: InstitutionId, planned: readonly StaffTask[]): Promise<void> {
    const tasks = [...planned];
    /** Tasks whose person the hub knows: from before, or from just now. A wave that is called off half-way leaves nobody without a school. */
    const known = new Set(tasks.filter(({ invite }) => !invite));
    const refused = new Set<StaffTask>();
    const overtaken = new Set<StaffTask>();
    const onRefused: OnRefused<StaffTask> = (task, why) => {
      refused.add(task);
      this.#tally.refuse(why, task.row.name, { row: task.row.row });
    };
    await this.#each([...planned.entries()], async ([at, task]) => {
      if (!task.invite) return;
      const now = await this.#broughtIn(task, task.invite, institution);
      if (!now) return void refused.add(task);
      tasks[at] = now;
      known.add(now);
    });
    // As they are before: what a row does tells them.
    const atOnce = new Set(tasks.filter((task) => emailedBy(task, institution, this.look) === 'at-once'));
    const joining = tasks.filter((task) => task.joins !== undefined && known.has(task));
    const added = await this.#add(institution, joining, onRefused);
    for (const { person, row } of joining) if (added.has(person)) this.#elsewhere?.add({ person, name: row.name });
    const asking = tasks.filter((task) => task.asked !== undefined);
    await this.#ask(institution, asking, onRefused);
    await this.#each(
      tasks.filter((task) => known.has(task) && !refused.has(task)),
      async (task) => {
        // Looked at again for each: a person may have changed it by hand while others of the batch were brought in.
        if (isOfMember(task) && this.#isOvertaken(task, institution)) return void overtaken.add(task);
        const { changed, kept, why } = await setWords(task, (act) => this.#inOrder([act]));
        if (why) onRefused(task, why);
        if (kept.length > 0 && !changed && !why && isOfMember(task)) overtaken.add(task);
        if (overtaken.has(task)) this.#leaveOut(task.row, sayKept(kept));
        else if (kept.length > 0) this.#tally.noteRow(task.row, sayKept(kept));
      },
      true,
    );
    for (const [at, task] of tasks.entries()) {
      if (overtaken.has(task) || (!known.has(task) && !refused.has(task))) continue;
      // Whom another list added at the same moment is here already: that list counts them.
      const isOthers =
        (task.joins !== undefined && !added.has(task.person)) ||
        (task !== planned[at] && outcomeOfTask(task) !== 'added' && task.asked === undefined);
      const { row } = task.row;
      const name = nameOnHub(task, this.look);
      const outcome = refused.has(task) ? undefined : isOthers ? 'unchanged' : outcomeOfTask(task);
      this.#tally.count(outcome, { row, name, person: task.person });
      if (atOnce.has(task) && (outcome === 'asked' || outcome === 'added')) this.#tally.emailedAtOnce += 1;
      if (this.#readdressed.has(row)) this.#tally.isUpdated(row);
    }
  }

  /** Adds members together. Answers whom this adds: another list may have been quicker. */
  async #add(institution: InstitutionId, tasks: readonly StaffTask[], onRefused: OnRefused<StaffTask>): Promise<ReadonlySet<PersonId>> {
    const added = new Set<PersonId>();
    const give = async (some: readonly StaffTask[]) => {
      const before = await this.joinedBy?.head();
      const answer = await this.give(addsOf(some, institution), uuidv7(), this.#last);
      if (answer.outcome === 'rejected') return answer;
      this.#isInLog(answer.position);
      const all = some.map(({ person }) => person);
      for (const person of (await this.joinedBy?.of(answer.commandId, before, answer.position)) ?? all) added.add(person);
      return undefined;
    };
    await together(tasks, give, onRefused);
    return added;
  }

  /** Asks people whether they join. */
  #ask(institution: InstitutionId, tasks: readonly StaffTask[], onRefused: OnRefused<StaffTask>): Promise<void> {
    return together(tasks, (some) => this.#inOrder([asksOf(some, institution, this.#choices.by)], this.#last), onRefused);
  }

  /** Batch by batch until it is called off, with a turn of the event loop before each: known rows wait for nothing. */
  async *#batches<Row>(rows: PlannedRows<Row>): AsyncIterable<readonly Row[]> {
    for (const batch of rows.batches()) {
      await setImmediate();
      if (!this.#mayGoOn()) return;
      yield batch;
    }
  }

  /** `whole`: what was begun with these rows is finished, though the import is called off. */
  #each<Row>(rows: readonly Row[], act: (row: Row) => Promise<void>, whole = false): Promise<void> {
    return atOnce(rows, () => whole || this.#mayGoOn(), act);
  }

  async #do(acts: readonly Act[], who: string, row: number): Promise<void> {
    const why = await this.#inOrder(acts);
    if (why && isChangedSince(why)) return this.#leaveOut({ row, name: who }, SCHOOL_CHANGED);
    if (why) this.#tally.refuse(why, who, { row, weight: 'error' });
    this.#tally.count(why ? undefined : outcomeOfActs(acts));
  }

  /** As below, and says why it was refused; false then. */
  async #give(
    acts: readonly Act[],
    who: string,
    { row = 0, weight = 'error' }: Partial<Pick<RowProblem, 'row' | 'weight'>>,
    inView?: Position,
    by?: PersonId,
  ): Promise<boolean> {
    const why = await this.#inOrder(acts, inView, by);
    if (why) this.#tally.refuse(why, who, { row, weight });
    return why === undefined;
  }

  /** Gives acts in order, each with the one before in view. Undefined where all was done; else what one was refused with, of which nothing is said here. */
  async #inOrder(acts: readonly Act[], inView?: Position, by?: PersonId): Promise<Refused | undefined> {
    let after = inView;
    for (const act of acts) {
      const answer = await this.give(act, uuidv7(), after, by);
      if (answer.outcome === 'rejected') return answer;
      after = answer.position;
      this.#isInLog(after);
    }
    return undefined;
  }

  #isInLog(position: Position): void {
    if (this.#last === undefined || position > this.#last) this.#last = position;
  }
}
