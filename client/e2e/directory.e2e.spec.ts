import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { SIZES, showAt, unreadable } from './at-any-size.js';
import { openBrowser } from './browser.js';
import type { Hand } from './hands/hand.js';
import { Keyboard } from './hands/keyboard.js';
import { Touch } from './hands/touch.js';
import { story, visit, waitForFocus, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

const AXE = readFileSync(createRequire(resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');
type WithAxe = typeof globalThis & { axe: { run: () => Promise<AxeResults> } };
const VIEWPORT = { width: 320, height: 640 };
const SEARCH = 'Search by name, school, subject or what they can help with';
const PLACE = 'Town, area, school or postcode';

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => (globalThis as WithAxe).axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Ben looks for mentors: a name as he heard it, a filter that he types, how far away, and on where nobody is so near. */
function searching(handOf: (page: Page) => Hand, options: BrowserContextOptions): void {
  let hub: RunningHub;
  let browser: Browser;
  let ben: Visitor;
  let hand: Hand;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    ben = await visit(browser, hub, 'ben-okafor', '/directory', { viewport: VIEWPORT, ...options });
    hand = handOf(ben.page);
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => (ben ? [ben] : []));
  const filters = () => hand.page.getByRole('complementary', { name: 'Filters' });
  const chip = (name: string) => hand.page.getByRole('list', { name: 'Chosen filters' }).getByText(name, { exact: true });
  /** Words are asked once they rest: before that what is shown answers the question before, and moves as the next answer comes. */
  const answered = async (words = '') => {
    await hand.page.waitForFunction((q) => (new URLSearchParams(location.search).get('q') ?? '') === q, words);
    await hand.page.waitForFunction(() => !document.querySelector('.directory__results[aria-busy="true"]'));
  };
  const enter = () => hand.page.keyboard.press('Enter');

  scene('he finds Asha by a name with slips in it', async () => {
    await hand.write(SEARCH, 'ahsa rahmann');
    await hand.reads('We also searched for “asha”, which is close to “ahsa”, and for “rahman”, which is close to “rahmann”.');
    await hand.page.getByRole('link', { name: 'Asha Rahman' }).waitFor();
  });

  scene('he types a filter, which is ticked, and takes it away again', async () => {
    await hand.write(SEARCH, 'subject:maths');
    await chip('Mathematics').waitFor();
    await hand.press('Show filters');
    await filters()
      .getByRole('checkbox', { name: /^Mathematics/, checked: true })
      .waitFor();
    await hand.press('Remove Mathematics');
    await chip('Mathematics').waitFor({ state: 'detached' });
    expect(await hand.page.getByLabel(SEARCH).inputValue()).toBe('');
  });

  scene('he ticks two phases, and finds mentors of either', async () => {
    for (const phase of [/^Key stage 1/, /^Key stage 2/]) await hand.mark(phase, { in: filters() });
    await hand.reads(/^\d+ mentors$/);
    for (const phase of ['Key stage 1', 'Key stage 2']) await chip(phase).waitFor();
    await answered();
    expect(await hand.page.getByText('We could not search the directory').count()).toBe(0);
    await hand.press('Clear filters');
    await chip('Key stage 1').waitFor({ state: 'detached' });
  });

  scene('he keeps a search, to be told of others, and finds it again until he removes it', async () => {
    await hand.write(SEARCH, 'phonics');
    await answered('phonics');
    await hand.press('Save this search');
    await hand.reads('We tell you when another mentor matches.');
    await waitForFocus(hand.page.getByRole('button', { name: 'Remove search', exact: true }));
    await hand.write(SEARCH, 'p');
    await hand.page.keyboard.press('Backspace');
    await hand.page.getByRole('link', { name: 'phonics', exact: true }).waitFor();
    await hand.press('Remove phonics');
    await hand.page.getByText('One saved search').waitFor({ state: 'detached' });
  });

  scene('he opens a mentor from further down the list, and comes back to where they stand', async () => {
    await answered();
    await hand.press('Hide filters');
    await hand.press('Show more mentors');
    const names = hand.page.locator('.directory__results .row__open');
    const further = names.nth(25);
    await further.waitFor();
    const name = (await further.textContent()) ?? '';
    await hand.follow(name, { in: hand.page.locator('.directory__results') });
    await hand.page.getByRole('heading', { level: 1, name }).waitFor();
    await hand.page.goBack();
    await further.waitFor();
    expect(await names.count()).toBe(40);
    await hand.page.waitForFunction((place) => {
      const row = document.querySelectorAll('.directory__results .row__open')[place]?.getBoundingClientRect();
      return row !== undefined && row.top >= 0 && row.bottom <= innerHeight;
    }, 25);
    await hand.write(SEARCH, 'p');
    await answered('p');
    expect(new URL(hand.page.url()).search).toBe('?q=p');
    await hand.page.keyboard.press('Backspace');
    await answered();
    await hand.press('Show filters');
  });

  scene('he chooses how far from his school, and each mentor says how far they are', async () => {
    await hand.unfold('Distance', { in: filters() });
    await hand.choose('Within', '5 miles', { in: filters() });
    await chip('Within 5 miles of Northfield School').waitFor();
    await hand.reads('Distances are in a straight line.');
    const found = hand.page.locator('.directory__results .row');
    await answered();
    expect(await found.count()).toBeGreaterThan(0);
    // Of those at the school itself its name says it.
    const elsewhere = found.filter({ hasNotText: 'Northfield School' });
    expect(await elsewhere.count()).toBeGreaterThan(0);
    expect(await found.filter({ hasText: / away/ }).count()).toBe(await elsewhere.count());
    expect(new URL(hand.page.url()).search).toBe('?near=me&within=5');
  });

  scene('he chooses another place by its town', async () => {
    await hand.mark('Another place', { in: filters() });
    await hand.write(PLACE, 'great harding', { in: filters() });
    await enter();
    await chip('Within 5 miles of Great Harding').waitFor();
    await hand.reads(/Kestrel Hill School/);
    await hand.page.getByText('Less than a mile away').first().waitFor();
  });

  scene('the page can be read by everybody at any size, with all of it open', async () => {
    expect(await violations(hand.page)).toEqual([]);
    for (const size of SIZES) {
      await showAt(hand.page, size);
      expect([size.name, await unreadable(hand.page)]).toEqual([size.name, []]);
    }
    await showAt(hand.page, { ...VIEWPORT, root: undefined });
  });

  scene('where no mentor is so near, he reads how far the nearest is, and a longer distance is one press away', async () => {
    await hand.write(PLACE, 'Pentre Glas', { in: filters() });
    await enter();
    await chip('Within 5 miles of Pentre Glas').waitFor();
    await hand.write(SEARCH, 'subject:maths');
    await hand.arrives('No mentors within 5 miles of Pentre Glas');
    await hand.reads(/^The nearest is about \d+ miles away\. \d+ mentors match within 100 miles\.$/);
    await hand.press('Search within 100 miles');
    await chip('Within 100 miles of Pentre Glas').waitFor();
    await hand.page
      .getByText(/^About \d+ miles away$/)
      .first()
      .waitFor();
    await waitForFocus(hand.page.locator('.directory__results'));
  });

  scene('a place that is not known is said, and nothing is lost of what he typed', async () => {
    await hand.write(SEARCH, 'near:zebra');
    await hand.reads(/^We do not know where “zebra” is, so these mentors can be anywhere\./);
    expect(await hand.page.getByLabel(SEARCH).inputValue()).toBe('near:zebra');
  });
}

describe('searching the directory by keyboard, at 320 px', () => {
  searching((page) => new Keyboard(page), {});
});

describe('searching the directory with a finger, at 320 px', () => {
  searching((page) => new Touch(page), { hasTouch: true, isMobile: true });
});
