/** Values by id, as plain JSON. Ids come from devices, and one may be called `constructor`: it is read through `byId` alone. */
export type ById<Id extends string, V> = Readonly<Record<Id, V>>;

/** Reads a record by its own keys, and adds to a copy of it. */
export const byId = {
  has: <Id extends string, V>(all: ById<Id, V>, id: NoInfer<Id>): boolean => Object.hasOwn(all, id),
  get: <Id extends string, V>(all: ById<Id, V>, id: NoInfer<Id>): V | undefined => (Object.hasOwn(all, id) ? all[id] : undefined),
  with: <Id extends string, V>(all: ById<Id, V>, id: NoInfer<Id>, value: NoInfer<V>): ById<Id, V> => ({ ...all, [id]: value }),
  without: <Id extends string, V>(all: ById<Id, V>, id: NoInfer<Id>): ById<Id, V> =>
    ofEntries(byId.entries(all).filter(([key]) => key !== id)),
  size: (all: ById<string, unknown>): number => Object.keys(all).length,
  values: <Id extends string, V>(all: ById<Id, V>): readonly V[] => Object.values(all),
  entries: <Id extends string, V>(all: ById<Id, V>): readonly (readonly [Id, V])[] => Object.entries(all) as [Id, V][],
};

const ofEntries = <Id extends string, V>(entries: readonly (readonly [Id, V])[]): ById<Id, V> => Object.fromEntries(entries) as ById<Id, V>;
