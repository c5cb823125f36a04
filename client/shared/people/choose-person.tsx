import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show, type JSX } from 'solid-js';
import { Avatar, Button, createNotWhole, createStillWrong, sayNotChosen, TextField } from '../../ui/index.js';
import './choose-person.css';

/** A person who can be chosen. */
export interface PersonChoice {
  readonly id: string;
  readonly name: string;
  readonly note?: string | undefined;
}

/** How many are shown at once: more are found by typing more. */
const SHOWN_LIMIT_PEOPLE = 6;

/**
 * One person, found by name with `find`. The chosen one replaces the field until changed or cleared. `clear`: the label of the button that
 * leaves it empty.
 */
export function ChoosePerson(props: {
  label: string;
  hint?: JSX.Element;
  error?: string | undefined;
  optional?: boolean;
  chosen: PersonChoice | undefined;
  onChoose: (person: PersonChoice | undefined) => void;
  find: (typed: string) => readonly PersonChoice[];
  onType?: (typed: string) => void;
  waiting?: boolean;
  /** How many there are in all, where `find` knows the first of them alone. */
  outOf?: number | undefined;
}): JSX.Element {
  const id = createUniqueId();
  const [typed, setTyped] = createSignal('');
  let place: HTMLDivElement | undefined;
  const wrong = createStillWrong({ error: () => props.error, answer: () => props.chosen?.id, place: () => place });
  // A name that was typed and not chosen is in no answer: the form would be saved without it.
  const unchosen = createNotWhole({ isHalf: () => !props.chosen && typed().trim() !== '', control: () => place?.querySelector('input') });
  createEffect(on(typed, unchosen.recheck, { defer: true }));
  const found = createMemo(() => (typed().trim() ? props.find(typed().trim()) : []));
  const shown = () => found().slice(0, SHOWN_LIMIT_PEOPLE);
  const focusNext = (selector: string) => queueMicrotask(() => place?.querySelector<HTMLElement>(selector)?.focus());
  const type = (value: string) => {
    setTyped(value);
    props.onType?.(value.trim());
  };
  const choose = (person: PersonChoice | undefined) => {
    type('');
    props.onChoose(person);
    focusNext(person ? '.choose-person__change-place button' : 'input');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const [only, ...others] = shown();
    const inField = event.target instanceof HTMLInputElement;
    // Nothing is sent from here, and the one who was found is meant.
    if (event.key === 'Enter' && inField) {
      event.preventDefault();
      if (only && !others.length) choose(only);
    }
    if (step === 0 || !only) return;
    event.preventDefault();
    const stops = [...(place?.querySelectorAll<HTMLElement>('input, .choose-person__one') ?? [])];
    stops[stops.indexOf(document.activeElement as HTMLElement) + step]?.focus();
  };
  const said = () => {
    if (!typed().trim() || props.waiting) return '';
    if (!found().length) return 'We could not find a person with that name.';
    const all = Math.max(props.outOf ?? 0, found().length);
    return all > SHOWN_LIMIT_PEOPLE
      ? `${SHOWN_LIMIT_PEOPLE} of ${all.toLocaleString('en-GB')} people. Type more to find others.`
      : `${found().length} ${found().length === 1 ? 'person' : 'people'} found.`;
  };
  return (
    <div class="choose-person" ref={(element) => (place = element)}>
      <Show
        when={props.chosen}
        fallback={
          <>
            <TextField
              label={props.label}
              kind="search"
              hint={props.hint}
              error={unchosen.half() ? sayNotChosen(typed()) : wrong()}
              answer={unchosen.half() ? typed() : props.chosen?.id}
              optional={props.optional}
              placeholder="Type a name"
              autocomplete="off"
              value={typed()}
              onInput={type}
              onKeyDown={onKeyDown}
            />
            <p class="small muted" role="status" id={id}>
              {said()}
            </p>
            <Show when={shown().length}>
              <ul class="choose-person__found" role="list" aria-label={`Found for ${props.label.toLowerCase()}`}>
                <For each={shown()}>
                  {(person) => (
                    <li>
                      <button type="button" class="choose-person__one" onClick={() => choose(person)} onKeyDown={onKeyDown}>
                        <Avatar who={person} size="small" />
                        <span class="grow">
                          <span class="name">{person.name}</span>
                          <Show when={person.note}>
                            <span class="choose-person__note">{person.note}</span>
                          </Show>
                        </span>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </>
        }
      >
        {(person) => (
          <div
            class="choose-person__chosen"
            role="group"
            aria-label={props.label}
            aria-describedby={wrong() ? `${id}-error` : undefined}
            data-invalid={wrong() ? '' : undefined}
          >
            <p class="field__label">{props.label}</p>
            <Show when={wrong()}>
              <p class="field__error" id={`${id}-error`}>
                <span>
                  <span class="unseen">Check: </span>
                  {wrong()}
                </span>
              </p>
            </Show>
            <div class="line line--wrap line--tight">
              <Avatar who={person()} size="small" />
              <span class="name grow">{person().name}</span>
              <span class="choose-person__change-place">
                <Button tone="plain" small onPress={() => choose(undefined)}>
                  Clear
                  <span class="unseen">
                    {' '}
                    {props.label.toLowerCase()}, {person().name}
                  </span>
                </Button>
              </span>
            </div>
          </div>
        )}
      </Show>
    </div>
  );
}
