import type { SentRow } from '@alongside/domain/protocol/messages.js';

/** One text for data that is equal, whatever the order of its fields. */
export const textOf = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** What the hub has ever sent to each person: nothing else may show for them. */
export class Told {
  readonly #rows = new Map<string, Set<string>>();

  note(person: string, { view, data }: Pick<SentRow, 'view' | 'data'>): void {
    const rows = this.#rows.get(person) ?? new Set();
    this.#rows.set(person, rows.add(`${view} ${textOf(data)}`));
  }

  knows(person: string, view: string, data: unknown): boolean {
    return this.#rows.get(person)?.has(`${view} ${textOf(data)}`) ?? false;
  }
}
