import { Worker } from 'node:worker_threads';
import type { Report } from '@alongside/ml/evaluation/evaluate.js';
import { CannotBeDone } from '../app/tools/tool.js';
import { builtModule } from '../event-store/built.js';
import type { EvaluateOrder, EvaluateSaid } from './evaluate-order.js';

interface Asking {
  /** Told how much is done, from 0 to 1, and what is being done. */
  readonly onProgress?: (done: number, doing: string) => void;
  /** Ends the thread wherever it is; the caller then gets a sentence. */
  readonly signal?: AbortSignal;
}

const STOPPED = 'The evaluation was stopped. Nothing was written.';

/** Evaluates on a thread of its own, so that the caller stays free. Rejects with `CannotBeDone`, or where the thread failed. */
export async function evaluateOnThread(order: EvaluateOrder, { onProgress, signal }: Asking = {}): Promise<Report> {
  if (signal?.aborted) throw new CannotBeDone(STOPPED);
  const worker = new Worker(builtModule('./evaluate.worker.js', import.meta.url), { workerData: order });
  let cancel = (): void => undefined;
  try {
    return await new Promise<Report>((resolve, reject) => {
      cancel = () => reject(new CannotBeDone(STOPPED));
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', (said: EvaluateSaid) => {
        if (said.kind === 'progress') onProgress?.(said.done, said.doing);
        else if (said.kind === 'ended') resolve(said.report);
        else reject(new CannotBeDone(said.sentence));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread that evaluates ended without a report.')));
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
