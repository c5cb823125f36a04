import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { createHash, randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, Instant, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { canonicalJson } from '@alongside/domain/kernel/canonical.js';
import { HUB, type Command, type Event } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import { comesAfterErasure } from '@alongside/domain/policies/erased.js';
import { waitsForJoin } from '@alongside/domain/policies/waits-for-join.js';
import { whyNotForGood } from '@alongside/domain/policies/fresh-sign-in.js';
import type { Answer, Envelope } from '@alongside/domain/protocol/messages.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { Clock } from '../app/clock.js';
import type { Outgoing, SealedLog } from '../privacy/sealed-log.js';
import { accepted, rejected, type Rejection } from './answers.js';
import { addressGiven, claimFor, type AddressClaim, type NameOfAddress } from './addresses.js';
import { eventIdOf } from './derived-ids.js';
import { Queues } from './queues.js';
import { commandIdIn, readCommand, type ReadCommand } from './read-command.js';
import { Recent } from './recent.js';
import type { Rules } from './rules.js';
import { StreamMemory, type Folded } from './stream-memory.js';

/** How often one command is decided anew after other processes were quicker, before its sender is asked to try again. */
export const RACE_LIMIT_TRIES = 12;
/** How often a command waits anew as the views tell of others whom it concerns, before it is decided all the same. */
const CONCERNS_LIMIT_TRIES = 3;
/** Whose last write is remembered, so that their next command is decided with it in view. */
const LAST_WRITE_LIMIT_PERSONS = 20_000;
/** Commands that changed nothing leave no event to know them by: so many of the latest are remembered, by this process. */
const UNCHANGED_LIMIT_COMMANDS = 20_000;

/** Facts are gathered here: views, and how far they have come. */
export interface FactSource {
  readonly look: HubReader;
  /** Settles with whether the views have taken in everything up to a position, within a bounded time. */
  caughtUp(position: Position): Promise<boolean>;
  /** How far the views are; absent while nothing has happened. */
  through(): Position | undefined;
}

export interface DispatchOptions {
  /** The event that a reactor follows. */
  readonly causationId?: EventId;
  /** Decide with at least this much of the log in view. */
  readonly after?: Position | undefined;
  /** When the session that gives it last proved who its person is. Absent where no session gives it. */
  readonly signedInAt?: Instant | undefined;
}

interface Sent {
  readonly read: ReadCommand;
  readonly by: PersonId;
  readonly at: Instant;
  readonly options: DispatchOptions;
  /** Type and data as text: equal for a repetition of the same command. Absent where the hub gives it. */
  readonly content: string | undefined;
}

/**
 * The one way to change anything: read a command, gather facts, ask policy and rules, append. Commands of one person, or about the same
 * people, are queued (0033).
 */
export class Dispatcher<E extends Event = Event> {
  readonly #streams: StreamMemory<E>;
  readonly #listeners = new Set<(type: string, outcome: string) => void>();
  readonly #byActor = new Queues<PersonId>();
  readonly #byConcern = new Queues<PersonId>();
  readonly #byStream = new Queues<StreamId>();
  readonly #lastWrite = new Recent<PersonId, Position>(LAST_WRITE_LIMIT_PERSONS);
  readonly #unchanged = new Recent<string, Unchanged>(UNCHANGED_LIMIT_COMMANDS);

  constructor(
    private readonly log: Pick<SealedLog<E>, 'append' | 'readStream' | 'fingerprintOf' | 'matches'>,
    private readonly facts: FactSource,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly nameOfAddress: NameOfAddress,
    /** What tells this process from every other one. */
    private readonly self: string = randomUUID(),
  ) {
    this.#streams = new StreamMemory<E>(log, () => rules.joins?.());
  }

  /** Answers an envelope as it was sent. Refusals are answers; failing disks throw. */
  async dispatch(envelope: Envelope | unknown, by: PersonId, options: DispatchOptions = {}): Promise<Answer> {
    const read = this.read(envelope);
    return read.ok ? this.decide(read.value, by, options) : rejected(commandIdIn(envelope), read.error);
  }

  /** Checks the shape of what was sent. */
  read(envelope: unknown): Result<ReadCommand, Rejection> {
    return readCommand(envelope, this.rules);
  }

  /** Answers a command whose shape was checked. */
  async decide(read: ReadCommand, by: PersonId, options: DispatchOptions = {}): Promise<Answer> {
    if (this.#listeners.size === 0) return this.#decide(read, by, options);
    const tell = (outcome: string) => this.#listeners.forEach((listener) => listener(read.type, outcome));
    try {
      const answer = await this.#decide(read, by, options);
      tell(answer.outcome === 'accepted' ? 'accepted' : answer.code);
      return answer;
    } catch (error) {
      tell('failed');
      throw error;
    }
  }

  /** Hears of each decision: the type of the command, and `accepted`, the code of a refusal or `failed`. */
  onDecided(listener: (type: string, outcome: string) => void): void {
    this.#listeners.add(listener);
  }

  async #decide(said: ReadCommand, sender: PersonId, options: DispatchOptions): Promise<Answer> {
    const { read, by } = this.#asJoined(said, sender);
    // The content is what was sent: a repetition is known by it, also where the first was sent before two records became one.
    const sent: Sent = { read, by, options, at: this.clock.now(), content: contentOf(said, by) };
    const command = commandOf(sent);
    const stream = read.aggregate.streamOf(command);
    if (this.rules.isClosed?.(stream)) return rejected(read.commandId, { code: 'COMMAND.RECORD_DAMAGED' });
    if (await this.rules.isClockWrong?.(read.type, by)) return rejected(read.commandId, { code: 'COMMAND.CLOCK_WRONG' });
    const turn = async () => {
      // Before the stream's queue: a client that names a position that never comes keeps only itself waiting, and nobody else's turn.
      if (options.after !== undefined && !(await this.facts.caughtUp(options.after)))
        return rejected(read.commandId, { code: 'COMMAND.BEHIND' });
      return this.#inTurn(sent, command, stream);
    };
    // The hub is not one person: its reactors and imports need not queue for each other, only for the stream.
    return by === HUB ? turn() : this.#byActor.run(by, turn);
  }

  /** Decides while no other command is decided that is about the same people or of the same stream. */
  async #inTurn(sent: Sent, command: Command, stream: StreamId, tries = 0): Promise<Answer> {
    const concerns = this.#concerns(sent, command);
    const answer = await this.#byConcern.runInAll(concerns, () =>
      this.#byStream.run(stream, () => this.#race(sent, command, stream, tries < CONCERNS_LIMIT_TRIES ? concerns : undefined)),
    );
    return answer ?? this.#inTurn(sent, command, stream, tries + 1);
  }

  #concerns({ read: { aggregate } }: Sent, command: Command): readonly PersonId[] {
    return this.rules.concernsOf?.(aggregate, command, this.facts.look) ?? [];
  }

  /** A browser that was away, or a reactor of another process, may still name a record that was joined. */
  #asJoined(read: ReadCommand, sender: PersonId): Pick<Sent, 'read' | 'by'> {
    const joins = this.rules.joins?.();
    if (!joins) return { read, by: sender };
    return { read: { ...read, data: joins.dataOf(read.aggregate.commands[read.type], read.data) }, by: joins.keptOf(sender) };
  }

  /** Forgets all that is folded: a person was erased, and their words must not stay in memory; or two records became one. */
  forget(): void {
    this.#streams.clear();
    this.#unchanged.clear();
  }

  /** Undefined where others than those of its `turn` are concerned, as the views now say: it waits for their turn as well. */
  async #race(sent: Sent, command: Command, stream: StreamId, turn: readonly PersonId[] | undefined): Promise<Answer | undefined> {
    const { commandId, aggregate } = sent.read;
    const claims: AddressClaim[] = [];
    for (let tries = 0; tries < RACE_LIMIT_TRIES; tries++) {
      const folded = await this.#streams.load(stream, aggregate.decider);
      const before = await this.#answeredBefore(sent, folded);
      if (before) return before;
      const concerns = this.#concerns(sent, command);
      if (!(await this.#inView([sent.by, ...concerns], folded))) return rejected(commandId, { code: 'COMMAND.BEHIND' });
      if (turn && this.#concerns(sent, command).some((person) => !turn.includes(person))) return undefined;
      const answer = await this.#attempt(sent, command, stream, folded, claims);
      if (answer) return this.#withoutClaim(answer, claims.at(-1));
    }
    return rejected(commandId, { code: 'COMMAND.BUSY' });
  }

  /** A refused command needs no address. One that fails or is busy leaves its claim to the hub: it may have been given elsewhere, too. */
  async #withoutClaim(answer: Answer, claim: AddressClaim | undefined): Promise<Answer> {
    if (answer.outcome === 'rejected' && !UNDECIDED.has(answer.code) && claim) await this.#ofAddress('ReleaseAddress', claim);
    return answer;
  }

  /** Under an id of its own each time: a claim that was given up meanwhile must not be answered as before. */
  #ofAddress(type: 'ClaimAddress' | 'ReleaseAddress', data: AddressClaim): Promise<Answer> {
    return this.dispatch({ commandId: uuidv7() as CommandId, type, stampedAt: this.clock.now(), data }, HUB);
  }

  /** Claims the address that a decision gives to a person; why not, where it is another person's. */
  async #claimed(
    { read }: Sent,
    { events, before }: { readonly events: readonly Event[]; readonly before: unknown },
    claims: AddressClaim[],
  ): Promise<Answer | undefined> {
    const given = addressGiven(read.aggregate, events, before);
    if (!given) return undefined;
    const { commandId } = read;
    const claim = claimFor(given, { commandId, at: this.clock.now() }, this.nameOfAddress);
    const answer = await this.#ofAddress('ClaimAddress', claim);
    if (answer.outcome === 'rejected') return { ...answer, commandId };
    claims.push(claim);
    return undefined;
  }

  /** A repetition is answered as before; under a known id, other content is refused, for an “accepted” would lose it. */
  async #answeredBefore({ read: { commandId }, by, content }: Sent, folded: Folded): Promise<Answer | undefined> {
    const seen = folded.commands.get(commandId);
    const idle = this.#unchanged.get(`${by} ${commandId}`);
    if (!seen)
      return idle && (idle.digest === digestOf(content) ? idle.answer : rejected(commandId, { code: 'COMMAND.REPEATED_OTHERWISE' }));
    if (seen.actor !== by) return rejected(commandId, usedBefore('commandId'));
    // Without a fingerprint (an older log, an erased person) nobody can tell: the id alone decides.
    if (content !== undefined && seen.fingerprint && (await this.log.matches(seen.fingerprint, content)) === false)
      return rejected(commandId, { code: 'COMMAND.REPEATED_OTHERWISE' });
    return accepted(commandId, seen.position);
  }

  /** Decides once; undefined where another process was quicker. */
  async #attempt(sent: Sent, command: Command, stream: StreamId, folded: Folded, claims: AddressClaim[]): Promise<Answer | undefined> {
    const { read, by } = sent;
    const { commandId, aggregate } = read;
    const decision = this.#decision(sent, command, stream, folded);
    if (!decision.ok) return rejected(commandId, decision.error);
    // Not the log's head: that may be a key, which the views never reach, and reads would wait for it in vain.
    if (decision.value.length === 0)
      return this.#remembered(sent, accepted(commandId, folded.position ?? this.facts.through() ?? ('' as Position)));
    const events = await this.#known(sent, decision.value);
    const refused = await this.#claimed(sent, { events, before: folded.state }, claims);
    if (refused) return refused;
    const appended = await this.log.append(stream, folded.revision < 0 ? 'noStream' : folded.revision, events);
    if (!appended.ok) return undefined;
    this.#streams.extend(stream, folded, aggregate.decider, events, appended.value);
    for (const person of [by, ...this.#concerns(sent, command)]) this.#lastWrite.set(person, appended.value.position);
    return accepted(commandId, appended.value.position);
  }

  /** The events, the first with the fingerprint by which a repetition of the command is known. */
  async #known({ content }: Sent, events: readonly Outgoing<E>[]): Promise<readonly Outgoing<E>[]> {
    const fingerprint = content !== undefined && (await this.log.fingerprintOf(content, events));
    return fingerprint ? events.map((event, index) => (index === 0 ? { ...event, fingerprint } : event)) : events;
  }

  #decision(
    { read, by, at, options }: Sent,
    command: Command,
    stream: StreamId,
    folded: Folded,
  ): Result<readonly Outgoing<E>[], Rejection> {
    const { aggregate, commandId, type } = read;
    const { look } = this.facts;
    if (comesAfterErasure(command, (person) => this.rules.isErased?.(person, look) ?? false))
      return refuse({ code: 'COMMAND.NOT_ALLOWED' });
    if (waitsForJoin(command, (person) => this.rules.isSwitching?.(person) ?? false)) return refuse({ code: 'COMMAND.BEHIND' });
    const actor = this.rules.actorOf(by, look);
    const { facts, institutions, idInUse } = this.rules.gather(aggregate, command, look, this.facts.through());
    const allowed = aggregate.policies[type]?.(actor, command, folded.state, facts) ?? false;
    if (!allowed) return refuse({ code: 'COMMAND.NOT_ALLOWED' });
    const notForGood = whyNotForGood(command, {
      signedInAt: options.signedInAt,
      addressChangedAt: () => this.rules.addressChangedAt?.(by, look),
    });
    if (notForGood) return refuse({ code: notForGood });
    if (idInUse !== undefined) return refuse(usedBefore(idInUse));
    const decided = aggregate.decider.decide(command, folded.state, facts);
    if (!decided.ok) return decided;
    const common = { at, actor: by, commandId, institutions, ...(options.causationId && { causationId: options.causationId }) };
    return ok(
      decided.value.map((event, index) => ({ ...(event as E), ...common, id: eventIdOf(at, commandId, stream, index, this.self) })),
    );
  }

  /** Facts must be no older than the stream that they are about, and than what these people have just done; `after` was waited for before. */
  async #inView(people: readonly PersonId[], { position }: Folded): Promise<boolean> {
    const done = people.map((person) => (person === HUB ? undefined : this.#lastWrite.get(person)));
    const wanted = [...done, position]
      .filter((one) => one !== undefined)
      .sort()
      .at(-1);
    return wanted === undefined || this.facts.caughtUp(wanted);
  }

  #remembered({ by, content }: Sent, answer: Answer): Answer {
    this.#unchanged.set(`${by} ${answer.commandId}`, { answer, digest: digestOf(content) });
    return answer;
  }
}

/** No rule said no: others were quicker each time, or what is seen lags behind what is saved. It may be asked again. */
export const UNDECIDED: ReadonlySet<string> = new Set(['COMMAND.BUSY', 'COMMAND.BEHIND']);

const usedBefore = (field: string): Rejection => ({
  code: 'COMMAND.INVALID',
  problems: [{ field, message: 'This id is already in use.' }],
});

const commandOf = ({ read, by, at }: Sent): Command => ({ type: read.type, by, at, on: dayOf(at), data: read.data });

/** A command that changed nothing, and a digest of what it asked for. */
interface Unchanged {
  readonly answer: Answer;
  readonly digest: string;
}

// The hub’s ids follow from what its commands follow from: the first process decides, and another process may know more by then.
const contentOf = ({ type, data }: ReadCommand, by: PersonId): string | undefined => (by === HUB ? undefined : canonicalJson([type, data]));

const digestOf = (content: string | undefined): string =>
  createHash('sha256')
    .update(content ?? '')
    .digest('base64url');
