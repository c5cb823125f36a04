import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../browser.js';
import type { Hand } from '../hands/hand.js';
import { KINDS } from '../hands/kinds.js';
import { story, visit, type Visitor } from '../people.js';
import { OPENING_LIMIT_MS, startDemo, type RunningHub } from '../running-hub.js';

/** Who invites. */
export const COORDINATOR = { id: 'helen-price', name: 'Helen Price' } as const;
/** Who comes for the first time: not of the demonstration, so that nothing is there but what the journey makes. */
export const NEWCOMER = { name: 'Noor Haddad', first: 'Noor', email: 'noor.haddad@northfield.example' } as const;
/** Whom the newcomer asks. */
export const MENTOR = { id: 'asha-rahman', name: 'Asha Rahman', first: 'Asha' } as const;

/** The people of a journey, each at a browser of their own, all with the same kind of hand. */
export interface Cast {
  readonly hub: () => RunningHub;
  readonly browser: () => Browser;
  readonly coordinator: () => Hand;
  readonly newcomer: () => Hand;
  readonly mentor: () => Hand;
  /** A hand like theirs for another page, and how its browser is to be opened. */
  readonly handOf: (page: Page) => Hand;
  readonly options: BrowserContextOptions;
  readonly scene: ReturnType<typeof story>;
}

/** Opens a hub and a browser for each of the people before the journey, and closes them after it. */
export function castOf(handOf: (page: Page) => Hand, options: BrowserContextOptions): Cast {
  let hub: RunningHub | undefined;
  let browser: Browser | undefined;
  let visitors: readonly Visitor[] = [];
  let hands: readonly Hand[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startDemo(), openBrowser()]);
    const [at, where] = [browser, hub];
    visitors = await Promise.all([COORDINATOR.id, null, MENTOR.id].map((person) => visit(at, where, person, '/', options)));
    hands = visitors.map(({ page }) => handOf(page));
  }, OPENING_LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  }, OPENING_LIMIT_MS);

  const given = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('The journey has not begun.');
    return value;
  };
  return {
    hub: () => given(hub),
    browser: () => given(browser),
    coordinator: () => given(hands[0]),
    newcomer: () => given(hands[1]),
    mentor: () => given(hands[2]),
    handOf,
    options,
    scene: story(() => visitors),
  };
}

/** The last of a journey: every kind of field was filled by these hands. */
export function everyKindWasFilled(cast: Cast): void {
  test('every kind of field was filled on the way', () => {
    const filled = new Set([cast.coordinator(), cast.newcomer(), cast.mentor()].flatMap((hand) => [...hand.filled]));
    expect(KINDS.filter((kind) => !filled.has(kind))).toEqual([]);
  });
}
