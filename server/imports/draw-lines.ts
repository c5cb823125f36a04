import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { Act } from './acts.js';
import { sayKept, seenOf, type Seen } from './changed-meanwhile.js';
import type { ImportTally } from './import-progress.js';
import { LINES, type lineOf } from './staff-wave.js';
import { together, type Refused } from './together.js';

/** A row and whom it says is above its person. */
export interface Moved {
  readonly row: StaffImport;
  readonly line: NonNullable<ReturnType<typeof lineOf>>;
}

/** What lines are drawn with. */
interface How {
  readonly look: HubReader;
  /** Undefined where it was done, or nothing was to do. */
  readonly give: (act: Act) => Promise<Refused | undefined>;
  readonly caughtUp: () => Promise<unknown>;
  readonly tally: Pick<ImportTally, 'isUpdated' | 'refuse' | 'noteRow'>;
}

type Seeing = Moved & { readonly now: Seen };

/** Sets managers and tutors of many rows together. One that is refused keeps none of the others from theirs; what was set meanwhile stays, and is said. */
export async function drawLines(moved: readonly Moved[], institution: InstitutionId, how: How): Promise<void> {
  const rows = moved.flatMap((one): Seeing[] => {
    const now = seenOf(one.line.person, institution, how.look);
    return now ? [{ ...one, now }] : [];
  });
  const act = (some: readonly Seeing[]): Act => ({ type: 'SetReportingLines', data: { institution, lines: some.map(changeIn) } });
  const drawn = new Set(rows);
  await together(
    rows,
    (some) => how.give(act(some)),
    (one, why) => {
      drawn.delete(one);
      how.tally.refuse(why, one.row.name, { row: one.row.row, weight: 'note' });
    },
  );
  await how.caughtUp();
  for (const { row, line, now } of drawn) {
    const after = seenOf(line.person, institution, how.look);
    const kept = LINES.filter((one) => line[one] !== now[one] && after !== undefined && after[one] !== line[one]);
    if (kept.length > 0) how.tally.noteRow(row, sayKept(kept));
    if (LINES.some((one) => line[one] !== now[one] && !kept.includes(one))) how.tally.isUpdated(row.row);
  }
}

/** Only what the list changes, and as it was seen: what another list sets of the same person at this moment is not taken back. */
function changeIn({ line, now: { lineManager, inductionTutor } }: Seeing) {
  return {
    person: line.person,
    ...(line.lineManager !== lineManager && { lineManager: line.lineManager }),
    ...(line.inductionTutor !== inductionTutor && { inductionTutor: line.inductionTutor }),
    seen: { lineManager, inductionTutor },
  };
}
