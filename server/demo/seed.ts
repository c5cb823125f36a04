import { createHmac } from 'node:crypto';
import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { aggregateOf, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { actorOf, gather } from '@alongside/projections/facts/index.js';
import { allViews } from '@alongside/projections/views/index.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import { allFollowUps } from '../reactors/all-reactors.js';
import { clockWork } from '../reactors/remind-and-lapse-requests.js';
import type { Outgoing } from '../privacy/sealed-log.js';
import type { Play, ToldEvent } from './simulation.js';
import { DEMO_SEED, tellDemo } from './tell.js';

/** Appends under way at once: they share disk syncs and still reach the log in order. */
const AT_ONCE_APPENDS = 256;

/** The hub's own rules, views and reactors, for a story to be played by. */
export const hubPlay = (seed: number): Play => ({
  rules: { aggregateOf, gather, actorOf },
  views: allViews,
  follow: (event, look) =>
    allFollowUps(event as Recorded<AnyEvent>, {
      look,
      now: () => event.at,
      // The story is the same for everybody: its codes may be known.
      secret: (purpose, text) => createHmac('sha256', `demo ${seed}`).update(`${purpose}\0${text}`).digest('hex'),
    }),
  clockWork,
});

/** Fills an empty log with the fictional community. Settles with the position of its last event. */
export async function seedDemo(log: Pick<SealedLog<AnyEvent>, 'append'>, now: Instant, seed = DEMO_SEED): Promise<Position | undefined> {
  const told = tellDemo(hubPlay(seed), now, seed);
  const waiting = new Set<Promise<void>>();
  let last: Position | undefined;
  for (const run of runsOf(told)) {
    const [first] = run;
    if (!first) continue;
    const append = log
      .append(
        first.stream,
        first.revision === 0 ? 'noStream' : first.revision - 1,
        run.map(({ event }) => event as Outgoing<AnyEvent>),
      )
      .then((appended) => {
        if (!appended.ok) throw new Error(`The demo community cannot be told: stream ${first.stream} is in the log already.`);
        if (last === undefined || appended.value.position > last) last = appended.value.position;
      });
    const settled: Promise<void> = append.finally(() => waiting.delete(settled));
    waiting.add(settled);
    if (waiting.size >= AT_ONCE_APPENDS) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  return last;
}

/** Neighbours of one stream go in one append. */
function* runsOf(told: readonly ToldEvent[]): Iterable<readonly ToldEvent[]> {
  let run: ToldEvent[] = [];
  for (const one of told) {
    if (run.length > 0 && run[0]?.stream !== one.stream) {
      yield run;
      run = [];
    }
    run.push(one);
  }
  if (run.length > 0) yield run;
}
