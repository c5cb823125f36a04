import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { ask, send, serving, startHubProcess, type HubProcess } from '../app/hub-process.testing.js';
import { cookieOf, envelopeOf, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { systemClock } from '../app/clock.js';
import type { Hub } from '../app/create-hub.js';

/** How long two hubs may take to follow an event and to show what came of it, in milliseconds. */
const SETTLE_LIMIT_MS = 10_000;
const LOOK_INTERVAL_MS = 15;
const settings = { DEMO: '0', MASTER_KEY: Buffer.alloc(32, 11).toString('base64') };

/** What one person asks of one hub. */
export interface Act {
  readonly by: string;
  readonly type: string;
  readonly data: object;
}

/** “accepted”, or the code of a refusal. */
export const outcomeOf = (answer: Answer): string => (answer.outcome === 'accepted' ? 'accepted' : answer.code);

/** Two hubs on one log, each in a process of its own with its own views, as behind a proxy that sends two people to different ones. */
export class TwoHubs {
  private constructor(
    private readonly hubs: readonly HubProcess[],
    private readonly addresses: readonly string[],
    private readonly cookies: ReadonlyMap<string, string>,
    private readonly folders: Awaited<ReturnType<typeof testFolders>>,
  ) {}

  /** `prepare` makes what the races are about, at the moment `since` or now; `people` are signed in. */
  static async open(people: readonly string[], prepare: (hub: Hub) => Promise<void>, since = systemClock.now()): Promise<TwoHubs> {
    const folders = await testFolders();
    const dataDir = folders.next();
    const clock = new TestClock(since);
    const hub = await openTestHub(dataDir, dataDir, clock, settings);
    await prepare(hub);
    await hub.parts.reactors.settled();
    clock.set(systemClock.now());
    const cookies = new Map<string, string>();
    for (const person of people) cookies.set(person, await cookieOf(hub, person as PersonId));
    await hub.close();
    const hubs = [startHubProcess(dataDir, settings), startHubProcess(dataDir, settings)];
    return new TwoHubs(hubs, await Promise.all(hubs.map(serving)), cookies, folders);
  }

  /** Each act at a hub of its own, in one moment. */
  async atOnce(...acts: readonly Act[]): Promise<readonly string[]> {
    return (await this.answers(...acts)).map(outcomeOf);
  }

  /** As above, with where in the log each act stands. */
  answers(...acts: readonly Act[]): Promise<readonly Answer[]> {
    return Promise.all(acts.map(({ by, type, data }, at) => send(this.#address(at), this.#cookie(by), envelopeOf(type, data))));
  }

  /** One act, at the first hub. */
  async act(by: string, type: string, data: object): Promise<string> {
    const [outcome = ''] = await this.atOnce({ by, type, data });
    return outcome;
  }

  /** A row as a person is shown it by each of the hubs; `undefined` where they are shown none. */
  async row<Row>(view: string, id: string, as: string): Promise<readonly (Row | undefined)[]> {
    const found = this.addresses.map((address) => ask<{ row: { data: Row } }>(address, `/api/views/${view}/${id}`, this.#cookie(as)));
    return (await Promise.all(found)).map((answer) => answer?.row.data);
  }

  /** Settles once something holds of what both hubs show; with whether it ever did. */
  async comesTo(holds: () => Promise<boolean>): Promise<boolean> {
    for (const since = performance.now(); performance.now() - since < SETTLE_LIMIT_MS;) {
      if (await holds()) return true;
      await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
    }
    return false;
  }

  async close(): Promise<void> {
    for (const { process } of this.hubs) process.kill('SIGKILL');
    await Promise.all(this.hubs.map(({ gone }) => gone));
    await this.folders.clean();
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
