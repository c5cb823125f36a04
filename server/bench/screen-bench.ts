import { parseArgs } from 'node:util';
import { streamOf, type PersonId } from '@alongside/domain/kernel/brand.js';
import { signIn } from './clients.js';
import { communityCopy } from './community/kept.js';
import { cookieOf, MASTER_KEY, type CommunityLog } from './community/log.js';
import { LARGE_TRUST } from './community/houses.js';
import { FULL_SIZE, USUAL_SIZE } from './community/size.js';
import { how } from './how.js';
import { openHub } from './hub-process.js';
import { median, readable } from './measuring.js';
import { loadScreen, type ScreenAsked, type ScreenLoad } from './screen.js';

const SLOW_DOWN = 4;
const ROUNDS = '5';

/** What a screen may take, with the processor slowed down: each figure by the name under which it is said. */
export type ScreenFloors = Readonly<Partial<Record<'usableSeconds' | 'longestTaskMs' | 'megabytes', number>>>;

/** Measures a screen of the large trust as its coordinator sees it, several times, and says the median and whether it keeps to its floors. */
export async function benchScreen(
  bench: string,
  path: string,
  { first, usable }: Pick<ScreenAsked, 'first' | 'usable'>,
  limits: ScreenFloors,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      rounds: { type: 'string', default: ROUNDS },
      'slow-down': { type: 'string', default: String(SLOW_DOWN) },
    },
  });
  const copy = await communityCopy(values.full ? FULL_SIZE : USUAL_SIZE, console.log);
  const hub = await openHub(copy.folder, MASTER_KEY);
  const log = await copy.openLog();
  try {
    const person = await coordinatorIn(log);
    await hub.reaches(await signIn(log, [person]));
    const address = `http://127.0.0.1:${(await hub.ask('state')).port}`;
    const loads: ScreenLoad[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1)
      loads.push(await loadScreen({ address, cookie: cookieOf(person), path, first, usable, slowDown: Number(values['slow-down']) }));
    const firstSeconds = { median: median(loads.map((load) => load.firstSeconds)), each: loads.map((load) => load.firstSeconds) };
    const usableSeconds = { median: median(loads.map((load) => load.usableSeconds)), each: loads.map((load) => load.usableSeconds) };
    const longestTaskMs = median(loads.map((load) => load.longestTaskMs));
    const { reads = {}, rows = {}, megabytes = Number.NaN } = loads.at(-1) ?? {};
    const figures = { slowDown: Number(values['slow-down']), firstSeconds, usableSeconds, longestTaskMs, megabytes, reads, rows };
    console.log(readable(figures));
    const measured = { usableSeconds: usableSeconds.median, longestTaskMs, megabytes };
    const floors = Object.fromEntries(Object.entries(limits).map(([name, most]) => [name, measured[name as keyof ScreenFloors] <= most]));
    const method = `a new browser without a cache each time; ${path} for a coordinator of ${LARGE_TRUST}; reads, rows and bytes are those of the last round`;
    console.log(JSON.stringify({ bench, floors, ...(readable(figures) as object), how: how(method, values.full) }));
  } finally {
    await log.close();
    await hub.stop();
    await copy.remove();
  }
}

/** A coordinator of the large trust. */
export async function coordinatorIn({ sealed }: CommunityLog): Promise<PersonId> {
  for (const event of await sealed.readStream(streamOf('institution', LARGE_TRUST)))
    if (event.type === 'RoleGranted' && event.data.role === 'coordinator') return event.data.person;
  throw new Error(`Nobody coordinates ${LARGE_TRUST}.`);
}
