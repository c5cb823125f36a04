import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { press, story, visit, waitForHeading, waitForWords, type Visitor } from './people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

const OTHER_ADDRESS = 'ben.okafor@eastbrook.example';
/** How long all views may take to be built again, in milliseconds. */
const VIEWS_LIMIT_MS = 120_000;
const STAFF = `Name,Email,Job title\nBen Okafor,${OTHER_ADDRESS},Teacher\n`;

describe('a teacher who was imported at a second school under a new address', () => {
  let hub: RunningHub;
  let browser: Browser;
  let dee: Page;
  let ben: Page;
  let everybody: readonly Visitor[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    everybody = await Promise.all([visit(browser, hub, 'dee-adeyemi', '/import?at=eastbrook'), visit(browser, hub, 'ben-okafor')]);
    [dee, ben] = everybody.map(({ page }) => page) as [Page, Page];
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);

  /** Opens what an administrator may do with the two records of Ben. */
  const openHim = async () => {
    await dee.goto(`${hub.address}/members?at=eastbrook`);
    await dee.getByLabel(/Search/).fill('Okafor');
    await press(dee, /^Change/);
  };
  const find = async () => {
    await openHim();
    await press(dee, 'Join with another record');
    await dee.getByLabel('Email address of the other record').fill('ben.okafor@northfield.example');
    await press(dee, 'Find record');
  };
  const ask = async () => {
    await find();
    await press(dee, 'Ask Ben Okafor');
  };

  scene('Dee brings him in, and is told that there may be two records of him', async () => {
    const [chooser] = await Promise.all([dee.waitForEvent('filechooser'), press(dee, 'Choose a file')]);
    await chooser.setFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(STAFF, 'utf8') });
    await waitForWords(dee, /Northfield School/);
    await press(dee, /^Import (?:1|one) person$/);
    await waitForHeading(dee, 'Import complete');
  });

  scene('she asks him on his Today, and can take the question back', async () => {
    await ask();
    await waitForHeading(ben, /Is another record, in the name of .*Ben Okafor.*, yours too\?/);
    await openHim();
    await press(dee, 'Take back the question');
    await waitForWords(dee, /You can ask again later/);
    await press(dee, 'Take back the question');
    await ben.waitForFunction(() => !document.body.innerText.includes('yours too?'));
  });

  scene('she says that he does not read one address any more, and he reads from when he needs no code', async () => {
    await find();
    await dee.getByLabel(`They can no longer read email at ${OTHER_ADDRESS}`).check();
    await waitForWords(dee, /They need no code, and can agree 3 days after you ask/);
    await press(dee, 'Ask Ben Okafor');
    await waitForWords(ben, /You can join the records here, without a code, from /);
  });

  scene('he proves the other address with a code, and the two are one', async () => {
    await press(ben, 'I can read email there: join with a code now', 'link');
    await waitForWords(ben, /You can join them without a code/);
    await waitForWords(ben, /You are asked about a record with the email address/);
    await ben.getByLabel('Email address of your other record').fill(OTHER_ADDRESS);
    await press(ben, 'Send code');
    await waitForHeading(ben, 'Check your email');
    await dee.goto(`${hub.address}/outbox`);
    const letter = await dee
      .getByText(/is your code to join two records/)
      .first()
      .innerText();
    await ben.getByLabel('Code').fill(/(\d{3})\s?(\d{3})/.exec(letter)?.slice(1).join('') ?? '');
    await press(ben, 'Join records');
    await waitForHeading(ben, 'Your records are joined');
  });

  scene('he is one person at both schools', async () => {
    const isOne = async () => {
      const { memberships } = (await (await fetch('/api/session')).json()) as { memberships: { institution: string }[] };
      return ['eastbrook', 'northfield'].every((id) => memberships.some(({ institution }) => institution === id));
    };
    await ben.waitForFunction(isOne, undefined, { timeout: VIEWS_LIMIT_MS, polling: 500 });
    await dee.goto(`${hub.address}/members?at=eastbrook`);
    await dee.getByLabel(/Search/).fill('Okafor');
    await waitForWords(dee, 'One person shown');
  });
});
