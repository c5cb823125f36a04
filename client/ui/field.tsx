import { createRenderEffect, createUniqueId, mergeProps, Show, splitProps, type JSX } from 'solid-js';
import { createHalfTyped } from './half-typed.js';
import { createRested } from './rested.js';
import { createStillWrong } from './still-wrong.js';

/** What every field shares: a label that is always seen, a hint, and what is wrong in a sentence. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: JSX.Element | undefined;
  readonly error?: string | undefined;
  /** Says “(optional)” after the label. Fields are required unless they say so. */
  readonly optional?: boolean | undefined;
  /** What was answered, where that is not what the control itself holds. `error` goes when another is given. */
  readonly answer?: string | readonly string[] | undefined;
}

/**
 * Ids that tie a control to its words. `describedBy` names the error first, so that it is heard first. `wrong`: the error, while `held` is
 * still wrong.
 */
export function fieldIds(
  props: FieldWords,
  held: () => FieldWords['answer'],
  looksRight?: (control: HTMLElement | null, held: string) => boolean,
) {
  const id = createUniqueId();
  const place = () => document.getElementById(id);
  const answer = () => ('answer' in props ? props.answer : held());
  const wrong = createStillWrong({
    error: () => props.error,
    answer,
    place,
    looksRight: () => looksRight?.(place(), String(answer() ?? '')) ?? true,
  });
  const describedBy = () => [wrong() && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return { id, describedBy, wrong };
}

/** The frame of a field (an `error` of `''` is none): label above, hint below it, error nearest to the control. */
function Field(props: FieldWords & { id: string; unlabelled?: boolean | undefined; children: JSX.Element }) {
  return (
    <div class="field">
      <label class={props.unlabelled ? 'unseen' : 'field__label'} for={props.id}>
        {props.label}
        <Show when={props.optional}>
          <span class="field__optional"> (optional)</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <p class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field__error" id={`${props.id}-error`}>
          <span>
            <span class="unseen">Check: </span>
            {props.error}
          </span>
        </p>
      </Show>
      {props.children}
    </div>
  );
}

type Native<Element> = Omit<Element, 'id' | 'class' | 'value' | 'onInput' | 'onChange'>;
interface TextProps extends FieldWords {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly unlabelled?: boolean | undefined;
}
const OWN = ['label', 'hint', 'error', 'optional', 'answer', 'value', 'onInput', 'unlabelled'] as const;

const CODE_LENGTH_DIGITS = 6;

/** The digits of a code, however the email or the user spaces them. The field shows what was taken, and no more. */
function takeDigits(input: HTMLInputElement): string {
  const digits = input.value.replace(/\D/g, '').slice(0, CODE_LENGTH_DIGITS);
  if (input.value !== digits) input.value = digits;
  return digits;
}

/** What an email address asks of a browser: the keyboard with an @, and nothing underlined as misspelt. */
const AS_EMAIL = { inputmode: 'email', spellcheck: false, autocomplete: 'off' } as const;

/** Whether what is being typed may be right by now; the form’s own check has the last word. */
function mayBeRight(control: HTMLElement | null, kind: string | undefined, typed: string): boolean {
  if (kind === 'code') return typed.length === CODE_LENGTH_DIGITS;
  if (kind === 'email') return /^\S+@\S+$/.test(typed.trim());
  if (!(control instanceof HTMLInputElement)) return true;
  const { badInput, rangeUnderflow, rangeOverflow } = control.validity;
  return !badInput && !rangeUnderflow && !rangeOverflow;
}

/** One line of text. `kind`: `code` is the six digits of a sign-in, `date` and `time` are the browser's own pickers. */
export function TextField(
  props: TextProps & { kind?: 'text' | 'email' | 'password' | 'code' | 'date' | 'time' | 'number' | 'search' | undefined } & Native<
      JSX.InputHTMLAttributes<HTMLInputElement>
    >,
) {
  const [own, rest] = splitProps(props, [...OWN, 'kind']);
  let control: HTMLInputElement | undefined;
  const half = createHalfTyped({ kind: () => own.kind, optional: () => own.optional, held: () => own.value, control: () => control });
  const { id, describedBy, wrong } = fieldIds(
    mergeProps(own, {
      get error() {
        return half.error() ?? own.error;
      },
    }),
    () => own.value,
    (place, typed) => mayBeRight(place, own.kind, typed),
  );
  const type = () => (own.kind === 'code' ? 'text' : (own.kind ?? 'text'));
  return (
    <Field {...own} error={wrong() ?? ''} id={id}>
      <input
        {...(own.kind === 'email' ? AS_EMAIL : {})}
        {...rest}
        {...(own.kind === 'code' ? { inputmode: 'numeric' as const, autocomplete: 'one-time-code' } : {})}
        class={`input${own.kind === 'code' || own.kind === 'date' || own.kind === 'time' ? ` input--${own.kind}` : ''}`}
        id={id}
        type={type()}
        ref={(element) => {
          control = element;
          // Setting a half-typed date to the empty value it already has would wipe what was typed.
          createRenderEffect(() => element.value !== own.value && (element.value = own.value));
        }}
        onFocusOut={half.recheck}
        aria-describedby={describedBy()}
        aria-invalid={wrong() ? 'true' : undefined}
        onInput={({ currentTarget }) => own.onInput(own.kind === 'code' ? takeDigits(currentTarget) : currentTarget.value)}
      />
    </Field>
  );
}

/** How long a user rests before they are told how much room is left, in milliseconds. */
const REST_MS = 1_000;

/** Longer writing. With `limit` (characters) it counts down once little room is left, and says so when the typing rests. `reading`: set in the reading face. */
export function TextArea(
  props: TextProps & { limit?: number | undefined; reading?: boolean | undefined } & Native<
      JSX.TextareaHTMLAttributes<HTMLTextAreaElement>
    >,
) {
  const [own, rest] = splitProps(props, [...OWN, 'limit', 'reading']);
  const left = () => (own.limit ?? Infinity) - own.value.length;
  const { id, describedBy, wrong } = fieldIds(
    own,
    () => own.value,
    () => left() >= 0,
  );
  const room = () => {
    if (own.limit === undefined || left() >= own.limit / 5) return '';
    return left() >= 0 ? `${left()} characters left` : `${-left()} characters too many`;
  };
  const said = createRested(room, REST_MS);
  return (
    <Field {...own} error={wrong() ?? ''} id={id}>
      <textarea
        {...rest}
        class={own.reading ? 'input input--reading' : 'input'}
        id={id}
        value={own.value}
        aria-describedby={describedBy()}
        aria-invalid={wrong() || left() < 0 ? 'true' : undefined}
        onInput={(event) => own.onInput(event.currentTarget.value)}
      />
      <Show when={room()}>
        <p class="field__count" aria-hidden="true">
          {room()}
        </p>
      </Show>
      <Show when={own.limit !== undefined}>
        <p class="unseen" role="status">
          {said()}
        </p>
      </Show>
    </Field>
  );
}

/** A choice from a short list, with the browser's own list. `empty` is what stands there before a choice was made. */
export function SelectField<Value extends string>(
  props: FieldWords & {
    value: Value | '';
    onChange: (value: Value) => void;
    options: readonly { value: Value; label: string }[];
    empty?: string | undefined;
    disabled?: boolean | undefined;
  },
) {
  const { id, describedBy, wrong } = fieldIds(props, () => props.value);
  return (
    <Field {...props} error={wrong() ?? ''} id={id}>
      <select
        class="input"
        id={id}
        disabled={props.disabled}
        aria-describedby={describedBy()}
        aria-invalid={wrong() ? 'true' : undefined}
        onChange={(event) => props.onChange(event.currentTarget.value as Value)}
      >
        <Show when={props.empty !== undefined || props.value === ''}>
          <option value="" selected={props.value === ''}>
            {props.empty ?? 'Choose one'}
          </option>
        </Show>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A calendar day, `2026-03-06`, with the browser's own picker. */
export const DateField = (props: TextProps & { min?: string; max?: string; disabled?: boolean }) => <TextField {...props} kind="date" />;

/** A wall-clock time, `15:40`, with the browser's own picker. */
export const TimeField = (props: TextProps & { min?: string; max?: string; step?: number; disabled?: boolean }) => (
  <TextField {...props} kind="time" />
);
