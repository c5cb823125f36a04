import type { CommandId, Position } from '@alongside/domain/kernel/brand.js';
import {
  PERSON_HEADER,
  type Answer,
  type ChangesMessage,
  type Envelope,
  NEWER_ROWS,
  OLDER_ROWS,
  type ResumeRequest,
  type RowChange,
  type Scope,
  type SentRow,
  type WatchRequest,
} from '@alongside/domain/protocol/messages.js';
import { ordered } from '@alongside/projections/engine/order.js';
import { matches } from '@alongside/projections/engine/matches.js';
import { Unreachable, type Ask, type Live, type LiveHandlers, type Reply, type Transport } from '../transport.js';

type Line = LiveHandlers & { scopes: readonly Scope[] | undefined };

type SmallRefusal = Omit<Extract<Answer, { outcome: 'rejected' }>, 'outcome' | 'commandId'>;

/** Turns of the microtask queue that let everything settle that needs no timer. */
const SETTLE_TURNS = 60;

/** Lets promises that are already kept run their course. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < SETTLE_TURNS; turn += 1) await Promise.resolve();
}

/**
 * A hub in memory with the real protocol: rows with positions, commands, a live line. Specs cut the network, hold answers back and refuse
 * commands.
 */
export function smallHub(decide: (envelope: Envelope, hub: SmallHub) => SmallRefusal | undefined = () => undefined) {
  const rows = new Map<string, SentRow>();
  const log: { position: Position; change: RowChange }[] = [];
  const answers = new Map<string, Answer>();
  const lines = new Set<Line>();
  const asked: Ask[] = [];
  let head = 0;
  let reachable = true;
  let person: string | undefined = 'ben';
  /** Whose sessions were given up, as another person signed in. */
  const gone = new Set<string>();
  const signIn = (next: string | undefined): void => {
    if (person !== undefined && person !== next) gone.add(person);
    if (next !== undefined) gone.delete(next);
    person = next;
  };
  let held: (() => void)[] | undefined;
  /** Lines that wait to be opened; undefined where none waits. */
  let slow: (() => void)[] | undefined;
  let resets = false;
  let failing: { readonly status: number; readonly at: string; readonly body: unknown } | undefined;

  const at = (position: number) => String(position).padStart(8, '0') as Position;
  /** Views of which the hub has newer, or still older, rows than any client knows. */
  const newer = new Set<string>();
  const older = new Set<string>();
  const differing = () => ({ ...(newer.size > 0 && { newer: [...newer] }), ...(older.size > 0 && { older: [...older] }) });
  /** What a row was before its last change, for a client that keeps a list that it left. */
  const earlier = new Map<string, unknown>();
  const keeps = (scopes: readonly Scope[], change: RowChange): boolean => {
    const { view, id } = change.kind === 'put' ? change.row : change;
    const data = [change.kind === 'put' ? change.row.data : undefined, earlier.get(`${view}/${id}`)];
    if (newer.has(view) || older.has(view)) return false;
    return scopes.some((scope) => {
      if (scope.view !== view) return false;
      return 'ids' in scope ? scope.ids.includes(id) : data.some((one) => matches(one, scope.where));
    });
  };
  const say = (line: Line, message: ChangesMessage) =>
    line.scopes && line.changes({ ...message, changes: message.changes.filter((change) => keeps(line.scopes ?? [], change)) });

  function record(change: (position: Position) => RowChange): Position {
    head += 1;
    const made = change(at(head));
    log.push({ position: at(head), change: made });
    const key = made.kind === 'put' ? `${made.row.view}/${made.row.id}` : `${made.view}/${made.id}`;
    earlier.set(key, rows.get(key)?.data);
    if (made.kind === 'put') rows.set(key, made.row);
    else rows.delete(key);
    for (const line of lines) say(line, { through: at(head), changes: [made] });
    return at(head);
  }

  function read(path: string): Reply {
    const url = new URL(path, 'http://hub');
    const view = url.pathname.split('/')[3];
    const ids = url.searchParams.get('ids')?.split(',');
    const where = Object.fromEntries(
      [...url.searchParams].filter(([key]) => key.startsWith('where.')).map(([key, value]) => [key.slice(6), value]),
    );
    const found = [...rows.values()].filter((row) => row.view === view && (!ids || ids.includes(row.id)) && matches(row.data, where));
    const said = (name: string) => url.searchParams.get(name) ?? undefined;
    const [order, afterId, afterValue] = [said('order'), said('afterId'), said('afterValue')];
    const asked = order && {
      by: order,
      descending: said('descending') === '1',
      ...(said('from') !== undefined && { from: said('from') as string }),
      ...(said('to') !== undefined && { to: said('to') as string }),
      ...(afterId !== undefined && { after: { value: afterValue ?? '', id: afterId } }),
    };
    const page = ordered(found, asked || undefined).filter(({ id }) => asked || afterId === undefined || id > afterId);
    return { status: 200, body: { rows: structured(page.slice(0, Number(said('limit') ?? 1_000))), through: at(head) } };
  }

  function command(envelope: Envelope): Reply {
    const known = answers.get(envelope.commandId);
    if (known) return { status: known.outcome === 'accepted' ? 200 : 409, body: known };
    const refusal = decide(envelope, hub);
    const answer: Answer = refusal
      ? { outcome: 'rejected', commandId: envelope.commandId as CommandId, ...refusal }
      : { outcome: 'accepted', commandId: envelope.commandId as CommandId, position: at(head) };
    answers.set(envelope.commandId, answer);
    return { status: refusal ? 409 : 200, body: answer };
  }

  function answer(ask: Ask): Reply {
    if (failing && ask.path.startsWith(failing.at)) return { status: failing.status, body: failing.body };
    if (ask.path === '/api/session')
      return person
        ? { status: 200, body: { person, name: person, memberships: [], roles: [], demo: true } }
        : { status: 401, body: { code: 'SESSION.NONE', message: 'Please sign in.' } };
    if (ask.path.startsWith('/api/sign-out')) {
      person = undefined;
      return { status: 204, body: undefined };
    }
    if (ask.path === '/api/sign-in/demo') {
      signIn((ask.body as { person: string }).person);
      return { status: 200, body: { person } };
    }
    // What names a person whose session was given up is answered as to nobody.
    const here = gone.has(ask.headers?.[PERSON_HEADER] ?? '') ? undefined : person;
    if (!here && !ask.path.startsWith('/api/verify/')) return { status: 401, body: { code: 'SESSION.NONE', message: 'Please sign in.' } };
    if (ask.path === '/api/commands') return command(ask.body as Envelope);
    const view = ask.path.split('/')[3]?.split('?')[0] ?? '';
    if (ask.path.startsWith('/api/views/') && newer.has(view)) return { status: 409, body: { code: NEWER_ROWS, message: '' } };
    if (ask.path.startsWith('/api/views/') && older.has(view)) return { status: 409, body: { code: OLDER_ROWS, message: '' } };
    if (ask.path.startsWith('/api/views/')) return read(ask.path);
    if (ask.path === '/api/count') return { status: 200, body: { rows: rows.size } };
    return { status: 404, body: { code: 'NOT_FOUND', message: 'There is no such thing here.' } };
  }

  const transport: Transport = {
    ask: async (ask) => {
      asked.push(ask);
      await Promise.resolve();
      if (!reachable) throw new Unreachable('cut');
      const reply = answer(ask);
      if (held) await new Promise<void>((go) => held?.push(go));
      if (!reachable) throw new Unreachable('cut');
      return reply;
    },
    live: (handlers, named): Live => {
      const line: Line = { ...handlers, scopes: undefined };
      lines.add(line);
      const greet = () => {
        if (!lines.has(line)) return;
        if (!gone.has(named ?? '')) return handlers.connected();
        handlers.lost();
        handlers.signedOut();
      };
      if (slow) slow.push(greet);
      else if (reachable) queueMicrotask(greet);
      return {
        resume: async ({ after, scopes = [] }: ResumeRequest) => {
          await Promise.resolve();
          if (!reachable) throw new Unreachable('cut');
          if (resets) {
            resets = false;
            line.scopes = scopes;
            return { kind: 'reset', through: at(head), ...differing() };
          }
          const missed = after === undefined ? [] : log.filter((entry) => entry.position > after).map((entry) => entry.change);
          line.scopes = scopes;
          if (missed.length) say(line, { through: at(head), changes: missed });
          return { kind: 'resumed', through: at(head), ...differing() };
        },
        watch: async ({ after, add, drop }: WatchRequest) => {
          await Promise.resolve();
          if (!reachable || !line.scopes) throw new Unreachable('cut');
          const missed = after === undefined ? [] : log.filter((entry) => entry.position > after).map((entry) => entry.change);
          const newly = { ...line, scopes: add };
          line.scopes = [...without(line.scopes, drop), ...add];
          if (missed.length) say(newly, { through: at(head), changes: missed });
          return { kind: 'resumed', through: at(head), ...differing() };
        },
        close: () => void lines.delete(line),
      };
    },
  };

  const hub = {
    transport,
    /** Every request that was made. */
    asked,
    put: (view: string, id: string, data: unknown) => record((position) => ({ kind: 'put', row: { view, id, position, data } })),
    remove: (view: string, id: string) => record(() => ({ kind: 'gone', view, id })),
    reads: () => asked.filter((ask) => ask.path.startsWith('/api/views/')).map((ask) => decodeURIComponent(ask.path)),
    commands: () => asked.filter((ask) => ask.path === '/api/commands').map((ask) => ask.body as Envelope),
    cut: () => {
      reachable = false;
      for (const line of lines) {
        line.scopes = undefined;
        line.lost();
      }
    },
    /** The line is down; requests are answered. */
    dropLine: () => {
      for (const line of lines) {
        line.scopes = undefined;
        line.lost();
      }
    },
    mend: () => {
      reachable = true;
      for (const line of lines) line.connected();
    },
    /** Lines that are down try to open, and do not get through: the hub lets nobody in, or nothing reaches it. */
    refuseLine: () => {
      for (const line of lines) {
        line.lost();
        line.notOpened();
      }
    },
    /** Lines take their time to open, until `openLines`. */
    slowLines: () => (slow = []),
    openLines: () => {
      const waiting = slow ?? [];
      slow = undefined;
      for (const greet of waiting) greet();
    },
    /** Requests get through again, and lines have not tried yet. */
    mendRequests: () => void (reachable = true),
    /** Answers are made now and handed over at `release`. */
    hold: () => (held = []),
    release: () => {
      const waiting = held ?? [];
      held = undefined;
      for (const go of waiting) go();
    },
    endSession: () => {
      person = undefined;
    },
    /** The next client to resume is told to read afresh. */
    resetNext: () => {
      resets = true;
    },
    /** The session ends, and the line says so at once: signed out of, or given up as `next` signed in from another tab. */
    revoke: (next?: string) => {
      signIn(next);
      for (const line of lines) line.signedOut();
    },
    /** A person signs in from another tab, which shares its session with this one. */
    signInElsewhere: (who: string) => signIn(who),
    /** The hub has newer rows of a view than any client knows. */
    updated: (view: string) => void newer.add(view),
    /** It is still as it was before: its rows of a view are older. Without a view it no longer is. */
    behind: (view?: string) => void (view === undefined ? older.clear() : older.add(view)),
    isFailing: (path: string): boolean => failing !== undefined && path.startsWith(failing.at),
    /** From now on paths that begin like this are answered with this status and these words, if any; without one they are answered properly again. */
    fail: (status?: number, at = '/', body?: unknown) => {
      failing = status === undefined ? undefined : { status, at, body };
    },
  };
  return hub;
}
export type SmallHub = ReturnType<typeof smallHub>;

/** Scopes without others, as they were named. */
const without = (scopes: readonly Scope[], dropped: readonly Scope[]): readonly Scope[] => {
  const ids = new Set(dropped.flatMap((one) => ('ids' in one ? one.ids.map((id) => `${one.view}/${id}`) : [])));
  const lists = new Set(dropped.flatMap((one) => ('ids' in one ? [] : [JSON.stringify(one)])));
  return scopes.flatMap((one): readonly Scope[] => {
    if ('ids' in one) return [{ view: one.view, ids: one.ids.filter((id) => !ids.has(`${one.view}/${id}`)) }];
    return lists.has(JSON.stringify(one)) ? [] : [one];
  });
};

/** As over a wire: nothing is shared. */
const structured = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
