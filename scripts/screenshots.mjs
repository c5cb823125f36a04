// `npm run screenshots [NAMES]`: every screen in every theme, wide and narrow, into screenshots/, and the picture of the README.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { setup } from './setup.mjs';

const FOLDER = join(ROOT, 'screenshots');
const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

async function takeEach(context, address, screens, { pathOf, settled, wear, themes }, ids) {
  const page = await context.newPage();
  const broken = [];
  for (const screen of screens) {
    await page.setViewportSize(WIDTHS[0]);
    await page.goto(address + pathOf(screen, ids));
    try {
      await settled(page);
    } catch (error) {
      broken.push(`${screen.name}: ${error.message.split('\n')[0]}`);
    }
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      // As tall as the page: a bar that keeps to the foot of the window would otherwise stand in the middle of the picture.
      const tall = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: size.width, height: Math.max(size.height, tall) });
      for (const look of themes) {
        await wear(page, look);
        await page.screenshot({ path: join(FOLDER, look.theme, String(size.width), `${screen.name}.png`) });
      }
    }
  }
  return broken;
}

await main(async () => {
  const executable = setup({ browser: true });
  const { build } = await import('./build.mjs');
  await build();
  const { copyData, newDataDir, startHubIn } = await import('./lib/hub.mjs');
  const { openBrowserAt } = await import('./lib/open-browser.mjs');
  const { findIds, offerTimes, pathOf, SCREENS, settled, signedIn, THEMES, wear } = await import('./lib/screens.mjs');

  const wanted = process.argv.slice(2);
  const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (screens.length === 0) throw new Stop(`No screen has that name. There are: ${SCREENS.map(({ name }) => name).join(', ')}.`);

  const given = process.env.DEMO_SEEDED;
  const hub = await startHubIn(given ? await copyData(given) : await newDataDir());
  const browser = await openBrowserAt(executable);
  const broken = [];
  try {
    const ids = await findIds(browser, hub.address);
    for (const person of new Set(screens.map(({ as }) => as))) {
      const context = await signedIn(browser, hub.address, person);
      const theirs = screens.filter(({ as }) => as === person);
      broken.push(...(await takeEach(context, hub.address, theirs, { pathOf, settled, wear, themes: THEMES }, ids)));
      say(`${person ?? 'nobody'}: ${theirs.map(({ name }) => name).join(', ')}`);
      await context.close();
    }
    if (screens.some(({ name }) => name === 'today'))
      await takeForReadme(browser, hub.address, { settled, signedIn, wear, themes: THEMES, offerTimes, id: ids.id });
  } finally {
    await browser.close();
    await hub.stop();
    rmSync(hub.dataDir, { recursive: true, force: true });
  }
  say(`The pictures are in ${FOLDER}.`);
  if (broken.length) throw new Stop(`Some screens did not settle:\n${broken.join('\n')}`);
});

/** Priya's Today in daylight, with a move that waits for her, as it stands in the README. */
async function takeForReadme(browser, address, { settled, signedIn, wear, themes, offerTimes, id }) {
  await offerTimes(browser, address, id).catch((error) => say(`The picture of the README shows no move: ${error.message}`));
  const context = await signedIn(browser, address, 'priya-nair', { viewport: WIDTHS[0] });
  const page = await context.newPage();
  await page.goto(address);
  await settled(page);
  await wear(page, themes[0]);
  mkdirSync(join(ROOT, 'docs/images'), { recursive: true });
  await page.screenshot({ path: join(ROOT, 'docs/images/today.png') });
  await context.close();
}
