import { numbersFrom } from '@alongside/domain/kernel/random.js';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import { sampleEvent, sampleEvents } from '@alongside/domain/testing/event-store.samples.js';
import { numberedPosition } from '../checks.js';
import { checkFile } from './check-file.js';
import { LogReader } from './log-reader.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { TAIL_LIMIT_EVENTS } from './tail.js';

jest.setTimeout(3_600_000);
/** How many single bytes are changed; `npm run prove -- tampering` takes 1,000. */
const CHANGES = Number(process.env['TAMPERINGS'] ?? 40);
const seed = Number(process.env['TAMPERING_SEED'] ?? Date.now() % 2 ** 31);
/** Where the counts go, for the last line of the proof. */
const RESULT = process.env['TAMPERING_RESULT'];

const STREAMS = 40;
const random = numbersFrom(seed);
const any = (below: number) => Math.floor(random() * below);

/** Everything that reads of a log return, as text; a failure is a reading too. */
async function readings(file: string, streams: readonly StreamId[]): Promise<readonly string[]> {
  const found: string[] = [];
  const note = async (read: () => unknown) => {
    try {
      found.push(JSON.stringify(await read()) ?? 'nothing');
    } catch (error) {
      found.push(`failed: ${(error as Error).message}`);
    }
  };
  let reader: LogReader;
  try {
    reader = new LogReader(file);
  } catch (error) {
    return [`failed: ${(error as Error).message}`];
  }
  await note(() => reader.head());
  let after = 0;
  for (let more = true; more;)
    await note(() => {
      more = false;
      const events = reader.after(numberedPosition(after), 500);
      more = events.length > 0;
      after = Number(events.at(-1)?.position ?? after);
      return events;
    });
  for (const stream of streams) {
    await note(() => reader.stream(stream, 0));
    await note(() => reader.stream(stream, 2));
  }
  reader.close();
  return found;
}

describe(`single bytes of a log, changed at random (TAMPERING_SEED=${seed})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-tamper-'));
  const file = join(folder, 'events.sqlite');
  const streams = Array.from({ length: STREAMS }, (_, index) => `${index % 5 === 0 ? 'key' : 'person'}-${index}` as StreamId);
  afterAll(() => rmSync(folder, { recursive: true }));

  test(`[ES26] of ${CHANGES}, none that changes what a read returns is silent once the log is checked`, async () => {
    const store = await SqliteEventStore.open(file);
    // Past the first fold, so that ends of streams are read from where they are kept; with long events, and one shredded.
    for (let events = 0; events < TAIL_LIMIT_EVENTS + 300;) {
      const made = 1 + any(12);
      await store.append(
        streams[any(STREAMS)] as StreamId,
        'any',
        random() < 0.01 ? [sampleEvent(random, { long: 'x'.repeat(any(20_000)) })] : sampleEvents(random, made),
      );
      events += made;
    }
    await store.shred(streams[5] as StreamId);
    for (let times = 0; times < 200; times += 1) await store.append(streams[any(STREAMS)] as StreamId, 'any', sampleEvents(random, 1));
    // As a killed hub leaves it: the newest events are in the write-ahead log alone.
    const at = copyOf(file, 'whole');
    await store.close();
    const whole = await readings(copyOf(at, 'read'), streams);
    const { witness, sound } = checkFile(copyOf(at, 'checked'));
    expect(sound).toBe(true);

    const counts = { changedAndNamed: 0, namedOnly: 0, harmless: 0, silent: 0 };
    const silent: string[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const [toRead, toCheck] = [copyOf(at, 'a'), copyOf(at, 'b')];
      const end = change % 4 === 0 ? '-wal' : '';
      const byte = any(statSync(`${toRead}${end}`).size);
      const flip = 1 + any(255);
      for (const copy of [toRead, toCheck]) changeByte(`${copy}${end}`, byte, flip);
      const differs = JSON.stringify(await readings(toRead, streams)) !== JSON.stringify(whole);
      const named = !checkFile(toCheck, { witnesses: [{ knows: witness, name: 'A witness', file: 'log-head.json' }] }).sound;
      counts[differs ? (named ? 'changedAndNamed' : 'silent') : named ? 'namedOnly' : 'harmless'] += 1;
      if (differs && !named) silent.push(`byte ${byte} of events.sqlite${end} by ${flip}`);
    }
    if (RESULT) writeFileSync(RESULT, JSON.stringify({ seed, changes: CHANGES, ...counts }));
    expect(silent).toEqual([]);
    expect(counts.changedAndNamed).toBeGreaterThan(CHANGES / 4);
  });

  /** A copy of a log with its write-ahead log, in a folder of its own that it is the only one in. */
  function copyOf(from: string, name: string): string {
    const to = join(folder, name);
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to);
    const copy = join(to, 'events.sqlite');
    copyFileSync(from, copy);
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${copy}-wal`);
    return copy;
  }
});

function changeByte(file: string, at: number, flip: number): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ flip;
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}
