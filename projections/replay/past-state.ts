import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { MapRows } from '../engine/map-rows.js';
import { RowsOver } from '../engine/rows-over.js';
import { tell } from '../engine/tell.js';
import type { Row, View } from '../engine/view.js';

export interface PastRow extends Row<unknown> {
  readonly position: Position;
}

type PastRows = MapRows<unknown, PastRow>;

/** An event that a view could not take, while replaying. It is left out, and said so. */
export interface LeftOut {
  readonly view: string;
  readonly event: string;
}

/** How many events that could not be taken are named. */
const LEFT_OUT_LIMIT_EVENTS = 100;

/** Some views after the first events of the log. Rows are never changed in place, so copies share them. */
export class PastState {
  private constructor(
    private readonly views: readonly View[],
    private readonly rows: ReadonlyMap<string, PastRows>,
    public position: Position | undefined,
    public at: Instant | undefined,
    public events: number,
    public leftOut: readonly LeftOut[],
  ) {}

  static empty(views: readonly View[]): PastState {
    return new PastState(views, new Map(views.map((view) => [view.name, new MapRows()])), undefined, undefined, 0, []);
  }

  copy(): PastState {
    const rows = new Map([...this.rows].map(([view, all]) => [view, all.copy()]));
    return new PastState(this.views, rows, this.position, this.at, this.events, this.leftOut);
  }

  /** Whether nothing in it is later than the moment. */
  isBy(instant: Instant): boolean {
    return this.at === undefined || this.at <= instant;
  }

  of(view: string): ReadonlyMap<string, PastRow> {
    const rows = this.rows.get(view);
    if (!rows) throw new Error(`The view ${view} is not among those replayed.`);
    return rows.all;
  }

  take(event: Recorded): void {
    for (const view of this.views) if (event.type in view.on) this.#apply(view, event);
    this.position = event.position;
    // The latest moment so far, even where a clock went back: a date must never show less than an earlier one.
    if (this.at === undefined || event.at > this.at) this.at = event.at;
    this.events += 1;
  }

  #apply(view: View, event: Recorded): void {
    const rows = this.rows.get(view.name) as PastRows;
    const over = new RowsOver(rows);
    try {
      tell(view, event, over);
    } catch {
      if (this.leftOut.length < LEFT_OUT_LIMIT_EVENTS) this.leftOut = [...this.leftOut, { view: view.name, event: event.id }];
      return;
    }
    over.keep(event.position);
    for (const [id, position, row] of over.written()) {
      if (row) rows.put(id, { ...row, position });
      else rows.remove(id);
    }
  }
}
