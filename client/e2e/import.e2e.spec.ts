import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { GIAS_FILE, STAFF_FILE } from './import.files.js';
import { press, story, visit, waitForHeading, waitForWords, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

describe('bringing in lists', () => {
  let hub: RunningHub;
  let browser: Browser;
  let helen: Page;
  let dee: Page;
  let everybody: readonly Visitor[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    everybody = await Promise.all([
      visit(browser, hub, 'helen-price', '/import?at=northfield'),
      visit(browser, hub, 'dee-adeyemi', '/import'),
    ]);
    [helen, dee] = everybody.map(({ page }) => page) as [Page, Page];
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);

  const choose = async (page: Page, name: string, content: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Choose a file')]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, 'utf8') });
    await waitForHeading(page, 'Check before you import');
  };
  /** The number above its label, as the figures show it. */
  const figure = async (page: Page, label: RegExp) => {
    const words = await page.locator('dl, ul, div').filter({ hasText: label }).last().innerText();
    return Number(/\d+/.exec(words)?.[0]);
  };

  scene('Helen sees what a staff list would do, row by row, before anything is written', async () => {
    await choose(helen, 'staff.csv', STAFF_FILE);
    await waitForWords(helen, /rows with errors, not imported/);
    const problems = helen.getByRole('table', { name: 'Problems by row' });
    await problems.getByRole('row').filter({ hasText: 'Not imported' }).first().waitFor();
    await helen.getByRole('table', { name: 'The first people in the file' }).getByRole('rowheader', { name: 'Orla Fenwick' }).waitFor();
    expect((await helen.context().request.get(`${hub.address}/api/views/member?where.institution=northfield`)).ok()).toBe(true);
    const before = await helen.context().request.get(`${hub.address}/api/directory?q=Fenwick`);
    expect(((await before.json()) as { total: number }).total).toBe(0);
  });

  scene('she brings them in, and they are members', async () => {
    await press(helen, 'Import 3 people');
    await waitForHeading(helen, 'Import complete');
    expect(await figure(helen, /new people added/)).toBe(3);
    await press(helen, 'See members', 'link');
    await helen.getByLabel(/Search/).fill('Fenwick');
    await waitForWords(helen, 'Orla Fenwick');
  });

  scene('the same file once more changes nothing', async () => {
    await helen.goto(`${hub.address}/import?at=northfield`);
    await choose(helen, 'staff.csv', STAFF_FILE);
    // Others of the school are not in the list: what becomes of them is hers to choose.
    await waitForWords(helen, /Nothing changes unless you choose it below/);
    expect(await figure(helen, /already here, not changed/)).toBe(3);
    expect(await helen.getByRole('button', { name: /^Import/ }).count()).toBe(0);
  });

  scene('a name over two columns under one heading is read whole and said, and a doubtful one is corrected where it is told', async () => {
    await helen.goto(`${hub.address}/import?at=northfield`);
    const halves = ['Zora,Quell', 'Idris,Tarn', 'Wren,Poole', 'Orla,Finch', 'Bo,Hale'];
    const lines = halves.map((name) => `${name},${name.toLowerCase().replace(',', '.')}@example.org\n`);
    await choose(helen, 'halves.csv', `Name,,Email\n${lines.join('')}`);
    const problems = helen.getByRole('table', { name: 'Problems by row' });
    const people = helen.getByRole('table', { name: 'The first people in the file' });
    await problems.getByText(/Column B: It has no heading.*as one name, such as “Zora Quell”/).waitFor();
    await people.getByRole('rowheader', { name: 'Zora Quell' }).waitFor();
    await press(helen, 'Change columns');
    await helen.getByLabel('Column B, without a heading').selectOption({ label: 'Leave out' });
    await people.getByRole('rowheader', { name: /^Zora Correct/ }).waitFor();

    await helen.goto(`${hub.address}/import?at=northfield`);
    await choose(helen, 'accounts.csv', 'Display name,First name,Last name,Email\nTechnician,Zora,Quell,zora.quell@example.org\n');
    await problems.getByText(/By the other columns the name would be “Zora Quell”/).waitFor();
    await press(helen, /^Use Zora Quell/);
    await people.getByRole('rowheader', { name: 'Zora Quell' }).waitFor();
    await problems.waitFor({ state: 'detached' });
  });

  scene('a list of leavers without an address removes those whom she ticks, once she says so', async () => {
    await helen.goto(`${hub.address}/import?at=northfield`);
    await choose(helen, 'Leavers 2026.csv', 'Name\nOrla Fenwick\n');
    const leavers = helen.getByRole('radio', { name: 'People who have left or are leaving' });
    await leavers.and(helen.locator(':checked')).waitFor({ state: 'attached' });
    await waitForWords(helen, /because the file is called “Leavers 2026.csv”/);
    // By the name alone it may be another person.
    expect(await helen.getByRole('button', { name: /who left, as the file says/ }).count()).toBe(0);
    await helen.getByRole('checkbox', { name: 'Orla Fenwick has left' }).check({ force: true });
    await press(helen, /^Remove/);
    await waitForHeading(helen, 'Import complete');
    await waitForWords(helen, /One person left Northfield School: Orla Fenwick/);
    const answer = await helen.context().request.get(`${hub.address}/api/institutions/northfield/members?q=Fenwick`);
    const { hits } = (await answer.json()) as { hits: { member: { name: string } }[] };
    expect(hits.map(({ member }) => member.name).sort()).toEqual(['Idris Fenwick', 'Wren Fenwick']);
  });

  scene('Dee brings in schools and their trust from the national register', async () => {
    await dee.getByRole('radio', { name: 'Schools and trusts' }).check({ force: true });
    await choose(dee, 'edubasealldata.csv', GIAS_FILE);
    await waitForWords(dee, /closed or not yet open, not imported/);
    await press(dee, /^Import \d/);
    await waitForHeading(dee, 'Import complete');
    const answer = await dee.context().request.get(`${hub.address}/api/views/institution?ids=urn-199901,trust-99901`);
    const { rows } = (await answer.json()) as { rows: { data: { details: { name: string } } }[] };
    expect(rows.map(({ data }) => data.details.name).sort()).toEqual(['Larkspur Learning Trust', 'Larkspur Primary School']);
  });

  scene('a doubtful cell of a register is corrected here, is checked again, and is imported as it was corrected', async () => {
    await dee.goto(`${hub.address}/import?kind=institutions`);
    await choose(dee, 'schools.csv', 'URN,EstablishmentName,Town\n1999 05,Alder Lane School,Marlow\n199906,Birch Hill School,Marlow\n');
    const table = dee.getByRole('table', { name: 'Problems by row' });
    await table.getByText('URN: “1999 05” is not a reference number.').waitFor();
    const correct = table.getByRole('button', { name: 'Correct URN, row 2, Alder Lane School' });
    await correct.press('Enter');
    const cell = dee.getByRole('textbox', { name: 'URN, row 2' });
    // A correction is checked as the file is.
    await cell.fill('1999-05 b');
    await cell.press('Enter');
    await table.getByText('URN: “1999-05 b” is not a reference number.').waitFor();
    await correct.press('Enter');
    await cell.fill('199905');
    await cell.press('Enter');
    await waitForHeading(dee, 'Corrected here');
    await dee.getByRole('button', { name: 'Undo the correction of URN in row 2' }).waitFor();
    await press(dee, 'Import 2 schools and trusts');
    await waitForHeading(dee, 'Import complete');
    const answer = await dee.context().request.get(`${hub.address}/api/views/institution?ids=urn-199905`);
    const { rows } = (await answer.json()) as { rows: { data: { details: { name: string } } }[] };
    expect(rows.map(({ data }) => data.details.name)).toEqual(['Alder Lane School']);
  });
});
