/**
 * Reading views by id or by an indexed field, without an audience: for facts that a decision needs, never for what a person is shown.
 * Synchronous: the view store is local to the process.
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
