import { For, Show, type JSX } from 'solid-js';
import { createRows, createView, me, type ViewRows } from '../../replica/index.js';
import { atStart, ButtonLink, count, dayOf, EmptyState, Link, WhenLoaded, Path, sayDate, Section, Tag } from '../../ui/index.js';
import { goalTitle, stepTitle } from '../../shared/pair/goal-words.js';
import { PersonName } from '../../shared/people/person-name.js';
import { Skills } from './skills.js';

/** Goals across mentorships, each a path; and a person’s levels before and after. */
export default function GoalsAndSkills(): JSX.Element {
  return (
    <div class="stack stack--loose">
      <Goals />
      <Skills />
    </div>
  );
}

function Goals(): JSX.Element {
  const goals = createRows('goal', () => ({ mentee: me() }));
  const newest = () =>
    goals()
      .filter(({ status }) => status !== 'set-aside')
      .sort((a, b) => (a.status === b.status ? (a.agreedAt < b.agreedAt ? 1 : -1) : a.status === 'open' ? -1 : 1));
  const archived = () => goals().filter(({ status }) => status === 'set-aside');
  return (
    <Section title="Goals">
      <WhenLoaded of={[goals]} label="Loading goals">
        <Show
          when={goals().length}
          fallback={
            <EmptyState title="No goals yet" action={<ButtonLink href="/mentorships">See your mentorships</ButtonLink>}>
              You agree goals with your mentor, in your words. We show your goals from every mentorship here.
            </EmptyState>
          }
        >
          <p class="small muted">Only you and the mentor you agreed a goal with can see it.</p>
          <For each={newest()}>{(goal) => <Goal goal={goal} />}</For>
          <Show when={archived().length}>
            <details class="small">
              <summary>{atStart(count(archived().length, 'archived goal'))}</summary>
              <ul>
                <For each={archived()}>
                  {(goal) => (
                    <li>
                      <Link href={`/mentorships/${goal.mentorship}`}>{goalTitle(goal)}</Link>
                    </li>
                  )}
                </For>
              </ul>
            </details>
          </Show>
        </Show>
      </WhenLoaded>
    </Section>
  );
}

function Goal(props: { goal: ViewRows['goal'] }): JSX.Element {
  const pair = createView('mentorship', () => props.goal.mentorship);
  return (
    <article class="growth__goal">
      <Path
        title={goalTitle(props.goal)}
        steps={props.goal.steps.map((step) => ({ title: stepTitle(step), done: step.done !== null || props.goal.status === 'achieved' }))}
      />
      <Show when={props.goal.achieved?.evidence}>{(evidence) => <blockquote class="reading">{evidence()}</blockquote>}</Show>
      <p class="small muted">
        <Show when={props.goal.achieved} fallback={`Agreed on ${sayDate(dayOf(props.goal.agreedAt))}`}>
          {(achieved) => (
            <>
              <Tag>Achieved</Tag> on {sayDate(dayOf(achieved().at))}
            </>
          )}
        </Show>
        <Show when={pair()}>
          {(row) => (
            <>
              {' · '}
              <Link href={`/mentorships/${row().mentorship}`} about={`: ${goalTitle(props.goal)}`}>
                with <PersonName within of={row().mentor} />
              </Link>
            </>
          )}
        </Show>
      </p>
    </article>
  );
}
