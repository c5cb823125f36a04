import { For, Show, type JSX } from 'solid-js';
import { FORMAT, sayDifferences } from '@alongside/domain/mentorships/changed-terms.js';
import { FREQUENCY } from '@alongside/domain/people/rhythm.js';
import type { ViewRows } from '../../replica/index.js';
import { Facts, sayDay, sayMinutes } from '../../ui/index.js';

export type Agreement = NonNullable<ViewRows['mentorship']['proposed']>;
export type Terms = NonNullable<Agreement['terms']>;

/** Every term of an agreement, to be read. */
export const FullTerms = (props: { terms: Terms; signed?: string }): JSX.Element => (
  <div class="stack">
    <Show when={props.terms.purpose}>
      <p class="reading">{props.terms.purpose}</p>
    </Show>
    <Facts
      of={[
        { label: 'How often', value: FREQUENCY[props.terms.frequency] },
        { label: 'How long', value: sayMinutes(props.terms.minutes) },
        { label: 'Where', value: FORMAT[props.terms.format] },
        { label: 'Confidentiality', value: props.terms.confidentiality || 'Nothing agreed' },
        { label: 'Review date', value: sayDay(props.terms.reviewOn) },
      ]}
    />
    <Show when={props.signed}>
      <p class="small muted">{props.signed}</p>
    </Show>
  </div>
);

/** Which terms one agreement changes of another, each with what it was and is. */
export const Differences = (props: { before: Terms; after: Terms }): JSX.Element => (
  <Show when={sayDifferences(props.before, props.after)}>
    {(lines) => (
      <Show when={lines().length} fallback={<p>The two agreements are the same.</p>}>
        <ul>
          <For each={lines()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
    )}
  </Show>
);
