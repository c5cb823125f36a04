/** Runs the tasks of one key one after another, in the order in which they came; tasks of different keys do not wait for each other. */
export class Queues<Key> {
  readonly #tails = new Map<Key, Promise<unknown>>();

  /** How many keys have a task in hand. */
  get size(): number {
    return this.#tails.size;
  }

  run<T>(key: Key, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const running = before.then(task, task);
    // Kept only while a command is in it: the number of keys is bounded by the work in hand.
    this.#tails.set(key, running);
    const leave = () => {
      if (this.#tails.get(key) === running) this.#tails.delete(key);
    };
    running.then(leave, leave);
    return running;
  }

  /** In the queues of several keys at once. Each is entered in one order, so that no two tasks wait for each other. */
  runInAll<T>(keys: readonly Key[], task: () => Promise<T>): Promise<T> {
    const inOrder = [...new Set(keys)].toSorted();
    return inOrder.reduceRight<() => Promise<T>>((inner, key) => () => this.run(key, inner), task)();
  }
}
