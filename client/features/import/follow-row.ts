const HEADINGS = 'h1, h2, h3, h4';
interface At {
  readonly row: number;
  readonly isField: boolean;
}

const rowsShown = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];
const numberOf = (element: HTMLElement): number => Number(element.dataset['row']);

/** Where a control of a row is: of a table, or of a list whose rows have their controls within. */
function placeOf(target: EventTarget | null): At | undefined {
  const at = target instanceof Element ? target : null;
  const label = at?.closest<HTMLElement>('[data-row]') ?? at?.closest('tr')?.querySelector<HTMLElement>('[data-row]');
  return label ? { row: numberOf(label), isField: target instanceof HTMLInputElement } : undefined;
}

/** Focuses a row of the file, or the next that is still to be looked at; with none left, what was corrected in it. */
function focusRow({ row, isField }: At): void {
  const rows = rowsShown().toSorted((a, b) => numberOf(a) - numberOf(b));
  const label = rows.find((one) => numberOf(one) >= row) ?? rows.at(-1);
  const within = label?.closest('tr') ?? label;
  const field = isField && label && numberOf(label) === row ? within?.querySelector<HTMLElement>('input:not([type="checkbox"])') : null;
  const whole = label?.matches('[tabindex]') ? label : label?.querySelector('input');
  (field ?? whole ?? document.querySelector<HTMLElement>(`[data-corrected="${row}"]`))?.focus();
}

/** The focus is nowhere, where the page put it, or on a row: a user who went elsewhere meanwhile stays there. */
function isFree(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.matches(HEADINGS) || placeOf(at) !== undefined;
}

/** Keeps the focus with a row while the file is read again and every row of the table is made anew. */
export async function followRow<Read>(row: number, read: Promise<Read>): Promise<Read> {
  let at: At = { row, isField: false };
  const note = ({ target }: FocusEvent) => void (at = placeOf(target) ?? at);
  // The table was made anew as the reading began; the last frame gave the focus to a heading.
  queueMicrotask(() => isFree() && focusRow(at));
  document.addEventListener('focusin', note);
  const isRead = await read.finally(() => document.removeEventListener('focusin', note));
  if (isFree()) focusRow(at);
  return isRead;
}
