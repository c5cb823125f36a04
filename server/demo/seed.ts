import { createHmac } from 'node:crypto';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { Instant, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { aggregateOf, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { actorOf, gather } from '@alongside/projections/facts/index.js';
import { allViews } from '@alongside/projections/views/index.js';
import { errorCodeOf } from '../app/error-code.js';
import { manyAtOnce } from '../event-store/many-at-once.js';
import type { NameOfAddress } from '../commands/addresses.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import { allFollowUps } from '../reactors/all-reactors.js';
import { clockWork } from '../reactors/clock-work.js';
import type { Outgoing } from '../privacy/sealed-log.js';
import { carryOn, type Chapter } from './carry-on.js';
import type { Play, ToldEvent } from './simulation.js';
import { DEMO_SEED, tellDemo } from './tell.js';

/** Appends under way at once: they share disk syncs and still reach the log in order. */
const AT_ONCE_APPENDS = 256;

/** How a log says that some of these ids are in it already, in another place. */
const ID_REUSED = 'EVENT_STORE.ID_REUSED';

/** The hub's own rules, views and reactors, for a story to be played by. */
export const hubPlay = (seed: number, nameOf: NameOfAddress = storyName(seed)): Play => ({
  rules: { aggregateOf, gather, actorOf },
  views: allViews,
  follow: (event, look) =>
    allFollowUps(event as Recorded<AnyEvent>, {
      look,
      now: () => event.at,
      // The story is the same for everybody: its codes may be known.
      secret: storySecret(seed),
    }),
  clockWork,
  nameOf,
});

const storySecret = (seed: number) => (purpose: string, text: string) =>
  createHmac('sha256', `demo ${seed}`).update(`${purpose}\0${text}`).digest('hex');
/** How addresses are named where the story is told to no hub, which has a key of its own. */
const storyName =
  (seed: number): NameOfAddress =>
  (email) =>
    storySecret(seed)('address', comparableEmail(email));

/** The log holds something else where the story has an event: it was begun by another story, or lived in since. */
export class ToldOtherwise extends Error {
  constructor(readonly stream: StreamId) {
    super(`The demo community cannot be told: stream ${stream} is in the log already, and not as the story has it.`);
    this.name = 'ToldOtherwise';
  }
}

/** Seeds an empty log, or one that holds the start of this story. Settles with the position of the last event. Throws `ToldOtherwise`. */
export async function seedDemo(
  log: Pick<SealedLog<AnyEvent>, 'append'>,
  now: Instant,
  nameOf: NameOfAddress,
  seed = DEMO_SEED,
): Promise<Position | undefined> {
  return append(log, tellDemo(hubPlay(seed, nameOf), now, seed));
}

/**
 * Continues the story after a position; later events count as another process’s part of this chapter. Settles with the last position.
 * Throws `ToldOtherwise`.
 */
export async function carryOnDemo(
  log: Pick<SealedLog<AnyEvent>, 'append' | 'readAll'>,
  chapter: Chapter,
  nameOf: NameOfAddress,
  after: Position | undefined,
): Promise<Position | undefined> {
  return append(log, await carryOn(hubPlay(chapter.seed, nameOf), upTo(log, after), chapter));
}

/** The history up to a position, that event included. */
async function* upTo(log: Pick<SealedLog<AnyEvent>, 'readAll'>, last: Position | undefined): AsyncIterable<readonly Recorded[]> {
  for await (const events of log.readAll()) {
    const before = last === undefined ? events : events.filter(({ position }) => position <= last);
    yield before;
    if (before.length < events.length) return;
  }
}

async function append(log: Pick<SealedLog<AnyEvent>, 'append'>, told: readonly ToldEvent[]): Promise<Position | undefined> {
  let last: Position | undefined;
  await manyAtOnce(runsOf(told), AT_ONCE_APPENDS, async (run) => {
    const [first] = run;
    if (!first) return;
    const position = await appendRun(log, first, run);
    if (last === undefined || position > last) last = position;
  });
  return last;
}

/** What is in the log already, under the same ids, is answered as it was the first time. */
async function appendRun(
  log: Pick<SealedLog<AnyEvent>, 'append'>,
  { stream, revision }: ToldEvent,
  run: readonly ToldEvent[],
): Promise<Position> {
  const events = run.map(({ event }) => event as Outgoing<AnyEvent>);
  const appended = await log.append(stream, revision === 0 ? 'noStream' : revision - 1, events).catch((error: unknown) => {
    throw errorCodeOf(error) === ID_REUSED ? new ToldOtherwise(stream) : error;
  });
  if (!appended.ok) throw new ToldOtherwise(stream);
  return appended.value.position;
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
