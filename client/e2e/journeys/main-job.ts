import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import type { Hand } from '../hands/hand.js';
import { ukDayAndTime } from '../uk-clock.js';
import { visit } from '../people.js';
import { MENTOR, NEWCOMER, type Cast } from './cast.js';
import { ANSWERED, HELD, type Leader } from './leader.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

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
    await noor().mark(/, \d+ min$/);
    await noor().choose(/whom shall we ask next/, 1);
    await noor().choose(/^And after that/, 1);
    await noor().press('Ask Asha');
    await noor().reads('Asha has been asked.');
  });

  scene('Asha says yes', async () => {
    await asha().press(`${MENTOR.name}: your menu`);
    await asha().follow('Requests');
    await asha().arrives(`${NEWCOMER.name} asks you to be their mentor`);
    await asha().press('Say yes to Noor');
    await asha().reads('You and Noor are a pair now.');
    await leader?.sees(ANSWERED);
  });

  scene('both sign an agreement', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await goToMentorship(asha(), NEWCOMER.name);
    await noor().press('Suggest an agreement');
    const dialog = noor().page.getByRole('dialog');
    await noor().write(/^What it is for/, 'To begin lessons calmly, and to talk about what happened.', { in: dialog });
    await noor().mark('Online', { in: dialog, of: 'Where' });
    await noor().setDay(/^When you ask whether/, dayIn(90), { in: dialog });
    await noor().press('Suggest and sign');
    await noor().reads('Suggested and signed by you.');

    await asha().press('Read the agreement');
    await asha().reads('To begin lessons calmly', { in: asha().page.getByRole('dialog') });
    await asha().press('Sign this agreement');
    await asha().reads('Signed. The two of you are under way.');
  });

  scene('Noor books a time that both have free, and keeps it in her calendar', async () => {
    await noor().follow('Find a time');
    await noor().arrives('Find a time with Asha');
    await noor().press(/^\w+day \d+ \w+ ?\d+\.\d+ · /);
    await noor().reads('It has a first agenda already.');
    await noor().arrives(/meeting$/);
    const calendar = await downloads(noor(), 'Add to your calendar');
    expect(await readFile(await calendar.path(), 'utf8')).toContain('BEGIN:VEVENT');
  });

  scene('they meet there and then: Noor offers this minute, Asha takes it', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await noor().follow(/^(Find a time|Arrange another|Arrange to meet)/);
    await noor().press('Offer other times');
    await noor().press('Remove time 2');
    const { day, time } = ukDayAndTime(new Date(Date.now() - MINUTE_MS));
    await noor().setDay('Day 1', day);
    await noor().setTime('Time 1', time);
    await noor().press('Offer this time');
    await noor().reads('Offered. Asha chooses one.');

    await asha().follow(/^Choose a time/);
    await asha().arrives('When can you meet Noor?');
    await asha().press(/ · |\d+\.\d+/, { in: asha().page.getByRole('main').getByRole('list').first() });
    await asha().press('Start from the usual agenda');
    await noor().page.getByRole('button', { name: 'Close this meeting' }).waitFor();
  });

  scene('the agenda and the notes of one are with the other at once', async () => {
    await noor().press('Add to the agenda');
    const items = noor().page.getByLabel(/^Item \d+$/);
    await noor().write(`Item ${await items.count()}`, 'The first five minutes of a lesson');
    await noor().press('Save the agenda');
    await asha().reads('The first five minutes of a lesson');

    await noor().write('Notes of this meeting', 'We looked at two starts. Greeting at the door settles the room.');
    await noor().press('Save the notes');
    await asha().page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('Greeting at the door settles the room')),
    );
  });

  scene('Asha closes the meeting in a minute and Noor confirms it', async () => {
    await asha().press('Close this meeting');
    const dialog = asha().page.getByRole('dialog', { name: 'Close this meeting' });
    await asha().write('For how many minutes?', '15', { in: dialog });
    await asha().press('Add what you take on', { in: dialog });
    await asha().write('Action 1', 'Watch the start of a lesson in Year 8', { in: dialog });
    await asha().press('Close this meeting', { in: dialog });
    await asha().reads('Thank you for the time you gave each other.');

    await noor().arrives('Did you and Asha meet for 15 min?');
    await noor().press('Yes, 15 min');
    await noor().reads(/15 min stand in the record of you both/);
    await asha().reads(/15 min stand in the record of you both/);
    await leader?.sees(HELD);
  });

  scene('they agree a goal, and its path grows by a stone for both', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await goToMentorship(asha(), NEWCOMER.name);
    await noor().press('Agree a goal');
    const dialog = noor().page.getByRole('dialog', { name: 'Agree a goal' });
    await noor().write('The goal', 'Begin every lesson calmly', { in: dialog });
    await noor().write('Step 1', 'Greet each class at the door for a week', { in: dialog });
    await noor().write('Step 2', 'Ask Asha to watch one start', { in: dialog });
    await noor().press('Agree this goal', { in: dialog });

    const goalOf = (hand: Hand) => hand.page.getByRole('article', { name: 'Begin every lesson calmly' });
    await goalOf(asha()).waitFor();
    await noor().press('This step is done', { in: goalOf(noor()) });
    await noor().write(/^What did you notice/, 'The room was quiet before I had said a word.', { in: goalOf(noor()) });
    await noor().press('Record it', { in: goalOf(noor()) });
    await asha().reads('1 of 2 steps', { in: goalOf(asha()) });
  });

  scene('Asha tells Noor what she saw', async () => {
    await asha().press('Tell Noor what you saw');
    const dialog = asha().page.getByRole('dialog', { name: 'Tell Noor what you saw' });
    await asha().write('What you saw, and what it did', 'You waited at the door, and the class came in quietly.', { in: dialog });
    await asha().write(/^The next step you would take/, 'Do the same with Year 9 on Thursday.', { in: dialog });
    await asha().press('Give it to Noor', { in: dialog });
    await noor().reads('You waited at the door, and the class came in quietly.');
  });

  scene('Noor reflects on a standard and lets Asha read it', async () => {
    await noor().follow('Write one');
    await noor().pick(/^Standards it speaks to/, [{ typed: 'behaviour', name: /behaviour/i }]);
    await noor().write('Title', 'The door');
    await noor().write('What you want to remember', 'Standing at the door costs me nothing and saves ten minutes.');
    await noor().mark('The two of us');
    await noor().press('Keep this reflection');
    const kept = noor().page.getByRole('article', { name: 'The door' });
    await noor().reads('You and Asha Rahman can read this.', { in: kept });
    await asha().reads('Standing at the door costs me nothing and saves ten minutes.');
  });

  scene('they complete it together, and Noor keeps an honest record of what there was', async () => {
    await goToMentorship(noor(), MENTOR.name);
    await noor().follow('Complete mentorship');
    await noor().arrives('Complete mentorship');
    await noor().reads('1 of 3 meetings confirmed by you both');
    await noor().mark('Carry it on by myself');
    await noor().write(/^What will you take with you/, 'Ten calm minutes are worth an hour.');
    await noor().press('Complete mentorship');
    await noor().arrives('Waiting for Asha to agree');

    await asha().arrives('Noor proposes to complete your mentorship');
    await asha().follow('Complete mentorship', { in: asha().page.getByRole('main') });
    await asha().press('Complete mentorship');
    await noor().arrives('Thank you for the time you gave each other');
    await asha().arrives('Thank you for the time you gave each other');
    const certificate = await downloads(noor(), 'Download your record of participation');
    expect((await readFile(await certificate.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  scene('anybody who is given its code can check it, without signing in', async () => {
    await noor().follow('Growth', { in: noor().page.getByRole('navigation', { name: 'Main' }).filter({ visible: true }) });
    await noor().arrives('Growth');
    await noor().openTab('Certificates');
    const code = await noor().page.getByRole('main').locator('code').innerText();
    const stranger = await visit(cast.browser(), cast.hub(), null, '/verify', cast.options);
    const hand = cast.handOf(stranger.page);
    await hand.write('The code on the certificate', code.toLowerCase());
    await hand.press('Check it');
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

const dayIn = (days: number): string => ukDayAndTime(new Date(Date.now() + days * DAY_MS)).day;
