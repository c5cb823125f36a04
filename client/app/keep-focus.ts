import { onCleanup, onMount } from 'solid-js';

const HEADINGS = 'h1, h2, h3, h4';

/**
 * When the focused element is removed, focuses the nearest remaining heading, so that the keyboard continues there and not at the top of
 * the page.
 */
export function keepFocus(content: () => HTMLElement | undefined): void {
  let around: readonly Element[] = [];
  let due = 0;

  const remember = (event: FocusEvent) => {
    const path: Element[] = [];
    for (let at = event.target instanceof Element ? event.target : null; at && at !== document.body; at = at.parentElement) path.push(at);
    around = path;
  };
  // A press on a bare part of the page puts the focus down on purpose: it is not given back when what had it goes.
  const forget = () => requestAnimationFrame(() => document.activeElement === document.body && around[0]?.isConnected && (around = []));
  const recover = () => {
    const [focused] = around;
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    const heading = around.filter((one) => one.isConnected).flatMap((one) => one.querySelector<HTMLElement>(HEADINGS) ?? [])[0];
    if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
  };

  onMount(() => {
    const place = content();
    if (!place) return;
    // In the next frame: a part that minds its own focus has had its turn by then.
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(due);
      due = requestAnimationFrame(recover);
    });
    observer.observe(place, { childList: true, subtree: true });
    place.addEventListener('focusin', remember);
    place.addEventListener('mousedown', forget);
    onCleanup(() => {
      observer.disconnect();
      cancelAnimationFrame(due);
      place.removeEventListener('focusin', remember);
      place.removeEventListener('mousedown', forget);
    });
  });
}
