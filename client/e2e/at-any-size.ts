import type { Page } from 'playwright-core';
import { focusOf } from './hands/focus.js';

/** Text at twice its size, as the setting of a browser makes it: everything in rem grows, the window stays. */
const TWICE_PIXELS = 32;

/** The sizes that are looked at, in pixels: phones, with text at twice its size as well, and a width at which the bar has least room for its places. */
export const SIZES = [
  { name: '320 px, text at 200 %', width: 320, height: 640, root: TWICE_PIXELS },
  { name: '320 px', width: 320, height: 640, root: undefined },
  { name: '390 px, text at 200 %', width: 390, height: 844, root: TWICE_PIXELS },
  { name: '1,100 px', width: 1100, height: 800, root: undefined },
] as const;

/** Shows the page at a size. */
export async function showAt(
  page: Page,
  { width, height, root }: { width: number; height: number; root: number | undefined },
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(async (pixels) => {
    document.documentElement.style.fontSize = pixels === undefined ? '' : `${pixels}px`;
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
  }, root);
}

/** What cannot be read at this size, a line for each: what is cut off, what lies over something else, and how far the page scrolls sideways. */
export const unreadable = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    const sideways = (document.scrollingElement?.scrollWidth ?? 0) - root.clientWidth;
    if (sideways > 0) found.push(`the page scrolls sideways by ${sideways} px`);

    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? `.${element.className.split(' ').join('.')}` : ''} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
    // What is clipped to nothing, or lies in such a thing, is there to be read out.
    const onlyReadOut = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || onlyReadOut(element.parentElement));
    const shown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

    // Cut off: there is more in it than it shows, and it does not scroll.
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!shown(element) || element.closest('.unseen, svg, [aria-hidden="true"]')) continue;
      const style = getComputedStyle(element);
      const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      // What is typed into a line scrolls along with the typing, in every browser.
      const line = element instanceof HTMLInputElement;
      if (style.clipPath !== 'none' || element.clientWidth < 2 || line) continue;
      if (clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(`cut off at the side: ${nameOf(element)}`);
      if (clips(style.overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`cut off below: ${nameOf(element)}`);
      // A row that scrolls without saying so is cut off as well, to a user who does not try.
      const silent = style.scrollbarWidth === 'none' && element.scrollWidth > element.clientWidth + 1;
      if (silent && /auto|scroll/.test(style.overflowX)) found.push(`scrolls without a sign of it: ${nameOf(element)}`);
    }

    // Lines of text, and controls, as they lie on the page.
    type Box = { readonly of: Element; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
    const boxes: Box[] = [];
    const layerOf = (element: Element) => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
      return document.body;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (
        !node.textContent?.trim() ||
        !parent ||
        !shown(parent) ||
        parent.closest('.unseen, svg, select, textarea, script, style, .skip, .ring')
      )
        continue;
      if (onlyReadOut(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects())
        if (right - left > 1 && bottom - top > 1) boxes.push({ of: parent, left, right, top, bottom });
    }
    for (const control of document.querySelectorAll('input, select, textarea, button, .button')) {
      if (!shown(control) || control.closest('.unseen') || getComputedStyle(control).opacity === '0') continue;
      const { left, right, top, bottom } = control.getBoundingClientRect();
      if (right - left > 1 && bottom - top > 1) boxes.push({ of: control, left, right, top, bottom });
    }
    const clear = 3;
    const layers = new Map(boxes.map((box) => [box, layerOf(box.of)]));
    const said = new Set<string>();
    const sorted = boxes.toSorted((one, other) => one.top - other.top);
    sorted.forEach((one, at) => {
      for (let next = at + 1; next < sorted.length; next += 1) {
        const other = sorted[next] as Box;
        if (other.top >= one.bottom - clear) break;
        if (one.of === other.of || one.of.contains(other.of) || other.of.contains(one.of) || layers.get(one) !== layers.get(other))
          continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const pair = `one over the other: ${nameOf(one.of)} and ${nameOf(other.of)}`;
        if (across > clear && down > clear && !said.has(pair)) {
          said.add(pair);
          found.push(pair);
        }
      }
    });
    // Words that leave the window at the side.
    for (const box of boxes)
      if (box.right > root.clientWidth + 1 || box.left < -1) {
        const scrolls = (at: Element | null): boolean =>
          at !== null && at !== document.body && (/auto|scroll/.test(getComputedStyle(at).overflowX) || scrolls(at.parentElement));
        if (!scrolls(box.of)) found.push(`outside the window: ${nameOf(box.of)}`);
      }
    return [...new Set(found)];
  });

/** How many controls of a screen Tab goes through: a long list is like its beginning. */
const TABS_LIMIT = 60;

/** Goes through the page with Tab, forwards and back again: what lies over what has just got the focus, or over its label, a line for each. */
export async function coveredOnTheWay(page: Page): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const key of ['Tab', 'Shift+Tab'] as const)
    for (let pressed = 0; pressed < TABS_LIMIT; pressed += 1) {
      await page.keyboard.press(key);
      await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
      const { what, lost, covered } = await focusOf(page);
      if (lost) break;
      if (covered) found.add(`${what}: ${covered} lies over it`);
    }
  return [...found];
}
