import type { PersonId } from '@alongside/domain/kernel/brand.js';

/** Sessions as simple as can be: a token, and whose it is. */
export class SimSessions {
  readonly #persons = new Map<string, PersonId>();
  #opened = 0;

  open(person: PersonId): string {
    this.#opened += 1;
    const token = `session-${this.#opened}`;
    this.#persons.set(token, person);
    return token;
  }

  personOf(token: string | undefined): PersonId | undefined {
    return token === undefined ? undefined : this.#persons.get(token);
  }

  /** Whether there was one to close. */
  close(token: string | undefined): boolean {
    return token !== undefined && this.#persons.delete(token);
  }
}
