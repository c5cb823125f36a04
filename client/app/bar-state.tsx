import { createSignal, lazy, Show, Suspense, type JSX } from 'solid-js';
import { LIST_LIMIT_ROWS, replica, type SaveStatus } from '../replica/index.js';
import { halfWritten } from './draft.js';
import { Button, count, createRested, dayOf, focusContent, SaveState, sayDayNear, saySaveStatus, sayTime, timeOf } from '../ui/index.js';

// Dialogs bring a good deal of code, and nobody opens one before the first paint.
const Refusals = lazy(() => import('./refusals.js'));

/** Announced to screen readers. Routine saving is not. */
const ALOUD: ReadonlySet<SaveStatus> = new Set(['here', 'unable', 'offline', 'refused']);
/** A status that lasts less than this, in milliseconds, is not told aloud. */
const REST_MS = 1_500;

/** “at 3:40pm”, or “yesterday at 3:40pm”. */
function sayWhen(instant: string): string {
  const [day, time] = [dayOf(instant), sayTime(timeOf(instant))];
  return day === dayOf() ? `at ${time}` : `${sayDayNear(day)} at ${time}`;
}
const outOfReach = () => {
  const since = replica().outOfReachSince();
  return since ? `We cannot reach Alongside. You are seeing this page as it was ${sayWhen(since)}.` : '';
};

/** Changes that are not sent yet are in memory alone, so closing the page would lose them. */
const keepOpen = () => {
  const status = replica().saveStatus();
  const why = status === 'unable' ? `${replica().outbox.unable()} ` : '';
  return why || status === 'here' ? `${why}Keep this page open until your changes are sent.` : '';
};
/** A list without its end says so, wherever it is shown. */
const cutShort = () =>
  replica().cut() ? `A list here has more than ${LIST_LIMIT_ROWS.toLocaleString('en-GB')} lines. We do not show the rest.` : '';
/** What to do about a page whose code is older than the hub: nothing that was written is lost by it. */
const updated = () => {
  if (!replica().outdated()) return '';
  if (replica().outbox.pending() > 0) return 'Alongside has been updated. Load the page again once your changes are saved.';
  return halfWritten()
    ? 'Alongside has been updated. Finish what you are writing, then load the page again.'
    : 'Alongside has been updated. Load the page again to go on.';
};
const belowBar = () => [outOfReach(), keepOpen(), updated(), cutShort()].filter(Boolean).join(' ');

/** Of several refusals the bar says how many: the dialog has the reasons. */
const whyNotSaved = () => {
  const [first, ...more] = replica().outbox.refusals();
  return more.length ? count(more.length + 1, 'change') : (first?.answer.message ?? '');
};

/** In the bar: whether the user’s changes are saved. Rejected changes open with their reasons. */
export function BarState(): JSX.Element {
  const [asked, setAsked] = createSignal(false);
  const status = () => replica().saveStatus();
  const words = () => [ALOUD.has(status()) ? saySaveStatus(status(), whyNotSaved()) : '', belowBar()].filter(Boolean).join('. ');
  const close = () => {
    setAsked(false);
    // With the last refusal its button is gone as well, which the focus would have gone back to.
    requestAnimationFrame(() => document.activeElement === document.body && focusContent({ preventScroll: true }));
  };
  const aloud = createRested(words, REST_MS);
  return (
    <>
      <span class="bar__state">
        <SaveState status={status()} reason={whyNotSaved()} onPress={() => setAsked(true)} />
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

/** Below the bar: how old the page is while the hub is unreachable or newer, what is not sent, and what is not shown. The bar announces it. */
export const OutOfReach = (): JSX.Element => (
  <Show when={belowBar()}>
    <section class="out-of-reach" aria-label="About this page">
      {belowBar()}{' '}
      <Show when={replica().outdated() && !replica().outbox.pending() && !halfWritten()}>
        <Button tone="plain" small onPress={() => location.reload()}>
          Load page again
        </Button>
      </Show>
    </section>
  </Show>
);
