import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import type { Hand } from '../hands/hand.js';
import { ukDayAndTime } from '../uk-clock.js';
import { visit } from '../people.js';
import { MENTOR, NEWCOMER, type Cast } from './cast.js';
import { ANSWERED, HELD, type Leader } from './leader.js';

const MINUTE_MS = 60_000;

/** From asking a mentor to the certificate, by the two of them, counted by a leader. Everything that it needs it makes. */
export function mainJob(cast: Cast, leader?: Leader): void {
  const { scene, newcomer: noor, mentor: asha } = cast;

  if (leader) scene('Marcus opens the overview of his programme', leader.comes);

  scene('Noor asks Asha, with whom to ask next', async () => {
    await noor().follow(MENTOR.name);
    await noor().arrives(MENTOR.name);
    await noor().follow('Ask Asha');
    await noor().arrives('Ask Asha Rahman');
    await noor().write('Your note', 'I would like to begin lessons calmly. Could we talk once a fortnight?');
    await noor().mark(/^Classroom routines/);
    await noor().choose(/who should we ask next/, 1);
    await noor().choose(/^Who should we ask after that/, 1);
    // A time is taken back, and suggested again.
    for (const _ of ['off', 'on']) await noor().mark(/, \d+ minutes$/);
    await noor().press('Ask Asha');
    await noor().reads('You asked Asha to be your mentor');
  });

  scene('Asha says yes, and chooses one of the times that Noor suggested', async () => {
    await asha().press(`${MENTOR.name}: your menu`);
    await asha().follow('Requests');
    // Today shows the same card, and goes.
    await asha().arrives(/^Requests$/);
    await asha().arrives(`${NEWCOMER.name} has asked you to be their mentor`);
    // What is still fetched for the cards above moves this one.
    await asha().page.waitForFunction(() => !document.querySelector('.skeleton'));
    await asha().press(/^Say yes and meet /, {
      in: asha().page.getByRole('article', { name: `${NEWCOMER.name} has asked you to be their mentor` }),
    });
    await asha().reads('You are now Noor’s mentor.');
    await asha().arrives('You are now Noor’s mentor');
    await leader?.sees(ANSWERED);
  });

  scene('both read why they were matched, when they meet and what happens next', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await noor().arrives('Asha is now your mentor');
    for (const hand of [noor(), asha()]) {
      await hand.reads(/^You both sign a short agreement by /);
      await hand.reads('Get to know each other');
    }
    const calendar = await downloads(noor(), 'Add to your calendar');
    expect(await readFile(await calendar.path(), 'utf8')).toContain('BEGIN:VEVENT');
  });

  scene('both sign an agreement', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await goToMentorship(asha(), NEWCOMER.name);
    await noor().press('Suggest an agreement');
    const dialog = noor().page.getByRole('dialog');
    await noor().write(/^What it is for/, 'To begin lessons calmly, and to talk about what happened.', { in: dialog });
    await noor().mark('Online', { in: dialog, of: 'Where' });
    await noor().setDay('Review date', await dialog.getByLabel('Review date').inputValue(), { in: dialog });
    await noor().press('Sign and suggest agreement');
    await noor().reads('Agreement suggested. Waiting for Asha to sign.');

    await asha().press('Read the agreement');
    await asha().reads('To begin lessons calmly', { in: asha().page.getByRole('dialog') });
    await asha().press('Sign agreement');
    await asha().reads('Agreement signed. Your mentorship is active.');
  });

  scene('Noor books a time that both have free, and keeps it in her calendar', async () => {
    await noor().follow('Book a meeting');
    await noor().arrives('Book a meeting with Asha');
    await noor().press(/^\w+day \d+ \w+ ?\S+ · \d+ minutes$/);
    await noor().reads('We added an agenda to start from.');
    await noor().arrives(/meeting$/);
    const calendar = await downloads(noor(), 'Add to your calendar');
    expect(await readFile(await calendar.path(), 'utf8')).toContain('BEGIN:VEVENT');
  });

  scene('they meet there and then: Noor offers this minute, Asha takes it', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await noor().follow(/^Book/);
    await noor().press('Suggest other times');
    await noor().press('Remove time 2');
    const { day, time } = ukDayAndTime(new Date(Date.now() - MINUTE_MS));
    await noor().setDay('Day 1', day);
    await noor().setTime('Time 1', time);
    await noor().press('Suggest this time');
    await noor().reads('Times suggested. Waiting for Asha to choose one.');

    await asha().follow(/^Choose a time/);
    await asha().arrives('When can you meet Noor?');
    await asha().press(/ · \d+ minutes$/, { in: asha().page.getByRole('main').getByRole('list').first() });
    await asha().press('Start from the usual agenda');
    await noor().page.getByRole('button', { name: 'Record meeting' }).waitFor();
  });

  scene('the agenda and the notes of one are with the other at once', async () => {
    await noor().press('Add to the agenda');
    const items = noor().page.getByLabel(/^Item \d+$/);
    await noor().write(`Item ${await items.count()}`, 'The first five minutes of a lesson');
    await noor().press('Save agenda');
    await asha().reads('The first five minutes of a lesson');

    await noor().write('Meeting notes', 'We looked at two starts. Greeting at the door settles the room.');
    await noor().press('Save notes');
    await asha().page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('Greeting at the door settles the room')),
    );
  });

  scene('Asha closes the meeting in a minute and Noor confirms it', async () => {
    await asha().press('Record meeting');
    const dialog = asha().page.getByRole('dialog', { name: 'Record meeting' });
    await asha().write('How many minutes did you meet for?', '15', { in: dialog });
    await asha().press('Add an action', { in: dialog });
    await asha().write('Action 1', 'Watch the start of a lesson in Year 8', { in: dialog });
    await asha().press('Record meeting', { in: dialog });
    await asha().reads(/^You recorded 15 minutes/);

    await noor().arrives(/^Did you meet Asha .+ for 15 minutes\?$/);
    await noor().press('Yes, we met');
    await noor().reads(/We added 15 minutes to both your CPD records/);
    await asha().reads(/We added 15 minutes to both your CPD records/);
    await leader?.sees(HELD);
  });

  scene('they agree a goal, and its path grows by a stone for both', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await goToMentorship(asha(), NEWCOMER.name);
    await noor().press('Agree a goal');
    const dialog = noor().page.getByRole('dialog', { name: 'Agree a goal' });
    await noor().write('Goal', 'Begin every lesson calmly', { in: dialog });
    await noor().write('Step 1', 'Greet each class at the door for a week', { in: dialog });
    await noor().write('Step 2', 'Ask Asha to watch one start', { in: dialog });
    await noor().press('Agree goal', { in: dialog });

    const goalOf = (hand: Hand) => hand.page.getByRole('article', { name: 'Begin every lesson calmly' });
    await goalOf(asha()).waitFor();
    await noor().press('Mark step as done', { in: goalOf(noor()) });
    await noor().write(/^What did you notice/, 'The room was quiet before I had said a word.', { in: goalOf(noor()) });
    await noor().press('Mark step as done', { in: goalOf(noor()) });
    await asha().reads('1 of 2 steps', { in: goalOf(asha()) });
  });

  scene('Asha tells Noor what she saw', async () => {
    await asha().press('Give feedback');
    const dialog = asha().page.getByRole('dialog', { name: 'Give feedback' });
    await asha().write('What you saw and its effect', 'You waited at the door, and the class came in quietly.', { in: dialog });
    await asha().write(/^Suggested next step/, 'Do the same with Year 9 on Thursday.', { in: dialog });
    await asha().press('Send feedback', { in: dialog });
    await noor().reads('You waited at the door, and the class came in quietly.');
  });

  scene('Noor reflects on a standard and lets Asha read it', async () => {
    await noor().follow('Write a reflection');
    await noor().pick(/^Linked standards/, [{ typed: 'behaviour', name: /behaviour/i }]);
    await noor().write('Title', 'The door');
    await noor().write('What you want to remember', 'Standing at the door costs me nothing and saves ten minutes.');
    await noor().mark('You and your mentor or mentee');
    await noor().press('Save reflection');
    const kept = noor().page.getByRole('article', { name: 'The door' });
    await noor().reads('Only you and Asha Rahman can see this.', { in: kept });
    await asha().reads('Standing at the door costs me nothing and saves ten minutes.');
  });

  scene('they complete it together, and Noor keeps an honest record of what there was', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await noor().follow('Complete mentorship');
    await noor().arrives('Complete mentorship');
    await noor().reads('1 of 3 meetings confirmed by you both');
    await noor().mark('Continue on my own');
    await noor().write(/^What will you take with you/, 'Ten calm minutes are worth an hour.');
    await noor().press('Complete mentorship');
    await noor().arrives('Waiting for Asha to agree');

    await asha().arrives('Noor suggested completing your mentorship');
    await asha().follow('Complete mentorship', { in: asha().page.getByRole('main') });
    await asha().press('Complete mentorship');
    await noor().arrives('Thank you for the time you gave each other');
    await asha().arrives('Thank you for the time you gave each other');
    const certificate = await downloads(noor(), 'Download your record of participation');
    expect((await readFile(await certificate.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  scene('anybody who is given its code can check it, without signing in', async () => {
    await noor().follow('Development', { in: noor().page.getByRole('navigation', { name: 'Main' }).filter({ visible: true }) });
    await noor().arrives('Development');
    await noor().openTab('Certificates');
    const code = await noor().page.getByRole('main').locator('code').innerText();
    const stranger = await visit(cast.browser(), cast.hub(), null, '/verify', cast.options);
    const hand = cast.handOf(stranger.page);
    await hand.write('Code on the certificate', code.toLowerCase());
    await hand.press('Check certificate');
    await hand.arrives(`${NEWCOMER.name} was mentored by a colleague`);
    await hand.reads('This record of participation is valid');
    await stranger.leave();
  });

  if (leader) scene('Marcus looks back at a day, and comes back', leader.looksBack);
}

async function goToMentorship(hand: Hand, other: string): Promise<void> {
  await hand.follow('Mentorships', { in: hand.page.getByRole('navigation', { name: 'Main' }).filter({ visible: true }) });
  await hand.arrives('Mentorships');
  await hand.follow(other, { in: hand.page.getByRole('main') });
  await hand.arrives(`You and ${other}`);
}

async function downloads(hand: Hand, link: string): Promise<Download> {
  const [download] = await Promise.all([hand.page.waitForEvent('download'), hand.follow(link)]);
  return download;
}
