import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import type { Moved, SliderPart } from '@alongside/ml/ranking/sliders.js';

/** A slider says many values on its way; the hub is asked, and the address of the page changes, once it rests this long, in milliseconds. */
const REST_MS = 120;

/** Where the sliders stand: at once where they are moved, and in the address once they rest. */
export function createMoving(written: Accessor<Moved>, write: (moved: Moved) => void) {
  const [moving, setMoving] = createSignal<Moved>();
  const moved = () => moving() ?? written();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    const now = moving();
    clearTimeout(timer);
    timer = undefined;
    if (now) write(now);
  };
  // The address says it a little later than it was written. Until then the sliders must not go back.
  createEffect(on(written, () => timer === undefined && setMoving(undefined), { defer: true }));
  onCleanup(() => clearTimeout(timer));
  const change = (part: SliderPart, value: number) => {
    setMoving({ ...moved(), [part]: value });
    clearTimeout(timer);
    timer = setTimeout(rest, REST_MS);
  };
  const reset = () => {
    setMoving({});
    rest();
  };
  return { moved, change, reset };
}
