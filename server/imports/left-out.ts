import type { StaffImport } from '@alongside/domain/imports/staff.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { DoneLog } from './done-log.js';
import { LINES } from './staff-wave.js';

/** People whose rows were left out as was chosen, and whom other rows name as their managers and tutors. */
export class LeftOut {
  readonly #names = new Map<string, string>();

  constructor(private readonly log: DoneLog) {}

  add({ name, email }: StaffImport): void {
    this.log.isLeftOut(name);
    this.#names.set(comparableEmail(email), name);
  }

  /** No line is drawn to them: a member keeps whom they have. */
  noteAbove(row: StaffImport, isNew: boolean): void {
    for (const line of LINES) {
      const above = row[line] === null ? undefined : this.#names.get(comparableEmail(row[line]));
      if (above !== undefined) this.log.isBelow(above, line, row.name, isNew);
    }
  }
}
