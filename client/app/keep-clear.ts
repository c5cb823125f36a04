import { createEffect, on, onCleanup, onMount } from 'solid-js';
import { session } from '../replica/index.js';

const BARS = [
  { bar: '.bar', covers: '--head-covered' },
  { bar: '.bottom-bar', covers: '--foot-covered' },
] as const;

/** Tells the page how much of its head and foot the bars cover at this size of text, so that what gets the focus is scrolled clear of them. */
export function keepClear(): void {
  const observer = new ResizeObserver(measure);
  onMount(() => {
    observer.observe(document.documentElement);
    onCleanup(() => observer.disconnect());
  });
  // The bars come and go with the person.
  createEffect(
    on(session, () => {
      for (const { bar } of BARS) {
        const element = document.querySelector(bar);
        if (element) observer.observe(element);
      }
    }),
  );
}

function measure(): void {
  for (const { bar, covers } of BARS) {
    const element = document.querySelector<HTMLElement>(bar);
    const sticks = element !== null && getComputedStyle(element).position === 'sticky';
    document.documentElement.style.setProperty(covers, `${sticks ? element.offsetHeight : 0}px`);
  }
}
