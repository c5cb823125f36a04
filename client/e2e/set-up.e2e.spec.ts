import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { MailServer } from './mail-server.js';
import { press, story, visit, waitForHeading, waitForWords, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startHub, type RunningHub } from './running-hub.js';

/** Pictures of each step, where an engineer wants to look at them. */
const PICTURES = process.env['SET_UP_PICTURES'];
const LOOKS = [
  { name: 'light', width: 1280, height: 900, theme: 'light', text: 'usual' },
  { name: 'dark', width: 1280, height: 900, theme: 'dark', text: 'usual' },
  { name: 'phone', width: 390, height: 844, theme: 'light', text: 'usual' },
  { name: 'small-200', width: 320, height: 640, theme: 'light', text: 'largest' },
] as const;

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  await mkdir(PICTURES, { recursive: true });
  for (const look of LOOKS) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.evaluate(({ theme, text }) => Object.assign(document.documentElement.dataset, { theme, text }), look);
    await page.screenshot({ path: join(PICTURES, `${name}-${look.name}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { theme: 'light', text: 'usual' }));
}

/** By how many pixels what the page is about is wider than the window. */
const tooWide = (page: Page) => page.evaluate(() => Math.max(0, (document.querySelector('main')?.scrollWidth ?? 0) - window.innerWidth));

describe('the first minutes of an empty hub, by mouse', () => {
  let hub: RunningHub;
  let browser: Browser;
  let mail: MailServer;
  let port: number;
  let admin: Page;
  let everybody: readonly Visitor[] = [];

  beforeAll(async () => {
    mail = new MailServer();
    port = await mail.start();
    [hub, browser] = await Promise.all([startHub({ DEMO: '0' }), openBrowser()]);
    const link = hub.said.map((line) => /(\/set-up#[\w-]+)$/.exec(line)?.[1]).find((found) => found !== undefined);
    if (!link) throw new Error(`No link was printed: ${hub.said.join('\n')}`);
    everybody = [await visit(browser, hub, null, link)];
    admin = (everybody[0] as Visitor).page;
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
    await mail?.stop();
  });
  const scene = story(() => everybody);
  const fill = async (page: Page, label: string, value: string) => {
    const field = page.getByLabel(label, { exact: true });
    await field.click();
    await field.fill(value);
  };

  scene('the printed link makes its holder the administrator, and nothing of it stays in the address', async () => {
    await waitForHeading(admin, 'Start with you');
    await picture(admin, '1-begin');
    await press(admin, 'Start set-up');
    await waitForWords(admin, 'Enter your name.');
    await fill(admin, 'Your name', 'Dee Adeyemi');
    await fill(admin, 'Your work email address', 'dee@northfield.example');
    await press(admin, 'Start set-up');
    await waitForHeading(admin, 'Name your hub');
    expect(new URL(admin.url()).hash).toBe('');
  });

  scene('the hub gets a name', async () => {
    await picture(admin, '2-hub');
    await fill(admin, 'Hub name', 'Beacon Mentoring');
    await press(admin, 'Save and continue');
    await waitForHeading(admin, 'Set up email');
  });

  scene('a test email that cannot be sent says why, and one that can arrives', async () => {
    await admin.getByText('None', { exact: true }).click();
    await fill(admin, 'Mail server', '127.0.0.1');
    await fill(admin, 'Sender email address', 'mentoring@northfield.example');
    await fill(admin, 'Port', '1');
    await press(admin, 'Send a test email');
    await waitForWords(admin, 'No mail server answers at 127.0.0.1 on port 1.');
    await picture(admin, '3-email-refused');
    await fill(admin, 'Port', String(port));
    await press(admin, 'Send a test email');
    await waitForWords(admin, 'Test email sent');
    expect((await mail.newest('dee@northfield.example', /This is a test/)).text).toContain('mentoring@northfield.example');
    await picture(admin, '3-email-sent');
    await press(admin, 'Save and continue');
    await waitForHeading(admin, 'Add your schools');
  });

  scene('a school is typed in', async () => {
    await fill(admin, 'Name', 'Northfield School');
    await picture(admin, '4-school');
    await press(admin, 'Add and continue');
    await waitForHeading(admin, 'Check term dates');
  });

  scene('the suggested term dates are saved as they are', async () => {
    await waitForWords(admin, 'These dates are a suggestion');
    await picture(admin, '5-dates');
    await press(admin, 'Save and continue');
    await waitForHeading(admin, 'Choose the first coordinator');
  });

  scene('it can be left here and taken up again', async () => {
    await admin.goto(`${hub.address}/`);
    await waitForHeading(admin, 'Set up your hub');
    await press(admin, 'Dee Adeyemi: your menu');
    await press(admin, 'Set up this hub', 'link');
    await waitForHeading(admin, 'Choose the first coordinator');
  });

  scene('a colleague becomes the first coordinator', async () => {
    await fill(admin, 'Their name', 'Asha Rahman');
    await fill(admin, 'Their work email address', 'asha@northfield.example');
    await picture(admin, '6-coordinator');
    await press(admin, 'Add coordinator');
    await waitForHeading(admin, 'See what staff are told');
    await admin.getByText('Dear Dee').or(admin.getByText('Hello Dee')).first().waitFor();
    await picture(admin, '7-staff');
    await press(admin, 'Continue');
    await waitForWords(admin, 'Your hub is set up.');
    await picture(admin, '8-finish');
  });

  scene('the coordinator is invited, signs in with a code, and looks after the school', async () => {
    expect((await mail.newest('asha@northfield.example', /invited/)).text).toContain('/sign-in');
    const asha = await visit(browser, hub, null, '/');
    everybody = [...everybody, asha];
    await asha.page.locator('input[type="email"]').fill('asha@northfield.example');
    await asha.page.locator('form button[type="submit"]').click();
    const letter = await mail.newest('asha@northfield.example', /\d{3} \d{3}/);
    await asha.page.locator('input[autocomplete="one-time-code"]').fill(/(\d{3}) (\d{3})/.exec(letter.text)?.slice(1).join('') ?? '');
    await asha.page.locator('form button[type="submit"]').click();
    await waitForHeading(asha.page, 'Add your colleagues');
    await press(asha.page, 'Asha Rahman: your menu');
    await press(asha.page, 'Schools and trusts', 'link');
    await press(asha.page, 'Open Northfield School', 'link');
    await waitForHeading(asha.page, 'Northfield School');
    await waitForWords(asha.page, 'Autumn term');
    expect(await asha.page.getByRole('button', { name: 'Change settings' }).count()).toBe(0);
    await picture(asha.page, '9-school-coordinator');
  });

  scene('the administrator finds the school by how its name begins, and changes it', async () => {
    await admin.goto(`${hub.address}/institutions`);
    await fill(admin, 'Find a school or trust', 'NORTHF');
    await press(admin, 'Open Northfield School', 'link');
    await waitForHeading(admin, 'Northfield School');
    await picture(admin, '10-school-administrator');
    await press(admin, 'Change settings');
    await fill(admin, 'School days to reply to a request', '7');
    await press(admin, 'Save settings');
    await waitForWords(admin, '7 school days');
    await press(admin, 'Change details');
    await fill(admin, 'Town (optional)', 'Leeds');
    await press(admin, 'Save details');
    await waitForWords(admin, 'Leeds');
    await press(admin, 'Open the list of members', 'link');
    await waitForHeading(admin, 'Members of Northfield School');
    await waitForWords(admin, 'Asha Rahman');
  });

  scene('a trust is added, and the school joins and leaves it', async () => {
    await admin.goto(`${hub.address}/institutions`);
    await press(admin, 'Add a school or trust');
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Beacon Trust');
    await dialog.getByLabel('Kind').selectOption('trust');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await waitForHeading(admin, 'Beacon Trust');
    await admin.goto(`${hub.address}/institutions`);
    await press(admin, 'Open Northfield School', 'link');
    await press(admin, 'Join a trust');
    await press(admin, 'Join Beacon Trust');
    await waitForWords(admin, 'Belongs to');
    await press(admin, 'Leave trust');
    await dialog.getByRole('button', { name: 'Leave trust', exact: true }).click();
    await waitForWords(admin, 'does not belong to a trust');
  });

  scene('a person who asks for it is erased, once their name is typed', async () => {
    await admin.goto(`${hub.address}/institutions`);
    await fill(admin, 'Their email address', 'ASHA@northfield.example');
    await press(admin, 'Find person');
    await waitForWords(admin, 'You cannot undo this');
    await picture(admin, '11-erase');
    await press(admin, 'Delete their data');
    await waitForWords(admin, 'Type their name as it is shown above.');
    await fill(admin, 'Type “Asha Rahman” to confirm', 'asha rahman');
    await press(admin, 'Delete their data');
    await waitForWords(admin, 'Their data is deleted');
    await fill(admin, 'Their email address', 'asha@northfield.example');
    await press(admin, 'Find person');
    await waitForWords(admin, 'No person on this hub signs in with this address.');
  });

  scene('no step is wider than a phone, with text at twice its size', async () => {
    await admin.setViewportSize({ width: 320, height: 640 });
    for (const step of ['hub', 'email', 'school', 'dates', 'coordinator', 'staff', 'finish']) {
      await admin.goto(`${hub.address}/set-up?step=${step}`);
      await admin.getByRole('main').getByRole('button').or(admin.getByRole('main').getByRole('link')).first().waitFor();
      await admin.evaluate(() => (document.documentElement.dataset['text'] = 'largest'));
      expect({ step, pixelsTooWide: await tooWide(admin) }).toEqual({ step, pixelsTooWide: 0 });
    }
  });
});
