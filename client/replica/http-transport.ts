import type { Socket } from 'socket.io-client';
import {
  SOCKET,
  type ChangesMessage,
  type LineFor,
  type ResumeAnswer,
  type ResumeRequest,
  type WatchRequest,
} from '@alongside/domain/protocol/messages.js';
import { createBackOff } from './back-off.js';
import { Unreachable, type Ask, type Live, type LiveHandlers, type Reply, type Transport } from './transport.js';

/** How long an answer to `resume` or `watch` may take, in milliseconds, before the line is opened afresh. */
const RESUME_LIMIT_MS = 15_000;
const LINE = { transports: ['websocket', 'polling'], reconnectionDelayMax: 10_000 };
/** How long a request may take, in milliseconds; uploads take as long as the file does. */
const ASK_LIMIT_MS = 30_000;

/** The caller may give up earlier, but nobody waits for ever. */
function limited(signal: AbortSignal | undefined, upload: boolean): AbortSignal | null {
  if (upload) return signal ?? null;
  const limit = AbortSignal.timeout(ASK_LIMIT_MS);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}

async function ask({ method, path, body, headers, signal }: Ask): Promise<Reply> {
  const raw = body instanceof Blob || body instanceof FormData;
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: limited(signal, raw),
      headers: {
        accept: 'application/json',
        ...(method === 'GET' ? {} : { 'x-alongside': '1' }),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined };
  } catch (error) {
    throw new Unreachable('The hub could not be reached.', { cause: error });
  }
}

/** Opens the socket when its code has arrived: it is not needed for the first paint. */
function live(handlers: LiveHandlers, person?: string): Live {
  let socket: Socket | undefined;
  let closed = false;
  // Socket.IO tries again by itself while the network is at fault, and never after the hub refused or closed the line.
  const again = createBackOff(() => !closed && socket?.connect());
  void import('socket.io-client')
    .then(({ io }) => {
      if (closed) return;
      socket = io({ ...LINE, ...(person !== undefined && { auth: { person } satisfies LineFor }) });
      const tryAgain = () => {
        if (!closed && !socket?.active) again.later();
      };
      socket.on('connect', () => {
        again.reset();
        handlers.connected();
      });
      socket.on('disconnect', () => {
        handlers.lost();
        tryAgain();
      });
      socket.on('connect_error', ({ message }) => {
        handlers.lost();
        if (message === SOCKET.signedOut) return handlers.signedOut();
        handlers.notOpened();
        tryAgain();
      });
      socket.on(SOCKET.changes, (message: ChangesMessage) => handlers.changes(message));
      socket.on(SOCKET.signedOut, handlers.signedOut);
    })
    // Without its code there is no live line in this visit; reads and commands go on without it.
    .catch(handlers.lost);
  const say = async (what: string, request: ResumeRequest | WatchRequest): Promise<ResumeAnswer> => {
    if (!socket) throw new Unreachable('The line is not open.');
    const answer: unknown = await socket
      .timeout(RESUME_LIMIT_MS)
      .emitWithAck(what, request)
      .catch((error: unknown) => {
        if (!closed) socket?.disconnect().connect();
        throw new Unreachable('The hub did not answer.', { cause: error });
      });
    if (isResumed(answer)) return answer;
    throw new Unreachable('The hub did not let the line go on.');
  };
  return {
    resume: (request) => say(SOCKET.resume, request),
    watch: (request) => say(SOCKET.watch, request),
    close: () => {
      closed = true;
      again.reset();
      socket?.disconnect();
    },
  };
}

/** Anything else is a refusal: too often, or no session any more. */
const isResumed = (answer: unknown): answer is ResumeAnswer =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && (answer.kind === 'resumed' || answer.kind === 'reset');

/** The hub that served this page, by HTTP and Socket.IO with the session's cookie. */
export const httpTransport: Transport = { ask, live };
