import { For, onCleanup, Show, type JSX } from 'solid-js';
import { areaInSentence } from '../../shared/people/say.js';
import { Button, createRested, TextArea, count, holdFocus } from '../../ui/index.js';

/** How long a user rests before they are told what was found, in milliseconds. */
const REST_MS = 800;

interface Props {
  readonly words: string;
  readonly onInput: (words: string) => void;
  /** Areas that the words name. */
  readonly heard: readonly string[];
  /** Areas that are chosen already. */
  readonly chosen: readonly string[];
  readonly limit: number;
  readonly onAdd: (area: string) => void;
}

/** A goal in a person’s own words, and the focus areas that it names, a press away. The words themselves are kept nowhere. */
export function OwnWords(props: Props): JSX.Element {
  const left = () => props.heard.filter((area) => !props.chosen.includes(area));
  const isFull = () => props.chosen.length >= props.limit;
  const said = createRested(() => (props.words.trim() ? sayHeard(props.heard, left(), isFull(), props.limit) : ''), REST_MS);
  return (
    <div class="stack stack--tight" ref={(place) => onCleanup(holdFocus(place))}>
      <TextArea
        label="Or say it in your own words"
        optional
        hint="We look for focus areas in what you write. We keep only the ones you add."
        rows={2}
        value={props.words}
        onInput={props.onInput}
      />
      <p class="small muted" role="status">
        {said()}
      </p>
      <Show when={!isFull() && left().length > 0}>
        <div class="line line--wrap line--tight">
          <For each={left()}>
            {(area) => (
              <Button tone="quiet" small onPress={() => props.onAdd(area)}>
                Add {areaInSentence(area)}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}

function sayHeard(heard: readonly string[], left: readonly string[], isFull: boolean, limit: number): string {
  if (heard.length === 0) return 'We found no focus area in this. Try words such as behaviour, marking or questioning.';
  if (left.length === 0) return 'You have added every focus area that we found in this.';
  if (isFull) return `You have chosen ${limit} focus areas. To add another, remove one.`;
  return `We found ${count(left.length, 'focus area')} in this.`;
}
