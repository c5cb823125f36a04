import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from '../../event-store/sqlite/check-file.js';
import { triedWith } from '../../privacy/keyring.js';
import { LogNotChecked } from '../../event-store/not-checked.js';
import type { CheckAnswer, CheckOrder } from './check-thread.js';

const { file, witnesses, master, gently } = workerData as CheckOrder;
const sleeping = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
/** Half of one core at most, where a hub serves beside it. */
const pause = (tookMs: number) => void (gently && Atomics.wait(sleeping, 0, 0, tookMs));

parentPort?.postMessage(checked());

function checked(): CheckAnswer {
  try {
    const tryKey = master && triedWith({ ...master, bytes: Buffer.from(master.bytes) });
    return { report: checkFile(file, { witnesses, pause, ...(tryKey && { tryKey }) }) };
  } catch (error) {
    if (!(error instanceof LogNotChecked)) throw error;
    const { cause, report } = error;
    return { notChecked: cause instanceof Error ? cause.message : String(cause), ...(report && { report }) };
  }
}
