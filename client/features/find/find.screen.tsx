import { createEffect, createMemo, createSignal, For, on, onCleanup, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { createAnswer } from '../../replica/index.js';
import {
  atStart,
  Avatar,
  Button,
  ButtonLink,
  count,
  EmptyState,
  calledName,
  Link,
  NotFetched,
  Notice,
  PageHeader,
  Row,
  Skeleton,
} from '../../ui/index.js';
import { MentorLetter } from './mentor-letter.js';
import { createOpened, sayGone } from './opened.js';
import { inBrief, sayRequestsLeft, SUGGESTION_VIEWS, type Missing, type SuggestedMentor, type SuggestionsAnswer } from './suggestions.js';
import { chosenIn, MATTERS, suggestionsPath, type Matter } from './weights.js';
import { WhatMatters } from './what-matters.js';
import './find.css';

/** A slider says many values on its way; the hub is asked once it rests this long, in milliseconds. */
const REST_MS = 120;

/** Find a mentor: three people, each for a different reason, and what would change them. */
export default function Find(): JSX.Element {
  const [params, setParams] = useSearchParams();
  const chosen = createMemo(() => chosenIn(params));
  const path = createRested(() => suggestionsPath(chosen()));
  const answer = createAnswer<SuggestionsAnswer>(path, { views: SUGGESTION_VIEWS });
  const change = (part: Matter['part'], value: number) => setParams({ [part]: String(value) }, { replace: true, scroll: false });
  const reset = () => setParams(Object.fromEntries(MATTERS.map(({ part }) => [part, undefined])), { replace: true, scroll: false });
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader context={contextOf(answer.data()?.people.length)} title="Find a mentor" />
        <Show
          when={answer.data()}
          fallback={
            <Show when={answer.failed()} fallback={<Skeleton kind="card" label="Looking for people who fit" />}>
              {(why) => (
                <Notice
                  kind="refusal"
                  title="Suggestions cannot be fetched just now"
                  foot={<Button onPress={answer.again}>Try again</Button>}
                >
                  {why()} The directory may still be open to you.
                </Notice>
              )}
            </Show>
          }
        >
          {(data) => (
            <>
              <Show when={answer.failed()}>
                {(why) => (
                  <NotFetched title="These may not be the latest" mild onAgain={answer.again}>
                    {why()}
                  </NotFetched>
                )}
              </Show>
              <Suggested answer={data()} path={answer.path() ?? path()} />
            </>
          )}
        </Show>
      </div>
      <aside class="stack stack--loose" aria-label="What matters to you">
        <WhatMatters chosen={chosen()} onChange={change} onReset={reset} />
        <hr />
        <p class="small muted">
          Suggestions use your aims, phase, subject, times and how you like to work. Never age, gender, ethnicity or names. You decide whom
          to ask; nobody is told that they were suggested.
        </p>
      </aside>
    </div>
  );
}

function contextOf(people: number | undefined): string {
  if (people === undefined || people === 0) return 'People who have been where you are';
  if (people === 1) return 'One person for you';
  return `${people === 2 ? 'Two' : 'Three'} people for you, each for a different reason`;
}

/** A value once it has rested. */
function createRested(read: () => string): () => string {
  const [rested, setRested] = createSignal(read());
  createEffect(
    on(
      read,
      (value) => {
        const timer = setTimeout(() => setRested(value), REST_MS);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  return rested;
}

function Suggested(props: { answer: SuggestionsAnswer; path: string }): JSX.Element {
  const { people, shown, gone, open, news } = createOpened(props);
  /** By id, so that a new answer changes the words and never takes a button, and its focus, away. */
  const others = () => people().flatMap(({ person }) => (person === shown()?.person ? [] : [person]));
  const of = (person: string) => people().find((one) => one.person === person);
  const mayAsk = () => props.answer.requestsLeft > 0;
  let letter: HTMLDivElement | undefined;
  const lead = (mentor: SuggestedMentor) => {
    open(mentor);
    letter?.focus();
  };
  return (
    <>
      <p class="unseen" role="status">
        {news()}
      </p>
      <Hints missing={props.answer.missing} />
      <Show when={!mayAsk()}>
        <Notice title={`You have ${props.answer.requestsLimit} open requests`} foot={<Link href="/requests">See your requests</Link>}>
          That is as many as can wait at once. When one is answered, or you withdraw it, you can ask again.
        </Notice>
      </Show>
      <Show
        when={shown()?.person}
        keyed
        fallback={
          <Show when={!gone()}>
            <EmptyState
              level={2}
              title="Nobody fits just now"
              action={<ButtonLink href="/directory">Look through the directory</ButtonLink>}
            >
              It may be that every mentor whom you may find has their places taken. Somebody may still turn up: this page follows along.
            </EmptyState>
          </Show>
        }
      >
        <div ref={(element: HTMLDivElement) => (letter = element)} tabindex="-1">
          <Show when={shown()}>
            {(mentor) => <MentorLetter mentor={mentor()} mayAsk={mayAsk() && !gone()} requests={sayRequestsLeft(props.answer)} />}
          </Show>
        </div>
      </Show>
      <Show when={gone()}>{(mentor) => <Gone mentor={mentor()} readable={shown() !== undefined} />}</Show>
      <Show when={others().length}>
        <section aria-label={atStart(count(others().length, 'more person', 'more people'))} class="find__others">
          <ul class="list" role="list">
            <For each={others()}>
              {(person) => (
                <li>
                  <Show when={of(person)}>{(mentor) => <Other mentor={mentor()} onOpen={() => lead(mentor())} />}</Show>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <p>
        <Link href="/directory">Look through the whole directory</Link>
      </p>
    </>
  );
}

/** Below the letter, so that nothing moves under whoever reads it; in its place where it cannot be read any more. */
const Gone = (props: { mentor: SuggestedMentor; readable: boolean }) => (
  <Notice
    title={sayGone(props.mentor)}
    foot={
      <Show when={props.readable}>
        <Link href={`/mentors/${props.mentor.person}`}>See how things stand with {calledName(props.mentor)}</Link>
      </Show>
    }
  >
    {props.readable
      ? 'Their places may have been taken, or others fit better now. You can go on reading; their profile says whether they can be asked.'
      : 'They cannot be found here any more. Nobody was told that you looked.'}
  </Notice>
);

const Other = (props: { mentor: SuggestedMentor; onOpen: () => void }) => (
  <Row
    wrap
    start={<Avatar who={{ id: props.mentor.person, name: props.mentor.name }} />}
    title={<span class="name">{props.mentor.name}</span>}
    note={inBrief(props.mentor)}
    end={
      <Button tone="plain" onPress={props.onOpen}>
        Why {calledName(props.mentor)}?
      </Button>
    }
  />
);

const HINTS: Readonly<Record<Missing, { words: string; section: string; go: string }>> = {
  profile: { words: 'what and whom you teach', section: 'teaching', go: 'Say what you teach' },
  aims: { words: 'what you want to work on', section: 'aims', go: 'Choose what to work on' },
  availability: { words: 'when you are free', section: 'times', go: 'Say when you are free' },
};

/** What would make these suggestions better: one thing at a time, and never in the way. */
const Hints = (props: { missing: readonly Missing[] }) => (
  <Show when={props.missing[0]}>
    {(first) => (
      <Notice
        title={`These get better once we know ${HINTS[first()].words}`}
        foot={
          <ButtonLink small tone="quiet" href={`/profile?section=${HINTS[first()].section}`}>
            {HINTS[first()].go}
          </ButtonLink>
        }
      >
        It takes about a minute. Until then, what is not known counts neither for nor against anybody.
      </Notice>
    )}
  </Show>
);
