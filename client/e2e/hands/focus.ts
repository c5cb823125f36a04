import type { Page } from 'playwright-core';

/** Where the focus is, for people to read: “a “Ask Asha”, marked”. */
export interface Focus {
  readonly what: string;
  readonly lost: boolean;
  readonly marked: boolean;
  /** What lies over the control or over its label, where something does. */
  readonly covered: string | undefined;
}

/** Looks at the element that has the focus: whether there is one, whether it is marked, and whether it and its label can be seen where they stand. */
export const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const lost = at === null || at === document.body;
    const words = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    const what = `${at?.tagName.toLowerCase()} “${words.trim().slice(0, 40)}”`;
    if (!at || lost) return { what, lost, marked: false, covered: undefined };
    const drawn = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    // Within a day or a time the browser moves and marks the focus by itself, where no page can look.
    const native = at instanceof HTMLInputElement && (at.type === 'date' || at.type === 'time');
    // A radio or a box may be drawn by its label, and a long list by its frame: then these wear the mark.
    const label = at.closest('label');
    const frame = at.getAttribute('role') === 'combobox' ? at.parentElement : null;
    const bearers = [
      at,
      ...(label ? [label, ...label.querySelectorAll('*')] : []),
      ...(frame ? [frame] : []),
      ...(at.nextElementSibling ? [at.nextElementSibling] : []),
    ];
    const belongs = (hit: Element | null, part: Element) =>
      hit !== null && (part.contains(hit) || (label?.contains(hit) ?? false) || hit.contains(part));
    /** What lies over the top of a part, its middle or its foot. */
    const over = (part: Element): string | undefined => {
      const [box] = [...part.getClientRects()];
      if (!box || box.height < 2) return undefined;
      const x = Math.min(Math.max(box.left + Math.min(box.width, 200) / 2, 1), innerWidth - 2);
      // What reaches past the edge of the window is seen where it begins; nothing at all may lie over the rest.
      const hits = [box.top + 2, box.top + box.height / 2, box.bottom - 2].map((y) => document.elementFromPoint(x, y));
      const cover = hits.find((hit) => hit !== null && !belongs(hit, part));
      if (cover) return `${cover.tagName.toLowerCase()}.${cover.className}`;
      return hits.some((hit) => hit !== null) ? undefined : 'the edge of the window';
    };
    const own =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement ? at.labels?.[0] : undefined;
    const written = own && own !== label && !own.classList.contains('unseen') ? own : undefined;
    const control = over(label ?? at);
    const ofLabel = written && over(written);
    return { what, lost, marked: native || bearers.some(drawn), covered: control ?? (ofLabel ? `${ofLabel}, over its label` : undefined) };
  });
