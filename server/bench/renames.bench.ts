import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { come, signIn, someOf, WARM_UP_LINES } from './clients.js';
import { communityCopy } from './community/kept.js';
import { MASTER_KEY } from './community/log.js';
import { ENDS, FULL_SIZE, USUAL_SIZE } from './community/size.js';
import { Telling } from './community/telling.js';
import { appendAll } from './community/write.js';
import { delayOf, DELAY_RESOLUTION_MS } from './delay.js';
import { how } from './how.js';
import { openHub } from './hub-process.js';
import type { Keeps } from './line.js';
import { readable } from './measuring.js';

const RENAME_SEED = 11;
const SHOWN_SEED = 12;
/** How many names a client has on its screens and at hand. */
const NAMES_SHOWN = 40;
const LOOK_INTERVAL_MS = 20;

/** The lists of their own that a browser reads. */
const OWN = [
  ['mentorship', 'mentee'],
  ['mentorship', 'mentor'],
  ['meeting', 'openFor'],
  ['action', 'owner'],
  ['goal', 'mentee'],
  ['notice', 'person'],
  ['request', 'mentee'],
  ['request', 'mentor'],
] as const;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    clients: { type: 'string', default: '1000' },
    renames: { type: 'string', default: '500' },
  },
});
const size = values.full ? FULL_SIZE : USUAL_SIZE;
const copy = await communityCopy(size, console.log);
const hub = await openHub(copy.folder, MASTER_KEY);
const log = await copy.openLog();
try {
  const random = new Telling(SHOWN_SEED).random;
  const names = new Map(
    copy.roll.people.map((person) => [person, Array.from({ length: NAMES_SHOWN }, () => random.pick(copy.roll.people))]),
  );
  const namesShown = (person: string) => [...new Set(names.get(person) ?? [])];
  const keeps = (person: string): Keeps => ({
    views: [],
    scopes: [
      { view: 'person', ids: namesShown(person) },
      { view: 'directory', ids: namesShown(person).slice(0, 1) },
      ...OWN.map(([view, field]) => ({ view, where: { [field]: person } })),
    ],
  });
  const home = someOf(copy.roll.people, Number(values.clients));
  await hub.reaches(await signIn(log, home));
  const { staying, failures } = await come((await hub.ask('state')).port, home, new Map(), WARM_UP_LINES, { stay: true, keeps });
  const before = staying.map((line) => line.heard);
  await hub.ask('settle');
  await hub.ask('begin');
  const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  delay.enable();
  const beganMs = performance.now();
  const renamed = new Set(someOf(copy.roll.people, Number(values.renames)));
  const shownTo = home.reduce((sum, person) => sum + namesShown(person).filter((one) => renamed.has(one)).length, 0);
  const last = (await appendAll(log, renames(copy.roll.people, Number(values.renames)))) ?? '';
  // Everybody is told how far the hub is, those included whom no rename concerned.
  while (staying.some((line) => line.heard.through < last)) await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
  const wallSeconds = (performance.now() - beganMs) / 1e3;
  delay.disable();
  const { delay: hubDelayMs, cpuSeconds } = await hub.ask('end');
  const since = (of: 'rows' | 'bytes') => staying.reduce((sum, line, place) => sum + line.heard[of] - (before[place]?.[of] ?? 0), 0);
  const figures = {
    clients: staying.length,
    failures,
    renames: Number(values.renames),
    wallSeconds,
    /** Renames of people whose name is shown, once for each client that shows it. */
    shownTo,
    deliveries: since('rows'),
    megabytes: since('bytes') / 1e6,
    hubDelayMs,
    hubCpuSeconds: cpuSeconds,
    generatorDelayMs: delayOf(delay),
  };
  for (const line of staying) line.drop();
  console.table(readable(figures));
  const method = `all clients are on the line and show ${NAMES_SHOWN} names and one person of the directory each, beside their own; a delivery is one row that reaches one client`;
  const floors = { onlyToThoseWhoShowIt: figures.deliveries <= shownTo };
  console.log(JSON.stringify({ bench: 'renames', floors, ...(readable(figures) as object), how: how(method, values.full) }));
} finally {
  await log.close();
  await hub.stop();
  await copy.remove();
}

function renames(people: readonly string[], count: number) {
  const telling = new Telling(RENAME_SEED);
  for (const person of someOf(people, count)) {
    const given = telling.random.pick(['Robin', 'Alex', 'Sam', 'Jo']);
    telling.tell({ on: 'person', of: person, at: Date.parse(ENDS), by: person, institutions: [] }, 'PersonRenamed', {
      person,
      name: `${given} Taylor`,
      names: { given, family: 'Taylor' },
    });
  }
  return telling.told;
}
