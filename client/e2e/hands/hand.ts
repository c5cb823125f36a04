import type { Locator, Page } from 'playwright-core';
import { kindOf, type Kind } from './kinds.js';

export type Words = string | RegExp;

/** How long a hand waits for what it did to show, in milliseconds. */
const PATIENCE_MS = 15_000;
type Role = 'button' | 'link';

/** Where on the page: the whole of it, or a part such as a dialog. */
export interface Where {
  readonly in?: Locator | undefined;
}

/** A file that is chosen from the computer. */
export interface FileToAttach {
  readonly name: string;
  readonly content: string;
}

/**
 * A person at the page: the same verbs for mouse, finger and keyboard, so that each walks one journey. Scripts never set, click or scroll.
 */
export abstract class Hand {
  /** The kinds of field that this hand has filled so far. */
  readonly filled = new Set<Kind>();

  constructor(readonly page: Page) {}

  /** Brings the focus, or the finger, to a field. */
  protected abstract enter(field: Locator): Promise<void>;
  /** Does what a button, link or summary is for. */
  protected abstract activate(control: Locator): Promise<void>;
  /** Ticks a box, or chooses a radio button. */
  protected abstract turn(choice: Locator): Promise<void>;
  /** Goes to a tab of a row of them. */
  protected abstract turnTo(tab: Locator): Promise<void>;
  /** Takes the option of an open list. */
  protected abstract take(option: Locator): Promise<void>;
  /** Moves a slider to a share of its way, 0 to 1. */
  protected abstract move(slider: Locator, share: number): Promise<void>;
  /** Brings the hand to a day or a time, at its first part. */
  protected abstract enterFirstPart(field: Locator): Promise<void>;
  /** Opens the browser's own list of a select. It is drawn by the browser, outside the page, and is read with arrow keys by every hand. */
  protected abstract openSelect(select: Locator): Promise<void>;

  protected place(where: Where): Page | Locator {
    return where.in ?? this.page;
  }

  /** The one control of that role and name. */
  #control(role: Role, name: Words, where: Where): Locator {
    return this.place(where)
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first();
  }

  async #field(label: Words, where: Where): Promise<Locator> {
    const field = this.place(where)
      .getByLabel(label, { exact: typeof label === 'string' })
      .and(this.page.locator('input, textarea, select'));
    await field.first().waitFor();
    this.filled.add(await kindOf(field.first()));
    return field.first();
  }

  async press(name: Words, where: Where = {}): Promise<void> {
    await this.activate(this.#control('button', name, where));
  }

  async follow(name: Words, where: Where = {}): Promise<void> {
    await this.activate(this.#control('link', name, where));
  }

  /** Shows another of the views that are side by side. */
  async openTab(name: Words, where: Where = {}): Promise<void> {
    await this.turnTo(this.place(where).getByRole('tab', { name, exact: typeof name === 'string' }));
  }

  /** Opens what is folded away behind a summary. */
  async unfold(words: Words, where: Where = {}): Promise<void> {
    await this.activate(this.place(where).locator('summary').filter({ hasText: words }).first());
  }

  /** Writes into a field in place of what it holds. */
  async write(label: Words, words: string, where: Where = {}): Promise<void> {
    const field = await this.#field(label, where);
    await this.enter(field);
    if ((await field.inputValue()) !== '') await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(words);
    const typed = (await field.inputValue()).trim();
    if (typed !== words.trim()) throw new Error(`“${String(label)}” holds “${typed}” after “${words}” was typed.`);
  }

  /** Chooses from the browser's own list: the option of that name, or the one in that place. */
  async choose(label: Words, option: Words | number, where: Where = {}): Promise<void> {
    const select = await this.#field(label, where);
    const names = await select.locator('option').allInnerTexts();
    const to =
      typeof option === 'number' ? option : names.findIndex((name) => (typeof option === 'string' ? name === option : option.test(name)));
    if (to < 0) throw new Error(`“${String(label)}” offers no “${String(option)}”, but: ${names.join(', ')}.`);
    await this.openSelect(select);
    const at = await select.evaluate((element) => (element as HTMLSelectElement).selectedIndex);
    for (let steps = Math.abs(to - at); steps > 0; steps -= 1) await this.page.keyboard.press(to > at ? 'ArrowDown' : 'ArrowUp');
    if (await select.evaluate((element) => element.matches(':open'))) await this.page.keyboard.press('Enter');
    // By its words: the empty first line goes once something is chosen.
    const chosen = () => select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text);
    await this.#until(async () => (await chosen()) === names[to], `“${String(label)}” does not take “${names[to]}”.`);
  }

  /** Picks several from a long list, each by typing a part of it and taking what is found. */
  async pick(label: Words, options: readonly { readonly typed: string; readonly name: Words }[], where: Where = {}): Promise<void> {
    const field = await this.#field(label, where);
    const chips = field.locator('xpath=..').locator('.chip');
    for (const { typed, name } of options) {
      const before = await chips.count();
      await this.enter(field);
      await this.page.keyboard.type(typed);
      const list = this.page.getByRole('listbox').filter({ visible: true });
      await this.take(list.getByRole('option', { name, exact: typeof name === 'string' }).first());
      await chips.nth(before).waitFor();
      if (!(await list.isVisible())) throw new Error(`The list of “${String(label)}” closed, though more may be chosen.`);
      if ((await field.inputValue()) !== '') throw new Error(`What was typed stays in “${String(label)}” after something was chosen.`);
    }
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('listbox').waitFor({ state: 'hidden' });
  }

  /** Ticks a box or chooses one of a few; with `of`, in the group of that name. */
  async mark(label: Words, where: Where & { of?: Words } = {}): Promise<void> {
    const group = where.of ? this.place(where).getByRole('group', { name: where.of, exact: typeof where.of === 'string' }) : where.in;
    const choice = await this.#field(label, { in: group });
    const before = await choice.isChecked();
    await this.turn(choice);
    const radio = (await choice.getAttribute('type')) === 'radio';
    await this.#until(async () => (await choice.isChecked()) === (radio || !before), `“${String(label)}” cannot be turned.`);
  }

  async slide(label: Words, share: number, where: Where = {}): Promise<void> {
    const slider = await this.#field(label, where);
    const before = await slider.inputValue();
    await this.move(slider, share);
    await this.#until(async () => (await slider.inputValue()) !== before, `“${String(label)}” does not move.`);
  }

  /** Sets a day, `2026-03-06`. The parts are in the browser's own order, which no page can choose: the day or the month may come first. */
  async setDay(label: Words, day: string, where: Where = {}): Promise<void> {
    const field = await this.#field(label, where);
    const [year, month, date] = day.split('-') as [string, string, string];
    for (const parts of [month + date + year, date + month + year]) {
      await this.enterFirstPart(field);
      await this.page.keyboard.type(parts);
      if ((await field.inputValue()) === day) return;
    }
    throw new Error(`“${String(label)}” holds ${await field.inputValue()} and not ${day}.`);
  }

  /** Sets a time, `15:40`. The browser's own field may count to twelve and ask for the half of the day. */
  async setTime(label: Words, time: string, where: Where = {}): Promise<void> {
    const field = await this.#field(label, where);
    const [hour, minute] = time.split(':') as [string, string];
    const twelve = String(Number(hour) % 12 || 12).padStart(2, '0');
    for (const parts of [hour + minute, twelve + minute + (Number(hour) < 12 ? 'a' : 'p')]) {
      await this.enterFirstPart(field);
      await this.page.keyboard.type(parts);
      if ((await field.inputValue()) === time) return;
    }
    throw new Error(`“${String(label)}” holds ${await field.inputValue()} and not ${time}.`);
  }

  /** Chooses a file behind a button. What the computer shows then is no part of the page. */
  async attach(button: Words, file: FileToAttach): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(button)]);
    this.filled.add(await kindOf(this.page.locator('input[type="file"]').first()));
    await chooser.setFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content, 'utf8') });
  }

  /** Waits until the page says so. */
  async reads(words: Words, where: Where = {}): Promise<void> {
    await this.place(where).getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** Waits until a heading says so. */
  async arrives(heading: Words): Promise<void> {
    await this.page.getByRole('heading', { name: heading }).first().waitFor();
  }

  /** Looks at every frame until something holds. */
  async #until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const patience = Date.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (Date.now() > patience) throw new Error(what);
      await this.page.evaluate(() => new Promise((shown) => requestAnimationFrame(shown)));
    }
  }
}
