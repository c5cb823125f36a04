import { Show, type ComponentProps, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import type Shown from './standards-of.js';
import { WhenFetched } from '../../ui/index.js';

const StandardsOf = lazyPart(() => import('./standards-of.js'));

/** As `StandardsOf`, fetched where there is something to show or to choose: the lists of statements are long. */
export const Standards = (props: ComponentProps<typeof Shown>): JSX.Element => (
  <Show when={props.link || props.statements.length}>
    <WhenFetched>
      <StandardsOf {...props} />
    </WhenFetched>
  </Show>
);
