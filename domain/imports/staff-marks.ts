import { unseenIn } from '../text/hygiene.js';
import { cell, saysOfCell, upTo, type RawRow } from './columns.js';
import { spoiltByExport } from './spoilt-text.js';
import { STAFF_FIELDS, type StaffField } from './staff-fields.js';

/** A note of one cell: its field, and which of several columns of it. */
export interface CellNote {
  readonly field: StaffField;
  readonly at: number;
  readonly message: string;
  readonly choices?: readonly string[];
}
type Letters = Partial<Record<StaffField, readonly string[]>>;

/** What is to be known of single cells of a row that is used, beside what they say. `isTold`: what is wrong with that field is told already. */
export const notesOfCells = (raw: RawRow, letters: Letters, isTold: (field: StaffField) => boolean): readonly CellNote[] =>
  STAFF_FIELDS.filter((field) => !isTold(field)).flatMap((field) =>
    (letters[field] ?? []).flatMap((letter, at) => [
      ...saysOfCell(raw, letter).map((said) => ({ field, at, ...said })),
      ...(OF_PEOPLE.has(field) && at === 0 && raw.beside?.includes(letter) ? [{ field, at, message: sayBeside(cell(raw, letter)) }] : []),
      ...spoiltIn(cell(raw, letter), field).map((spoilt) => ({ field, at, ...spoilt })),
    ]),
  );

/** What is said of the name of a person in a cell that is merged with the one before it. */
const sayBeside = (text: string): string =>
  `This cell is merged with the one beside it. We read ${text === '' ? 'nothing' : `“${upTo(60, text)}”`} here. Check it.`;

const OF_PEOPLE: ReadonlySet<StaffField> = new Set<StaffField>([
  'name',
  'firstName',
  'lastName',
  'knownAs',
  'knownAsFamily',
  'lineManager',
  'inductionTutor',
]);
const spoiltIn = (text: string, field: StaffField) => {
  const spoilt = OF_PEOPLE.has(field) || field === 'role' ? spoiltByExport(text, OF_PEOPLE.has(field)) : undefined;
  return spoilt ? [spoilt] : [];
};

/** Hidden characters in what a person is known by. */
export const notesOfUnseen = (raw: RawRow, letters: Letters): readonly CellNote[] =>
  (['name', 'firstName', 'lastName', 'email'] as const).flatMap((field) => {
    const unseen = unseenIn(raw.cells[letters[field]?.[0] ?? ''] ?? '');
    return unseen.length > 0 ? [{ field, at: 0, message: `It has hidden characters (${unseen.join(', ')}). We leave them out.` }] : [];
  });
