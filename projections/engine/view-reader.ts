/**
 * Reads views by id or indexed field, without an audience: for the facts of a decision, never for display. Synchronous, because the store
 * is local.
 */
export interface ViewReader {
  row<Data>(view: string, id: string): Data | undefined;
  rows<Data>(view: string, where: Readonly<Record<string, string>>): readonly Data[];
}

/** Reads what is due as well, for the hub's clock. */
export interface DueReader extends ViewReader {
  /** Rows whose indexed text field is `last` or sorts before it. */
  upTo<Data>(view: string, field: string, last: string): readonly Data[];
}
