import type { Locator } from 'playwright-core';
import { Hand } from './hand.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How often one looks again, a frame each, until something rests and nothing lies over it. */
const LOOKS_LIMIT = 300;
/** How often what goes from the page while it is looked at is looked for again. */
const REDRAWN_LIMIT_TIMES = 5;
/** How long a press is waited for, in milliseconds. */
const PRESS_LIMIT_MS = 3_000;
/** Where the first part of a day or a time is, from the left edge of its field, in pixels. */
const FIRST_PART_PIXELS = 22;

/** What a user does who points: the same for a mouse and a finger, but for how the press itself is made. */
export abstract class Pointing extends Hand {
  protected abstract pressAt(point: Point): Promise<void>;
  protected abstract drag(from: Point, to: Point): Promise<void>;

  /** The middle of what can be seen of an element, once it rests. Fails where something else lies there: a press would go to that. */
  protected async middleOf(target: Locator, fromLeft?: number): Promise<Point> {
    for (let redrawn = 0; ; redrawn += 1) {
      await target.waitFor();
      const found = await target.evaluate(lookFor, { looks: LOOKS_LIMIT, fromLeft });
      if (!('covered' in found)) return found;
      // A screen that left, or was drawn anew, took it along: what stands in its place is what one sees.
      if (!found.gone || redrawn === REDRAWN_LIMIT_TIMES) throw new Error(`${found.what} cannot be pressed: ${found.covered}.`);
    }
  }

  protected async pressOn(target: Locator, fromLeft?: number): Promise<void> {
    await this.pressAt(await this.middleOf(target, fromLeft));
  }

  /** Presses on a field, and has it once the cursor is in it, a moment after the touch. Where the page moved under the press, it is made once more. */
  async #pressInto(field: Locator, fromLeft?: number): Promise<void> {
    const taken = field.and(this.page.locator(':focus'));
    await this.pressOn(field, fromLeft);
    const isTaken = await taken.waitFor({ state: 'attached', timeout: PRESS_LIMIT_MS }).then(
      () => true,
      () => false,
    );
    if (isTaken) return;
    await this.pressOn(field, fromLeft);
    await taken.waitFor({ state: 'attached' }).catch(async (error: unknown) => {
      const focus = await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      throw new Error(`The cursor is not in the field that was pressed twice, but at ${focus}.`, { cause: error });
    });
  }

  protected override enter(field: Locator): Promise<void> {
    return this.#pressInto(field);
  }
  /** A press that comes to nothing, because the page moved under it, is made once more. Listens before: one that went through is not. */
  protected override async activate(control: Locator): Promise<void> {
    await control.waitFor();
    const ear = await control.evaluateHandle(listenFor);
    await this.pressOn(control);
    const arrived = await ear
      .evaluate(
        ({ heard }, limit) => Promise.race([heard, new Promise<boolean>((late) => setTimeout(() => late(false), limit))]),
        PRESS_LIMIT_MS,
      )
      .catch(() => true);
    if (!arrived) await this.pressOn(control);
  }
  protected override turn(choice: Locator): Promise<void> {
    return this.activate(choice);
  }
  protected override turnTo(tab: Locator): Promise<void> {
    return this.pressOn(tab);
  }
  protected override take(option: Locator): Promise<void> {
    return this.pressOn(option);
  }
  protected override enterFirstPart(field: Locator): Promise<void> {
    return this.#pressInto(field, FIRST_PART_PIXELS);
  }
  protected override openSelect(select: Locator): Promise<void> {
    return this.#pressInto(select);
  }

  protected override async move(slider: Locator, share: number): Promise<void> {
    const middle = await this.middleOf(slider);
    const { left, width, at } = await slider.evaluate((element) => {
      const { min, max, valueAsNumber } = element as HTMLInputElement;
      const box = element.getBoundingClientRect();
      return { left: box.left, width: box.width, at: (valueAsNumber - Number(min)) / (Number(max) - Number(min)) };
    });
    // The thumb keeps within the track: half of it at either end is not on the way.
    const half = 8;
    const to = (part: number): Point => ({ x: left + half + part * (width - 2 * half), y: middle.y });
    await this.drag(to(at), to(share));
  }
}

/** Runs in the page: hears a click on this control, or on one like it that was drawn in its place meanwhile. */
function listenFor(element: Element): { readonly heard: Promise<boolean> } {
  const alike = (node: EventTarget) =>
    node === element || (node instanceof Element && node.tagName === element.tagName && node.textContent === element.textContent);
  return {
    heard: new Promise((resolve) => {
      document.addEventListener('click', (event) => event.composedPath().some(alike) && resolve(true), { capture: true });
    }),
  };
}

type Found = Point | { readonly what: string; readonly covered: string; readonly gone?: true };

/** Runs in the page: scrolls to the element as a hand would, waits until it rests, and looks at what lies on its middle. */
async function lookFor(element: Element, given: { looks: number; fromLeft: number | undefined }): Promise<Found> {
  const frame = () => new Promise((shown) => requestAnimationFrame(shown));
  const what = `“${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50) || element.outerHTML.slice(0, 80)}”`;
  const label = element.closest('label');
  let [covered, before] = ['it never comes to rest', ''];
  for (let look = 0; look < given.looks; look += 1) {
    await frame();
    if (!element.isConnected) return { what, covered: 'it has gone from the page', gone: true };
    // A link may run over two lines: its first is what one presses.
    const [box] = [...element.getClientRects()];
    if (!box) {
      covered = 'it has no place on the page';
      continue;
    }
    const edges = {
      top: Math.max(box.top, 0),
      bottom: Math.min(box.bottom, innerHeight),
      left: Math.max(box.left, 0),
      right: Math.min(box.right, innerWidth),
    };
    if (edges.bottom - edges.top < Math.min(box.height, 20) || edges.right - edges.left < Math.min(box.width, 20)) {
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      covered = `it lies outside the window, at ${Math.round(box.left)}, ${Math.round(box.top)}`;
      continue;
    }
    const rests = before === JSON.stringify(edges);
    before = JSON.stringify(edges);
    if (!rests) continue;
    const point = {
      x: given.fromLeft === undefined ? (edges.left + edges.right) / 2 : edges.left + given.fromLeft,
      y: (edges.top + edges.bottom) / 2,
    };
    const hit = document.elementFromPoint(point.x, point.y);
    if (hit && (element.contains(hit) || (label?.contains(hit) ?? false))) return point;
    covered = `${hit?.outerHTML.slice(0, 120) ?? 'nothing'} lies over its middle`;
    // What keeps to the edge of the window is got round by scrolling, as anybody would.
    if (look % 30 === 10) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  return { what, covered };
}
