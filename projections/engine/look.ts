/**
 * Reading views by id or by an indexed field, without an audience: for facts that a decision needs, never for what a person is shown.
 * The server looks in its view store, the browser in its replica; both are synchronous.
 */
export interface Look {
  row<Data>(view: string, id: string): Data | undefined;
  rows<Data>(view: string, where: Readonly<Record<string, string>>): readonly Data[];
}
