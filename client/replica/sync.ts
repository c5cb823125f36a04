import { createSignal } from 'solid-js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ChangesMessage } from '@alongside/domain/protocol/messages.js';
import { createBackOff } from './back-off.js';
import type { Ports } from './ports.js';
import { createProgress } from './progress.js';
import { createReads } from './reads.js';
import type { RowList } from './lists.js';
import type { Rows } from './rows.js';
import { Unreachable, type Live, type Transport } from './transport.js';

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
  const { rules } = ports;
  const [connected, setConnected] = createSignal(false);
  let live: Live | undefined;
  /** Counts the openings; 0 while closed. What was begun in one is not finished in the next: another person may be signed in. */
  let opening = 0;
  let openings = 0;
  let lineUp = false;
  const progress = createProgress(rules);
  const reads = createReads(transport, rows, progress, () => opening, ports);
  const resumeAgain = createBackOff(() => void resume(), ports);
  const takeUpAgain = createBackOff(() => void takeUp(), ports);

  function wantView(view: string): void {
    if (progress.want(view)) queueMicrotask(() => connected() && void resume());
  }

  /** Asks for a row soon; everything asked for in the same tick goes as one request. */
  function needRow(view: string, id: string): void {
    wantView(view);
    reads.wantId(view, id);
    reads.schedule();
  }

  function needList(list: RowList): void {
    wantView(list.view);
    reads.wantMore(list);
    reads.schedule();
  }

  let resuming = false;
  let caughtUp = false;
  async function resume(): Promise<void> {
    if (resuming || !live) return;
    resuming = true;
    const line = live;
    try {
      while (progress.isIncomplete() || !caughtUp) {
        caughtUp = true;
        const [views, from] = [progress.views(), progress.resumesAfter()];
        const answer = await line.resume({ views, ...(from === undefined ? {} : { after: from }) });
        if (line !== live) return;
        progress.resumed(views, from, answer);
        if (rules.readsAfresh(answer.kind)) readAfresh(answer.through ?? undefined);
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

  /** Reads again everything that a screen shows. `from`: an answer of before is no longer believed. */
  function readAfresh(from?: Position): void {
    const { cells, lists } = rows.doubt(from);
    for (const cell of cells) reads.wantId(cell.view, cell.id);
    for (const list of lists) reads.wantList(list);
    reads.schedule();
    handlers.changed(new Set(progress.views()));
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
    void resume();
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
    wantView,
    open,
    close,
    refresh: () => readAfresh(),
    retry: () => reads.retry(),
    acceptedAt,
    connected,
    failing: reads.failing,
    lineIsUp: () => lineUp,
    after: () => progress.after(),
  };
}
export type Sync = ReturnType<typeof createSync>;
