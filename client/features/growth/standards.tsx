import { createMemo, For, Show, type JSX } from 'solid-js';
import { framework, statement } from '@alongside/domain/uk/frameworks/statements.js';
import { createRows, me } from '../../replica/index.js';
import { ButtonLink, dayOf, EmptyState, Link, List, WhenLoaded, Row, sayDate, Section } from '../../ui/index.js';
import { sayStatement } from '../../shared/standards/standards-of.js';
import { byStandard, type Speaks } from './speaks-to.js';

const KIND: { readonly [Kind in Speaks['kind']]: string } = {
  goal: 'Goal',
  action: 'Action',
  reflection: 'Reflection',
  feedback: 'Feedback for you',
};

/** By standard, what in a person's own record speaks to it. */
export default function Standards(): JSX.Element {
  const goals = createRows('goal', () => ({ mentee: me() }));
  const actions = createRows('action', () => ({ owner: me() }));
  const reflections = createRows('reflection', () => ({ person: me() }));
  const feedback = createRows('feedback', () => ({ to: me() }));
  const standards = createMemo(() => byStandard({ goals: goals(), actions: actions(), reflections: reflections(), feedback: feedback() }));
  return (
    <WhenLoaded of={[goals, actions, reflections, feedback]} label="Loading standards">
      <Show
        when={standards().length}
        fallback={
          <EmptyState level={2} title="No standards linked yet" action={<ButtonLink href="/mentorships">Open mentorships</ButtonLink>}>
            Link your goals, actions and reflections to standards. We list them here by standard.
          </EmptyState>
        }
      >
        <div class="stack stack--loose">
          <p class="small muted">Only you can see this list.</p>
          <For each={standards()}>
            {({ statement: id, of }) => (
              <Section title={sayStatement(id)}>
                <p class="small muted">{framework(statement(id)?.framework ?? '')?.title}</p>
                <List each={of}>
                  {(one) => (
                    <Row
                      wrap
                      title={one.title}
                      note={`${KIND[one.kind]}, ${sayDate(dayOf(one.at))}`}
                      end={
                        <Link href={one.href} about={`: ${one.title}`}>
                          Open
                        </Link>
                      }
                    />
                  )}
                </List>
              </Section>
            )}
          </For>
        </div>
      </Show>
    </WhenLoaded>
  );
}
