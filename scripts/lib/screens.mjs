import { uuidv7 } from 'uuidv7';

/**
 * Every screen with a demo person who may open it, for pictures, accessibility and reflow checks. `route` is the path of
 * client/app/places.ts; `findIds` fills parts after a colon.
 * @typedef {{ name: string, route: string, as: string | null, path?: string }} Screen
 */

/** @type {readonly Screen[]} */
export const SCREENS = [
  { name: 'sign-in', route: '/', as: null },
  { name: 'verify', route: '/verify/:code?', as: null, path: '/verify' },
  { name: 'verify-certificate', route: '/verify/:code?', as: null, path: '/verify/:code' },
  { name: 'design', route: '/design', as: null },
  { name: 'today', route: '/', as: 'priya-nair' },
  { name: 'today-new', route: '/', as: 'ben-okafor' },
  { name: 'today-mentor', route: '/', as: 'asha-rahman' },
  { name: 'today-coordinator', route: '/', as: 'helen-price' },
  { name: 'today-leader', route: '/', as: 'marcus-bell' },
  { name: 'today-administrator', route: '/', as: 'dee-adeyemi' },
  { name: 'find', route: '/find', as: 'ben-okafor' },
  { name: 'matching', route: '/matching', as: 'ben-okafor' },
  { name: 'directory', route: '/directory', as: 'ben-okafor' },
  { name: 'directory-chosen', route: '/directory', as: 'ben-okafor', path: '/directory?q=maths&free=1' },
  { name: 'mentor', route: '/mentors/:person', as: 'ben-okafor', path: '/mentors/asha-rahman' },
  { name: 'ask', route: '/mentors/:person/ask', as: 'ben-okafor', path: '/mentors/asha-rahman/ask' },
  { name: 'requests', route: '/requests', as: 'asha-rahman' },
  { name: 'mentees', route: '/mentees', as: 'asha-rahman' },
  { name: 'profile', route: '/profile', as: 'asha-rahman' },
  { name: 'profile-new', route: '/profile', as: 'ben-okafor' },
  { name: 'mirror', route: '/profile/mirror', as: 'asha-rahman' },
  { name: 'mentorships', route: '/mentorships', as: 'asha-rahman' },
  { name: 'mentorships-none', route: '/mentorships', as: 'ben-okafor' },
  { name: 'mentorship', route: '/mentorships/:id', as: 'priya-nair' },
  { name: 'complete', route: '/mentorships/:id/complete', as: 'priya-nair' },
  { name: 'booking', route: '/mentorships/:id/book', as: 'priya-nair' },
  { name: 'past-meeting', route: '/mentorships/:id/record', as: 'priya-nair' },
  { name: 'meeting', route: '/meetings/:id', as: 'priya-nair' },
  { name: 'meeting-past', route: '/meetings/:id', as: 'priya-nair', path: '/meetings/:past' },
  { name: 'messages', route: '/messages', as: 'helen-price' },
  { name: 'message', route: '/messages/:id', as: 'priya-nair', path: '/messages/:message' },
  { name: 'help', route: '/help', as: 'priya-nair' },
  { name: 'looking', route: '/looking', as: 'helen-price' },
  { name: 'newcomers', route: '/newcomers', as: 'helen-price' },
  { name: 'shared', route: '/shared', as: 'priya-nair' },
  { name: 'growth', route: '/growth', as: 'priya-nair' },
  { name: 'programme', route: '/programme', as: 'marcus-bell' },
  { name: 'programme-coordinator', route: '/programme', as: 'helen-price' },
  { name: 'history', route: '/history', as: 'marcus-bell' },
  { name: 'members', route: '/members', as: 'helen-price' },
  { name: 'import', route: '/import', as: 'helen-price' },
  { name: 'institutions', route: '/institutions', as: 'dee-adeyemi' },
  { name: 'institutions-own', route: '/institutions', as: 'helen-price' },
  { name: 'institution', route: '/institutions/:id', as: 'dee-adeyemi', path: '/institutions/northfield' },
  { name: 'institution-own', route: '/institutions/:id', as: 'helen-price', path: '/institutions/northfield' },
  { name: 'set-up', route: '/set-up', as: 'dee-adeyemi' },
  { name: 'set-up-email', route: '/set-up', as: 'dee-adeyemi', path: '/set-up?step=email' },
  { name: 'set-up-dates', route: '/set-up', as: 'dee-adeyemi', path: '/set-up?step=dates' },
  { name: 'set-up-coordinator', route: '/set-up', as: 'dee-adeyemi', path: '/set-up?step=coordinator' },
  { name: 'health', route: '/health', as: 'dee-adeyemi' },
  { name: 'outbox', route: '/outbox', as: 'dee-adeyemi' },
  { name: 'privacy', route: '/privacy', as: 'ben-okafor' },
  { name: 'email-address', route: '/privacy/email', as: 'ben-okafor' },
  { name: 'join-records', route: '/privacy/records', as: 'ben-okafor' },
  { name: 'display', route: '/display', as: 'ben-okafor' },
  { name: 'not-found', route: '*', as: 'ben-okafor', path: '/somewhere-that-is-not' },
];

/** A browser in the hand of one of the demonstration's people: a context of its own, signed in without the screens. */
export async function signedIn(browser, address, person, options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  if (person) {
    const answer = await context.request.post(`${address}/api/sign-in/demo`, { data: { person }, headers: { 'x-alongside': '1' } });
    if (!answer.ok()) throw new Error(`Nobody can go on as ${person}: ${answer.status()} ${await answer.text()}`);
  }
  return context;
}

const rowsOf = async (context, address, view, where) => {
  const query = Object.entries(where).map(([field, value]) => `where.${field}=${encodeURIComponent(value)}`);
  const answer = await context.request.get(`${address}/api/views/${view}?${query.join('&')}`);
  if (!answer.ok()) throw new Error(`${view} could not be read: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()).rows.map(({ data }) => data);
};

async function command(context, address, type, data) {
  const answer = await context.request.post(`${address}/api/commands`, {
    headers: { 'x-alongside': '1' },
    data: { commandId: uuidv7(), type, data, stampedAt: new Date().toISOString() },
  });
  if (!answer.ok()) throw new Error(`${type} was refused: ${answer.status()} ${await answer.text()}`);
}

const timesOf = async (context, address, mentorship) =>
  (await (await context.request.get(`${address}/api/mentorships/${mentorship}/times?minutes=30`)).json()).times.map(
    ({ startsAt, minutes }) => ({ startsAt, minutes }),
  );

/** Lets the mentor of Priya's mentorship offer her three times for another meeting. */
export async function offerTimes(browser, address, mentorship) {
  const asha = await signedIn(browser, address, 'asha-rahman');
  try {
    const times = (await timesOf(asha, address, mentorship)).slice(0, 3);
    await command(asha, address, 'ProposeMeeting', { meeting: uuidv7(), mentorship, format: 'in-person', place: 'Room 12', times });
  } finally {
    await asha.close();
  }
}

/** Gives each of these people of the demonstration a name with one word of 70 letters: a name may have 80. */
export async function lengthenNames(browser, address, people) {
  for (const person of people) {
    const own = await signedIn(browser, address, person);
    const name = `${person.slice(0, 1).toUpperCase()}. Donau${'dampfschiff'.repeat(7).slice(0, 65)}`;
    await command(own, address, 'RenamePerson', { person, name }).finally(() => own.close());
  }
}

/**
 * The ids for the paths of the screens, from a demonstration on any day: Priya’s mentorship, a future and a past meeting, her certificate,
 * and a message to her.
 * @returns {Promise<{ id: string, meeting: string, past: string, code: string, message: string }>}
 */
export async function findIds(browser, address) {
  const priya = await signedIn(browser, address, 'priya-nair');
  try {
    const rows = (view, where) => rowsOf(priya, address, view, where);
    const mentorships = await rows('mentorship', { mentee: 'priya-nair' });
    const { mentorship: id } = mentorships.find(({ status }) => status === 'active' || status === 'trial');
    const meetings = await rows('meeting', { mentee: 'priya-nair' });
    const { meeting: past } = meetings.findLast(({ status, took }) => status === 'closed' && took);
    const { meeting } = meetings.find(({ status, time }) => status === 'booked' && time.startsAt > new Date().toISOString());
    const [{ code }] = await rows('credential', { person: 'priya-nair' });
    return { id, meeting, past, code, message: await writeToPriya(browser, address) };
  } finally {
    await priya.close();
  }
}

async function writeToPriya(browser, address) {
  const helen = await signedIn(browser, address, 'helen-price');
  try {
    const message = uuidv7();
    await command(helen, address, 'WriteMessage', { message, to: 'priya-nair', text: 'Thank you for your note. Shall we talk on Friday?' });
    return message;
  } finally {
    await helen.close();
  }
}

/** Where a screen is in this demonstration. */
export const pathOf = (screen, ids) =>
  (screen.path ?? screen.route)
    .replace('/meetings/:id', `/meetings/${ids.meeting}`)
    .replace(':past', ids.past)
    .replace(':message', ids.message)
    .replace(':id', ids.id)
    .replace(':code', ids.code);

/** The themes, as a device asks for them. */
export const THEMES = [
  { theme: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { theme: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { theme: 'contrast', media: { colorScheme: 'light', contrast: 'more' } },
];

/** Shows the page in a theme, without opening it again. */
export async function wear(page, { theme, media }) {
  await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
  await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
  // Colours arrive with the frame after: what is measured before is the theme that was.
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
}

/** Waits until a screen has said what it has to say: a heading, nothing that is still being fetched, fonts in place, motion at rest. */
export async function settled(page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // The showcase shows what waits as well, and never stops waiting.
  await page.waitForFunction(
    () => location.pathname === '/design' || !document.querySelector('main [class~="skeleton"], main [aria-busy="true"]'),
  );
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document.getAnimations().filter((motion) => motion.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((motion) => motion.finished));
  });
}
