import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { press, story, visit, waitForHeading, waitForWords, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

const EMAIL = 'ben.okafor@northfield.example';

describe('signing in with six digits', () => {
  let hub: RunningHub;
  let browser: Browser;
  let school: Page;
  let home: Page;
  let everybody: readonly Visitor[] = [];
  let code = '';

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    // One of them comes by the link of an email.
    everybody = [await visit(browser, hub, null, '/sign-in'), await visit(browser, hub, null)];
    [school, home] = everybody.map(({ page }) => page) as [Page, Page];
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);

  const askForCode = async (page: Page) => {
    await page.getByLabel('Your email address').fill(EMAIL);
    await press(page, 'Send code');
    await waitForHeading(page, 'Check your email');
  };
  const enter = async (page: Page, digits: string) => {
    await page.getByLabel('Code').fill(digits);
    await press(page, 'Sign in');
  };

  /** Reads the newest code on the page of emails, which the demonstration shows to the person who runs the hub. */
  const readCode = async (): Promise<string> => {
    const dee = await visit(browser, hub, 'dee-adeyemi', '/outbox');
    const letter = dee.page.getByRole('listitem').filter({ hasText: 'is your code for Alongside' }).filter({ hasText: EMAIL }).first();
    const words = await letter.innerText();
    await dee.leave();
    return /(\d{3})\s?(\d{3}) is your code/.exec(words)?.slice(1).join('') ?? '';
  };

  scene('an address that nobody has is answered like any other', async () => {
    await school.getByLabel('Your email address').fill('nobody@northfield.example');
    await press(school, 'Send code');
    await waitForWords(school, 'If nobody@northfield.example has an account');
    await press(school, 'Use another email address');
  });

  scene('a wrong code is refused in kind words, and what was typed can be put right', async () => {
    await askForCode(school);
    code = await readCode();
    expect(code).toMatch(/^\d{6}$/);
    await enter(school, code === '000000' ? '111111' : '000000');
    const field = school.getByLabel('Code');
    await school.waitForFunction(() => document.querySelector('input[aria-invalid="true"]') !== null);
    expect(await field.getAttribute('aria-describedby')).toBeTruthy();
    await waitForHeading(school, 'Check your email');
  });

  scene('the right one opens Today; on a shared computer nothing outlives the browser', async () => {
    await enter(school, code);
    await waitForHeading(school, /^Good \w+, Ben$/);
    const cookies = await school.context().cookies();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 });
  });

  scene('a code works once', async () => {
    await askForCode(home);
    const fresh = await readCode();
    expect(fresh).not.toBe(code);
    await home.getByRole('radio', { name: /^Only I use it/ }).check({ force: true });
    await enter(home, fresh);
    await waitForHeading(home, /^Good \w+, Ben$/);
    expect((await home.context().cookies())[0]?.expires).toBeGreaterThan(Date.now() / 1_000);
    const again = await home.context().request.post(`${hub.address}/api/sign-in`, {
      data: { email: EMAIL, code: fresh, shared: false },
      headers: { 'x-alongside': '1' },
    });
    expect(again.status()).toBe(400);
  });

  scene('signing out everywhere ends the other browser at once', async () => {
    await press(home, 'Ben Okafor: your menu');
    await press(home, 'Your privacy', 'link');
    await press(home, 'Sign out everywhere');
    await waitForHeading(home, 'Find a mentor who has done your job');
    await school.getByLabel('Your email address').waitFor();
    expect((await school.context().request.get(`${hub.address}/api/session`)).status()).toBe(401);
  });

  scene('a tab becomes the page of whoever signs in from another tab of its browser', async () => {
    await school
      .context()
      .request.post(`${hub.address}/api/sign-in/demo`, { data: { person: 'ben-okafor' }, headers: { 'x-alongside': '1' } });
    await school.reload();
    await waitForHeading(school, /^Good \w+, Ben$/);
    // As the browser keeps the cookie of an answer: before its page, and any other, can know of it.
    const other = await school.context().newPage();
    await other.goto(`${hub.address}/api/live`);
    await other.evaluate(() =>
      fetch('/api/sign-in/demo', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-alongside': '1' },
        body: JSON.stringify({ person: 'priya-nair' }),
      }),
    );
    await waitForHeading(school, /^Good \w+, Priya$/);
    await other.close();
  });
});
