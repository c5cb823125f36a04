import { createMemo, createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import { folded } from '@alongside/domain/text/folding.js';
import { createAnswer } from '../../replica/index.js';
import { dayOf, EmptyState, NotFetched, PageHeader, sayDayNear, sayTime, Skeleton, TextField, timeOf } from '../../ui/index.js';
import './outbox.css';

interface Email {
  readonly at: string;
  readonly to: { readonly email: string };
  readonly subject: string;
  readonly text: string;
}

/** Emails arrive while one looks, in milliseconds. */
const LOOK_MS = 4_000;

/** The emails that a demonstration would have sent: sign-in codes, requests, reminders. */
export default function Outbox(): JSX.Element {
  const answer = createAnswer<{ emails: readonly Email[] }>(() => '/api/outbox');
  const timer = setInterval(() => answer.again(), LOOK_MS);
  onCleanup(() => clearInterval(timer));
  const [typed, setTyped] = createSignal('');
  const emails = createMemo(() => {
    const wanted = folded(typed());
    return (answer.data()?.emails ?? []).filter((email) => !wanted || folded(`${email.to.email} ${email.subject}`).includes(wanted));
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
            when={answer.data()?.emails.length}
            fallback={
              <EmptyState level={2} title="No emails yet">
                Ask for a sign-in code, or ask a person to be your mentor. The email shows here a moment later.
              </EmptyState>
            }
          >
            <TextField label="Search by email address or subject" kind="search" autocomplete="off" value={typed()} onInput={setTyped} />
            <Show when={emails().length} fallback={<p class="muted">No emails match.</p>}>
              <ul class="list" role="list">
                <For each={emails()}>{(email) => <EmailLine email={email} />}</For>
              </ul>
            </Show>
          </Show>
        </Show>
      </div>
    </div>
  );
}

const EmailLine = (props: { email: Email }): JSX.Element => (
  <li>
    <details class="outbox__email">
      <summary>
        <span class="outbox__subject">{props.email.subject}</span>
        <span class="outbox__to">
          to {props.email.to.email} · {sayDayNear(dayOf(props.email.at))} at {sayTime(timeOf(props.email.at))}
        </span>
      </summary>
      <pre class="outbox__text">{props.email.text}</pre>
    </details>
  </li>
);
