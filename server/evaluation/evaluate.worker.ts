import { parentPort, workerData } from 'node:worker_threads';
import { evaluate } from '@alongside/ml/evaluation/evaluate.js';
import { openBackend } from '@alongside/ml/model/tensorflow/backend.js';
import { tensorFlowTrainer } from '@alongside/ml/model/tensorflow/tensorflow-trainer.js';
import { errorCodeOf } from '../app/error-code.js';
import { CannotBeDone, wrong } from '../app/tools/tool.js';
import { saveModel } from '../models/model-files.js';
import type { EvaluateOrder, EvaluateSaid } from './evaluate-order.js';
import { readExamples } from './read-examples.js';

const say = (said: EvaluateSaid): void => parentPort?.postMessage(said);

const { train, test, seed, epochs, keep } = workerData as EvaluateOrder;
try {
  const trainer = tensorFlowTrainer(await openBackend());
  say({ kind: 'progress', done: 0, doing: `Training with ${trainer.backend}` });
  say({ kind: 'progress', done: 0, doing: 'Loading examples' });
  const [learned, held] = [await readExamples(train), await readExamples(test)];
  const onProgress = (done: number, doing: string) => say({ kind: 'progress', done, doing });
  const { report, model } = evaluate(learned, held, { trainer, seed, epochs, onProgress }, () => performance.now());
  if (keep !== undefined) {
    const { backend, examples, validation } = report;
    await saveModel(keep, model, {
      trainedAt: new Date().toISOString(),
      backend,
      seed,
      examples,
      metrics: { validation: validation.model },
    }).catch((error: unknown) => wrong(`The model could not be written to ${keep} (${errorCodeOf(error) ?? String(error)}).`));
  }
  say({ kind: 'ended', report });
} catch (error) {
  if (!(error instanceof CannotBeDone)) throw error;
  say({ kind: 'refused', sentence: error.message });
}
