import { createEffect, on, onCleanup, onMount } from 'solid-js';
import { useLocation } from '@solidjs/router';

/**
 * The page title and, after navigation, the focus follow the `h1` of the screen, whenever it arrives. Focus that the person has moved is
 * left.
 */
export function followHeading(content: () => HTMLElement | undefined): void {
  const location = useLocation();
  let moveFocus = false;
  let last: HTMLHeadingElement | null = null;

  const follow = () => {
    const heading = content()?.querySelector('h1') ?? null;
    const words = heading?.textContent?.trim();
    document.title = words ? `${words} · Alongside` : 'Alongside';
    if (!heading) return;
    // A step of the same screen replaced its heading and took the focused control away with it.
    const lost = last !== null && heading !== last && document.activeElement === document.body;
    const elsewhere = content()?.contains(document.activeElement) && document.activeElement !== last;
    if (lost || (moveFocus && !elsewhere)) heading.focus({ preventScroll: true });
    moveFocus = false;
    last = heading;
  };

  onMount(() => {
    const observer = new MutationObserver(follow);
    const place = content();
    if (place) observer.observe(place, { childList: true, subtree: true, characterData: true });
    onCleanup(() => observer.disconnect());
    follow();
  });
  createEffect(
    on(
      () => location.pathname,
      () => {
        moveFocus = true;
        // The old screen may stand until the new one is loaded; its heading must not take the focus.
        queueMicrotask(() => requestAnimationFrame(follow));
      },
      { defer: true },
    ),
  );
}
