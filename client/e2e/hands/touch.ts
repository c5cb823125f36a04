import { setTimeout } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { Pointing, type Point } from './pointing.js';

/** Two taps that are closer in time (milliseconds) and in place (pixels) are one double tap to Chromium, which puts no cursor into a field. */
const DOUBLE_TAP = { ms: 500, pixels: 120 };
/** How many moves a finger makes on the way of a slider. */
const MOVES = 6;

/** A user with a finger, on a phone. */
export class Touch extends Pointing {
  #session: Promise<CDPSession> | undefined;

  #last: Point & { readonly at: number } = { x: 0, y: 0, at: 0 };

  protected override async pressAt({ x, y }: Point): Promise<void> {
    const near = Math.hypot(x - this.#last.x, y - this.#last.y) < DOUBLE_TAP.pixels;
    const soon = this.#last.at + DOUBLE_TAP.ms - Date.now();
    if (near && soon > 0) await setTimeout(soon);
    await this.page.touchscreen.tap(x, y);
    this.#last = { x, y, at: Date.now() };
  }

  protected override async drag(from: Point, to: Point): Promise<void> {
    this.#session ??= this.page.context().newCDPSession(this.page);
    const session = await this.#session;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', from);
    for (let move = 1; move <= MOVES; move += 1) await touch('touchMove', { x: from.x + ((to.x - from.x) * move) / MOVES, y: from.y });
    await touch('touchEnd');
  }
}
