import { createSignal } from 'solid-js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { createBackOff } from './back-off.js';
import type { Ports } from './ports.js';
import type { Progress } from './progress.js';
import { NEWER_ROWS, OLDER_ROWS, ROWS_VERSION_HEADER } from '@alongside/domain/protocol/messages.js';
import type { Cursor } from '@alongside/projections/engine/order.js';
import { listKept, placeIn, type RowList } from './lists.js';
import { laterOf } from './positions.js';
import type { Kept } from './scopes.js';
import type { Page, Rows } from './rows.js';
import { isAway } from './session.js';
import { Unreachable, type Transport } from './transport.js';

/** There is none, or none that this person may see. */
const NOT_THERE: ReadonlySet<number> = new Set([403, 404]);
const REREAD_LIMIT_TIMES = 3;
/** One read that fails is made again without a word. */
const FAILING_LEAST_TIMES = 2;

/** One request of a flush, and how to want it again where it failed. */
interface Read {
  readonly run: () => Promise<void>;
  readonly restore: () => void;
}
type ReadingPorts = Pick<Ports, 'clock' | 'random' | 'limits' | 'rules' | 'builtWith'>;

/** Reads one answer of a view that reaches to where the line begins, or says that the hub refused it. Throws `Unreachable`. */
function createReadView(
  transport: Transport,
  progress: Progress,
  foreign: (view: string) => void,
  { rules, builtWith }: Pick<ReadingPorts, 'rules' | 'builtWith'>,
) {
  return async (view: string, search: URLSearchParams, kept: readonly Kept[]): Promise<Page | 'refused' | 'foreign'> => {
    const version = builtWith.views[view];
    const said = version === undefined ? {} : { [ROWS_VERSION_HEADER]: String(version) };
    const path = `/api/views/${encodeURIComponent(view)}?${search.toString()}`;
    let least: Position | undefined;
    for (let times = 0; times < REREAD_LIMIT_TIMES; times += 1) {
      const reply = await transport.ask({ method: 'GET', path, headers: { ...progress.after(least), ...said } });
      if (reply.status === 401 || isAway(reply)) throw new Unreachable(`The hub answered ${reply.status}.`);
      const { code } = (reply.body ?? {}) as { code?: string };
      if (code === OLDER_ROWS) throw new Unreachable('The hub is older than this page.');
      if (code === NEWER_ROWS) {
        foreign(view);
        return 'foreign';
      }
      if (NOT_THERE.has(reply.status)) return 'refused';
      // Anything else says nothing of the rows: what is held stays, and it is tried again.
      if (reply.status !== 200) throw new Unreachable(`The hub answered ${reply.status}.`);
      const answer = reply.body as Page;
      const from = kept.reduce<Position | undefined>((latest, one) => laterOf(latest, progress.coveredFrom(one)), undefined);
      for (const one of kept) progress.read(one, answer.through);
      if (rules.meetsTheLine(answer.through, from)) return answer;
      least = from;
    }
    throw new Unreachable('The hub is behind its own log.');
  };
}

/** Reads rows by id and lists to their end, into `rows`. */
function createReadRows(transport: Transport, rows: Rows, progress: Progress, foreign: (view: string) => void, ports: ReadingPorts) {
  const { limits, rules } = ports;
  const read = createReadView(transport, progress, foreign, ports);
  /** What was refused is gone as of what was last heard. */
  const refusedAt = () => progress.through() ?? ('' as Position);

  async function readIds(view: string, ids: readonly string[]): Promise<void> {
    const answer = await read(
      view,
      new URLSearchParams({ ids: ids.join(',') }),
      ids.map((id) => ({ view, id })),
    );
    // What is held of them stays on the screen, as it was.
    if (answer === 'foreign') return;
    if (answer === 'refused') rows.takeIds(view, ids, [], refusedAt());
    else rows.takeIds(view, ids, answer.rows, answer.through);
  }

  function searchOf({ where, order }: RowList, limitRows: number, after: Cursor | undefined): URLSearchParams {
    const search = new URLSearchParams(Object.entries(where).map(([field, value]) => [`where.${field}`, value]));
    search.set('limit', String(limitRows));
    if (order) {
      search.set('order', order.by);
      if (order.descending) search.set('descending', '1');
      if (order.from !== undefined) search.set('from', order.from);
      if (order.to !== undefined) search.set('to', order.to);
      if (after) search.set('afterValue', after.value);
    }
    if (after) search.set('afterId', after.id);
    return search;
  }

  /** Reads a list from its beginning until it has all that is wanted of it, and all that was held. */
  async function readList(list: RowList): Promise<void> {
    const wantedRows = Math.max(list.wanted(), list.status() === 'here' ? list.ids().length : 0);
    const pages: Page[] = [];
    let found = 0;
    for (;;) {
      const last = pages.at(-1)?.rows.at(-1);
      const limit = Math.min(limits.pageRows, wantedRows - found);
      const answer = await read(list.view, searchOf(list, limit, last && placeIn(list, last)), [listKept(list)]);
      if (answer === 'foreign') return;
      if (answer === 'refused') return rows.takeList(list, [{ rows: [], through: refusedAt() }]);
      pages.push(answer);
      found += answer.rows.length;
      const whole = !rules.hasNextPage(answer.rows.length, limit);
      if (whole || found >= wantedRows) return rows.takeList(list, pages, whole);
    }
  }

  /** Reads the next page of a list. */
  async function readMore(list: RowList): Promise<void> {
    const limit = Math.min(limits.pageRows, list.wanted() - list.ids().length);
    if (list.whole() || limit <= 0) return;
    const answer = await read(list.view, searchOf(list, limit, list.reached), [listKept(list)]);
    if (answer === 'foreign') return;
    if (answer === 'refused') return rows.takeList(list, [{ rows: [], through: refusedAt() }]);
    rows.takeMore(list, answer, !rules.hasNextPage(answer.rows.length, limit));
  }
  return { readIds, readList, readMore };
}

/** What screens want to be read: everything of one tick goes as one flush, and what fails is wanted again. `opening`: 0 while the line is closed. */
export function createReads(
  transport: Transport,
  rows: Rows,
  progress: Progress,
  opening: () => number,
  foreign: (view: string) => void,
  ports: ReadingPorts,
) {
  const { readIds, readList, readMore } = createReadRows(transport, rows, progress, foreign, ports);
  /** Reads fail again and again; what was read before is still there. */
  const [failing, setFailing] = createSignal(false);
  let failedTimes = 0;
  const wantedIds = new Map<string, Set<string>>();
  /** Lists to read: from their beginning, or on from where they were read to. */
  const wantedLists = new Map<RowList, 'afresh' | 'more'>();
  let scheduled = false;
  const again = createBackOff(() => schedule(), ports);

  function wantId(view: string, id: string): void {
    wantedIds.set(view, (wantedIds.get(view) ?? new Set()).add(id));
  }
  const isNothingWanted = () => !wantedIds.size && !wantedLists.size;

  function wantList(list: RowList, how: 'afresh' | 'more'): void {
    if (how === 'afresh' || !wantedLists.has(list)) wantedLists.set(list, how);
  }

  /** A list is read by one request at a time. What is wanted of it meanwhile waits. */
  async function alone(list: RowList, how: 'afresh' | 'more'): Promise<void> {
    list.isBeingRead = true;
    try {
      await (how === 'more' && list.status() === 'here' ? readMore(list) : readList(list));
    } finally {
      list.isBeingRead = false;
      if (wantedLists.has(list)) schedule();
    }
  }

  /** Takes all that is wanted and not being read, as requests. */
  function taken(): readonly Read[] {
    const reads: Read[] = [];
    for (const [view, ids] of wantedIds) {
      const all = [...ids];
      for (let at = 0; at < all.length; at += ports.limits.idsRows) {
        const some = all.slice(at, at + ports.limits.idsRows);
        reads.push({ run: () => readIds(view, some), restore: () => some.forEach((id) => wantId(view, id)) });
      }
    }
    wantedIds.clear();
    for (const [list, how] of wantedLists) {
      if (list.isBeingRead) continue;
      wantedLists.delete(list);
      reads.push({ run: () => alone(list, how), restore: () => wantList(list, how) });
    }
    return reads;
  }

  async function flush(): Promise<void> {
    scheduled = false;
    const reads = taken();
    const during = opening();
    const outcomes = await Promise.allSettled(reads.map((one) => one.run()));
    // Signed out during the reads. The next session requests its own rows.
    if (opening() === 0 || opening() !== during) return;
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
    else if (isNothingWanted()) again.reset();
  }

  function schedule(): void {
    if (scheduled || isNothingWanted()) return;
    scheduled = true;
    queueMicrotask(() => void flush());
  }

  return {
    failing,
    wantId,
    /** Reads a list from its beginning, also where a read of it is on its way: that one may be of before. */
    wantList: (list: RowList): void => wantList(list, 'afresh'),
    /** Reads on in a list, or begins; after a read of it that is on its way, and only where that did not bring all that is wanted. */
    wantMore: (list: RowList): void => wantList(list, 'more'),
    schedule,
    /** Reads at once what waits to be tried again. */
    retry: () => again.now(),
    /** Nothing is wanted any more. */
    stop: () => {
      wantedIds.clear();
      wantedLists.clear();
      again.reset();
      failedTimes = 0;
      setFailing(false);
    },
  };
}
