import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Row, Rows, View } from '../engine/view.js';

export interface PastRow extends Row<unknown> {
  readonly position: Position;
}

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
    private readonly rows: ReadonlyMap<string, Map<string, PastRow>>,
    public position: Position | undefined,
    public at: Instant | undefined,
    public events: number,
    public leftOut: readonly LeftOut[],
  ) {}

  static empty(views: readonly View[]): PastState {
    return new PastState(views, new Map(views.map((view) => [view.name, new Map()])), undefined, undefined, 0, []);
  }

  copy(): PastState {
    const rows = new Map([...this.rows].map(([view, all]) => [view, new Map(all)]));
    return new PastState(this.views, rows, this.position, this.at, this.events, this.leftOut);
  }

  /** Whether nothing in it is later than the moment. */
  isBy(instant: Instant): boolean {
    return this.at === undefined || this.at <= instant;
  }

  of(view: string): ReadonlyMap<string, PastRow> {
    const rows = this.rows.get(view);
    if (!rows) throw new Error(`The view ${view} is not among those replayed.`);
    return rows;
  }

  take(event: Recorded): void {
    for (const view of this.views) {
      const handler = (view.on as Readonly<Record<string, ((event: Recorded, rows: Rows<unknown>) => void) | undefined>>)[event.type];
      if (handler) this.#apply(view, handler, event);
    }
    this.position = event.position;
    // The latest moment so far, even where a clock went back: a date must never show less than an earlier one.
    if (this.at === undefined || event.at > this.at) this.at = event.at;
    this.events += 1;
  }

  #apply(view: View, handler: (event: Recorded, rows: Rows<unknown>) => void, event: Recorded): void {
    const rows = this.rows.get(view.name) ?? new Map<string, PastRow>();
    const changed = new Map<string, Row<unknown> | undefined>();
    try {
      handler(event, {
        get: (id) => (changed.has(id) ? changed.get(id) : rows.get(id)),
        put: (id, row) => void changed.set(id, row),
        remove: (id) => void changed.set(id, undefined),
      });
    } catch {
      if (this.leftOut.length < LEFT_OUT_LIMIT_EVENTS) this.leftOut = [...this.leftOut, { view: view.name, event: event.id }];
      return;
    }
    for (const [id, row] of changed) {
      if (row) rows.set(id, { audience: row.audience, data: row.data, position: event.position });
      else rows.delete(id);
    }
  }
}
