import { Combobox as Kobalte, useComboboxContext } from '@kobalte/core/combobox';
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js';
import Check from 'lucide-solid/icons/check';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { Chip } from './chip.js';
import { optionFinder, type Option } from './find-options.js';
import type { FieldWords } from './field.js';
import { createNotWhole, sayNotChosen } from './half-typed.js';
import { keepsFocus } from './keeps-focus.js';
import { makeRoom } from './make-room.js';
import { createStillWrong } from './still-wrong.js';

export type { Option };

/** Several from a long list by typing; each choice becomes a chip. `limit`: how many may be chosen. */
export function Combobox(
  props: FieldWords & {
    values: readonly string[];
    onChange: (values: readonly string[]) => void;
    options: readonly Option[];
    placeholder?: string;
    limit?: number;
  },
) {
  let root: HTMLDivElement | undefined;
  const chosen = () => props.values.flatMap((value) => props.options.find((option) => option.value === value) ?? []);
  const [typed, setTyped] = createSignal('');
  const finder = createMemo(() => optionFinder(props.options));
  const found = createMemo(() => finder().find(typed()));
  const full = () => props.limit !== undefined && props.values.length >= props.limit;
  const wrong = createStillWrong({ error: () => props.error, answer: () => props.values, place: () => root });
  // Words that were typed and not chosen are not in the answer: the form would be saved without them.
  const unchosen = createNotWhole({ isHalf: () => typed().trim() !== '', control: () => root?.querySelector('input') });
  createEffect(on(typed, unchosen.recheck, { defer: true }));
  const error = () => (unchosen.half() ? sayNotChosen(typed()) : wrong());
  // Floating lists belong inside the landmark (or the dialog) that they serve, or screen readers meet them out of place.
  const home = () => root?.closest<HTMLElement>('[role="dialog"], main') ?? document.body;
  return (
    <Kobalte<Option>
      ref={(element: HTMLDivElement) => (root = element)}
      class="field combobox"
      multiple
      options={[...found().inOrder]}
      onInputChange={setTyped}
      value={chosen()}
      onChange={(next: Option[]) => props.onChange(next.slice(0, props.limit ?? next.length).map((option) => option.value))}
      optionValue="value"
      optionTextValue="label"
      optionLabel="label"
      optionDisabled={(option) => full() && !props.values.includes(option.value)}
      defaultFilter={(option, text) => finder().find(text).shown.has(option)}
      placeholder={full() ? '' : (props.placeholder ?? 'Type a few letters')}
      validationState={error() ? 'invalid' : 'valid'}
      noResetInputOnBlur
      triggerMode="input"
      slide={false}
      // Where there is no room below, the list goes above the label rather than over it.
      getAnchorRect={() => root?.getBoundingClientRect()}
      itemComponent={(item) => (
        <Kobalte.Item item={item.item} class="option">
          <Kobalte.ItemIndicator forceMount class="option__mark">
            <Check size="1.125rem" aria-hidden="true" />
          </Kobalte.ItemIndicator>
          <Kobalte.ItemLabel class="option__label">
            {item.item.rawValue.label}
            <Show when={item.item.rawValue.note}>
              {' '}
              <span class="option__note">{item.item.rawValue.note}</span>
            </Show>
          </Kobalte.ItemLabel>
        </Kobalte.Item>
      )}
    >
      <Kobalte.Label class="field__label">
        {props.label}
        <Show when={props.optional}>
          <span class="field__optional"> (optional)</span>
        </Show>
      </Kobalte.Label>
      <Show when={props.hint}>
        <Kobalte.Description class="field__hint">{props.hint}</Kobalte.Description>
      </Show>
      <Show when={error()}>
        <Kobalte.ErrorMessage class="field__error">
          <span>
            <span class="unseen">Check: </span>
            {error()}
          </span>
        </Kobalte.ErrorMessage>
      </Show>
      <Kobalte.Control<Option> class="combobox__control" onMouseDown={(event: MouseEvent) => focusInput(event)}>
        {(state) => (
          <>
            <For each={state.selectedOptions()}>{(option) => <Chip label={option.label} onRemove={() => state.remove(option)} />}</For>
            <Typing />
            <Kobalte.Trigger class="combobox__open" aria-label={`Show all: ${props.label}`}>
              <ChevronDown size="1.125rem" aria-hidden="true" />
            </Kobalte.Trigger>
          </>
        )}
      </Kobalte.Control>
      <Kobalte.Portal mount={home()}>
        <Kobalte.Content class="floating" onMouseDown={keepsFocus}>
          <Show when={found().isNearest}>
            <p class="options__none small muted" role="status">
              No matches for “{typed()}”. Choose one of the nearest, or try another word.
            </p>
          </Show>
          <Kobalte.Listbox class="options" />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}

/** Where one types. A press opens the whole list, so that the options can be seen without typing. */
function Typing() {
  const { isOpen, inputValue, setInputValue, open, inputRef, selectedOptions } = useComboboxContext();
  createEffect(() => {
    const input = inputRef();
    if (isOpen() && input) onCleanup(makeRoom(input));
  });
  // What was typed led to a choice. Words that led to none stay to be seen, though the field is left.
  createEffect(on(selectedOptions, () => setInputValue(''), { defer: true }));
  // A new chip may push the line where one types out of the window.
  createEffect(on(selectedOptions, () => isOpen() && inputRef()?.scrollIntoView?.({ block: 'nearest' }), { defer: true }));
  return <Kobalte.Input class="combobox__input" onClick={() => !isOpen() && open(false, inputValue() ? 'input' : 'manual')} />;
}

/** The bare part of the frame, beside the chips, belongs to the input. */
function focusInput(event: MouseEvent) {
  if (event.target !== event.currentTarget || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.querySelector('input')?.focus();
}
