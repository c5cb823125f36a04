/** Keys remembered at once; the oldest go first, so that a flood of addresses cannot fill memory. */
const KEYS_LIMIT = 50_000;

/** How often something may be tried from one place within a window of time. In memory: what must hold across processes is in the log. */
export class Attempts {
  readonly #seen = new Map<string, number[]>();

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  /** Counts one more try; false where there were too many. */
  allow(key: string): boolean {
    const now = this.now();
    const recent = (this.#seen.get(key) ?? []).filter((at) => at > now - this.windowMs);
    const allowed = recent.length < this.limit;
    this.#seen.delete(key);
    this.#seen.set(key, allowed ? [...recent, now] : recent);
    if (this.#seen.size > KEYS_LIMIT) this.#seen.delete(this.#seen.keys().next().value as string);
    return allowed;
  }
}
