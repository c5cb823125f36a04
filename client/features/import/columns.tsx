import type { JSX } from 'solid-js';
import {
  STAFF_FIELD_NAMES,
  STAFF_FIELDS,
  type ChosenColumns,
  type StaffField,
  type UnknownColumn,
} from '@alongside/domain/imports/staff-fields.js';
import { ByKey, count, Section, SelectField } from '../../ui/index.js';

const NOT_USED = 'not-used';
const OPTIONS: readonly { readonly value: StaffField | typeof NOT_USED; readonly label: string }[] = [
  { value: NOT_USED, label: 'Not used' },
  ...STAFF_FIELDS.map((value) => ({ value, label: STAFF_FIELD_NAMES[value] })),
];

/** What is said of all columns once one is said to hold something: each field is held by one column. */
export function chosenWith(columns: readonly UnknownColumn[], at: number, as: StaffField | null): ChosenColumns {
  const others = columns.flatMap((one) => (one.at !== at && one.as !== null && one.as !== as ? [[one.at, one.as] as const] : []));
  return Object.fromEntries(as === null ? others : [...others, [at, as] as const]);
}

/** Columns whose headings we do not know: what each holds is chosen here, and nothing is renamed in the file. */
export function Columns(props: {
  of: readonly UnknownColumn[];
  reading: boolean;
  onChange: (columns: ChosenColumns) => void;
}): JSX.Element {
  const change = (at: number, value: StaffField | typeof NOT_USED) =>
    props.onChange(chosenWith(props.of, at, value === NOT_USED ? null : value));
  return (
    <Section title={`We do not know ${count(props.of.length, 'column')}`}>
      <p>Choose what each of them holds. We read the file again, and you do not need to change it.</p>
      <div class="import__columns" role="group" aria-label="What the columns hold" aria-busy={props.reading}>
        <ByKey each={props.of} key={({ at }) => String(at)}>
          {(column) => (
            <SelectField
              label={`Column “${column().name}”`}
              value={column().as ?? NOT_USED}
              options={OPTIONS}
              onChange={(value: StaffField | typeof NOT_USED) => change(column().at, value)}
            />
          )}
        </ByKey>
      </div>
    </Section>
  );
}
