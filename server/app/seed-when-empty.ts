import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { NameOfAddress } from '../commands/addresses.js';
import { carryOnDemo, seedDemo, ToldOtherwise } from '../demo/seed.js';
import { DEMO_SEED } from '../demo/tell.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import type { Clock } from './clock.js';
import { BENCH_CLAIM, CLAIM, kindOf, mark } from './log-kind.js';
import type { Logger } from './logger.js';

interface Claim {
  /** The instant at which the telling ends: with the seed, and with what was in the log before, it decides every event and every id. */
  readonly now: Instant;
  readonly seed: number;
  readonly revision: number;
  readonly told: boolean;
  /** A telling that carries the story on follows this event, the last before it. */
  readonly after: Position | undefined;
  /** The last event of the telling, once it is told to its end. */
  readonly through: Position | undefined;
}

/** What a start of the demonstration works with. */
export interface Telling {
  readonly store: EventStore;
  readonly log: SealedLog<AnyEvent>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The names of addresses in this log. */
  readonly nameOf: NameOfAddress;
}

/**
 * Seeds the demo community and its consequences into an empty log. An unfinished seed restarts at once: same instant, seed and log give the
 * same event ids, in every process.
 */
export async function seedWhenEmpty({ store, log, clock, logger, nameOf }: Telling): Promise<void> {
  const [first] = await claimsIn(store);
  const claim =
    first ?? ((await kindOf(store)) === 'empty' ? await claimed(store, 'noStream', clock.now(), { seed: DEMO_SEED }) : undefined);
  if (!claim || claim.told) return;
  logger.info('Setting up the demo community. This takes up to a minute.');
  const startedMs = performance.now();
  const told = await toldToItsEnd({ store, clock, logger }, claim, () => seedDemo(log, claim.now, nameOf, claim.seed));
  if (told) logger.info('The demo community is ready.', { milliseconds: Math.round(performance.now() - startedMs) });
}

/**
 * Continues the demo story to today, so a reopened demonstration is in the middle of its work. What visitors did counts. A log without a
 * seeded story stays untouched.
 */
export async function carryOnWhenAged(telling: Telling): Promise<void> {
  const { store, log, clock, logger, nameOf } = telling;
  const claims = await claimsIn(store);
  const [first, last] = [claims[0], claims.at(-1)];
  if (!first || !last || first.through === undefined) return;
  const aged = dayOf(clock.now()) > dayOf(last.now);
  const claim = last.told ? (aged ? await claimedNext(store, log, clock.now(), last) : undefined) : last;
  if (!claim || claim.told) return;
  logger.info('Bringing the demo community up to date. This takes up to a minute.');
  const startedMs = performance.now();
  const opened = claims.findLast(({ revision }) => revision < claim.revision)?.now ?? first.now;
  const chapter = { opened, now: claim.now, seed: claim.seed, number: claim.revision / 2 };
  const told = await toldToItsEnd({ store, clock, logger }, claim, () => carryOnDemo(log, chapter, nameOf, claim.after));
  if (told) logger.info('The demo community is up to date.', { milliseconds: Math.round(performance.now() - startedMs) });
  // A telling that was broken off on an earlier day ends there.
  if (last === claim) await carryOnWhenAged(telling);
}

/** What was told here, with whatever had to follow from it, by its last telling: all after one event, up to another. */
export async function lastTold(store: EventStore): Promise<Pick<Claim, 'after' | 'through'> | undefined> {
  const claims = [...(await claimsIn(store, BENCH_CLAIM)), ...(await claimsIn(store))];
  const last = claims.findLast(({ through }) => through !== undefined);
  return last && { after: last.after, through: last.through };
}

/** Settles with whether it was told here, and to its end. */
async function toldToItsEnd(
  { store, clock, logger }: Pick<Telling, 'store' | 'clock' | 'logger'>,
  claim: Claim,
  tell: () => Promise<Position | undefined>,
): Promise<boolean> {
  const through = await tell().catch((error: unknown) => {
    if (!(error instanceof ToldOtherwise)) throw error;
    logger.warn(
      'The demo community was not told to its end: it was begun by another version of the hub, or somebody has lived in it since. Start with an empty data folder to have all of it.',
      { stream: error.stream },
    );
    return undefined;
  });
  // Where another teller was quicker this meets its mark, and nothing is left to say.
  const ended = await store.append(CLAIM, claim.revision, [mark('DemoTold', clock.now(), through === undefined ? {} : { through })]);
  return ended.ok && through !== undefined;
}

/** Claims a telling for this instant, or finds that another process did a moment ago. */
async function claimed(store: EventStore, expected: number | 'noStream', now: Instant, data: object): Promise<Claim | undefined> {
  await store.append(CLAIM, expected, [mark('DemoClaimed', now, data)]);
  return (await claimsIn(store)).at(-1);
}

async function claimedNext(
  store: EventStore,
  log: SealedLog<AnyEvent>,
  now: Instant,
  { revision, seed }: Claim,
): Promise<Claim | undefined> {
  const after = await log.head();
  return after === undefined ? undefined : claimed(store, revision + 1, now, { seed, after });
}

/** Every telling, oldest first: each is a claim and, once it has ended, its end. */
async function claimsIn(store: EventStore, stream = CLAIM): Promise<readonly Claim[]> {
  const marks = await store.readStream(stream);
  return marks.flatMap((claim, index) => {
    if (claim.type !== 'DemoClaimed') return [];
    const { seed = DEMO_SEED, after } = claim.data as { seed?: number; after?: Position };
    const end = marks[index + 1];
    const through = (end?.data as { through?: Position } | undefined)?.through;
    return [{ now: claim.at, seed, revision: claim.revision, told: end !== undefined, after, through }];
  });
}
