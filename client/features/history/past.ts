import { createEffect, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { dayAfter } from '../../ui/index.js';
import type { PastDayAnswer } from '../../shared/programme/history-answers.js';

/** While the marker moves, the hub is asked at most this often, in milliseconds. */
const ASK_EVERY_MS = 120;
/** Once it stands still this long, its neighbours are fetched, so that the next step is instant. */
const SETTLED_MS = 350;

/** The day a moving marker stands at, let through at once and then no more often than the hub should be asked. */
function createCalm(day: Accessor<string | undefined>): Accessor<string | undefined> {
  const [calm, setCalm] = createSignal(untrack(day));
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  createEffect(
    on(day, (now) => {
      stop();
      const wait = ASK_EVERY_MS - (performance.now() - last);
      const pass = () => {
        last = performance.now();
        setCalm(now);
      };
      if (wait <= 0) pass();
      else timer = setTimeout(pass, wait);
    }),
  );
  onCleanup(stop);
  return calm;
}

/** The days that one step leads to, the likeliest first. */
export function neighboursOf(day: string | undefined, ends: { from: string; to: string } | undefined): readonly string[] {
  if (day === undefined || !ends) return [];
  return [7, 1, -7, -1].map((step) => dayAfter(day, step)).filter((beside) => beside >= ends.from && beside <= ends.to);
}

/** The programme as it stood on a day; the days and weeks beside it are fetched ahead. Days beyond the ends are never asked for. */
export function createPast(
  institution: Accessor<string>,
  day: Accessor<string | undefined>,
  ends: Accessor<{ from: string; to: string } | undefined>,
) {
  const pathOf = (of: string | undefined) => (of === undefined ? undefined : `/api/history/${encodeURIComponent(institution())}/${of}`);
  const asked = createCalm(day);
  const answer = createAnswer<PastDayAnswer>(() => pathOf(asked()), { ofOthers: true });
  // One after another, so that a jump waits behind one of them at most.
  const [ahead, setAhead] = createSignal<readonly string[]>([]);
  const fetched = createAnswer<PastDayAnswer>(() => pathOf(ahead()[0]), { ofOthers: true });
  createEffect(
    on(asked, (now) => {
      setAhead([]);
      const timer = setTimeout(() => setAhead(neighboursOf(now, ends())), SETTLED_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  createEffect(() => {
    const here = ahead()[0];
    if (here !== undefined && (fetched.data()?.day === here || fetched.failed())) setAhead((days) => days.slice(1));
  });
  return answer;
}
