import { createHash } from 'node:crypto';

const RANDOM_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What happened in a run, a line each. Ids that differ from run to run are written as their ordinal, so that one seed gives one text. */
export class Trace {
  readonly #lines: string[] = [];
  readonly #ordinals = new Map<string, string>();

  constructor(private readonly elapsedMs: () => number) {}

  say(where: string, ...what: readonly unknown[]): void {
    const text = what.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
    this.#lines.push(`${String(this.elapsedMs()).padStart(7)} ${where} ${text.replaceAll(RANDOM_ID, (id) => this.#ordinal(id))}`);
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  get hash(): string {
    return createHash('sha256').update(this.#lines.join('\n')).digest('hex');
  }

  #ordinal(id: string): string {
    const known = this.#ordinals.get(id) ?? `#${this.#ordinals.size}`;
    this.#ordinals.set(id, known);
    return known;
  }
}
