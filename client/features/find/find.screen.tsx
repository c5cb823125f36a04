import { createEffect, createMemo, createSignal, For, on, onCleanup, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { createAnswer } from '../../replica/index.js';
import { Avatar, Button, ButtonLink, EmptyState, firstName, Link, Notice, PageHeader, Row, Skeleton } from '../../ui/index.js';
import { MentorLetter } from './mentor-letter.js';
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
                  <Notice
                    title="These may not be the latest"
                    foot={
                      <Button tone="quiet" small onPress={answer.again}>
                        Try again
                      </Button>
                    }
                  >
                    {why()}
                  </Notice>
                )}
              </Show>
              <Suggested answer={data()} />
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

function Suggested(props: { answer: SuggestionsAnswer }): JSX.Element {
  const [first, setFirst] = createSignal<string>();
  /** Whom the person opened, while they are still among the three; otherwise whoever fits best. */
  const shown = createMemo(() => props.answer.people.find(({ person }) => person === first()) ?? props.answer.people[0]);
  /** By id, so that a new answer changes the words and never takes a button, and its focus, away. */
  const others = () => props.answer.people.flatMap(({ person }) => (person === shown()?.person ? [] : [person]));
  const of = (person: string) => props.answer.people.find((one) => one.person === person);
  const mayAsk = () => props.answer.requestsLeft > 0;
  // Whoever opened a letter is led to it; whoever moves a slider hears who comes first, and stays where they are.
  const best = createMemo(() => props.answer.people[0]?.name);
  const [news, setNews] = createSignal('');
  createEffect(
    on(
      best,
      (name) => {
        setFirst(undefined);
        setNews(name ? `${name} now comes first.` : 'Nobody fits these.');
      },
      { defer: true },
    ),
  );
  let letter: HTMLDivElement | undefined;
  const open = (person: string) => {
    setFirst(person);
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
          <EmptyState level={2} title="Nobody fits just now" action={<ButtonLink href="/directory">Look through the directory</ButtonLink>}>
            It may be that every mentor whom you may find has their places taken. Somebody may still turn up: this page follows along.
          </EmptyState>
        }
      >
        <div ref={(element: HTMLDivElement) => (letter = element)} tabindex="-1">
          <Show when={shown()}>
            {(mentor) => <MentorLetter mentor={mentor()} mayAsk={mayAsk()} requests={sayRequestsLeft(props.answer)} />}
          </Show>
        </div>
      </Show>
      <Show when={others().length}>
        <section aria-label="Two more people" class="find__others">
          <ul class="list" role="list">
            <For each={others()}>
              {(person) => (
                <li>
                  <Show when={of(person)}>{(mentor) => <Other mentor={mentor()} onOpen={() => open(person)} />}</Show>
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

const Other = (props: { mentor: SuggestedMentor; onOpen: () => void }) => (
  <Row
    wrap
    start={<Avatar who={{ id: props.mentor.person, name: props.mentor.name }} />}
    title={<span class="name">{props.mentor.name}</span>}
    note={inBrief(props.mentor)}
    end={
      <Button tone="plain" onPress={props.onOpen}>
        Why {firstName(props.mentor.name)}?
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
