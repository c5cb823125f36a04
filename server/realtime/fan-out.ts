import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets, type RowAudience } from '@alongside/domain/policies/audience.js';
import type { ChangesMessage, ResumeAnswer, RowChange, Scope } from '@alongside/domain/protocol/messages.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { PUBLIC_VIEWS } from '@alongside/projections/views/index.js';
import type { Audience } from '../queries/audience.js';
import type { LiveViews } from '../queries/live-views.js';
import { ACCESS_CHANGE_LIMIT_ROWS, ACCESS_VIEW, accessChanges, accessPages, asOf, keyOf, personsConcerned } from './access-changes.js';
import { missedBy } from './missed.js';
import { Rooms, type Listener } from './rooms.js';
import { Scopes } from './scopes.js';

/** How many changed rows a returning client is sent; one that missed more reads afresh what it shows, which is less. About 20 ms of the event loop. */
export const RESUME_LIMIT_CHANGES = 2_000;
/** How many changes one message holds. */
export const MESSAGE_LIMIT_CHANGES = 500;

/** How many rows and lists one connection may keep live by name: ten times what a browser holds, and some megabytes of memory. */
export const KEPT_LIMIT_SCOPES = 20_000;

/** How much is sent at once, and kept. A simulation makes all of it small. */
export interface FanOutLimits {
  readonly resumeChanges: number;
  readonly messageChanges: number;
  readonly accessRows: number;
  readonly keptScopes: number;
}
const LIMITS: FanOutLimits = {
  resumeChanges: RESUME_LIMIT_CHANGES,
  messageChanges: MESSAGE_LIMIT_CHANGES,
  accessRows: ACCESS_CHANGE_LIMIT_ROWS,
  keptScopes: KEPT_LIMIT_SCOPES,
};

/** The wires. `send` hands one message to several connections; `drop` cuts one, whose client comes back by itself and resumes. */
export interface Outlet {
  send(ids: readonly string[], message: ChangesMessage): void;
  drop(id: string): void;
}

/** Pages that wait to be sent, and what the person stood for before them: rows that they may not see any more may be on their screen still. */
interface Waiting {
  readonly pages: Generator<readonly RowChange[], void>[];
  readonly stoodFor: Set<Principal>;
}

/**
 * Sends each changed row to exactly those who may see it, synchronously with the commit, so that catching up and the live line neither gap
 * nor overlap.
 */
export class FanOut {
  readonly #rooms = new Rooms();
  /**
   * How far the views were when one was replaced, and how many had been by then: a client that is no further has read rows of the one
   * before.
   */
  readonly #replaced = new Map<string, { readonly at: Position; readonly count: number }>();
  #replacements = 0;
  /** By connection what came into sight, or left it, and was not sent yet. */
  readonly #pages = new Map<string, Waiting>();
  /** How far the last commit was that went out. */
  #published: Position | undefined;

  constructor(
    private readonly views: LiveViews,
    private readonly audience: Pick<Audience, 'principals'>,
    private readonly outlet: Outlet,
    private readonly limits: FanOutLimits = LIMITS,
    /** Runs something in a turn of its own, in which nothing is committed. */
    private readonly later: (run: () => void) => void = setImmediate,
  ) {
    this.#published = views.through();
  }

  /**
   * A client starts, or comes back: what it missed goes out first, and from here on it hears everything. Answers nothing where it names more
   * than one connection may keep.
   */
  resume(id: string, person: PersonId, wanted: readonly Scope[], after: Position | undefined): ResumeAnswer | undefined {
    const listener: Listener = {
      id,
      person,
      scopes: Scopes.none.changed(ofPublicViews(wanted)),
      principals: this.audience.principals(person),
      replacements: this.#replacements,
    };
    if (listener.scopes.size > this.limits.keptScopes) return undefined;
    this.#pages.delete(id);
    const through = this.views.through();
    if (after !== undefined && through !== undefined && this.#readBefore(listener.scopes, after)) {
      this.#rooms.place(listener);
      return { kind: 'reset', through };
    }
    if (after === undefined || through === undefined || after >= through) {
      this.#rooms.place({ ...listener, ...(after !== undefined && { aheadTo: after }) });
      return { kind: 'resumed', through: through ?? null };
    }
    this.#rooms.place(listener);
    const missed = missedBy(this.views.store, listener, after, this.limits);
    if (!missed) return { kind: 'reset', through };
    this.#catchUp(id, missed, after, through);
    return { kind: 'resumed', through };
  }

  /**
   * A connected client keeps more live, or less. `after`: it has the added rows up to there and is sent later changes. Undefined before
   * resuming, or beyond the limit.
   */
  watch(id: string, add: readonly Scope[], drop: readonly Scope[], after: Position | undefined): ResumeAnswer | undefined {
    const listener = this.#rooms.get(id);
    if (!listener) return undefined;
    const added = ofPublicViews(add);
    const scopes = listener.scopes.changed(added, drop);
    if (scopes.size > this.limits.keptScopes) return undefined;
    // What it is ahead of it has of what it kept before, and not of what is added.
    const { aheadTo: _, ...here } = listener;
    this.#rooms.place({ ...here, scopes });
    // One who is still being sent what came into sight is told of nothing beyond that.
    const through = listener.heldTo ?? this.views.through();
    const from = listener.heldTo !== undefined && (after === undefined || after > listener.heldTo) ? listener.heldTo : after;
    const newly = { ...listener, scopes: Scopes.none.changed(added) };
    if (from === undefined || through === undefined) return { kind: 'resumed', through: through ?? null };
    if (this.#readBefore(newly.scopes, from, listener.replacements)) {
      this.#rooms.place({ ...here, scopes, replacements: this.#replacements });
      return { kind: 'reset', through };
    }
    const missed = from < (this.views.through() ?? through) ? missedBy(this.views.store, newly, from, this.limits) : [];
    if (!missed) return { kind: 'reset', through };
    this.#catchUp(id, missed, from, through);
    return { kind: 'resumed', through };
  }

  #catchUp(id: string, missed: readonly RowChange[], after: Position, through: Position): void {
    const { messageChanges } = this.limits;
    for (let start = 0; start < missed.length; start += messageChanges) {
      const last = start + messageChanges >= missed.length;
      // Only the last part brings the client up to date: cut off before it, it must ask for all of this again.
      this.outlet.send([id], { through: last ? through : after, changes: missed.slice(start, start + messageChanges) });
    }
  }

  /** Whether a connection has resumed. */
  knows(id: string): boolean {
    return this.#rooms.get(id) !== undefined;
  }

  leave(id: string): void {
    this.#pages.delete(id);
    this.#rooms.remove(id);
  }

  /** Everybody is told how far the views are, those included whom no change concerned. */
  progress(): void {
    const through = this.views.through();
    const ids = [...this.#rooms.all()].flatMap(({ id, heldTo }) => (heldTo === undefined ? [id] : []));
    if (through !== undefined && ids.length > 0) this.outlet.send(ids, { through, changes: [] });
  }

  /** Cuts off clients that hold rows or principals of a view that was rebuilt: they reconnect and read afresh. */
  replaced(view: string): void {
    const through = this.views.through();
    this.#replacements += 1;
    if (through !== undefined) this.#replaced.set(view, { at: through, count: this.#replacements });
    for (const { id, person, scopes, principals } of Array.from(this.#rooms.all())) {
      const moved = view === ACCESS_VIEW && !same(principals, this.audience.principals(person));
      if (scopes.views.has(view) || moved) this.#cut(id);
    }
  }

  /**
   * Whether a client at a position may hold rows or rights from before a view was replaced. A connection told so after the replacement has
   * read newer rows.
   */
  #readBefore({ views }: Scopes, after: Position, replacements = 0): boolean {
    return [...views, ACCESS_VIEW].some((view) => {
      const replaced = this.#replaced.get(view);
      return replaced && (after < replaced.at || (after === replaced.at && replacements < replaced.count));
    });
  }

  /** Takes the changes of one commit. */
  publish(changes: readonly Change[], through: Position): void {
    this.#tell(changes, through);
    this.#published = through;
  }

  #tell(changes: readonly Change[], through: Position): void {
    if (this.#rooms.size === 0) return;
    const shown = changes.filter(({ view }) => PUBLIC_VIEWS.has(view));
    const moved = this.#moved(changes);
    const each = new Map<string, RowChange[]>();
    const add = (id: string, change: RowChange) => {
      const list = each.get(id);
      if (list) list.push(change);
      else each.set(id, [change]);
    };
    for (const change of shown) this.#spread(change, moved, add);
    for (const [listener, after] of moved.values()) this.#move(listener, after, { shown, through }, add);
    this.#send(each, through);
  }

  /** The connections whose person stands for something else than before, with what that is now. */
  #moved(changes: readonly Change[]): ReadonlyMap<string, readonly [Listener, ReadonlySet<Principal>]> {
    const moved = new Map<string, readonly [Listener, ReadonlySet<Principal>]>();
    for (const person of personsConcerned(changes)) {
      const listeners = this.#rooms.of(person);
      if (listeners.length === 0) continue;
      const after = this.audience.principals(person);
      for (const listener of listeners) if (!same(listener.principals, after)) moved.set(listener.id, [listener, after]);
    }
    return moved;
  }

  #spread(change: Change, moved: ReadonlyMap<string, unknown>, add: (id: string, change: RowChange) => void): void {
    const { view, id, position, row, before } = change;
    const keeping = this.#rooms.keeping(change);
    const within = (audience: RowAudience) => {
      const some = keeping.filter(({ principals }) => meets(audience, principals)).map((listener) => listener.id);
      return new Set([...this.#rooms.within(view, audience), ...some]);
    };
    const seeing = row ? within(row.audience) : new Set<string>();
    const hears = (listener: string) => !moved.has(listener) && !((this.#rooms.get(listener)?.aheadTo ?? '') >= position);
    if (row) {
      const put: RowChange = { kind: 'put', row: { view, id, position, data: row.data } };
      for (const listener of seeing) if (hears(listener)) add(listener, put);
    }
    // A client that is held is told with the place where they are held, and may have read the row as of later.
    const gone: RowChange = { kind: 'gone', view, id, position };
    const losing = new Set([...within(before), ...this.#yetToLose(change)]);
    for (const listener of losing) if (!seeing.has(listener) && hears(listener)) add(listener, gone);
  }

  /** The connections whose next pages would have told that the row is out of sight: it is not where those pages look any more. */
  #yetToLose({ view, id, before, under }: Change): readonly string[] {
    return [...this.#pages].flatMap(([connection, { stoodFor }]) => {
      const scopes = this.#rooms.get(connection)?.scopes;
      const isKept = scopes && [under.before, under.after].some((keys) => scopes.holds(view, id, keys));
      return isKept && meets(before, stoodFor) ? [connection] : [];
    });
  }

  /** A person's access changed in this very commit: they are sent the difference and stand in their new rooms from now on. */
  #move(
    listener: Listener,
    after: ReadonlySet<Principal>,
    { shown, through }: { readonly shown: readonly Change[]; readonly through: Position },
    add: (id: string, change: RowChange) => void,
  ): void {
    const stoodFor = this.#pages.get(listener.id)?.stoodFor ?? listener.principals;
    const difference = accessChanges(
      this.views.store,
      listener,
      after,
      new Set(shown.map(({ view, id }) => keyOf(view, id))),
      this.limits.accessRows,
    );
    for (const { view, id, position, row, before, under } of shown) {
      if (![under.before, under.after].some((keys) => listener.scopes.holds(view, id, keys))) continue;
      if (row && meets(row.audience, after)) add(listener.id, { kind: 'put', row: { view, id, position, data: row.data } });
      else if (meets(before, stoodFor) || meets(before, listener.principals)) add(listener.id, { kind: 'gone', view, id, position });
    }
    // As of now: a row may have been out of sight in between, and was told to be gone with a place of then.
    for (const change of difference ?? []) add(listener.id, asOf(change, through));
    if (difference) return this.#rooms.place({ ...listener, principals: after });
    const heldTo = listener.heldTo ?? this.#published;
    // Before the first commit there is no place in the log that it could be held at: it comes back, and reads afresh.
    if (heldTo === undefined) return this.#cut(listener.id);
    this.#rooms.place({ ...listener, principals: after, heldTo });
    this.#bring(listener, after);
  }

  #cut(id: string): void {
    this.leave(id);
    this.outlet.drop(id);
  }

  /** Sends what came into sight, or left it, by pages: one in each turn, so that nobody else waits for it. */
  #bring(listener: Listener, after: ReadonlySet<Principal>): void {
    const { id, principals } = listener;
    const now = () => this.#rooms.get(id)?.principals ?? principals;
    const pages = accessPages(this.views.store, listener, after, now, this.limits.accessRows);
    const before = this.#pages.get(id);
    if (before) {
      before.pages.push(pages);
      for (const principal of principals) before.stoodFor.add(principal);
      return;
    }
    const waiting: Waiting = { pages: [pages], stoodFor: new Set(principals) };
    this.#pages.set(id, waiting);
    this.later(() => this.#page(id, waiting));
  }

  #page(id: string, waiting: Waiting): void {
    const listener = this.#rooms.get(id);
    // Who left, or began anew meanwhile, is sent none of it: what waits for them since has turns of its own.
    if (!listener || this.#pages.get(id) !== waiting) return;
    const page = waiting.pages[0]?.next();
    if (page?.done) waiting.pages.shift();
    const { heldTo, ...rest } = listener;
    if (waiting.pages.length > 0) {
      // Up to date only with the last page: cut off before it, it must read afresh.
      const now = this.views.through();
      const changes = (page?.value || []).map((one) => (now === undefined ? one : asOf(one, now)));
      if (changes.length > 0 && heldTo !== undefined) this.outlet.send([id], { through: heldTo, changes });
      return this.later(() => this.#page(id, waiting));
    }
    this.#pages.delete(id);
    this.#rooms.place(rest);
    const through = this.#published;
    if (through !== undefined) this.outlet.send([id], { through, changes: [] });
  }

  /** Listeners who are sent the very same changes share one message, which is encoded once. */
  #send(each: ReadonlyMap<string, readonly RowChange[]>, through: Position): void {
    const numbers = new Map<RowChange, number>();
    const groups = new Map<string, { ids: string[]; changes: readonly RowChange[]; through: Position }>();
    for (const [id, changes] of each) {
      const upTo = this.#rooms.get(id)?.heldTo ?? through;
      const key = `${upTo} ${changes.map((change) => numbers.get(change) ?? (numbers.set(change, numbers.size), numbers.size - 1)).join()}`;
      const group = groups.get(key);
      if (group) group.ids.push(id);
      else groups.set(key, { ids: [id], changes, through: upTo });
    }
    for (const { ids, ...message } of groups.values()) this.outlet.send(ids, message);
  }
}

const ofPublicViews = (scopes: readonly Scope[]): readonly Scope[] => scopes.filter(({ view }) => PUBLIC_VIEWS.has(view));
const same = (a: ReadonlySet<Principal>, b: ReadonlySet<Principal>): boolean =>
  a.size === b.size && [...a].every((principal) => b.has(principal));
