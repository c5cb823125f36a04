import { upTo, type RawRow } from './columns.js';
import type { StaffField } from './staff-fields.js';
import type { NameRead } from './staff-name.js';

/** What is told of the name of a row that is used. */
interface NameNote {
  readonly field: StaffField;
  readonly message: string;
  readonly choices?: readonly string[];
}

/** What the columns of a name say otherwise than each other, or lack beside each other. */
export function notesOfName(
  { name, other, isPart, none }: NameRead,
  { beside = [] }: RawRow,
  letters: Partial<Record<StaffField, readonly string[]>>,
  read: (field: StaffField) => string,
): readonly NameNote[] {
  const used = `“${upTo(60, name)}”`;
  if (other !== undefined) {
    const message = `By the other columns the name would be “${upTo(60, other)}”. We use ${used}, as it is here. Check which is right.`;
    return [{ field: 'name', message, choices: [upTo(120, other)] }];
  }
  if (none !== undefined) {
    const message = `We read “${upTo(60, read(none))}” as no name, so we write the name as ${used}. If part of the name is missing, enter it.`;
    return [{ field: none, message }];
  }
  const lacking = (
    [
      ['lastName', 'knownAsFamily'],
      ['firstName', 'knownAs'],
    ] as const
  ).map((fields) => fields.filter((one) => letters[one]));
  // In a list that has one column of names a single name is whole.
  if (!isPart || lacking.some((fields) => fields.length === 0)) return [];
  const field = lacking.find((fields) => fields.every((one) => read(one) === ''))?.[0];
  // That it is merged with another cell is told already.
  if (field === undefined || beside.includes(letters[field]?.[0] ?? '')) return [];
  return [{ field, message: `It is empty, so we write the name as ${used}. If part of the name is missing, enter it.` }];
}
