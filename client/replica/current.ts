import type { Ports } from './ports.js';
import { createReplica, type Replica } from './replica.js';
import type { Transport } from './transport.js';

let current: Replica | undefined;

/** The replica of this page. Throws before it was started: a screen was drawn too early. */
export function replica(): Replica {
  if (!current) throw new Error('The replica was not started.');
  return current;
}

/** Starts the page's replica and closes the one before it. Called by the entry, and by specs with a hub of their own. */
export function startReplica(transport: Transport, ports: Partial<Ports> = {}): Replica {
  current?.close();
  current = createReplica(transport, ports);
  return current;
}
