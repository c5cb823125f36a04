import { createSignal, lazy, Show, Suspense, type JSX } from 'solid-js';
import { replica, type Standing } from '../replica/index.js';
import { createRested, dayOf, focusContent, SaveState, sayDayNear, sayStanding, sayTime, timeOf } from '../ui/index.js';

// Dialogs bring a good deal of code, and nobody opens one before the first paint.
const Refusals = lazy(() => import('./refusals.js'));

/** Told aloud; that all is well, and each step on the way there, would be chatter. */
const ALOUD: ReadonlySet<Standing> = new Set(['here', 'offline', 'refused']);
/** A standing that lasts less than this, in milliseconds, is not told aloud. */
const REST_MS = 1_500;

/** “3.40”, or “yesterday, 3.40”. */
function sayWhen(instant: string): string {
  const [day, time] = [dayOf(instant), sayTime(timeOf(instant))];
  return day === dayOf() ? time : `${sayDayNear(day)}, ${time}`;
}
const outOfReach = () => {
  const since = replica().outOfReachSince();
  return since ? `The hub is out of reach; what you see is from ${sayWhen(since)}.` : '';
};

/** In the bar: how what the person changed stands. What was refused opens with its reasons. */
export function BarState(): JSX.Element {
  const [asked, setAsked] = createSignal(false);
  const standing = () => replica().standing();
  const waiting = () => replica().outbox.pending();
  const words = () => [ALOUD.has(standing()) ? sayStanding(standing(), waiting()) : '', outOfReach()].filter(Boolean).join('. ');
  const close = () => {
    setAsked(false);
    // With the last refusal its button is gone as well, which the focus would have gone back to.
    requestAnimationFrame(() => document.activeElement === document.body && focusContent({ preventScroll: true }));
  };
  const aloud = createRested(words, REST_MS);
  return (
    <>
      <span class="bar__state">
        <SaveState standing={standing()} waiting={waiting()} onPress={() => setAsked(true)} />
      </span>
      <span class="unseen" role="status">
        {aloud()}
      </span>
      <Show when={asked()}>
        <Suspense>
          <Refusals open onClose={close} />
        </Suspense>
      </Show>
    </>
  );
}

/** Below the bar, while the hub is out of reach: how old what one sees is. It is told aloud by the bar. */
export const OutOfReach = (): JSX.Element => (
  <Show when={outOfReach()}>
    <section class="out-of-reach" aria-label="How current this page is">
      {outOfReach()}
    </section>
  </Show>
);
