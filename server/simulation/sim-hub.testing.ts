import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import {
  PERSON_HEADER,
  type ChangesMessage,
  type Envelope,
  type ResumeAnswer,
  ROWS_VERSION_HEADER,
  type ResumeRequest,
  type WatchRequest,
} from '@alongside/domain/protocol/messages.js';
import { senderBy } from '../identity/sessions.js';
import { checkEvent, eventShapeOf, parseEvent, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { Projector } from '@alongside/projections/engine/projector.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { allViews, PUBLIC_VIEWS } from '@alongside/projections/views/index.js';
import type { Ask, Reply } from '../../client/replica/transport.js';
import { httpStatusOf } from '../commands/answers.js';
import { Dispatcher } from '../commands/dispatcher.js';
import { hubRules } from '../commands/hub-rules.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { Keyring } from '../privacy/keyring.js';
import { masterKey } from '../privacy/master-key.js';
import { SealedLog } from '../privacy/sealed-log.js';
import { waitedFor } from '../queries/after-header.js';
import { Audience, sentRow } from '../queries/audience.js';
import { CAUGHT_UP_LIMIT_MS, viewReaderOf, type LiveViews } from '../queries/live-views.js';
import { readQuery } from '../queries/read-query.js';
import { mustUnderstand, understoodOf } from '../queries/rows-version.js';
import { FanOut } from '../realtime/fan-out.js';
import { SimSessions } from './sim-sessions.testing.js';
import type { Told } from './told.testing.js';
import type { Trace } from './trace.testing.js';
import type { VirtualTime } from './virtual-time.testing.js';

/** The views that people read in a simulation, and those by which the hub knows them. */
const KEPT = new Set(['access', 'account', 'institution', 'member', 'membership', 'mentorship', 'person', 'reflection', 'roster']);
const VIEWS = allViews.filter(({ name }) => KEPT.has(name));
/** Small, so that returning clients are caught up in several messages, and told to read afresh, all the time. */
const FAN_OUT_LIMITS = { resumeChanges: 14, messageChanges: 1, accessRows: 9, keptScopes: 1_000 };
/** Between pages of rows that came into sight, so that everything else can come between them. */
const PAGE_MS = 7;
const JOURNAL_LIMIT_CHANGES = 30;
/** As `server/realtime/gateway.ts` has it, in milliseconds. */
const PROGRESS_INTERVAL_MS = 1_000;
const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');

/** The client's end of a live connection, as the hub sees it. */
export interface Wire {
  readonly changes: (message: ChangesMessage) => void;
  readonly signedOut: () => void;
  readonly cut: () => void;
}
interface Connection {
  readonly person: PersonId;
  readonly token: string;
  readonly wire: Wire;
}

/** What a request came to. `cookie`: the session to keep from here on; `null` to keep none. */
export interface Answered {
  readonly reply: Reply;
  readonly cookie?: string | null;
}

export interface SimHubParts {
  readonly time: VirtualTime;
  readonly trace: Trace;
  readonly told: Told;
  /** A fault to be found: what catches a client up says from its first part on that all of it has arrived. */
  readonly claimsTooMuch: boolean;
}

const NOT_SIGNED_IN: Answered = { reply: { status: 401, body: { code: 'SESSION.NONE', message: 'Sign in.' } } };

/** The hub without its HTTP: the real command path, projections, audiences and fan-out, over a log and views in memory. */
export class SimHub {
  readonly sessions = new SimSessions();
  /** Each command that reached the dispatcher, in the order in which it did, with who gave it. */
  readonly given: { readonly commandId: string; readonly by: PersonId }[] = [];
  readonly #connections = new Map<string, Connection>();
  readonly #fanOut: FanOut;
  #connected = 0;
  #progressDue = false;
  #claimed: Position | undefined;

  private constructor(
    private readonly parts: SimHubParts,
    readonly log: SealedLog<AnyEvent>,
    readonly views: LiveViews,
    readonly dispatcher: Dispatcher<AnyEvent>,
    readonly audience: Audience,
    private readonly stop: () => Promise<void>,
  ) {
    this.#fanOut = new FanOut(
      views,
      audience,
      { send: (ids, message) => this.#send(ids, message), drop: (id) => this.#cut(id) },
      FAN_OUT_LIMITS,
      (run) => void parts.time.after(PAGE_MS, run),
    );
    views.onChanges((changes, through) => {
      this.#fanOut.publish(changes, through);
      this.#tellProgress();
    });
  }

  static async open(parts: SimHubParts): Promise<SimHub> {
    const now = () => parts.time.now().toISOString() as Instant;
    const events = new MemoryEventStore();
    const keyring = new Keyring(events, await masterKey(MASTER_KEY, ''), now);
    const log = new SealedLog<AnyEvent>(events, keyring, { shapeOf: eventShapeOf, parse: parseEvent, check: checkEvent });
    const store = new MemoryViewStore({ journalLimitChanges: JOURNAL_LIMIT_CHANGES });
    const projector = new Projector({
      feed: log,
      store,
      views: VIEWS,
      now: () => parts.time.now().getTime(),
      report: (trouble) => {
        throw new Error(`The views of a simulated hub met trouble: ${JSON.stringify(trouble)}`);
      },
    });
    const views: LiveViews = {
      store,
      through: () => projector.through,
      caughtUp: (position) => projector.caughtUpTo(position, CAUGHT_UP_LIMIT_MS),
      onChanges: (listener) => projector.onChanges(listener),
    };
    const look = viewReaderOf(store);
    const nameOf = (email: string) => createHash('sha256').update(email).digest('hex');
    const dispatcher = new Dispatcher<AnyEvent>(log, { ...views, look }, hubRules, { now }, nameOf, 'simulated');
    await projector.start();
    return new SimHub(parts, log, views, dispatcher, new Audience(hubRules.actorOf, look), async () => {
      await projector.close();
      await events.close();
    });
  }

  /** Answers a request that carries this session. */
  async answer({ path, body, headers }: Ask, token: string | undefined): Promise<Answered> {
    const person = senderBy(this.sessions, token, headers?.[PERSON_HEADER]);
    if (path === '/api/sign-in/demo') return this.#welcome(body as { person: PersonId }, token);
    if (path === '/api/sign-out') {
      this.#end(token);
      return { reply: { status: 204, body: undefined }, cookie: null };
    }
    if (!person) return NOT_SIGNED_IN;
    if (path === '/api/session') return { reply: { status: 200, body: this.#session(person) } };
    if (path === '/api/commands') return this.#command(body as Envelope, person, headers);
    return this.#read(new URL(path, 'http://hub'), person, headers);
  }

  /** A live connection that carries this session; undefined where it is none. */
  connect(token: string | undefined, named: string | undefined, wire: Wire): string | undefined {
    const person = senderBy(this.sessions, token, named);
    if (!person || token === undefined) return undefined;
    this.#connected += 1;
    const id = `line-${this.#connected}`;
    this.#connections.set(id, { person, token, wire });
    return id;
  }

  resume(id: string, { views, scopes = [], after, versions }: ResumeRequest): Promise<ResumeAnswer | { readonly kind: 'refused' }> {
    const wanted = [...views.map((view) => ({ view, where: {} })), ...understoodOf(this.views.store, scopes, versions).scopes];
    return this.#inTurn(id, (person) => this.#fanOut.resume(id, person, wanted, after as Position | undefined) ?? { kind: 'refused' });
  }

  watch(id: string, { add, drop, after, versions }: WatchRequest): Promise<ResumeAnswer | { readonly kind: 'refused' }> {
    const { scopes } = understoodOf(this.views.store, add, versions);
    return this.#inTurn(id, () => this.#fanOut.watch(id, scopes, drop, after as Position | undefined) ?? { kind: 'refused' });
  }

  async #inTurn<Said>(id: string, run: (person: PersonId) => Said): Promise<Said | { readonly kind: 'refused' }> {
    const connection = this.#connections.get(id);
    if (!connection || !this.sessions.personOf(connection.token)) return { kind: 'refused' };
    await setImmediate();
    if (!this.#connections.has(id)) return { kind: 'refused' };
    this.#claimed = this.parts.claimsTooMuch ? this.views.through() : undefined;
    const answer = run(connection.person);
    this.#claimed = undefined;
    return answer;
  }

  /** The hub notices that a connection is gone. */
  leave(id: string): void {
    this.#connections.delete(id);
    this.#fanOut.leave(id);
  }

  close(): Promise<void> {
    return this.stop();
  }

  #welcome({ person }: { person: PersonId }, before: string | undefined): Answered {
    this.#end(before);
    return { reply: { status: 200, body: { person } }, cookie: this.sessions.open(person) };
  }

  #end(token: string | undefined): void {
    if (!this.sessions.close(token)) return;
    for (const [id, connection] of this.#connections) {
      if (connection.token !== token) continue;
      this.leave(id);
      connection.wire.signedOut();
    }
  }

  #session(person: PersonId): unknown {
    const { memberships } = this.audience.actor(person);
    const roles = [...new Set(memberships.flatMap((membership) => membership.roles))];
    return { person, name: person, memberships, roles, demo: true };
  }

  async #command(envelope: Envelope, by: PersonId, headers: Ask['headers']): Promise<Answered> {
    this.given.push({ commandId: envelope.commandId, by });
    const after = headers?.['x-alongside-after'] as Position | undefined;
    const answer = await this.dispatcher.dispatch(envelope, by, { after });
    return { reply: { status: httpStatusOf(answer), body: answer } };
  }

  async #read({ pathname, searchParams }: URL, person: PersonId, headers: Ask['headers']): Promise<Answered> {
    const view = decodeURIComponent(pathname.split('/')[3] ?? '');
    const definition = PUBLIC_VIEWS.has(view) ? VIEWS.find(({ name }) => name === view) : undefined;
    const query = readQuery(Object.fromEntries(searchParams), definition ?? { indexes: [] });
    if (!definition || !query.ok) throw new Error(`A simulated client asked for ${view}?${searchParams.toString()}`);
    await waitedFor(this.views, headers?.['x-alongside-after']);
    mustUnderstand(this.views.store, view, headers?.[ROWS_VERSION_HEADER]);
    const rows = this.views.store
      .list(view, { ...query.value, for: [...this.audience.principals(person)] })
      .map((row) => sentRow(view, row));
    for (const row of rows) this.parts.told.note(person, row);
    return { reply: { status: 200, body: { rows, through: this.views.through() ?? null } } };
  }

  #send(ids: readonly string[], message: ChangesMessage): void {
    const said = this.#claimed === undefined ? message : { ...message, through: this.#claimed };
    for (const id of ids) {
      const connection = this.#connections.get(id);
      if (!connection) continue;
      for (const change of said.changes) if (change.kind === 'put') this.parts.told.note(connection.person, change.row);
      connection.wire.changes(said);
    }
  }

  #cut(id: string): void {
    const connection = this.#connections.get(id);
    this.#connections.delete(id);
    connection?.wire.cut();
  }

  #tellProgress(): void {
    if (this.#progressDue) return;
    this.#progressDue = true;
    this.parts.time.after(PROGRESS_INTERVAL_MS, () => {
      this.#progressDue = false;
      this.#fanOut.progress();
    });
  }
}
