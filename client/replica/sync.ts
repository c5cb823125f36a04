import { createSignal } from 'solid-js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ChangesMessage } from '@alongside/domain/protocol/messages.js';
import { createBackOff } from './back-off.js';
import type { Ports } from './ports.js';
import { createProgress } from './progress.js';
import { createReads } from './reads.js';
import { listKept, type RowList } from './lists.js';
import type { Rows } from './rows.js';
import { scopeKey, scopesOf, type Kept } from './scopes.js';
import { Unreachable, type Live, type Transport } from './transport.js';

/** What the rest of the replica wants to hear of. */
export interface SyncHandlers {
  /** These views changed, whatever the rows. */
  readonly changed: (views: ReadonlySet<string>) => void;
  readonly signedOut: () => void;
  /** The live line is down. */
  readonly lost: () => void;
  /** It could not be opened. */
  readonly notOpened: () => void;
  /** It is up again. Resolves to whether it may be taken up for the same person. */
  readonly back: () => Promise<boolean>;
}

/**
 * Reads what screens need, then follows the live line without a gap: what it keeps is covered from where the line was asked for it, and older
 * reads are repeated.
 */
export function createSync(
  transport: Transport,
  rows: Rows,
  handlers: SyncHandlers,
  ports: Pick<Ports, 'clock' | 'random' | 'limits' | 'rules' | 'builtWith'>,
) {
  const { rules, builtWith } = ports;
  /** Which versions of what is asked for this page understands. */
  const spokenOf = (asked: readonly Kept[]) => ({
    protocol: builtWith.protocol,
    versions: Object.fromEntries(asked.flatMap(({ view }) => (builtWith.views[view] === undefined ? [] : [[view, builtWith.views[view]]]))),
  });
  const [connected, setConnected] = createSignal(false);
  let live: Live | undefined;
  /** Counts the openings; 0 while closed. What was begun in one is not finished in the next: another person may be signed in. */
  let opening = 0;
  let openings = 0;
  let lineUp = false;
  const progress = createProgress(rules);
  /** Views of which the hub has newer rows than this page understands ([RP23]): they stay as they are. */
  const foreign = new Set<string>();
  const [outdated, setOutdated] = createSignal(false);
  const isForeign = (view: string): void => {
    foreign.add(view);
    for (const kept of progress.all()) if (kept.view === view) progress.drop(kept);
    setOutdated(true);
  };
  const reads = createReads(transport, rows, progress, () => opening, isForeign, ports);
  const resumeAgain = createBackOff(() => void follow(), ports);
  const takeUpAgain = createBackOff(() => void takeUp(), ports);

  /** What answers rest on as a whole, whichever lists come and go. */
  const pinned = new Set<string>();

  /** Keeps something in step from now on. False where it is already. */
  function keep(kept: Kept): boolean {
    if ('id' in kept) rows.keep(kept.view, kept.id);
    if (foreign.has(kept.view) || !progress.want(kept)) return false;
    queueMicrotask(() => connected() && void follow());
    return true;
  }

  /** Asks for a row soon; everything asked for in the same tick goes as one request. */
  function needRow(view: string, id: string): void {
    keep({ view, id });
    reads.wantId(view, id);
    reads.schedule();
  }

  /** Keeps a row in step that is held with a list: as far as the list goes, so does the row. */
  function keepRow(view: string, id: string): void {
    const [goesTo] = rows.listsWith(view, id).flatMap((list) => progress.goesTo(list) ?? []);
    const row = { view, id };
    if (progress.isWanted(row)) return;
    if (!rules.goesWithAList(goesTo)) return needRow(view, id);
    keep(row);
    if (goesTo !== undefined) progress.read(row, goesTo);
  }

  function needList(list: RowList): void {
    keep(listKept(list));
    reads.wantMore(list);
    reads.schedule();
  }

  /** What no screen shows any more, and is not held either, is not kept in step. */
  rows.onDropped((kept) => {
    if (pinned.has(scopeKey(kept))) return;
    progress.drop(kept);
    queueMicrotask(() => connected() && progress.hasDropped() && void follow());
  });

  let following = false;
  let caughtUp = false;
  /** Lets the line go on for all that is kept after it was down, and tells it what is kept more, or less, since. */
  async function follow(): Promise<void> {
    if (following || !live) return;
    following = true;
    const line = live;
    try {
      while (progress.isIncomplete() || progress.hasDropped() || !caughtUp) {
        const whole = !caughtUp;
        caughtUp = true;
        const [asked, from] = whole ? [progress.all(), progress.resumesAfter()] : [progress.added(), progress.beginsAfter()];
        const [after, drop] = [from === undefined ? {} : { after: from }, scopesOf(progress.takeDropped())];
        const answer = await (whole
          ? line.resume({ views: [], scopes: scopesOf(asked), ...after, ...spokenOf(asked) })
          : line.watch({ add: scopesOf(asked), drop, ...after, ...spokenOf(asked) }));
        if (line !== live) return;
        if ((answer.protocol ?? 0) > builtWith.protocol) setOutdated(true);
        for (const view of answer.newer ?? []) isForeign(view);
        const older = new Set(answer.older);
        progress.resumed(
          asked.filter(({ view }) => !older.has(view)),
          from,
          answer,
          whole,
        );
        progress.notResumed(
          asked.filter(({ view }) => older.has(view)),
          from,
        );
        if (rules.readsAfresh(answer.kind)) readAfresh(answer.through ?? undefined);
        // Another process of the hub, or this one in a while, has the rows that this page knows.
        if (older.size > 0) throw new Unreachable('The hub is older than this page.');
        resumeAgain.reset();
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      if (line !== live) return;
      caughtUp = false;
      if (connected()) resumeAgain.later();
    } finally {
      following = false;
      // The line was closed meanwhile, and another one waits for its turn.
      if (line !== live && connected()) void follow();
    }
  }

  /** Reads again everything that a screen shows. `from`: an answer of before is no longer believed. */
  function readAfresh(from?: Position): void {
    const { cells, lists } = rows.doubt(from);
    for (const cell of cells) reads.wantId(cell.view, cell.id);
    for (const list of lists) reads.wantList(list);
    reads.schedule();
    handlers.changed(new Set(progress.all().map(({ view }) => view)));
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
    reads.retry();
    void follow();
  }

  function take(message: ChangesMessage): void {
    rows.apply(message);
    progress.heard(message.through);
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
      notOpened: unlessClosed(() => handlers.notOpened()),
      changes: (message) => opening === mine && take(message),
      signedOut: unlessClosed(() => handlers.signedOut()),
    });
  }

  function close(): void {
    opening = 0;
    lineUp = false;
    live?.close();
    live = undefined;
    progress.forget();
    reads.stop();
    resumeAgain.reset();
    takeUpAgain.reset();
    setConnected(false);
  }

  /** A command was accepted at this position: without a line to bring its effect, read it. */
  function acceptedAt(position: Position): void {
    progress.accepted(position);
    if (!connected()) readAfresh();
  }

  return {
    needRow,
    needList,
    keepRow,
    /** Keeps all of a view in step, of what this person may see. */
    wantView: (view: string): void => {
      const kept = { view, where: {} };
      pinned.add(scopeKey(kept));
      keep(kept);
    },
    open,
    close,
    refresh: () => readAfresh(),
    retry: () => reads.retry(),
    acceptedAt,
    connected,
    failing: reads.failing,
    /** The hub was updated since this page was loaded. */
    outdated,
    lineIsUp: () => lineUp,
    after: () => progress.after(),
  };
}
export type Sync = ReturnType<typeof createSync>;
