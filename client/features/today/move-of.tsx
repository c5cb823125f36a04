import { Match, Show, Switch, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import {
  Button,
  ButtonLink,
  DueDate,
  calledName,
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
import { createReaching } from '../pair/reach.js';
import { createWho, PersonAvatar } from '../people/person-name.js';
import type { Move } from './moves.js';

type Of<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

/** “on Tuesday at 3.40” */
const sayMoment = (startsAt: string) => `${sayOnDay(dayOf(startsAt))} at ${sayTime(timeOf(startsAt))}`;

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly href: string;
  /** What the link to it says, for its row. */
  readonly go: string;
}

/** One sentence for each kind of move, in the voice of the hub. */
export function wordsOf(move: Move, name: string): Words {
  switch (move.kind) {
    case 'answer-request':
      return {
        title: `${name} asks you to be their mentor`,
        lead: 'Read what they wrote and answer in two taps. Either answer is a kind one.',
        href: `/requests`,
        go: 'Read and answer',
      };
    case 'reply-to-mentor':
      return {
        title: `${name} has a question before answering`,
        lead: 'The clock stops while the two of you talk.',
        href: `/requests`,
        go: 'Read and reply',
      };
    case 'sign-agreement':
      return {
        title: `${name} suggests how you could work together`,
        lead: 'How often, how long and what for. Sign it, or suggest something else.',
        href: `/mentorships/${move.mentorship}`,
        go: 'Read the agreement',
      };
    case 'choose-time': {
      const first = move.times[0];
      return {
        title: first ? `${name} can meet ${sayMoment(first.startsAt)}` : `The times that ${name} offered have passed`,
        lead:
          move.times.length > 1
            ? `Or at ${move.times.length === 2 ? 'one other time' : `${move.times.length - 1} other times`}.`
            : first
              ? 'You can also suggest another time.'
              : 'Suggest some of your own.',
        href: `/meetings/${move.meeting}`,
        go: 'See the times',
      };
    }
    case 'close-meeting':
      if (move.underWay)
        return {
          title: `You are meeting ${name} now`,
          lead: 'The agenda is there for you both; close the meeting when you are done.',
          href: `/meetings/${move.meeting}`,
          go: 'Open the agenda',
        };
      return {
        title: `You and ${name} met ${sayMoment(move.startsAt)}`,
        lead: 'Close it in a minute: did it happen, how long, what was agreed.',
        href: `/meetings/${move.meeting}`,
        go: 'Close this meeting',
      };
    case 'confirm-meeting':
      return {
        title: `Did you and ${name} meet for ${sayMinutes(move.minutes)}?`,
        lead: 'Your word beside theirs makes it count towards both your records.',
        href: `/meetings/${move.meeting}`,
        go: 'Look at the meeting',
      };
    case 'arrange-meeting':
      return {
        title: move.first ? `Find a first time with ${name}` : `You and ${name} have nothing booked`,
        lead: move.first ? 'Half an hour is enough to begin.' : 'A short meeting keeps it going.',
        href: `/mentorships/${move.mentorship}/book`,
        go: 'Find a time',
      };
    case 'do-action':
      return {
        title: move.title,
        lead: 'You said that you would do this.',
        href: `/meetings/${move.meeting}`,
        go: 'See where it came from',
      };
    case 'reach-goal':
      return {
        title: `Every step of ${move.title ? `“${move.title}”` : 'a goal'} is done`,
        lead: `With ${name}. Have you reached it, or is a step missing?`,
        href: `/mentorships/${move.mentorship}`,
        go: 'Look at the goal',
      };
  }
}

/** The next move, drawn large: one clear thing to do. */
export function NextMove(props: { move: Move }): JSX.Element {
  const who = createWho(() => props.move.who);
  const words = () => wordsOf(props.move, calledName(who()));
  return (
    <Show when={who().name} fallback={<Skeleton kind="card" label="Reading whose turn it is" />}>
      <MoveCard
        title={words().title}
        lead={words().lead}
        who={
          <Show when={props.move.kind !== 'do-action'}>
            <PersonAvatar of={props.move.who} />
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
  const as = <Kind extends Move['kind']>(kind: Kind) => (props.move.kind === kind ? (props.move as Of<Kind>) : undefined);
  const moving = createAct();
  const choose = () => (as('choose-time')?.times.length ? as('choose-time') : undefined);
  return (
    <Switch fallback={<ButtonLink href={props.words.href}>{props.words.go}</ButtonLink>}>
      <Match when={choose()}>
        {(move) => (
          <>
            <Button
              pending={moving.pending()}
              onPress={() =>
                void moving.run(
                  'ChooseTime',
                  { meeting: move().meeting, time: move().times[0] },
                  'Booked. It is in the agenda of you both.',
                )
              }
            >
              Meet {sayOnDay(dayOf(move().times[0]?.startsAt))}
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
                  'Thank you. It counts for you both.',
                )
              }
            >
              Yes, we met
            </Button>
            <ButtonLink tone="quiet" href={props.words.href}>
              Not quite
            </ButtonLink>
          </>
        )}
      </Match>
      <Match when={as('do-action')}>
        {(move) => (
          <>
            <Button
              pending={moving.pending()}
              onPress={() => void moving.run('FinishAction', { meeting: move().meeting, action: move().action }, 'Done.')}
            >
              I have done this
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
function MarkReached(props: { move: Of<'reach-goal'>; quiet?: boolean }): JSX.Element {
  const reaching = createReaching();
  return (
    <Button
      {...(props.quiet ? { tone: 'quiet', small: true } : {})}
      pending={reaching.pending()}
      onPress={() => void reaching.mark(props.move)}
    >
      Mark as reached<span class="unseen">: {props.move.title}</span>
    </Button>
  );
}

/** A move that can wait its turn. */
export function LaterMove(props: { move: Move }): JSX.Element {
  const who = createWho(() => props.move.who);
  const goal = () => (props.move.kind === 'reach-goal' ? props.move : undefined);
  const words = () => wordsOf(props.move, calledName(who()));
  return (
    <Row
      wrap
      start={<PersonAvatar of={props.move.who} />}
      title={<strong>{who().name ? words().title : <WordToCome />}</strong>}
      note={
        <Show
          when={goal()}
          fallback={<Show when={props.move.kind !== 'choose-time' && props.move.due}>{(due) => <DueDate day={due()} />}</Show>}
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
