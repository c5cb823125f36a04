import { For, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { proficiencyLevel } from '@alongside/domain/uk/taxonomy/lists.js';
import { inSentence } from '../../shared/people/say.js';
import { AimsForm } from './forms.js';
import { SectionFrame, type OwnSectionProps as Props } from './section-frame.js';

const nameOf = (level: number) => inSentence(proficiencyLevel(level)?.name ?? '');

/** What a person wants to work on, and how far they want to go. */
export const AimsSection = (props: Props): JSX.Element => (
  <SectionFrame
    {...props}
    summary={
      <Show when={props.own.aims.length} fallback={<span class="muted">No answer yet. We need this to suggest mentors.</span>}>
        <ul class="profile__lines" role="list">
          <For each={props.own.aims}>
            {({ tag, from, to }) => (
              <li>
                {expertiseName(tag)}{' '}
                <span class="small muted">
                  from {nameOf(from)} to {nameOf(to)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    }
    form={<AimsForm {...props} />}
  />
);
