import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
} from '@eventstore/db-client';

/** The server did not answer, or not in time. What was being appended may or may not be in the log: append it again with the same ids. */
export class EventStoreUnavailable extends Error {
  readonly code = 'EVENT_STORE.UNAVAILABLE';
  constructor(address: string, cause: unknown) {
    super(
      `The event store at ${address} does not answer. Start it or correct EVENTSTORE_URL; without EVENTSTORE_URL the hub keeps its log in a file under DATA_DIR.`,
      {
        cause,
      },
    );
    this.name = 'EventStoreUnavailable';
  }
}

/** The server answered, and does not let the hub in. */
export class EventStoreRefusesCredentials extends Error {
  readonly code = 'EVENT_STORE.ACCESS_DENIED';
  constructor(address: string, cause: unknown) {
    super(
      `The event store at ${address} refuses the user name or password in EVENTSTORE_URL. The hub needs to read $all, append and delete streams.`,
      { cause },
    );
    this.name = 'EventStoreRefusesCredentials';
  }
}

/** An address fit for a log line: without user name, password and options. */
export const withoutCredentials = (url: string): string => url.replace(/\/\/.*@/, '//').replace(/\?.*$/, '');

/** The same failure in the operator's words, where it is one that an operator can mend; any other is handed back as it is. */
export function inOperatorsWords(error: unknown, url: string): unknown {
  if (error instanceof AccessDeniedError || /unauthenticated/i.test(messageOf(error)))
    return new EventStoreRefusesCredentials(withoutCredentials(url), error);
  const away =
    error instanceof UnavailableError ||
    error instanceof DeadlineExceededError ||
    error instanceof TimeoutError ||
    error instanceof CancelledError ||
    error instanceof NotLeaderError ||
    /Failed to discover|ECONNREFUSED|ENOTFOUND|No connection established/i.test(messageOf(error));
  return away ? new EventStoreUnavailable(withoutCredentials(url), error) : error;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
