import { Match, Show, Switch, type JSX } from 'solid-js';
import { createSending, me } from '../../replica/index.js';
import { Button, ButtonLink, Card, dayOf, DueDate, MoveCard, say, sayDay, sayMinutes, sayOnDay, sayTime, timeOf } from '../../ui/index.js';
import { Refused } from '../pair/forms.js';
import type { Mentorship } from '../pair/pair.js';
import { PersonAvatar } from '../people/person-name.js';
import { AgreeCompletion, AnswerClosing, CompletionProposed, EndedEarly, MentorLeft, Thanks } from './ending-step.js';
import type { NextAction } from './next-action.js';

type Of<Kind extends NextAction['kind']> = Extract<NextAction, { kind: Kind }>;

/** “on Tuesday at 3.40” */
export const sayWhen = (startsAt: string): string => `${sayOnDay(dayOf(startsAt))} at ${sayTime(timeOf(startsAt))}`;

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
  return (
    <Switch>
      <Match when={as('completed')}>
        <Thanks pair={props.pair} name={props.otherName} />
      </Match>
      <Match when={as('ended')}>
        <EndedEarly pair={props.pair} />
      </Match>
      <Match when={as('agree-completion')}>
        {(step) => <AgreeCompletion pair={props.pair} other={props.other} otherName={props.otherName} agreeBy={step().agreeBy} />}
      </Match>
      <Match when={as('completion-proposed')}>
        {(step) => <CompletionProposed pair={props.pair} otherName={props.otherName} agreeBy={step().agreeBy} />}
      </Match>
      <Match when={as('answer-closing')}>
        {(step) => <AnswerClosing pair={props.pair} other={props.other} otherName={props.otherName} step={step()} onEnd={props.onEnd} />}
      </Match>
      <Match when={as('mentor-left')}>
        <MentorLeft pair={props.pair} otherName={props.otherName} onEnd={props.onEnd} />
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
      <Match when={as('sign')}>
        <MoveCard
          title={`${props.otherName} suggested ${props.pair.proposed?.replaces ? 'changes to your agreement' : 'an agreement'}`}
          lead="Read it, then sign it or suggest changes."
          who={who()}
        >
          <Button onPress={props.onAgreement}>Read the agreement</Button>
        </MoveCard>
      </Match>
      <Match when={as('propose')}>
        <MoveCard
          title={`Suggest an agreement to ${props.otherName}`}
          lead="You have met. Agree how often you’ll meet, how long for, and what for."
          who={who()}
        >
          <Button onPress={props.onPropose}>Suggest an agreement</Button>
        </MoveCard>
      </Match>
      <Match when={as('review')}>
        {(step) => (
          <MoveCard
            title={
              step().nextOn
                ? `${props.otherName} would like to carry on with your agreement`
                : `Review your agreement with ${props.otherName}`
            }
            lead={
              step().nextOn
                ? `${props.otherName} would review it again ${sayOnDay(step().nextOn ?? '')}. Say the same, choose another day or suggest changes.`
                : 'Each of you says whether to carry on. You can also change it or complete your mentorship.'
            }
            who={who()}
          >
            <Button onPress={props.onReview}>Review the agreement</Button>
            <DueDate day={step().on} />
          </MoveCard>
        )}
      </Match>
      <Match when={as('choose-time')}>
        {(step) => (
          <MoveCard
            title={
              step().times[0]
                ? `${props.otherName} can meet ${sayWhen(step().times[0]?.startsAt ?? '')}`
                : `The times ${props.otherName} suggested have passed`
            }
            lead={step().times.length > 1 ? 'You can also choose another suggested time.' : undefined}
            who={who()}
          >
            <ButtonLink href={`/meetings/${step().meeting}`}>See the times</ButtonLink>
          </MoveCard>
        )}
      </Match>
      <Match when={as('book')}>
        {(step) => (
          <MoveCard
            title={step().first ? `Book your first meeting with ${props.otherName}` : `Book your next meeting with ${props.otherName}`}
            lead={step().first ? 'Half an hour is enough to start.' : 'Either of you can book it. A short meeting is enough.'}
            who={who()}
          >
            <ButtonLink href={book()}>Book a meeting</ButtonLink>
          </MoveCard>
        )}
      </Match>
      <Match when={as('other-chooses')}>
        {(step) => (
          <Card label="Status">
            <h2>Waiting for {props.otherName} to choose a time</h2>
            <p class="muted">We’ll show the meeting here when {props.otherName} chooses a time.</p>
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
          <MoveCard
            title={`${props.otherName} cannot make the times you suggested`}
            lead="Suggest other times. We keep the agenda."
            who={who()}
          >
            <ButtonLink href={`${book()}?instead=${step().meeting}`}>Suggest other times</ButtonLink>
          </MoveCard>
        )}
      </Match>
      <Match when={as('other-suggests')}>
        {(step) => (
          <Card label="Status">
            <h2>Waiting for {props.otherName} to suggest other times</h2>
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
                  {sayMinutes(step().time.minutes)} with {props.otherName}. The agenda is open to you both.
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
  return (
    <MoveCard
      title={
        props.step.underWay ? `You are meeting ${props.otherName} now` : `Did you meet ${props.otherName} ${sayWhen(props.step.startsAt)}?`
      }
      lead={
        props.step.underWay
          ? 'You can both edit the agenda and the notes. Record the meeting when you have finished.'
          : 'Record whether you met, how long for, and any actions.'
      }
      who={<PersonAvatar of={props.other} />}
    >
      <ButtonLink href={`/meetings/${props.step.meeting}`}>{props.step.underWay ? 'Open the agenda' : 'Record meeting'}</ButtonLink>
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
  const agree = async () => {
    if (await sending.send('RecordAttendance', { meeting: props.meeting, took: true, minutes: props.minutes }))
      say('Saved. It counts in both your CPD records.');
  };
  return (
    <MoveCard
      title={`Did you meet ${props.otherName} ${sayOnDay(dayOf(props.startsAt))} for ${sayMinutes(props.minutes)}?`}
      lead="Confirm it for both CPD records."
      who={props.who}
    >
      <Refused sending={sending} />
      <Button onPress={() => void agree()} pending={sending.pending()}>
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
    </MoveCard>
  );
}

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
          : `You are now ${props.otherName}’s line manager or induction tutor.`}{' '}
        We keep mentoring separate from appraisal, so this mentorship is paused while you have these roles. Neither of you did anything
        wrong.
      </p>
      <p class="muted">
        Only you and {props.otherName} can see what you wrote to each other. We do not tell anyone else why this is paused. Either of you
        can resume when your roles change again.{mentee() ? ' You can find another mentor in the meantime.' : ''}
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
    if (await sending.send('ResumeMentorship', { mentorship: props.pair.mentorship, seen: props.pair.pauses })) say('Mentorship resumed');
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
