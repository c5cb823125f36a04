import { createMemo, For, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { alikeIn, alikeText, type Alike } from '@alongside/domain/suggestions/alike.js';
import { mustHavesIn, type MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { Moved } from '@alongside/ml/ranking/sliders.js';
import { createAnswer, type ComputedAnswer } from '../../replica/index.js';
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
import { MentorLetter } from '../../shared/mentors/mentor-letter.js';
import { createNoteShown } from './note-shown.js';
import { createOpened, sayGone } from './opened.js';
import {
  differ,
  inBrief,
  sayRequestsLeft,
  SUGGESTIONS_REST_ON,
  type Missing,
  type SuggestedMentor,
  type SuggestionsAnswer,
} from '../../shared/mentors/suggestions.js';
import { MustHaves, NobodyHasAll } from './must-haves.js';
import { LikeWhom, OthersLike, sayNobodyLike } from './others-like.js';
import { createMoving } from './moving.js';
import { createReady } from './ready.js';
import { chosenIn, MATTERS, reservesPath, suggestionsPath } from './weights.js';
import { WhatMatters } from './what-matters.js';
import './find.css';

/** Find a mentor: three people, each for a different reason, and what would change them. */
export default function Find(): JSX.Element {
  const [params, setParams] = useSearchParams();
  const insisted = createMemo(() => mustHavesIn(params['must']));
  const alike = createMemo(() => alikeIn(params['like']));
  const say = (change: Record<string, string | undefined>) => setParams(change, { replace: true, scroll: false });
  const written = createMemo(() => chosenIn(params));
  const write = (moved: Moved) =>
    say({ ...Object.fromEntries(MATTERS.map(({ part }) => [part, moved[part]?.toString()])), mentor: undefined });
  const { moved, change, reset } = createMoving(written, write);
  // The hub is asked once the sliders rest; meanwhile what it sent along is ordered here.
  const answer = createAnswer<SuggestionsAnswer>(() => suggestionsPath(written(), insisted(), alike()), SUGGESTIONS_REST_ON);
  const path = createMemo(() => suggestionsPath(moved(), insisted(), alike()));
  const { shown, onlyOutOf } = createReady({ answer, moved, path, reservesPath: () => reservesPath(insisted(), alike()) });
  const insist = (on: readonly MustHave[]) => say({ must: on.length ? on.join(',') : undefined, mentor: undefined });
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader context={contextOf(shown()?.answer.people)} title="Find a mentor" />
        <Show
          when={shown()}
          fallback={
            <Show when={answer.failed()} fallback={<Skeleton kind="card" label="Loading suggestions" />}>
              {(why) => (
                <Notice kind="refusal" title="We could not load suggestions" foot={<Button onPress={answer.again}>Try again</Button>}>
                  {why()} You can also try the directory.
                </Notice>
              )}
            </Show>
          }
        >
          {(list) => (
            <>
              <Show when={onlyOutOf()} fallback={<MayBeOld answer={answer} />}>
                {(people) => (
                  <NotFetched title={`These suggestions are from ${count(people(), 'mentor')}`} mild onAgain={answer.again}>
                    We cannot reach the hub, so we only compared the mentors we had loaded. When you’re back online, we will compare all of
                    them.
                  </NotFetched>
                )}
              </Show>
              <Suggested
                answer={list().answer}
                path={list().path}
                outOf={list().outOf}
                refreshing={answer.refreshing()}
                wanted={params['mentor']?.toString()}
                onOpen={(mentor) => say({ mentor })}
                insisted={insisted()}
                onInsist={insist}
                lost={alike() !== undefined && answer.path() === path() && !list().answer.like}
                onAlike={(one) => setParams({ like: one && alikeText(one), mentor: undefined }, { scroll: false })}
              />
            </>
          )}
        </Show>
      </div>
      <aside class="stack stack--loose" aria-label="What matters to you">
        <WhatMatters chosen={moved()} onChange={change} onReset={reset} />
        <Show when={answer.data()?.mustHaves}>
          {(mustHaves) => <MustHaves insisted={insisted()} possible={mustHaves().possible} onChange={insist} />}
        </Show>
        <hr />
        <p class="small muted">
          We use your focus areas, phase, subject, availability, school and how you like to work. We never use age, gender, ethnicity or
          names. You choose who to ask. We do not tell mentors that we suggested them. We keep a record of who we showed you and why, so
          that suggestions can be checked and improved.
        </p>
        <p class="small">
          <Link href="/matching">How matching works</Link>
        </p>
      </aside>
    </div>
  );
}

const MayBeOld = (props: { answer: ComputedAnswer<SuggestionsAnswer> }) => (
  <Show when={props.answer.failed()}>
    {(why) => (
      <NotFetched title="These suggestions may be out of date" mild onAgain={props.answer.again}>
        {why()}
      </NotFetched>
    )}
  </Show>
);

function contextOf(people: readonly SuggestedMentor[] = []): string {
  if (people.length < 2) return people.length ? 'One mentor for you' : 'Suggestions for you';
  return `${people.length} mentors for you${differ(people) ? ', each for a different reason' : ''}`;
}

interface SuggestedProps {
  readonly onOpen: (person: string) => void;
  readonly insisted: readonly MustHave[];
  readonly onInsist: (insisted: readonly MustHave[]) => void;
  readonly lost: boolean;
  readonly onAlike: (alike: Alike | undefined) => void;
}

function Suggested(props: Parameters<typeof createOpened>[0] & SuggestedProps): JSX.Element {
  const { people, ranked, outOf, shown, gone, open, keep, news, hold } = createOpened(props);
  createNoteShown({ people: () => (outOf() === null ? people() : []), ranked });
  /** By id, so that a new answer changes the words and never takes a button, and its focus, away. */
  const others = () => people().flatMap(({ person }) => (person === shown()?.person ? [] : [person]));
  const of = (person: string) => people().find((one) => one.person === person);
  const mayAsk = () => props.answer.requestsLeft > 0;
  let letter: HTMLDivElement | undefined;
  let top: HTMLDivElement | undefined;
  /** What was pressed goes with the list that it stood in. */
  const change = (alike: Alike | undefined) => {
    props.onAlike(alike);
    top?.focus();
  };
  const isNarrowed = () => Boolean(props.answer.ranked.alike ?? props.answer.ranked.mustHaves?.length);
  const lead = (mentor: SuggestedMentor) => {
    // First: what had the focus goes from the list, and not every browser says so.
    letter?.focus();
    open(mentor);
    props.onOpen(mentor.person);
  };
  return (
    <>
      <p class="unseen" role="status">
        {news()}
      </p>
      <div class="find__top" ref={(element) => (top = element)} tabindex="-1">
        <LikeWhom answer={props.answer} lost={props.lost} onBack={() => change(undefined)} />
      </div>
      <Hints missing={props.answer.missing} />
      <Show when={!mayAsk()}>
        <Notice title={`You have ${props.answer.requestsLimit} open requests`} foot={<Link href="/requests">See your requests</Link>}>
          You can have {props.answer.requestsLimit} open requests at a time. You can ask again when you get a reply, or if you withdraw one.
        </Notice>
      </Show>
      <Show
        when={shown()?.person}
        keyed
        fallback={
          <Show when={!gone()}>
            <Show
              when={props.answer.ranked.mustHaves?.length && !props.answer.ranked.alike}
              fallback={
                <EmptyState level={2} title="No matches right now" action={<ButtonLink href="/directory">Open the directory</ButtonLink>}>
                  {sayNobodyLike(props.answer) ?? 'The mentors you can contact may all be full. We’ll show new matches here.'}
                </EmptyState>
              }
            >
              <NobodyHasAll insisted={props.insisted} inTheWay={props.answer.mustHaves?.inTheWay ?? []} onChange={props.onInsist} />
            </Show>
          </Show>
        }
      >
        <div ref={(element: HTMLDivElement) => (letter = element)} tabindex="-1" onFocusIn={keep}>
          <Show when={shown()}>
            {(mentor) => (
              <MentorLetter
                mentor={mentor()}
                mayAsk={mayAsk() && !gone()}
                requests={sayRequestsLeft(props.answer)}
                narrowed={isNarrowed()}
                outOf={outOf()}
              />
            )}
          </Show>
          <Show when={!gone() && shown()}>
            {(mentor) => (
              <OthersLike
                mentor={mentor()}
                insisted={props.insisted}
                onChoose={(but) => change({ mentor: mentor().person as Alike['mentor'], but })}
              />
            )}
          </Show>
        </div>
      </Show>
      <Show when={gone()}>{(mentor) => <Gone mentor={mentor()} readable={shown() !== undefined} />}</Show>
      <Show when={others().length}>
        <section aria-label={atStart(count(others().length, 'more mentor'))} class="find__others" {...hold.on}>
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
        <Link href="/directory">Search the whole directory</Link>
      </p>
    </>
  );
}

/** Below the suggestion, so that nothing moves under the reader; in its place where it cannot be read any more. */
const Gone = (props: { mentor: SuggestedMentor; readable: boolean }) => (
  <Notice
    title={sayGone(props.mentor)}
    foot={
      <Show when={props.readable}>
        <Link href={`/mentors/${props.mentor.person}`}>Check {calledName(props.mentor)}’s profile</Link>
      </Show>
    }
  >
    {props.readable
      ? `${calledName(props.mentor)} may be full, or other mentors may match you better now. Check their profile before you ask.`
      : `You can no longer find ${calledName(props.mentor)} here. We did not tell anyone that you looked.`}
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
        See why we suggest {calledName(props.mentor)}
      </Button>
    }
  />
);

const HINTS: Readonly<Record<Missing, { words: string; section: string; go: string }>> = {
  profile: { words: 'what you teach', section: 'teaching', go: 'Add what you teach' },
  aims: { words: 'what you want to work on', section: 'aims', go: 'Choose focus areas' },
  availability: { words: 'when you are available', section: 'times', go: 'Add your availability' },
};

/** What would make these suggestions better: one thing at a time, and never in the way. */
const Hints = (props: { missing: readonly Missing[] }) => (
  <Show when={props.missing[0]}>
    {(first) => (
      <Notice
        title={`Tell us ${HINTS[first()].words} for better suggestions`}
        foot={
          <ButtonLink small tone="quiet" href={`/profile?section=${HINTS[first()].section}`}>
            {HINTS[first()].go}
          </ButtonLink>
        }
      >
        It takes about a minute. Until then, it does not affect who we suggest.
      </Notice>
    )}
  </Show>
);
