import type { Page } from 'playwright-core';

/** How many presses of Tab may lie between where one is and where one wants to go. */
const TABS_LIMIT = 120;

type Role = 'button' | 'link' | 'textbox' | 'searchbox';

/** Where the focus is, for people to read: “a “Ask Asha”, marked”. */
interface Focus {
  readonly what: string;
  readonly lost: boolean;
  readonly marked: boolean;
  readonly inView: boolean;
}

/** Looks at the element that has the focus: whether there is one, whether it is marked, and whether it can be seen where it stands. */
const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const lost = at === null || at === document.body;
    const words = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    const what = `${at?.tagName.toLowerCase()} “${words.trim().slice(0, 40)}”`;
    if (!at || lost) return { what, lost, marked: false, inView: false };
    const drawn = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    // Within a day or a time the browser moves and marks the focus by itself, where no page can look.
    const native = at instanceof HTMLInputElement && (at.type === 'date' || at.type === 'time');
    // A radio or a box may be drawn by its label: then the label, or what is in it, wears the mark.
    const label = at.closest('label');
    const bearers = [
      at,
      ...(label ? [label, ...label.querySelectorAll('*')] : []),
      ...(at.nextElementSibling ? [at.nextElementSibling] : []),
    ];
    const box = (label ?? at).getBoundingClientRect();
    const middle = document.elementFromPoint(box.left + Math.min(box.width, 200) / 2, box.top + box.height / 2);
    const inView = middle !== null && (at.contains(middle) || (label?.contains(middle) ?? false) || middle.contains(at));
    return { what, lost, marked: native || bearers.some(drawn), inView };
  });

/** Somebody who has a keyboard and nothing else. At every step the focus must be somewhere, marked, and not hidden behind anything. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses Tab until the focus is on the control of that name. */
  async tabTo(role: Role, name: string | RegExp): Promise<void> {
    const target = this.page.getByRole(role, { name, exact: typeof name === 'string' });
    await target.first().waitFor();
    const there = () => target.evaluateAll((all) => all.some((one) => one === document.activeElement));
    for (let pressed = 0; pressed < TABS_LIMIT; pressed += 1) {
      if (await there()) return;
      await this.page.keyboard.press('Tab');
      const focus = await focusOf(this.page);
      // After the last control the browser's own come; the page begins again after them.
      if (!focus.lost && !focus.marked) throw new Error(`The focus is on ${focus.what} and is not marked.`);
      if (!focus.lost && !focus.inView) throw new Error(`The focus is on ${focus.what} and is hidden behind something.`);
    }
    throw new Error(`“${String(name)}” cannot be reached with Tab; the focus is on ${(await focusOf(this.page)).what}.`);
  }

  /** Goes to a control and presses Enter on it. */
  async use(role: Role, name: string | RegExp): Promise<void> {
    await this.tabTo(role, name);
    await this.page.keyboard.press('Enter');
  }

  /** Goes to a field and types. */
  async write(name: string | RegExp, words: string, role: 'textbox' | 'searchbox' = 'textbox'): Promise<void> {
    await this.tabTo(role, name);
    await this.page.keyboard.type(words);
  }

  /** Waits until a heading says that something has come, and until the focus has found its place on the new screen. */
  async arrive(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name }).first().waitFor();
    await this.page.waitForFunction(() => document.activeElement?.closest('main') !== null);
  }

  /** After what one pressed has gone, the focus is still somewhere on the page. */
  async keepsFocus(): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
  }
}
