/**
 * Scrolls to what has the focus where none of it can be seen: a dialog that is taller than the window keeps the focus within it without
 * scrolling. What is seen in part stays where it is, so that nothing moves under a finger that presses it.
 */
export function bringIntoView(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom <= 0 || top >= window.innerHeight) element.scrollIntoView?.({ block: 'nearest' });
}

/** Puts the focus on the first of the items that have just been shown, once they are there: what showed them is gone. */
export function focusItem(list: HTMLElement | undefined, place: number, items = ':scope > *'): void {
  queueMicrotask(() => {
    const item = list?.querySelectorAll<HTMLElement>(items)[place];
    if (!item) return;
    item.tabIndex = -1;
    item.focus();
  });
}
