import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { AppendOrder } from './log-writer.js';
import {
  GROUP_LIMIT_APPENDS,
  GROUP_LIMIT_CHARACTERS,
  NEXT_PIECE_WAIT_MS,
  STAY_AWAKE_MS,
  type WriterData,
  type WriterMessage,
  type WriterOrder,
} from './writer-messages.js';

/** What the serving thread has sent and was not done yet, in the order in which it came. */
export class Inbox {
  readonly #port: MessagePort;
  readonly #sent: WriterData['sent'];
  #orders: WriterOrder[] = [];
  #received = 0;
  /** The turn of the last message is not over. */
  #following = false;
  /** What the group under way has room for. */
  #appends = 0;
  #characters = 0;

  constructor(port: MessagePort, sent: WriterData['sent']) {
    this.#port = port;
    this.#sent = sent;
  }

  take({ orders, more }: WriterMessage): void {
    this.#orders.push(...orders);
    // As the counter that both threads see, which begins anew after 2³¹ messages.
    this.#received = (this.#received + 1) | 0;
    this.#following = more;
  }

  /** The next order; taken out unless it is an append, which `group` takes with others. */
  first(): WriterOrder | undefined {
    return this.#orders[0]?.kind === 'append' ? this.#orders[0] : this.#orders.shift();
  }

  /** The appends that may share one commit, of those that are here. */
  group(): readonly AppendOrder[] {
    this.#appends = GROUP_LIMIT_APPENDS;
    this.#characters = GROUP_LIMIT_CHARACTERS;
    this.#receive();
    return this.#taken();
  }

  /** Those that came in while others of the group were inserted. In the middle of a turn they are waited for, but not for long. */
  more(): readonly AppendOrder[] {
    if (this.#isFull()) return [];
    this.#receive();
    if (this.#orders.length === 0 && this.#following) {
      Atomics.wait(this.#sent, 0, this.#received, NEXT_PIECE_WAIT_MS);
      this.#receive();
    }
    return this.#taken();
  }

  /** Waits a moment, without going to rest, for whatever comes next. */
  stayAwake(): void {
    const until = performance.now() + STAY_AWAKE_MS;
    while (Atomics.load(this.#sent, 0) === this.#received && performance.now() < until);
    this.#receive();
  }

  #receive(): void {
    for (let one = receiveMessageOnPort(this.#port); one; one = receiveMessageOnPort(this.#port)) this.take(one.message as WriterMessage);
  }

  #taken(): readonly AppendOrder[] {
    const group: AppendOrder[] = [];
    for (const order of this.#orders) {
      if (order.kind !== 'append' || this.#isFull()) break;
      this.#appends -= 1;
      for (const body of order.bodies) this.#characters -= body.length;
      group.push(order);
    }
    this.#orders = group.length === this.#orders.length ? [] : this.#orders.slice(group.length);
    return group;
  }

  #isFull(): boolean {
    return this.#appends <= 0 || this.#characters <= 0;
  }
}
