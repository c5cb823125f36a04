import { createSignal } from 'solid-js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ChangesMessage, SentRow } from '@alongside/domain/protocol/messages.js';
import type { RowList, Rows } from './rows.js';
import { createBackOff } from './back-off.js';
import { earlier, later } from './positions.js';
import type { Ports } from './ports.js';
import { isAway } from './session.js';
import { Unreachable, type Live, type Transport } from './transport.js';

const REREAD_LIMIT_TIMES = 3;
/** One read that fails is made again without a word. */
const FAILING_LEAST_TIMES = 2;

interface ViewAnswer {
  readonly rows: readonly SentRow[];
  readonly through: Position;
}

/** What the rest of the replica wants to hear of. */
export interface SyncHandlers {
  /** These views changed, whatever the rows. */
  readonly changed: (views: ReadonlySet<string>) => void;
  readonly signedOut: () => void;
  /** The live line is down. */
  readonly lost: () => void;
  /** It is up again. Resolves to whether it may be taken up for the same person. */
  readonly back: () => Promise<boolean>;
}

/**
 * Reads what screens need, then follows the live line without a gap: a view is covered from where the line was asked for it, and older
 * reads are repeated.
 */
export function createSync(
  transport: Transport,
  rows: Rows,
  handlers: SyncHandlers,
  ports: Pick<Ports, 'clock' | 'random' | 'limits' | 'rules'>,
) {
  const { limits, rules } = ports;
  const [connected, setConnected] = createSignal(false);
  /** Reads fail again and again; what was read before is still there. */
  const [failing, setFailing] = createSignal(false);
  let failedTimes = 0;
  let live: Live | undefined;
  let through: Position | undefined;
  let accepted: Position | undefined;
  /** Views wanted → the position from which the line is complete for them; `undefined` until it was asked. */
  const covered = new Map<string, Position | undefined>();
  /** The oldest read of views that the line does not cover yet. */
  const readAt = new Map<string, Position>();
  const wantedIds = new Map<string, Set<string>>();
  const wantedLists = new Set<RowList>();
  let scheduled = false;
  /** Counts the openings; 0 while closed. What was begun in one is not finished in the next: another person may be signed in. */
  let opening = 0;
  let openings = 0;
  let lineUp = false;
  const again = createBackOff(() => schedule(), ports);
  const resumeAgain = createBackOff(() => void resume(), ports);
  const takeUpAgain = createBackOff(() => void takeUp(), ports);

  /** Reads must not go back behind what this person was told or shown, whichever of several hub processes answers them. */
  const after = (least?: Position): Readonly<Record<string, string>> => {
    const position = later(later(accepted, through), least);
    return position === undefined ? {} : { 'x-alongside-after': position };
  };

  async function read(view: string, search: URLSearchParams): Promise<ViewAnswer | 'refused'> {
    const path = `/api/views/${encodeURIComponent(view)}?${search.toString()}`;
    let least: Position | undefined;
    for (let times = 0; times < REREAD_LIMIT_TIMES; times += 1) {
      const reply = await transport.ask({ method: 'GET', path, headers: after(least) });
      if (reply.status === 401 || isAway(reply)) throw new Unreachable(`The hub answered ${reply.status}.`);
      if (reply.status !== 200) return 'refused';
      const answer = reply.body as ViewAnswer;
      const from = covered.get(view);
      if (from === undefined) readAt.set(view, earlier(readAt.get(view), answer.through));
      if (rules.meetsTheLine(answer.through, from)) return answer;
      least = from;
    }
    throw new Unreachable('The hub is behind its own log.');
  }

  async function readIds(view: string, ids: readonly string[]): Promise<void> {
    const answer = await read(view, new URLSearchParams({ ids: ids.join(',') }));
    if (answer === 'refused') rows.takeIds(view, ids, [], through ?? ('' as Position));
    else rows.takeIds(view, ids, answer.rows, answer.through);
  }

  async function readList(list: RowList): Promise<void> {
    const found: SentRow[] = [];
    let oldest: Position | undefined;
    for (;;) {
      const search = new URLSearchParams(Object.entries(list.where).map(([field, value]) => [`where.${field}`, value]));
      search.set('limit', String(limits.pageRows));
      const last = found[found.length - 1];
      if (last) search.set('afterId', last.id);
      const answer = await read(list.view, search);
      if (answer === 'refused') return rows.takeList(list, [], through ?? ('' as Position));
      found.push(...answer.rows);
      oldest = earlier(oldest, answer.through);
      const whole = !rules.hasNextPage(answer.rows.length, limits.pageRows);
      if (!whole && found.length < limits.listRows) continue;
      list.setCut(!whole);
      return rows.takeList(list, found, oldest);
    }
  }

  async function flush(): Promise<void> {
    scheduled = false;
    const reads: { run: () => Promise<void>; restore: () => void }[] = [];
    for (const [view, ids] of wantedIds) {
      const all = [...ids];
      for (let at = 0; at < all.length; at += limits.idsRows) {
        const some = all.slice(at, at + limits.idsRows);
        reads.push({ run: () => readIds(view, some), restore: () => some.forEach((id) => wantId(view, id)) });
      }
    }
    for (const list of wantedLists) reads.push({ run: () => readList(list), restore: () => void wantedLists.add(list) });
    wantedIds.clear();
    wantedLists.clear();
    const during = opening;
    const outcomes = await Promise.allSettled(reads.map((one) => one.run()));
    // Signed out during the reads. The next session requests its own rows.
    if (opening === 0 || opening !== during) return;
    const failed = outcomes.flatMap((outcome, index) =>
      outcome.status === 'rejected' ? [{ reason: outcome.reason as unknown, restore: reads[index]?.restore }] : [],
    );
    for (const { reason, restore } of failed) {
      if (!(reason instanceof Unreachable)) throw reason;
      restore?.();
    }
    if (!reads.length) return;
    failedTimes = failed.length ? failedTimes + 1 : 0;
    setFailing(failedTimes >= FAILING_LEAST_TIMES);
    if (failed.length) again.later();
    // What failed in a flush that ended meanwhile is still to be read.
    else if (!wantedIds.size && !wantedLists.size) again.reset();
  }

  function schedule(): void {
    if (scheduled || (!wantedIds.size && !wantedLists.size)) return;
    scheduled = true;
    queueMicrotask(() => void flush());
  }

  function wantView(view: string): void {
    if (covered.has(view)) return;
    covered.set(view, undefined);
    queueMicrotask(() => connected() && void resume());
  }

  function wantId(view: string, id: string): void {
    wantedIds.set(view, (wantedIds.get(view) ?? new Set()).add(id));
  }

  /** Asks for a row soon; everything asked for in the same tick goes as one request. */
  function needRow(view: string, id: string): void {
    wantView(view);
    wantId(view, id);
    schedule();
  }

  function needList(list: RowList): void {
    wantView(list.view);
    wantedLists.add(list);
    schedule();
  }

  let resuming = false;
  let caughtUp = false;
  async function resume(): Promise<void> {
    if (resuming || !live) return;
    resuming = true;
    const line = live;
    try {
      while ([...covered.values()].includes(undefined) || !caughtUp) {
        caughtUp = true;
        const views = [...covered.keys()];
        const from = rules.resumesAfter(through, readAt.values());
        const answer = await line.resume({ views, ...(from === undefined ? {} : { after: from }) });
        if (line !== live) return;
        const start = answer.kind === 'resumed' && from !== undefined ? from : (answer.through ?? ('' as Position));
        for (const view of views) {
          // Read while the line was being asked, from before it begins: it is asked for that view again ([RP8]).
          if (answer.kind === 'resumed' && (readAt.get(view) ?? start) < start) continue;
          if (covered.get(view) === undefined || answer.kind === 'reset') covered.set(view, start);
          readAt.delete(view);
        }
        if (answer.through !== null) through = answer.kind === 'reset' ? answer.through : later(through, answer.through);
        if (rules.readsAfresh(answer.kind)) refresh();
        resumeAgain.reset();
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      if (line !== live) return;
      caughtUp = false;
      if (connected()) resumeAgain.later();
    } finally {
      resuming = false;
      // The line was closed meanwhile, and another one waits for its turn.
      if (line !== live && connected()) void resume();
    }
  }

  /** Reads again everything that a screen shows. */
  function refresh(): void {
    const { cells, lists } = rows.doubt();
    for (const cell of cells) wantId(cell.view, cell.id);
    for (const list of lists) wantedLists.add(list);
    schedule();
    handlers.changed(new Set(covered.keys()));
  }

  /** The line is up: what it brings is taken in once it is known to be for the same person. */
  async function takeUp(): Promise<void> {
    const during = opening;
    const same = await handlers.back();
    if (during !== opening || !lineUp) return;
    if (!same) return takeUpAgain.later();
    takeUpAgain.reset();
    caughtUp = false;
    setConnected(true);
    again.now();
    void resume();
  }

  function take(message: ChangesMessage): void {
    rows.apply(message);
    through = later(through, message.through);
    const views = new Set(message.changes.map((change) => (change.kind === 'put' ? change.row.view : change.view)));
    if (views.size) handlers.changed(views);
  }

  function open(): void {
    if (live) return;
    const mine = (openings += 1);
    opening = mine;
    const unlessClosed = (run: () => void) => () => opening === mine && run();
    live = transport.live({
      connected: unlessClosed(() => {
        lineUp = true;
        void takeUp();
      }),
      lost: unlessClosed(() => {
        lineUp = false;
        setConnected(false);
        handlers.lost();
      }),
      changes: (message) => opening === mine && take(message),
      signedOut: unlessClosed(() => handlers.signedOut()),
    });
  }

  function close(): void {
    opening = 0;
    lineUp = false;
    live?.close();
    live = undefined;
    through = accepted = undefined;
    for (const view of covered.keys()) covered.set(view, undefined);
    readAt.clear();
    wantedIds.clear();
    wantedLists.clear();
    again.reset();
    resumeAgain.reset();
    takeUpAgain.reset();
    setConnected(false);
    failedTimes = 0;
    setFailing(false);
  }

  /** A command was accepted at this position: without a line to bring its effect, read it. */
  function acceptedAt(position: Position): void {
    accepted = later(accepted, position);
    if (!connected()) refresh();
  }

  return {
    needRow,
    needList,
    wantView,
    open,
    close,
    refresh,
    retry: () => again.now(),
    acceptedAt,
    connected,
    failing,
    lineIsUp: () => lineUp,
    after: () => after(),
  };
}
export type Sync = ReturnType<typeof createSync>;
