import { chromium, type CDPSession, type Page } from 'playwright-core';

/** What a screen took, from asking for its page to its being of use. */
export interface ScreenLoad {
  /** Until the first of what it is about is seen. */
  readonly firstSeconds: number;
  readonly usableSeconds: number;
  /** Requests for rows, by view, in all and until it was of use. */
  readonly reads: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, number>>;
  readonly megabytes: number;
  readonly longestTaskMs: number;
}

export interface ScreenAsked {
  readonly address: string;
  readonly cookie: string;
  readonly path: string;
  /** Holds in the page once the first of what the screen is about is seen. */
  readonly first: (page: Page) => Promise<unknown>;
  /** Holds in the page once the screen is of use. */
  readonly usable: (page: Page) => Promise<unknown>;
  readonly slowDown: number;
}

const USABLE_LIMIT_MS = 120_000;
/** What still arrives after the screen is of use counts as well. */
const AFTER_MS = 2_000;

/** Opens a screen in a browser without a cache, slowed down. `CHROMIUM_PATH` says which browser; Chromium refuses its sandbox to root. */
export async function loadScreen(asked: ScreenAsked): Promise<ScreenLoad> {
  const executablePath = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu'],
  });
  try {
    const context = await browser.newContext();
    const [name = '', value = ''] = asked.cookie.split('=');
    await context.addCookies([{ name, value, url: asked.address }]);
    const page = await context.newPage();
    page.setDefaultTimeout(USABLE_LIMIT_MS);
    await page.addInitScript({ content: WATCH_LONG_TASKS });
    const network = await context.newCDPSession(page);
    const heard = await listenTo(network);
    await network.send('Emulation.setCPUThrottlingRate', { rate: asked.slowDown });
    const beganMs = performance.now();
    await page.goto(asked.address + asked.path, { waitUntil: 'commit' });
    await asked.first(page);
    const firstSeconds = (performance.now() - beganMs) / 1e3;
    await asked.usable(page);
    const usableSeconds = (performance.now() - beganMs) / 1e3;
    await page.waitForTimeout(AFTER_MS);
    const longestTaskMs = await page.evaluate<number>('globalThis.longestTaskMs');
    return { firstSeconds, usableSeconds, ...(await heard()), longestTaskMs };
  } finally {
    await browser.close();
  }
}

/** Runs in the page, before anything of it. */
const WATCH_LONG_TASKS = `
  globalThis.longestTaskMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longestTaskMs = Math.max(globalThis.longestTaskMs, duration);
  }).observe({ type: 'longtask', buffered: true });
`;

/** Counts what arrives: bytes of everything, and reads and rows of each view. */
async function listenTo(network: CDPSession): Promise<() => Promise<Pick<ScreenLoad, 'reads' | 'rows' | 'megabytes'>>> {
  const views = new Map<string, string>();
  const reads: Record<string, number> = {};
  const rows: Record<string, number> = {};
  let bytes = 0;
  const counting: Promise<unknown>[] = [];
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const view = /\/api\/views\/([^/?]+)/.exec(request.url)?.[1];
    if (!view) return;
    views.set(requestId, view);
    reads[view] = (reads[view] ?? 0) + 1;
  });
  network.on('Network.dataReceived', ({ encodedDataLength }) => void (bytes += encodedDataLength));
  network.on('Network.loadingFinished', ({ requestId }) => {
    const view = views.get(requestId);
    if (!view) return;
    const counted = network.send('Network.getResponseBody', { requestId }).then(
      ({ body }) => (rows[view] = (rows[view] ?? 0) + (body.split('"position"').length - 1)),
      () => undefined,
    );
    counting.push(counted);
  });
  return async () => {
    await Promise.all(counting);
    return { reads, rows, megabytes: bytes / 1e6 };
  };
}
