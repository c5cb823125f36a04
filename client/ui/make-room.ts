/** How much of a list should show below its field, in pixels, and how much of what can be seen it may take. */
const ROOM_LIST_PIXELS = 320;
const ROOM_LIST_SHARE = 0.55;
/** Less than this is no list: then the words above the field make way as well. */
const ROOM_LEAST_PIXELS = 168;
const GAP_PIXELS = 12;

/** The part of the window that can be seen: a phone's keyboard and what is zoomed away are taken off. */
function seen(): { readonly top: number; readonly bottom: number } {
  const { offsetTop, height } = window.visualViewport ?? { offsetTop: 0, height: window.innerHeight };
  const bar = document.querySelector('header.bar');
  const covered = bar && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().bottom : 0;
  return { top: Math.max(offsetTop, covered), bottom: offsetTop + height };
}

const scrollerOf = (element: Element): Element => {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.scrollingElement ?? document.documentElement;
};

function scrollClear(input: HTMLElement): void {
  const { top, bottom } = seen();
  const field = input.closest('.field') ?? input;
  const wanted = Math.min(ROOM_LIST_PIXELS, (bottom - top) * ROOM_LIST_SHARE);
  const room = bottom - field.getBoundingClientRect().bottom;
  if (room >= wanted) return;
  const upTo = (part: Element) => Math.max(0, part.getBoundingClientRect().top - top - GAP_PIXELS);
  const withWords = Math.min(wanted - room, upTo(field));
  const by = room + withWords >= ROOM_LEAST_PIXELS ? withWords : Math.min(wanted - room, upTo(input));
  scrollerOf(input).scrollBy({ top: by, behavior: 'instant' });
}

/**
 * On touch, scrolls the field up until its list has room below it, again when the keyboard comes. With a mouse nothing moves under the pointer.
 * Returns what ends it.
 */
export function makeRoom(input: HTMLElement): () => void {
  if (!window.matchMedia?.('(pointer: coarse)').matches) return () => undefined;
  const again = () => scrollClear(input);
  const due = requestAnimationFrame(again);
  window.visualViewport?.addEventListener('resize', again);
  return () => {
    cancelAnimationFrame(due);
    window.visualViewport?.removeEventListener('resize', again);
  };
}
