import { jest } from '@jest/globals';
import { createRoot } from 'solid-js';
import type { DataOf } from '@alongside/domain/protocol/registry.js';
import { replica, startReplica } from '../index.js';
import type { ListOrder } from '../lists.js';
import type { Ports } from '../ports.js';
import { settle, type SmallHub } from './small-hub.js';

/** A request that a mentee sends, whole. What is in it does not matter to the replica. */
export const REQUESTED = {
  ...{ mentor: 'asha', mentee: 'ben', request: 'r1', note: 'Hello', aims: ['behaviour'] },
  ...{ times: [], reserves: [] },
} satisfies DataOf<'RequestMentoring'>;

/** A row as specs of the replica put it into their small hub. */
export interface Request {
  readonly id: string;
  readonly mentee: string;
  readonly status: string;
}
export const request = (id: string, status = 'open', mentee = 'ben'): Request => ({ id, mentee, status });

export const createView = <Row>(view: string, id: () => string | undefined) => replica().createView<Row>(view, id);
export const createRows = <Row>(view: string, where: () => Record<string, string> | undefined, order?: () => ListOrder) =>
  replica().createRows<Row>(view, where, order);

let ends: (() => void)[] = [];
/** Something that a screen would hold, until the end of the test. */
export const held = <T>(make: () => T): T =>
  createRoot((dispose) => {
    ends.push(dispose);
    return make();
  });

/** A replica that knows who is signed in to a hub. */
export async function start(hub: SmallHub, ports: Partial<Ports> = {}): Promise<SmallHub> {
  startReplica(hub.transport, ports);
  await replica().refresh();
  await settle();
  return hub;
}

/** How long a test may take in which time is made up, in milliseconds: nothing that it awaits takes any, or it never comes. */
const MADE_UP_LIMIT_MS = 15_000;

/** Said once in a spec: time is made up in each test, and no screen and no replica outlives it. */
export function eachOnItsOwn(): void {
  jest.setTimeout(MADE_UP_LIMIT_MS);
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => {
    for (const end of ends) end();
    ends = [];
    replica().close();
    jest.useRealTimers();
  });
}
