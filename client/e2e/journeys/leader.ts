import type { Page } from 'playwright-core';
import { visit, type Visitor } from '../people.js';
import { ukDayAndTime } from '../uk-clock.js';
import type { Cast } from './cast.js';

/** Who leads the programme and reads its figures while the others work. */
const LEADER = 'marcus-bell';

/** Marcus at his overview: what was counted when he came, and what has to be counted since. */
export interface Leader {
  readonly comes: () => Promise<void>;
  /** Waits until a figure has grown by one since he came. */
  readonly sees: (label: string) => Promise<void>;
  readonly looksBack: () => Promise<void>;
}

export function leaderOf(cast: Cast): Leader {
  let marcus: Visitor | undefined;
  const before = new Map<string, number>();
  const page = (): Page => {
    if (!marcus) throw new Error('The leader has not come yet.');
    return marcus.page;
  };
  const row = (label: string) =>
    page()
      .getByRole('row')
      .filter({ has: page().getByRole('rowheader', { name: label, exact: true }) });
  const figure = async (label: string) => Number((await row(label).getByRole('cell').innerText()).replaceAll(',', ''));
  return {
    comes: async () => {
      marcus = await visit(cast.browser(), cast.hub(), LEADER, '/programme', cast.options);
      for (const label of WATCHED) before.set(label, await figure(label));
    },
    sees: async (label) => {
      const grown = ((before.get(label) ?? Number.NaN) + 1).toLocaleString('en-GB');
      await row(label).getByRole('cell', { name: grown, exact: true }).waitFor();
    },
    looksBack: async () => {
      const hand = cast.handOf(page());
      await hand.follow('See history');
      const date = page().getByLabel('Go to a date');
      await date.waitFor();
      const [year, month] = ukDayAndTime(new Date()).day.split('-').map(Number) as [number, number];
      const now = await date.inputValue();
      // How long it takes is for measurements to say, not for a test on a machine that does other things as well.
      await hand.setDay('Go to a date', `${month >= 9 ? year - 1 : year - 2}-11-20`);
      await hand.arrives(/20 November/);
      await page().getByRole('status').filter({ hasText: '20 November' }).first().waitFor({ state: 'attached' });
      await hand.setDay('Go to a date', now);
      await page()
        .getByRole('heading', { level: 1, name: /20 November/ })
        .waitFor({ state: 'detached' });
      expect(marcus?.failures).toEqual([]);
    },
  };
}

/** The figures that grow by the journey. */
export const ANSWERED = 'Replied to in time';
export const HELD = 'Meetings held';
const WATCHED = [ANSWERED, HELD];
