import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { Button, count, Slots, Table, Tag, type Choice } from '../../ui/index.js';
import type { RowProblem } from './import-answers.js';

type Weight = 'all' | 'error' | 'note';
const STEP_ROWS = 25;

/** What is wrong, row by row: errors stop a row, notes say what was left out. */
export function Problems(props: { caption: string; of: readonly RowProblem[]; total?: number }): JSX.Element {
  const [weight, setWeight] = createSignal<Weight>('all');
  const [limit, setLimit] = createSignal(STEP_ROWS);
  const errors = () => props.of.filter((one) => one.weight === 'error').length;
  const notes = () => props.of.length - errors();
  const found = createMemo(() => props.of.filter((one) => weight() === 'all' || one.weight === weight()));
  const choices = (): readonly Choice<Weight>[] => [
    { value: 'all', label: `All ${props.of.length}` },
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
      <Table<RowProblem>
        caption={props.caption}
        unseenCaption
        rows={found().slice(0, limit())}
        columns={[
          { title: 'Row', cell: (one) => (one.row ? one.row.toLocaleString('en-GB') : '–') },
          {
            title: 'Result',
            oneLine: true,
            cell: (one) => (
              <Tag kind={one.weight === 'error' ? 'refused' : 'quiet'}>{one.weight === 'error' ? 'Not imported' : 'Note'}</Tag>
            ),
          },
          { title: 'Problem', cell: (one) => (one.column ? `${one.column}: ${one.message}` : one.message) },
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
