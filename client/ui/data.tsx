import { For, Show, type JSX } from 'solid-js';

/** A number with its label. Without `value` it is withheld, and `label` says why (fewer than five people). */
export interface FigureProps {
  readonly value: string | number | undefined;
  readonly label: string;
  /** It changed with the last step in time: what changed fades from marigold to ink. */
  readonly changed?: boolean;
}

/** Figures side by side. */
export const Figures = (props: { of: readonly FigureProps[] }) => (
  <dl class="figures">
    <For each={props.of}>{(figure) => <Figure {...figure} />}</For>
  </dl>
);

/** One of them; within `Figures`. */
const Figure = (props: FigureProps) => (
  <div class="figure">
    <dt class="figure__label">
      {props.label}
      <Show when={props.value === undefined}>
        <span>: hidden, to protect small groups</span>
      </Show>
    </dt>
    <dd
      class={`figure__value${props.changed ? ' figure__value--changed' : ''}${props.value === undefined ? ' figure__value--withheld' : ''}`}
    >
      {typeof props.value === 'number' ? props.value.toLocaleString('en-GB') : (props.value ?? '–')}
    </dd>
  </div>
);

export interface Column<Item> {
  readonly title: string;
  readonly cell: (item: Item) => JSX.Element;
  readonly number?: boolean;
  /** Dates and other short words that are hard to read in pieces: on one line, however narrow the screen. */
  readonly oneLine?: boolean;
}

/**
 * Rows and columns; the first names the row. Where there is no room for more than two, each row is a short record. Others scroll sideways,
 * by keyboard too.
 */
export const Table = <Item,>(props: {
  caption: string;
  columns: readonly Column<Item>[];
  rows: readonly Item[];
  unseenCaption?: boolean;
}) => (
  <div
    class="table-place"
    classList={{ 'table-place--stacks': props.columns.length > 2 }}
    role="region"
    aria-label={props.caption}
    tabindex="0"
  >
    <table class="table">
      <caption class={props.unseenCaption ? 'unseen' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          <For each={props.columns}>
            {(column) => (
              <th scope="col" class={column.number ? 'is-number' : undefined}>
                {column.title}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <For each={props.columns}>
                {(column, index) => (
                  <Show when={index() === 0} fallback={<Cell of={column} row={row} />}>
                    <th scope="row">{column.cell(row)}</th>
                  </Show>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </div>
);

const Cell = <Item,>(props: { of: Column<Item>; row: Item }) => (
  <td class={cellClass(props.of)} data-title={props.of.title}>
    {props.of.cell(props.row)}
  </td>
);
const cellClass = (column: Column<never>) => (column.number ? 'is-number' : column.oneLine ? 'is-one-line' : undefined);

/** A short record: what, and what it is. */
export const Facts = (props: { of: readonly { readonly label: string; readonly value: JSX.Element }[] }) => (
  <dl class="facts">
    <For each={props.of}>
      {(fact) => (
        <>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </>
      )}
    </For>
  </dl>
);
