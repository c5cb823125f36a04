import { createEffect, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { dayAfter } from '../../ui/index.js';
import type { PastDayAnswer } from './history-answers.js';

/** While the marker moves, the hub is asked at most this often, in milliseconds. */
const ASK_EVERY_MS = 120;
/** Once it stands still this long, its neighbours are fetched, so that the next step is instant. */
const SETTLED_MS = 350;

/** The day a moving marker stands at, let through at once and then no more often than the hub should be asked. */
export function createCalm(day: Accessor<string | undefined>): Accessor<string | undefined> {
  const [calm, setCalm] = createSignal(untrack(day));
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  createEffect(
    on(day, (now) => {
      stop();
      const wait = ASK_EVERY_MS - (Date.now() - last);
      const pass = () => {
        last = Date.now();
        setCalm(now);
      };
      if (wait <= 0) pass();
      else timer = setTimeout(pass, wait);
    }),
  );
  onCleanup(stop);
  return calm;
}

/** The programme as it stood on a day; the days and weeks beside it are fetched ahead. Days beyond the ends are never asked for. */
export function createPast(
  institution: Accessor<string>,
  day: Accessor<string | undefined>,
  ends: Accessor<{ from: string; to: string } | undefined>,
) {
  const pathOf = (of: string | undefined) => (of === undefined ? undefined : `/api/history/${encodeURIComponent(institution())}/${of}`);
  const asked = createCalm(day);
  const answer = createAnswer<PastDayAnswer>(() => pathOf(asked()), { views: ['overview', 'day'] });
  const [settled, setSettled] = createSignal<string>();
  createEffect(
    on(asked, (now) => {
      setSettled(undefined);
      const timer = setTimeout(() => setSettled(now), SETTLED_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  for (const step of [1, 7, -1, -7]) {
    createAnswer<PastDayAnswer>(() => {
      const [here, within] = [settled(), ends()];
      if (here === undefined || !within) return undefined;
      const beside = dayAfter(here, step);
      return beside >= within.from && beside <= within.to ? pathOf(beside) : undefined;
    });
  }
  return answer;
}
