import { onCleanup } from 'solid-js';
import { Button, ButtonLink, PageHeader } from '../ui/index.js';

/** Whether an error is that a screen’s own code or style did not arrive, in the words of Chromium, Firefox, Safari and the bundler’s loader. */
export const isUnfetched = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script failed|unable to preload css/i.test(error.message);

/** The code of a screen did not arrive: the line is down, or the hub was renewed since this page was opened. Tried again as soon as there is a line. */
export function UnfetchedPage(props: { onAgain: () => void }) {
  const again = () => props.onAgain();
  window.addEventListener('online', again);
  onCleanup(() => window.removeEventListener('online', again));
  return (
    <div class="page page--narrow">
      <div class="stack stack--loose">
        <PageHeader
          title="This screen could not be fetched"
          lead="Your connection may have gone, or the hub has been renewed since you opened this page. It tries again when you are back online; if it does not come then, load the page anew."
        />
        <div class="line line--wrap">
          <Button onPress={again}>Try again</Button>
          <Button tone="quiet" onPress={() => location.reload()}>
            Load the page anew
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
        title="This screen stopped working"
        lead="Nothing that you saved is lost. Try again; if it happens a second time, somebody who looks after this hub will want to know."
      />
      <div class="line line--wrap">
        <Button onPress={props.onAgain}>Try again</Button>
        <ButtonLink tone="quiet" href="/">
          Go to Today
        </ButtonLink>
      </div>
      <details class="small muted">
        <summary>What to tell them</summary>
        <p>{String(props.error)}</p>
      </details>
    </div>
  </div>
);

/** There is no such place, or none that this person may see: the two look alike on purpose. */
export const NotFound = () => (
  <div class="page page--narrow">
    <div class="stack stack--loose">
      <PageHeader
        title="There is nothing at this address"
        lead="The link may be old, or it may lead to something that only others can see."
      />
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
        title="The hub is out of reach"
        lead="Your connection may have gone, or the hub is being restarted. This page tries again by itself."
      />
      <div>
        <Button onPress={props.onAgain}>Try now</Button>
      </div>
    </div>
  </div>
);
