import type { StaffImport } from '@alongside/domain/imports/staff.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { WhyLeftOut } from './choices.js';
import type { DoneLog } from './done-log.js';
import { LINES } from './staff-wave.js';

/** People whose rows were left out, as was chosen or because nothing was, and whom other rows name as their managers and tutors. */
export class LeftOut {
  readonly #people = new Map<string, Pick<StaffImport, 'row' | 'name'>>();

  constructor(private readonly log: DoneLog) {}

  add({ row, name, email }: StaffImport, why: WhyLeftOut): void {
    if (why === 'chosen') this.log.isLeftOut(name);
    else if (why === 'left-before') this.log.isLeftBefore(name);
    else this.log.isUndecided(name);
    this.#people.set(comparableEmail(email), { row, name });
  }

  /** No line is drawn to them: a member keeps whom they have. */
  noteAbove(row: StaffImport, isNew: boolean): void {
    for (const line of LINES) {
      const above = row[line] === null ? undefined : this.#people.get(comparableEmail(row[line]));
      if (above !== undefined) this.log.isBelow(above, line, row.name, isNew);
    }
  }
}
