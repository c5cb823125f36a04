import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page, Request, Response } from 'playwright-core';
import { signedIn } from '../../scripts/lib/screens.mjs';
import type { RunningHub } from './running-hub.js';

/** A command on its way: the hub's word is the status and, where it was refused, the code. */
interface SentCommand {
  readonly type: string;
  word: string;
}

/** A person of the demonstration at a browser of their own. */
export interface Visitor {
  readonly page: Page;
  /** What went wrong behind the page: errors of its scripts, and answers of the hub that say that it failed. */
  readonly failures: readonly string[];
  /** The commands that this browser sent, in order, each with what the hub said. */
  readonly commands: readonly SentCommand[];
  leave(): Promise<void>;
}

/** How long a journey waits for one thing before it fails, in milliseconds. */
const PATIENCE_MS = 15_000;
/** How long a page may take to open: several open at once, in browsers that have only just begun. */
const OPENING_LIMIT_MS = 60_000;

/** Opens a browser of their own for a person, signed in, at a path. `null` is nobody. */
export async function visit(
  browser: Browser,
  hub: RunningHub,
  person: string | null,
  path = '/',
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await signedIn(browser, hub.address, person, options);
  context.setDefaultTimeout(PATIENCE_MS);
  context.setDefaultNavigationTimeout(OPENING_LIMIT_MS);
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error: Error) => failures.push(`${person ?? 'nobody'}: ${error.message}`));
  page.on('response', (answer: Response) => {
    if (answer.status() >= 500) failures.push(`${person ?? 'nobody'}: ${answer.url()} answered ${answer.status()}`);
  });
  const commands = commandsOf(page);
  await page.goto(hub.address + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: OPENING_LIMIT_MS });
  return { page, failures, commands, leave: () => context.close() };
}

/** Fills as the page sends commands. */
function commandsOf(page: Page): readonly SentCommand[] {
  const commands: SentCommand[] = [];
  const sent = new Map<Request, SentCommand>();
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/api/commands')) return;
    const { type } = request.postDataJSON() as { type: string };
    const command = { type, word: 'no answer' };
    commands.push(command);
    sent.set(request, command);
  });
  const heard = async (request: Request): Promise<void> => {
    const command = sent.get(request);
    const answer = command && (await request.response());
    if (!answer) return;
    command.word = String(answer.status());
    const { code } = (await answer.json()) as { code?: string };
    if (code) command.word += ` ${code}`;
  };
  page.on('requestfinished', (request) => void heard(request).catch(() => undefined));
  return commands;
}

/** The link or button of that name, wherever it stands on the page; exactly one must be there. */
export const press = async (page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> =>
  page.getByRole(role, { name, exact: typeof name === 'string' }).click();

/** Waits until the page says so. */
export const waitForWords = async (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();

/** Waits until a heading says so. */
export const waitForHeading = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor();

/** Waits until the focus is there: it comes in the moment after something is drawn, and nobody presses a key before they see it. */
export const waitForFocus = async (target: Locator): Promise<void> =>
  target.and(target.page().locator(':focus')).waitFor({ state: 'attached' });

/** How long a scene may take, in milliseconds, on a machine that does other things as well. Jest takes none from a project’s settings. */
const SCENE_LIMIT_MS = 120_000;
/** How much of a page’s words goes into the report of a failure, in characters. */
const SHOWN_LIMIT = 1_500;
/** How many of the last commands of each person go into it. */
const COMMANDS_SHOWN = 5;
/** Where a failing scene leaves pictures of what everybody saw. */
const FAILURES_DIR = resolve('screenshots', 'failures');

/** The words on a page and where the keyboard is, in a line: pictures do not leave a machine that tests for others. */
const shownOn = async (page: Page): Promise<string> =>
  page
    .evaluate(() => {
      const words = (document.querySelector('main') ?? document.body).innerText.split(/\s*\n\s*/).join(' · ');
      const beside = [...document.querySelectorAll<HTMLElement>('[role="status"], [role="alert"], .toasts')]
        .filter((one) => !one.closest('main') && one.innerText.trim())
        .map((one) => ` [${one.innerText.replaceAll(/\s+/g, ' ')}]`);
      const at = `${location.pathname}${location.search} (focus: ${document.activeElement?.outerHTML.slice(0, 120)})`;
      return `${at}${beside.join('')} ${words}`;
    })
    .catch((error: unknown) => String(error));

async function withWhatWasShown(error: unknown, visitors: readonly Visitor[]): Promise<unknown> {
  if (!(error instanceof Error)) return error;
  const lines = visitors.map(async ({ page, failures, commands }, at) => {
    const sent = commands.slice(-COMMANDS_SHOWN).map(({ type, word }) => `${type}: ${word}`);
    return [`── page ${at + 1}: ${(await shownOn(page)).slice(0, SHOWN_LIMIT)}`, `sent last: ${sent.join(', ') || 'nothing'}`, ...failures];
  });
  error.message += `\n${(await Promise.all(lines)).flat().join('\n')}`;
  return error;
}

/** Scenes of one story, in order. After a failure the rest fail at once and name it. A scene also fails on an error behind any page. */
export function story(everybody: () => readonly Visitor[]): (name: string, scene: () => Promise<void>) => void {
  let broken: string | undefined;
  const told = (name: string, scene: () => Promise<void>) => async () => {
    if (broken) throw new Error(`The story broke off at “${broken}”.`);
    broken = name;
    try {
      await scene();
      expect(everybody().flatMap(({ failures }) => failures)).toEqual([]);
    } catch (error) {
      await mkdir(FAILURES_DIR, { recursive: true });
      const picture = (at: number) => join(FAILURES_DIR, `${name.replaceAll(/\W+/g, '-')}-${at}.png`);
      await Promise.allSettled(everybody().map(({ page }, at) => page.screenshot({ path: picture(at), timeout: 5_000 })));
      throw await withWhatWasShown(error, everybody());
    }
    broken = undefined;
  };
  return (name, scene) => test(name, told(name, scene), SCENE_LIMIT_MS);
}
