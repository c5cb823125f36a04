import { Pointing, type Point } from './pointing.js';

/**
 * A user with a mouse. It moves to where it presses, goes down and comes up there: what the page does at each of these is part of the
 * press.
 */
export class Mouse extends Pointing {
  protected override async pressAt({ x, y }: Point): Promise<void> {
    await this.page.mouse.move(x, y, { steps: 3 });
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  protected override async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y, { steps: 3 });
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up();
  }
}
