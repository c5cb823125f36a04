import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Recorded, Subscription } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { landmarkOf, type Landmark } from '@alongside/projections/engine/landmark.js';
import { errorCodeOf } from '../app/error-code.js';
import { failureFields, type LogFields, type Logger } from '../app/logger.js';
import { UNDECIDED, type Dispatcher } from '../commands/dispatcher.js';
import type { JoinKeeper } from '../joining/join-keeper.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import type { CheckpointFile, Progress, SetAside } from './checkpoints.js';
import { followUpsOf, REACT_BACK_MS, type Effect, type EffectMore, type Reactor, type World } from './reactor.js';

/** How often one reaction is tried before it is set aside. */
export const REACTION_LIMIT_TRIES = 8;
const FIRST_PAUSE_MS = 100;
/** Later pauses double up to this. */
const PAUSE_LIMIT_MS = 5_000;
/** How often what was set aside is tried again, in milliseconds. */
export const ASIDE_INTERVAL_MS = 60_000;

export interface RunnerParts {
  readonly log: SealedLog<AnyEvent>;
  readonly dispatcher: Pick<Dispatcher<AnyEvent>, 'dispatch'>;
  readonly caughtUp: (position: Position) => Promise<boolean>;
  readonly world: World;
  /** Which records are one person's; absent where nobody is joined. */
  readonly joins?: Pick<JoinKeeper, 'inForce' | 'settled'>;
  readonly reactors: readonly Reactor[];
  readonly effects: readonly Effect[];
  readonly checkpoints: CheckpointFile;
  readonly logger: Logger;
  /** Reads something of the log from the disk. Rejects where the disk does not give it. */
  readonly probeReading?: (() => Promise<void>) | undefined;
  /** Waits between two tries; ends early when the runner closes. Tests bring their own. */
  readonly pause?: (milliseconds: number, stop: AbortSignal) => Promise<unknown>;
}

/** A stretch of the log that nothing has to follow from any more: after one position, up to and with another. */
export interface Told {
  readonly after?: Position | undefined;
  readonly through?: Position | undefined;
}

/** How far a runner is. */
export interface RunnerCondition {
  /** Where the one that is furthest back is. */
  readonly reached?: Position;
  /** Something has been failing since, one try after the other, or the log has been lost. */
  readonly failingSince?: string;
  /** The one that fails. */
  readonly trying?: string;
}

/**
 * Follows the log and does what must follow, at least once, in order. A reaction that keeps failing is logged, set aside and retried, so
 * the rest continues.
 */
export class ReactorRunner {
  #positions: Record<string, Position> = {};
  #aside: readonly SetAside[] = [];
  #reached: Landmark | undefined;
  #subscription: Subscription | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** What follows the log and what tries again take turns: both change the same record of progress. */
  #turn: Promise<void> = Promise.resolve();
  #closing = false;
  #failing: Pick<RunnerCondition, 'failingSince' | 'trying'> = {};
  readonly #waiting = new Set<() => void>();
  readonly #stop = new AbortController();

  readonly #all: readonly (Reactor | Effect)[];

  constructor(private readonly parts: RunnerParts) {
    this.#all = [...parts.reactors, ...parts.effects];
  }

  /**
   * Resumes at its checkpoint. `told`: a range of the log that was written with its consequences, such as the demo story; a reactor that
   * had reached it continues behind it.
   */
  async start(told: Told = {}): Promise<void> {
    await this.keepPlace(told);
    // Not waited for: whatever it fails on may take its time to, and the hub serves meanwhile.
    void this.retryAside();
    this.#follow(this.#earliest());
    this.#timer = setInterval(() => void this.retryAside(), ASIDE_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Notes where it begins, without beginning: however long that takes, what happens meanwhile is reacted to. */
  async keepPlace(told: Told = {}): Promise<void> {
    const kept = await this.parts.checkpoints.load();
    this.#positions = { ...kept?.positions };
    this.#aside = kept?.aside ?? [];
    this.#reached = kept?.reached;
    if (!kept) {
      const after = await this.#longAgo(told.through);
      if (after !== undefined) for (const { name } of this.#all) this.#positions[name] = after;
      // Kept before anything happens: whatever happens from now on is reacted to, however long after a crash the next start is.
      await this.#save();
    } else this.#passOver(told);
  }

  /** Settles once everything that follows from the log up to a position is done, or was set aside. */
  doneTo(position: Position): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.#closing && (this.#earliest() ?? '') < position) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Settles once everything that is in the log by now has been followed. */
  async settled(): Promise<void> {
    const earliest = this.#earliest();
    let last: Position | undefined;
    // Not the log's own head: that may be the position of a key, which nobody follows.
    for await (const events of this.parts.log.readAll(earliest === undefined ? {} : { after: earliest })) last = events.at(-1)?.position;
    if (last !== undefined) await this.doneTo(last);
  }

  /** How far it is, and whether it fails. */
  get condition(): RunnerCondition {
    const reached = this.#earliest();
    return { ...(reached && { reached }), ...this.#failing };
  }

  /** What was set aside, for the Health screen. */
  get aside(): readonly SetAside[] {
    return this.#aside;
  }

  /**
   * Retries failed reactions, once each, up to the first failure, which moves to the end: none blocks the others, and an unreachable mail
   * server is not asked for each email.
   */
  retryAside(): Promise<void> {
    return this.#inTurn(() => this.#tryAside()).catch((error: unknown) =>
      this.parts.logger.error('What was set aside could not be tried again.', failureFields(error)),
    );
  }

  async close(): Promise<void> {
    this.#closing = true;
    for (const look of Array.from(this.#waiting)) look();
    this.#stop.abort();
    clearInterval(this.#timer);
    await this.#subscription?.close();
    await this.#turn;
  }

  #pause(milliseconds: number): Promise<unknown> {
    return (this.parts.pause ?? pauseUntil)(milliseconds, this.#stop.signal);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #tryAside(): Promise<void> {
    for (let left = this.#aside.length; left > 0 && !this.#closing; left -= 1) {
      const [first, ...others] = this.#aside as [SetAside, ...SetAside[]];
      const failure = await this.#again(first);
      if (this.#closing) return;
      this.#aside = failure ? [...others, first] : others;
      await this.#save();
      if (failure)
        return this.parts.logger.warn('What was set aside failed again.', { reactor: first.reactor, event: first.event, ...failure });
    }
  }

  /** What went wrong when something that was set aside was tried again. A reactor that is no more has nothing left to do. */
  async #again({ reactor: name, stream, revision }: SetAside): Promise<LogFields | undefined> {
    const reactor = this.#all.find((one) => one.name === name);
    try {
      const [event] = reactor ? await this.parts.log.readStream(stream, revision) : [];
      if (reactor && event) await this.#attempt(reactor, event, true);
      return undefined;
    } catch (error) {
      return failureFields(error);
    }
  }

  #follow(after: Position | undefined): void {
    this.#subscription = this.parts.log.follow(
      after,
      (events) => this.#inTurn(() => this.#take(events)),
      (error) => {
        if (this.#closing) return;
        this.#fails();
        this.parts.logger.error('The reactors lost the log; they take it up again.', failureFields(error));
        this.#pause(PAUSE_LIMIT_MS).then(
          () => this.#follow(this.#earliest() ?? after),
          () => undefined,
        );
      },
    );
  }

  async #take(events: readonly Recorded<AnyEvent>[]): Promise<void> {
    for (const event of events) {
      for (const reactor of this.#all) {
        if (this.#closing) return;
        if (!reactor.on[event.type] || event.position <= (this.#positions[reactor.name] ?? '')) continue;
        await this.#react(reactor, event);
      }
    }
    if (this.#closing) return;
    const last = events.at(-1);
    for (const { name } of this.#all) if (last && last.position > (this.#positions[name] ?? '')) this.#positions[name] = last.position;
    if (last) this.#reached = landmarkOf(last);
    await this.#save();
    this.#failing = {};
    for (const look of Array.from(this.#waiting)) look();
  }

  async #react(reactor: Reactor | Effect, event: Recorded<AnyEvent>): Promise<void> {
    for (let tries = 1; !this.#closing; tries++) {
      try {
        await this.#attempt(reactor, event);
        this.#failing = {};
        return;
      } catch (error) {
        const fields = { reactor: reactor.name, event: event.id, tries, ...failureFields(error) };
        this.#fails(reactor.name);
        if (tries >= REACTION_LIMIT_TRIES && !(await this.#isLogAway(error))) {
          this.#failing = {};
          this.parts.logger.error('A reaction failed again and again and was set aside.', fields);
          this.#aside = [...this.#aside, { reactor: reactor.name, event: event.id, stream: event.stream, revision: event.revision }];
          return;
        }
        this.parts.logger.warn('A reaction failed and is tried again.', fields);
        await this.#pause(Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), PAUSE_LIMIT_MS)).catch(() => undefined);
      }
    }
  }

  /** While the disk gives nothing of the log, everything after it would fail as well, and be set aside; one page of it stops nothing else. */
  async #isLogAway(error: unknown): Promise<boolean> {
    if (errorCodeOf(error) !== 'EVENT_STORE.NOT_READ') return false;
    return (await this.parts.probeReading?.().catch(() => true)) === true;
  }

  #fails(trying?: string): void {
    this.#failing = { failingSince: this.#failing.failingSince ?? this.parts.world.now(), ...(trying && { trying }) };
  }

  async #attempt(reactor: Reactor | Effect, written: Recorded<AnyEvent>, again = false): Promise<void> {
    if (!(await this.parts.caughtUp(written.position))) throw new Error('The views are behind.');
    const { joins } = this.parts;
    // What follows from it is for views that know the two as one.
    if (written.type === 'RecordsJoined') await joins?.settled();
    // Read only now, as the views read it: what a joined record said of itself as a record is nothing to react to.
    const event = joins?.inForce.read(written) ?? written;
    if (!(event.type in reactor.on)) return;
    if (this.parts.effects.includes(reactor as Effect)) {
      const handle = (reactor as Effect).on[event.type] as ((event: Recorded<AnyEvent>, more: EffectMore) => Promise<void>) | undefined;
      await handle?.(event, { again });
      return;
    }
    for (const { commandId, type, data } of followUpsOf(reactor as Reactor, event, this.parts.world)) {
      const envelope = { commandId, type, stampedAt: this.parts.world.now(), data };
      const answer = await this.parts.dispatcher.dispatch(envelope, HUB, { causationId: event.id, after: event.position });
      if (answer.outcome === 'accepted') continue;
      if (UNDECIDED.has(answer.code)) throw new Error('The command was not decided in time.');
      if (answer.code === 'COMMAND.CLOCK_WRONG') throw new Error('The clock is wrong.');
      // A rule that says no has the last word: another was quicker, or the world has moved on.
      this.parts.logger.info('A reaction was refused.', { reactor: reactor.name, event: event.id, command: type, code: answer.code });
    }
  }

  /** Where the reactor that is furthest back stands; from the start if one is new. */
  #earliest(): Position | undefined {
    const positions = this.#all.map(({ name }) => this.#positions[name]);
    return positions.includes(undefined) ? undefined : positions.sort()[0];
  }

  /** The last event that is too long ago to be reacted to now, or that was `done` anyway. */
  #passOver({ after, through }: Told): void {
    if (after === undefined || through === undefined) return;
    for (const { name } of this.#all) {
      const reached = this.#positions[name];
      if (reached !== undefined && reached >= after && reached < through) this.#positions[name] = through;
    }
  }

  async #longAgo(done: Position | undefined): Promise<Position | undefined> {
    const since = new Date(Date.parse(this.parts.world.now()) - REACT_BACK_MS).toISOString();
    let before = done;
    for await (const events of this.parts.log.readAll(done === undefined ? {} : { after: done })) {
      for (const { at, position } of events) {
        if (at >= since) return before;
        before = position;
      }
    }
    return before;
  }

  #save(): Promise<void> {
    const progress: Progress = { positions: this.#positions, aside: this.#aside, reached: this.#reached };
    return this.parts.checkpoints.save(progress);
  }
}

const pauseUntil = (milliseconds: number, signal: AbortSignal): Promise<unknown> => pause(milliseconds, undefined, { signal });
