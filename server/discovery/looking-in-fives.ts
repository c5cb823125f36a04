import type { Day } from '@alongside/domain/kernel/brand.js';
import { addDays } from '@alongside/domain/uk/days.js';
import type { LookingCountRow } from '@alongside/projections/views/looking-count.view.js';
import { SEEKING_LIMIT_DAYS } from '@alongside/projections/views/seeking.js';

const STEP_PEOPLE = 5;

/** How many look for a mentor, to leaders, who read by name whose mentorship ended on which day: in fives, as the day began (0035). `0`: fewer than five. */
export function lookingInFives(row: LookingCountRow | undefined, today: Day): number {
  const looking = row?.began.day === today ? row.began.looking : (row?.looking ?? {});
  const first = addDays(today, -SEEKING_LIMIT_DAYS);
  const all = Object.entries(looking).reduce((sum, [since, people]) => (since >= first ? sum + people : sum), 0);
  return all - (all % STEP_PEOPLE);
}
