import { createSignal } from 'solid-js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { createBackOff } from './back-off.js';
import type { Ports } from './ports.js';
import type { Progress } from './progress.js';
import type { Page, RowList, Rows } from './rows.js';
import { isAway } from './session.js';
import { Unreachable, type Transport } from './transport.js';

const REREAD_LIMIT_TIMES = 3;
/** One read that fails is made again without a word. */
const FAILING_LEAST_TIMES = 2;

/** One request of a flush, and how to want it again where it failed. */
interface Read {
  readonly run: () => Promise<void>;
  readonly restore: () => void;
}
type ReadingPorts = Pick<Ports, 'clock' | 'random' | 'limits' | 'rules'>;

/** Reads one answer of a view that reaches to where the line begins, or says that the hub refused it. Throws `Unreachable`. */
function createReadView(transport: Transport, progress: Progress, { rules }: Pick<ReadingPorts, 'rules'>) {
  return async (view: string, search: URLSearchParams): Promise<Page | 'refused'> => {
    const path = `/api/views/${encodeURIComponent(view)}?${search.toString()}`;
    let least: Position | undefined;
    for (let times = 0; times < REREAD_LIMIT_TIMES; times += 1) {
      const reply = await transport.ask({ method: 'GET', path, headers: progress.after(least) });
      if (reply.status === 401 || isAway(reply)) throw new Unreachable(`The hub answered ${reply.status}.`);
      if (reply.status !== 200) return 'refused';
      const answer = reply.body as Page;
      const from = progress.coveredFrom(view);
      progress.read(view, answer.through);
      if (rules.meetsTheLine(answer.through, from)) return answer;
      least = from;
    }
    throw new Unreachable('The hub is behind its own log.');
  };
}

/** Reads rows by id and lists to their end, into `rows`. */
function createReadRows(transport: Transport, rows: Rows, progress: Progress, ports: ReadingPorts) {
  const { limits, rules } = ports;
  const read = createReadView(transport, progress, ports);
  /** What was refused is gone as of what was last heard. */
  const refusedAt = () => progress.through() ?? ('' as Position);

  async function readIds(view: string, ids: readonly string[]): Promise<void> {
    const answer = await read(view, new URLSearchParams({ ids: ids.join(',') }));
    if (answer === 'refused') rows.takeIds(view, ids, [], refusedAt());
    else rows.takeIds(view, ids, answer.rows, answer.through);
  }

  async function readList(list: RowList): Promise<void> {
    const pages: Page[] = [];
    let found = 0;
    for (;;) {
      const search = new URLSearchParams(Object.entries(list.where).map(([field, value]) => [`where.${field}`, value]));
      search.set('limit', String(limits.pageRows));
      const last = pages.at(-1)?.rows.at(-1);
      if (last) search.set('afterId', last.id);
      const answer = await read(list.view, search);
      if (answer === 'refused') return rows.takeList(list, [{ rows: [], through: refusedAt() }]);
      pages.push(answer);
      found += answer.rows.length;
      const whole = !rules.hasNextPage(answer.rows.length, limits.pageRows);
      if (!whole && found < limits.listRows) continue;
      list.setCut(!whole);
      return rows.takeList(list, pages);
    }
  }
  return { readIds, readList };
}

/** What screens want to be read: everything of one tick goes as one flush, and what fails is wanted again. `opening`: 0 while the line is closed. */
export function createReads(transport: Transport, rows: Rows, progress: Progress, opening: () => number, ports: ReadingPorts) {
  const { readIds, readList } = createReadRows(transport, rows, progress, ports);
  /** Reads fail again and again; what was read before is still there. */
  const [failing, setFailing] = createSignal(false);
  let failedTimes = 0;
  const wantedIds = new Map<string, Set<string>>();
  const wantedLists = new Set<RowList>();
  let scheduled = false;
  const again = createBackOff(() => schedule(), ports);

  function wantId(view: string, id: string): void {
    wantedIds.set(view, (wantedIds.get(view) ?? new Set()).add(id));
  }
  const isNothingWanted = () => !wantedIds.size && !wantedLists.size;

  /** Takes all that is wanted, as requests. */
  function taken(): readonly Read[] {
    const reads: Read[] = [];
    for (const [view, ids] of wantedIds) {
      const all = [...ids];
      for (let at = 0; at < all.length; at += ports.limits.idsRows) {
        const some = all.slice(at, at + ports.limits.idsRows);
        reads.push({ run: () => readIds(view, some), restore: () => some.forEach((id) => wantId(view, id)) });
      }
    }
    for (const list of wantedLists) reads.push({ run: () => readList(list), restore: () => void wantedLists.add(list) });
    wantedIds.clear();
    wantedLists.clear();
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
    wantList: (list: RowList): void => void wantedLists.add(list),
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
