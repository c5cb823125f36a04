import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { readConfig } from '../app/config.js';
import { createLogger } from '../app/logger.js';
import { openParts } from '../app/open-parts.js';
import { plant } from '../learning/testing/plant.js';
import { readable } from './measuring.js';

/** The delay of the thread that serves, in milliseconds, under which 99 of 100 moments are to lie while a model is trained. */
const FLOOR_P99_MS = 20;
const NS_PER_MS = 1e6;

const { values } = parseArgs({ options: { mentees: { type: 'string', default: '400' }, mentors: { type: 'string', default: '120' } } });
const folder = await mkdtemp(join(tmpdir(), 'alongside-learning-'));
const config = readConfig({ PORT: '0', DATA_DIR: folder, DEMO: '0' });
const { parts, begin, settled, close } = await openParts(config, { logger: createLogger('error') });
try {
  await begin();
  await plant(parts, { mentees: Number(values.mentees), mentors: Number(values.mentors), each: 4, taste: 1 });
  // What follows of itself from the log is none of training.
  await settled();
  await parts.emails.settled();
  const quiet = await delayWhile(() => new Promise((resolve) => setTimeout(resolve, 5_000)));
  const began = performance.now();
  const found: { verdict?: unknown; model?: unknown } = {};
  let learning: ReturnType<typeof delay> | undefined;
  const onProgress = (_done: number, doing: string) => {
    if (doing !== 'Loading mentorships') learning ??= delay();
  };
  const training = await delayWhile(async () => {
    const end = await parts.learning.train(HUB, { onProgress });
    if (end.ok) Object.assign(found, end.value);
  });
  const trainedMs = performance.now() - began;
  const using = await delayWhile(async () => void (await parts.learning.use(HUB)));
  const figures = { trainedSeconds: trainedMs / 1000, quiet, training, onThread: learning?.(), usingMaxMs: using.maxMs };
  const floors = { floor: training.p99Ms <= FLOOR_P99_MS };
  const how = {
    method:
      'a hub with a made-up log; the delay of its thread beyond a timer of 1 ms, while nothing happens, while the log is read and a model trained on a thread, and while the model is loaded',
    lessons: Number(values.mentees) * 4,
    loadAverage: loadavg(),
    node: process.version,
  };
  console.log(JSON.stringify({ bench: 'learning', floors, ...(readable({ figures }) as object), found, how }));
} finally {
  await close();
  await rm(folder, { recursive: true, force: true });
}

/** Watches how late this thread is until it is asked. */
function delay() {
  const watched = monitorEventLoopDelay({ resolution: 1 });
  watched.enable();
  return () => {
    watched.disable();
    return { p50Ms: watched.percentile(50) / NS_PER_MS, p99Ms: watched.percentile(99) / NS_PER_MS, maxMs: watched.max / NS_PER_MS };
  };
}

async function delayWhile(work: () => Promise<unknown>) {
  const ended = delay();
  await work();
  return ended();
}
