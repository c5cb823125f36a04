import { createContext, createSignal, For, Show, useContext, type JSX } from 'solid-js';
import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import { isStaffField, STAFF_FIELD_NAMES } from '@alongside/domain/imports/staff-fields.js';
import { replica } from '../../replica/index.js';
import { Button, Dialog, DialogFoot, Notice, NotFetched, Skeleton, TextField } from '../../ui/index.js';
import { submitting } from '../../shared/forms.js';
import type { CorrectCell } from './correct.js';

/** A row of the list that is opened, and whose it is. */
export interface OpenedRow {
  readonly row: number;
  readonly who: string;
}
interface Cell {
  readonly letter: string;
  readonly heading: string;
  readonly as: string | null;
  readonly text: string;
  /** It holds more than is shown. */
  readonly cut?: true;
}

/** Opens a row to correct it; absent where nothing can be corrected. */
export const OpensRow = createContext<((row: OpenedRow) => void) | undefined>();

/** Leads to the cells of a row, also where nothing seems to be wrong with them. */
export function CorrectRow(props: OpenedRow): JSX.Element {
  const open = useContext(OpensRow);
  return (
    <Show when={open}>
      <Button
        tone="quiet"
        small
        onPress={() => open?.({ row: props.row, who: props.who })}
        aria-label={`Correct row ${props.row.toLocaleString('en-GB')}, ${props.who}`}
      >
        Correct
      </Button>
    </Show>
  );
}

const labelOf = ({ heading, letter, as }: Cell): string => {
  const name = heading || `Column ${letter}`;
  return as !== null && isStaffField(as) && STAFF_FIELD_NAMES[as] !== heading ? `${name} (${STAFF_FIELD_NAMES[as]})` : name;
};

/** The cells of one row that are read, to be corrected. The file stays as it is. */
export function RowDialog(props: { list: string; of: OpenedRow; onCorrect: CorrectCell; onClose: () => void }): JSX.Element {
  const [cells, setCells] = createSignal<readonly Cell[]>();
  const [failure, setFailure] = createSignal<string>();
  const [typed, setTyped] = createSignal<ReadonlyMap<string, string>>(new Map());
  const look = async () => {
    setFailure(undefined);
    const answer = await replica().ask<{ readonly cells: readonly Cell[] }>({
      method: 'GET',
      path: `/api/imports/${encodeURIComponent(props.list)}/rows/${props.of.row}`,
    });
    if (!answer.ok) return void setFailure(answer.error.message);
    setCells(answer.value.cells);
  };
  void look();
  const [saving, setSaving] = createSignal(false);
  const [refused, setRefused] = createSignal<string>();
  const save = async () => {
    if (saving()) return;
    const changed = (cells() ?? []).flatMap(({ letter, text }): CorrectedCell[] => {
      const now = typed().get(letter)?.trim();
      return now === undefined || now === text ? [] : [{ row: props.of.row, letter, text: now }];
    });
    if (changed.length === 0) return props.onClose();
    setRefused(undefined);
    setSaving(true);
    const why = await props.onCorrect(...changed);
    setSaving(false);
    if (why === undefined) props.onClose();
    else setRefused(why);
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`Correct row ${props.of.row.toLocaleString('en-GB')}`}
      lead={`${props.of.who}. We read the list again with what you correct. Your file is not changed.`}
    >
      <Show when={failure()}>
        {(why) => (
          <NotFetched title="We could not load this row" onAgain={() => void look()}>
            {why()}
          </NotFetched>
        )}
      </Show>
      <Show when={cells()} fallback={<Show when={!failure()}>{<Skeleton kind="text" label="Loading the row" />}</Show>}>
        {(all) => (
          <form class="stack" novalidate onSubmit={submitting(() => void save())}>
            <Show when={refused()}>{(why) => <Notice kind="refusal">{why()}</Notice>}</Show>
            <For each={all()}>
              {(cell) => (
                <Show
                  when={!cell.cut}
                  fallback={<p class="muted">{labelOf(cell)} has more than 200 characters. Correct it in your file.</p>}
                >
                  <TextField
                    label={labelOf(cell)}
                    value={typed().get(cell.letter) ?? cell.text}
                    onInput={(text) => setTyped((before) => new Map([...before, [cell.letter, text]]))}
                    maxLength={200}
                    autocomplete="off"
                  />
                </Show>
              )}
            </For>
            <DialogFoot does="Save corrections" pending={saving()} onClose={props.onClose} />
          </form>
        )}
      </Show>
    </Dialog>
  );
}
