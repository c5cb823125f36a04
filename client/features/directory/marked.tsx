import { For, Show, type JSX } from 'solid-js';
import { wordsToFind } from '@alongside/domain/text/folding.js';

/** Words with their apostrophes, and all that stands between them. */
const PIECES = /[\p{L}\p{N}\p{M}]+(?:['\u2018\u2019\u02bc][\p{L}\p{N}\p{M}]+)*|[^\p{L}\p{N}\p{M}]+/gu;

export interface Piece {
  readonly text: string;
  readonly met: boolean;
}

/** A text in pieces, those that have one of the words apart. `words` as they are compared. */
export function piecesOf(text: string, words: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    const met = wordsToFind(piece).some((word) => words.has(word));
    const last = pieces.at(-1);
    if (last && !last.met && !met) pieces[pieces.length - 1] = { text: last.text + piece, met };
    else pieces.push({ text: piece, met });
  }
  return pieces;
}

/** A text in which the words that met the search are marked. It is read aloud as any other text. */
export function Marked(props: { text: string; words: ReadonlySet<string> }): JSX.Element {
  return (
    <For each={piecesOf(props.text, props.words)}>
      {({ text, met }) => (
        <Show when={met} fallback={text}>
          <mark class="directory__met">{text}</mark>
        </Show>
      )}
    </For>
  );
}
