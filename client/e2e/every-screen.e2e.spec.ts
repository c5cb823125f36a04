import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findIds, lengthenNames, pathOf, SCREENS, settled, signedIn, THEMES, wear } from '../../scripts/lib/screens.mjs';
import { coveredOnTheWay, showAt, SIZES, unreadable } from './at-any-size.js';
import { openBrowser } from './browser.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from './running-hub.js';

const AXE = readFileSync(createRequire(resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');
/** How long all that is looked at of one screen may take, in milliseconds, on a machine that does other things as well. */
const SCREEN_LIMIT_MS = 120_000;
const ALL_SCREENS_LIMIT_MS = 300_000;
/** `npm run prove -- any-size` looks at everything at every size; a run of all tests at what scrolls sideways on the narrowest phone and with our largest text. */
const AT_ANY_SIZE = process.env['ANY_SIZE'] === '1';
/** A run of all tests looks at each screen in one theme, by seed; the proof at all of them. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const themesFor = (place: number) => THEMES.filter((_, at) => AT_ANY_SIZE || at === (SEED + place) % THEMES.length);
const PAGES_AT_ONCE = 2;
/** A screen that takes longer is opened anew. */
const GOING_ON_LIMIT_MS = 5_000;
const PHONE = { width: 320, height: 640, root: undefined };
const WIDE = { width: 1280, height: 900 };

type WithAxe = typeof globalThis & { axe: { run: (options: RunOptions) => Promise<AxeResults> } };

/** What axe finds, a line for each element. */
async function violations(page: Page, options: RunOptions): Promise<readonly string[]> {
  const { violations: found } = await page.evaluate((given) => (globalThis as WithAxe).axe.run(given), {
    ...options,
    resultTypes: ['violations'] as const,
  } as RunOptions);
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`));
}

/** What cannot be read, or is covered when it gets the focus, at any size. */
async function atAnySize(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await page.evaluate(() => (document.documentElement.dataset['text'] = 'largest'));
  found.push(...(await unreadable(page)).map((line) => `[1,280 px, our own largest text] ${line}`));
  await page.evaluate(() => (document.documentElement.dataset['text'] = 'usual'));
  for (const size of SIZES) {
    await showAt(page, size);
    found.push(...(await unreadable(page)).map((line) => `[${size.name}] ${line}`));
  }
  await showAt(page, { width: 390, height: 844, root: undefined });
  found.push(...(await coveredOnTheWay(page)).map((line) => `[390 px, with Tab] ${line}`));
  return found;
}

/** By how many pixels the page is wider than the window; what scrolls within itself, such as a table, does not count. */
async function sideways(page: Page): Promise<readonly string[]> {
  const tooWide = () =>
    page.evaluate(() => Math.max(0, (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth));
  await showAt(page, PHONE);
  const phone = await tooWide();
  await page.setViewportSize(WIDE);
  await page.evaluate(() => (document.documentElement.dataset['text'] = 'largest'));
  const large = await tooWide();
  return [
    ...(phone > 0 ? [`[320 px] the page scrolls sideways by ${phone} px`] : []),
    ...(large > 0 ? [`[our own largest text] the page scrolls sideways by ${large} px`] : []),
  ];
}

/** Whether the client went on from where it was to this path, as by a link, and another screen is there. */
async function goneOn(page: Page, path: string): Promise<boolean> {
  await page.setViewportSize(WIDE);
  await page.evaluate((to) => {
    document.documentElement.dataset['text'] = 'usual';
    for (const heading of document.querySelectorAll('h1')) heading.dataset['before'] = 'true';
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  const another = () => document.querySelector('h1') !== null && !document.querySelector('h1[data-before]');
  const shown = await page.waitForFunction(another, undefined, { timeout: GOING_ON_LIMIT_MS }).then(
    () => true,
    () => false,
  );
  if (shown) await settled(page);
  return shown;
}

describe('every screen', () => {
  let hub: RunningHub;
  let browser: Browser;
  let ids: Awaited<ReturnType<typeof findIds>>;
  const contexts = new Map<string | null, Promise<BrowserContext>>();
  /** Pages of a lane, by the person who is signed in: as a person does, it goes on from screen to screen. */
  const pages = new Map<string, Page>();

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    ids = await findIds(browser, hub.address);
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  /** Opened anew, as by a bookmark. */
  const openAnew = async (screen: (typeof SCREENS)[number]): Promise<Page> => {
    const context = contexts.get(screen.as) ?? signedIn(browser, hub.address, screen.as, { viewport: WIDE });
    contexts.set(screen.as, context);
    const page = await (await context).newPage();
    await page.goto(hub.address + pathOf(screen, ids));
    await settled(page);
    await page.evaluate(AXE);
    return page;
  };

  const open = async (screen: (typeof SCREENS)[number], lane: number): Promise<Page> => {
    const key = `${lane} ${screen.as}`;
    const before = AT_ANY_SIZE || screen.as === null ? undefined : pages.get(key);
    if (before && (await goneOn(before, pathOf(screen, ids)))) return before;
    // Pages that stay open slow down those after them.
    await pages.get(key)?.close();
    const page = await openAnew(screen);
    pages.set(key, page);
    return page;
  };

  test('is on the list that is walked through', () => {
    const places = readFileSync(resolve('client/app/places.ts'), 'utf8');
    const routes = [...places.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter((path) => !SCREENS.some(({ route }) => route === path))).toEqual([]);
  });

  const look = async (screen: (typeof SCREENS)[number], place: number): Promise<readonly string[]> => {
    const page = await open(screen, place % PAGES_AT_ONCE);
    const found: string[] = [];
    for (const [nth, theme] of themesFor(place).entries()) {
      await wear(page, theme);
      // The page is the same in every theme but for its colours.
      const options: RunOptions = nth === 0 ? {} : { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
      found.push(...(await violations(page, options)).map((line) => `[${theme.theme}] ${line}`));
    }
    found.push(...(await (AT_ANY_SIZE ? atAnySize(page) : sideways(page))));
    return found;
  };

  /** Begun by the first test that asks, and looked at two at a time: each page has one core to itself. */
  let looks: readonly Promise<readonly string[]>[] | undefined;
  const lookAtAll = () => {
    const lanes: Promise<unknown>[] = Array.from({ length: PAGES_AT_ONCE }, () => Promise.resolve());
    return SCREENS.map((screen, place) => {
      const looked = (lanes[place % PAGES_AT_ONCE] as Promise<unknown>).then(() => look(screen, place));
      lanes[place % PAGES_AT_ONCE] = looked.catch(() => undefined);
      return looked;
    });
  };

  test.each(SCREENS.map((screen, place) => [screen.name, place] as const))(
    `%s: no violations in its themes, nothing wider than a phone or cut off at any size (SEED=${SEED})`,
    async (_, place) => {
      looks ??= lookAtAll();
      expect(await looks[place]).toEqual([]);
    },
    SCREEN_LIMIT_MS,
  );

  test(
    'none is wider than a phone where the people on it have a name of one very long word',
    async () => {
      // What is under way shows the names that the screens were made with.
      await Promise.all(looks ?? []);
      // Half of them by seed; the proof all.
      const own = SCREENS.filter(({ as }, place) => as !== null && (AT_ANY_SIZE || (SEED + place) % 2 === 0));
      await lengthenNames(browser, hub.address, [...new Set(own.map(({ as }) => as))]);
      const lookIn = async (lane: number) => {
        const wide: string[] = [];
        for (const screen of own.filter((_, place) => place % PAGES_AT_ONCE === lane))
          wide.push(...(await sideways(await open(screen, lane))).map((line) => `${screen.name}: ${line}`));
        return wide;
      };
      const found = await Promise.all(Array.from({ length: PAGES_AT_ONCE }, (_, lane) => lookIn(lane)));
      expect(found.flat()).toEqual([]);
    },
    ALL_SCREENS_LIMIT_MS,
  );
});
