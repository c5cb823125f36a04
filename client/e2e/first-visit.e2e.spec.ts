import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { OPENING_LIMIT_MS, startHub, type RunningHub } from './running-hub.js';

describe('somebody who comes for the first time', () => {
  let hub: RunningHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startHub({ DEMO: '0' }), openBrowser()]);
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  test('meets a page that asks them to sign in, in British English, and nothing fails behind it', async () => {
    const page = await browser.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('requestfailed', (request) => failures.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on('response', (answer) => {
      // Being told that one is not signed in is what a first visit is about.
      if (answer.status() >= 400 && answer.status() !== 401) failures.push(`${answer.url()}: ${answer.status()}`);
    });

    await page.goto(hub.address);
    await page.getByLabel(/e-?mail/i).waitFor();

    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
    expect(await page.title()).toContain('Alongside');
    expect(failures).toEqual([]);
    await page.close();
  });
});
