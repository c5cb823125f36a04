import { deepStrictEqual } from 'node:assert';
import type { PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { systemClock } from '../app/clock.js';
import type { Hub } from '../app/create-hub.js';
import { ask, post, serving, startHubProcess, type HubProcess } from '../app/hub-process.testing.js';
import { cookieOf, envelopeOf, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { freshLog, type FreshLog } from '../event-store/fresh-log.testing.js';
import { isKeyEvent } from '../privacy/keyring.js';
import { AFTER_HEADER } from '../queries/after-header.js';
import { faultsLeft } from './aftermath.testing.js';

/** How long two hubs may take to follow an event and to show what came of it, in milliseconds. */
const SETTLE_LIMIT_MS = 60_000;
const LOOK_INTERVAL_MS = 15;
const own: Record<string, string> = { DEMO: '0', MASTER_KEY: Buffer.alloc(32, 11).toString('base64') };

/** A command that one person gives to one hub. */
export interface Given {
  readonly by: string;
  readonly type: string;
  readonly data: object;
  /** The same again for a command that is given twice; a new one where it is absent. */
  readonly commandId?: string;
}

/** What one person asks of one hub: a command, or what they send to a path that answers with a position. */
export type Act = Given | { readonly by: string; readonly path: string; readonly body: object };

/** Overrun: the act is behind what should have forbidden it. */
export type CameAbout = 'overrun' | 'the act came first' | { readonly refused: string };

/** How far one hub is, as its administrators are told. */
interface Status {
  readonly through: Position;
  readonly condition: { readonly reactors: { readonly behindEvents: number } };
}

/** Of an agreement that a pair signs. */
export const TERMS = { purpose: '', frequency: 'weekly', minutes: 45, format: 'either', confidentiality: '', reviewOn: '2099-05-01' };

/** “accepted”, or the code of a refusal. */
export const outcomeOf = (answer: Answer): string => (answer.outcome === 'accepted' ? 'accepted' : answer.code);

/** Two hubs on one log, each in a process of its own with its own views, as behind a proxy that sends two people to different ones. */
export class TwoHubs {
  /** Where in the log the last event stands that both hubs have followed. */
  #followed: Position | undefined;
  /** Those that were killed. */
  readonly #killed: HubProcess[] = [];

  private constructor(
    private readonly hubs: HubProcess[],
    private readonly addresses: string[],
    private readonly cookies: ReadonlyMap<string, string>,
    private readonly folders: Awaited<ReturnType<typeof testFolders>>,
    readonly dataDir: string,
    private readonly settings: Record<string, string>,
    private readonly fresh: FreshLog,
    private readonly log: EventStore,
  ) {}

  /** `prepare` makes what the races are about, at the moment `since` or now; `people` are signed in. */
  static async open(people: readonly string[], prepare: (hub: Hub) => Promise<void>, since = systemClock.now()): Promise<TwoHubs> {
    const folders = await testFolders();
    const dataDir = folders.next();
    const fresh = await freshLog();
    const settings = { ...own, ...fresh.env };
    // They load what they need while it is prepared.
    const hubs = [startHubProcess(dataDir, settings, true), startHubProcess(dataDir, settings, true)];
    const clock = new TestClock(since);
    const hub = await openTestHub(dataDir, dataDir, clock, settings);
    await prepare(hub);
    await hub.parts.reactors.settled();
    clock.set(systemClock.now());
    const cookies = new Map<string, string>();
    for (const person of people) cookies.set(person, await cookieOf(hub, person as PersonId));
    await hub.close();
    for (const one of hubs) one.release();
    const addresses = await Promise.all(hubs.map(serving));
    return new TwoHubs(hubs, addresses, cookies, folders, dataDir, settings, fresh, await fresh.open(dataDir));
  }

  /** Each act at a hub of its own, in one moment. */
  async atOnce(...acts: readonly Act[]): Promise<readonly string[]> {
    return (await this.answers(...acts)).map(outcomeOf);
  }

  /** As above, with where in the log each act stands. */
  answers(...acts: readonly Act[]): Promise<readonly Answer[]> {
    return Promise.all(acts.map((act, at) => this.answer(act, at)));
  }

  /** How two acts came about, each at a hub of its own: `act` would have been refused, had the other been known. */
  async comeAbout(act: Act, guard: Act): Promise<CameAbout> {
    const [acted, guarded] = await this.answers(act, guard);
    if (!acted || guarded?.outcome !== 'accepted') throw new Error(`${JSON.stringify(guard)} was refused: ${JSON.stringify(guarded)}`);
    if (acted.outcome === 'rejected') return { refused: acted.code };
    return guarded.position < acted.position ? 'overrun' : 'the act came first';
  }

  /** One act, at the first hub or another. */
  async answer(act: Act, at = 0): Promise<Answer> {
    const [address, cookie] = [this.#address(at), this.#cookie(act.by)];
    if ('type' in act) return post(address, '/api/commands', cookie, envelopeOf(act.type, act.data, act.commandId));
    // Answers a position, or the code of what was not possible.
    const said = await post<{ position?: Position; code: string }>(address, act.path, cookie, act.body);
    return { outcome: said.position === undefined ? 'rejected' : 'accepted', ...said } as Answer;
  }

  /** What the first hub, or another, answers a person who sends something to a path, a file as text; rejects where it is refused. */
  async sent<Body>(at: number, by: string, path: string, body?: string | object): Promise<Body> {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const response = await fetch(`${this.#address(at)}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie: this.#cookie(by), 'x-alongside': '1', ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
    return (await response.json()) as Body;
  }

  /** One act, at the first hub. */
  async act(by: string, type: string, data: object): Promise<string> {
    return outcomeOf(await this.answer({ by, type, data }));
  }

  /** A hub dies in the middle of what it does, and another takes its place. Settles once that one serves. */
  async kill(at: 0 | 1): Promise<void> {
    const [hub] = this.hubs.splice(at, 1, startHubProcess(this.dataDir, this.settings, true));
    if (hub) this.#killed.push(hub);
    hub?.process.kill('SIGKILL');
    await hub?.gone;
    const next = this.hubs[at] as HubProcess;
    next.release();
    this.addresses[at] = await serving(next);
  }

  /** A command between two races, which must be allowed. Settles once both hubs know of it. */
  async done(by: string, type: string, data: object): Promise<void> {
    const answer = await this.answer({ by, type, data });
    if (answer.outcome === 'rejected') throw new Error(`${type} was refused: ${answer.code}`);
    const after = { [AFTER_HEADER]: answer.position };
    await Promise.all(this.addresses.map((address) => ask(address, `/api/views/person/${by}`, this.#cookie(by), after)));
  }

  /**
   * Settles once both hubs have followed the log, and what came of it: nothing they show is of before. `as`: an
   * administrator of the hub.
   */
  async followed(as: string): Promise<void> {
    for (let last = await this.#lastEvent(); last !== undefined; last = await this.#lastEvent()) {
      const reached = last;
      const isDone = async () =>
        (await this.#statuses(as)).every(({ through, condition }) => through >= reached && condition.reactors.behindEvents === 0);
      if (!(await this.comesTo(isDone))) throw new Error(`The hubs did not follow the log to ${reached}.`);
      this.#followed = reached;
    }
  }

  /** What a stream tells, as it was written. */
  read(stream: string): Promise<readonly { readonly type: string; readonly data: unknown; readonly position: Position }[]> {
    return this.log.readStream(stream as StreamId);
  }

  /** The types of a stream’s events that are about a person, in order. */
  async typesAbout(person: string, stream: string): Promise<readonly string[]> {
    const events = await this.log.readStream(stream as StreamId);
    return events.filter(({ data }) => (data as { readonly person?: unknown }).person === person).map(({ type }) => type);
  }

  /** Where the last event stands that the hubs are not known to have followed; undefined where there is none. Keys are followed by nobody. */
  async #lastEvent(): Promise<Position | undefined> {
    let last: Position | undefined;
    const after = this.#followed;
    for await (const batch of this.log.readAll(after === undefined ? {} : { after }))
      last = batch.findLast((event) => !isKeyEvent(event))?.position ?? last;
    return last;
  }

  async #statuses(as: string): Promise<readonly Status[]> {
    const found = await Promise.all(this.addresses.map((address) => ask<Status>(address, '/api/status', this.#cookie(as))));
    return found.map((one) => {
      if (one === undefined) throw new Error(`${as} is not told how far the hubs are.`);
      return one;
    });
  }

  /** A row as a person is shown it by each of the hubs; `undefined` where they are shown none. */
  async row<Row>(view: string, id: string, as: string): Promise<readonly (Row | undefined)[]> {
    const found = this.addresses.map((address) => ask<{ row: { data: Row } }>(address, `/api/views/${view}/${id}`, this.#cookie(as)));
    return (await Promise.all(found)).map((answer) => answer?.row.data);
  }

  /** The rows of a view with these fields that a person is shown, by each of the hubs. */
  async rows<Row>(view: string, where: Record<string, string>, as: string): Promise<readonly (readonly Row[])[]> {
    const asked = new URLSearchParams(Object.fromEntries(Object.entries(where).map(([field, value]) => [`where.${field}`, value])));
    const path = `/api/views/${view}?${asked.toString()}`;
    const found = this.addresses.map((address) => ask<{ rows: readonly { data: Row }[] }>(address, path, this.#cookie(as)));
    return (await Promise.all(found)).map((answer) => (answer?.rows ?? []).map(({ data }) => data));
  }

  /** What one hub printed so far, and where it serves. */
  at(hub: 0 | 1): { readonly said: readonly string[]; readonly address: string } {
    return { said: this.hubs[hub]?.said ?? [], address: this.#address(hub) };
  }

  /** What every hub shows of a row; fails where they never come to show the same. */
  async agreed<Row>(view: string, id: string, as: string): Promise<Row | undefined> {
    let shown: readonly (Row | undefined)[] = [];
    const isSame = async () => {
      shown = await this.row<Row>(view, id, as);
      return new Set(shown.map((row) => JSON.stringify(row))).size === 1;
    };
    if (!(await this.comesTo(isSame))) throw new Error(`The hubs show another ${view} ${id} each: ${JSON.stringify(shown)}`);
    return shown[0];
  }

  /** Settles once something holds of what both hubs show; with whether it ever did. */
  async comesTo(holds: () => Promise<boolean>): Promise<boolean> {
    for (const since = performance.now(); performance.now() - since < SETTLE_LIMIT_MS;) {
      if (await holds()) return true;
      await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
    }
    return false;
  }

  /** Ends both. Fails where one of them died or failed, or where they left something that should not be so. */
  async close(): Promise<void> {
    const died = this.hubs.filter(({ process }) => process.exitCode !== null).length;
    for (const { process } of this.hubs) process.kill('SIGKILL');
    await Promise.all(this.hubs.map(({ gone }) => gone));
    await this.log.close();
    const failures = [...this.#killed, ...this.hubs].flatMap(({ said }) => said.filter((line) => line.includes('"level":"error"')));
    const faults = died > 0 ? [] : await faultsLeft(this.dataDir, this.folders.next(), this.settings);
    await this.fresh.close();
    await this.folders.clean();
    deepStrictEqual({ died, failures, faults }, { died: 0, failures: [], faults: [] });
  }

  #address(at: number): string {
    return this.addresses[at % this.addresses.length] as string;
  }

  #cookie(person: string): string {
    const cookie = this.cookies.get(person);
    if (cookie === undefined) throw new Error(`${person} was not signed in.`);
    return cookie;
  }
}
