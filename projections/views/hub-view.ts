import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Forget, Handler, Handlers, View } from '../engine/view.js';

/** Who may be in the audience of a row: one person, those who know them, both of a pair, an institution, a role in one, or everyone. */
export type Reader = KindOf<Principal>;
type KindOf<P> = P extends `${string}#${infer Role}` ? `#${Role}` : P extends `${infer Kind}:${string}` ? Kind : P;

/** A read model of the hub, with all that is said of it elsewhere: queries, sockets, the API’s description, the person’s record and the health page read it here. */
export interface HubView<
  E extends Event = Event,
  Data = unknown,
  Name extends string = string,
  Readers extends readonly Reader[] = readonly Reader[],
  Indexes extends readonly (keyof Data & string)[] = readonly (keyof Data & string)[],
> extends View<E, Data> {
  readonly name: Name;
  readonly indexes: Indexes;
  /** What it serves, in words for administrators. */
  readonly title: string;
  /** Everyone who may ever be shown a row. No reader: for the hub’s own use, and queries and sockets do not know it. */
  readonly readers: Readers;
  /** What its rows are called in the record that a person takes away; `null` where they add nothing to it, absent where they are about nobody in person. */
  readonly own?: string | null;
}

/** Declares a view of the hub. Called twice: events and rows are named; its name, readers and indexes are read off the definition. */
export const hubView =
  <E extends Event, Data>() =>
  <const Name extends string, const Readers extends readonly Reader[], const Indexes extends readonly (keyof Data & string)[]>(
    definition: HubView<E, Data, Name, Readers, Indexes>,
  ): HubView<E, Data, Name, Readers, Indexes> => ({ ...definition, ...erasing(definition.on, definition.forget) });

/** An erased person is forgotten in every row about them, before the view’s own handler hears of it. */
function erasing<E extends Event, Data>(on: Handlers<E, Data>, forget: Forget<Data> | undefined): Pick<View<E, Data>, 'on' | 'erase'> {
  const own = (on as Handlers<Erased, Data>).PersonErased;
  const erase = own && { erase: own };
  if (!forget) return { on, ...erase };
  const handler: Handler<Erased, Data> = (event, rows) => {
    const { person } = event.data;
    for (const id of rows.about(person)) forget(rows, id, person);
    own?.(event, rows);
  };
  // A view that forgets follows this event, whether it says so or not.
  return { on: { ...on, PersonErased: handler } as Handlers<E, Data>, ...erase };
}
type Erased = Extract<PersonEvent, { type: 'PersonErased' }>;

type RowOf<V> = V extends HubView<infer _E, infer Data, infer _N, infer _R, infer _I> ? Data : never;
type Listed = readonly { readonly name: string; readonly readers: readonly Reader[]; readonly indexes: readonly string[] }[];

/** The rows of views that a person may read, by the names of the views. */
export type RowsOf<Views extends Listed> = {
  readonly [V in Views[number] as V['readers'] extends readonly [] ? never : V['name']]: RowOf<V>;
};

/** What the hub itself reads of its views: rows, and the fields by which they are looked up. */
export type CatalogueOf<Views extends Listed> = {
  readonly [V in Views[number] as V['name']]: { readonly row: RowOf<V>; readonly by: V['indexes'][number] };
};
