import type { Position } from '@alongside/domain/kernel/brand.js';
import type { SentRow } from '@alongside/domain/protocol/messages.js';

/** One text for data that is equal, whatever the order of its fields. */
export const textOf = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** A state of a row, and the positions from which the row was so, in order. */
export interface Version {
  readonly key: string;
  readonly positions: Position[];
}

/** What the hub has ever sent to each person: nothing else may show for them. */
export class Told {
  readonly #rows = new Map<string, Map<string, Version>>();

  note(person: string, { view, id, position, data }: SentRow): void {
    const rows = this.#rows.get(person) ?? new Map<string, Version>();
    this.#rows.set(person, rows);
    const text = `${view} ${textOf(data)}`;
    const version = rows.get(text) ?? { key: `${view} ${id}`, positions: [] };
    if (!version.positions.includes(position)) version.positions.push(position);
    version.positions.sort();
    rows.set(text, version);
  }

  /** What the hub told a person that looks like this; undefined where it never did. */
  version(person: string, view: string, data: unknown): Version | undefined {
    return this.#rows.get(person)?.get(`${view} ${textOf(data)}`);
  }
}
