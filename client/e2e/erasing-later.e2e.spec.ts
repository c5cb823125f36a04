import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { press, story, visit, waitForFocus, waitForHeading, waitForWords, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

const AXE = readFileSync(createRequire(resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');
type WithAxe = typeof globalThis & { axe: { run: () => Promise<AxeResults> } };

/** What axe finds on a page. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => (globalThis as WithAxe).axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}\n${html}\n${failureSummary}`));
}

/** Longer than a sign-in counts as fresh, in minutes. */
const A_WHILE = 11;

describe('deleting an account a while after signing in', () => {
  let hub: RunningHub;
  let browser: Browser;
  let ben: Page;
  let dee: Page;
  let everybody: readonly Visitor[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    everybody = await Promise.all([visit(browser, hub, 'ben-okafor', '/privacy'), visit(browser, hub, 'dee-adeyemi', '/institutions')]);
    [ben, dee] = everybody.map(({ page }) => page) as [Page, Page];
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);

  /** Follows the link of the demonstration to its emails, and reads the newest code for an address. */
  const readCode = async (page: Page, email: string): Promise<string> => {
    const [emails] = await Promise.all([page.context().waitForEvent('page'), press(page, 'read the code in a new tab', 'link')]);
    const letter = emails.getByRole('listitem').filter({ hasText: 'is your code for Alongside' }).filter({ hasText: email }).first();
    const words = await letter.innerText();
    await emails.close();
    return /(\d{3})\s?(\d{3}) is your code/.exec(words)?.slice(1).join('') ?? '';
  };

  scene('Ben types the words, and the hub comes back eleven minutes later', async () => {
    await press(ben, 'Delete my account');
    await ben.getByLabel(/^Type “delete my account”/).fill('delete my account');
    await hub.restartLater(A_WHILE);
    expect(await ben.getByLabel(/^Type “delete my account”/).inputValue()).toBe('delete my account');
  });

  scene('he is asked, by the keyboard alone, to check that it is him, and may cancel without losing what he typed', async () => {
    const field = ben.getByLabel(/^Type “delete my account”/);
    await field.focus();
    await ben.waitForFunction(() => !document.body.innerText.includes('We cannot reach Alongside'));
    await field.press('Enter');
    const sendCode = ben.getByRole('button', { name: /^Send code to ben\.okafor@/ });
    await sendCode.waitFor();
    await waitForWords(ben, 'You signed in more than 10 minutes ago and this cannot be undone, so check that it’s you first.');
    expect(await violations(ben)).toEqual([]);
    await waitForFocus(sendCode);
    await ben.keyboard.press('Tab');
    await ben.keyboard.press('Enter');
    await waitForFocus(field);
    expect(await field.inputValue()).toBe('delete my account');
    await ben.keyboard.press('Enter');
    await waitForFocus(sendCode);
    await ben.keyboard.press('Enter');
    await waitForWords(ben, 'Your code is ready. It works for 10 minutes.');
    await waitForFocus(ben.getByLabel('Code'));
  });

  scene('with the code from the demonstration’s emails his account is deleted, without asking anything twice', async () => {
    const code = await readCode(ben, 'ben.okafor@');
    await ben.getByLabel('Code').fill(code === '000000' ? '111111' : '000000');
    await ben.keyboard.press('Enter');
    await waitForWords(ben, 'That is not the newest code');
    await ben.getByLabel('Code').fill(code);
    await ben.keyboard.press('Enter');
    await waitForHeading(ben, 'Find a mentor who has done your job');
    await waitForWords(ben, 'Your account is deleted.');
  });

  scene('an administrator is asked in the same way', async () => {
    await dee.getByLabel('Their email address').fill('asha.rahman@northfield.example');
    await press(dee, 'Find person');
    await dee.getByLabel('Type “Asha Rahman” to confirm').fill('Asha Rahman');
    await press(dee, 'Delete their data');
    await press(dee, /^Send code to dee/);
    await waitForWords(dee, 'Your code is ready.');
    await dee.getByLabel('Code').fill(await readCode(dee, 'dee'));
    await press(dee, 'Delete their data');
    await waitForWords(dee, 'Their data is deleted');
  });
});
