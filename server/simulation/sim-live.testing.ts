import type { ResumeAnswer, ResumeRequest, WatchRequest } from '@alongside/domain/protocol/messages.js';
import { Unreachable, type Live, type LiveHandlers } from '../../client/replica/transport.js';
import { copyOf, travelMs, type LineParts } from './weather.testing.js';

/** How long a tab waits before it opens a line anew, in milliseconds, at least and at most. */
const RECONNECT_MS = { least: 600, most: 1_800 };
/** How long a broken line goes unnoticed at most, by the tab and by the hub, in milliseconds. */
const UNNOTICED_MS = { tab: 3_000, hub: 5_000 };
/** As `client/replica/http-transport.ts` has it, in milliseconds. */
const RESUME_LIMIT_MS = 15_000;

/** How much likelier a line breaks while it catches up: that is when a part may be taken for the whole. */
const CATCHING_UP_BREAKS_TIMES = 4;

type Carry = (run: () => void) => void;

/** One connection, from its beginning to its end. What it carries arrives in order, or not at all. */
interface Connection {
  id: string;
  readonly up: Carry;
  readonly down: Carry;
  /** Nothing arrives any more; the tab may not have noticed. */
  broken: boolean;
  readonly unanswered: Set<(error: Unreachable) => void>;
}

/** The live line of one tab, as Socket.IO keeps it: in order, broken now and then, opened again by itself. */
export class SimLive implements Live {
  #connection: Connection | undefined;
  #closed = false;

  constructor(
    private readonly parts: LineParts,
    private readonly handlers: LiveHandlers,
    private readonly person: string | undefined,
  ) {
    this.#open();
  }

  /** Breaks the connection; either end notices in its own time. */
  break(connection = this.#connection): void {
    if (!connection || connection.broken) return;
    const { time, chance, hub } = this.parts;
    this.#end(connection, chance.between(0, UNNOTICED_MS.tab));
    time.after(chance.between(0, UNNOTICED_MS.hub), () => hub.leave(connection.id));
  }

  resume(request: ResumeRequest): Promise<ResumeAnswer> {
    return this.#ask('resumes', request, (id) => this.parts.hub.resume(id, request));
  }

  watch(request: WatchRequest): Promise<ResumeAnswer> {
    return this.#ask('watches', request, (id) => this.parts.hub.watch(id, request));
  }

  #ask(
    what: string,
    request: unknown,
    send: (connection: string) => Promise<ResumeAnswer | { readonly kind: 'refused' }>,
  ): Promise<ResumeAnswer> {
    const { time } = this.parts;
    const connection = this.#connection;
    if (!connection) return Promise.reject(new Unreachable('The line is not open.'));
    this.#say(what, request);
    return new Promise<ResumeAnswer>((resolve, reject) => {
      const fail = (error: Unreachable) => {
        settled();
        reject(error);
      };
      const giveUp = time.after(RESUME_LIMIT_MS, () => {
        fail(new Unreachable('The hub did not answer.'));
        this.#end(connection, 0);
      });
      const settled = () => {
        giveUp();
        connection.unanswered.delete(fail);
      };
      connection.unanswered.add(fail);
      connection.up(() => {
        void send(connection.id).then((answer) =>
          connection.down(() => {
            this.#say('is told', answer);
            settled();
            if (answer.kind === 'refused') reject(new Unreachable('The hub did not let the line go on.'));
            else resolve(answer);
          }),
        );
      });
    });
  }

  close(): void {
    const { time, hub } = this.parts;
    this.#closed = true;
    this.#say('closed');
    const connection = this.#connection;
    if (!connection) return;
    this.#end(connection, 0);
    time.after(travelMs(this.parts), () => hub.leave(connection.id));
  }

  #open(): void {
    const { time, place } = this.parts;
    if (this.#closed) return;
    if (!place.online) return this.#openLater();
    const { cookie } = place;
    time.after(travelMs(this.parts), () => this.#arrive(cookie));
  }

  #openLater(): void {
    const { time, chance } = this.parts;
    time.after(chance.between(RECONNECT_MS.least, RECONNECT_MS.most), () => this.#open());
  }

  /** The hub is asked for a connection. */
  #arrive(cookie: string | undefined): void {
    const { hub, place } = this.parts;
    if (this.#closed) return;
    if (!place.online) return this.#openLater();
    const connection: Connection = {
      id: '',
      up: this.#carrier(() => connection),
      down: this.#carrier(() => connection),
      broken: false,
      unanswered: new Set(),
    };
    const id = hub.connect(cookie, this.person, {
      changes: (message) => {
        const arriving = copyOf(message);
        connection.down(() => {
          this.#say('hears', arriving);
          this.handlers.changes(arriving);
        });
      },
      signedOut: () =>
        connection.down(() => {
          this.#say('hears that its session ended');
          this.handlers.signedOut();
          this.#end(connection, 0);
        }),
      cut: () => connection.down(() => this.#end(connection, 0)),
    });
    if (id === undefined) return connection.down(() => this.#refused());
    connection.id = id;
    connection.down(() => {
      this.#connection = connection;
      this.#say('connected', id);
      this.handlers.connected();
    });
  }

  #refused(): void {
    this.#say('is refused');
    if (this.#closed) return;
    // As where the session ends between the upgrade and its greeting. Before the upgrade ([RP27]) is for the replica's own specs.
    this.handlers.lost();
    this.handlers.signedOut();
  }

  #end(connection: Connection, noticedMs: number): void {
    if (connection.broken) return;
    connection.broken = true;
    const { time } = this.parts;
    time.after(noticedMs, () => {
      if (this.#connection === connection) this.#connection = undefined;
      for (const fail of connection.unanswered) fail(new Unreachable('The line broke.'));
      if (this.#closed) return;
      this.#say('lost');
      this.handlers.lost();
      this.#openLater();
    });
  }

  #carrier(of: () => Connection): Carry {
    const { time, arrived, chance, weather } = this.parts;
    const lagMs = chance.percent(weather.lagsPercent) ? chance.between(200, 2_500) : 0;
    let lastMs = 0;
    return (run) => {
      const lateMs = weather.lagsPercent === 0 ? 0 : lagMs;
      lastMs = Math.max(lastMs, time.elapsedMs + travelMs(this.parts) + lateMs);
      time.after(lastMs - time.elapsedMs, () => {
        if (this.#closed || of().broken) return;
        const whileCatchingUp = of().unanswered.size > 0 ? CATCHING_UP_BREAKS_TIMES : 1;
        if (chance.percent(weather.breaksPercent * whileCatchingUp)) return this.break(of());
        run();
        arrived();
      });
    };
  }

  #say(...what: readonly unknown[]): void {
    this.parts.trace.say(`${this.parts.name} line`, ...what);
  }
}
