import { sayDate } from '../uk/uk-time.js';
import { readingsOf, sayEither, type Dating } from './date-manner.js';
import { GONE, whyUnreadEnd } from './staff-ends.js';
import { contractEnded, endedBesideStatus, endsOf, leavesLater } from './staff-leavers.js';
import type { StaffField } from './staff-fields.js';
import type { CellNote } from './staff-marks.js';

/** What is noted of the ends in a row whose person is taken as here. `isContract`: its leaving date may be of an earlier contract. */
export function notesOfEnds(cellsOf: (field: StaffField) => readonly string[], when: Dating, isContract: boolean): readonly CellNote[] {
  const notes: CellNote[] = [];
  const note = (field: StaffField, message: string) => void notes.push({ field, at: 0, message });
  const passed = isContract ? endedBesideStatus(cellsOf, when.manner) : undefined;
  if (passed !== undefined)
    note('leaving', `Their end date was ${sayDate(passed)}, but their status says that they are here. If they have left, leave them out.`);
  const ended = contractEnded(cellsOf, when);
  if (ended !== undefined) note('contractEnd', `Their contract ended on ${sayDate(ended)}. If they have left, leave them out.`);
  const leaves = leavesLater(cellsOf('leaving'), when);
  if (leaves !== undefined)
    note('leaving', `They leave on ${sayDate(leaves)}. We still import them. Import a list after that day, or remove them then.`);
  for (const field of ['leaving', 'contractEnd'] as const)
    cellsOf(field).forEach((text, at) => {
      const message = whyUnreadEnd(field, text, when);
      const choices = endsOf(text, when.manner);
      if (message !== undefined) notes.push({ field, at, message, ...(choices.length > 0 && { choices }) });
    });
  cellsOf('status').forEach((text, at) => {
    const choices = GONE.test(text) ? readingsOf(text, when.manner) : [];
    const message = `${sayEither(text, choices)}. We take them as still here.`;
    if (choices.length > 0) notes.push({ field: 'status', at, message, choices });
  });
  return notes;
}
