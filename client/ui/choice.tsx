import { createUniqueId, For, Show, type JSX } from 'solid-js';
import { fieldIds, type FieldWords } from './field.js';

/** Something to tick. The whole line is the target. */
export function Checkbox(props: {
  label: JSX.Element;
  hint?: JSX.Element;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
  name?: string;
}) {
  const id = createUniqueId();
  return (
    <label class="choice">
      <input
        class="choice__box"
        type="checkbox"
        name={props.name}
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
      <Show when={props.hint}>
        <span class="choice__hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      </Show>
    </label>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

interface ChoiceProps<Value extends string> extends FieldWords {
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
}

/** One of a few, all of them seen at once. `inline` puts short ones side by side. */
export function RadioGroup<Value extends string>(props: ChoiceProps<Value> & { inline?: boolean }) {
  const name = createUniqueId();
  return (
    <Group answer={props.value} {...props}>
      <div class={props.inline ? 'choices choices--line' : 'choices'}>
        <For each={props.choices}>
          {(choice) => (
            <label class="choice">
              <input
                class="choice__box choice__box--round"
                type="radio"
                name={name}
                value={choice.value}
                checked={props.value === choice.value}
                disabled={choice.disabled}
                onChange={() => props.onChange(choice.value)}
              />
              <span>{choice.label}</span>
              <Show when={choice.hint}>
                <span class="choice__hint">{choice.hint}</span>
              </Show>
            </label>
          )}
        </For>
      </div>
    </Group>
  );
}

/** One of a few, drawn as slots in a row: times to meet, steps of a scale. */
export function Slots<Value extends string>(props: ChoiceProps<Value>) {
  const name = createUniqueId();
  return (
    <Group answer={props.value} {...props}>
      <div class="slots">
        <For each={props.choices}>
          {(choice) => (
            <label class="slot">
              <input
                class="slot__input"
                type="radio"
                name={name}
                value={choice.value}
                checked={props.value === choice.value}
                disabled={choice.disabled}
                onChange={() => props.onChange(choice.value)}
              />
              {choice.label}
            </label>
          )}
        </For>
      </div>
    </Group>
  );
}

/** Several of a few, drawn as slots in a row: days, phases, formats. */
export function SlotsOfMany<Value extends string>(
  props: FieldWords & { values: readonly Value[]; onChange: (values: readonly Value[]) => void; choices: readonly Choice<Value>[] },
) {
  const toggle = (value: Value, on: boolean) =>
    props.onChange(on ? [...props.values, value] : props.values.filter((other) => other !== value));
  return (
    <Group answer={props.values} {...props}>
      <div class="slots">
        <For each={props.choices}>
          {(choice) => (
            <label class="slot">
              <input
                class="slot__input"
                type="checkbox"
                value={choice.value}
                checked={props.values.includes(choice.value)}
                disabled={choice.disabled}
                onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
              />
              {choice.label}
            </label>
          )}
        </For>
      </div>
    </Group>
  );
}

/** Several controls under one question. Without its `answer`, `error` stays for as long as it is given. */
export function Group(props: FieldWords & { children: JSX.Element }) {
  const { id, describedBy, wrong } = fieldIds(props, () => undefined);
  return (
    <fieldset class="field" id={id} aria-describedby={describedBy()} data-invalid={wrong() ? '' : undefined}>
      <legend class="field__label">
        {props.label}
        <Show when={props.optional}>
          <span class="field__optional"> (optional)</span>
        </Show>
      </legend>
      <Show when={props.hint}>
        <p class="field__hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={wrong()}>
        <p class="field__error" id={`${id}-error`}>
          <span>
            <span class="unseen">Check: </span>
            {wrong()}
          </span>
        </p>
      </Show>
      {props.children}
    </fieldset>
  );
}

/** How much of something: a native range with its label and its value in words. */
export function Slider(props: {
  label: string;
  value: number;
  min?: number;
  max?: number;
  step?: number;
  say?: (value: number) => string;
  onInput: (value: number) => void;
  disabled?: boolean;
}) {
  const id = createUniqueId();
  const words = () => props.say?.(props.value) ?? String(props.value);
  return (
    <div class="slider">
      <div class="slider__head">
        <label for={id}>{props.label}</label>
        <span class="slider__value" aria-hidden="true">
          {words()}
        </span>
      </div>
      <input
        class="slider__input"
        id={id}
        type="range"
        min={props.min ?? 0}
        max={props.max ?? 100}
        step={props.step ?? 1}
        value={props.value}
        disabled={props.disabled}
        aria-valuetext={words()}
        onInput={(event) => props.onInput(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
