import { For, Show, type JSX } from 'solid-js';
import { sayLetters } from '@alongside/domain/imports/columns.js';
import { Notice } from '../../ui/index.js';
import { isOut, type Choices } from './choices.js';
import type { Under } from './import-answers.js';

/** People that a sentence names. */
const NAMED_LIMIT_PEOPLE = 10;
const WHAT = { lineManager: 'line manager', inductionTutor: 'induction tutor' } as const;

/** So many names as a sentence holds, and how many there are besides. */
export function sayNames(names: readonly string[], total = names.length): string {
  const more = total - Math.min(names.length, NAMED_LIMIT_PEOPLE);
  const shown = names.slice(0, NAMED_LIMIT_PEOPLE);
  return sayLetters(more > 0 ? [...shown, `${more.toLocaleString('en-GB')} more`] : shown);
}

/** What becomes of those below a person who is left out. Members may have none: theirs does not change either. */
export function sayBelow(line: keyof typeof WHAT, kept: readonly string[], none: readonly string[]): string {
  const said = [
    kept.length && `We do not change the ${WHAT[line]} of ${sayNames(kept)}.`,
    none.length && `${sayNames(none)} ${none.length === 1 ? 'has' : 'have'} no ${WHAT[line]} yet.`,
  ];
  return said.filter(Boolean).join(' ');
}

/** For each person who is left out and whom other rows name: whose manager or tutor does not change. */
export function LeftOutAbove(props: {
  of: readonly { readonly row: number; readonly who: string; readonly isOne?: boolean; readonly below?: readonly Under[] }[];
  choices: Choices;
}): JSX.Element {
  const out = () =>
    props.of.flatMap(({ row, who, isOne, below = [] }) => {
      if (!isOut({ row, toChoose: isOne === undefined ? undefined : true }, props.choices)) return [];
      const stay = below.filter((one) => !isOut(one, props.choices));
      const said = (['lineManager', 'inductionTutor'] as const).map((line) => {
        const names = (isNew: boolean) => stay.filter((one) => one.line === line && (one.isNew === true) === isNew).map((one) => one.who);
        return sayBelow(line, names(false), names(true));
      });
      const words = said.filter(Boolean).join(' ');
      return words ? [{ who, words }] : [];
    });
  return (
    <Show when={out().length}>
      <Notice>
        <For each={out()}>
          {({ who, words }) => (
            <p>
              You leave out {who}. {words}
            </p>
          )}
        </For>
      </Notice>
    </Show>
  );
}
