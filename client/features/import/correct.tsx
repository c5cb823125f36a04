import { createSignal, For, Show, type JSX } from 'solid-js';
import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import type { SchoolField } from '@alongside/domain/imports/school-fields.js';
import { Button, count, Section, TextField } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { submitting } from '../../shared/forms.js';
import type { SameCells, SaidProblem, Suggested } from './by-row.js';
import { createUnsaved } from './unsaved.js';
import type { SeenColumn } from './import-answers.js';

/** Corrects cells; settles with why the file was not read so, undefined where it was. */
export type CorrectCell = (...cells: readonly CorrectedCell[]) => Promise<string | undefined>;

/** One cell, corrected here instead of in the file: by one of the choices that it may mean, or by hand. */
export function Correct(props: {
  /** The list that the cell is in. */
  list: string;
  cell: NonNullable<SaidProblem['cell']>;
  who: string | undefined;
  choices: readonly string[];
  /** It was corrected, and the file is being read so. */
  sent: boolean;
  onCorrect: (text: string) => Promise<string | undefined>;
}): JSX.Element {
  // What is typed outlasts a list that is read again, and a hub that cannot be reached.
  const draft = createDraft<string>(
    () => `import ${props.list} ${props.cell.row} ${props.cell.letter}`,
    () => props.cell.text,
  );
  const [opened, setOpened] = createSignal(false);
  const open = () => opened() || draft.typed();
  const [missing, setMissing] = createSignal(false);
  const [place, setPlace] = createSignal<HTMLElement>();
  // What was pressed is gone: the focus goes on from its place, and not to the top of the table.
  const focus = (what: string) => queueMicrotask(() => place()?.querySelector<HTMLElement>(what)?.focus());
  const start = () => {
    setOpened(true);
    focus('input');
  };
  const unsaved = createUnsaved(() => props, draft.typed, start);
  const problem = () =>
    missing() ? 'Enter what the cell should hold.' : unsaved.isAsked() ? 'Save or cancel this correction first.' : undefined;
  const save = async () => {
    const text = draft.value().trim();
    setMissing(text === '');
    if (missing()) return;
    const back = draft.aside();
    setOpened(false);
    back((await props.onCorrect(text)) === undefined);
  };
  const cancel = () => {
    draft.drop();
    setOpened(false);
    focus('button:last-child');
  };
  const where = () => `${props.cell.column}, row ${props.cell.row.toLocaleString('en-GB')}`;
  return (
    <div ref={setPlace}>
      <Show
        when={open()}
        fallback={
          <div class="line line--wrap">
            <For each={props.choices}>
              {(choice) => (
                <Button tone="quiet" small pending={props.sent} onPress={() => void props.onCorrect(choice)}>
                  Use {choice}
                  <span class="unseen"> for {where()}</span>
                </Button>
              )}
            </For>
            <Button
              tone="quiet"
              small
              pending={props.sent}
              onPress={start}
              aria-label={`Correct ${where()}${props.who ? `, ${props.who}` : ''}`}
            >
              Correct
            </Button>
          </div>
        }
      >
        <form class="stack stack--tight import__correct" novalidate onSubmit={submitting(() => void save())}>
          <TextField label={where()} value={draft.value()} onInput={draft.set} error={problem()} maxLength={200} autocomplete="off" />
          <div class="line line--wrap">
            <Button type="submit" small>
              Save
            </Button>
            <Button tone="quiet" small onPress={cancel}>
              Cancel
            </Button>
          </div>
        </form>
      </Show>
    </div>
  );
}

/** Cells of several rows that hold the same, corrected at once. */
export function CorrectSame(props: { of: SameCells; sent: boolean; onCorrect: (text: string) => void }): JSX.Element {
  const rows = () => count(props.of.cells.length, 'row');
  const where = () => `${props.of.column}, ${props.of.text ? `“${props.of.text}”` : 'empty'} in ${rows()}`;
  return (
    <div class="stack stack--tight" role="group" aria-label={where()}>
      <p>{where()}</p>
      <div class="line line--wrap">
        <For each={props.of.choices}>
          {(choice) => (
            <Button tone="quiet" small pending={props.sent} onPress={() => props.onCorrect(choice)}>
              Use {choice} in {props.of.cells.length === 2 ? 'both rows' : `all ${rows()}`}
              <span class="unseen">, {where()}</span>
            </Button>
          )}
        </For>
      </div>
    </div>
  );
}

/** Suggestions that a sentence names. */
const NAMED_LIMIT_CELLS = 10;

/** One suggestion for each of several rows, used at once: each is named first, and each can be undone afterwards. */
export function CorrectSuggested(props: { column: string; of: readonly Suggested[]; sent: boolean; onCorrect: () => void }): JSX.Element {
  const label = () => `${props.column}: ${props.of.length} rows with one suggestion each`;
  const more = () => props.of.length - NAMED_LIMIT_CELLS;
  return (
    <div class="stack stack--tight" role="group" aria-label={label()}>
      <p>{label()}</p>
      <ul class="plain small muted">
        <For each={props.of.slice(0, NAMED_LIMIT_CELLS)}>
          {({ row, was, text }) => (
            <li>
              Row {row.toLocaleString('en-GB')}: use <bdi>{text}</bdi>
              {was ? ' for “' : ''}
              <bdi>{was}</bdi>
              {was ? '”' : ''}
            </li>
          )}
        </For>
      </ul>
      <Show when={more() > 0}>
        <p class="small muted">And {more()} more, in the rows below.</p>
      </Show>
      <div>
        <Button tone="quiet" small pending={props.sent} onPress={() => props.onCorrect()}>
          Use all {props.of.length} suggestions<span class="unseen">, {props.column}</span>
        </Button>
      </div>
    </div>
  );
}

/** The cell that makes one school of a register doubtful. */
export function CorrectSchool(props: {
  /** Columns whose cells can be corrected here; empty where the file is not kept for it. */
  columns: readonly SeenColumn[];
  field: SchoolField;
  row: number;
  who: string;
  text: string;
  /** What the cell may be meant to hold. */
  meant?: readonly string[] | undefined;
  list: string;
  onCorrect: CorrectCell;
}): JSX.Element {
  const column = () => props.columns.find(({ as }) => as === props.field);
  return (
    <Show when={column()}>
      {(one) => (
        <Correct
          list={props.list}
          cell={{ row: props.row, letter: one().letter, column: one().heading || `Column ${one().letter}`, text: props.text }}
          who={props.who}
          choices={props.meant ?? []}
          sent={false}
          onCorrect={(text) => props.onCorrect({ row: props.row, letter: one().letter, text })}
        />
      )}
    </Show>
  );
}

/** What was corrected, cell by cell, each with the way back to what the file has. */
export function Corrected(props: {
  of: readonly CorrectedCell[];
  headingOf: (letter: string) => string;
  onUndo: (cell: CorrectedCell) => void;
}): JSX.Element {
  return (
    <Show when={props.of.length}>
      <Section title="Corrected here">
        <p class="muted">Your file is not changed.</p>
        <ul class="plain stack stack--tight">
          <For each={props.of}>
            {(cell) => (
              <li class="line line--wrap">
                <span tabindex="-1" data-corrected={cell.row}>
                  Row {cell.row.toLocaleString('en-GB')}, {props.headingOf(cell.letter)}: <bdi>{cell.text}</bdi>
                </span>
                <Button
                  tone="quiet"
                  small
                  onPress={() => props.onUndo(cell)}
                  aria-label={`Undo the correction of ${props.headingOf(cell.letter)} in row ${cell.row.toLocaleString('en-GB')}`}
                >
                  Undo
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
}
