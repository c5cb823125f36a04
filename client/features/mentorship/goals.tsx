import { For, Show, type JSX } from 'solid-js';
import { createRows, me } from '../../replica/index.js';
import { atStart, Button, count, EmptyState, WhenLoaded, Section } from '../../ui/index.js';
import { goalTitle } from '../../shared/pair/goal-words.js';
import { isOver, type Mentorship } from '../../shared/pair/pair.js';
import { GoalCard } from './goal-card.js';

const OPEN_LIMIT_GOALS = 3;

/** What the two work towards, each goal a path with stones; those that were reached or set aside stand below. */
export function Goals(props: { pair: Mentorship; onAgree: () => void }): JSX.Element {
  const goals = createRows('goal', () => ({ mentorship: props.pair.mentorship }));
  const open = () => goals().filter(({ status }) => status === 'open');
  const reached = () => goals().filter(({ status }) => status === 'achieved');
  const aside = () => goals().filter(({ status }) => status === 'set-aside');
  const more = () => !isOver(props.pair) && open().length < OPEN_LIMIT_GOALS;
  return (
    <Section
      title="Goals"
      action={
        <Show when={more() && goals().length > 0}>
          <Button tone="quiet" small onPress={props.onAgree}>
            Agree a goal
          </Button>
        </Show>
      }
    >
      <WhenLoaded of={[goals]} label="Loading goals">
        <Show when={!goals().length}>
          <EmptyState
            title={isOver(props.pair) ? 'No goals' : 'No goals yet'}
            action={
              more() ? (
                <Button tone="quiet" onPress={props.onAgree}>
                  Agree a goal
                </Button>
              ) : undefined
            }
          >
            {isOver(props.pair) ? 'You did not agree any.' : 'Start with one thing to do better, and how you will both know.'}
          </EmptyState>
        </Show>
        <For each={open()}>
          {(goal) => (
            <GoalCard goal={goal} readOnly={isOver(props.pair) && goal.mentee !== me()} left={isOver(props.pair) && !goal.carriedOnAt} />
          )}
        </For>
        <For each={reached()}>{(goal) => <GoalCard goal={goal} readOnly />}</For>
        <Show when={aside().length}>
          <details class="small">
            <summary>{atStart(count(aside().length, 'archived goal'))}</summary>
            <ul>
              <For each={aside()}>{(goal) => <li>{goalTitle(goal)}</li>}</For>
            </ul>
          </details>
        </Show>
      </WhenLoaded>
    </Section>
  );
}
