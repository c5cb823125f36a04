/** What becomes of a piece of work that many ask for: its answer, or why there is none. */
export type Turned<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  /** Too many wait already, or this person’s own do. */
  | { readonly kind: 'busy' }
  /** The person went away before it began. */
  | { readonly kind: 'left' };

export interface AtOnceLimits {
  /** Pieces of work that run at once. */
  readonly running: number;
  /** How many more may wait. */
  readonly waiting: number;
  /** How many of them one person may have, running and waiting. */
  readonly each: number;
}

/** Does a few pieces of work at once and lets others wait in order, so that a whole cohort that comes in one minute is served. */
export class AtOnce {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #by = new Map<string, number>();

  constructor(private readonly limits: AtOnceLimits) {}

  async run<Answer>(person: string, work: () => Promise<Answer>, signal?: AbortSignal): Promise<Turned<Answer>> {
    const own = this.#by.get(person) ?? 0;
    const isFull = this.#running >= this.limits.running && this.#waiting.length >= this.limits.waiting;
    if (isFull || own >= this.limits.each) return { kind: 'busy' };
    this.#by.set(person, own + 1);
    try {
      if (!(await this.#turn(signal))) return { kind: 'left' };
      try {
        return { kind: 'done', answer: await work() };
      } finally {
        this.#next();
      }
    } finally {
      const left = (this.#by.get(person) ?? 1) - 1;
      if (left > 0) this.#by.set(person, left);
      else this.#by.delete(person);
    }
  }

  /** Whether it is this one’s turn: not where the person left while waiting. */
  #turn(signal?: AbortSignal): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(false);
    if (this.#running < this.limits.running) {
      this.#running += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const begin = () => {
        signal?.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        resolve(false);
      };
      this.#waiting.push(begin);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  /** Hands the place on: the number of those that run stays as it is. */
  #next(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
