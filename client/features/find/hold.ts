import { createSignal, onCleanup } from 'solid-js';

/** A tap’s click comes a little after the finger is lifted, in milliseconds. */
const CLICK_MS = 100;
const ENDS = ['pointerup', 'pointercancel'] as const;

/** Whether a finger, a pointer or the focus is in a part of a screen, which must not change under it; with the handlers for that part. */
export function createHold() {
  const [focused, setFocused] = createSignal(false);
  const [pressed, setPressed] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lift = () => {
    for (const end of ENDS) document.removeEventListener(end, lift);
    clearTimeout(timer);
    timer = setTimeout(() => setPressed(false), CLICK_MS);
  };
  onCleanup(() => {
    lift();
    clearTimeout(timer);
  });
  return {
    held: () => focused() || pressed(),
    on: {
      onFocusIn: () => setFocused(true),
      onFocusOut: ({ currentTarget, relatedTarget }: FocusEvent & { currentTarget: HTMLElement }) =>
        setFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
      onPointerDown: () => {
        clearTimeout(timer);
        setPressed(true);
        // A finger that has wandered off is lifted elsewhere.
        for (const end of ENDS) document.addEventListener(end, lift);
      },
    },
  };
}
