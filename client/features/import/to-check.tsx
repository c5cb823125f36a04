import { Show, type JSX } from 'solid-js';
import { atStart, Button, count } from '../../ui/index.js';
import { byRow } from './by-row.js';
import type { RowProblem } from './import-answers.js';

const PLACE = 'rows-to-check';

/** How many rows below are kept out, or hold a cell with another to choose, beside the button that imports: it comes before them. */
export function ToCheck(props: { of: readonly RowProblem[] }): JSX.Element {
  const rows = () =>
    byRow(props.of.filter(({ weight, choices = [] }) => weight === 'error' || (weight === 'note' && choices.length > 0))).length;
  const go = () => {
    const heading = document.querySelector<HTMLElement>(`#${PLACE} h2`);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  };
  return (
    <Show when={rows()}>
      {(many) => (
        <div class="line line--wrap">
          <p>
            {atStart(count(many(), 'row'))} {many() === 1 ? 'is' : 'are'} still to be checked.
          </p>
          <Button tone="quiet" small onPress={go}>
            Check {many() === 1 ? 'this row' : 'these rows'}
          </Button>
        </div>
      )}
    </Show>
  );
}

/** Where those rows are. */
export const ToCheckPlace = (props: { children: JSX.Element }): JSX.Element => <div id={PLACE}>{props.children}</div>;
