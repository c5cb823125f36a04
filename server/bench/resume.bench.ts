import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { communityCopy, type CommunityCopy } from './community/kept.js';
import { come, signIn, someOf, WARM_UP_LINES } from './clients.js';
import { MASTER_KEY, type CommunityLog } from './community/log.js';
import { FULL_SIZE, USUAL_SIZE } from './community/size.js';
import { appendAll } from './community/write.js';
import { delayOf, DELAY_RESOLUTION_MS } from './delay.js';
import { how } from './how.js';
import { openHub, type BenchHub } from './hub-process.js';
import { percentile, readable } from './measuring.js';
import { missedStretch, type Shape } from './missed.js';

/** As `docs/decisions` and the issue have them: seconds until everybody is up to date, and how late the hub's event loop may be. */
const FLOOR_SECONDS = { few: 10, many: 30 };
const DELAY_FLOOR_MS = { p99: 50, max: 250 };
/** A load generator that was later than this at p99 shows nothing about the hub. */
const GENERATOR_LIMIT_MS = 5;
/** Of how many clients the rows are counted. */
const COUNTED_CLIENTS = 50;
const SETTLE_MS = 2_000;
const MISSED_SEED = 9;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    clients: { type: 'string', default: '1000' },
    missed: { type: 'string', default: '20000' },
    shapes: { type: 'string', default: 'few,many' },
  },
});
const figures: Record<string, unknown> = {};
const floors: Record<string, boolean | null> = {};
for (const shape of values.shapes.split(',')) if (shape === 'few' || shape === 'many') await bench(shape);
const method =
  'a hub in its own process on a copy of the community; clients are raw websockets in this one, all dropped, all back at once; clients that were told to read afresh or failed are counted and miss the floor';
console.log(JSON.stringify({ bench: 'resume', floors, ...(readable(figures) as object), how: how(method, values.full) }));

async function bench(shape: Shape): Promise<void> {
  const copy = await communityCopy(values.full ? FULL_SIZE : USUAL_SIZE, console.log);
  const hub = await openHub(copy.folder, MASTER_KEY);
  const log = await copy.openLog();
  try {
    const result = await measured(shape, copy, hub, log);
    figures[shape] = result;
    console.log(`\n${shape}`);
    console.table(readable(result));
    const { hubDelayMs, wallSeconds, resets, failures, generatorDelayMs } = result;
    const shown = generatorDelayMs.p99 <= GENERATOR_LIMIT_MS;
    floors[`${shape}Time`] = shown ? wallSeconds <= FLOOR_SECONDS[shape] && resets + failures === 0 : null;
    floors[`${shape}Delay`] = shown ? hubDelayMs.p99 <= DELAY_FLOOR_MS.p99 && hubDelayMs.max <= DELAY_FLOOR_MS.max : null;
  } finally {
    await log.close();
    await hub.stop();
    await copy.remove();
  }
}

async function measured(shape: Shape, { roll }: CommunityCopy, hub: BenchHub, log: CommunityLog) {
  const home = someOf(roll.people, Number(values.clients));
  const { port } = await hub.ask('state');
  const signedIn = await signIn(log, home);
  await hub.reaches(signedIn);
  const first = await come(port, home, new Map(), WARM_UP_LINES);
  console.log(`${shape}: ${first.returned.length} clients were on the line; they are dropped, and ${values.missed} events follow.`);
  const places = new Map(first.returned.map(({ person, through }) => [person, through ?? '']));
  const away = await appendAll(log, missedStretch(shape, Number(values.missed), roll, home, MISSED_SEED));
  await hub.reaches(away ?? '');
  await hub.ask('settle');
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  console.log(`${shape}: the hub is still again; everybody comes back.`);
  const counted = new Set(someOf(home, COUNTED_CLIENTS));
  await hub.ask('begin');
  const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  globalThis.gc?.();
  delay.enable();
  const [beganMs, before] = [performance.now(), process.cpuUsage()];
  const { returned, failures } = await come(port, home, places, home.length, { counts: (person) => counted.has(person) });
  const wallSeconds = (performance.now() - beganMs) / 1e3;
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  const { delay: hubDelayMs, cpuSeconds, rssMegabytes } = await hub.ask('end');
  const times = returned.map(({ ms }) => ms);
  const rows = returned.flatMap((one) => one.rows() ?? []);
  return {
    clients: home.length,
    missedEvents: Number(values.missed),
    wallSeconds,
    failures,
    resets: returned.filter(({ kind }) => kind !== 'resumed').length,
    caughtUpMs: { p50: percentile(times, 0.5), p99: percentile(times, 0.99), max: Math.max(...times) },
    rowsEach: { least: Math.min(...rows), median: percentile(rows, 0.5), most: Math.max(...rows) },
    megabytes: returned.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
    hubDelayMs,
    hubCpuSeconds: cpuSeconds,
    hubMegabytes: rssMegabytes,
    generatorDelayMs: delayOf(delay),
    generatorCpuSeconds: (user + system) / 1e6,
  };
}
