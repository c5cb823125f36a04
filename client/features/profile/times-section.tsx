import { For, Show, type JSX } from 'solid-js';
import { inOrder, sayRhythm, saySlot } from '../../shared/people/say.js';
import type { OwnProfile } from './answers.js';
import { TimesForm } from './forms.js';
import { SectionFrame, type SectionProps } from './section-frame.js';

type Props = SectionProps & { readonly own: OwnProfile };
/** When a person is free in a usual week, and how they like to meet. */
export const TimesSection = (props: Props): JSX.Element => (
  <SectionFrame
    {...props}
    summary={
      <Show
        when={props.own.availability}
        fallback={<span class="muted">No times yet. Two or three are enough to book a first meeting.</span>}
      >
        {(availability) => (
          <>
            <ul class="profile__lines" role="list">
              <For each={inOrder(availability().slots)} fallback={<li class="muted">No times yet.</li>}>
                {(slot) => <li>{saySlot(slot)}</li>}
              </For>
            </ul>
            <p class="small muted">{sayRhythm(availability())}</p>
          </>
        )}
      </Show>
    }
    form={<TimesForm {...props} />}
  />
);
