import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

/** Keeps the form of a field from being sent while the field holds something that the form would lose without a word. */
export function createNotWhole(of: {
  /** Whether there is anything to watch at all; asked once. */
  readonly watched?: () => boolean;
  readonly isHalf: () => boolean;
  readonly control: () => HTMLInputElement | null | undefined;
}): { readonly half: Accessor<boolean>; readonly recheck: () => void } {
  const [half, setHalf] = createSignal(false);
  const send = (event: Event) => {
    const control = of.control();
    if (!control || control.form !== event.target) return;
    setHalf(of.isHalf());
    if (!half()) return;
    // The first of several takes the focus. The form itself does not hear that it was sent.
    if (!event.defaultPrevented) control.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  onMount(() => {
    if (of.watched?.() === false) return;
    document.addEventListener('submit', send, true);
    onCleanup(() => document.removeEventListener('submit', send, true));
  });
  return { half, recheck: () => void (half() && setHalf(of.isHalf())) };
}

/** What is said of words in a field that takes only what is on its list. */
export const sayNotChosen = (typed: string): string => `Choose from the list, or clear “${typed.trim()}”.`;

/** What is said of a date or time that is not whole. */
const NOT_REAL = { date: 'Enter a real date, such as 4 December 2026', time: 'Enter a real time, such as 3:40pm' } as const;

/** A half-typed date or time: a browser gives such a field the value of an empty one. `error`: what to say at the field. */
export function createHalfTyped(of: {
  readonly kind: () => string | undefined;
  readonly optional: () => boolean | undefined;
  /** What the form has as the value. A field that shows another is not whole either. */
  readonly held: () => string;
  readonly control: () => HTMLInputElement | undefined;
}): { readonly error: Accessor<string | undefined>; readonly recheck: () => void } {
  const words = () => {
    const kind = of.kind();
    return kind === 'date' || kind === 'time' ? NOT_REAL[kind] : undefined;
  };
  const isHalf = () => {
    const control = of.control();
    return (
      control !== undefined && !control.disabled && words() !== undefined && (control.validity.badInput || control.value !== of.held())
    );
  };
  const { half, recheck } = createNotWhole({ watched: () => words() !== undefined, isHalf, control: of.control });
  return { error: () => (half() ? `${words()}${of.optional() ? ', or leave this empty' : ''}.` : undefined), recheck };
}
