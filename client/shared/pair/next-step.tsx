import { Match, Show, Switch, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import { createSending, me } from '../../replica/index.js';
import {
  Button,
  ButtonLink,
  Card,
  dayOf,
  DueDate,
  MoveCard,
  sayDay,
  saying,
  sayMinutes,
  sayTime,
  Skeleton,
  timeOf,
  today,
  WhenFetched,
} from '../../ui/index.js';
import { Refused } from '../forms.js';
import type { Mentorship } from './pair.js';
import { TASK_WORDS, type TaskWords } from '@alongside/domain/mentorships/task-words.js';
import { PersonAvatar } from '../people/person-name.js';
import type { NextAction } from './next-action.js';
import { midSentence, within } from '@alongside/domain/text/mid-sentence.js';

// An end comes once: a pair that goes on fetches nothing of it.
const Ending = lazyPart(() => import('./ending-step.js'));
const ENDING: ReadonlySet<NextAction['kind']> = new Set([
  'completed',
  'ended',
  'agree-completion',
  'completion-proposed',
  'answer-closing',
  'mentor-left',
]);

type Of<Kind extends NextAction['kind']> = Extract<NextAction, { kind: Kind }>;

/** The one next thing of this pair: a marigold edge where it is this person's move, a plain card where it is not. */
export function NextStep(props: {
  pair: Mentorship;
  nextAction: NextAction;
  other: string;
  otherName: string;
  onAgreement: () => void;
  onPropose: () => void;
  onReview: () => void;
  onEnd: () => void;
}): JSX.Element {
  const as = <Kind extends NextAction['kind']>(kind: Kind) => (props.nextAction.kind === kind ? (props.nextAction as Of<Kind>) : undefined);
  const who = () => <PersonAvatar of={props.other} />;
  const book = () => `/mentorships/${props.pair.mentorship}/book`;
  const signing = () => TASK_WORDS['sign-agreement'](props.otherName, { replaces: props.pair.proposed?.replaces?.by ?? null, changes: [] });
  const suggesting = () => TASK_WORDS['propose-agreement'](props.otherName);
  return (
    <Switch>
      <Match when={ENDING.has(props.nextAction.kind)}>
        <WhenFetched fallback={<Skeleton kind="card" label="Loading the status" />}>
          <Ending pair={props.pair} nextAction={props.nextAction} other={props.other} otherName={props.otherName} onEnd={props.onEnd} />
        </WhenFetched>
      </Match>
      <Match when={as('paused')}>{(step) => <Paused pair={props.pair} step={step()} />}</Match>
      <Match when={as('kept-apart')}>
        <KeptApart pair={props.pair} otherName={props.otherName} />
      </Match>
      <Match when={as('close-meeting')}>{(step) => <RecordStep step={step()} other={props.other} otherName={props.otherName} />}</Match>
      <Match when={as('confirm-meeting')}>
        {(step) => (
          <Confirm meeting={step().meeting} startsAt={step().startsAt} minutes={step().minutes} otherName={props.otherName} who={who()} />
        )}
      </Match>
      <Match when={as('record-again')}>
        {(step) => (
          <SeeMeeting
            meeting={step().meeting}
            words={TASK_WORDS['record-again'](props.otherName, step(), { today: today() })}
            who={who()}
          />
        )}
      </Match>
      <Match when={as('settle-clash')}>
        {(step) => (
          <SeeMeeting
            meeting={step().meeting}
            words={TASK_WORDS['settle-clash'](props.otherName, step(), { today: today() })}
            who={who()}
          />
        )}
      </Match>
      <Match when={as('sign')}>
        <MoveCard title={signing().title} lead={signing().lead} who={who()}>
          <Button onPress={props.onAgreement}>{signing().go}</Button>
        </MoveCard>
      </Match>
      <Match when={as('propose')}>
        <MoveCard title={suggesting().title} lead={suggesting().lead} who={who()}>
          <Button onPress={props.onPropose}>{suggesting().go}</Button>
        </MoveCard>
      </Match>
      <Match when={as('review')}>
        {(step) => {
          const words = () => TASK_WORDS['review-agreement'](props.otherName, step(), { today: today() });
          return (
            <MoveCard title={words().title} lead={words().lead} who={who()}>
              <Button onPress={props.onReview}>{words().go}</Button>
              <DueDate day={step().on} />
            </MoveCard>
          );
        }}
      </Match>
      <Match when={as('choose-time')}>
        {(step) => {
          const words = () => TASK_WORDS['choose-time'](props.otherName, step(), { today: today() });
          return (
            <MoveCard
              title={words().title}
              lead={step().times.length > 1 ? 'You can also choose another suggested time.' : undefined}
              who={who()}
            >
              <ButtonLink href={`/meetings/${step().meeting}`}>{words().go}</ButtonLink>
            </MoveCard>
          );
        }}
      </Match>
      <Match when={as('book')}>
        {(step) => {
          const words = () => TASK_WORDS['arrange-meeting'](props.otherName, { first: step().first, rhythm: null });
          return (
            <MoveCard
              title={words().title}
              lead={step().first ? words().lead : 'Either of you can book it. A short meeting is enough.'}
              who={who()}
            >
              <ButtonLink href={book()}>Book a meeting</ButtonLink>
            </MoveCard>
          );
        }}
      </Match>
      <Match when={as('other-chooses')}>
        {(step) => (
          <Card label="Status">
            <h2>Waiting for {within(props.otherName)} to choose a time</h2>
            <p class="muted">We’ll show the meeting here when {within(props.otherName)} chooses a time.</p>
            <div>
              <ButtonLink tone="quiet" href={`/meetings/${step().meeting}`}>
                See suggested times
              </ButtonLink>
            </div>
          </Card>
        )}
      </Match>
      <Match when={as('suggest-times')}>
        {(step) => (
          <MoveCard {...TASK_WORDS['suggest-times'](props.otherName)} who={who()}>
            <ButtonLink href={`${book()}?instead=${step().meeting}`}>{TASK_WORDS['suggest-times'](props.otherName).go}</ButtonLink>
          </MoveCard>
        )}
      </Match>
      <Match when={as('other-suggests')}>
        {(step) => (
          <Card label="Status">
            <h2>Waiting for {within(props.otherName)} to suggest other times</h2>
            <p class="muted">You said that none of the times suit you. You can also suggest some.</p>
            <div>
              <ButtonLink tone="quiet" href={`${book()}?instead=${step().meeting}`}>
                Suggest other times
              </ButtonLink>
            </div>
          </Card>
        )}
      </Match>
      <Match when={as('next-meeting')}>
        {(step) => (
          <Card label="Your next meeting">
            <div class="line">
              {who()}
              <div class="grow">
                <h2>
                  {sayDay(dayOf(step().time.startsAt))} at {sayTime(timeOf(step().time.startsAt))}
                </h2>
                <p class="muted">
                  {sayMinutes(step().time.minutes)} with {within(props.otherName)}. The agenda is open to you both.
                </p>
              </div>
            </div>
            <div class="line line--wrap">
              <ButtonLink href={`/meetings/${step().meeting}`}>Open the agenda</ButtonLink>
              <ButtonLink tone="quiet" away download href={`/api/meetings/${step().meeting}.ics`}>
                Add to your calendar
              </ButtonLink>
            </div>
          </Card>
        )}
      </Match>
    </Switch>
  );
}

/** Whether a meeting took place is asked once it has begun. */
export function RecordStep(props: { step: Of<'close-meeting'>; other: string; otherName: string }): JSX.Element {
  const words = () => TASK_WORDS['record-meeting'](props.otherName, props.step, { today: today() });
  return (
    <MoveCard title={midSentence(words().title)} lead={words().lead} who={<PersonAvatar of={props.other} />}>
      <ButtonLink href={`/meetings/${props.step.meeting}`}>{words().go}</ButtonLink>
      <Show when={!props.step.underWay}>
        <DueDate day={props.step.due} />
      </Show>
    </MoveCard>
  );
}

/** The other side's figure, agreed to with one press. */
export function Confirm(props: {
  meeting: string;
  startsAt: string;
  minutes: number;
  otherName: string;
  who?: JSX.Element;
  onDiffers?: () => void;
}): JSX.Element {
  const sending = createSending();
  const record = async (took: boolean) => {
    await sending.send(
      'RecordAttendance',
      { meeting: props.meeting, took, minutes: took ? props.minutes : 0 },
      {
        saved: saying(took ? 'Saved. It counts for CPD.' : 'Saved. It does not count unless you both record that you met.'),
      },
    );
  };
  const words = () => TASK_WORDS['confirm-meeting'](props.otherName, props, { today: today() });
  return (
    <MoveCard title={midSentence(words().title)} lead={words().lead} who={props.who}>
      <Refused sending={sending} />
      <Button onPress={() => void record(true)} pending={sending.pending()}>
        Yes, we met
      </Button>
      <Show
        when={props.onDiffers}
        fallback={
          <ButtonLink tone="quiet" href={`/meetings/${props.meeting}`}>
            Change details
          </ButtonLink>
        }
      >
        <Button tone="quiet" onPress={() => props.onDiffers?.()}>
          Change details
        </Button>
      </Show>
      <Button tone="plain" onPress={() => void record(false)} pending={sending.pending()}>
        No, we did not meet
      </Button>
    </MoveCard>
  );
}

const SeeMeeting = (props: { meeting: string; words: TaskWords; who: JSX.Element }): JSX.Element => (
  <MoveCard title={props.words.title} lead={props.words.lead} who={props.who}>
    <ButtonLink href={`/meetings/${props.meeting}`}>{props.words.go}</ButtonLink>
  </MoveCard>
);

function Paused(props: { pair: Mentorship; step: Of<'paused'> }): JSX.Element {
  return (
    <Card label="Status">
      <h2>Paused{props.step.until ? ` until ${sayDay(props.step.until)}` : ''}</h2>
      <p class="muted">
        Either of you can resume at any time.{' '}
        {props.step.booked
          ? 'Meetings that are booked stay in your calendars until one of you cancels them.'
          : 'You have no meetings booked.'}
      </p>
      <CarryOn pair={props.pair} />
    </Card>
  );
}

/** Why it rests, in words that fit both: it is nobody's fault, and nothing that was said goes anywhere. */
function KeptApart(props: { pair: Mentorship; otherName: string }): JSX.Element {
  const mentee = () => props.pair.mentee === me();
  return (
    <Card label="Status">
      <h2>Paused, because your roles have changed</h2>
      <p>
        {mentee()
          ? `${props.otherName} is now your line manager or induction tutor.`
          : `You are now ${within(props.otherName)}’s line manager or induction tutor.`}{' '}
        We keep mentoring separate from appraisal, so this mentorship is paused while you have these roles. Neither of you did anything
        wrong.
      </p>
      <p class="muted">
        Only you and {within(props.otherName)} can see what you wrote to each other. We do not tell anyone else why this is paused. Either
        of you can resume when your roles change again.{mentee() ? ' You can find another mentor in the meantime.' : ''}
      </p>
      <CarryOn pair={props.pair} quiet />
      <Show when={mentee()}>
        <div>
          <ButtonLink href="/find">Find a mentor</ButtonLink>
        </div>
      </Show>
    </Card>
  );
}

function CarryOn(props: { pair: Mentorship; quiet?: boolean }): JSX.Element {
  const sending = createSending();
  const resume = async () => {
    await sending.send(
      'ResumeMentorship',
      { mentorship: props.pair.mentorship, seen: props.pair.pauses },
      { saved: saying('Mentorship resumed') },
    );
  };
  return (
    <>
      <Refused sending={sending} />
      <div>
        <Button tone={props.quiet ? 'quiet' : 'primary'} pending={sending.pending()} onPress={() => void resume()}>
          Resume mentorship
        </Button>
      </div>
    </>
  );
}
