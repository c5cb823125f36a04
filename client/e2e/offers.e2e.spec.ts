import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import type { Hand } from './hands/hand.js';
import { Keyboard } from './hands/keyboard.js';
import { Mouse } from './hands/mouse.js';
import { story, visit, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

const CONSENT = 'Mentors may see what I would like to work on, and offer to help';

/** Ben lets mentors see what he wants to work on; Asha offers to help; he says yes, and both are paired. */
function offering(handOf: (page: Page) => Hand, options: BrowserContextOptions): void {
  let hub: RunningHub;
  let browser: Browser;
  let visitors: readonly Visitor[] = [];
  const hand = (at: number): Hand => handOf((visitors[at] as Visitor).page);

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    visitors = await Promise.all([
      visit(browser, hub, 'ben-okafor', '/profile', options),
      visit(browser, hub, 'asha-rahman', '/requests', options),
    ]);
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => visitors);

  scene('Asha, who answers requests, finds teachers whom she could help, and not Ben', async () => {
    const asha = hand(1);
    await asha.follow('Teachers you could help');
    await asha.arrives('Teachers you could help');
    await asha.page
      .getByRole('button', { name: /^Offer to help/ })
      .first()
      .waitFor();
    expect(await asha.page.getByText('Ben Okafor').count()).toBe(0);
  });

  scene('Ben chooses that mentors may see what he wants to work on', async () => {
    const ben = hand(0);
    await ben.press(/^Change offers of help$/i, { in: ben.page.locator('[data-section="offers"]') });
    await ben.mark(CONSENT);
    await ben.press('Save', { in: ben.page.locator('[data-section="offers"]') });
    await ben.reads('On. Mentors who can find you see what you want to work on, and may offer to help.');
  });

  scene('Asha reads why, and offers to help in her own words', async () => {
    const asha = hand(1);
    await asha.page.reload();
    const card = asha.page.getByRole('article', { name: 'Ben Okafor' });
    await asha.press('Offer to help Ben', { in: card });
    await asha.write('Your message to Ben', 'I would be glad to help with routines.');
    await asha.press('Send offer');
    await asha.reads('We have told Ben that you offer to help.');
    await card.waitFor({ state: 'detached' });
  });

  scene('Ben reads of it on Today, and says yes', async () => {
    const ben = hand(0);
    await ben.follow('Today');
    await ben.arrives('Asha Rahman has offered to help you');
    await ben.reads('I would be glad to help with routines.');
    await ben.press('Yes, ask Asha');
    await ben.page.waitForURL(/\/mentorships\//);
    await ben.arrives(/Asha/);
  });

  scene('both are paired, and Asha is told', async () => {
    const asha = hand(1);
    await asha.follow('Today');
    await asha.reads('Ben said yes to your offer');
    await asha.follow('Mentorships');
    await asha.reads(/Ben Okafor/);
  });
}

describe('an offer of help, with a mouse', () => {
  offering((page) => new Mouse(page), { viewport: { width: 1280, height: 900 } });
});
describe('an offer of help, by keyboard', () => {
  offering((page) => new Keyboard(page), { viewport: { width: 1280, height: 900 } });
});
