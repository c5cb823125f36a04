import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

/** What is said of a date or time that is not whole. */
const NOT_REAL = { date: 'Enter a real date, such as 4 December 2026', time: 'Enter a real time, such as 3:40pm' } as const;

/**
 * Keeps a form from being sent with a half-typed date or time: a browser gives such a field the value of an empty one, and the form would
 * lose it without a word. `error`: what to say at the field.
 */
export function createHalfTyped(of: {
  readonly kind: () => string | undefined;
  readonly optional: () => boolean | undefined;
  /** What the form has as the value. A field that shows another is not whole either. */
  readonly held: () => string;
  readonly control: () => HTMLInputElement | undefined;
}): { readonly error: Accessor<string | undefined>; readonly recheck: () => void } {
  const [half, setHalf] = createSignal(false);
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
  const send = (event: Event) => {
    const control = of.control();
    if (!control || control.form !== event.target) return;
    setHalf(isHalf());
    if (!half()) return;
    // The first of several takes the focus. The form itself does not hear that it was sent.
    if (!event.defaultPrevented) control.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  onMount(() => {
    if (!words()) return;
    document.addEventListener('submit', send, true);
    onCleanup(() => document.removeEventListener('submit', send, true));
  });
  return {
    error: () => (half() ? `${words()}${of.optional() ? ', or leave this empty' : ''}.` : undefined),
    recheck: () => half() && setHalf(isHalf()),
  };
}
