import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { EventStore, StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { CLOCKS_DIFFER_MS } from '@alongside/domain/kernel/windows.js';
import { minutesBetween } from '@alongside/domain/uk/uk-time.js';
import type { Clock } from '../app/clock.js';
import { isKeyEvent } from '../privacy/keyring.js';

/** How far a clock may be behind the newest event, in minutes. */
export const BEHIND_LIMIT_MINUTES = CLOCKS_DIFFER_MS / 60_000;
/** How long a hub may have rested, in days, before an administrator confirms the date. The summer holidays are 45. */
export const AHEAD_LIMIT_DAYS = 60;
/** By so much a clock may depart from the time that passed, in milliseconds, before it is looked at again. */
const SET_LIMIT_MS = 30_000;
const DAY_MINUTES = 24 * 60;

/** `newest`: the time of the newest event, which the clock is too far from. */
export type ClockCondition = { readonly state: 'right' } | { readonly state: 'behind' | 'ahead'; readonly newest: Instant };

const RIGHT: ClockCondition = { state: 'right' };

/** What takes something away is right at any hour. Each with the event that it becomes. */
const THAT_ENDS: ReadonlyMap<string, string> = new Map([
  ['ErasePerson', 'PersonErased'],
  ['CloseAllSessions', 'AllSessionsClosed'],
]);
const ENDED: ReadonlySet<string> = new Set(THAT_ENDS.values());

/** What the hub does whatever the clock says, as after a restore, does not make the clock right. */
const saysTheTime = (event: StoredEvent): boolean => !isKeyEvent(event) && !(ENDED.has(event.type) && event.actor === HUB);

interface Parts {
  readonly log: Pick<EventStore, 'last'>;
  readonly clock: Clock;
  /** A demonstration carries on on any day. */
  readonly isDemonstration: () => Promise<boolean>;
  /** Specs set their clock as they please: no such clock is wrong. */
  readonly asItPleases?: boolean;
  /** Milliseconds that have passed, whatever the clock is set to. */
  readonly passed?: () => number;
}

/**
 * A clock that is wrong would stamp events for good, lapse requests and close pairs. It is held against the newest event at the start and
 * whenever it is set.
 */
export class ClockGuard {
  #seen: { readonly clock: number; readonly passed: number } | undefined;
  #condition: ClockCondition = RIGHT;
  #looked: { readonly through: Position; readonly newest: Instant | undefined } | undefined;

  constructor(private readonly parts: Parts) {}

  /** As it was found last. */
  get condition(): ClockCondition {
    return this.#condition;
  }

  async check(): Promise<ClockCondition> {
    if (this.parts.asItPleases) return RIGHT;
    const seen = { clock: Date.parse(this.parts.clock.now()), passed: (this.parts.passed ?? performance.now.bind(performance))() };
    if (this.#isKnown(seen)) return this.#condition;
    const newest = await this.#newest();
    const found = newest === undefined ? RIGHT : conditionOf(this.parts.clock.now(), newest);
    this.#condition = found.state === 'ahead' && (await this.parts.isDemonstration()) ? RIGHT : found;
    this.#seen = seen;
    return this.#condition;
  }

  /** The time of the newest event that says it. What was looked through before is not read again: a restore may end thousands of sessions. */
  async #newest(): Promise<Instant | undefined> {
    const before = this.#looked;
    let head: Position | undefined;
    const isBefore = ({ position }: StoredEvent) => before !== undefined && position <= before.through;
    const found = await this.parts.log.last((event) => {
      head ??= event.position;
      return isBefore(event) || saysTheTime(event);
    });
    const newest = found && isBefore(found) ? before?.newest : found?.at;
    if (head !== undefined) this.#looked = { through: head, newest };
    return newest;
  }

  /** By how many milliseconds the clock is behind the newest event; 0 where it is right or ahead. */
  async behindMs(): Promise<number> {
    const found = await this.check();
    return found.state === 'behind' ? Date.parse(found.newest) - Date.parse(this.parts.clock.now()) : 0;
  }

  #isKnown({ clock, passed }: { readonly clock: number; readonly passed: number }): boolean {
    // One that was found wrong is looked at each time: it may have been set, or confirmed by another process.
    if (!this.#seen || this.#condition.state !== 'right') return false;
    return Math.abs(clock - this.#seen.clock - (passed - this.#seen.passed)) < SET_LIMIT_MS;
  }
}

/** What the command path asks: with a wrong clock, only that it is right may be decided; what was decided before is deleted, and sessions end. */
export const clockWrong =
  (guard: Pick<ClockGuard, 'check'>) =>
  async (commandType: string, by?: PersonId): Promise<boolean> =>
    commandType !== 'ConfirmDate' && !(by === HUB && THAT_ENDS.has(commandType)) && (await guard.check()).state !== 'right';

function conditionOf(now: Instant, newest: Instant): ClockCondition {
  const minutes = minutesBetween(newest, now);
  if (minutes < -BEHIND_LIMIT_MINUTES) return { state: 'behind', newest };
  return minutes > AHEAD_LIMIT_DAYS * DAY_MINUTES ? { state: 'ahead', newest } : RIGHT;
}
