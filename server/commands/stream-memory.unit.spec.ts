import type { CommandId, EventId, Instant, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { StreamMemory } from './stream-memory.js';

const STREAM = 'institution-elm' as StreamId;
const count = { initial: 0, evolve: (events: unknown) => Number(events) + 1 };

/** A log of one stream with so many events, and how often it was read from where. */
function logOf(events: number) {
  const read: number[] = [];
  const all = Array.from({ length: events }, (_, revision) => ({ type: 'MemberJoined', revision, commandId: `c${revision}` }));
  const readStream = async (_: StreamId, from = 0) => {
    read.push(from);
    return all.slice(from) as never;
  };
  return { read, memory: new StreamMemory({ readStream }) };
}

test('a long stream is folded in turns, so that nobody else waits for all of it, and once', async () => {
  const { memory, read } = logOf(5_000);
  let turns = 0;
  const other = () => {
    turns += 1;
    waiting = setImmediate(other);
  };
  let waiting = setImmediate(other);
  const folded = await memory.load(STREAM, count);
  clearImmediate(waiting);
  expect([folded.state, folded.revision, folded.commands.size]).toEqual([5_000, 4_999, 5_000]);
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(turns).toBeLessThan(10);
  expect(await memory.load(STREAM, count)).toMatchObject({ state: 5_000 });
  expect(read).toEqual([0, 5_000]);
});

test('after it was cleared a stream is folded anew', async () => {
  const { memory, read } = logOf(3);
  await memory.load(STREAM, count);
  memory.clear();
  expect(await memory.load(STREAM, count)).toMatchObject({ state: 3, revision: 2 });
  expect(read).toEqual([0, 0]);
});

test('what this process appended itself is in the fold, with its command, and is not read again', async () => {
  const { memory, read } = logOf(3);
  const before = await memory.load(STREAM, count);
  const common = { type: 'MemberJoined', data: {}, at: '2026-03-02T09:00:00.000Z' as Instant, institutions: [] };
  const joined = (id: string) => ({ ...common, id: id as EventId, actor: 'ben' as PersonId, commandId: 'own' as CommandId });
  memory.extend(STREAM, before, count, [joined('e4'), joined('e5')], { revision: 4, position: 'p5' as Position });
  const folded = await memory.load(STREAM, count);
  expect(folded).toMatchObject({ state: 5, revision: 4, position: 'p5' });
  expect(folded.commands.get('own' as CommandId)).toMatchObject({ actor: 'ben', position: 'p5' });
  expect(read).toEqual([0, 5]);
});
