import { within } from '@alongside/domain/text/mid-sentence.js';
import { For, Show, type JSX } from 'solid-js';
import { createSending, createView, me, type ViewRows } from '../../replica/index.js';
import { Button, dayOf, saying, sayDay, Section } from '../../ui/index.js';
import { ASK_A_COORDINATOR } from '../help/asking.js';
import { Refused } from '../forms.js';
import { COUNTED } from '../programme/counted-words.js';
import { isOver, type Mentorship } from './pair.js';
import { fitIsDue } from './next-action.js';

type Answer = ViewRows['fit']['answers'][number]['answer'];

const WORDS: Record<Answer, string> = { good: 'Good', 'too-early': 'Too early to say', 'not-good': 'Not so good' };
const ANSWERS = Object.keys(WORDS) as Answer[];

/** What a person may do who finds that it is not going so well. */
export type CalmChoice = 'propose' | 'help' | 'pause' | 'another' | 'end';

/** Whether it is working, after the first and the third meeting, and what to do where it is not. Nobody else sees the answer. */
export function FitCheck(props: { pair: Mentorship; otherName: string; onChoose: (choice: CalmChoice) => void }): JSX.Element {
  const row = createView('fit', () => `${props.pair.mentorship}:${me()}`);
  const sending = createSending();
  const answers = () => row()?.answers ?? [];
  const last = () => answers()[answers().length - 1];
  const due = () => !row.loading && !isOver(props.pair) && fitIsDue(props.pair.meetingsHeld, answers());
  const answer = async (value: Answer) => {
    await sending.send('CheckFit', { mentorship: props.pair.mentorship, answer: value }, { saved: saying('Saved. Only you can see it.') });
  };
  return (
    <Show when={due() || (last() && !isOver(props.pair))}>
      <Section title="How it is going" level={3}>
        <Show
          when={due()}
          fallback={
            <p class="small muted">
              You said “{WORDS[last()?.answer ?? 'good']}” on {sayDay(dayOf(last()?.at))}. Only you can see this.
            </p>
          }
        >
          <p class="small muted">
            How is it going with {within(props.otherName)} so far? Only you can see this. {COUNTED}
          </p>
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
          <CalmChoices {...props} />
        </Show>
      </Section>
    </Show>
  );
}

/** Every way on, side by side. None of them says why: a reason is written where the person chooses to write one, or nowhere. */
function CalmChoices(props: { pair: Mentorship; onChoose: (choice: CalmChoice) => void }): JSX.Element {
  const choices = (): readonly (readonly [CalmChoice, string])[] => [
    ...(props.pair.status === 'paused' ? [] : ([['propose', 'Change how you meet']] as const)),
    ['help', ASK_A_COORDINATOR],
    ...(props.pair.status === 'paused' ? [] : ([['pause', 'Pause mentorship']] as const)),
    ...(props.pair.mentee === me() ? ([['another', 'Ask for another mentor']] as const) : []),
    ['end', 'End mentorship early'],
  ];
  return (
    <>
      <p class="small">You can change something, or leave it as it is. You do not need to give a reason.</p>
      <ul class="pair-ways" role="list">
        <For each={choices()}>
          {([choice, label]) => (
            <li>
              <Button tone="plain" small onPress={() => props.onChoose(choice)}>
                {label}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
