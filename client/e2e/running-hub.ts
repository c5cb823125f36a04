import { rm } from 'node:fs/promises';
import { onDay } from '../../scripts/lib/other-day.mjs';
import { copyData, newDataDir, startHubIn } from '../../scripts/lib/hub.mjs';

/** How long the hub and the browsers may take to be there, in milliseconds, on a machine that does other things as well. */
export const OPENING_LIMIT_MS = 240_000;

/** A hub in a process of its own, with a data folder of its own that goes when it stops. */
export interface RunningHub {
  /** Where it answers, without a slash at the end. */
  readonly address: string;
  readonly dataDir: string;
  /** What it printed so far. */
  readonly said: readonly string[];
  /** Stops it and starts it again at the same address with the same data, so many minutes later by its clock. */
  restartLater(minutes: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built server on a free port with nothing in it yet. `env` adds to its settings. Rejects with what it said when it does not become ready. */
export const startHub = async (env: Readonly<Record<string, string>> = {}): Promise<RunningHub> => running(await newDataDir(), env);

/** Starts the demonstration with its fictional community already there: a copy of the one that was seeded before the journeys. */
export async function startDemo(): Promise<RunningHub> {
  const seeded = process.env['DEMO_SEEDED'];
  if (!seeded) throw new Error('DEMO_SEEDED is not set: run the journeys with npm run e2e, which seeds the demonstration once.');
  return running(await copyData(seeded), {});
}

async function running(dataDir: string, env: Readonly<Record<string, string>>): Promise<RunningHub> {
  const remove = () => rm(dataDir, { recursive: true, force: true });
  let hub = await startHubIn(dataDir, env).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const { address } = hub;
  return {
    address,
    dataDir,
    get said() {
      return hub.said;
    },
    restartLater: async (minutes) => {
      await hub.stop();
      const later = onDay({ at: new Date(Date.now() + minutes * 60_000).toISOString() });
      hub = await startHubIn(dataDir, { ...env, ...later, PORT: new URL(address).port });
    },
    stop: async () => {
      await hub.stop();
      await remove();
    },
  };
}
