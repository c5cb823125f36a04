import { parentPort, workerData } from 'node:worker_threads';
import { learnFrom } from '@alongside/ml/learned/learn.js';
import type { Lesson } from '@alongside/ml/learned/lesson.js';
import { LEARN_FLOOR_OUTCOMES, LEARN_LIMIT_OUTCOMES } from '@alongside/ml/learned/limits.js';
import { verdictOf } from '@alongside/ml/learned/verdict.js';
import { openBackend } from '@alongside/ml/model/tensorflow/backend.js';
import { tensorFlowTrainer } from '@alongside/ml/model/tensorflow/tensorflow-trainer.js';
import type { LearnAsked, LearnEnd, LearnOrder, LearnSaid } from './learn-order.js';
import { idOf, loadHubModel, saveHubModel } from './learned-files.js';

const say = (said: LearnSaid): void => parentPort?.postMessage(said);
const { root, seed, epochs, serving, trainedAt } = workerData as LearnOrder;

let lessons: Lesson[] = [];
const began = new Promise<Extract<LearnAsked, { kind: 'learn' }>>((resolve) => {
  parentPort?.on('message', (asked: LearnAsked) => {
    if (asked.kind === 'learn') return resolve(asked);
    lessons.push(...asked.lessons);
    // The newest stay: what a programme was like years ago teaches less.
    if (lessons.length > 2 * LEARN_LIMIT_OUTCOMES) lessons = lessons.slice(-LEARN_LIMIT_OUTCOMES);
  });
});

async function learn({ reached, erased }: Extract<LearnAsked, { kind: 'learn' }>): Promise<LearnEnd> {
  const gone = new Set(erased);
  const known = lessons.filter(({ mentee, mentor }) => !gone.has(mentee) && !gone.has(mentor)).slice(-LEARN_LIMIT_OUTCOMES);
  if (known.length < LEARN_FLOOR_OUTCOMES) return { model: null, verdict: verdictOf([], known.length) };
  const trainer = tensorFlowTrainer(await openBackend());
  const onProgress = (done: number, doing: string) => say({ kind: 'progress', done, doing });
  onProgress(0, `Training with ${trainer.backend}`);
  const before = serving === null ? undefined : await loadHubModel(root, serving).catch(() => undefined);
  const learned = learnFrom(known, { trainer, seed, epochs, onProgress }, before);
  if (!learned?.verdict.may) return { model: null, verdict: learned?.verdict ?? verdictOf([], known.length) };
  const { model, meaning, verdict, trainedWith } = learned;
  const { id, bytes } = idOf({ model, meaning });
  await saveHubModel(root, {
    id,
    model,
    meaning,
    card: { trainedAt, backend: trainer.backend, seed, outcomes: known.length, trainedWith, through: reached.position, bytes, verdict },
    reached,
    people: [...new Set(known.flatMap(({ mentee, mentor }) => [mentee, mentor]))],
  });
  return { model: id, verdict };
}

say({ kind: 'ended', ...(await learn(await began)) });
