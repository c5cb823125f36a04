/** The rows of views, by name: what a row holds, and the fields by which rows are looked up. */
export type Catalogue = Readonly<Record<string, { readonly row: unknown; readonly by: string }>>;

/** Values that indexed fields have; a view without indexes is read by id alone. */
export type Where<Views extends Catalogue, Name extends keyof Views> = Readonly<Partial<Record<Views[Name]['by'], string>>>;

/**
 * Reads views by id or indexed field, without an audience: for the facts of a decision, never for display. Synchronous, because the store
 * is local.
 */
export interface ViewReader<Views extends Catalogue = Catalogue> {
  row<Name extends keyof Views & string>(view: Name, id: string): Views[Name]['row'] | undefined;
  rows<Name extends keyof Views & string>(view: Name, where: Where<Views, Name>): readonly Views[Name]['row'][];
  /** The same a page at a time, read as it is asked for: between two pages others may have their turn. Absent where all are in memory. */
  pages?<Name extends keyof Views & string>(view: Name, where: Where<Views, Name>): Iterable<readonly Views[Name]['row'][]>;
}

/** Reads what is due as well, for the hub's clock. */
export interface DueReader<Views extends Catalogue = Catalogue> extends ViewReader<Views> {
  /** Rows whose indexed text field is `last` or sorts before it. */
  upTo<Name extends keyof Views & string>(view: Name, field: Views[Name]['by'], last: string): readonly Views[Name]['row'][];
}
