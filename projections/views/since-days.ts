import type { Day } from '@alongside/domain/kernel/brand.js';

/** How many people since each day. */
export type SinceDays = Readonly<Record<Day, number>>;

/** With one more, or fewer, since a day. */
export function withDay(days: SinceDays, day: Day, sign: 1 | -1): SinceDays {
  const { [day]: on = 0, ...others } = days;
  return on + sign === 0 ? others : { ...others, [day]: on + sign };
}
