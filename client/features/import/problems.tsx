import { createEffect, createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import { Button, count, Slots, Table, Tag, type Choice } from '../../ui/index.js';
import { byRow, sameCells, suggestedCells, type ProblemRow } from './by-row.js';
import { Correct, CorrectSame, CorrectSuggested, type CorrectCell } from './correct.js';
import type { RowProblem } from './import-answers.js';
import { isToShow } from './unsaved.js';

type Weight = 'all' | 'error' | 'note';
const RESULT = { error: 'Not imported', left: 'Leaver', pupil: 'Pupil', note: 'Note' } as const;
const STEP_ROWS = 25;

const placeOf = ({ row, who }: ProblemRow): string => [row ? row.toLocaleString('en-GB') : '–', who].filter(Boolean).join(', ');

/** What is wrong, row by row: errors stop a row, notes say what was left out. */
export function Problems(props: {
  caption: string;
  of: readonly RowProblem[];
  total?: number;
  /** Corrects a cell; absent once nothing can be corrected any more. */
  onCorrect?: CorrectCell | undefined;
  /** Rows of new people that are left out, and what leaves one out or takes it back; absent once nothing can be chosen any more. */
  leaving?: { readonly out: ReadonlySet<number>; readonly onChange: (row: number, isOut: boolean) => void } | undefined;
  /** The list that they are in. */
  list?: string;
  /** Corrections with which the file is being read again. */
  sent?: readonly CorrectedCell[];
}): JSX.Element {
  const [weight, setWeight] = createSignal<Weight>('all');
  const [limit, setLimit] = createSignal(STEP_ROWS);
  const isOut = ({ row, isNew }: ProblemRow): boolean => isNew && props.leaving?.out.has(row) === true;
  const rows = createMemo(() => byRow(props.of));
  const errors = () => rows().filter((one) => one.weight === 'error').length;
  const notes = () => rows().length - errors();
  const found = createMemo(() => rows().filter((one) => weight() === 'all' || (one.weight === 'error') === (weight() === 'error')));
  /** Corrected, and told as it was before. */
  const isSent = (cell: { readonly row: number; readonly letter: string }, text: string) =>
    props.sent?.some((one) => one.row === cell.row && one.letter === cell.letter && one.text !== text) ?? false;
  createEffect(() => {
    const toShow = ({ said }: ProblemRow) => said.some(({ cell }) => cell && isToShow(props.list ?? '', cell));
    if (!rows().some(toShow)) return;
    setWeight('all');
    setLimit((now) => Math.max(now, rows().findIndex(toShow) + 1));
  });
  const choices = (): readonly Choice<Weight>[] => [
    { value: 'all', label: `All ${rows().length}` },
    { value: 'error', label: `Errors ${errors()}` },
    { value: 'note', label: `Notes ${notes()}` },
  ];
  return (
    <div class="stack">
      <Show when={errors() && notes()}>
        <Slots
          label="Show"
          value={weight()}
          onChange={(value) => {
            setWeight(value);
            setLimit(STEP_ROWS);
          }}
          choices={choices()}
        />
      </Show>
      <Show when={props.onCorrect}>
        {(onCorrect) => (
          <>
            <For each={sameCells(props.of)}>
              {(same) => (
                <CorrectSame
                  of={same}
                  sent={same.cells.every((cell) => isSent(cell, same.text))}
                  onCorrect={(text) => void onCorrect()(...same.cells.map((cell) => ({ ...cell, text })))}
                />
              )}
            </For>
            <For each={suggestedCells(props.of)}>
              {({ column, cells }) => (
                <CorrectSuggested
                  column={column}
                  of={cells}
                  sent={cells.every((cell) => isSent(cell, cell.was))}
                  onCorrect={() => void onCorrect()(...cells.map(({ row, letter, text }) => ({ row, letter, text })))}
                />
              )}
            </For>
          </>
        )}
      </Show>
      <Table<ProblemRow>
        caption={props.caption}
        unseenCaption
        rows={found().slice(0, limit())}
        columns={[
          {
            title: 'Row',
            cell: (one) => (
              <span tabindex={one.row ? -1 : undefined} data-row={one.row || undefined}>
                {placeOf(one)}
              </span>
            ),
          },
          {
            title: 'Result',
            oneLine: true,
            cell: (one) => <Tag kind={one.weight === 'error' ? 'refused' : 'quiet'}>{isOut(one) ? 'Left out' : RESULT[one.weight]}</Tag>,
          },
          {
            title: 'Problem',
            cell: (one) => (
              <>
                <For each={one.said}>
                  {(said) => (
                    <div>
                      {said.words}
                      <Show when={props.onCorrect && said.cell}>
                        {(cell) => (
                          <Correct
                            list={props.list ?? ''}
                            cell={cell()}
                            who={one.who}
                            choices={said.choices}
                            sent={isSent(cell(), cell().text)}
                            onCorrect={async (text) => props.onCorrect?.({ row: cell().row, letter: cell().letter, text })}
                          />
                        )}
                      </Show>
                    </div>
                  )}
                </For>
                <Show when={one.isNew && props.leaving}>
                  {(leaving) => (
                    <div class="import__leave">
                      <Button
                        tone="quiet"
                        small
                        aria-label={`${isOut(one) ? 'Import' : 'Leave out'} row ${placeOf(one)}`}
                        onPress={() => leaving().onChange(one.row, !isOut(one))}
                      >
                        {isOut(one) ? 'Import row' : 'Leave out row'}
                      </Button>
                    </div>
                  )}
                </Show>
              </>
            ),
          },
        ]}
      />
      <Show when={found().length > limit()}>
        <div>
          <Button tone="quiet" small onPress={() => setLimit((now) => now + STEP_ROWS)}>
            Show {Math.min(STEP_ROWS, found().length - limit())} more
          </Button>
        </div>
      </Show>
      <Show when={(props.total ?? 0) > props.of.length}>
        <p class="small muted">
          These are the first {props.of.length} of {count(props.total ?? 0, 'problem')}. Often one cause repeats. Correct it in the file and
          choose the file again.
        </p>
      </Show>
    </div>
  );
}
