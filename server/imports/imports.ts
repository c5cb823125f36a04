import { MAPPED_LIMIT_MEGABYTES, type CorrectedCell, type RowProblem } from '@alongside/domain/imports/columns.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { ListOf } from '@alongside/domain/imports/which-list.js';
import type { ChosenColumns } from '@alongside/domain/imports/staff-fields.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { uuidv7 } from 'uuidv7';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { keyedHash } from '../privacy/master-key.js';
import { viewReaderOf } from '../queries/live-views.js';
import type { GiveAct } from './acts.js';
import { chosenIds, NOTHING_ALIKE } from './alike-schools.js';
import { CopiedFile } from './copied-file.js';
import { choicesOf, type ChoicesMade } from './choices.js';
import { hasPeople, type ImportPlan, type ImportTarget } from './import-plan.js';
import { correctionsOf, withCorrections } from './corrected-before.js';
import { KeptImports, NOTHING_SAID, saidOfSheet, type Brought, type Said } from './kept-imports.js';
import type { KeptOnDisk, KeptRecord } from './kept-on-disk.js';
import { broughtOver, recordOf, recordOfResult, withoutWords } from './kept-record.js';
import { ownLists, type OwnList } from './own-lists.js';
import { notRemembered, rememberedOf, toRemember, type Remembered } from './remembered-columns.js';
import { closesOf } from './register-comparison.js';
import { ListReader } from './list-reader.js';
import type { OpenedCell } from './reading-messages.js';
import type { Pieces, ReadRefusal, Readings } from './readings.js';

const compressed = promisify(gzip);
/** A list that was forgotten while it was read again. */
const GONE = refuse({ code: 'IMPORT.CALLED_OFF' as const });
const restored = promisify(gunzip);

/** What a person says of a list; what is absent stays as it was said before. */
interface NewlySaid {
  readonly columns?: ChosenColumns;
  readonly cells?: readonly CorrectedCell[];
  readonly nation?: Nation | undefined;
  readonly list?: ListOf | undefined;
  readonly another?: readonly number[] | undefined;
  /** The sheet that the rest is said of; alone, the one that is to be read. */
  readonly sheet?: string | undefined;
}

const withoutUnsaid = (said: NewlySaid): NewlySaid => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));

const broughtBy = ({ by, name }: Pick<Brought, 'by' | 'name'>): Pick<Brought, 'by' | 'name'> => ({
  by,
  ...(name !== undefined && { name }),
});

/** Imports that give commands at the same time. A third would make everybody else's commands wait longer without being done any sooner. */
export const RUNNING_LIMIT_IMPORTS = 2;

/** Files on their way in: read and shown first, done only when the person who brought them says so. */
export class Imports {
  readonly #kept = new KeptImports((id) => void this.how.onDisk?.remove(id));
  readonly #reader: ListReader;
  /** The last reading of each list that is being read again. */
  readonly #turns = new Map<string, Promise<void>>();
  /** Lists of before a restart that are being read. */
  readonly #waking = new Map<string, Promise<Result<Brought | undefined, ReadRefusal>>>();
  #closing = false;

  constructor(
    private readonly hub: Pick<HubParts, 'dispatcher' | 'views' | 'clock' | 'logger' | 'log' | 'master'>,
    /** `inFile`: nothing can be chosen or corrected but in the file. `onDisk`: where lists and results are kept for the next start. */
    private readonly how: { readonly inFile?: true; readonly readings?: Readings; readonly onDisk?: KeptOnDisk } = {},
  ) {
    this.#reader = new ListReader(hub, this.#give, how);
  }

  /** Reads a file while it comes in and says what it would do. Writes nothing. Called off by the signal, it keeps nothing. */
  async bring(
    pieces: Pieces,
    target: ImportTarget,
    by: PersonId,
    signal?: AbortSignal,
    name?: string,
  ): Promise<Result<Brought, ReadRefusal>> {
    const erasures = this.#erasures;
    const copy = new CopiedFile(target.kind === 'staff' ? Infinity : MAPPED_LIMIT_MEGABYTES * 1024 * 1024);
    const first = await this.#reader.read(copy.of(pieces), target, { ...NOTHING_SAID, by, name }, signal);
    if (!first.ok) return first;
    const whole = copy.whole();
    const file = whole && (await compressed(whole));
    const said = this.#kept.saidBefore(by, target, file) ?? this.#remembered(target, first.value.job.plan);
    const read = said !== NOTHING_SAID && whole ? await this.#reader.read([whole], target, { ...said, by, name }, signal) : first;
    if (!read.ok) return read;
    if (signal?.aborted) return refuse({ code: 'IMPORT.CALLED_OFF' });
    // A person who was erased while it was read is told of in it.
    if (whole && this.#erasures !== erasures) return this.bring([whole], target, by, signal, name);
    const called = { at: this.hub.clock.now(), ...(name && { name }) };
    const brought: Brought = { id: uuidv7(), by, reading: 1, target, ...called, file, said, erasures, ...read.value };
    this.#kept.add(brought);
    await this.#keep(brought);
    return ok(brought);
  }

  /** Reads a list again, now that a person has said what its columns hold or corrected cells. What is running or done stays as it is. */
  withSaid(brought: Brought, said: NewlySaid): Promise<Result<Brought, ReadRefusal>> {
    return this.#inTurn(brought, (before) => this.#readAs(before, said));
  }

  async #readAs(before: Brought, newly: NewlySaid): Promise<Result<Brought, ReadRefusal>> {
    if (!before.file) return ok(before);
    const { sheet } = before.job.plan.summary;
    if (
      newly.sheet !== undefined &&
      newly.sheet !== sheet?.name &&
      (newly.columns ?? newly.cells ?? newly.nation ?? newly.list ?? newly.another)
    )
      return refuse({ code: 'IMPORT.OTHER_SHEET' });
    if (newly.sheet !== undefined && newly.sheet !== sheet?.name)
      return sheet?.withRows?.includes(newly.sheet) ? this.#readSheet(before, sheet.name, newly.sheet) : ok(before);
    const { columns, cells, nation, list, another } = { ...before.said, ...withoutUnsaid(newly) };
    const remembered = before.said.remembered.filter((letter) => columns[letter] === before.said.columns[letter]);
    const notRemembered = before.said.notRemembered?.filter((letter) => columns[letter] === undefined);
    const corrections = correctionsOf(before, cells);
    const said: Said = {
      columns,
      cells,
      nation,
      ...(list && { list }),
      ...(another?.length && { another }),
      ...(before.said.sheet !== undefined && { sheet: before.said.sheet }),
      ...(before.said.bySheet && { bySheet: before.said.bySheet }),
      remembered,
      ...(notRemembered?.length && { notRemembered }),
      ...(corrections.length > 0 && { corrections }),
    };
    const read = await this.#reader.read([await restored(before.file)], before.target, { ...said, ...broughtBy(before) });
    if (!read.ok) return read;
    return ok(await this.#inPlaceOf(before, { ...before, said, ...read.value }));
  }

  /** Reads another sheet of a workbook, with what was said of that one before. */
  async #readSheet(before: Brought, from: string, sheet: string): Promise<Result<Brought, ReadRefusal>> {
    if (!before.file || before.job.progress().status !== 'planned') return ok(before);
    const bySheet = { ...before.said.bySheet, [from]: saidOfSheet(before.said) };
    const plain: Said = { ...NOTHING_SAID, nation: before.said.nation, ...bySheet[sheet], sheet, bySheet };
    const whole = await restored(before.file);
    const first = await this.#reader.read([whole], before.target, { ...plain, ...broughtBy(before) });
    if (!first.ok) return first;
    const had = bySheet[sheet] ? NOTHING_SAID : this.#remembered(before.target, first.value.job.plan);
    const said = had === NOTHING_SAID ? plain : { ...had, sheet, bySheet };
    const read = had === NOTHING_SAID ? first : await this.#reader.read([whole], before.target, { ...said, ...broughtBy(before) });
    if (!read.ok) return read;
    return ok(await this.#inPlaceOf(before, { ...before, said, ...read.value }));
  }

  /** Every cell of one row of a list, as it was corrected; undefined where the list is not kept to be corrected, or has no such row. */
  async rowOf(brought: Brought, row: number): Promise<Result<readonly OpenedCell[] | undefined, ReadRefusal>> {
    if (!brought.file) return ok(undefined);
    return this.#reader.readRow([await restored(brought.file)], brought, row);
  }

  /** Reads a list again for another institution, with all that a person said of it. What is running or done stays as it is. */
  withInstitution(brought: Brought, institution: InstitutionId): Promise<Result<Brought, ReadRefusal>> {
    return this.#inTurn(brought, (before) => this.#readFor(before, institution));
  }

  async #readFor(before: Brought, institution: InstitutionId): Promise<Result<Brought, ReadRefusal>> {
    if (!before.file || before.job.progress().status !== 'planned') return ok(before);
    const target: ImportTarget = { kind: 'staff', institution };
    const { said } = before;
    const chosen = Object.fromEntries(Object.entries(said.columns).filter(([letter]) => !said.remembered.includes(letter)));
    // What a column was taken for at the school before is not what it is at this one.
    const whole = await restored(before.file);
    const { notRemembered: _, another: _another, ...kept } = said;
    const plain: Said = { ...kept, columns: chosen, remembered: [] };
    const first = await this.#reader.read([whole], target, { ...plain, ...broughtBy(before) });
    if (!first.ok) return first;
    const { columns: had, notRemembered } = this.#remembered(target, first.value.job.plan);
    const remembered = Object.keys(had).filter((letter) => !(letter in chosen));
    const others = notRemembered?.filter((letter) => !(letter in chosen));
    const now: Said = { ...plain, columns: { ...had, ...chosen }, remembered, ...(others?.length && { notRemembered: others }) };
    const read = remembered.length > 0 ? await this.#reader.read([whole], target, { ...now, ...broughtBy(before) }) : first;
    if (!read.ok) return read;
    return ok(await this.#inPlaceOf(before, { ...before, target, said: now, ...read.value }));
  }

  /** One reading of a list after the other, each of the list as the one before left it: the second would else drop what the first was told. */
  #inTurn(brought: Brought, read: (before: Brought) => Promise<Result<Brought, ReadRefusal>>): Promise<Result<Brought, ReadRefusal>> {
    const { id } = brought;
    const before = this.#turns.get(id) ?? Promise.resolve();
    const mine = before.then(() => read(this.#kept.find(id) ?? brought)).then((done) => (this.#kept.find(id) ? done : GONE));
    const over = mine
      .catch(() => undefined)
      .then(() => {
        if (this.#turns.get(id) === over) this.#turns.delete(id);
      });
    this.#turns.set(id, over);
    return mine;
  }

  /** Keeps what was read anew, unless it was begun or forgotten meanwhile. */
  async #inPlaceOf(before: Brought, brought: Brought): Promise<Brought> {
    const now = this.#kept.find(before.id);
    if (!now || now.job.progress().status !== 'planned') return now ?? before;
    const again = { ...brought, reading: now.reading + 1 };
    this.#kept.replace(again);
    await this.#keep(again);
    return again;
  }

  readonly #nameOfHeading = (heading: string): string => keyedHash(this.hub.master, 'staff column', heading).slice(0, 16);

  #had(target: ImportTarget): Remembered {
    const row = target.kind === 'staff' ? viewReaderOf(this.hub.views.store).row('staff-columns', target.institution) : undefined;
    return row?.columns ?? {};
  }

  /** What an earlier list of the institution says of these columns. */
  #remembered(target: ImportTarget, { summary }: ImportPlan): Said {
    if (target.kind !== 'staff') return NOTHING_SAID;
    const columns = rememberedOf(summary.columns, this.#had(target), this.#nameOfHeading);
    const remembered = Object.keys(columns);
    const others = notRemembered(summary.columns, this.#had(target), this.#nameOfHeading);
    if (remembered.length + others.length === 0) return NOTHING_SAID;
    return { ...NOTHING_SAID, columns, remembered, ...(others.length > 0 && { notRemembered: others }) };
  }

  /** Remembers for the institution what a person chose. A list that cannot be remembered is imported all the same. */
  async #remember({ target, job }: Brought): Promise<void> {
    // Of a list without a person nobody knows whether its columns were right.
    if (target.kind !== 'staff' || !hasPeople(job.plan)) return;
    const columns = toRemember(job.plan.summary.columns, this.#had(target), this.#nameOfHeading);
    if (columns)
      await this.#give({ type: 'RememberStaffColumns', data: { institution: target.institution, columns } }, uuidv7(), undefined);
  }

  /** Only the person who brought it ever sees it. What waited through a restart is read again first, which may be refused as the file was. */
  async find(id: string, by: PersonId): Promise<Result<Brought | undefined, ReadRefusal>> {
    const found = this.#kept.find(id);
    if (found) return ok(found.by === by ? found : undefined);
    const record = await this.how.onDisk?.find(id, by);
    if (!record) return ok(undefined);
    const waking = this.#waking.get(id) ?? this.#wake(record).finally(() => this.#waking.delete(id));
    this.#waking.set(id, waking);
    return waking;
  }

  /** All that a person brought, of before a restart included. */
  async ofPerson(by: PersonId): Promise<readonly OwnList[]> {
    return ownLists(this.#kept.of(by), (await this.how.onDisk?.of(by)) ?? []);
  }

  /** As things stand now: what was imported before the hub stopped is here already. */
  async #wake({ file, over, begun, ...known }: KeptRecord): Promise<Result<Brought | undefined, ReadRefusal>> {
    const awake = this.#kept.find(known.id);
    if (awake) return ok(awake);
    if (over) {
      const brought = broughtOver({ ...known, file }, over);
      this.#kept.add(brought);
      return ok(brought);
    }
    if (!file) return ok(undefined);
    const read = await this.#reader.read([await restored(file)], known.target, { ...known.said, ...broughtBy(known) });
    if (!read.ok) return read;
    if (known.erasures !== this.#erasures) return ok(undefined);
    // What was chosen before was of another comparison: its rows may be about other people now.
    const reading = known.reading + 1;
    const brought: Brought = { ...known, file, ...read.value, reading, ...(begun && { stopped: true }) };
    this.#kept.add(brought);
    await this.#keep(brought, begun);
    return ok(brought);
  }

  /** What is wrong with rows, each cell with what this person corrected it to in an earlier list. */
  problemsOf(brought: Brought): readonly RowProblem[] {
    return withCorrections(brought, this.#kept.correctedBefore(brought));
  }

  /** Lets go of a list, or stops it before its next row. */
  async callOff({ id, job }: Brought): Promise<void> {
    if (job.progress().status !== 'planned') return job.cancel();
    job.cancel();
    this.#kept.forget(id);
    await this.how.onDisk?.remove(id);
  }

  /** A person was erased, and who is in a list is not known: lists of staff that wait go, and results keep their counts alone. */
  async forgetErased(): Promise<void> {
    for (const brought of this.#kept.resting) this.#forgetWords(brought);
    await this.how.onDisk?.forgetAll();
  }

  #forgetWords(brought: Brought): void {
    if (!this.#kept.find(brought.id)) return;
    if (brought.target.kind !== 'staff') {
      // A register names no people, but its file may be called after one.
      const { name: _, ...unnamed } = brought;
      return this.#kept.replace(unnamed);
    }
    if (brought.job.progress().status === 'planned') return this.#kept.forget(brought.id);
    this.#kept.replace(withoutWords(brought));
  }

  get #erasures(): number {
    return this.#reader.erasures;
  }

  async #keep(brought: Brought, begun = false): Promise<void> {
    const record = recordOf(brought, begun);
    if (record) await this.how.onDisk?.save(record);
  }

  /** Whether as many imports give commands as may. */
  get busy(): boolean {
    return this.#kept.running >= RUNNING_LIMIT_IMPORTS;
  }

  /** Starts what was planned; settles when it is over. `inviteOn`: the day on which staff are told that they can sign in; today is at once. */
  async run(brought: Brought, inviteOn: Day | null = null, made?: ChoicesMade): Promise<void> {
    const { id, job, by, foreseen } = brought;
    const { sameNames, gone, returning } = foreseen.comparison;
    const undecided = {
      sameNames: new Map(sameNames.map(({ row, members }) => [row, members])),
      gone: new Set(gone.flatMap(({ person, stays }) => (stays ? [] : [person]))),
      saidLeft: new Set(gone.flatMap(({ person, left, perhaps, later, stays }) => (left && !perhaps && !later && !stays ? [person] : []))),
      returning: new Set(returning.map(({ row }) => row)),
      doubtful: new Set(foreseen.register.changes.flatMap(({ row, doubtful }) => (doubtful ? [row] : []))),
    };
    if (job.progress().status !== 'planned') return;
    const begins = this.#keep(brought, true);
    const idOf = chosenIds(foreseen.register.alike ?? NOTHING_ALIKE, made);
    const running = job.run(
      (error) => this.hub.logger.error('An import stopped half-way.', { import: id, ...failureFields(error) }),
      inviteOn && { on: inviteOn === dayOf(this.hub.clock.now()) ? 'now' : inviteOn, from: by },
      choicesOf(made, undecided, by),
      closesOf(foreseen.register, made, dayOf(this.hub.clock.now()), viewReaderOf(this.hub.views.store), idOf),
      foreseen.seen,
      idOf,
    );
    const remembering = this.#remember(brought).catch((error: unknown) =>
      this.hub.logger.error('What the columns of a list hold could not be remembered.', { import: id, ...failureFields(error) }),
    );
    await Promise.all([running, remembering, begins]);
    if (brought.erasures !== this.#erasures) this.#forgetWords(brought);
    // One that the hub's own stop ended is shown as a list again, with what is left of it.
    if (!this.#closing) await this.how.onDisk?.save(recordOfResult(brought));
  }

  /** Stops reading, and stops what is running before its next row: the hub stops. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#reader.close();
    this.#kept.close();
    await this.how.onDisk?.close();
  }

  readonly #give: GiveAct = (act, commandId, after, by = HUB) =>
    this.hub.dispatcher.dispatch({ commandId, type: act.type, stampedAt: this.hub.clock.now(), data: act.data }, by, {
      ...(after !== undefined && { after }),
    });
}
