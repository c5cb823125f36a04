import type { Slot } from '@alongside/domain/people/person.events.js';
import { WEEKDAYS } from '@alongside/domain/people/person.events.js';

/** A stretch of one weekday, 0 for Monday, in minutes after midnight by the UK clock. */
export interface Stretch {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

const NUMBER_OF: Readonly<Record<Slot['weekday'], number>> = Object.fromEntries(WEEKDAYS.map((name, index) => [name, index])) as never;
const ZERO = 48;

/** `15:40` as minutes after midnight. */
export const minutesOf = (clock: string): number =>
  ((clock.charCodeAt(0) - ZERO) * 10 + clock.charCodeAt(1) - ZERO) * 60 + (clock.charCodeAt(3) - ZERO) * 10 + clock.charCodeAt(4) - ZERO;

/** A slot in numbers. */
export const stretchOf = ({ weekday, from, to }: Slot): Stretch => ({
  weekday: NUMBER_OF[weekday],
  from: minutesOf(from),
  to: minutesOf(to),
});

/** Weeks that were worked out: a mentor’s is asked for by every mentee who looks, and slots are made anew where they change. */
const weeks = new WeakMap<readonly Slot[], readonly Stretch[]>();

/** Slots in order, those that touch or overlap made one, so that a free afternoon entered in pieces is one free afternoon. */
export function weekOf(slots: readonly Slot[]): readonly Stretch[] {
  const known = weeks.get(slots);
  if (known) return known;
  const sorted = slots.map(stretchOf).toSorted((a, b) => a.weekday - b.weekday || a.from - b.from);
  const week: Stretch[] = [];
  for (const next of sorted) {
    const last = week.at(-1);
    if (last && last.weekday === next.weekday && next.from <= last.to) week[week.length - 1] = { ...last, to: Math.max(last.to, next.to) };
    else if (next.to > next.from) week.push(next);
  }
  weeks.set(slots, week);
  return week;
}

/** Where two weeks are both free for at least this many minutes. */
export function sharedStretches(a: readonly Stretch[], b: readonly Stretch[], atLeastMinutes: number): readonly Stretch[] {
  const shared: Stretch[] = [];
  for (const one of a)
    for (const other of b) {
      if (one.weekday !== other.weekday) continue;
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (to - from >= atLeastMinutes) shared.push({ weekday: one.weekday, from, to });
    }
  return shared;
}
