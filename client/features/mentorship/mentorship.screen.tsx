import { createEffect, createMemo, createSignal, Match as When, Show, Switch, untrack, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import { useParams, useSearchParams } from '@solidjs/router';
import { isBeforeFirstMeeting } from '@alongside/domain/mentorships/whose-move.js';
import { createRows, createView, me } from '../../replica/index.js';
import { NotFound } from '../../app/problem-page.js';
import {
  atStart,
  calledName,
  count,
  dayOf,
  PageHeader,
  sayDate,
  sayMinutes,
  Section,
  Skeleton,
  WhenFetched,
  WhenLoaded,
} from '../../ui/index.js';
import { AskHere } from '../../shared/help/asking.js';
import { createNow, isAlone, isOver, otherOf, type Meeting, type Mentorship } from '../../shared/pair/pair.js';
import { createWho, PeoplePair } from '../../shared/people/person-name.js';
import { Actions } from '../../shared/pair/actions.js';
import { AgreementSummary } from './agreement.js';
import { Feedback } from '../../shared/pair/feedback.js';
import type { CalmChoice } from '../../shared/pair/fit-check.js';
import { Goals } from './goals.js';
import { Meetings } from './meetings.js';
import { NextStep, RecordStep } from '../../shared/pair/next-step.js';
import { nextActionOf, stillToRecord, type NextAction } from '../../shared/pair/next-action.js';
import { PauseOrEnd, type Way } from './pause-or-end.js';
import '../../shared/pair/pair.css';
import { midSentence, within } from '@alongside/domain/text/mid-sentence.js';

const AgreementDialog = lazyPart(() => import('./agreement-dialog.js'));
const ways = () => import('./way-dialogs.js');
const PauseDialog = lazyPart(() => ways().then((part) => ({ default: part.PauseDialog })));
const EndDialog = lazyPart(() => ways().then((part) => ({ default: part.EndDialog })));
const AgreementForm = lazyPart(() => import('./agreement-form.js'));
const AskForHelp = lazyPart(() => import('../../shared/help/ask-for-help.js'));
const Match = lazyPart(() => import('./match.js'));
// Few mentees leave while a mentorship goes on.
const MenteeLeft = lazyPart(() => import('./mentee-left.js'));
const ReviewForm = lazyPart(() => import('./review-form.js'));
const DraftAgreement = lazyPart(() => import('./draft-agreement.js'));
const FitCheck = lazyPart(() => import('../../shared/pair/fit-check.js').then((part) => ({ default: part.FitCheck })));
const Reflections = lazyPart(() => import('./reflections.js').then((part) => ({ default: part.Reflections })));
const FeedbackForm = lazyPart(() => import('./feedback-form.js'));
const GoalForm = lazyPart(() => import('./goal-form.js'));

type Opened = Way | 'another' | 'help' | 'agreement' | 'review' | 'draft' | 'propose' | 'goal' | 'feedback';

/** What each choice opens. Asking for another mentor ends this mentorship, with that wish. */
const WAYS: Readonly<Record<CalmChoice, Opened>> = { propose: 'propose', help: 'help', pause: 'pause', another: 'another', end: 'end' };

/** What a link to this page may open at once, where that is possible now. */
function mayOpen(what: string | undefined, pair: Mentorship): what is CalmChoice | 'agreement' | 'review' {
  if (what === 'agreement') return Boolean(pair.proposed ?? pair.agreed);
  if (isOver(pair)) return false;
  if (what === 'another') return pair.mentee === me();
  if (what === 'end' || what === 'help') return true;
  return pair.status !== 'paused' && (what === 'propose' || what === 'pause' || (what === 'review' && pair.agreed !== null));
}

/** One mentorship on one page: who, whose move it is, goals, meetings, what was taken on, and how to go on. */
export default function MentorshipScreen(): JSX.Element {
  const params = useParams<{ id: string }>();
  const mentorship = createView('mentorship', () => params.id);
  // A yes is saved a moment before the mentorship that follows from it.
  const accepted = createRows('request', () => ({ mentor: me(), status: 'accepted' }));
  const starting = () => accepted.loading || accepted().some((request) => request.mentorship === params.id);
  return (
    <Switch
      fallback={
        <div class="page">
          <Skeleton kind="page" label="Loading mentorship" />
        </div>
      }
    >
      <When when={mentorship()}>{(pair) => <Pair pair={pair()} />}</When>
      <When when={mentorship.gone && !starting()}>
        <NotFound />
      </When>
    </Switch>
  );
}

function Pair(props: { pair: Mentorship }): JSX.Element {
  const other = () => otherOf(props.pair);
  const who = createWho(other);
  const name = () => calledName(who());
  const mentee = () => props.pair.mentee === me();
  const meetings = createRows('meeting', () => ({ mentorship: props.pair.mentorship }));
  const now = createNow();
  const pairNow = () => ({ me: me(), now: now(), mentorship: props.pair, meetings: meetings() });
  const nextAction = createMemo(() => nextActionOf(pairNow()));
  const toRecord = createMemo(() => stillToRecord(pairNow()));
  const isNew = () => isBeforeFirstMeeting(props.pair) && props.pair.closing === null;
  // Today and notifications lead here to do one thing.
  const [search, setSearch] = useSearchParams<{ open?: string }>();
  const [opened, setOpened] = createSignal<Opened>();
  createEffect(() => {
    const what = search.open;
    untrack(() => mayOpen(what, props.pair) && setOpened(what));
  });
  const close = () => {
    setOpened(undefined);
    if (search.open) setSearch({ open: undefined }, { replace: true, scroll: false });
  };
  const common = (of: Opened) => ({ open: opened() === of, onClose: close, pair: props.pair, otherName: name() });
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          context={`${sayPart(mentee(), isOver(props.pair), name())} · ${lifeOf(props.pair)}`}
          title={who().name ? midSentence(`You and ${who().name}`) : 'Your mentorship'}
          end={<PeoplePair of={[me(), other()]} size="big" />}
        />
        <Show when={!isOver(props.pair) && props.pair.menteeLeft}>
          {(school) => (
            <WhenFetched>
              <MenteeLeft
                school={school()}
                mentorship={props.pair.mentorship}
                mine={mentee()}
                otherName={name()}
                onEnd={() => setOpened('end')}
              />
            </WhenFetched>
          )}
        </Show>
        <WhenLoaded of={[meetings]} kind="card" label="Loading your next step">
          <Show when={toRecord()}>{(step) => <RecordStep step={step()} other={other()} otherName={name()} />}</Show>
          <Show when={!(isNew() && isSaidByMatch(nextAction(), meetings()))}>
            <NextStep
              pair={props.pair}
              nextAction={nextAction()}
              other={other()}
              otherName={name()}
              onAgreement={() => setOpened('agreement')}
              onPropose={() => setOpened('propose')}
              onReview={() => setOpened('review')}
              onEnd={() => setOpened('end')}
            />
          </Show>
          <Show when={isNew() && !ENDS_MATCH.has(nextAction().kind)}>
            <WhenFetched fallback={<Skeleton kind="card" label="Loading your match" />}>
              <Match pair={props.pair} meetings={meetings()} otherName={name()} onReadDraft={() => setOpened('draft')} />
            </WhenFetched>
          </Show>
        </WhenLoaded>
        <Goals pair={props.pair} onAgree={() => setOpened('goal')} />
        <Show when={!meetings.loading}>
          <Meetings pair={props.pair} meetings={meetings()} me={me()} />
        </Show>
        <Actions pair={props.pair} />
        <Feedback pair={props.pair} otherName={name()} onGive={() => setOpened('feedback')} />
        <WhenFetched fallback={<Skeleton lines={2} label="Loading shared reflections" />}>
          <Reflections pair={props.pair} />
        </WhenFetched>
      </div>
      <aside class="stack stack--loose" aria-label="About this mentorship">
        <AgreementSummary
          pair={props.pair}
          otherName={name()}
          onRead={() => setOpened('agreement')}
          onPropose={() => setOpened('propose')}
          onReview={() => setOpened('review')}
        />
        <Hours pair={props.pair} />
        <WhenFetched>
          <FitCheck pair={props.pair} otherName={name()} onChoose={(choice) => setOpened(WAYS[choice])} />
        </WhenFetched>
        <PauseOrEnd pair={props.pair} onChoose={setOpened} />
        <AskHere onAsk={() => setOpened('help')} />
      </aside>
      <WhenFetched>
        <Show when={opened() === 'pause'}>
          <PauseDialog {...common('pause')} meetings={meetings()} />
        </Show>
        <Show when={opened() === 'end' || opened() === 'another'}>
          <EndDialog {...common(opened() === 'another' ? 'another' : 'end')} mentee={mentee()} wish={opened() === 'another'} />
        </Show>
        <Show when={opened() === 'agreement'}>
          <AgreementDialog {...common('agreement')} onPropose={() => setOpened('propose')} />
        </Show>
        <Show when={opened() === 'propose'}>
          <AgreementForm {...common('propose')} />
        </Show>
        <Show when={opened() === 'draft'}>
          <DraftAgreement {...common('draft')} onPropose={() => setOpened('propose')} />
        </Show>
        <Show when={opened() === 'review'}>
          <ReviewForm {...common('review')} onPropose={() => setOpened('propose')} />
        </Show>
        <Show when={opened() === 'help'}>
          <AskForHelp {...common('help')} />
        </Show>
        <Show when={opened() === 'feedback'}>
          <FeedbackForm {...common('feedback')} />
        </Show>
        <Show when={opened() === 'goal'}>
          <GoalForm {...common('goal')} mine={mentee()} />
        </Show>
      </WhenFetched>
    </div>
  );
}

/** What matters more than how they begin. */
const ENDS_MATCH: ReadonlySet<NextAction['kind']> = new Set<NextAction['kind']>(['mentor-left', 'agree-completion', 'completion-proposed']);

const SUGGESTING: ReadonlySet<string> = new Set<NextAction['kind']>(['choose-time', 'other-chooses', 'suggest-times', 'other-suggests']);

/** What the card of a new match says itself: the first meeting, times for it, or, where none is booked, whose choice it is. */
function isSaidByMatch({ kind }: NextAction, meetings: readonly Meeting[]): boolean {
  if (kind === 'book' || kind === 'next-meeting') return true;
  return SUGGESTING.has(kind) && !meetings.some(({ status }) => status === 'booked');
}

/** “You are Ben’s mentor”, “You were the mentor of a former member”: what the reader is or was. */
function sayPart(mentee: boolean, over: boolean, name: string): string {
  if (mentee) return over ? `${name || 'They'} ${name ? 'was' : 'were'} your mentor` : 'Your mentor';
  if (over) return name ? `You were the mentor of ${within(name)}` : 'You were their mentor';
  return name ? `You are ${within(name)}’s mentor` : 'You are their mentor';
}

const lifeOf = ({ status, startedAt, endedAt, ...pair }: Mentorship): string =>
  isOver({ status }) && endedAt
    ? `${sayDate(dayOf(startedAt))} to ${sayDate(dayOf(endedAt))}`
    : `since ${sayDate(dayOf(startedAt))}${status === 'trial' && !pair.agreed ? ', trial period' : ''}`;

/** Minutes that both recorded, and how many meetings they come from. */
function Hours(props: { pair: Mentorship }): JSX.Element {
  const unconfirmed = () => props.pair.meetingsHeld - props.pair.meetingsConfirmed;
  return (
    <Section title="Your time" level={3}>
      <p class="small muted">
        <Show when={props.pair.meetingsHeld} fallback="No meetings recorded yet.">
          <Show when={props.pair.meetingsConfirmed}>
            {(confirmed) => `${sayMinutes(props.pair.minutes)} from ${count(confirmed(), 'meeting')} that you both confirmed. `}
          </Show>
          <Show when={unconfirmed() > 0}>
            {atStart(count(unconfirmed(), props.pair.meetingsConfirmed ? 'more meeting' : 'meeting'))}{' '}
            {isAlone(props.pair) ? 'not confirmed' : 'to be confirmed'}.
          </Show>
        </Show>
      </p>
    </Section>
  );
}
