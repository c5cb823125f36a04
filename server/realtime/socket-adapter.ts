import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { refuseHandshake } from './refuse-handshake.js';
import { Turns } from './turns.js';

/** How much one message from a client may weigh, in bytes: it names each row that is on its screens, some ten thousand at most. */
export const SOCKET_MESSAGE_LIMIT_BYTES = 1024 * 1024;

/**
 * Where a websocket may begin. Others are cut off at once: unanswered, their line would stay open without signing in. Shared documents add
 * their own path.
 */
const SOCKET_PATHS: readonly string[] = ['/socket.io/'];

// As the adapter's own copy of Socket.IO types them.
type Options = NonNullable<Parameters<IoAdapter['createIOServer']>[1]>;

type Decide = (error: string | null | undefined, allowed: boolean) => void;

/** Socket.IO on the hub's own HTTP server, within limits, for pages of the hub itself and people who are signed in. */
export class SocketAdapter extends IoAdapter {
  /** Everybody comes at once after a restart: beginning a connection takes about a millisecond. */
  readonly #turns = new Turns();

  constructor(
    app: INestApplicationContext,
    private readonly publicUrl: string | undefined,
    /** Whether the cookies of a request are those of a session that is open. */
    private readonly isSignedIn: (cookies: string | undefined) => boolean,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: Options): ReturnType<IoAdapter['createIOServer']> {
    (this.httpServer as Server).on('upgrade', minded);
    return super.createIOServer(port, {
      ...options,
      serveClient: false,
      // It would close only its half of the line, a second later: `minded` does better.
      destroyUpgrade: false,
      maxHttpBufferSize: SOCKET_MESSAGE_LIMIT_BYTES,
      perMessageDeflate: false,
      cors: { origin: false },
      allowRequest: (request: IncomingMessage, decide: Decide) => void this.#turns.next().then(() => this.#allow(request, decide)),
    } as Options);
  }

  #allow(request: IncomingMessage, decide: Decide): void {
    if (!isOwnPage(request.headers, this.publicUrl)) return decide(null, false);
    try {
      if (this.isSignedIn(request.headers.cookie)) return decide(null, true);
    } catch {
      // Sessions that cannot be read are told of by Hub status; a line that is not answered would stay open.
      return decide(null, false);
    }
    refuseHandshake(request, () => decide(null, false));
  }
}

function minded({ url }: IncomingMessage, line: Duplex): void {
  // Until a websocket has it nobody else listens: a client that resets it while it waits must not end the process.
  line.on('error', () => line.destroy());
  if (!SOCKET_PATHS.some((path) => url?.startsWith(path))) line.destroy();
}

/**
 * Whether a request comes from a page of this hub. Browsers always send an origin; a client without one has no person’s cookie to misuse.
 */
export function isOwnPage({ origin, host }: IncomingMessage['headers'], publicUrl: string | undefined): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === new URL(origin).origin);
}
