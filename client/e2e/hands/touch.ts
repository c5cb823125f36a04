import type { CDPSession } from 'playwright-core';
import { Pointing, type Point } from './pointing.js';

/** How many moves a finger makes on the way of a slider. */
const MOVES = 6;

/** Somebody with a finger, on a phone. */
export class Touch extends Pointing {
  #session: Promise<CDPSession> | undefined;

  protected override async pressAt({ x, y }: Point): Promise<void> {
    await this.page.touchscreen.tap(x, y);
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
