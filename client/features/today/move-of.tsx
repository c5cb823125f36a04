import { HUB } from '@alongside/domain/kernel/decider.js';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import {
  Button,
  ButtonLink,
  DueDate,
  MoveCard,
  Row,
  Link,
  sayMinutes,
  sayOnDay,
  sayTime,
  Skeleton,
  dayOf,
  timeOf,
  WordToCome,
} from '../../ui/index.js';
import { titleOfClosing, whoSuggested, whyAsked } from '../pair/closing-words.js';
import { createReaching } from '../pair/reach.js';
import { useCalled } from '../people/called-apart.js';
import { createWho, PersonAvatar } from '../people/person-name.js';
import type { Move, MoveKind, MoveOf } from '@alongside/domain/mentorships/whose-move.js';

/** “on Tuesday at 3:40pm” */
const sayMoment = (startsAt: string) => `${sayOnDay(dayOf(startsAt))} at ${sayTime(timeOf(startsAt))}`;

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly href: string;
  /** What the link to it says, for its row. */
  readonly go: string;
}

/** One sentence for each kind of task. `suggester`: who suggested ending a mentorship, where a person did. */
export function wordsOf(move: Move, name: string, suggester = ''): Words {
  switch (move.kind) {
    case 'answer-invitation':
      return { title: 'You have an invitation', lead: 'Join or decline.', href: '/', go: 'Read the invitation' };
    case 'answer-request':
      return {
        title: `${name} has asked you to be their mentor`,
        lead: 'Say yes, no, or ask a question.',
        href: `/requests`,
        go: 'Read the request',
      };
    case 'reply-to-mentor':
      return {
        title: `${name} sent you a message about your request`,
        lead: 'The deadline is on hold while you talk.',
        href: `/requests`,
        go: 'Read and reply',
      };
    case 'sign-agreement':
      return {
        title: `${name} suggested ${move.replaces ? 'changes to your agreement' : 'an agreement'}`,
        lead: [...move.changes.map((change) => `${change}.`), 'Read it, then sign it or suggest changes.'].join(' '),
        href: `/mentorships/${move.mentorship}`,
        go: 'Read the agreement',
      };
    case 'propose-agreement':
      return {
        title: `Suggest an agreement to ${name}`,
        lead: 'You have met. Agree how often you’ll meet, how long for, and what for.',
        href: `/mentorships/${move.mentorship}`,
        go: 'Suggest an agreement',
      };
    case 'review-agreement':
      return {
        title: move.nextOn ? `${name} would like to carry on with your agreement` : `Review your agreement with ${name}`,
        lead: move.nextOn
          ? `${name} would review it again ${sayOnDay(move.nextOn)}. Say the same, choose another day or suggest changes.`
          : 'Each of you says whether to carry on. You can also change it or complete your mentorship.',
        href: `/mentorships/${move.mentorship}`,
        go: 'Review the agreement',
      };
    case 'agree-completion':
      return {
        title: `${name} suggested completing your mentorship`,
        lead: 'Agree, or say not yet. After that day we complete it for you both.',
        href: `/mentorships/${move.mentorship}/complete`,
        go: 'Reply',
      };
    case 'answer-closing':
      return {
        title: titleOfClosing(name),
        lead: `${whyAsked(move.because)} ${suggester ? `${whoSuggested(suggester)} ` : ''}If neither of you replies, we end your mentorship after that day.`,
        href: `/mentorships/${move.mentorship}`,
        go: 'Reply',
      };
    case 'choose-time': {
      const first = move.times[0];
      return {
        title: first ? `${name} can meet ${sayMoment(first.startsAt)}` : `The times ${name} suggested have passed`,
        lead:
          move.times.length > 1
            ? `Or at ${move.times.length === 2 ? 'one other time' : `${move.times.length - 1} other times`}.`
            : first
              ? 'You can also suggest another time.'
              : 'Suggest other times.',
        href: `/meetings/${move.meeting}`,
        go: 'See the times',
      };
    }
    case 'record-meeting':
      if (move.underWay)
        return {
          title: `You are meeting ${name} now`,
          lead: 'You can both edit the agenda and the notes. Record the meeting when you have finished.',
          href: `/meetings/${move.meeting}`,
          go: 'Open the agenda',
        };
      return {
        title: `Did you meet ${name} ${sayMoment(move.startsAt)}?`,
        lead: 'Record whether you met, how long for, and any actions.',
        href: `/meetings/${move.meeting}`,
        go: 'Record meeting',
      };
    case 'confirm-meeting':
      return {
        title: `Did you meet ${name} ${sayOnDay(dayOf(move.startsAt))} for ${sayMinutes(move.minutes)}?`,
        lead: 'Confirm it for both CPD records.',
        href: `/meetings/${move.meeting}`,
        go: 'See the meeting',
      };
    case 'arrange-meeting':
      return {
        title: move.first ? `Book your first meeting with ${name}` : `Book your next meeting with ${name}`,
        lead: move.first
          ? 'Half an hour is enough to start.'
          : move.rhythm
            ? `You agreed to meet ${OFTEN[move.rhythm]}.`
            : 'You have not met for 2 weeks.',
        href: move.first ? `/mentorships/${move.mentorship}` : `/mentorships/${move.mentorship}/book`,
        go: 'Choose a time',
      };
    case 'do-action':
      return {
        title: move.title || 'Deleted action',
        lead: `From your meeting with ${name}${move.metOn ? ` ${sayOnDay(move.metOn)}` : ''}.`,
        href: `/meetings/${move.meeting}`,
        go: 'See the meeting',
      };
    case 'reach-goal':
      return {
        title: `Every step of ${move.title ? `“${move.title}”` : 'a goal'} is done`,
        lead: `With ${name}. Mark it as achieved, or add a step.`,
        href: `/mentorships/${move.mentorship}`,
        go: 'See the goal',
      };
    case 'goal-overdue':
      return {
        title: `What next for ${move.title ? `“${move.title}”` : 'your goal'}?`,
        lead: `You planned to achieve it by now with ${name}. Mark a step as done, change the day, mark it as achieved or archive it.`,
        href: `/mentorships/${move.mentorship}`,
        go: 'See the goal',
      };
    case 'find-another':
      return {
        title: `Your mentorship with ${name} has ended`,
        lead: 'You can choose another mentor when you are ready.',
        href: '/find',
        go: 'Find another mentor',
      };
  }
}

/** Who suggested ending a mentorship; empty where the hub asked, and for every other task. */
function createSuggester(move: () => Move): () => string {
  const call = useCalled();
  const by = () => {
    const task = move();
    return task.kind === 'answer-closing' && task.by !== HUB ? task.by : undefined;
  };
  const who = createWho(by);
  return () => (by() ? call(who()) : '');
}

/** The next move, drawn large: one clear thing to do. */
export function NextMove(props: { move: Move }): JSX.Element {
  const call = useCalled();
  const who = createWho(() => props.move.with);
  const suggester = createSuggester(() => props.move);
  const words = () => wordsOf(props.move, call(who()), suggester());
  return (
    <Show when={who().name} fallback={<Skeleton kind="card" label="Loading your tasks" />}>
      <MoveCard
        title={words().title}
        lead={words().lead}
        who={
          <Show when={props.move.kind !== 'do-action'}>
            <PersonAvatar of={props.move.with} />
          </Show>
        }
      >
        <Buttons move={props.move} words={words()} />
        <Show when={props.move.kind !== 'choose-time' && props.move.due}>{(due) => <DueDate day={due()} />}</Show>
      </MoveCard>
    </Show>
  );
}

function Buttons(props: { move: Move; words: Words }): JSX.Element {
  const as = <Kind extends MoveKind>(kind: Kind) => (props.move.kind === kind ? (props.move as MoveOf<Kind>) : undefined);
  const moving = createAct();
  const choose = () => {
    const { meeting, times: [time] = [] } = as('choose-time') ?? {};
    return meeting && time ? { meeting, time } : undefined;
  };
  return (
    <Switch fallback={<ButtonLink href={props.words.href}>{props.words.go}</ButtonLink>}>
      <Match when={choose()}>
        {(move) => (
          <>
            <Button pending={moving.pending()} onPress={() => void moving.run('ChooseTime', move(), 'Meeting booked')}>
              Meet {sayOnDay(dayOf(move().time.startsAt))}
            </Button>
            <ButtonLink tone="quiet" href={props.words.href}>
              See other times
            </ButtonLink>
          </>
        )}
      </Match>
      <Match when={as('confirm-meeting')}>
        {(move) => (
          <>
            <Button
              pending={moving.pending()}
              onPress={() =>
                void moving.run(
                  'RecordAttendance',
                  { meeting: move().meeting, took: true, minutes: move().minutes },
                  'Saved. It counts in both your CPD records.',
                )
              }
            >
              Yes, we met
            </Button>
            <ButtonLink tone="quiet" href={props.words.href}>
              Change details
            </ButtonLink>
          </>
        )}
      </Match>
      <Match when={as('answer-closing')}>
        {(move) => (
          <>
            <Button
              pending={moving.pending()}
              onPress={() => void moving.run('DeclineClosing', { mentorship: move().mentorship }, 'Your mentorship continues')}
            >
              Continue mentorship
            </Button>
            <ButtonLink tone="quiet" href={`${props.words.href}?open=end`}>
              End mentorship early
            </ButtonLink>
          </>
        )}
      </Match>
      <Match when={as('do-action')}>
        {(move) => (
          <>
            <Button
              pending={moving.pending()}
              onPress={() => void moving.run('FinishAction', { meeting: move().meeting, action: move().action }, 'Action done')}
            >
              Mark as done
            </Button>
            <ButtonLink tone="plain" href={props.words.href}>
              {props.words.go}
            </ButtonLink>
          </>
        )}
      </Match>
      <Match when={as('reach-goal')}>
        {(move) => (
          <>
            <MarkReached move={move()} />
            <ButtonLink tone="plain" href={props.words.href}>
              {props.words.go}
            </ButtonLink>
          </>
        )}
      </Match>
    </Switch>
  );
}

/** One press, and the other of the two sees it as well. */
function MarkReached(props: { move: MoveOf<'reach-goal'>; quiet?: boolean }): JSX.Element {
  const reaching = createReaching();
  return (
    <Button
      {...(props.quiet ? { tone: 'quiet', small: true } : {})}
      pending={reaching.pending()}
      onPress={() => void reaching.mark(props.move)}
    >
      Mark as achieved<span class="unseen">: {props.move.title}</span>
    </Button>
  );
}

/** A move that can wait its turn. */
export function LaterMove(props: { move: Move }): JSX.Element {
  const call = useCalled();
  const who = createWho(() => props.move.with);
  const goal = () => (props.move.kind === 'reach-goal' ? props.move : undefined);
  const suggester = createSuggester(() => props.move);
  const words = () => wordsOf(props.move, call(who()), suggester());
  return (
    <Row
      wrap
      start={<PersonAvatar of={props.move.with} />}
      title={<strong>{who().name ? words().title : <WordToCome />}</strong>}
      note={
        <Show
          when={goal()}
          fallback={
            <>
              {whoSuggested(suggester())}{' '}
              <Show when={props.move.kind !== 'choose-time' && props.move.due}>{(due) => <DueDate day={due()} />}</Show>
            </>
          }
        >
          {words().lead} <Link href={words().href}>{words().go}</Link>
        </Show>
      }
      end={
        <Show
          when={goal()}
          fallback={
            <Link href={words().href} about={`: ${words().title}`}>
              {words().go}
            </Link>
          }
        >
          {(move) => <MarkReached move={move()} quiet />}
        </Show>
      }
    />
  );
}
