/**
 * Scrolls to the focus where none of it can be seen, as in a dialog taller than the window. What is partly seen stays, so a finger keeps
 * its target.
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
