import type { ChangesMessage, ResumeAnswer, ResumeRequest, WatchRequest } from '@alongside/domain/protocol/messages.js';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON; a `Blob` or `FormData` as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** What came back, whatever its status. `body` is parsed JSON, or `undefined` where there was none. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** The hub could not be reached: no network, no answer, or not ours. Nothing is known of what became of the request. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Another person was at the keyboard when the answer came, so it is nobody's. The person there now may ask the same. */
export class Overtaken extends Unreachable {}

export interface LiveHandlers {
  readonly connected: () => void;
  readonly lost: () => void;
  /** It could not be opened, and a browser is not told why: the network, or a hub that lets nobody in without a session. */
  readonly notOpened: () => void;
  readonly changes: (message: ChangesMessage) => void;
  readonly signedOut: () => void;
}

/** An open line on which changed rows arrive. It reconnects by itself and says `connected` each time. */
export interface Live {
  readonly resume: (request: ResumeRequest) => Promise<ResumeAnswer>;
  /** Keeps more, or less, once the line has resumed. */
  readonly watch: (request: WatchRequest) => Promise<ResumeAnswer>;
  readonly close: () => void;
}

/** The one way out of the browser: everything the replica knows of the network. Specs give it a small hub of their own. */
export interface Transport {
  /** Throws `Unreachable`, and nothing else. */
  readonly ask: (ask: Ask) => Promise<Reply>;
  /** `person`: for whom it is; one that the hub would open for another person is refused as signed out. */
  readonly live: (handlers: LiveHandlers, person?: string) => Live;
}
