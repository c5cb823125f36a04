import { z } from 'zod';
import { commandId, instant, type CommandId, type Position } from '../kernel/brand.js';

/** What a client posts to `/api/commands`: stamped once when the person acted, then sent unchanged until it is answered. */
export const envelope = z.object({
  commandId,
  type: z.string().max(60),
  /** When the person acted, by their own clock. The server decides with its own. */
  stampedAt: instant,
  data: z.unknown(),
});
export type Envelope = z.infer<typeof envelope>;

/** One thing wrong with what a user typed: the path of the field and a sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export type Answer =
  | { readonly outcome: 'accepted'; readonly commandId: CommandId; readonly position: Position }
  | {
      readonly outcome: 'rejected';
      readonly commandId: CommandId;
      readonly code: string;
      readonly message: string;
      readonly field?: string;
      readonly problems?: readonly FieldProblem[];
    };

/** One row as it travels to a client that may see it. */
export interface SentRow {
  readonly view: string;
  readonly id: string;
  /** The event that last changed it. */
  readonly position: Position;
  readonly data: unknown;
}

/** A row that changed, or one that the client may no longer see. */
export type RowChange =
  | { readonly kind: 'put'; readonly row: SentRow }
  /** `position`: the event that made it so, where that lies beyond the message's `through`. */
  | { readonly kind: 'gone'; readonly view: string; readonly id: string; readonly position?: Position };

/** How many scopes one message may name, and how many ids or fields one scope. */
export const SCOPES_LIMIT = 2_000;
export const SCOPE_LIMIT_IDS = 5_000;
export const SCOPE_LIMIT_FIELDS = 6;
const lookedUp = z.string().max(200);
const valuesOf = z.record(z.string().max(60), lookedUp).refine((where) => Object.keys(where).length <= SCOPE_LIMIT_FIELDS);
/**
 * Rows of a view that a client keeps live, of those that its person may see: these by id, or those whose indexed fields equal these.
 * `where: {}`: all.
 */
export const scope = z.union([
  z.object({ view: z.string().max(60), ids: z.array(lookedUp).max(SCOPE_LIMIT_IDS) }).strict(),
  z.object({ view: z.string().max(60), where: valuesOf }).strict(),
]);
export type Scope = z.infer<typeof scope>;

/** Server to client. `through`: everything up to here has been sent. */
export interface ChangesMessage {
  readonly through: Position;
  readonly changes: readonly RowChange[];
}

/** Names of the Socket.IO events, in one place for both ends. */
export const SOCKET = {
  /** client → server, acknowledged with `ResumeAnswer`. */
  resume: 'resume',
  /** client → server, after `resume`: keeps more rows live, or fewer; acknowledged with `ResumeAnswer`. */
  watch: 'watch',
  /** server → client, a `ChangesMessage`. */
  changes: 'changes',
  /** server → client: the session ended; nothing more will come. */
  signedOut: 'signed-out',
} as const;

/** What the client's code was built with, where it says so: the protocol, and the version of the rows of each view that it names. */
const spoken = {
  protocol: z.number().int().optional(),
  versions: z.record(z.string().max(60), z.number().int()).optional(),
};
/**
 * `after`: the last position the client has in full; absent when it starts with nothing. `views`: those it keeps live as a whole; `scopes`:
 * what it keeps live of others.
 */
export const resumeRequest = z.object({
  after: z.string().max(64).optional(),
  views: z.array(z.string().max(60)).max(60),
  scopes: z.array(scope).max(SCOPES_LIMIT).optional(),
  ...spoken,
});
/** Changes what is kept live. `after`: the last position of which the client has the added rows in full. */
export const watchRequest = z.object({
  after: z.string().max(64).optional(),
  add: z.array(scope).max(SCOPES_LIMIT),
  drop: z.array(scope).max(SCOPES_LIMIT),
  ...spoken,
});
export type WatchRequest = z.infer<typeof watchRequest>;
export type ResumeRequest = z.infer<typeof resumeRequest>;
/**
 * `reset`: too far behind for single rows, so read afresh from `through`. `newer`, `older`: views whose rows the client knows in another
 * version, so none are kept live.
 */
export type ResumeAnswer = {
  readonly kind: 'resumed' | 'reset';
  readonly through: Position | null;
  readonly protocol?: number;
  readonly newer?: readonly string[];
  readonly older?: readonly string[];
};

/**
 * Names the person for whom a tab asks. All tabs share a session: after another person signs in, requests of the old tab are answered as
 * signed out.
 */
export const PERSON_HEADER = 'x-alongside-person';
/** What a live line says as it opens: the same person. */
export interface LineFor {
  readonly person: string;
}

/** Which version of a view's rows a read understands. */
export const ROWS_VERSION_HEADER = 'x-alongside-rows';
/** Codes of a read that this hub has newer, or still older, rows for. */
export const NEWER_ROWS = 'QUERY.NEWER_ROWS';
export const OLDER_ROWS = 'QUERY.OLDER_ROWS';

/** Raised when messages or computed answers change so that a client of before no longer understands them. */
export const PROTOCOL_VERSION = 2;
