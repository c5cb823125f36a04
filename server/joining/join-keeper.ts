import { Joins, type Join } from '@alongside/domain/joining/joins.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { eventShapeOf, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { MapRows } from '@alongside/projections/engine/map-rows.js';
import type { Projector } from '@alongside/projections/engine/projector.js';
import type { Reading } from '@alongside/projections/engine/reading.js';
import { tell } from '@alongside/projections/engine/tell.js';
import type { View } from '@alongside/projections/engine/view.js';
import { QUERY_LIMIT_ROWS, type Change, type ViewStore } from '@alongside/projections/store/view-store.js';
import { joiningView, type JoiningRow } from '@alongside/projections/views/joining.view.js';
import type { SealedLog } from '../privacy/sealed-log.js';

const shapeOf = (type: string) => eventShapeOf(type)?.data;

const joinsOf = (rows: Iterable<JoiningRow>): Joins => {
  const all = [...rows].flatMap(({ status, kept, joined, since, asOf = since }): Join[] =>
    status === 'joined' && since !== null && asOf !== null
      ? [{ kept, joined: joined as string as Join['joined'], position: since, asOf }]
      : [],
  );
  return new Joins(
    all.toSorted((a, b) => (a.position < b.position ? -1 : 1)),
    shapeOf,
  );
};

function* everyRow(store: Pick<ViewStore, 'list'>): Iterable<readonly [id: string, data: JoiningRow]> {
  for (let afterId: string | undefined; ;) {
    const page = store.list<JoiningRow>(joiningView.name, {
      for: 'all',
      limitRows: QUERY_LIMIT_ROWS,
      ...(afterId !== undefined && { afterId }),
    });
    for (const { id, data } of page) yield [id, data];
    if (page.length < QUERY_LIMIT_ROWS) return;
    afterId = page.at(-1)?.id;
  }
}

/** Who is joined by what the views hold. */
const joinsIn = (store: Pick<ViewStore, 'list'>): Joins => joinsOf([...everyRow(store)].map(([, data]) => data));

/**
 * Knows which records are one person's, in this process. What it learns is in force once views were built by it: until then the process is
 * as a moment before.
 */
export class JoinKeeper {
  #known: Joins;
  #inForce: Joins;
  #switching: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();
  #ended = false;

  constructor(
    joins: Joins,
    private readonly store: Pick<ViewStore, 'list'>,
  ) {
    this.#known = joins;
    this.#inForce = joins;
  }

  /** Learns what the views hold, and what the log has beyond them, before anything is read by it. */
  static async open(log: Pick<SealedLog<AnyEvent>, 'readAll'>, store: Pick<ViewStore, 'list' | 'states'>): Promise<JoinKeeper> {
    const rows = new MapRows<JoiningRow>();
    for (const [id, data] of everyRow(store)) rows.put(id, { audience: [], data });
    const { checkpoint } = store.states().find(({ name, served }) => name === joiningView.name && served) ?? {};
    let joins = joinsOf([...rows.all.values()].map(({ data }) => data));
    // It is told of the events that it follows alone, whatever else the log holds.
    const view = joiningView as unknown as View<AnyEvent, JoiningRow>;
    for await (const events of log.readAll(checkpoint === undefined ? {} : { after: checkpoint }))
      for (const event of events) {
        if (!(event.type in view.on)) continue;
        tell(view as unknown as View<never, JoiningRow>, joins.read(event), rows);
        if (event.type === 'RecordsJoined') joins = joinsOf([...rows.all.values()].map(({ data }) => data));
      }
    return new JoinKeeper(joins, store);
  }

  /** By what this process reads and decides now. */
  get inForce(): Joins {
    return this.#inForce;
  }

  /** All that this process knows, also where views are still built by it: an erased person goes with all of their records. */
  get known(): Joins {
    return this.#known;
  }

  /** Whether this process knows that a record is one of two, and reads and decides by what was before. */
  isSwitching(person: PersonId): boolean {
    const [known, inForce] = [this.#known, this.#inForce];
    return known !== inForce && known.recordsOf(person).join(' ') !== inForce.recordsOf(person).join(' ');
  }

  /** Called in the turn of the loop in which views begin to serve that were built by more than before. */
  onSwitched(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Follows what the views learn. `failed` is told why they could not be built again. */
  watch(
    projector: Pick<Projector, 'readAs' | 'onChanges'>,
    { joined, failed }: { readonly joined: () => void; readonly failed: (error: unknown) => void },
  ): void {
    const look = () => {
      const found = joinsIn(this.store);
      if (found.key === this.#known.key) return;
      this.#known = found;
      joined();
      this.#switching = this.#switching.then(() => this.#switch(projector, look)).catch(failed);
    };
    projector.onChanges((changes: readonly Change[]) => changes.some(({ view }) => view === joiningView.name) && look());
    // What was met while views were built was told to nobody.
    look();
  }

  async #switch(projector: Pick<Projector, 'readAs'>, look: () => void): Promise<void> {
    const wanted = this.#known;
    if (this.#ended || wanted.key === this.#inForce.key) return;
    await projector.readAs(readingOf(wanted), () => {
      this.#inForce = wanted;
      for (const listener of this.#listeners) listener();
      // A join that the views met as they were built is told by no change: the log was ahead of those who follow it.
      look();
    });
  }

  /** Settles once this process reads by all that it knows, or stops. */
  async settled(): Promise<void> {
    for (let before: Promise<void> | undefined; before !== this.#switching;) {
      before = this.#switching;
      await before;
    }
  }

  /** Begins nothing more. */
  close(): void {
    this.#ended = true;
  }
}

/** How views read events by what is known. */
export const readingOf = (joins: Joins): Reading => ({ key: joins.key, read: (event) => joins.read(event) });
