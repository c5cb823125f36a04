import { Match, Show, Switch, type JSX } from 'solid-js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { createRows, createSending, createView, me } from '../../replica/index.js';
import {
  atStart,
  Button,
  ButtonLink,
  calledName,
  Card,
  count,
  dayOf,
  MoveCard,
  WhenLoaded,
  saying,
  sayDate,
  sayDay,
  sayMinutes,
  today,
} from '../../ui/index.js';
import { Refused } from '../forms.js';
import { sayLeft, titleOfClosing, whoSuggested, whyAsked, type Leaving } from '@alongside/domain/mentorships/closing-words.js';
import { isAlone, isOver, type Mentorship } from './pair.js';
import { TASK_WORDS } from '@alongside/domain/mentorships/task-words.js';
import { createWho, PersonAvatar } from '../people/person-name.js';
import type { NextAction } from './next-action.js';
import { midSentence, within } from '@alongside/domain/text/mid-sentence.js';

type Closing = Extract<NextAction, { kind: 'answer-closing' }>;
interface StepProps {
  readonly pair: Mentorship;
  readonly otherName: string;
}

/** What is said and asked where a mentorship ends or may end. */
export default function Ending(props: StepProps & { nextAction: NextAction; other: string; onEnd: () => void }): JSX.Element {
  const as = <Kind extends NextAction['kind']>(kind: Kind) =>
    props.nextAction.kind === kind ? (props.nextAction as Extract<NextAction, { kind: Kind }>) : undefined;
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
    </Switch>
  );
}

/** Who left what, as the reader says it. */
function createLeaving(props: StepProps): () => Leaving {
  const school = createView('institution', () => props.pair.mentorLeft ?? undefined);
  return () => ({ name: props.otherName, school: school()?.details.name ?? '', mine: props.pair.mentor === me() });
}

/** The other proposed to complete: agree, or say not yet. */
function AgreeCompletion(props: StepProps & { other: string; agreeBy: string }): JSX.Element {
  const sending = createSending();
  const notYet = async () => {
    await sending.send('DeclineCompletion', { mentorship: props.pair.mentorship }, { saved: saying('Your mentorship continues') });
  };
  return (
    <MoveCard
      title={TASK_WORDS['agree-completion'](props.otherName, { due: props.agreeBy }, { today: today() }).title}
      lead={`Reply by ${sayDay(props.agreeBy)}, or we complete it then.`}
      who={<PersonAvatar of={props.other} />}
    >
      <Refused sending={sending} />
      <ButtonLink href={`/mentorships/${props.pair.mentorship}/complete`}>Complete mentorship</ButtonLink>
      <Button tone="quiet" pending={sending.pending()} onPress={() => void notYet()}>
        Not yet
      </Button>
    </MoveCard>
  );
}

/** This person proposed to complete, and may take it back. */
function CompletionProposed(props: StepProps & { agreeBy: string }): JSX.Element {
  const sending = createSending();
  const withdraw = async () => {
    await sending.send('WithdrawCompletion', { mentorship: props.pair.mentorship }, { saved: saying('Suggestion withdrawn') });
  };
  return (
    <Card label="Status">
      <h2>Waiting for {within(props.otherName)} to agree</h2>
      <p class="muted">
        You suggested completing your mentorship. If {within(props.otherName)} does not reply by {sayDay(props.agreeBy)}, we complete it
        then.
      </p>
      <Refused sending={sending} />
      <div>
        <Button tone="quiet" pending={sending.pending()} onPress={() => void withdraw()}>
          Withdraw suggestion
        </Button>
      </div>
    </Card>
  );
}

/** Both are asked whether they continue: either continues or ends it, for both. */
function AnswerClosing(props: StepProps & { other: string; step: Closing; onEnd: () => void }): JSX.Element {
  const who = createWho(() => props.step.by);
  const leaving = createLeaving(props);
  const sending = createSending();
  const carryOn = async () => {
    await sending.send('DeclineClosing', { mentorship: props.pair.mentorship }, { saved: saying('Your mentorship continues') });
  };
  return (
    <MoveCard
      title={titleOfClosing(props.otherName)}
      lead={`${whyAsked(props.step.because, leaving())} ${props.step.by === HUB ? '' : `${whoSuggested(calledName(who()))} `}If neither of you replies by ${sayDay(props.step.continueBy)}, we end it after that day.`}
      who={<PersonAvatar of={props.other} />}
    >
      <Refused sending={sending} />
      <Button pending={sending.pending()} onPress={() => void carryOn()}>
        Continue mentorship
      </Button>
      <Button tone="quiet" onPress={props.onEnd}>
        End mentorship early
      </Button>
    </MoveCard>
  );
}

/** The mentor has left the school: the two carry on, or the mentee finds another mentor. */
function MentorLeft(props: StepProps & { onEnd: () => void }): JSX.Element {
  const sending = createSending();
  const mentee = () => props.pair.mentee === me();
  const leaving = createLeaving(props);
  const carryOn = async () => {
    await sending.send('SettleHandover', { mentorship: props.pair.mentorship }, { saved: saying('Your mentorship continues') });
  };
  return (
    <Card label="Status">
      <h2>{sayLeft(leaving())}</h2>
      <p>
        You can continue if you both want to.{' '}
        {mentee()
          ? 'You can also find another mentor. Your coordinator can see that your mentor has left, and can help.'
          : `${props.otherName}’s coordinator can see that you have left, and can help them find another mentor.`}
      </p>
      <Refused sending={sending} />
      <div class="line line--wrap">
        <Button pending={sending.pending()} onPress={() => void carryOn()}>
          Continue with {within(props.otherName)}
        </Button>
        <Show when={mentee()}>
          <ButtonLink tone="quiet" href="/find">
            Find another mentor
          </ButtonLink>
        </Show>
        <Button tone="plain" onPress={props.onEnd}>
          End mentorship early
        </Button>
      </div>
    </Card>
  );
}

/** It ended early: the mentee’s next step is another mentor, where they have none. */
function EndedEarly(props: { pair: Mentorship }): JSX.Element {
  const mine = createRows('mentorship', () => ({ mentee: me() }));
  const own = createView('ending', () => props.pair.mentorship);
  const looks = () => props.pair.mentee === me() && !mine.loading && mine().every(isOver);
  return (
    <Card label="Status">
      <h2>This mentorship has ended</h2>
      <p class="muted">
        <Show when={props.pair.endedBecause === 'mentor-left'}>Thank you for the time you gave each other. </Show>
        {isAlone(props.pair) ? 'You can read what you did together.' : 'You can both read what you did together.'} You do not need to say
        why it ended. {props.pair.mentee === me() ? 'Your goals and actions stay with you.' : 'Your actions stay with you.'}
      </p>
      <Show when={own()?.reason}>
        {(reason) => (
          <div class="stack stack--tight">
            <p class="label">Why you ended it</p>
            <p>“{reason()}”</p>
            <p class="small muted">Only you can see this.</p>
          </div>
        )}
      </Show>
      <Show when={looks()}>
        <p>Your coordinator can see that you have no mentor now.</p>
        <div>
          <ButtonLink href="/find">Find another mentor</ButtonLink>
        </div>
      </Show>
    </Card>
  );
}

/** “You and Asha met 5 times and spent 3 hours 20 minutes on it. One more meeting is to be confirmed.” Times and minutes are of the same meetings. */
function sayMet({ meetingsHeld, meetingsConfirmed, minutes, ...pair }: Mentorship, name: string): string {
  if (!meetingsHeld) return 'No meetings were recorded.';
  const met = meetingsConfirmed
    ? `You and ${within(name)} met ${meetingsConfirmed === 1 ? 'once' : `${meetingsConfirmed} times`} and spent ${sayMinutes(minutes)} on it.`
    : '';
  const open = meetingsHeld - meetingsConfirmed;
  const left =
    open > 0
      ? `${atStart(count(open, met ? 'more meeting' : 'meeting'))} ${open === 1 ? 'is' : 'are'} ${isAlone(pair) ? 'not' : 'to be'} confirmed.`
      : '';
  return [met, left].filter(Boolean).join(' ');
}

/** The end of a mentorship that was seen through: thanks, what it came to, and the certificate or the record. */
export function Thanks(props: { pair: Mentorship; name: string }): JSX.Element {
  const certificates = createRows('credential', () => ({ mentorship: props.pair.mentorship }));
  const mine = () => certificates().find(({ person, revoked }) => person === me() && !revoked);
  const withdrawn = () => !mine() && certificates().some(({ person }) => person === me());
  /** The certificate states what both had confirmed when it was made; the record goes on. */
  const stated = () => {
    const found = mine();
    return found?.kind === 'certificate' && found.achievement.meetings !== props.pair.meetingsConfirmed ? found.achievement : undefined;
  };
  return (
    <article class="letter thanks" aria-labelledby="thanks-title">
      <h2 id="thanks-title">{props.pair.meetingsHeld ? 'Thank you for the time you gave each other' : 'This mentorship is complete'}</h2>
      <div class="letter__body">
        <p>
          {midSentence(sayMet(props.pair, props.name))} The mentorship was completed
          {props.pair.endedAt ? ` on ${sayDate(dayOf(props.pair.endedAt))}` : ''}.
        </p>
      </div>
      <div class="line line--wrap">
        <WhenLoaded of={[certificates]} lines={1} label="Loading your certificate">
          <Switch fallback={<p class="muted">We’re making your certificate.</p>}>
            <Match when={mine()}>
              {(found) => (
                <ButtonLink away download href={`/api/certificates/${found().credential}.pdf`}>
                  {found().kind === 'certificate' ? 'Download your certificate' : 'Download your record of participation'}
                </ButtonLink>
              )}
            </Match>
            <Match when={withdrawn()}>
              <p class="muted">Your certificate was withdrawn.</p>
            </Match>
          </Switch>
        </WhenLoaded>
        <ButtonLink tone="quiet" href="/growth?part=goals">
          See your progress
        </ButtonLink>
      </div>
      <Show when={stated()}>
        {(then) => (
          <p class="small muted">
            Your certificate says {count(then().meetings, 'meeting')} and {sayMinutes(then().minutes)}: what you had both confirmed when the
            mentorship was completed.
          </p>
        )}
      </Show>
      <Show when={mine()?.kind === 'participation'}>
        <p class="small muted">It becomes a certificate if you both confirm enough of your meetings. The code on it stays the same.</p>
      </Show>
    </article>
  );
}
