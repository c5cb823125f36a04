import { createSignal, type Signal } from 'solid-js';

/** A meeting's timer: which item is on, and how long it has been, in milliseconds. It is this person's own and is not shared. */
export interface Timer {
  readonly item: string;
  /** Time before `since`, in milliseconds. */
  readonly spentMs: number;
  /** When it was last set going, as milliseconds since 1970; absent while it rests. */
  readonly since?: number | undefined;
}

export const spentMs = (timer: Timer, nowMs: number): number =>
  timer.spentMs + (timer.since === undefined ? 0 : Math.max(0, nowMs - timer.since));
export const begun = (item: string, nowMs: number): Timer => ({ item, spentMs: 0, since: nowMs });
export const resting = (timer: Timer, nowMs: number): Timer => ({ item: timer.item, spentMs: spentMs(timer, nowMs) });
export const going = (timer: Timer, nowMs: number): Timer => (timer.since === undefined ? { ...timer, since: nowMs } : timer);

/** “4:05 left”, or “1:20 over” once the minutes of the item have passed. */
export function sayLeft(minutes: number, spent: number): string {
  const seconds = Math.round((minutes * 60_000 - spent) / 1_000);
  const shown = Math.abs(seconds);
  return `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')} ${seconds >= 0 ? 'left' : 'over'}`;
}

const timers = new Map<string, Signal<Timer | undefined>>();

/** The timer of a meeting, which goes on while other screens are looked at. */
export function timerOf(meeting: string): Signal<Timer | undefined> {
  const found = timers.get(meeting) ?? createSignal<Timer>();
  timers.set(meeting, found);
  return found;
}
