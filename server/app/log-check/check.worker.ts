import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from '../../event-store/sqlite/check-file.js';
import { triedWith } from '../../privacy/keyring.js';
import type { CheckOrder } from './check-thread.js';

const { file, witnesses, master, gently } = workerData as CheckOrder;
const sleeping = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
/** Half of one core at most, where a hub serves beside it. */
const pause = (tookMs: number) => void (gently && Atomics.wait(sleeping, 0, 0, tookMs));

parentPort?.postMessage(
  checkFile(file, {
    witnesses,
    pause,
    ...(master && { tryKey: triedWith({ ...master, bytes: Buffer.from(master.bytes) }) }),
  }),
);
