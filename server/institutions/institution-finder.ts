import { folded } from '@alongside/domain/text/folding.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { QUERY_LIMIT_ROWS, type Change, type ViewStore } from '@alongside/projections/store/view-store.js';
import { WordsInOrder } from './words-in-order.js';

/** Words of one question that are looked for. */
const WORDS_LIMIT = 8;

export interface InstitutionQuestion {
  readonly text: string;
  readonly kind?: string | undefined;
  /** Leaves out those that have closed. */
  readonly open?: boolean;
  readonly limitRows: number;
  readonly offsetRows: number;
}
export interface InstitutionsFound {
  readonly hits: readonly InstitutionRow[];
  readonly total: number;
}

interface Entry {
  readonly row: InstitutionRow;
  /** The name as it is compared. */
  readonly name: string;
  readonly words: readonly string[];
}

/** Names are compared without accents and case. */
const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * Finds institutions by the beginnings of words in name, town, postcode or number. Sorted words in memory: a few megabytes, searched by
 * halving on each key press.
 */
export class InstitutionFinder {
  readonly #entries = new Map<InstitutionId, Entry>();
  /** Every word with its institution, in order; made again at the first question after a change. */
  #words: WordsInOrder<InstitutionId> | undefined;
  /** All of them by name, for an empty question. */
  #byName: readonly InstitutionId[] = [];

  /** Takes what the views hold. */
  fill(store: Pick<ViewStore, 'list'>): void {
    this.#entries.clear();
    for (let afterId: string | undefined; ;) {
      const page = store.list<InstitutionRow>(institutionView.name, {
        for: 'all',
        limitRows: QUERY_LIMIT_ROWS,
        ...(afterId !== undefined && { afterId }),
      });
      for (const { data } of page) this.#put(data);
      if (page.length < QUERY_LIMIT_ROWS) break;
      afterId = page.at(-1)?.id;
    }
    this.#words = undefined;
  }

  /** Follows the views. */
  heed(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.view !== institutionView.name) continue;
      if (change.row) this.#put(change.row.data as InstitutionRow);
      else this.#entries.delete(change.id as InstitutionId);
      this.#words = undefined;
    }
  }

  find({ text, kind, open = false, limitRows, offsetRows }: InstitutionQuestion): InstitutionsFound {
    const typed = wordsOf(text).slice(0, WORDS_LIMIT);
    const words = this.#inOrder();
    const start = typed.join(' ');
    const found = [...(typed.length === 0 ? this.#byName : words.withAll(typed))]
      .map((id) => this.#entries.get(id) as Entry)
      .filter(
        ({ row: { details, closed } }) => details.kind !== 'hub' && (kind === undefined || details.kind === kind) && !(open && closed),
      )
      .sort(
        (a, b) =>
          Number(Boolean(a.row.closed)) - Number(Boolean(b.row.closed)) ||
          Number(b.name.startsWith(start)) - Number(a.name.startsWith(start)) ||
          (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
      );
    return { total: found.length, hits: found.slice(offsetRows, offsetRows + limitRows).map(({ row }) => row) };
  }

  #put(row: InstitutionRow): void {
    const { name, town = '', postcode = '', reference = '' } = row.details;
    const named = wordsOf(name);
    const place = [...wordsOf(town), ...wordsOf(postcode), postcode && folded(postcode).replace(/\s/g, ''), folded(reference)];
    this.#entries.set(row.institution, { row, name: named.join(' '), words: [...new Set([...named, ...place])].filter(Boolean) });
  }

  #inOrder(): WordsInOrder<InstitutionId> {
    if (this.#words) return this.#words;
    this.#byName = [...this.#entries.keys()];
    return (this.#words = new WordsInOrder([...this.#entries].flatMap(([id, { words }]) => words.map((word) => [word, id] as const))));
  }
}
