import { Match, Show, Switch, type JSX } from 'solid-js';
import { createSending, me } from '../../replica/index.js';
import { Button, ButtonLink, Card, dayOf, DueDate, MoveCard, say, sayDay, sayMinutes, sayOnDay, sayTime, timeOf } from '../../ui/index.js';
import { Refused } from '../pair/forms.js';
import type { Mentorship } from '../pair/pair.js';
import { PersonAvatar } from '../people/person-name.js';
import { AgreeCompletion, CompletionProposed, EndedEarly, MentorLeft, Thanks } from './ending-step.js';
import type { Standing } from './standing.js';

type Of<Kind extends Standing['kind']> = Extract<Standing, { kind: Kind }>;

/** “on Tuesday at 3.40” */
export const sayWhen = (startsAt: string): string => `${sayOnDay(dayOf(startsAt))} at ${sayTime(timeOf(startsAt))}`;

/** The one next thing of this pair: a marigold edge where it is this person's move, a plain card where it is not. */
export function NextStep(props: {
  pair: Mentorship;
  standing: Standing;
  other: string;
  otherName: string;
  onAgreement: () => void;
  onPropose: () => void;
  onEnd: () => void;
}): JSX.Element {
  const as = <Kind extends Standing['kind']>(kind: Kind) => (props.standing.kind === kind ? (props.standing as Of<Kind>) : undefined);
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
      <Match when={as('mentor-left')}>
        <MentorLeft pair={props.pair} otherName={props.otherName} onEnd={props.onEnd} />
      </Match>
      <Match when={as('paused')}>{(step) => <Paused pair={props.pair} until={step().until} />}</Match>
      <Match when={as('kept-apart')}>
        <KeptApart pair={props.pair} otherName={props.otherName} />
      </Match>
      <Match when={as('close-meeting')}>
        {(step) => (
          <MoveCard
            title={
              step().underWay ? `You are meeting ${props.otherName} now` : `You and ${props.otherName} met ${sayWhen(step().startsAt)}`
            }
            lead={
              step().underWay
                ? 'The agenda is there for you both; close the meeting when you are done.'
                : 'Close it in a minute: did it happen, how long, what was agreed.'
            }
            who={who()}
          >
            <ButtonLink href={`/meetings/${step().meeting}`}>{step().underWay ? 'Open the agenda' : 'Close this meeting'}</ButtonLink>
            <Show when={!step().underWay}>
              <DueDate day={step().due} />
            </Show>
          </MoveCard>
        )}
      </Match>
      <Match when={as('confirm-meeting')}>
        {(step) => <Confirm meeting={step().meeting} minutes={step().minutes} otherName={props.otherName} who={who()} />}
      </Match>
      <Match when={as('sign')}>
        <MoveCard
          title={`${props.otherName} suggests how you could work together`}
          lead="How often, how long and what for. Sign it, or suggest something else."
          who={who()}
        >
          <Button onPress={props.onAgreement}>Read the agreement</Button>
        </MoveCard>
      </Match>
      <Match when={as('propose')}>
        <MoveCard
          title="Say how you would like to go on"
          lead="You have met. A few lines on how often, how long and what for turn the trial into a mentorship."
          who={who()}
        >
          <Button onPress={props.onPropose}>Suggest an agreement</Button>
        </MoveCard>
      </Match>
      <Match when={as('review')}>
        {(step) => (
          <MoveCard
            title={`Review your agreement with ${props.otherName}`}
            lead="You planned to ask whether it still works for you both."
            who={who()}
          >
            <Button onPress={props.onAgreement}>Review the agreement</Button>
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
                : `The times that ${props.otherName} offered have passed`
            }
            lead={step().times.length > 1 ? 'Or at another time on offer.' : undefined}
            who={who()}
          >
            <ButtonLink href={`/meetings/${step().meeting}`}>See the times</ButtonLink>
          </MoveCard>
        )}
      </Match>
      <Match when={as('book')}>
        {(step) => (
          <MoveCard
            title={step().first ? `Find a first time with ${props.otherName}` : `You and ${props.otherName} have nothing booked`}
            lead={step().first ? 'Half an hour is enough to begin.' : 'Either of you can book it. A short meeting keeps it going.'}
            who={who()}
          >
            <ButtonLink href={book()}>Find a time</ButtonLink>
          </MoveCard>
        )}
      </Match>
      <Match when={as('other-chooses')}>
        {(step) => (
          <Card label="How this stands">
            <h2>{props.otherName} chooses a time next</h2>
            <p class="muted">You offered some. You will see it here when one is chosen.</p>
            <div>
              <ButtonLink tone="quiet" href={`/meetings/${step().meeting}`}>
                See what you offered
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

/** The other side's figure, agreed to with one press. */
export function Confirm(props: {
  meeting: string;
  minutes: number;
  otherName: string;
  who?: JSX.Element;
  onDiffers?: () => void;
}): JSX.Element {
  const sending = createSending();
  const agree = async () => {
    if (await sending.send('RecordAttendance', { meeting: props.meeting, took: true, minutes: props.minutes }))
      say('Thank you. It counts for you both.');
  };
  return (
    <MoveCard
      title={`Did you and ${props.otherName} meet for ${sayMinutes(props.minutes)}?`}
      lead="Your word beside theirs makes it count towards both your records."
      who={props.who}
    >
      <Refused sending={sending} />
      <Button onPress={() => void agree()} pending={sending.pending()}>
        Yes, {sayMinutes(props.minutes)}
      </Button>
      <Show
        when={props.onDiffers}
        fallback={
          <ButtonLink tone="quiet" href={`/meetings/${props.meeting}`}>
            Not quite
          </ButtonLink>
        }
      >
        <Button tone="quiet" onPress={() => props.onDiffers?.()}>
          Not quite
        </Button>
      </Show>
    </MoveCard>
  );
}

function Paused(props: { pair: Mentorship; until: string | null }): JSX.Element {
  return (
    <Card label="How this stands">
      <h2>Paused{props.until ? ` until ${sayDay(props.until)}` : ''}</h2>
      <p class="muted">Nothing is expected of either of you. Either can carry on at any time.</p>
      <CarryOn pair={props.pair} />
    </Card>
  );
}

/** Why it rests, in words that fit both: it is nobody's fault, and nothing that was said goes anywhere. */
function KeptApart(props: { pair: Mentorship; otherName: string }): JSX.Element {
  const mentee = () => props.pair.mentee === me();
  return (
    <Card label="How this stands">
      <h2>Paused, because your roles have changed</h2>
      <p>
        {mentee() ? `${props.otherName} now looks after your work` : `You now look after ${props.otherName}’s work`} as line manager or
        induction tutor. Mentoring and appraisal are kept apart here, so this rests for as long as that is so. Nobody did anything wrong.
      </p>
      <p class="muted">
        What you wrote to each other stays between you two, and nobody else is told why this is paused. When your roles change again, either
        of you can carry on.
        {mentee() ? ' If you would like to go on with somebody else meanwhile, others who fit are there to be asked.' : ''}
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
    if (await sending.send('ResumeMentorship', { mentorship: props.pair.mentorship })) say('You are carrying on.');
  };
  return (
    <>
      <Refused sending={sending} />
      <div>
        <Button tone={props.quiet ? 'quiet' : 'primary'} pending={sending.pending()} onPress={() => void resume()}>
          Carry on
        </Button>
      </div>
    </>
  );
}
