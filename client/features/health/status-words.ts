import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { ClockStatus } from './clock-words.js';
import { sayMoment } from '@alongside/domain/uk/uk-time.js';
import type { HubCondition, Line } from './condition-words.js';

/** How far a view is, as the hub tells. */
export interface ViewStatus {
  readonly view: string;
  /** What it serves, in words. */
  readonly title?: string;
  readonly version: number;
  readonly state: 'live' | 'rebuilding' | 'stopped';
  readonly servedVersion?: number;
  readonly checkpoint?: string;
  /** Absent where the log cannot be read. */
  readonly lagEvents?: number;
  readonly lagMs?: number;
  readonly progress?: { readonly events: number; readonly share: number };
  readonly stopped?: { readonly event: string; readonly error: string };
}

/** What a check of the log found, in sentences. */
export interface LogCondition {
  readonly state: 'waiting' | 'checking' | 'sound' | 'damaged' | 'unknown';
  readonly checkedAt?: string;
  readonly events?: number;
  readonly findings: readonly string[];
  /** Findings beyond those. */
  readonly more: number;
  readonly nextSteps: readonly string[];
  /** That a note of how far the log went is damaged, in sentences. Absent where none is, and from older hubs. */
  readonly doubt?: { readonly says: readonly string[]; readonly nextSteps: readonly string[] };
}

/** How the hub stands. Positions are the log's own; sizes are in bytes. */
export interface StatusAnswer {
  readonly views: readonly ViewStatus[];
  readonly head: string | null;
  readonly through: string | null;
  readonly setAside: readonly { readonly reactor: string; readonly event: string }[];
  /** People whose email address belongs to another person. Absent from older hubs. */
  readonly sharedAddresses?: readonly string[];
  /** What the last check of the log found. Absent from older hubs. */
  readonly log?: LogCondition;
  /** Absent from older hubs. */
  readonly clock?: ClockStatus;
  /** What the hub hangs on. Absent from older hubs. */
  readonly condition?: HubCondition;
  readonly version?: string;
  readonly process?: { readonly node: string; readonly uptimeSeconds: number; readonly residentBytes: number; readonly heapBytes: number };
}

/** What a view serves, in words; its name where the hub is older than these. */
export const servesOf = ({ view, title }: Pick<ViewStatus, 'view' | 'title'>): string => title ?? view;

/** “0000000000026726” as people count: 26,726. Positions that are not numbers are left as they are. */
export const sayPosition = (position: string | null | undefined): string =>
  position && /^\d+$/.test(position) ? Number(position).toLocaleString('en-GB') : (position ?? 'nothing yet');

/** “3 hours”, “2 days”: how long it has been running. */
export function sayUptime(seconds: number): string {
  const [size, word] =
    seconds < 120 ? [1, 'second'] : seconds < 7_200 ? [60, 'minute'] : seconds < 172_800 ? [3_600, 'hour'] : [86_400, 'day'];
  const n = Math.floor(seconds / size);
  return `${n.toLocaleString('en-GB')} ${word}${n === 1 ? '' : 's'}`;
}

/** What the last check of the log found, in a few words. */
export function sayLog(log: LogCondition): string {
  switch (log.state) {
    case 'waiting':
      return 'Not checked yet';
    case 'checking':
      return 'Being checked';
    case 'damaged':
      return 'Damaged';
    case 'unknown':
      return 'Could not be checked, and is checked again soon';
    case 'sound':
      return `Sound, checked ${log.checkedAt ? sayMoment(log.checkedAt as Instant) : 'today'}`;
  }
}

/** The status of a view, in words. */
export function sayView({ state, lagEvents, lagMs, progress }: ViewStatus): string {
  if (state === 'stopped') return 'Stopped';
  if (state === 'rebuilding') return progress ? `Rebuilding, ${Math.floor(progress.share * 100)}%` : 'Rebuilding';
  if (lagEvents === undefined) return 'Not known';
  if (lagEvents === 0) return 'Up to date';
  return `${lagEvents.toLocaleString('en-GB')} events behind, ${Math.max(1, Math.round((lagMs ?? 0) / 1_000))} seconds`;
}

const summaryFrom = ({ title, label, says, next }: Line) => ({ well: false, title: title ?? label, lead: next ? `${says} ${next}` : says });

/** A view is behind only when it has been so for a moment: every change makes one for an instant. */
const BEHIND_LIMIT_MS = 5_000;

/** As the last check that was made found it: another may be under way. */
export const isDamaged = (log: LogCondition | undefined): boolean =>
  log?.state === 'damaged' || (log !== undefined && log.state !== 'sound' && log.findings.length > 0);

/** The whole in one sentence, what is worst first. `lines`: what the hub hangs on. */
export function summaryOf(
  { views, setAside, log, clock }: StatusAnswer,
  lines: readonly Line[] = [],
): {
  readonly title: string;
  readonly lead: string;
  readonly well: boolean;
} {
  const wrong = lines.filter(({ state }) => state === 'wrong');
  const saving = wrong.find(({ label }) => label === 'Saving');
  if (saving) return summaryFrom(saving);
  if (log?.state === 'unknown' && log.findings.length > 0)
    return {
      well: false,
      title: 'Part of the log cannot be used',
      lead: 'The server’s disk does not give all of the log. The parts below cannot be changed, and everything else works. Tell the person who runs the server.',
    };
  if (isDamaged(log))
    return {
      well: false,
      title: 'The log is damaged',
      lead: 'Some of the hub’s log is not as it was written. The damaged parts cannot be changed, and everything else works. Tell the person who runs the server.',
    };
  if (clock && clock.state !== 'right')
    return {
      well: false,
      title: 'The hub has stopped saving',
      lead: 'The server’s clock may be wrong. People can read everything, but what they write is not saved.',
    };
  const stopped = views.filter((view) => view.state === 'stopped');
  const rebuilding = views.filter((view) => view.state === 'rebuilding');
  const behind = views.filter((view) => view.state === 'live' && (view.lagMs ?? 0) > BEHIND_LIMIT_MS);
  if (stopped.length)
    return {
      well: false,
      title: stopped.length === 1 ? 'One part has stopped' : `${stopped.length} parts have stopped`,
      lead: `Not updating: ${stopped.map(servesOf).join(', ')}. Everything else works. Tell the person who runs the server, then rebuild.`,
    };
  const [first] = wrong;
  if (first) return summaryFrom(first);
  if (log?.state === 'unknown')
    return {
      well: false,
      title: 'The log could not be checked',
      lead: 'The hub checks it again soon. If it stays like this for an hour, tell the person who runs the server to check its disk.',
    };
  if (log?.doubt)
    return {
      well: false,
      title: 'A note about the log is damaged',
      lead: 'Nothing else was found wrong with the log, but the hub cannot tell whether its end is missing. Tell the person who runs the server.',
    };
  if (setAside.length)
    return {
      well: false,
      title: setAside.length === 1 ? 'One task failed' : `${setAside.length} tasks failed`,
      lead: 'The hub tried several times, then continued with the rest. Failed tasks are listed below.',
    };
  if (rebuilding.length)
    return {
      well: true,
      title: rebuilding.length === 1 ? 'The hub is rebuilding one part' : `The hub is rebuilding ${rebuilding.length} parts`,
      lead: 'People see the last version until it is done. You do not need to do anything.',
    };
  if (behind.length)
    return { well: true, title: 'The hub is catching up', lead: 'Some pages are a few seconds old. You do not need to do anything.' };
  const soon = lines.filter(({ state }) => state === 'soon').length;
  const look = soon === 0 ? '' : soon === 1 ? ' One thing below needs a look.' : ` ${soon} things below need a look.`;
  const title = soon === 0 ? 'Everything is up to date' : 'The hub is working';
  return { well: true, title, lead: `Changes are saved and show at once.${look}` };
}
