import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { builtModule } from '../built.js';

/** An append that a child process saw acknowledged. */
export interface Acknowledged {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly position: string;
}

/** A child process that appends, and what it has had acknowledged so far. */
export interface AppendingChild {
  readonly process: ChildProcess;
  readonly acknowledged: Acknowledged[];
  /** Settles when its log is open. */
  readonly ready: Promise<void>;
  /** Settles when it is gone and all that it printed is read; its exit code, null when it was killed. */
  readonly gone: Promise<number | null>;
}

/** Starts `appending.child` on a file: one writer per stream, each appending `count` events. */
export function startAppending(file: string, streams: readonly string[], count: number): AppendingChild {
  const script = builtModule('./appending.child.js', import.meta.url);
  const child = spawn(process.execPath, [script.pathname, file, streams.join(','), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: Acknowledged[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (line === 'ready') return resolve();
      const [stream, revision, id, position] = line.split(' ');
      // A last line that was cut short by the kill has too few words, or too short a position.
      if (stream && id && position?.length === 16) acknowledged.push({ stream, revision: Number(revision), id, position });
    });
  });
  const gone = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(([[code]]) => code as number | null);
  return { process: child, acknowledged, ready: Promise.race([ready, gone.then(() => undefined)]), gone };
}

/** What is wrong with a log, given in order, in view of what was acknowledged: missing, doubled or out of order. Empty when all is well. */
export function faults(log: readonly StoredEvent[], acknowledged: readonly Acknowledged[]): readonly string[] {
  const found: string[] = [];
  const byId = new Map<string, StoredEvent>();
  const ends = new Map<string, number>();
  let position = '';
  for (const event of log) {
    if (byId.has(event.id)) found.push(`doubled: ${event.id}`);
    byId.set(event.id, event);
    const expected = (ends.get(event.stream) ?? -1) + 1;
    if (event.revision !== expected) found.push(`out of order: ${event.stream} has ${event.revision} where ${expected} belongs`);
    if (event.position <= position) found.push(`out of order: ${event.position} comes after ${position}`);
    ends.set(event.stream, event.revision);
    position = event.position;
  }
  for (const { stream, revision, id, position: place } of acknowledged) {
    const event = byId.get(id);
    if (!event) found.push(`missing: ${id}`);
    else if (event.stream !== stream || event.revision !== revision || event.position !== place) found.push(`moved: ${id}`);
  }
  return found;
}
