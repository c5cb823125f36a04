import { For, Show, type JSX } from 'solid-js';
import { isOfFile } from '@alongside/domain/imports/columns.js';
import { sayFormulas } from '@alongside/domain/imports/formulas.js';
import { sayHiddenSheet } from '@alongside/domain/imports/hidden-sheet.js';
import { plainKey } from '@alongside/domain/text/folding.js';
import { atStart, count, Notice } from '../../ui/index.js';
import type { ImportPreview } from './import-answers.js';

/** What of the file was read, where that is not simply all of it. */
export function HowRead(props: { preview: ImportPreview }): JSX.Element {
  const sheet = () => props.preview.sheet;
  const others = () => sheet()?.others ?? [];
  const hidden = () => sheet()?.hiddenRows ?? 0;
  /** The first row is taken for headings though none is known: it may be a person’s. */
  const unnamed = () =>
    props.preview.kind === 'staff' &&
    props.preview.headingsRow > 0 &&
    props.preview.columns.every(({ byHeading, byCells }) => byHeading === null || byCells);
  const namesBelow = () => props.preview.sample.length > 0 || props.preview.problems.some((one) => !isOfFile(one));
  return (
    <>
      <Show when={others().length && (sheet()?.withRows?.length ?? 0) < 2}>
        <Notice>
          We read the sheet “{sheet()?.name}”. We do not read the {others().length === 1 ? 'sheet' : 'sheets'}{' '}
          {others()
            .map((name) => `“${name}”`)
            .join(', ')}
          .
        </Notice>
      </Show>
      <Show when={sheet()?.isHidden}>
        <Notice>{sayHiddenSheet(sheet()?.name ?? '')}</Notice>
      </Show>
      <Show when={hidden()}>
        <Notice>
          {atStart(count(hidden(), 'row'))} {hidden() === 1 ? 'is' : 'are'} hidden in the spreadsheet, such as by a filter. We read hidden
          rows too.
        </Notice>
      </Show>
      <Show when={props.preview.headingsRow === 0}>
        <Notice>We found no column names, so we read the first row as a person.</Notice>
      </Show>
      <Show when={unnamed()}>
        <Notice>
          We know none of the column names in row {props.preview.headingsRow}. If a person is in this row, put the column names above it and
          choose the file again.
        </Notice>
      </Show>
      <Show when={props.preview.headingsRow > 1}>
        <Notice>We read the column names from row {props.preview.headingsRow}, and nothing above it.</Notice>
      </Show>
      <For each={sayFormulas(props.preview.columns)}>{(said) => <Notice>{said}</Notice>}</For>
      <Show when={!['utf8', 'utf16'].includes(plainKey(props.preview.encoding))}>
        <Notice>
          The file uses an older text format ({props.preview.encoding}). {namesBelow() ? 'Check names with accents in the rows below.' : ''}
        </Notice>
      </Show>
    </>
  );
}
