import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { story, visit, waitForHeading, waitForWords, type Visitor } from './people.js';
import { startDemo, type RunningHub } from './running-hub.js';

describe('the main job with the keyboard alone', () => {
  let hub: RunningHub;
  let browser: Browser;
  let everybody: readonly [Visitor, Visitor] | readonly [] = [];
  let [ben, asha] = [undefined, undefined] as unknown as [Keyboard, Keyboard];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    everybody = await Promise.all([visit(browser, hub, null), visit(browser, hub, 'asha-rahman', '/requests')]);
    [ben, asha] = [new Keyboard(everybody[0].page), new Keyboard(everybody[1].page)];
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  const scene = story(() => everybody);
  const pages = () => everybody as readonly [Visitor, Visitor];

  scene('Ben comes in, past the navigation', async () => {
    await ben.use('button', /^Ben Okafor/);
    await ben.arrive(/^Good \w+, Ben$/);
    await ben.use('link', 'Find a mentor');
    await ben.arrive('Find a mentor');
    await ben.tabTo('link', /^Ask /);
  });

  scene('he finds Asha and asks her', async () => {
    await ben.use('link', 'Directory');
    await ben.arrive('Directory');
    await ben.write(/^Search by name/, 'Asha Rahman', 'searchbox');
    await waitForWords(pages()[0].page, 'One mentor');
    await ben.use('link', 'Asha Rahman');
    await ben.arrive('Asha Rahman');
    await ben.use('link', 'Ask Asha');
    await ben.arrive('Ask Asha Rahman');
    await ben.use('button', 'Ask Asha');
    await waitForWords(pages()[0].page, 'Asha has been asked.');
    await ben.arrive('Requests');
  });

  scene('Asha says yes', async () => {
    await waitForHeading(pages()[1].page, 'Ben Okafor asks you to be their mentor');
    await asha.use('button', 'Say yes to Ben');
    await waitForWords(pages()[1].page, 'You and Ben are a pair now.');
    await asha.keepsFocus();
    await asha.use('link', 'Mentorships');
    await asha.arrive('Mentorships');
    await asha.use('link', 'Ben Okafor');
    await asha.arrive('You and Ben Okafor');
  });

  scene('both sign', async () => {
    await ben.use('link', 'Mentorships');
    await ben.arrive('Mentorships');
    await ben.use('link', 'Asha Rahman');
    await ben.arrive('You and Asha Rahman');
    await ben.use('button', 'Suggest an agreement');
    await ben.write(/^What it is for/, 'To begin lessons calmly.');
    await ben.use('button', 'Suggest and sign');
    await waitForWords(pages()[0].page, 'Suggested and signed by you.');
    await ben.keepsFocus();

    await asha.use('button', 'Read the agreement');
    await asha.use('button', 'Sign this agreement');
    await waitForWords(pages()[1].page, 'Signed. The two of you are under way.');
    await asha.keepsFocus();
  });

  scene('Ben books a time', async () => {
    await ben.use('link', 'Find a time');
    await ben.arrive('Find a time with Asha');
    await ben.use('button', /^\w+day \d+ \w+ ?\d+\.\d+ · /);
    await waitForWords(pages()[0].page, 'It has a first agenda already.');
    await ben.arrive(/meeting$/);
  });
});
