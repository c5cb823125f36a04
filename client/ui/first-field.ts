const FIELDS = 'form :is(input, textarea, select):not([type=hidden], :disabled)';
/** What a person reads before they fill anything in, but for the lead: it is told with the title. */
const READ_FIRST = ':is(p, dl, ul, ol, table):not([data-lead])';

// On “Close”, where a dialog would begin, the first space of a name shuts it.

/** The field in which a box to fill in begins; none where something stands to be read before it, or where it is out of sight. */
function firstField(box: HTMLElement): HTMLElement | undefined {
  const first = box.querySelector<HTMLInputElement>(FIELDS);
  if (!first) return undefined;
  // Of several to choose from the chosen one takes the focus, as with Tab.
  const chosen = [...box.querySelectorAll<HTMLInputElement>('input:checked')].find(
    ({ type, name }) => type === 'radio' && name === first.name,
  );
  const field = (first.type === 'radio' && chosen) || first;
  const told = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  const isRead = (one: Element) =>
    one.textContent !== '' && !told.includes(one.id) && (one.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const { bottom } = field.getBoundingClientRect();
  return bottom > innerHeight || [...box.querySelectorAll(READ_FIRST)].some((one) => !one.contains(field) && isRead(one))
    ? undefined
    : field;
}

/** Puts the focus into the first field, at once or when it comes, unless a person was quicker. Returns whether it is there, and the end of waiting. */
export function beginInField(box: HTMLElement): { readonly isThere: boolean; readonly end: () => void } {
  const begin = (): boolean => {
    const field = firstField(box);
    field?.focus({ preventScroll: true });
    return field !== undefined;
  };
  if (box.querySelector(FIELDS)) return { isThere: begin(), end: () => undefined };
  const observer = new MutationObserver(() => {
    if (!box.querySelector(FIELDS)) return;
    end();
    begin();
  });
  const acts = ['keydown', 'pointerdown'] as const;
  const end = () => {
    observer.disconnect();
    for (const act of acts) document.removeEventListener(act, end, true);
  };
  observer.observe(box, { childList: true, subtree: true });
  for (const act of acts) document.addEventListener(act, end, true);
  return { isThere: false, end };
}
