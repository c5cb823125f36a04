/** Those who want to be told. One who throws does not keep the others from hearing. */
export class Listeners<Args extends readonly unknown[]> {
  readonly #all = new Set<(...args: Args) => void>();

  constructor(private readonly failed: (error: unknown) => void) {}

  /** Answers how to stop listening. */
  add(listener: (...args: Args) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(...args: Args): void {
    for (const listener of this.#all) {
      try {
        listener(...args);
      } catch (error) {
        this.failed(error);
      }
    }
  }
}
