import type { JSX } from 'solid-js';
import { Button, Link, Section } from '../../ui/index.js';

/** What it is called wherever it can be done. */
export const ASK_A_COORDINATOR = 'Ask a coordinator';

/** The way to help, where something else is in the foreground. */
export const AskLink = (): JSX.Element => (
  <p class="small">
    <Link href="/help">{ASK_A_COORDINATOR}</Link>
  </p>
);

/** The way to help on the page of a pair. */
export const AskHere = (props: { onAsk: () => void }): JSX.Element => (
  <Section title="If you need help" level={3}>
    <p class="small muted">A coordinator can help you change something, or find another mentor. We do not tell the other person.</p>
    <div>
      <Button tone="quiet" small onPress={props.onAsk}>
        {ASK_A_COORDINATOR}
      </Button>
    </div>
  </Section>
);
