import { Show, type JSX } from 'solid-js';
import { createSending, createView, me, type ViewRows } from '../../replica/index.js';
import { Button, dayOf, say, sayDay, Section } from '../../ui/index.js';
import { Refused } from '../pair/forms.js';
import { isOver, type Mentorship } from '../pair/pair.js';
import { fitIsDue } from './standing.js';

type Answer = ViewRows['fit']['answers'][number]['answer'];

const WORDS: Record<Answer, string> = { good: 'Good', 'too-early': 'Too early to say', 'not-good': 'Not so good' };
const ANSWERS = Object.keys(WORDS) as Answer[];

/** One tap on whether it is working, after the first and the third meeting. Nobody else ever sees the answer. */
export function FitCheck(props: { pair: Mentorship; otherName: string; onWaysOn: () => void }): JSX.Element {
  const row = createView('fit', () => `${props.pair.mentorship}:${me()}`);
  const sending = createSending();
  const answers = () => row()?.answers ?? [];
  const last = () => answers()[answers().length - 1];
  const due = () => !row.loading && !isOver(props.pair) && fitIsDue(props.pair.meetingsHeld, answers().length);
  const answer = async (value: Answer) => {
    if (await sending.send('CheckFit', { mentorship: props.pair.mentorship, answer: value })) say('Noted. Only you can see it.');
  };
  return (
    <Show when={due() || (last() && !isOver(props.pair))}>
      <Section title="Only you see this" level={3}>
        <Show
          when={due()}
          fallback={
            <p class="small muted">
              You said “{WORDS[last()?.answer ?? 'good']}” on {sayDay(dayOf(last()?.at))}.
            </p>
          }
        >
          <p class="small muted">How is it going with {props.otherName} so far? One tap, private to you.</p>
          <Refused sending={sending} />
          <div class="line line--wrap line--tight">
            {ANSWERS.map((value) => (
              <Button tone="quiet" pending={sending.pending()} onPress={() => void answer(value)}>
                {WORDS[value]}
              </Button>
            ))}
          </div>
        </Show>
        <Show when={!due() && last()?.answer === 'not-good'}>
          <p class="small muted">You can change how you meet, pause, or ask for somebody else. Nobody is told why.</p>
          <div>
            <Button tone="plain" small onPress={props.onWaysOn}>
              See what you can do
            </Button>
          </div>
        </Show>
      </Section>
    </Show>
  );
}
