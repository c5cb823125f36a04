import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { STAFF_FILE } from './import.files.js';
import { press, story, visit, waitForHeading, waitForWords, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

describe('a school that closes', () => {
  let hub: RunningHub;
  let browser: Browser;
  let dee: Page;
  let ben: Page;
  let everybody: readonly Visitor[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    everybody = await Promise.all([visit(browser, hub, 'dee-adeyemi', '/institutions/northfield'), visit(browser, hub, 'ben-okafor')]);
    [dee, ben] = everybody.map(({ page }) => page) as [Page, Page];
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);

  scene('Dee closes it by the keyboard, with the school that follows it, once she has read what follows', async () => {
    await dee.getByRole('button', { name: 'Close school' }).focus();
    await dee.keyboard.press('Enter');
    const form = dee.getByRole('dialog');
    await form.getByText(/^We ask \d+ members on Today/).waitFor();
    await form.getByRole('button', { name: 'Add a school that follows it' }).press('Enter');
    const search = form.getByLabel('Find the school');
    await search.fill('Eastbrook');
    // It looks for a school, and closes none.
    await search.press('Enter');
    await form.getByRole('button', { name: 'Add Eastbrook Academy' }).press('Enter');
    await form.getByText(/can join Eastbrook Academy at once/).waitFor();
    await form.getByRole('button', { name: 'Close Northfield School' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await waitForWords(dee, /^Closed on/);
    await dee.getByRole('link', { name: 'Eastbrook Academy' }).waitFor();
  });

  scene('Ben is asked where he works now', async () => {
    await waitForHeading(ben, 'Northfield School has closed. Where do you work now?');
    await ben.getByRole('button', { name: 'I work at Eastbrook Academy' }).waitFor();
  });

  scene('a staff list of the closed school is kept, and read for the school that follows it', async () => {
    await dee.goto(`${hub.address}/import?at=northfield`);
    const [chooser] = await Promise.all([dee.waitForEvent('filechooser'), press(dee, 'Choose a file')]);
    await chooser.setFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(STAFF_FILE, 'utf8') });
    await waitForHeading(dee, 'Northfield School has closed');
    expect(await dee.getByRole('heading', { name: 'Columns in your file' }).count()).toBe(0);
    await press(dee, 'Import it at Eastbrook Academy');
    await waitForHeading(dee, 'Check before you import');
    await waitForWords(dee, 'Eastbrook Academy');
    await dee.getByRole('table', { name: 'The first people in the file' }).getByRole('rowheader', { name: 'Orla Fenwick' }).waitFor();
  });

  scene('it was a mistake: Dee reopens the school, and Ben is asked no more', async () => {
    await dee.goto(`${hub.address}/institutions/northfield`);
    await press(dee, 'Reopen school');
    const form = dee.getByRole('dialog');
    await form.getByText(/are still in the list here/).waitFor();
    await form.getByRole('button', { name: 'Reopen Northfield School' }).click();
    await form.waitFor({ state: 'detached' });
    await dee.getByRole('button', { name: 'Close school' }).waitFor();
    await ben.getByRole('heading', { name: /has closed/ }).waitFor({ state: 'detached' });
  });
});
