import type { z } from 'zod';
import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { countedLately } from '@alongside/domain/kernel/windows.js';
import {
  PROTOCOL_VERSION,
  resumeRequest,
  SOCKET,
  watchRequest,
  type LineFor,
  type ResumeAnswer,
} from '@alongside/domain/protocol/messages.js';
import { sessionView } from '@alongside/projections/views/session.view.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { areRightsKnown, type Following } from '../app/health/rights-known.js';
import { sessionTokenIn } from '../app/signed-in.js';
import { senderBy } from '../identity/sessions.js';
import { understoodOf } from '../queries/rows-version.js';
import { FanOut } from './fan-out.js';
import { shareEncoding } from './shared-encoding.js';
import { Turns } from './turns.js';

/** How often one connection may resume or watch in a minute: after each drop, and whenever its screens keep other rows. */
export const ASKED_LIMIT_PER_MINUTE = 240;
/** How many connections one person may have open: tabs and devices. */
export const CONNECTIONS_LIMIT_PER_PERSON = 40;
/** Clients that no change concerned are told how far the views are, this often at most, in milliseconds. */
export const PROGRESS_INTERVAL_MS = 1_000;
/** How often sessions that ran out are looked for, in milliseconds. Those that are closed are cut off at once. */
export const EXPIRY_INTERVAL_MS = 30_000;
const MINUTE_MS = 60_000;
const HERE = { protocol: PROTOCOL_VERSION };

interface SocketData {
  readonly person: PersonId;
  readonly session: string;
  /** When it resumed or watched in the last minute. */
  asked: readonly number[];
}

/** Too often, or not understood: nothing was done. */
interface Refused {
  readonly kind: 'refused';
  readonly code: string;
}

/** What it takes of the hub. */
interface Parts extends Pick<HubParts, 'views' | 'logger'>, Following {
  /** How the hub is reached, which says what its cookie is called. */
  readonly config: Pick<HubParts['config'], 'publicUrl'>;
  readonly audience: Pick<HubParts['audience'], 'principals'>;
  readonly sessions: Pick<HubParts['sessions'], 'personOf' | 'keptOf' | 'hashOf' | 'onRevoked'>;
  readonly projector: Pick<HubParts['projector'], 'onServed' | 'stopped'>;
}

type HubSocket = Socket<Record<string, never>, Record<string, (message?: unknown) => void>, Record<string, never>, SocketData>;

/** Live updates: a connection belongs to a session, resumes from a position, and hears what its person may see. */
@WebSocketGateway()
export class Gateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, OnApplicationShutdown {
  readonly #fanOut: FanOut;
  readonly #turns = new Turns();
  /** How many connections each person has open. */
  readonly #connections = new Map<PersonId, number>();
  readonly #stop: (() => void)[] = [];
  #server: Server | undefined;
  #progressDue = false;

  constructor(@Inject(HUB_PARTS) private readonly hub: Parts) {
    this.#fanOut = new FanOut(hub.views, hub.audience, {
      send: (ids, message) => this.#server?.to([...ids]).emit(SOCKET.changes, message),
      // Only the transport is closed: a client that is disconnected by name would not come back by itself.
      drop: (id) => this.#server?.sockets.sockets.get(id)?.conn.close(),
    });
  }

  /** How many browsers are connected. */
  get size(): number {
    return this.#server?.engine.clientsCount ?? 0;
  }

  afterInit(server: Server): void {
    this.#server = server;
    shareEncoding(server.encoder);
    server.use((socket: HubSocket, next) => {
      const token = sessionTokenIn(socket.handshake.headers.cookie, this.hub.config);
      const person = this.#personOf(socket);
      if (!person || !token) return next(new Error(SOCKET.signedOut));
      if (!areRightsKnown(this.hub)) return next(new Error('rights-not-known'));
      if ((this.#connections.get(person) ?? 0) >= CONNECTIONS_LIMIT_PER_PERSON) return next(new Error('too-many-connections'));
      socket.data = { person, session: this.hub.sessions.hashOf(token), asked: [] };
      next();
    });
    this.#stop.push(
      this.hub.sessions.onRevoked((session) => this.#signOut((data) => data.session === session)),
      this.hub.views.onChanges((changes, through) => {
        this.#fanOut.publish(changes, through);
        this.#progressDue = true;
      }),
      this.hub.projector.onServed((view) => this.#replaced(view)),
      every(PROGRESS_INTERVAL_MS, () => {
        if (!this.#progressDue) return;
        this.#progressDue = false;
        this.#fanOut.progress();
      }),
      every(EXPIRY_INTERVAL_MS, () => this.#signOutEnded()),
    );
  }

  /** Nothing is sent until the client says where it stands. */
  handleConnection({ data: { person } }: HubSocket): void {
    this.#connections.set(person, (this.#connections.get(person) ?? 0) + 1);
  }

  handleDisconnect({ id, data: { person } }: HubSocket): void {
    this.#fanOut.leave(id);
    const left = (this.#connections.get(person) ?? 1) - 1;
    if (left > 0) this.#connections.set(person, left);
    else this.#connections.delete(person);
  }

  @SubscribeMessage(SOCKET.resume)
  resume(@ConnectedSocket() socket: HubSocket, @MessageBody() body: unknown): Promise<ResumeAnswer | Refused> {
    return this.#inTurn(socket, resumeRequest, body, (person, { views, scopes: some = [], after, versions }) => {
      const wanted = [...views.map((view) => ({ view, where: {} })), ...some];
      const { scopes, differing } = understoodOf(this.hub.views.store, wanted, versions);
      const answer = this.#fanOut.resume(socket.id, person, scopes, after as Position | undefined);
      return answer ? { ...answer, ...HERE, ...differing } : { kind: 'refused', code: 'SOCKET.TOO_MUCH' };
    });
  }

  @SubscribeMessage(SOCKET.watch)
  watch(@ConnectedSocket() socket: HubSocket, @MessageBody() body: unknown): Promise<ResumeAnswer | Refused> {
    return this.#inTurn(socket, watchRequest, body, (_, { add, drop, after, versions }) => {
      const { scopes, differing } = understoodOf(this.hub.views.store, add, versions);
      const answer = this.#fanOut.watch(socket.id, scopes, drop, after as Position | undefined);
      if (answer) return { ...answer, ...HERE, ...differing };
      return { kind: 'refused', code: this.#fanOut.knows(socket.id) ? 'SOCKET.TOO_MUCH' : 'SOCKET.RESUME_FIRST' };
    });
  }

  /** Does what a client asks of its line, in a turn of the loop of its own. */
  async #inTurn<Request>(
    socket: HubSocket,
    shape: z.ZodType<Request>,
    body: unknown,
    run: (person: PersonId, request: Request) => ResumeAnswer | Refused,
  ): Promise<ResumeAnswer | Refused> {
    const now = Date.now();
    socket.data.asked = [...countedLately(socket.data.asked, now, MINUTE_MS), now];
    if (socket.data.asked.length > ASKED_LIMIT_PER_MINUTE) return { kind: 'refused', code: 'SOCKET.TOO_OFTEN' };
    const request = shape.safeParse(body);
    if (!request.success) return { kind: 'refused', code: 'SOCKET.INVALID' };
    const person = this.#personOf(socket);
    if (!person) {
      this.#signOut((_, other) => other.id === socket.id);
      return { kind: 'refused', code: 'SESSION.NONE' };
    }
    if (!areRightsKnown(this.hub)) return { kind: 'refused', code: 'HUB.CANNOT_READ' };
    // Committing and sending share one turn of the loop, and a client must not be caught up between them.
    await this.#turns.next();
    if (!socket.connected) return { kind: 'refused', code: 'SOCKET.GONE' };
    try {
      return run(person, request.data);
    } catch (error) {
      this.hub.logger.error('A client could not be brought up to date.', failureFields(error));
      // It hears nothing until it was brought up to date: there would be a gap. A client that is refused asks again, a little later each time.
      this.#fanOut.leave(socket.id);
      return { kind: 'refused', code: 'SOCKET.FAILED' };
    }
  }

  onApplicationShutdown(): void {
    for (const stop of this.#stop) stop();
  }

  /** Asked anew each time: a session ends without this process being told when its time is up. */
  #personOf(socket: HubSocket): PersonId | undefined {
    const { auth, headers } = socket.handshake;
    return senderBy(this.hub.sessions, sessionTokenIn(headers.cookie, this.hub.config), (auth as Partial<LineFor>).person);
  }

  #signOut(whose: (data: SocketData, socket: HubSocket) => boolean): void {
    for (const socket of Array.from(this.#sockets())) {
      if (!whose(socket.data, socket)) continue;
      this.#fanOut.leave(socket.id);
      socket.emit(SOCKET.signedOut);
      socket.disconnect(true);
    }
  }

  /** A view that was built again serves from now on: what was read from the one before may be wrong, who is signed in included. */
  #replaced(view: string): void {
    if (view === sessionView.name) {
      this.#signOutEnded();
      this.#dropOthers();
    }
    this.#fanOut.replaced(view);
  }

  #signOutEnded(): void {
    this.#signOut((_, socket) => this.#personOf(socket) === undefined);
  }

  /** A session of a record that was joined is the kept person's: its client comes back as them. */
  #dropOthers(): void {
    for (const socket of Array.from(this.#sockets())) {
      const person = this.#personOf(socket);
      if (person !== undefined && person !== socket.data.person) socket.conn.close();
    }
  }

  #sockets(): Iterable<HubSocket> {
    return (this.#server?.sockets.sockets.values() ?? []) as Iterable<HubSocket>;
  }
}

function every(intervalMs: number, task: () => void): () => void {
  const timer = setInterval(task, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
