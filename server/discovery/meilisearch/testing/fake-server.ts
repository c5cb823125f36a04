import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as passed } from 'node:timers/promises';
import type { AddressInfo, Socket } from 'node:net';
import { FakeIndex, Refusal, USUAL, type FakeDocument } from './fake-index.js';

/** What the server does instead of what it was asked: for as long as it is set. */
export type Fault =
  | { readonly kind: 'none' }
  /** Takes every request and answers none. */
  | { readonly kind: 'frozen' }
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'version'; readonly version: string }
  /** Another service. */
  | { readonly kind: 'html' }
  /** The next task of this type fails. */
  | { readonly kind: 'failing-task'; readonly type: string }
  /** Tasks of this type are taken and never done. */
  | { readonly kind: 'stuck-task'; readonly type: string };

interface Task {
  readonly uid: number;
  readonly type: string;
  readonly indexUid: string | null;
  readonly work: () => void;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  error: object | null;
}

interface Options {
  readonly key?: string;
  /** How long a task waits before it is done. */
  readonly taskMs?: number;
}

/** Meilisearch over HTTP as far as this hub uses it, and as strict. Kinder in that it merges no tasks, splits no values and takes any size. */
export class FakeMeilisearch {
  fault: Fault = { kind: 'none' };
  /** Every request that was answered, as `POST /multi-search`. */
  readonly requests: string[] = [];
  /** Every task, in order. */
  readonly tasks: Task[] = [];
  readonly indexes = new Map<string, FakeIndex>();
  #server: Server | undefined;
  #port = 0;
  #done: Promise<void> = Promise.resolve();
  readonly #sockets = new Set<Socket>();

  constructor(private readonly options: Options = {}) {}

  static async start(options: Options = {}): Promise<FakeMeilisearch> {
    const fake = new FakeMeilisearch(options);
    await fake.listen();
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Comes up, at the address that it had. */
  async listen(): Promise<void> {
    const server = createServer((request, response) => void this.#serve(request, response));
    server.on('connection', (socket) => this.#sockets.add(socket));
    this.#server = server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Goes away. What it holds is there when it comes back. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    if (!server) return;
    server.close();
    await once(server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.fault.kind === 'frozen') return;
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    this.requests.push(`${request.method} ${pathname}`);
    if (this.fault.kind === 'html') return void response.setHeader('content-type', 'text/html').end('<h1>It works!</h1>');
    const send = (status: number, body?: object) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
    try {
      this.#allow(request);
      const text = Buffer.concat(chunks).toString('utf8');
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const [status, answer] = this.#answer(`${request.method}`, pathname.split('/').slice(1).map(decodeURIComponent), body, searchParams);
      send(status, answer);
    } catch (error) {
      if (error instanceof Refusal) send(error.status, errorOf(error.code, error.message));
      else send(500, errorOf('internal', String(error)));
    }
  }

  #allow({ headers, method }: IncomingMessage): void {
    const given = headers.authorization;
    if (this.options.key !== undefined && given === undefined)
      throw new Refusal(401, 'missing_authorization_header', 'The Authorization header is missing.');
    if (this.fault.kind === 'wrong-key' || (this.options.key !== undefined && given !== `Bearer ${this.options.key}`))
      throw new Refusal(403, 'invalid_api_key', 'The provided API key is invalid.');
    if (method !== 'GET' && method !== 'DELETE' && headers['content-type'] !== 'application/json')
      throw new Refusal(415, 'invalid_content_type', 'The Content-Type is invalid.');
  }

  #answer(method: string, path: readonly string[], body: unknown, asked: URLSearchParams): readonly [number, object] {
    const [root, uid = '', part, id] = path;
    const route = `${method} ${[root, uid && (root === 'tasks' ? ':task' : ':uid'), part, id && ':id'].filter(Boolean).join('/')}`;
    switch (route) {
      case 'GET version':
        return [200, { pkgVersion: this.fault.kind === 'version' ? this.fault.version : '1.23.0' }];
      case 'GET tasks':
        return [
          200,
          {
            results: [],
            total: this.tasks.filter(({ indexUid }) => indexUid !== null && asked.getAll('indexUids').includes(indexUid)).length,
          },
        ];
      case 'GET tasks/:task':
        return [200, this.#task(Number(uid))];
      case 'POST multi-search':
        return [200, { results: this.#multi(body) }];
      case 'POST swap-indexes':
        return this.#enqueue('indexSwap', null, () => this.#swap(body));
      case 'GET indexes':
        return [
          200,
          {
            results: [...this.indexes.keys()].map((one) => ({ uid: one, updatedAt: new Date().toISOString() })),
            offset: 0,
            limit: 1_000,
            total: this.indexes.size,
          },
        ];
      case 'POST indexes':
        return this.#create(body);
      case 'GET indexes/:uid':
        return [200, { uid, primaryKey: this.#index(uid).primaryKey }];
      case 'DELETE indexes/:uid':
        return this.#enqueue('indexDeletion', uid, () => (this.#index(uid), void this.indexes.delete(uid)));
      case 'GET indexes/:uid/settings':
        return [200, this.#index(uid).settings];
      case 'PATCH indexes/:uid/settings':
        return this.#settings(uid, body);
      case 'GET indexes/:uid/documents/:id':
        return [200, this.#document(uid, id ?? '')];
      case 'POST indexes/:uid/documents':
        return this.#enqueue('documentAdditionOrUpdate', uid, () => this.#index(uid).put(body as readonly FakeDocument[]));
      case 'POST indexes/:uid/documents/:id':
        return this.#delete(uid, body);
      case 'DELETE indexes/:uid/documents':
        return this.#enqueue('documentDeletion', uid, () => this.#index(uid).empty());
      case 'POST indexes/:uid/facet-search':
        return [200, this.#index(uid).facetSearch(body as Readonly<Record<string, unknown>>)];
      case 'POST indexes/:uid/compact':
        return this.#enqueue('indexCompaction', uid, () => void this.#index(uid));
      default:
        throw new Refusal(404, 'not_found', `The fake has no ${route}.`);
    }
  }

  #index(uid: string): FakeIndex {
    const index = this.indexes.get(uid);
    if (!index) throw new Refusal(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  #document(uid: string, id: string): object {
    const document = this.#index(uid).documents.get(id);
    if (!document) throw new Refusal(404, 'document_not_found', `Document \`${id}\` not found.`);
    const { displayedAttributes } = this.#index(uid).settings;
    return Object.fromEntries(
      Object.entries(document).filter(([name]) => displayedAttributes.includes('*') || displayedAttributes.includes(name)),
    );
  }

  #multi(body: unknown): readonly object[] {
    const { queries } = body as { readonly queries: readonly Readonly<Record<string, unknown>>[] };
    return queries.map((query) => ({ indexUid: query['indexUid'], ...this.#index(String(query['indexUid'])).search(query) }));
  }

  #create(body: unknown): readonly [number, object] {
    const { uid, primaryKey } = body as { readonly uid: string; readonly primaryKey: string };
    if (!/^[A-Za-z0-9_-]{1,400}$/.test(uid)) throw new Refusal(400, 'invalid_index_uid', `\`${uid}\` is not a valid index uid.`);
    return this.#enqueue('indexCreation', uid, () => {
      if (this.indexes.has(uid)) throw new Refusal(409, 'index_already_exists', `Index \`${uid}\` already exists.`);
      this.indexes.set(uid, new FakeIndex(primaryKey));
    });
  }

  #settings(uid: string, body: unknown): readonly [number, object] {
    const given = body as object;
    for (const name of Object.keys(given)) if (!(name in USUAL)) throw new Refusal(400, 'bad_request', `Unknown field \`${name}\`.`);
    return this.#enqueue('settingsUpdate', uid, () => {
      const index = this.#index(uid);
      index.settings = { ...index.settings, ...given };
    });
  }

  #delete(uid: string, body: unknown): readonly [number, object] {
    const { filter } = body as { readonly filter: string };
    return this.#enqueue('documentDeletion', uid, () => {
      const index = this.#index(uid);
      index.remove(index.matching(filter).map(([key]) => key));
    });
  }

  #swap(body: unknown): void {
    for (const { indexes } of body as readonly { readonly indexes: readonly [string, string] }[]) {
      const [one, other] = indexes.map((uid) => this.#index(uid)) as [FakeIndex, FakeIndex];
      this.indexes.set(indexes[0], other);
      this.indexes.set(indexes[1], one);
    }
  }

  #task(uid: number): object {
    const task = this.tasks[uid];
    if (!task) throw new Refusal(404, 'task_not_found', `Task \`${uid}\` not found.`);
    const { type, indexUid, status, error } = task;
    return { uid, type, indexUid, status, error };
  }

  #enqueue(type: string, indexUid: string | null, work: () => void): readonly [number, object] {
    const task: Task = { uid: this.tasks.length, type, indexUid, work, status: 'enqueued', error: null };
    this.tasks.push(task);
    this.#done = this.#done.then(() => this.#run(task));
    return [202, { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date().toISOString() }];
  }

  async #run(task: Task): Promise<void> {
    await passed(this.options.taskMs ?? 1);
    const { fault } = this;
    if (fault.kind === 'stuck-task' && fault.type === task.type) return;
    task.status = 'processing';
    try {
      if (fault.kind === 'failing-task' && fault.type === task.type) {
        this.fault = { kind: 'none' };
        throw new Refusal(500, 'no_space_left_on_device', 'No space left on device.');
      }
      task.work();
      task.status = 'succeeded';
    } catch (error) {
      task.error = error instanceof Refusal ? errorOf(error.code, error.message) : errorOf('internal', String(error));
      task.status = 'failed';
    }
  }
}

const errorOf = (code: string, message: string) => ({
  message,
  code,
  type: 'invalid_request',
  link: `https://docs.meilisearch.com/errors#${code}`,
});
