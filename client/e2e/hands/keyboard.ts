import type { Locator } from 'playwright-core';
import { focusOf } from './focus.js';
import { Hand, type Words } from './hand.js';

const TOAST = 'li.toast';
/** How many presses of Tab may lie between where one is and where one wants to go. */
const TABS_LIMIT = 160;
const ARROWS_LIMIT = 140;
/** How long a dialog may take to have the focus, in milliseconds. */
const FOCUS_LIMIT_MS = 5000;

/** A user with a keyboard and nothing else. At every step the focus must be somewhere, marked, and not hidden behind anything. */
export class Keyboard extends Hand {
  /** Presses Tab until the focus is there, backwards where that is behind. */
  async #tabTo(target: Locator, group = false): Promise<void> {
    await target.waitFor();
    // A dialog takes the focus in the moment after it is drawn. Nobody presses Tab before they see where they are.
    await target.evaluate(
      (element, limit) =>
        new Promise<void>((there, never) => {
          const dialog = element.closest('[role="dialog"]');
          const began = performance.now();
          const look = () => {
            if (!dialog?.isConnected || dialog.contains(document.activeElement)) there();
            else if (performance.now() - began > limit) never(new Error('A dialog is open and the focus is not in it.'));
            else requestAnimationFrame(look);
          };
          look();
        }),
      FOCUS_LIMIT_MS,
    );
    for (let pressed = 0; pressed < TABS_LIMIT; pressed += 1) {
      const way = await target.evaluate((element, any) => {
        const at = document.activeElement;
        if (at === element) return 'there';
        const name = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '';
        if (any && name && at instanceof HTMLInputElement && at.name === name) return 'there';
        if (!at || at === document.body) return 'on';
        return at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on';
      }, group);
      if (way === 'there') return;
      await this.page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
      let focus = await focusOf(this.page);
      // A toast goes by itself, after a few seconds.
      if (focus.covered === TOAST) {
        await this.page.locator(TOAST).first().waitFor({ state: 'detached' });
        focus = await focusOf(this.page);
      }
      // After the last control the browser's own come; the page begins again after them.
      if (!focus.lost && !focus.marked) throw new Error(`The focus is on ${focus.what} and is not marked.`);
      if (!focus.lost && focus.covered) throw new Error(`The focus is on ${focus.what}, and ${focus.covered} lies over it.`);
    }
    throw new Error(`${String(target)} cannot be reached with Tab; the focus is on ${(await focusOf(this.page)).what}.`);
  }

  protected override enter(field: Locator): Promise<void> {
    return this.#tabTo(field);
  }
  protected override enterFirstPart(field: Locator): Promise<void> {
    return this.#leaveAndEnter(field);
  }
  protected override openSelect(select: Locator): Promise<void> {
    return this.#tabTo(select);
  }

  protected override async activate(control: Locator): Promise<void> {
    await this.#tabTo(control);
    await this.page.keyboard.press('Enter');
  }

  /** A box is ticked with Space; among radio buttons the arrows go on to the next. */
  protected override async turn(choice: Locator): Promise<void> {
    await this.#tabTo(choice, true);
    const there = () => choice.evaluate((element) => element === document.activeElement);
    for (let pressed = 0; !(await there()); pressed += 1) {
      if (pressed > ARROWS_LIMIT) throw new Error(`${String(choice)} cannot be reached with the arrow keys.`);
      await this.page.keyboard.press('ArrowDown');
    }
    if ((await choice.getAttribute('type')) === 'checkbox' || !(await choice.isChecked())) await this.page.keyboard.press('Space');
  }

  /** Tab goes to the one that is shown, the arrows on from there. */
  protected override async turnTo(tab: Locator): Promise<void> {
    const row = tab.locator('xpath=..');
    await this.#tabTo(row.locator('[aria-selected="true"]'));
    const there = () => tab.evaluate((element) => element === document.activeElement);
    for (let pressed = 0; !(await there()); pressed += 1) {
      if (pressed > ARROWS_LIMIT) throw new Error(`${String(tab)} cannot be reached with the arrow keys.`);
      await this.page.keyboard.press('ArrowRight');
    }
  }

  /** The focus stays in the field; the arrows move what is highlighted. */
  protected override async take(option: Locator): Promise<void> {
    await option.waitFor();
    const there = () => option.evaluate((element) => element.id === document.activeElement?.getAttribute('aria-activedescendant'));
    for (let pressed = 0; !(await there()); pressed += 1) {
      if (pressed > ARROWS_LIMIT) throw new Error(`${String(option)} cannot be reached with the arrow keys.`);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }

  protected override async move(slider: Locator, share: number): Promise<void> {
    await this.#tabTo(slider);
    await this.page.keyboard.press(share < 0.5 ? 'Home' : 'End');
  }

  /** Where the focus is within a day or a time no page can tell: coming in anew it is at the first part. */
  async #leaveAndEnter(field: Locator): Promise<void> {
    if (await field.evaluate((element) => element === document.activeElement)) {
      for (let parts = 0; parts < 5 && (await field.evaluate((element) => element === document.activeElement)); parts += 1)
        await this.page.keyboard.press('Shift+Tab');
    }
    await this.page.keyboard.press('Tab');
    await this.#tabTo(field);
  }

  override async arrives(heading: Words): Promise<void> {
    await super.arrives(heading);
    await this.page.waitForFunction(() => document.activeElement?.closest('main, dialog'));
  }
}
