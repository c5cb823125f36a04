import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { press, story, visit, waitForHeading, waitForWords, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

describe('being erased', () => {
  let hub: RunningHub;
  let browser: Browser;
  let ben: Page;
  let asha: Page;
  let everybody: readonly Visitor[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    everybody = await Promise.all([
      visit(browser, hub, 'ben-okafor', '/mentors/asha-rahman/ask'),
      visit(browser, hub, 'asha-rahman', '/requests'),
    ]);
    [ben, asha] = everybody.map(({ page }) => page) as [Page, Page];
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);

  scene('Ben asks Asha, and she reads his name', async () => {
    await press(ben, 'Ask Asha');
    await waitForHeading(asha, 'Ben Okafor has asked you to be their mentor');
  });

  scene('he erases himself: two steps, typed by hand, and he is signed out', async () => {
    await ben.goto(`${hub.address}/privacy`);
    await press(ben, 'Delete my account');
    await press(ben, 'Delete my account');
    await waitForWords(ben, 'Type “delete my account”, or choose Cancel.');
    await ben.getByLabel(/^Type “delete my account”/).fill('delete my account');
    await press(ben, 'Delete my account');
    await waitForHeading(ben, 'Find a mentor who has done your job');
    await waitForWords(ben, 'Your account is deleted.');
  });

  scene('his name is gone for Asha without reloading, and cannot be found again', async () => {
    await asha.waitForFunction(() => !document.body.innerText.includes('Ben Okafor'));
    const again = await asha.context().request.get(`${hub.address}/api/views/person?ids=ben-okafor`);
    expect(await again.text()).not.toContain('Okafor');
    await ben.reload();
    await ben.getByLabel('Your email address').waitFor();
    expect(await ben.locator('body').innerText()).not.toContain('Ben Okafor');
  });
});
