import { createEffect, on, onCleanup } from 'solid-js';
import { Button, ButtonLink, PageHeader } from '../ui/index.js';

/** Whether an error is that a screen’s own code or style did not arrive, in the words of Chromium, Firefox, Safari and the bundler’s loader. */
export const isUnfetched = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script failed|unable to preload css/i.test(error.message);

/** The code of a screen did not load: no network, or a newer version of the hub. Retries when there is a network, or a line, again. */
export function UnfetchedPage(props: { onAgain: () => void; connected: boolean }) {
  const again = () => props.onAgain();
  // A hub that was restarted is back without a word from the browser.
  createEffect(
    on(
      () => props.connected,
      (connected) => connected && again(),
      { defer: true },
    ),
  );
  window.addEventListener('online', again);
  onCleanup(() => window.removeEventListener('online', again));
  return (
    <div class="page page--narrow">
      <div class="stack stack--loose">
        <PageHeader
          title="We could not load this page"
          lead="You may be offline, or Alongside was updated since you opened this page. We try again when you are back online. If that does not work, reload the page."
        />
        <div class="line line--wrap">
          <Button onPress={again}>Try again</Button>
          <Button tone="quiet" onPress={() => location.reload()}>
            Reload page
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Something in a screen broke. What was typed is kept where it was sent; the rest of the hub goes on. */
export const ProblemPage = (props: { error: unknown; onAgain: () => void }) => (
  <div class="page page--narrow">
    <div class="stack stack--loose">
      <PageHeader
        title="This page stopped working"
        lead="Everything you saved is safe. Try again. If it happens a second time, tell your administrator."
      />
      <div class="line line--wrap">
        <Button onPress={props.onAgain}>Try again</Button>
        <ButtonLink tone="quiet" href="/">
          Go to Today
        </ButtonLink>
      </div>
      <details class="small muted">
        <summary>Details for your administrator</summary>
        <p>{String(props.error)}</p>
      </details>
    </div>
  </div>
);

/** There is no such place, or none that this person may see: the two look alike on purpose. */
export const NotFound = () => (
  <div class="page page--narrow">
    <div class="stack stack--loose">
      <PageHeader title="Page not found" lead="The link may be old, or it may be for a page that you cannot see." />
      <div>
        <ButtonLink href="/">Go to Today</ButtonLink>
      </div>
    </div>
  </div>
);

/** The hub could not be reached when the page was opened. */
export const AwayPage = (props: { onAgain: () => void }) => (
  <div class="page page--narrow">
    <div class="stack stack--loose">
      <PageHeader
        title="We cannot reach Alongside"
        lead="You may be offline, or Alongside may be restarting. We try again automatically."
      />
      <div>
        <Button onPress={props.onAgain}>Try again</Button>
      </div>
    </div>
  </div>
);
