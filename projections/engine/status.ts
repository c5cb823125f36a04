import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ViewProgress } from './view-group.js';
import type { EventFeed } from './feed.js';

/** How far a view is, for the Health screen. */
export interface ViewStatus {
  readonly view: string;
  readonly version: number;
  /** `live`: follows the log. `rebuilding`: catches up, while an older state serves, if there is one. `stopped`: a poison event. */
  readonly state: 'live' | 'rebuilding' | 'stopped';
  /** The version that reads come from now; absent while nothing is served yet. */
  readonly servedVersion?: number;
  readonly checkpoint: Position | undefined;
  /** Events of the log that the view has not taken: counted up to `LAG_LIMIT_EVENTS`, which then means "that many or more". Absent where the log cannot be read. */
  readonly lagEvents?: number;
  /** How long the oldest of them has been waiting, in milliseconds; 0 where there are none. Absent where the log cannot be read. */
  readonly lagMs?: number;
  /** While rebuilding: events gone through, and the share, 0 to 1, of the time between the log's first event and now. */
  readonly progress?: { readonly events: number; readonly share: number };
  /** The event that stopped it. */
  readonly stopped?: { readonly event: string; readonly error: string };
}

/** Lag is counted by reading; further than this it is only said to be large. */
export const LAG_LIMIT_EVENTS = 1_000;

export interface Lag {
  readonly events: number;
  readonly ms: number;
}

/** What stands in the log after a checkpoint. */
export async function lagAfter(feed: EventFeed, checkpoint: Position | undefined, nowMs: number): Promise<Lag> {
  const head = await feed.head();
  if (head === undefined || (checkpoint !== undefined && checkpoint >= head)) return { events: 0, ms: 0 };
  let events = 0;
  let oldest: string | undefined;
  const options = { limitEvents: LAG_LIMIT_EVENTS, ...(checkpoint !== undefined && { after: checkpoint }) };
  for await (const batch of feed.readAll(options)) {
    oldest ??= batch[0]?.at;
    events += batch.length;
  }
  return { events, ms: oldest === undefined ? 0 : Math.max(0, nowMs - Date.parse(oldest)) };
}

export function statusOf(member: ViewProgress, servedVersion: number | undefined, lag: Lag | undefined, nowMs: number): ViewStatus {
  const { view, state, checkpoint, stopped, progress } = member;
  return {
    view: view.name,
    version: view.version,
    state,
    ...(servedVersion !== undefined && { servedVersion }),
    checkpoint,
    ...(lag && { lagEvents: lag.events, lagMs: lag.ms }),
    ...(state === 'rebuilding' && { progress: { events: progress.events, share: shareOf(progress, nowMs) } }),
    ...(stopped && state === 'stopped' && { stopped: { event: stopped.event, error: stopped.error } }),
  };
}

function shareOf({ firstAt, lastAt }: ViewProgress['progress'], nowMs: number): number {
  if (firstAt === undefined || lastAt === undefined) return 0;
  const first = Date.parse(firstAt);
  return nowMs <= first ? 1 : Math.min(1, Math.max(0, (Date.parse(lastAt) - first) / (nowMs - first)));
}
