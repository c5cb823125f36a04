import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { happened } from '@alongside/projections/testing/given-events.js';
import { EventStoreNotRead } from '../event-store/checks.js';
import { REACTION_LIMIT_TRIES, ReactorRunner } from './reactor-runner.js';

const joined = happened('RecordsJoined', { person: 'ben', joined: 'moved', belongs: [] }, { stream: 'joining-ben_moved' });
const events = [joined] as unknown as readonly Recorded<AnyEvent>[];

/** How often a reaction is tried that the disk does not give a page for, and whether it is set aside. `awayTimes`: how often nothing else is given either. */
async function reacts(awayTimes: number): Promise<{ readonly tries: number; readonly aside: number }> {
  let followed: Promise<void> = Promise.resolve();
  let tries = 0;
  let asked = 0;
  const runner = new ReactorRunner({
    log: {
      async *readAll() {},
      readStream: async () => [],
      follow: (_: unknown, handle: (batch: typeof events) => Promise<void>) => {
        followed = Promise.resolve(handle(events));
        return { close: async () => undefined };
      },
    } as never,
    caughtUp: async () => true,
    dispatcher: {} as never,
    world: { look: {} as never, now: () => joined.at, secret: () => '' },
    reactors: [],
    effects: [
      {
        name: 'reading',
        on: {
          RecordsJoined: async () => {
            tries += 1;
            // Without an end, a runner that never sets aside would go on.
            if (tries < 3 * REACTION_LIMIT_TRIES) throw new EventStoreNotRead(new Error('EIO'));
          },
        },
      },
    ],
    checkpoints: { load: async () => ({ positions: {}, aside: [] }), save: async () => undefined } as never,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined } as never,
    probeReading: async () => {
      asked += 1;
      if (asked <= awayTimes) throw new EventStoreNotRead(new Error('EIO'));
    },
    pause: async () => undefined,
  });
  await runner.start();
  await followed;
  const aside = runner.aside.length;
  await runner.close();
  return { tries, aside };
}

describe('a reaction that the disk does not give something for', () => {
  test('is set aside after its tries where the rest of the log is given: one page stops nothing else', async () => {
    expect(await reacts(0)).toEqual({ tries: REACTION_LIMIT_TRIES, aside: 1 });
  });

  test('is tried on while nothing of the log is given', async () => {
    expect(await reacts(2)).toEqual({ tries: REACTION_LIMIT_TRIES + 2, aside: 1 });
    expect(await reacts(Number.POSITIVE_INFINITY)).toEqual({ tries: 3 * REACTION_LIMIT_TRIES, aside: 0 });
  });
});
