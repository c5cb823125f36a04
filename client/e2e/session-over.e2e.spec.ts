import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { press, story, visit, waitForHeading, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

const WORDS = 'I would like to talk about calm starts to lessons.';
/** Longer than a session on a shared computer lasts, in minutes. */
const NEXT_MORNING = 9 * 60;
/** How long a page may take to try its line again, in milliseconds. */
const RECONNECT_LIMIT_MS = 20_000;

describe('a session that ran out while its page heard nothing of the hub', () => {
  let hub: RunningHub;
  let browser: Browser;
  let ben: Page;
  let everybody: readonly Visitor[] = [];
  /** What Chromium says of upgrades that failed, with words of its own for a 401. Pages are not told. */
  const refused: string[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    everybody = [await visit(browser, hub, null)];
    [ben] = everybody.map(({ page }) => page) as [Page];
    ben.on('console', (line) => /WebSocket/.test(line.text()) && refused.push(line.text()));
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);
  const note = () => ben.getByLabel('Your note');

  scene('Ben writes to Asha on a shared computer', async () => {
    const data = { person: 'ben-okafor', shared: true };
    await ben.context().request.post(`${hub.address}/api/sign-in/demo`, { data, headers: { 'x-alongside': '1' } });
    await ben.goto(`${hub.address}/mentors/asha-rahman/ask`);
    await note().fill(WORDS);
    expect(refused).toEqual([]);
  });

  const isRefused = () => refused.some((line) => /HTTP Authentication failed|response code: 401/.test(line));

  scene('the hub comes back when his session is over', async () => {
    // No request tells the page before its line does.
    await ben.route('**/api/**', (route) => (isRefused() ? route.continue() : route.abort()));
    await hub.restartLater(NEXT_MORNING);
  });

  scene('it refuses his line, and his page asks and shows the sign-in', async () => {
    if (!isRefused()) await ben.waitForEvent('console', { predicate: isRefused, timeout: RECONNECT_LIMIT_MS });
    await waitForHeading(ben, 'Find a mentor who has done your job');
    expect(await ben.locator('body').innerText()).not.toMatch(/offline|cannot reach/i);
  });

  scene('signed in again he goes on where he was, with what he typed', async () => {
    await press(ben, /^Ben Okafor/);
    await note().waitFor();
    expect(await note().inputValue()).toBe(WORDS);
  });
});
