import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { press, story, visit, waitForHeading, waitForWords, type Visitor } from './people.js';
import { startDemo, type RunningHub } from './running-hub.js';

const MINUTE_MS = 60_000;

/** A wall-clock day and time in the UK, as a form takes them. */
function ukDayAndTime(at: Date): { day: string; time: string } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${parts['hour']}:${parts['minute']}` };
}

describe('the main job, by three people at three browsers', () => {
  let hub: RunningHub;
  let browser: Browser;
  let ben: Page;
  let asha: Page;
  let marcus: Page;
  let everybody: readonly Visitor[] = [];
  let mentorship = '';
  let answeredBefore = 0;
  let heldBefore = 0;

  const row = (label: string) => marcus.getByRole('row').filter({ has: marcus.getByRole('rowheader', { name: label, exact: true }) });
  /** What the leader reads in the tables. */
  const figure = async (label: string) => Number((await row(label).getByRole('cell').innerText()).replaceAll(',', ''));
  const becomes = (label: string, value: number) =>
    row(label)
      .getByRole('cell', { name: value.toLocaleString('en-GB'), exact: true })
      .waitFor();

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    everybody = await Promise.all([
      visit(browser, hub, 'ben-okafor'),
      visit(browser, hub, 'asha-rahman', '/requests'),
      visit(browser, hub, 'marcus-bell', '/programme'),
    ]);
    [ben, asha, marcus] = everybody.map(({ page }) => page) as [Page, Page, Page];
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);

  scene('Ben is shown three people; he finds Asha by the beginning of her name and asks her', async () => {
    answeredBefore = await figure('Answered in time');
    heldBefore = await figure('Meetings held');

    await ben.getByRole('main').getByRole('link', { name: 'Find a mentor' }).click();
    await ben
      .getByRole('article', { name: /^You and / })
      .getByRole('link', { name: /^Ask / })
      .waitFor();
    expect(await ben.getByRole('button', { name: /^Why .+\?$/ }).count()).toBe(2);

    await press(ben, 'Look through the whole directory', 'link');
    await ben.getByLabel(/^Search by name/).fill('asha rah');
    await waitForWords(ben, 'One mentor');
    await press(ben, 'Asha Rahman', 'link');
    await ben.getByRole('article', { name: 'You and Asha Rahman' }).waitFor();
    await press(ben, 'Ask Asha', 'link');
    await waitForHeading(ben, 'Ask Asha Rahman');
    await press(ben, 'Ask Asha');

    await waitForWords(ben, 'Asha has been asked.');
    await ben.getByRole('article', { name: 'Request to Asha Rahman' }).waitFor();
  });

  scene('Asha sees it without reloading and says yes in one press; the leader’s overview counts it at once', async () => {
    await waitForHeading(asha, 'Ben Okafor asks you to be their mentor');
    await press(asha, 'Say yes to Ben');
    await waitForWords(asha, 'You and Ben are a pair now.');
    await becomes('Answered in time', answeredBefore + 1);
  });

  scene('both sign an agreement', async () => {
    await ben.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Mentorships' }).click();
    await press(ben, 'Asha Rahman', 'link');
    await waitForHeading(ben, 'You and Asha Rahman');
    mentorship = new URL(ben.url()).pathname.split('/').pop() ?? '';
    await asha.goto(`${hub.address}/mentorships/${mentorship}`);
    await waitForHeading(asha, 'You and Ben Okafor');

    await press(ben, 'Suggest an agreement');
    await ben.getByRole('dialog').getByLabel('What it is for').fill('To begin lessons calmly, and to talk about what happened.');
    await press(ben, 'Suggest and sign');
    await waitForWords(ben, 'Suggested and signed by you.');

    await press(asha, 'Read the agreement');
    await asha.getByRole('dialog').getByText('To begin lessons calmly').waitFor();
    await press(asha, 'Sign this agreement');
    await waitForWords(asha, 'Signed. The two of you are under way.');
    await ben.getByText('You look at it again on').first().waitFor();
  });

  scene('Ben books the first of the times that both have free, with one press', async () => {
    await press(ben, 'Find a time', 'link');
    await waitForHeading(ben, 'Find a time with Asha');
    await ben.getByRole('region', { name: 'When you are both free' }).getByRole('listitem').first().getByRole('button').click();
    await waitForWords(ben, 'It has a first agenda already.');

    const [calendar] = await Promise.all([ben.waitForEvent('download'), press(ben, 'Add to your calendar', 'link')]);
    expect(await readFile(await calendar.path(), 'utf8')).toContain('BEGIN:VEVENT');
    await asha.getByRole('heading', { name: 'Your next meeting' }).or(asha.getByText('The agenda is open to you both.')).first().waitFor();
  });

  scene('they meet there and then: Ben offers this minute, Asha takes it', async () => {
    await ben.goto(`${hub.address}/mentorships/${mentorship}/book`);
    await press(ben, 'Offer other times');
    await press(ben, 'Remove time 2');
    const { day, time } = ukDayAndTime(new Date(Date.now() - MINUTE_MS));
    await ben.getByLabel('Day 1').fill(day);
    await ben.getByLabel('Time 1').fill(time);
    await press(ben, 'Offer this time');
    await waitForWords(ben, 'Offered. Asha chooses one.');

    await press(asha, /^Choose a time/, 'link');
    await waitForHeading(asha, 'When can you meet Ben?');
    await asha.getByRole('main').getByRole('list').getByRole('button').first().click();
    await press(asha, 'Start from the usual agenda');
    await ben.getByRole('button', { name: 'Close this meeting' }).waitFor();
  });

  scene('the agenda and the notes of one are with the other at once', async () => {
    await press(ben, 'Add to the agenda');
    await ben
      .getByLabel(/^Item \d+$/)
      .last()
      .fill('The first five minutes of a lesson');
    await press(ben, 'Save the agenda');
    await asha.getByText('The first five minutes of a lesson').first().waitFor();

    await ben.getByLabel('Notes of this meeting').fill('We looked at two starts. Greeting at the door settles the room.');
    await press(ben, 'Save the notes');
    await asha.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('Greeting at the door settles the room')),
    );
  });

  scene('Asha closes the meeting in a minute and Ben confirms it with one press', async () => {
    await press(asha, 'Close this meeting');
    const dialog = asha.getByRole('dialog', { name: 'Close this meeting' });
    await dialog.getByLabel('For how many minutes?').fill('15');
    await dialog.getByRole('button', { name: 'Add what you take on' }).click();
    await dialog.getByLabel('Action 1').fill('Watch the start of a lesson in Year 8');
    await dialog.getByRole('button', { name: 'Close this meeting' }).click();
    await waitForWords(asha, 'Thank you for the time you gave each other.');

    await waitForHeading(ben, 'Did you and Asha meet for 15 min?');
    await press(ben, 'Yes, 15 min');
    await waitForWords(ben, /15 min stand in the record of you both/);
    await waitForWords(asha, /15 min stand in the record of you both/);
    await becomes('Meetings held', heldBefore + 1);
  });

  scene('they agree a goal, and its path grows by a stone for both', async () => {
    await Promise.all([ben, asha].map((page) => page.goto(`${hub.address}/mentorships/${mentorship}`)));
    await press(ben, 'Agree a goal');
    const dialog = ben.getByRole('dialog', { name: 'Agree a goal' });
    await dialog.getByLabel('The goal').fill('Begin every lesson calmly');
    await dialog.getByRole('textbox', { name: 'Step 1' }).fill('Greet each class at the door for a week');
    await dialog.getByRole('textbox', { name: 'Step 2' }).fill('Ask Asha to watch one start');
    await dialog.getByRole('button', { name: 'Agree this goal' }).click();

    const goal = (page: Page) => page.getByRole('article', { name: 'Begin every lesson calmly' });
    await goal(asha).waitFor();
    await goal(ben).getByRole('button', { name: 'This step is done' }).click();
    await goal(ben).getByLabel('What did you notice?').fill('The room was quiet before I had said a word.');
    await goal(ben).getByRole('button', { name: 'Record it' }).click();
    await goal(asha).getByText('1 of 2 steps').waitFor();
  });

  scene('Asha tells Ben what she saw', async () => {
    await press(asha, 'Tell Ben what you saw');
    const dialog = asha.getByRole('dialog', { name: 'Tell Ben what you saw' });
    await dialog.getByLabel('What you saw, and what it did').fill('You waited at the door, and the class came in quietly.');
    await dialog.getByLabel('The next step you would take').fill('Do the same with Year 9 on Thursday.');
    await dialog.getByRole('button', { name: 'Give it to Ben' }).click();
    await waitForWords(ben, 'You waited at the door, and the class came in quietly.');
  });

  scene('Ben reflects and lets Asha read it', async () => {
    await press(ben, 'Write one', 'link');
    await ben.getByLabel('Title').fill('The door');
    await ben.getByLabel('What you want to remember').fill('Standing at the door costs me nothing and saves ten minutes.');
    await ben.getByRole('radio', { name: 'The two of us' }).check({ force: true });
    await press(ben, 'Keep this reflection');
    await ben.getByRole('article', { name: 'The door' }).getByText('You and Asha Rahman can read this.').waitFor();
    await waitForWords(asha, 'Standing at the door costs me nothing and saves ten minutes.');
    await ben.goto(`${hub.address}/mentorships/${mentorship}`);
  });

  scene('they complete it, and Ben keeps a certificate', async () => {
    await press(ben, 'Complete it');
    await ben.getByRole('dialog').getByRole('button', { name: 'Complete it' }).click();
    await waitForHeading(ben, 'Thank you for the time you gave each other');
    await waitForHeading(asha, 'Thank you for the time you gave each other');

    const [certificate] = await Promise.all([ben.waitForEvent('download'), press(ben, 'Download your certificate', 'link')]);
    expect((await readFile(await certificate.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  scene('anybody who is given its code can check it, without signing in', async () => {
    await ben.goto(`${hub.address}/growth?part=certificates`);
    const code = await ben.getByRole('main').locator('code').innerText();
    const stranger = await visit(browser, hub, null, '/verify');
    await stranger.page.getByLabel('The code on the certificate').fill(code.toLowerCase());
    await press(stranger.page, 'Check it');
    await waitForHeading(stranger.page, 'Ben Okafor was mentored by a colleague');
    await waitForWords(stranger.page, 'This certificate stands');
    await stranger.leave();
  });

  scene('Marcus looks back at any day, and comes back', async () => {
    await press(marcus, 'See how it came about', 'link');
    await marcus.getByLabel('Go to a date').waitFor();
    const [year, month] = ukDayAndTime(new Date()).day.split('-').map(Number) as [number, number];
    const past = `${month >= 9 ? year - 1 : year - 2}-11-20`;
    const now = await marcus.getByLabel('Go to a date').inputValue();

    // How long it takes is for measurements to say, not for a test on a machine that does other things as well.
    await marcus.getByLabel('Go to a date').fill(past);
    await waitForHeading(marcus, /^As it stood on .*20 November/);
    await marcus.getByRole('status').filter({ hasText: '20 November' }).first().waitFor({ state: 'attached' });

    await marcus.getByLabel('Go to a date').fill(now);
    await marcus.getByRole('heading', { level: 1, name: /20 November/ }).waitFor({ state: 'detached' });
  });
});
