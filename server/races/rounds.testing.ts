import { deepStrictEqual } from 'node:assert';
import { jest } from '@jest/globals';

/** How often each pair of acts races; `npm run prove -- races` takes 500. */
export const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 4);
/** What can come about and never did in so many rounds was never raced. */
export const TELLING_ROUNDS = 100;
/** Some rounds begin with hubs, and a server, of their own. */
const ROUND_LIMIT_MS = process.env['START_EVENTSTORE'] ? 36_000 : 12_000;
jest.setTimeout(60_000 + ROUNDS * ROUND_LIMIT_MS);

/** The rounds in stretches of so many: new hubs for each, where what a round costs grows with the log. */
export const stretches = (roundsEach: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(ROUNDS / roundsEach) }, (_, at) =>
    Array.from({ length: Math.min(roundsEach, ROUNDS - at * roundsEach) }, (__, n) => at * roundsEach + n + 1),
  );

/** Two acts that race in rounds, and how often it went how. */
export class Race {
  readonly #went: Map<string, number>;
  #rounds = 0;

  /** `can`: each of these must have come about at least once in many rounds. */
  constructor(
    private readonly what: string,
    private readonly can: readonly string[],
  ) {
    this.#went = new Map(can.map((how) => [how, 0]));
  }

  /** Each round answers how it went. One that fails says which it was. */
  async run(rounds: readonly number[], round: (n: number) => Promise<string>): Promise<void> {
    for (const n of rounds) {
      const how = await round(n).catch((error: Error) => {
        error.message = `Round ${n} of ${ROUNDS}, ${this.what}: ${error.message}`;
        throw error;
      });
      this.#rounds += 1;
      this.#went.set(how, (this.#went.get(how) ?? 0) + 1);
    }
  }

  /** Says how it went, and fails where it never raced. */
  tell(): void {
    const counts = [...this.#went].map(([how, times]) => `${times} × ${how}`);
    process.stdout.write(`${this.what}, ${this.#rounds} rounds: ${counts.join(', ')}\n`);
    if (this.#rounds >= TELLING_ROUNDS)
      deepStrictEqual({ neverCameAbout: this.can.filter((how) => this.#went.get(how) === 0) }, { neverCameAbout: [] });
  }
}

/** All rounds of one race, or so many, on hubs that are there already. */
export async function race(what: string, can: readonly string[], round: (n: number) => Promise<string>, rounds = ROUNDS): Promise<void> {
  const one = new Race(what, can);
  await one.run(
    Array.from({ length: rounds }, (_, at) => at + 1),
    round,
  );
  one.tell();
}
