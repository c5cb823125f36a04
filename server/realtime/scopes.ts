import type { Scope } from '@alongside/domain/protocol/messages.js';
import { fieldKey, type RowKey } from '@alongside/projections/store/row-keys.js';

/** One list of a view: the keys under which its rows stand, all of them. */
type Keys = readonly RowKey[];

interface OfView {
  readonly ids: ReadonlySet<string>;
  /** By their keys as one text. */
  readonly lists: ReadonlyMap<string, Keys>;
}
const NOTHING: OfView = { ids: new Set(), lists: new Map() };

const keysOf = (where: Readonly<Record<string, string>>): Keys =>
  Object.entries(where)
    .map(([field, value]) => fieldKey(field, value))
    .sort();
const textOf = (keys: Keys): string => JSON.stringify(keys);

/** Where a connection waits for the changes of one row. */
export const rowRoom = (view: string, id: string): string => `row ${view} ${id}`;
/** Where it waits for changes of rows that stand under a value. */
export const valueRoom = (view: string, key: RowKey): string => `value ${view} ${key}`;

/** What a connection keeps live: rows by id, lists by values, and views as a whole. */
export class Scopes {
  static readonly none = new Scopes(new Map(), new Set());

  private constructor(
    private readonly byView: ReadonlyMap<string, OfView>,
    /** Views of which it keeps all that its person may see. */
    readonly whole: ReadonlySet<string>,
  ) {}

  /** With some more, and without others; what is in both is kept. */
  changed(add: readonly Scope[], drop: readonly Scope[] = []): Scopes {
    const byView = new Map(this.byView);
    const whole = new Set(this.whole);
    const altered = new Map<string, { readonly ids: Set<string>; readonly lists: Map<string, Keys> }>();
    // What is kept of a view is copied once for all that is said: a client may say two thousand things of twenty thousand.
    const mineOf = (view: string) => {
      const known = altered.get(view);
      if (known) return known;
      const { ids, lists } = this.byView.get(view) ?? NOTHING;
      const mine = { ids: new Set(ids), lists: new Map(lists) };
      altered.set(view, mine);
      byView.set(view, mine);
      return mine;
    };
    const alter = (scope: Scope, adds: boolean) => {
      if ('ids' in scope) {
        const { ids } = mineOf(scope.view);
        for (const id of scope.ids) void (adds ? ids.add(id) : ids.delete(id));
      } else if (Object.keys(scope.where).length === 0) void (adds ? whole.add(scope.view) : whole.delete(scope.view));
      else {
        const [{ lists }, keys] = [mineOf(scope.view), keysOf(scope.where)];
        if (adds) lists.set(textOf(keys), keys);
        else lists.delete(textOf(keys));
      }
    };
    for (const scope of drop) alter(scope, false);
    for (const scope of add) alter(scope, true);
    return new Scopes(byView, whole);
  }

  /** How much it keeps by name: rows, and lists. */
  get size(): number {
    return this.whole.size + [...this.byView.values()].reduce((sum, { ids, lists }) => sum + ids.size + lists.size, 0);
  }

  /** The views of which it keeps anything. */
  get views(): ReadonlySet<string> {
    const some = [...this.byView].filter(([, { ids, lists }]) => ids.size > 0 || lists.size > 0).map(([view]) => view);
    return new Set([...this.whole, ...some]);
  }

  /** Whether a row that stands under these keys is kept. */
  holds(view: string, id: string, under: readonly RowKey[]): boolean {
    if (this.whole.has(view)) return true;
    const { ids, lists } = this.byView.get(view) ?? NOTHING;
    return ids.has(id) || [...lists.values()].some((keys) => keys.every((key) => under.includes(key)));
  }

  /** Whether a row may have been kept, whatever it stood under before: it is not known any more to a client that was away. */
  mayHaveHeld(view: string, id: string): boolean {
    const { ids, lists } = this.byView.get(view) ?? NOTHING;
    return this.whole.has(view) || ids.has(id) || lists.size > 0;
  }

  /** The rooms of rows and lists; one key stands for a list, as the fewest rooms do. */
  *rooms(): Iterable<string> {
    for (const [view, { ids, lists }] of this.byView) {
      for (const id of ids) yield rowRoom(view, id);
      for (const [key] of lists.values()) if (key !== undefined) yield valueRoom(view, key);
    }
  }
}
