import { onCleanup, onMount } from 'solid-js';

/** What lies around a field: its label and its hint are part of what is to be seen of it. */
const AROUND = '.field, .slider, fieldset';
const GAP_PIXELS = 8;

const covered = (name: string): number => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name)) || 0;

/** Scrolls the whole focused field and its label into view. Browsers scroll only to the cursor, which can leave the label under the bar. */
export function showField(): void {
  let byTab = false;
  const press = (event: KeyboardEvent) => (byTab = event.key === 'Tab');
  const point = () => (byTab = false);
  const enter = ({ target }: FocusEvent) => {
    const around = byTab && target instanceof Element && target.matches('input, textarea, select') ? target.closest(AROUND) : null;
    if (around) requestAnimationFrame(() => target === document.activeElement && bring(around, target as Element));
  };
  onMount(() => {
    document.addEventListener('keydown', press, true);
    document.addEventListener('pointerdown', point, true);
    document.addEventListener('focusin', enter);
    onCleanup(() => {
      document.removeEventListener('keydown', press, true);
      document.removeEventListener('pointerdown', point, true);
      document.removeEventListener('focusin', enter);
    });
  });
}

/** Scrolls as little as shows the whole: where it is taller than the window, its head. */
function bring(around: Element, field: Element): void {
  const head = covered('--head-covered') + GAP_PIXELS;
  const foot = innerHeight - covered('--foot-covered') - GAP_PIXELS;
  // A group may be taller than the window: then of its fields only the one that has the focus is brought.
  const { top } = (around.clientHeight < foot - head ? around : field).getBoundingClientRect();
  // Of a radio or a box, what is written beside it and below belongs to it.
  const { bottom } = (field.closest('label') ?? field).getBoundingClientRect();
  if (bottom > foot) scrollBy({ top: Math.min(bottom - foot, top - head), behavior: 'instant' });
  else if (top < head) scrollBy({ top: top - head, behavior: 'instant' });
}
