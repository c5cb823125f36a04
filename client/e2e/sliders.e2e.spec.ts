import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import type { Hand } from './hands/hand.js';
import { Keyboard } from './hands/keyboard.js';
import { Touch } from './hands/touch.js';
import { story, visit, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

const NEAR = 'Close to my school';
const LEARN = 'Knows what I want to learn';

/** Ben moves what matters to him while his network is down, and it comes back. `focused`: which slider has the focus then; a finger gives it to none. */
function moving(handOf: (page: Page) => Hand, focused: string | null, options: BrowserContextOptions): void {
  let hub: RunningHub;
  let browser: Browser;
  let ben: Visitor;
  let hand: Hand;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    ben = await visit(browser, hub, 'ben-okafor', '/', options);
    hand = handOf(ben.page);
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => (ben ? [ben] : []));
  const shown = async () => {
    const rows = await ben.page.getByRole('button', { name: /^See why we suggest / }).allInnerTexts();
    return [await ben.page.getByRole('article').getByRole('heading', { level: 2 }).innerText(), ...rows.toSorted()];
  };
  const nameOfFocus = () =>
    ben.page.evaluate(() => {
      const focused = document.activeElement;
      return focused instanceof HTMLInputElement ? (focused.labels?.[0]?.textContent ?? null) : null;
    });
  /** The points of the open suggestion: all but the last, and the last, which is the sum. */
  const points = async () => {
    const all = (await ben.page.locator('.find__points').allTextContents()).map((text) => Number.parseInt(text.replace('−', '-'), 10));
    return { sum: all.slice(0, -1).reduce((sum, one) => sum + one, 0), total: all.at(-1) };
  };
  let before: readonly string[];
  let offline: readonly string[];

  scene('the three are there, and people are kept ready beside them', async () => {
    const [kept] = await Promise.all([
      ben.page.waitForResponse((answer) => answer.url().includes('/api/reserves')),
      hand.follow('Find a mentor', { in: ben.page.getByRole('navigation').first() }),
    ]);
    await kept.finished();
    await hand.arrives('Find a mentor');
    await hand.unfold('How we worked this out');
    before = await shown();
    expect(before).toHaveLength(3);
  });

  scene('without a network the sliders choose others, say from how many, and keep the focus', async () => {
    await ben.page.context().setOffline(true);
    await hand.slide(LEARN, 0.02);
    await hand.slide(NEAR, 0.98);
    expect(await nameOfFocus()).toBe(focused);
    await hand.reads(/^These suggestions are from \d+ mentors$/);
    offline = await shown();
    expect(offline).not.toEqual(before);
    const { sum, total } = await points();
    expect(total).toBeGreaterThan(0);
    expect(sum).toBe(total);
  });

  scene('back online the hub looks at everybody, and says the same of these', async () => {
    await ben.page.context().setOffline(false);
    await ben.page.getByText(/^These suggestions are from \d+ mentors$/).waitFor({ state: 'detached', timeout: 60_000 });
    expect(await shown()).toEqual(offline);
    expect(await nameOfFocus()).toBe(focused);
    const { sum, total } = await points();
    expect(sum).toBe(total);
  });
}

describe('what matters, moved without a network, by keyboard', () => {
  moving((page) => new Keyboard(page), NEAR, { viewport: { width: 1280, height: 900 } });
});

describe('what matters, moved without a network, with a finger, at 320 px', () => {
  moving((page) => new Touch(page), null, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
});
