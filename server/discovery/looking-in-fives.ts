import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import { addDays } from '@alongside/domain/uk/days.js';
import type { LookingCountRow } from '@alongside/projections/views/looking-count.view.js';
import { SEEKING_LIMIT_DAYS } from '@alongside/projections/views/seeking.js';

const STEP_PEOPLE = 5;

/** How many look for a mentor, to leaders, who read by name whose mentorship ended on which day: in fives, as the day began (0035). */
export class LookingInFives {
  readonly #told = new Map<InstitutionId, { readonly on: Day; readonly people: number }>();

  /** `0` for fewer than five. Who began today is not counted yet, and the figure of a day stays for that day. */
  of(institution: InstitutionId, looking: LookingCountRow['looking'], today: Day): number {
    const told = this.#told.get(institution);
    if (told?.on === today) return told.people;
    const first = addDays(today, -SEEKING_LIMIT_DAYS);
    const all = Object.entries(looking).reduce((sum, [since, people]) => (since >= first && since < today ? sum + people : sum), 0);
    const people = all - (all % STEP_PEOPLE);
    this.#told.set(institution, { on: today, people });
    return people;
  }
}
