import { setTimeout as passed } from 'node:timers/promises';
import { Meilisearch, MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError, type EnqueuedTask } from 'meilisearch';
import { IndexAway, type AwayWhy } from '@alongside/search/index-away.js';

/** A question is answered in milliseconds; a server that takes longer is not waited for. */
const ANSWER_LIMIT_MS = 5_000;
/** Some thousands of documents go over at once. */
const SENT_LIMIT_MS = 120_000;
/** How long a task may wait and run: the queue of a server is shared by all its indexes. */
const TASK_LIMIT_MS = 10 * 60_000;
const POLL_FIRST_MS = 10;
const POLL_MOST_MS = 250;
/** From here `STARTS WITH` is no experiment and an index can be compacted. */
const OLDEST_VERSION: readonly [number, number] = [1, 23];

export interface Deadlines {
  readonly answerMs?: number;
  readonly sentMs?: number;
  readonly taskMs?: number;
}

/** A Meilisearch server through its own client. Whatever goes wrong is an `IndexAway`: neither the key nor a document is in it. */
export class Connection {
  readonly #quick: Meilisearch;
  readonly #patient: Meilisearch;
  readonly #taskMs: number;
  readonly #closing = new AbortController();

  constructor(
    url: string,
    key: string | undefined,
    { answerMs = ANSWER_LIMIT_MS, sentMs = SENT_LIMIT_MS, taskMs = TASK_LIMIT_MS }: Deadlines = {},
  ) {
    const config = { host: url, ...(key !== undefined && { apiKey: key }) };
    this.#quick = new Meilisearch({ ...config, timeout: answerMs });
    this.#patient = new Meilisearch({ ...config, timeout: sentMs });
    this.#taskMs = taskMs;
  }

  /** Asks something that is answered at once. */
  ask<Answer>(question: (client: Meilisearch) => Promise<Answer>): Promise<Answer> {
    return saidPlainly(() => question(this.#quick));
  }

  /** Gives the server something to do and waits until it is done. `IndexAway` where it could not do it; it may still do it later. */
  async do(work: (client: Meilisearch) => Promise<EnqueuedTask>, { much = false } = {}): Promise<void> {
    const { taskUid } = await saidPlainly(() => work(much ? this.#patient : this.#quick));
    const until = performance.now() + this.#taskMs;
    // The client's own waiting takes its deadline from one signal for all: a server that freezes meanwhile would be waited for to the end.
    for (let pause = POLL_FIRST_MS; ; pause = Math.min(pause * 2, POLL_MOST_MS)) {
      const { status, error } = await this.ask((client) => client.tasks.getTask(taskUid));
      if (status === 'succeeded') return;
      if (status === 'failed' || status === 'canceled') throw new IndexAway('refused', error?.code ?? status);
      if (performance.now() > until) throw new IndexAway('slow');
      await passed(pause, undefined, { signal: this.#closing.signal }).catch(() => {
        throw new IndexAway('away');
      });
    }
  }

  /** Throws where what answers is no Meilisearch, or one that is too old. */
  async checkVersion(): Promise<void> {
    const said = await this.ask((client) => client.getVersion());
    const [major, minor] = /^(\d+)\.(\d+)/.exec(String(said?.pkgVersion))?.slice(1).map(Number) ?? [];
    if (major === undefined || minor === undefined) throw new IndexAway('other-service');
    const [oldest, oldestMinor] = OLDEST_VERSION;
    if (major < oldest || (major === oldest && minor < oldestMinor)) throw new IndexAway('version', `${major}.${minor}`);
  }

  /** Waits for no task any longer. */
  close(): void {
    this.#closing.abort();
  }
}

async function saidPlainly<Answer>(asked: () => Promise<Answer>): Promise<Answer> {
  try {
    return await asked();
  } catch (error) {
    throw error instanceof IndexAway ? error : awayFor(error);
  }
}

/** Errors of the client hold the request, and with it what was searched or written: nothing of them is kept but the server's code. */
function awayFor(error: unknown): IndexAway {
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    return new IndexAway(whyOf(status, error.cause?.code), error.cause?.code ?? String(status));
  }
  if (error instanceof MeilisearchRequestError)
    return new IndexAway(error.cause instanceof MeilisearchRequestTimeOutError ? 'slow' : 'away');
  // What is no JSON comes from no Meilisearch.
  if (error instanceof Error && error.name === 'SyntaxError') return new IndexAway('other-service');
  throw error;
}

function whyOf(status: number, code: string | undefined): AwayWhy {
  if (status === 401 || status === 403) return 'key';
  if (code === 'index_not_found') return 'lost';
  if (code === undefined) return status >= 500 ? 'away' : 'other-service';
  return 'refused';
}
