import { parentPort, workerData } from 'node:worker_threads';
import { ok, type Result } from '@alongside/domain/kernel/result.js';
import { assign } from '@alongside/ml/assignment/assign.js';
import type { Trouble } from '@alongside/ml/assignment/problem.js';
import { resolve } from '@alongside/ml/assignment/resolve.js';
import type { Watch } from '@alongside/ml/assignment/watch.js';
import { whyNot } from '@alongside/ml/assignment/why-not.js';
import type { Assigned, AssignOrder, AssignSaid } from './assign-order.js';

const say = (said: AssignSaid): void => parentPort?.postMessage(said);

function work({ problem, kept, why }: AssignOrder, watch: Watch): Result<Assigned, Trouble> {
  const answer = kept ? resolve(problem, kept, watch) : assign(problem, watch);
  if (!answer.ok || !why) return answer;
  const forced = whyNot(kept ? { ...problem, keep: kept } : problem, answer.value, why, watch);
  return forced.ok ? ok({ ...answer.value, why: forced.value }) : forced;
}

say({ kind: 'ended', result: work(workerData as AssignOrder, { onProgress: (done) => say({ kind: 'progress', done }) }) });
