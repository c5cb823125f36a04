import { For, Show, type JSX } from 'solid-js';
import { createRows, me, type ViewRows } from '../../replica/index.js';
import { atStart, Button, count, dayOf, WhenLoaded, sayDate, Section } from '../../ui/index.js';
import { isOver, type Mentorship } from './pair.js';
import { Standards } from '../standards/lazy.js';
import { PersonName } from '../people/person-name.js';

const SHOWN_LIMIT = 2;

/** What each saw the other do, and the next step; newest first. */
export function Feedback(props: { pair: Mentorship; otherName: string; onGive: () => void }): JSX.Element {
  const feedback = createRows('feedback', () => ({ mentorship: props.pair.mentorship }));
  const newest = () => [...feedback()].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Show when={!isOver(props.pair) || feedback().length}>
      <Section
        title="Feedback"
        action={
          <Show when={!isOver(props.pair)}>
            <Button tone="quiet" small onPress={props.onGive}>
              Give feedback
            </Button>
          </Show>
        }
      >
        <WhenLoaded of={[feedback]} lines={1} label="Loading feedback">
          <Show when={!newest().length}>
            <p class="muted">No feedback yet. Start with one thing you saw and one next step.</p>
          </Show>
        </WhenLoaded>
        <For each={newest().slice(0, SHOWN_LIMIT)}>{(one) => <FeedbackNote of={one} />}</For>
        <Show when={newest().length > SHOWN_LIMIT}>
          <details class="small">
            <summary>{atStart(count(newest().length - SHOWN_LIMIT, 'earlier note'))}</summary>
            <div class="stack">
              <For each={newest().slice(SHOWN_LIMIT)}>{(one) => <FeedbackNote of={one} />}</For>
            </div>
          </details>
        </Show>
      </Section>
    </Show>
  );
}

/** One piece of feedback, as a short note. */
export const FeedbackNote = (props: { of: ViewRows['feedback'] }): JSX.Element => (
  <article class="note">
    <p class="reading">{props.of.saw || 'This was deleted with its author’s account.'}</p>
    <Show when={props.of.nextStep}>
      <p>
        <span class="muted">Next: </span>
        {props.of.nextStep}
      </p>
    </Show>
    <Standards
      statements={props.of.statements ?? []}
      about="this feedback"
      link={
        props.of.from === me() && props.of.saw
          ? { type: 'LinkFeedback', of: { mentorship: props.of.mentorship, feedback: props.of.feedback } }
          : undefined
      }
    />
    <p class="small muted">
      <Show when={props.of.from === me()} fallback={<PersonName of={props.of.from} />}>
        You, to <PersonName within of={props.of.to} short />
      </Show>
      , {sayDate(dayOf(props.of.at))}
    </p>
  </article>
);
