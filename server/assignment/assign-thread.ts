import { Worker } from 'node:worker_threads';
import type { Result } from '@alongside/domain/kernel/result.js';
import type { Trouble } from '@alongside/ml/assignment/problem.js';
import { Cancelled } from '@alongside/ml/assignment/watch.js';
import { builtModule } from '../event-store/built.js';
import type { Assigned, AssignOrder, AssignSaid } from './assign-order.js';

interface Asking {
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Ends the thread wherever it is; the caller then gets `Cancelled`. */
  readonly signal?: AbortSignal;
}

/** Assigns on a thread of its own, so that the caller goes on serving. Rejects with `Cancelled`, or where the thread failed. */
export async function assignOnThread(order: AssignOrder, { onProgress, signal }: Asking = {}): Promise<Result<Assigned, Trouble>> {
  if (signal?.aborted) throw new Cancelled();
  const worker = new Worker(builtModule('../bundle/assign.worker.js', import.meta.url), { workerData: order });
  let cancel = (): void => undefined;
  try {
    return await new Promise<Result<Assigned, Trouble>>((resolve, reject) => {
      cancel = () => reject(new Cancelled());
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', (said: AssignSaid) => (said.kind === 'progress' ? onProgress?.(said.done) : resolve(said.result)));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread that assigns ended without an answer.')));
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
