import { Worker } from 'node:worker_threads';
import { builtModule } from '../../event-store/built.js';
import type { NamedWitness } from '../../event-store/chain-check.js';
import type { CheckReport } from '../../event-store/findings.js';
import { LogNotChecked } from '../../event-store/not-checked.js';
import type { MasterKey } from '../../privacy/master-key.js';

/** What a thread is to check. */
export interface CheckOrder {
  readonly file: string;
  readonly witnesses: readonly NamedWitness[];
  /** Where it is at hand, each key is opened with it. */
  readonly master?: Pick<MasterKey, 'bytes' | 'fingerprint'>;
  /** Leaves half of its core to others. */
  readonly gently: boolean;
}

/** What a thread answers. Thrown across threads, an error would lose what it is. */
export type CheckAnswer = { readonly report: CheckReport } | { readonly notChecked: string; readonly report?: CheckReport };

/**
 * Checks the file of a log on a thread of its own, so that people who are served do not wait. Undefined where `signal` ended it. Throws
 * `LogNotChecked`.
 */
export async function checkOnThread(order: CheckOrder, signal?: AbortSignal): Promise<CheckReport | undefined> {
  const worker = new Worker(builtModule('../../bundle/check.worker.js', import.meta.url), { workerData: order });
  // A hub that is told to stop does not wait for a check.
  worker.unref();
  try {
    return await new Promise<CheckReport | undefined>((resolve, reject) => {
      const end = () => resolve(undefined);
      if (signal?.aborted) return end();
      signal?.addEventListener('abort', end, { once: true });
      worker.once('message', (answer: CheckAnswer) => {
        if ('report' in answer) resolve(answer.report);
        else reject(new LogNotChecked(answer.notChecked, answer.report));
      });
      worker.once('error', reject);
      worker.once('exit', end);
    });
  } finally {
    await worker.terminate();
  }
}
