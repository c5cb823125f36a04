import { setImmediate } from 'node:timers/promises';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded, Subscription } from '@alongside/domain/kernel/event-store.js';
import type { Change, ViewStore } from '../store/view-store.js';
import { sentenceOf } from './batch-rows.js';
import { applyBatch, type ViewProgress } from './view-group.js';
import type { EventFeed } from './feed.js';
import { Listeners } from './listeners.js';
import { Patience } from './patience.js';
import { PositionWaits } from './position-waits.js';
import { AS_WRITTEN, readBy, type Reading } from './reading.js';
import { lagAfter, statusOf, type Lag, type ViewStatus } from './status.js';
import type { View } from './view.js';

/** How many events are read at once while catching up. */
export const CATCH_UP_BATCH_EVENTS = 1_000;
/** Batch size while nothing is served yet: larger, so that each changed row is written less often. */
export const FIRST_BUILD_BATCH_EVENTS = 20_000;
/** How long `caughtUpTo` waits unless told otherwise, in milliseconds. */
export const CAUGHT_UP_LIMIT_MS = 2_000;

/** Something a person who looks after the hub should know. `failed` is tried again; `view-stopped` is not, until a restart or a rebuild. */
export type Trouble =
  | { readonly kind: 'view-stopped'; readonly view: string; readonly version: number; readonly event: string; readonly error: string }
  | {
      readonly kind: 'failed';
      readonly doing: 'following' | 'catching-up' | 'telling-listeners';
      readonly error: string;
      readonly cause: unknown;
    };

export interface ProjectorOptions {
  readonly feed: EventFeed;
  readonly store: ViewStore;
  /** Every view to keep, one version of each name. */
  readonly views: readonly View[];
  /** How events are read at first; as they are written where nothing is said. */
  readonly reading?: Reading;
  readonly report?: (trouble: Trouble) => void;
  /** Milliseconds since 1970; for lag and progress only. */
  readonly now?: () => number;
  readonly batchSizeEvents?: number;
  /** The first pause after a failure, in milliseconds; it doubles up to `RETRY_PAUSE_LIMIT_MS`. */
  readonly retryPauseMs?: number;
}

/**
 * Follows the log into a view store. Served views at the same place share one transaction per batch; new, late or rebuilt views catch up
 * alone, then join them.
 */
export class Projector {
  /** One for each view: the latest, where one is built again. Its predecessor is then still in `main`. */
  readonly #members: ViewProgress[];
  /** How the live views read events. */
  #reading: Reading;
  readonly #patience: Patience;
  readonly #waits = new PositionWaits();
  readonly #changed: Listeners<[changes: readonly Change[], through: Position]>;
  readonly #served: Listeners<[view: string]>;
  readonly #catchingUp = new Map<ViewProgress, Promise<void>>();
  /** Those that go through the log together; `undefined` until the first views are caught up. */
  #main: { members: ViewProgress[]; through: Position | undefined; subscription: Subscription } | undefined;
  /** How often in a row the feed was lost. */
  #losses = 0;
  /** The tail of the queue of those who touch `main`. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ProjectorOptions) {
    const failed = (error: unknown) => this.#failed('telling-listeners', error);
    this.#patience = new Patience(options.retryPauseMs);
    this.#changed = new Listeners(failed);
    this.#served = new Listeners(failed);
    this.#reading = options.reading ?? AS_WRITTEN;
    this.#members = options.views.map((view) => newMember(readBy(view, this.#reading)));
  }

  /** Begins to follow. Settles once every view is live or stopped; until then what was served before is served. */
  async start(): Promise<void> {
    const { store } = this.options;
    const states = new Map(this.#members.map((member) => [member, store.prepare(member.view)]));
    const place = (member: ViewProgress) => states.get(member)?.checkpoint ?? ('' as Position);
    for (const member of this.#members) member.checkpoint = states.get(member)?.checkpoint;
    const served = this.#members.filter((member) => states.get(member)?.served);
    const furthest = served.map(place).toSorted().at(-1);
    const together = served.filter((member) => place(member) === furthest);
    if (together.length > 0) this.#follow(together, furthest || undefined);
    const behind = this.#members.filter((member) => !together.includes(member));
    // One pass per place, so a view that starts from the beginning delays no others.
    const places = [...new Set(behind.map(place))];
    await Promise.all(places.map((one) => this.#begin(behind.filter((member) => place(member) === one))));
  }

  /** The position through which every live view has gone. */
  get through(): Position | undefined {
    return this.#main?.through;
  }

  /** `true` once the live views include this position; `false` where the time ran out first. For reading one's own writes. */
  caughtUpTo(position: Position, limitMs: number = CAUGHT_UP_LIMIT_MS): Promise<boolean> {
    return this.#waits.until(position, limitMs);
  }

  /** Told after each commit, in order, of what changed and how far the live views are. Answers how to stop listening. */
  onChanges(listener: (changes: readonly Change[], through: Position) => void): () => void {
    return this.#changed.add(listener);
  }

  /** Calls back when another version or a rebuilt state of a view begins to serve: holders of its rows must read them again. */
  onServed(listener: (view: string) => void): () => void {
    return this.#served.add(listener);
  }

  /** The views that do not follow the log: those that are being built (again), and those that an event stopped. */
  get unfinished(): readonly string[] {
    return this.#members.filter(({ state }) => state !== 'live').map(({ view }) => view.name);
  }

  /** The views that an event stopped: their rows stay as they were until a restart or a rebuild. */
  get stopped(): readonly string[] {
    return this.#members.filter(({ state }) => state === 'stopped').map(({ view }) => view.name);
  }

  /** Builds a view again from the first event, beside its present rows, which serve and follow the log meanwhile. Settles once the new ones are live, or stopped. */
  async rebuild(name: string): Promise<void> {
    const member = this.#members.find((one) => one.view.name === name);
    if (!member) throw new Error(`There is no view ${name}.`);
    const already = this.#catchingUp.get(member);
    if (already) return already;
    // Noted before anything is awaited, so that a second call meets the first.
    const again = newMember(member.view);
    this.#members[this.#members.indexOf(member)] = again;
    return this.#track(
      [again],
      this.#inTurn(() => this.options.store.reset(again.view)).then(() => this.#catchUp([again])),
    );
  }

  /** Builds every view that is not `asWritten` again, beside the present rows. All begin to serve in one turn of the loop, which calls `switched`. */
  async readAs(reading: Reading, switched: () => void): Promise<void> {
    // Those who still catch up read as before, and fall in first.
    while (this.#catchingUp.size > 0) await Promise.all(this.#catchingUp.values());
    if (this.#patience.ended) return;
    const next = this.#members.map((member) => (member.view.asWritten ? member : newMember(readBy(member.view, reading))));
    const again = next.filter(({ view }) => !view.asWritten);
    this.#members.splice(0, this.#members.length, ...next);
    const begun = this.#inTurn(() => again.forEach(({ view }) => this.options.store.reset(view)));
    return this.#track(
      again,
      begun.then(() => this.#catchUp(again, { reading, switched })),
    );
  }

  /** How every view stands. Reads a stretch of the log to count what is missing, which is not said where the log cannot be read. */
  async status(): Promise<readonly ViewStatus[]> {
    const { feed, store, now = Date.now } = this.options;
    const lags = new Map<Position | undefined, Lag | undefined>();
    for (const { checkpoint } of this.#members) {
      if (!lags.has(checkpoint)) lags.set(checkpoint, await lagAfter(feed, checkpoint, now()).catch(() => undefined));
    }
    const versions = new Map(store.states().flatMap(({ name, version, served }) => (served ? [[name, version] as const] : [])));
    return this.#members.map((member) => statusOf(member, versions.get(member.view.name), lags.get(member.checkpoint), now()));
  }

  /** Stops following and settles once nothing is under way. The store stays open. */
  async close(): Promise<void> {
    this.#patience.end();
    this.#waits.end();
    await this.#main?.subscription.close();
    await Promise.all(this.#catchingUp.values());
    await this.#turn;
  }

  #follow(members: ViewProgress[], through: Position | undefined): void {
    for (const member of members) member.state = 'live';
    this.#main = { members, through, subscription: this.#subscribe(through) };
    if (through !== undefined) this.#waits.reached(through);
  }

  #subscribe(after: Position | undefined): Subscription {
    return this.options.feed.follow(
      after,
      (events) => this.#inTurn(() => this.#take(events)),
      (error) => void this.#resubscribe(error),
    );
  }

  async #resubscribe(error: unknown): Promise<void> {
    this.#failed('following', error);
    this.#losses += 1;
    await this.#patience.pause(this.#losses);
    if (!this.#patience.ended && this.#main) this.#main.subscription = this.#subscribe(this.#main.through);
  }

  async #take(events: readonly Recorded[]): Promise<void> {
    const last = events.at(-1)?.position;
    const main = this.#main;
    if (last === undefined || !main || (main.through !== undefined && last <= main.through)) return;
    const changes = await this.#untilDone('following', () => this.#apply(main.members, events, false, this.#reading));
    if (!changes) return;
    main.members = main.members.filter((member) => member.state === 'live');
    main.through = last;
    this.#losses = 0;
    this.#waits.reached(last);
    this.#changed.tell(changes, last);
  }

  #begin(members: readonly ViewProgress[]): Promise<void> {
    return this.#track(members, this.#catchUp(members));
  }

  #track(members: readonly ViewProgress[], work: Promise<void>): Promise<void> {
    const done = work.finally(() => {
      for (const member of members) this.#catchingUp.delete(member);
    });
    for (const member of members) this.#catchingUp.set(member, done);
    return done;
  }

  async #catchUp(members: readonly ViewProgress[], another?: AnotherReading): Promise<void> {
    await this.#untilDone('catching-up', async () => {
      await this.#read(members, undefined, another);
      await this.#inTurn(() => this.#join(members, another));
    });
  }

  /** Takes quietly what comes after the members' checkpoints, up to a position or to the end of the log. */
  async #read(members: readonly ViewProgress[], upTo: Position | undefined, another?: AnotherReading): Promise<void> {
    const reading = another?.reading ?? this.#reading;
    const { feed, batchSizeEvents = this.#main ? CATCH_UP_BATCH_EVENTS : FIRST_BUILD_BATCH_EVENTS } = this.options;
    const after = members.find((member) => member.state !== 'stopped')?.checkpoint;
    for await (const events of feed.readAll({ batchSizeEvents, ...(after !== undefined && { after }) })) {
      const wanted = upTo === undefined ? events : events.filter((event) => event.position <= upTo);
      // Tried again batch by batch, so that pauses grow only while nothing at all gets through.
      if (wanted.length > 0) await this.#untilDone('catching-up', () => this.#apply(members, wanted, true, reading));
      if (wanted.length < events.length || this.#patience.ended || members.every((member) => member.state === 'stopped')) return;
      // Requests that wait for the hub go first.
      await setImmediate();
    }
  }

  /** Runs in turn, so that the live views stand still while the others take the last steps and fall in. */
  async #join(members: readonly ViewProgress[], another?: AnotherReading): Promise<void> {
    const main = this.#main;
    if (main?.through !== undefined) await this.#read(members, main.through, another);
    if (this.#patience.ended) return;
    const arrived = members.filter((member) => member.state !== 'stopped');
    for (const member of arrived) {
      this.options.store.serve(member.view);
      member.state = 'live';
    }
    const names = new Set(arrived.map(({ view }) => view.name));
    if (main) main.members = [...main.members.filter(({ view }) => !names.has(view.name)), ...arrived];
    // Follows the log even where no view arrived: others can then join, and no one waits for a position in vain.
    else this.#follow(arrived, (arrived[0] ?? members[0])?.checkpoint);
    if (another) {
      this.#reading = another.reading;
      another.switched();
    }
    for (const member of arrived) this.#served.tell(member.view.name);
  }

  #apply(members: readonly ViewProgress[], events: readonly Recorded[], quiet: boolean, { read }: Reading): readonly Change[] {
    const { store } = this.options;
    const { changes, stopped } = applyBatch(store, members, events, quiet, read);
    for (const { view, stopped: poison } of stopped) {
      // Rows up to the poison event are better than none at all.
      if (!store.states().some((state) => state.name === view.name && state.served)) store.serve(view);
      if (poison) this.#report({ kind: 'view-stopped', view: view.name, version: view.version, event: poison.event, error: poison.error });
    }
    return changes;
  }

  /** Tries until it works or the projector is closed: a full disk must not cost a view its place. */
  async #untilDone<T>(doing: 'following' | 'catching-up', work: () => Promise<T> | T): Promise<T | undefined> {
    for (let failures = 1; !this.#patience.ended; failures += 1) {
      try {
        return await work();
      } catch (error) {
        this.#failed(doing, error);
        await this.#patience.pause(failures);
      }
    }
    return undefined;
  }

  #inTurn<T>(work: () => Promise<T> | T): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  #failed(doing: Extract<Trouble, { kind: 'failed' }>['doing'], error: unknown): void {
    this.#report({ kind: 'failed', doing, error: sentenceOf(error), cause: error });
  }

  #report(trouble: Trouble): void {
    this.options.report?.(trouble);
  }
}

interface AnotherReading {
  readonly reading: Reading;
  readonly switched: () => void;
}

const newMember = (view: View): ViewProgress => ({
  view,
  checkpoint: undefined,
  state: 'rebuilding',
  progress: { events: 0, firstAt: undefined, lastAt: undefined },
  stopped: undefined,
});
