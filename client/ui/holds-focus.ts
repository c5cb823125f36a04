const CAN_TAKE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** An element and what it is in, nearest first, as far as `place`. */
function pathTo(place: Element, element: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at && at !== place; at = at.parentElement) path.push(at);
  return path;
}

/**
 * Keeps the focus in a place whatever disappears from it: what is left of the surroundings of the focused control takes it. Returns the end
 * of it.
 */
export function holdFocus(place: HTMLElement): () => void {
  let path: readonly Element[] = [];
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof Element) path = pathTo(place, target);
  };
  const isNowhere = () => document.activeElement === null || document.activeElement === document.body || document.activeElement === place;
  const hand = () => {
    if (!place.isConnected || path.length === 0 || path[0]?.isConnected || !isNowhere()) return;
    const left = path.find((element) => element.isConnected) ?? place;
    path = [];
    (left.querySelector<HTMLElement>(CAN_TAKE) ?? place.querySelector<HTMLElement>(CAN_TAKE) ?? place).focus();
  };
  /** Should the focus be nowhere all the same, Tab begins in the place and not in the page behind it. */
  const keep = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || !place.isConnected || document.activeElement !== document.body) return;
    event.preventDefault();
    place.querySelector<HTMLElement>(CAN_TAKE)?.focus();
  };
  const observer = new MutationObserver(hand);
  observer.observe(place, { childList: true, subtree: true });
  place.addEventListener('focusin', remember);
  document.addEventListener('keydown', keep);
  return () => {
    observer.disconnect();
    place.removeEventListener('focusin', remember);
    document.removeEventListener('keydown', keep);
  };
}
