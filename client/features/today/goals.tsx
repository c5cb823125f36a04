import { For, Show, type JSX } from 'solid-js';
import { goalTitle, stepTitle } from '../../shared/pair/goal-words.js';
import { DueDate, Path, Section } from '../../ui/index.js';
import type { TodayRows } from './moves.js';

/** What they work towards now, as paths. */
export default function Goals(props: { goals: TodayRows['goals'] }): JSX.Element {
  return (
    <Section title="Goals">
      <For each={props.goals}>
        {(goal) => (
          <div class="stack stack--tight">
            <Path title={goalTitle(goal)} steps={goal.steps.map((step) => ({ title: stepTitle(step), done: step.done !== null }))} />
            <Show when={goal.due}>
              {(due) => (
                <p class="small">
                  <DueDate day={due()} verb="Achieve by" starts />
                </p>
              )}
            </Show>
          </div>
        )}
      </For>
    </Section>
  );
}
