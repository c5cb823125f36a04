import { writeSync } from 'node:fs';
import type { CommandId, EventId, Instant, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Expected, NewEvent } from '@alongside/domain/kernel/event-store.js';
import { uuidv7 } from 'uuidv7';
import { SqliteEventStore } from './sqlite-event-store.js';

/** Appends to a log from a process of its own. Arguments: the file, the streams with commas, events for each writer. Prints a line for each acknowledged append. */
const [file = '', streams = '', count = ''] = process.argv.slice(2);

const store = await SqliteEventStore.open(file);
say('ready');
await Promise.all(streams.split(',').map((stream) => appendAll(stream as StreamId, Number(count))));
await store.close();

/** Appends one event at a time; when another process was quicker, again after what it found. */
async function appendAll(stream: StreamId, events: number): Promise<void> {
  const history = await store.readStream(stream);
  let expected: Expected = history.at(-1)?.revision ?? 'noStream';
  for (let made = 0; made < events;) {
    const event = something();
    const result = await store.append(stream, expected, [event]);
    expected = result.ok ? result.value.revision : result.error.actual;
    if (!result.ok) continue;
    made++;
    say(`${stream} ${result.value.revision} ${event.id} ${result.value.position}`);
  }
}

/** Synchronous, so that what was acknowledged is out before the process can be killed. A full pipe is tried again: its reader is busy. */
function say(line: string): void {
  for (let rest = Buffer.from(`${line}\n`); rest.length > 0;)
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
}

function something(): NewEvent {
  return {
    id: uuidv7() as EventId,
    type: 'ThingHappened',
    version: 1,
    at: new Date().toISOString() as Instant,
    actor: 'child' as PersonId,
    commandId: uuidv7() as CommandId,
    institutions: [],
    data: { note: 'x'.repeat(200) },
  };
}
