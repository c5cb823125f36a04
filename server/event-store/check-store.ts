import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { ChainCheck, type NamedWitness, type TryKey } from './chain-check.js';
import type { CheckReport } from './findings.js';
import { bodyOf } from './hash.js';
import { refuseTheMoment } from './not-checked.js';

/** So few events are checked in one turn that nobody who is served notices: about 2 ms. */
const TURN_EVENTS = 32;
/** A pause after each turn, in milliseconds, so that a check in the background takes no more than half of a thread. */
const PAUSE_MS = 2;

export interface CheckOptions {
  readonly witnesses?: readonly NamedWitness[];
  readonly tryKey?: TryKey;
  /** Pauses between turns, for a hub that serves meanwhile. */
  readonly gently?: boolean;
  readonly signal?: AbortSignal;
}

/** Checks any log through its port, in small turns; pages and indexes of a file are not seen from here. Undefined where `signal` ended it. Throws `LogNotChecked`. */
export async function checkStore(
  store: Pick<EventStore, 'readAll'>,
  name: string,
  { witnesses, tryKey, gently, signal }: CheckOptions = {},
): Promise<CheckReport | undefined> {
  const check = new ChainCheck(name, witnesses, tryKey);
  try {
    for await (const batch of store.readAll({ batchSizeEvents: TURN_EVENTS })) {
      for (const event of batch) check.take({ ...event, body: bodyOf(event) });
      if (signal?.aborted) return undefined;
      if (gently) await setTimeout(PAUSE_MS);
    }
  } catch (error) {
    if (signal?.aborted) return undefined;
    refuseTheMoment(error);
    check.findings.add({ kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
  return check.report();
}
