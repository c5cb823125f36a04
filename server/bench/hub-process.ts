import { fork } from 'node:child_process';
import { once } from 'node:events';
import { builtModule } from '../event-store/built.js';
import type { Delay } from './delay.js';

/** What a bench may ask of its hub, over a line that no product has. */
export interface Answers {
  readonly state: { readonly port: number; readonly through: string | null; readonly unfinished: readonly string[] };
  /** Once all that follows from the log is done. */
  readonly settle: object;
  /** Begins to measure. */
  readonly begin: object;
  readonly end: { readonly delay: Delay; readonly cpuSeconds: number; readonly rssMegabytes: number };
  readonly stop: object;
}
export interface Asked {
  readonly id: number;
  readonly ask: keyof Answers;
}

/** A hub in a process of its own. */
export interface BenchHub {
  ask<Ask extends keyof Answers>(what: Ask): Promise<Answers[Ask]>;
  /** Settles once the hub's views are as far as a position. */
  reaches(position: string): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_INTERVAL_MS = 20;

/** Starts a hub on a data folder, without the demonstration. Settles once it serves. */
export async function openHub(dataDir: string, masterKey: string): Promise<BenchHub> {
  const child = fork(builtModule('./hub.child.js', import.meta.url), {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY: masterKey },
    execArgv: ['--expose-gc'],
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: 'ready' | { readonly id: number; readonly answer: unknown }) => {
      if (message === 'ready') return resolve();
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
    });
    child.once('exit', (code) => reject(new Error(`The hub of the bench ended with ${code}.`)));
  });
  await ready;
  let asked = 0;
  const ask = <Ask extends keyof Answers>(what: Ask) =>
    new Promise<Answers[Ask]>((resolve) => {
      const id = ++asked;
      // The child answers each question with what `Answers` says.
      waiting.set(id, (answer) => resolve(answer as Answers[Ask]));
      child.send({ id, ask: what } satisfies Asked);
    });
  return {
    ask,
    reaches: async (position) => {
      while (((await ask('state')).through ?? '') < position) await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.send({ id: ++asked, ask: 'stop' } satisfies Asked);
      await gone;
    },
  };
}
