import { sayLetters } from '@alongside/domain/imports/columns.js';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { SCHOOL_FIELD_NAMES, SCHOOL_FIELDS } from '@alongside/domain/imports/school-fields.js';
import {
  columnProblem,
  STAFF_FIELD_NAMES,
  STAFF_FIELDS,
  type ChosenColumns,
  type Column,
  type ListField,
} from '@alongside/domain/imports/staff-fields.js';
import { Button, ByKey, count, Notice, Section, SelectField } from '../../ui/index.js';
import type { SeenColumn } from './import-answers.js';

const LEFT_OUT = 'left-out';
/** What is in the rows of a list. */
type Of = 'people' | 'schools';
const NAMES: Readonly<Record<Of, Readonly<Partial<Record<ListField, string>>>>> = {
  people: STAFF_FIELD_NAMES,
  schools: SCHOOL_FIELD_NAMES,
};
const FIELDS: Readonly<Record<Of, readonly ListField[]>> = { people: STAFF_FIELDS, schools: SCHOOL_FIELDS };
const nameIn = (of: Of, field: ListField): string => NAMES[of][field] ?? field;
const optionsOf = (of: Of): readonly { readonly value: ListField | typeof LEFT_OUT; readonly label: string }[] => [
  { value: LEFT_OUT, label: 'Leave out' },
  ...FIELDS[of].map((value) => ({ value, label: nameIn(of, value) })),
];
/** Of a register no two columns hold the same. */
const problemIn = (of: Of, column: Column, all: readonly Column[]) =>
  of === 'people'
    ? columnProblem(column, all)
    : columnProblem(
        column,
        all,
        (field) => nameIn(of, field),
        () => false,
      );
/** Columns with unknown headings that are shown open: the file of a whole personnel system has dozens that say nothing here. */
const OPEN_LIMIT_COLUMNS = 12;

/** What is said of all columns once one is said to hold something, or to be left out. Where it is what the heading says, nothing needs saying. */
const chosenWith = (columns: readonly Column[], letter: string, as: ListField | null): ChosenColumns =>
  Object.fromEntries(
    columns
      .map((one) => (one.letter === letter ? { ...one, as } : one))
      .filter((one) => one.as !== one.byHeading)
      .map((one) => [one.letter, one.as]),
  );

/** A column by its letter and its heading. */
const nameOf = ({ letter, heading }: Column) => (heading ? `Column ${letter}: “${heading}”` : `Column ${letter}, without a heading`);

/** Every column of the file with what it holds. Those that are understood are one line, until a person changes them; what needs a decision is open. */
export function Columns(props: {
  rows: Of;
  of: readonly SeenColumn[];
  total: number;
  /** Why nobody can be imported until columns are chosen. */
  problems: readonly string[];
  reading: boolean;
  /** The letters of columns that are read as in an earlier list. */
  remembered: readonly string[];
  /** Columns without a heading that were chosen in an earlier list with other headings. */
  notRemembered?: readonly string[] | undefined;
  onChange: (columns: ChosenColumns) => void;
}): JSX.Element {
  const [expanded, setExpanded] = createSignal(false);
  const unknown = () => props.of.filter(({ byHeading }) => byHeading === null);
  const needsDecision = (column: SeenColumn): boolean =>
    problemIn(props.rows, column, props.of) !== undefined ||
    (column.byHeading === null && (props.problems.length > 0 || unknown().length <= OPEN_LIMIT_COLUMNS));
  // One that was open stays so: it would fold under the hands of the person who has just decided.
  const opened = createMemo<ReadonlySet<string>>(
    (before) => new Set([...before, ...props.of.filter(needsDecision).map(({ letter }) => letter)]),
    new Set<string>(),
  );
  const open = () => props.of.filter(({ letter }) => expanded() || opened().has(letter));
  const folded = () => props.of.filter(({ letter }) => !opened().has(letter));
  return (
    <Section title="Columns in your file">
      <Show when={props.problems.length}>
        <Notice kind="refusal" title="Choose what the columns hold">
          <For each={props.problems}>{(problem) => <p>{problem}</p>}</For>
        </Notice>
      </Show>
      <Show when={props.remembered.length}>
        <p>
          We read {count(props.remembered.length, 'column')} as chosen in an earlier import: {sayLetters(props.remembered)}.
        </p>
      </Show>
      <Show when={props.notRemembered?.length}>
        <p>
          {props.notRemembered?.length === 1 ? 'Column' : 'Columns'} {sayLetters(props.notRemembered ?? [])}{' '}
          {props.notRemembered?.length === 1 ? 'has' : 'have'} no heading, and other column names changed since an earlier import. Choose
          again what {props.notRemembered?.length === 1 ? 'it holds' : 'they hold'}.
        </p>
      </Show>
      <Show when={folded().length || props.of.some(({ as }) => as !== null)}>
        <Summary
          rows={props.rows}
          of={props.of}
          folds={folded().length > 0}
          expanded={expanded()}
          onToggle={() => setExpanded((now) => !now)}
        />
      </Show>
      <Show when={open().length}>
        <p>Choose what each column holds, or leave it out. We read the file again, and you do not need to change it.</p>
        <div class="import__columns" role="group" aria-label="What the columns hold" aria-busy={props.reading}>
          <ByKey each={open()} key={({ letter }) => letter}>
            {(column) => (
              <SelectField
                label={nameOf(column())}
                hint={<Sample of={column().sample} />}
                error={problemIn(props.rows, column(), props.of)}
                value={column().as ?? LEFT_OUT}
                options={optionsOf(props.rows)}
                onChange={(value: ListField | typeof LEFT_OUT) =>
                  props.onChange(chosenWith(props.of, column().letter, value === LEFT_OUT ? null : value))
                }
              />
            )}
          </ByKey>
        </div>
      </Show>
      <Show when={props.total > props.of.length}>
        <p class="small muted">
          These are the first {props.of.length} of {count(props.total, 'column')}. We leave out the others unless we know their headings.
        </p>
      </Show>
    </Section>
  );
}

/** All columns in one line: what each is taken for, also where a person chose it, and how many are left out. `folds`: some are not shown open. */
function Summary(props: { rows: Of; of: readonly SeenColumn[]; folds: boolean; expanded: boolean; onToggle: () => void }): JSX.Element {
  const used = () => props.of.filter(({ as }) => as !== null);
  const left = () => props.of.length - used().length;
  return (
    <div class="line line--wrap import__folded">
      <p>
        <Show when={used().length}>
          We use{' '}
          <For each={used()}>
            {(column, index) => (
              <>
                {index() ? ', ' : ''}
                <strong>{column.heading ? `${column.letter} “${column.heading}”` : `column ${column.letter}`}</strong> as{' '}
                {column.as && nameIn(props.rows, column.as)}
              </>
            )}
          </For>
          .{' '}
        </Show>
        <Show when={left()}>We leave out {count(left(), used().length ? 'other column' : 'column')}.</Show>
      </p>
      <Show when={props.folds}>
        <Button tone="quiet" small onPress={props.onToggle} aria-expanded={props.expanded}>
          {props.expanded ? 'Hide columns' : 'Change columns'}
        </Button>
      </Show>
    </div>
  );
}

/** The first cells of a column that hold anything. */
const Sample = (props: { of: readonly string[] }) => (
  <Show when={props.of.length} fallback="Every cell is empty">
    <For each={props.of}>
      {(text, index) => (
        <>
          {index() ? ' · ' : ''}
          <bdi>{text}</bdi>
        </>
      )}
    </For>
  </Show>
);
