import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { IndexAway, type AwayWhy } from '@alongside/search/index-away.js';
import type { DirectoryDocument } from '@alongside/search/directory.js';
import type { IndexWrite } from '@alongside/search/search-index.js';
import { AwayIndexKeeper } from './away-index-keeper.js';
import type { DirectoryIndex } from './index-keeper.js';

const at = (position: number) => String(position).padStart(4, '0') as Position;
const person = (id: string) => id as PersonId;

/** An index in memory that is away when it is told to be, and holds each write until it is let go where `held` is set. */
class Remote {
  readonly elsewhere = true;
  documents = new Map<string, number>();
  reached: Position | undefined;
  away: AwayWhy | undefined;
  /** Applied, though the answer is lost. */
  losesAnswers = false;
  held: Promise<void> | undefined;
  rebuilds = 0;
  scrubs = 0;
  onPart: () => void = () => {};

  async write({ put = [], remove = [], through }: IndexWrite<DirectoryDocument>): Promise<void> {
    await this.held;
    if (this.away && !this.losesAnswers) throw new IndexAway(this.away);
    this.#apply(this.documents, put, remove);
    if (through !== undefined) this.reached = through;
    if (this.away) throw new IndexAway(this.away);
  }
  async through(): Promise<Position | undefined> {
    if (this.away) throw new IndexAway(this.away);
    return this.reached;
  }
  async rebuild() {
    this.rebuilds += 1;
    const next = new Map<string, number>();
    const there = () => {
      if (this.away) throw new IndexAway(this.away);
    };
    return {
      write: async (put: readonly DirectoryDocument[], remove: readonly string[] = []) => {
        there();
        this.#apply(next, put, remove);
        this.onPart();
      },
      finish: async (through: Position | undefined) => {
        there();
        this.documents = next;
        this.reached = through;
      },
    };
  }
  async scrub(): Promise<void> {
    if (this.away) throw new IndexAway(this.away);
    this.scrubs += 1;
  }
  async close(): Promise<void> {}

  #apply(into: Map<string, number>, put: readonly DirectoryDocument[], remove: readonly string[]): void {
    for (const { id, freePlaces } of put) into.set(id, freePlaces);
    for (const id of remove) into.delete(id);
  }
}

function keeping(people: Readonly<Record<string, number>>) {
  const views = new Map<string, number>(Object.entries(people));
  const remote = new Remote();
  const reported: string[] = [];
  const keeper = new AwayIndexKeeper(
    remote as unknown as DirectoryIndex, // The part of it that a keeper asks.
    {
      everybody: () => [...views.keys()].map(person),
      documentsOf: (asked) => ({
        put: asked.flatMap((id) => (views.has(id) ? [{ id, freePlaces: views.get(id) } as unknown as DirectoryDocument] : [])),
        remove: asked.filter((id) => !views.has(id)),
      }),
    },
    {
      now: () => '2026-11-30T09:00:00.000Z',
      report: (error) => reported.push(error instanceof IndexAway ? error.why : String(error)),
      pauseFirstMs: 5,
      pauseMostMs: 20,
    },
  );
  let position = 0;
  const change = (id: string, places: number | undefined) => {
    if (places === undefined) views.delete(id);
    else views.set(id, places);
    position += 1;
    keeper.changed(new Set([person(id)]), at(position));
  };
  const inStep = () =>
    remote.reached === at(position) && JSON.stringify([...remote.documents].toSorted()) === JSON.stringify([...views].toSorted());
  const ready = async () => {
    for (let turn = 0; turn < 400 && (keeper.condition.state !== 'ready' || !inStep()); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return { state: keeper.condition.state, inStep: inStep(), rebuilds: remote.rebuilds };
  };
  return { keeper, remote, reported, change, ready };
}

describe('an index on a server that may be away', () => {
  test('is filled at start where it is elsewhere in the log, and not where it is in step', async () => {
    const { keeper, remote } = keeping({ asha: 2 });
    expect(keeper.condition).toEqual({ state: 'filling', done: 0, of: 0, served: false });
    await keeper.fill(at(7));
    expect([[...remote.documents], remote.reached, remote.rebuilds, keeper.condition.state]).toEqual([[['asha', 2]], at(7), 1, 'ready']);
    await keeper.fill(at(7));
    expect(remote.rebuilds).toBe(1);
  });

  test('is not there at start: the hub goes on, and it is filled once it comes', async () => {
    const { keeper, remote, reported, change, ready } = keeping({ asha: 2 });
    remote.away = 'away';
    void keeper.fill(at(0));
    change('ben', 1);
    await keeper.settled();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(keeper.condition).toEqual({ state: 'behind', why: 'away', since: '2026-11-30T09:00:00.000Z' });
    expect([reported, await keeper.isWhole()]).toEqual([['away'], false]);
    remote.away = undefined;
    expect(await ready()).toEqual({ state: 'ready', inStep: true, rebuilds: 1 });
  });

  test('catches up with what was written meanwhile, without being made anew', async () => {
    const { keeper, remote, reported, change, ready } = keeping({ asha: 2, ben: 1 });
    void keeper.fill(undefined);
    change('asha', 3);
    await ready();
    remote.rebuilds = 0;
    remote.away = 'slow';
    change('asha', 0);
    change('ben', undefined);
    change('cleo', 5);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect([keeper.condition.state, remote.documents.get('asha')]).toEqual(['behind', 3]);
    remote.away = undefined;
    expect(await ready()).toEqual({ state: 'ready', inStep: true, rebuilds: 0 });
    expect(reported).toEqual(['slow']);
  });

  test('a write whose answer was lost is written again, and is no reason to make it anew', async () => {
    const { keeper, remote, change, ready } = keeping({ asha: 2 });
    void keeper.fill(undefined);
    change('asha', 3);
    await ready();
    remote.rebuilds = 0;
    Object.assign(remote, { away: 'slow', losesAnswers: true });
    change('asha', 4);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(keeper.condition.state).toBe('behind');
    Object.assign(remote, { away: undefined, losesAnswers: false });
    expect(await ready()).toEqual({ state: 'ready', inStep: true, rebuilds: 0 });
  });

  test('a server that comes back with less than it had is filled anew', async () => {
    const { keeper, remote, change, ready } = keeping({ asha: 2 });
    void keeper.fill(undefined);
    change('asha', 3);
    await ready();
    Object.assign(remote, { documents: new Map(), reached: undefined, rebuilds: 0 });
    keeper.notice(new IndexAway('lost'));
    expect(await ready()).toEqual({ state: 'ready', inStep: true, rebuilds: 1 });
  });

  test('while it is made again what was there is asked and written, and who changed meanwhile is in the new one', async () => {
    const { keeper, remote, change, ready } = keeping({ asha: 2, ben: 1 });
    void keeper.fill(undefined);
    change('asha', 3);
    await ready();
    let served: unknown;
    let live: readonly unknown[] = [];
    remote.onPart = () => {
      remote.onPart = () => {
        live = [...remote.documents.keys()];
      };
      served = keeper.condition;
      change('ben', undefined);
      change('cleo', 4);
    };
    keeper.refill(at(1));
    expect(await ready()).toMatchObject({ state: 'ready', inStep: true });
    expect([served, live.toSorted()]).toEqual([{ state: 'filling', done: 0, of: 2, served: true }, ['asha', 'cleo']]);
  });

  test('a reader waits until their change is there, but not for one that is held up', async () => {
    const { keeper, remote, change, ready } = keeping({ asha: 2 });
    void keeper.fill(undefined);
    change('asha', 3);
    await ready();
    let release = () => {};
    remote.held = new Promise((resolve) => (release = resolve));
    change('asha', 4);
    let isSettled = false;
    const settled = keeper.settled().then(() => (isSettled = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isSettled).toBe(false);
    release();
    await settled;
    expect(remote.documents.get('asha')).toBe(4);
  });

  test('erasing does not wait for it: it is scrubbed when it is back', async () => {
    const { keeper, remote, change, ready } = keeping({ asha: 2 });
    void keeper.fill(undefined);
    change('asha', 3);
    await ready();
    remote.away = 'away';
    change('asha', undefined);
    await keeper.scrub();
    expect(remote.scrubs).toBe(0);
    remote.away = undefined;
    expect(await ready()).toMatchObject({ inStep: true });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([remote.scrubs, remote.documents.size]).toEqual([1, 0]);
    await keeper.close();
  });
});
