import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { rowRoom, valueRoom, type Scopes } from './scopes.js';
import { isCrowd, isException, isPrincipal, keptOutBy, type RowAudience } from '@alongside/domain/policies/audience.js';
import { principalsIn } from '../queries/audience.js';

/** One live connection: whose it is, what it keeps live, and what its person stands for. */
export interface Listener {
  readonly id: string;
  readonly person: PersonId;
  readonly scopes: Scopes;
  readonly principals: ReadonlySet<Principal>;
  /** It has not been sent all that it may see: what it has is up to date to here. */
  readonly heldTo?: Position;
  /** It came from a process that is ahead of this one and already has everything up to here. */
  readonly aheadTo?: Position;
  /** How many views had been replaced when it was last told how far it is: what it read since is of those. */
  readonly replacements: number;
}

const roomOf = (view: string, principal: Principal) => `${view}|${principal}`;

/** Who listens where: a room for each view and principal, so that a changed row reaches those who may see it without asking everybody. */
export class Rooms {
  readonly #rooms = new Map<string, Set<string>>();
  readonly #listeners = new Map<string, Listener>();
  readonly #byPerson = new Map<PersonId, Set<string>>();

  /** Puts a connection where it belongs; if it was somewhere else before, it no longer is. */
  place(listener: Listener): void {
    const before = this.#listeners.get(listener.id);
    const isElsewhere = before?.scopes !== listener.scopes || before.principals !== listener.principals;
    if (before && !isElsewhere && before.person === listener.person) return void this.#listeners.set(listener.id, listener);
    this.remove(listener.id);
    this.#listeners.set(listener.id, listener);
    addTo(this.#byPerson, listener.person, listener.id);
    for (const room of roomsOf(listener)) addTo(this.#rooms, room, listener.id);
  }

  remove(id: string): void {
    const listener = this.#listeners.get(id);
    if (!listener) return;
    this.#listeners.delete(id);
    removeFrom(this.#byPerson, listener.person, id);
    for (const room of roomsOf(listener)) removeFrom(this.#rooms, room, id);
  }

  get(id: string): Listener | undefined {
    return this.#listeners.get(id);
  }

  of(person: PersonId): readonly Listener[] {
    return [...(this.#byPerson.get(person) ?? [])].flatMap((id) => this.#listeners.get(id) ?? []);
  }

  /** The ids of the connections that keep a view as a whole and whose person an audience lets see the row: as `meets` says it, by looking up. */
  within(view: string, audience: RowAudience): ReadonlySet<string> {
    const keptOut = new Set(audience.filter(isException).flatMap((one) => this.#standing(view, keptOutBy(one))));
    const found = new Set<string>();
    for (const principal of audience.filter(isPrincipal))
      for (const id of this.#standing(view, principal)) if (!isCrowd(principal) || !keptOut.has(id)) found.add(id);
    return found;
  }

  /** The connections that keep a row by its id, or by a value under which it stands or stood. */
  keeping({ view, id, under }: Pick<Change, 'view' | 'id' | 'under'>): readonly Listener[] {
    const rooms = [rowRoom(view, id), ...new Set([...under.before, ...under.after].map((key) => valueRoom(view, key)))];
    const found = new Set(rooms.flatMap((room) => [...(this.#rooms.get(room) ?? [])]));
    return [...found].flatMap((one) => {
      const listener = this.#listeners.get(one);
      const keeps = listener && [under.before, under.after].some((keys) => listener.scopes.holds(view, id, keys));
      return keeps ? [listener] : [];
    });
  }

  #standing(view: string, principal: Principal): readonly string[] {
    return [...(this.#rooms.get(roomOf(view, principal)) ?? [])];
  }

  all(): IterableIterator<Listener> {
    return this.#listeners.values();
  }

  get size(): number {
    return this.#listeners.size;
  }
}

function* roomsOf({ scopes, principals }: Listener): Iterable<string> {
  yield* scopes.rooms();
  for (const view of scopes.whole) for (const principal of principalsIn(view, principals)) yield roomOf(view, principal);
}

function addTo<Key>(sets: Map<Key, Set<string>>, key: Key, id: string): void {
  const set = sets.get(key);
  if (set) set.add(id);
  else sets.set(key, new Set([id]));
}

function removeFrom<Key>(sets: Map<Key, Set<string>>, key: Key, id: string): void {
  const set = sets.get(key);
  set?.delete(id);
  if (set?.size === 0) sets.delete(key);
}
