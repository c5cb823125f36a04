import { createMemo, createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import { folded } from '@alongside/domain/text/folding.js';
import { createAnswer } from '../../replica/index.js';
import { dayOf, EmptyState, NotFetched, PageHeader, sayDayNear, sayTime, Skeleton, TextField, timeOf } from '../../ui/index.js';
import './outbox.css';

interface Letter {
  readonly at: string;
  readonly to: { readonly email: string };
  readonly subject: string;
  readonly text: string;
}

/** Letters arrive while one looks, in milliseconds. */
const LOOK_MS = 4_000;

/** The letters that a demonstration would have sent: sign-in codes, requests, reminders. */
export default function Outbox(): JSX.Element {
  const answer = createAnswer<{ letters: readonly Letter[] }>(() => '/api/outbox');
  const timer = setInterval(() => answer.again(), LOOK_MS);
  onCleanup(() => clearInterval(timer));
  const [typed, setTyped] = createSignal('');
  const letters = createMemo(() => {
    const wanted = folded(typed());
    return (answer.data()?.letters ?? []).filter((letter) => !wanted || folded(`${letter.to.email} ${letter.subject}`).includes(wanted));
  });
  return (
    <div class="page page--wide">
      <div class="stack stack--loose outbox">
        <PageHeader
          context="Demo"
          title="Demo emails"
          lead="These are the emails that Alongside would have sent. We do not send them. You can read sign-in codes here."
        />
        <Show when={answer.failed()}>
          {(said) => (
            <NotFetched title="We could not load the emails" onAgain={answer.again}>
              {said()}
            </NotFetched>
          )}
        </Show>
        <Show
          when={answer.data()}
          fallback={
            <Show when={!answer.failed()}>
              <Skeleton kind="rows" label="Loading emails" />
            </Show>
          }
        >
          <Show
            when={answer.data()?.letters.length}
            fallback={
              <EmptyState level={2} title="No emails yet">
                Ask for a sign-in code, or ask a person to be your mentor. The email shows here a moment later.
              </EmptyState>
            }
          >
            <TextField label="Search by email address or subject" kind="search" autocomplete="off" value={typed()} onInput={setTyped} />
            <Show when={letters().length} fallback={<p class="muted">No emails match.</p>}>
              <ul class="list" role="list">
                <For each={letters()}>{(letter) => <LetterLine letter={letter} />}</For>
              </ul>
            </Show>
          </Show>
        </Show>
      </div>
    </div>
  );
}

const LetterLine = (props: { letter: Letter }): JSX.Element => (
  <li>
    <details class="outbox__letter">
      <summary>
        <span class="outbox__subject">{props.letter.subject}</span>
        <span class="outbox__to">
          to {props.letter.to.email} · {sayDayNear(dayOf(props.letter.at))} at {sayTime(timeOf(props.letter.at))}
        </span>
      </summary>
      <pre class="outbox__text">{props.letter.text}</pre>
    </details>
  </li>
);
