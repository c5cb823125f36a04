import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Batch, Change, Side, ViewStore } from '../store/view-store.js';
import { applyTo, unstorableOf, type Outcome, type FailedEvent } from './batch-rows.js';
import { afterErasures, type Erased, type ToldAfterErasures } from './erased.js';
import { landmarkOf, type Landmark } from './landmark.js';
import { AS_WRITTEN, type Reading } from './reading.js';
import type { View } from './view.js';

/** One view on its way through the log. */
export interface ViewProgress {
  readonly view: View;
  checkpoint: Position | undefined;
  state: 'live' | 'rebuilding' | 'stopped';
  /** What it has gone through since it began to catch up. */
  progress: { events: number; firstAt: Instant | undefined; lastAt: Instant | undefined };
  stopped: FailedEvent | undefined;
}

/** Where a view's writes go: one that is live changes the rows that readers see, whatever is built beside them. */
const sideOf = ({ state }: ViewProgress): Side => (state === 'live' ? 'served' : 'built');

/** What a batch of events did to the views that took it together. */
export interface Applied {
  readonly changes: readonly Change[];
  /** Those that a poison event stopped in this batch. */
  readonly stopped: readonly ViewProgress[];
}

/**
 * Applies a batch to several views in one commit. A view that fails on an event stops there and the others go on. Throws only where the
 * store fails.
 */
export function applyBatch(
  store: ViewStore,
  members: readonly ViewProgress[],
  written: readonly Recorded[],
  quiet: boolean,
  read: Reading['read'] = AS_WRITTEN.read,
): Applied {
  const running = members.filter((member) => member.state !== 'stopped');
  const told = toldOf(running, written, read, store.erased());
  const outcomes = new Map(
    running.map((member) => [member, applyTo(store, member.view, sideOf(member), member.checkpoint, told.to(member.view), told.erased)]),
  );
  const changes = commit(store, outcomes, told, { quiet, through: landmarkIn(written) });
  // All at once, before anything else can fail: what is committed must never be applied again.
  for (const [member, { checkpoint }] of outcomes) member.checkpoint = checkpoint;
  const stopped: ViewProgress[] = [];
  for (const [member, { poison }] of outcomes) {
    if (member.state === 'rebuilding') countProgress(member, written);
    if (!poison) continue;
    store.stop(member.view, { event: poison.event, error: poison.error }, sideOf(member));
    member.state = 'stopped';
    member.stopped = poison;
    stopped.push(member);
  }
  return { changes, stopped };
}

/** A batch as each view is told of it. */
interface Told extends Pick<ToldAfterErasures, 'erased'> {
  to(view: View): readonly Recorded[];
}

function toldOf(members: readonly ViewProgress[], written: readonly Recorded[], read: Reading['read'], known: Erased): Told {
  const { events, erased } = afterErasures(written.map(read), known);
  const isAnyAsWritten = read !== AS_WRITTEN.read && members.some(({ view }) => view.asWritten);
  const asWritten = isAnyAsWritten ? afterErasures(written, known).events : events;
  return { erased, to: (view) => (view.asWritten ? asWritten : events) };
}

/** By what the log is known again: the event as it is written. */
function landmarkIn(written: readonly Recorded[]): Landmark | undefined {
  const last = written.at(-1);
  return last && landmarkOf(last);
}

interface Committing {
  readonly quiet: boolean;
  readonly through: Landmark | undefined;
}

function commit(store: ViewStore, outcomes: Map<ViewProgress, Outcome>, told: Told, how: Committing): readonly Change[] {
  try {
    return store.commit(batchesOf(outcomes, how.quiet), how.through, told.erased);
  } catch (error) {
    // A row without a JSON form is the view's fault, not the store's: that view stops before it, and the rest is tried again.
    let found = false;
    for (const [member, outcome] of outcomes) {
      const events = told.to(member.view);
      const unstorable = unstorableOf(outcome, events);
      if (!unstorable) continue;
      found = true;
      outcomes.set(member, applyTo(store, member.view, sideOf(member), member.checkpoint, events, told.erased, unstorable));
    }
    if (!found) throw error;
    return commit(store, outcomes, told, how);
  }
}

function batchesOf(outcomes: ReadonlyMap<ViewProgress, Outcome>, quiet: boolean): readonly Batch[] {
  const batches: Batch[] = [];
  for (const [member, { writes, checkpoint }] of outcomes) {
    if (checkpoint !== undefined && checkpoint !== member.checkpoint)
      batches.push({ view: member.view, side: sideOf(member), writes, checkpoint, quiet });
  }
  return batches;
}

function countProgress({ progress }: ViewProgress, events: readonly Recorded[]): void {
  progress.events += events.length;
  progress.firstAt ??= events[0]?.at;
  progress.lastAt = events.at(-1)?.at;
}
