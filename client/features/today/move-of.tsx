import { within } from '@alongside/domain/text/mid-sentence.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import { createView } from '../../replica/index.js';
import { Button, ButtonLink, DueDate, MoveCard, Row, Link, sayOnDay, Skeleton, dayOf, today, WordToCome } from '../../ui/index.js';
import { whoSuggested } from '@alongside/domain/mentorships/closing-words.js';
import { createReaching } from '../../shared/pair/reach.js';
import { wordsOf, type TaskWords } from '@alongside/domain/mentorships/task-words.js';
import { useCalled } from '../../shared/people/called-apart.js';
import { createWho, PersonAvatar } from '../../shared/people/person-name.js';
import type { Move, MoveKind, MoveOf } from '@alongside/domain/mentorships/whose-move.js';

interface Words extends TaskWords {
  readonly href: string;
}

/** Where a task is done. */
function placeOf(task: Move): string {
  switch (task.kind) {
    case 'answer-invitation':
      return '/';
    case 'answer-request':
    case 'reply-to-mentor':
      return '/requests';
    case 'agree-completion':
      return `/mentorships/${task.mentorship}/complete`;
    case 'suggest-times':
      return `/mentorships/${task.mentorship}/book?instead=${task.meeting}`;
    case 'choose-time':
    case 'record-again':
    case 'settle-clash':
    case 'record-meeting':
    case 'confirm-meeting':
    case 'do-action':
      return `/meetings/${task.meeting}`;
    case 'arrange-meeting':
      return task.first ? `/mentorships/${task.mentorship}` : `/mentorships/${task.mentorship}/book`;
    case 'sign-agreement':
      return `/mentorships/${task.mentorship}?open=agreement`;
    case 'propose-agreement':
      return `/mentorships/${task.mentorship}?open=propose`;
    case 'review-agreement':
      return `/mentorships/${task.mentorship}?open=review`;
    case 'answer-closing':
    case 'mentor-left':
    case 'reach-goal':
    case 'goal-overdue':
      return `/mentorships/${task.mentorship}`;
    case 'find-another':
      return '/find';
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

/** The name of the school that the mentor left; empty for every other task. */
function createSchoolLeft(move: () => Move): () => string {
  const row = createView('institution', () => {
    const task = move();
    return (task.kind === 'mentor-left' || task.kind === 'answer-closing') && task.from ? task.from : undefined;
  });
  return () => row()?.details.name ?? '';
}

/** The next move, drawn large: one clear thing to do. */
export function NextMove(props: { move: Move }): JSX.Element {
  const call = useCalled();
  const who = createWho(() => props.move.with);
  const suggester = createSuggester(() => props.move);
  const school = createSchoolLeft(() => props.move);
  const words = (): Words => ({
    ...wordsOf(props.move, call(who()), { today: today(), suggester: suggester(), school: school() }),
    href: placeOf(props.move),
  });
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
        <Buttons move={props.move} words={words()} name={call(who())} />
        <Show when={props.move.kind !== 'choose-time' && props.move.due}>{(due) => <DueDate day={due()} />}</Show>
      </MoveCard>
    </Show>
  );
}

function Buttons(props: { move: Move; words: Words; name: string }): JSX.Element {
  const as = <Kind extends MoveKind>(kind: Kind) => (props.move.kind === kind ? (props.move as MoveOf<Kind>) : undefined);
  const moving = createAct();
  const choose = () => {
    const { meeting, suggestion, times: [time] = [] } = as('choose-time') ?? {};
    return meeting && time && suggestion ? { meeting, time, suggestion } : undefined;
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
                  'Saved. It counts for CPD.',
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
      <Match when={as('mentor-left')}>
        {(move) => (
          <>
            <Button
              pending={moving.pending()}
              onPress={() => void moving.run('SettleHandover', { mentorship: move().mentorship }, 'Your mentorship continues')}
            >
              Continue with {within(props.name)}
            </Button>
            <ButtonLink tone="quiet" href="/find">
              Find another mentor
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
  const school = createSchoolLeft(() => props.move);
  const words = (): Words => ({
    ...wordsOf(props.move, call(who()), { today: today(), suggester: suggester(), school: school() }),
    href: placeOf(props.move),
  });
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
