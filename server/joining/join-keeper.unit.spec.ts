import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { EventFeed, HandleEvents } from '@alongside/projections/engine/feed.js';
import { Projector } from '@alongside/projections/engine/projector.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { happened } from '@alongside/projections/testing/given-events.js';
import { joiningView } from '@alongside/projections/views/joining.view.js';
import { JoinKeeper } from './join-keeper.js';

/** A log that another process writes to: who follows it meets an event later than who reads it through. */
class Behind implements EventFeed {
  readonly events: Recorded[] = [];
  #handle: HandleEvents = () => undefined;
  head = async (): Promise<Position | undefined> => this.events.at(-1)?.position;
  async *readAll({ after = '' as Position }: { after?: Position } = {}) {
    const left = this.events.filter(({ position }) => position > after);
    if (left.length > 0) yield left;
  }
  follow(_: unknown, handle: HandleEvents) {
    this.#handle = handle;
    return { close: async () => undefined };
  }
  async deliver(): Promise<void> {
    await this.#handle([...this.events]);
  }
}

const joined = (kept: string, record: string): Recorded =>
  happened('RecordsJoined', { person: kept, joined: record, belongs: [] }, { stream: `joining-${kept}_${record}` });
const [first, second] = [joined('ben', 'moved'), joined('old', 'ben')];

async function keeping(feed: Behind) {
  const store = new MemoryViewStore();
  const projector = new Projector({ feed, store, views: [joiningView as unknown as View] });
  await projector.start();
  const log = { readAll: (options: object) => feed.readAll(options) as AsyncIterable<readonly Recorded<AnyEvent>[]> };
  const joins = await JoinKeeper.open(log, store);
  joins.watch(projector, { joined: () => undefined, failed: (error) => expect(error).toBeUndefined() });
  return { joins, projector };
}
const keptOf = (joins: JoinKeeper, ...people: readonly string[]) => people.map((person) => joins.inForce.keptOf(person as PersonId));

test('a join is in force once a process has followed it', async () => {
  const feed = new Behind();
  const { joins, projector } = await keeping(feed);
  feed.events.push(first);
  await feed.deliver();
  await joins.settled();
  expect(keptOf(joins, 'moved', 'ben')).toEqual(['ben', 'ben']);
  await projector.close();
});

test('a join that views met first as they were built again, and not as they followed the log, is in force as well', async () => {
  const feed = new Behind();
  const { joins, projector } = await keeping(feed);
  feed.events.push(first);
  const following = feed.deliver();
  // In the log by the time at which the views are built again.
  feed.events.push(second);
  await following;
  await joins.settled();
  await feed.deliver();
  await joins.settled();
  expect(keptOf(joins, 'moved', 'ben')).toEqual(['old', 'old']);
  await projector.close();
});
