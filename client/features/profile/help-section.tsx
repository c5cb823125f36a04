import { For, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { careerStage } from '@alongside/domain/uk/taxonomy/lists.js';
import { count } from '../../ui/index.js';
import { Level } from '../../shared/mentors/mentor-profile.js';
import { HelpForm } from './forms.js';
import { SectionFrame, type OwnSectionProps as Props } from './section-frame.js';

/** What a person can help with, and whether they offer it. */
export const HelpSection = (props: Props): JSX.Element => (
  <SectionFrame
    {...props}
    summary={
      <>
        <Show
          when={props.own.expertise.length}
          fallback={<span class="muted">No answer yet. Think of what colleagues ask you about.</span>}
        >
          <ul class="profile__lines profile__lines--levels" role="list">
            <For each={props.own.expertise}>
              {({ tag, level }) => (
                <li>
                  {expertiseName(tag)} <Level level={level} />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.own.offer?.careerStages.length}>
          <p class="small muted">
            Would like to help: {(props.own.offer?.careerStages ?? []).map((id) => careerStage(id)?.name ?? id).join(', ')}
          </p>
        </Show>
        <p class="small muted">
          {props.own.offer ? `You offer mentoring to ${count(props.own.places, 'mentee')} at once.` : 'You do not offer mentoring.'}
        </p>
      </>
    }
    form={<HelpForm {...props} />}
  />
);
