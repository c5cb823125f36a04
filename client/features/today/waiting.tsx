import { createMemo, mapArray, Match, Show, Switch, type JSX } from 'solid-js';
import { createView } from '../../replica/index.js';
import { isRunning } from '@alongside/domain/mentorships/states.js';
import type { Waited } from '@alongside/domain/mentorships/whose-move.js';
import {
  ButtonLink,
  calledName,
  createSteady,
  dayOf,
  daysBetween,
  DueDate,
  EmptyState,
  Link,
  List,
  Row,
  sayOnDay,
  sayOnMoment,
  Section,
  Skeleton,
} from '../../ui/index.js';
import { createWho, PersonAvatar } from '../../shared/people/person-name.js';
import { nextMeeting, waitsOf, type TodayRows } from './moves.js';
import { midSentence } from '@alongside/domain/text/mid-sentence.js';

interface Words {
  /** “Waiting for Asha to …” */
  readonly to: string;
  /** “Asha has not … yet” */
  readonly done: string;
  readonly href: string;
  readonly see: string;
}

/** One line for each kind of thing that the other does next. */
function wordsOf(wait: Waited): Words {
  switch (wait.kind) {
    case 'answer-request':
    case 'reply-to-mentor':
      return { to: 'reply', done: 'replied', href: '/requests', see: 'See request' };
    case 'sign-agreement':
      return { to: 'sign the agreement', done: 'signed the agreement', href: `/mentorships/${wait.mentorship}`, see: 'See agreement' };
    case 'review-agreement':
      return {
        to: 'review your agreement',
        done: 'reviewed your agreement',
        href: `/mentorships/${wait.mentorship}`,
        see: 'See agreement',
      };
    case 'choose-time':
      return { to: 'choose a time', done: 'chosen a time', href: `/meetings/${wait.meeting}`, see: 'See suggested times' };
    case 'suggest-times':
      return { to: 'suggest other times', done: 'suggested other times', href: `/meetings/${wait.meeting}`, see: 'See the meeting' };
    case 'confirm-meeting':
      return confirmed(wait);
    case 'agree-completion':
      return {
        to: 'reply about completing your mentorship',
        done: 'replied about completing your mentorship',
        href: `/mentorships/${wait.mentorship}`,
        see: 'See the mentorship',
      };
  }
}

const confirmed = ({ meeting, startsAt }: Extract<Waited, { kind: 'confirm-meeting' }>): Words => {
  const which = `your meeting ${sayOnDay(dayOf(startsAt))}`;
  return { to: `confirm ${which}`, done: `confirmed ${which}`, href: `/meetings/${meeting}`, see: 'See the meeting' };
};

const RECENT_DAYS = 28;
const isRecent = (wait: Waited, now: string): boolean =>
  wait.kind !== 'confirm-meeting' || daysBetween(dayOf(wait.startsAt), dayOf(now)) <= RECENT_DAYS;

/** What this person waits for. A person who deleted their account replies to nothing. */
function createWaits(rows: () => TodayRows): () => readonly Waited[] {
  const all = createSteady(() => waitsOf(rows()));
  const people = createMemo(() => [...new Set(all().map(({ of }) => of))]);
  const erased = createMemo(
    mapArray(people, (person) => {
      const row = createView('person', () => person);
      return () => (row()?.erased ? person : '');
    }),
  );
  return createSteady(() => {
    const gone = new Set(erased().map((one) => one()));
    return all().filter(({ of }) => !gone.has(of));
  });
}

// A confirmation that is missing for long is in the list below, and is not what today is about.
const waitNow = (rows: TodayRows) => waitsOf(rows).find((one) => isRecent(one, rows.now));

/** No pair is there to go on with or to resume: roles that are kept apart are none. */
const isUnpaired = ({ mentorships }: TodayRows): boolean =>
  !mentorships.some((one) => isRunning(one) || (one.status === 'paused' && one.pausedWhy !== 'reporting-line'));

/** Where nothing is to do, to wait for or to resume, a mentor is what is next to find. */
export const leadsToFind = (rows: TodayRows): boolean => isUnpaired(rows) && !waitNow(rows) && !nextMeeting(rows);

/** Whose move it is where it is not this person’s, and what; else when they meet next; only then is there nothing ahead. */
export function NothingToDo(props: { rows: TodayRows }): JSX.Element {
  const active = () => props.rows.mentorships.some(isRunning);
  const waits = createWaits(() => props.rows);
  const wait = () => waits().find((one) => isRecent(one, props.rows.now));
  const ahead = () => nextMeeting(props.rows);
  return (
    <Switch>
      <Match when={wait()}>{(next) => <WaitingFor wait={next()} />}</Match>
      <Match when={ahead()}>{(next) => <MeetNext {...next()} me={props.rows.me} />}</Match>
      <Match when={active()}>
        <EmptyState level={2} title="You’re up to date">
          We’ll show your next task here.
        </EmptyState>
      </Match>
      <Match when={isUnpaired(props.rows)}>
        <EmptyState level={2} title="Find a mentor" action={<ButtonLink href="/find">Find a mentor</ButtonLink>}>
          We suggest mentors and say why. You choose who to ask. We do not tell them until you do.
        </EmptyState>
      </Match>
    </Switch>
  );
}

function WaitingFor(props: { wait: Waited }): JSX.Element {
  const who = createWho(() => props.wait.of);
  const words = () => wordsOf(props.wait);
  return (
    <Show when={who().name} fallback={<Skeleton kind="card" label="Loading what you are waiting for" />}>
      <EmptyState
        level={2}
        title={midSentence(`Waiting for ${calledName(who())} to ${words().to}`)}
        action={
          <ButtonLink tone="quiet" href={words().href}>
            {words().see}
          </ButtonLink>
        }
      >
        We’ll show your next step here.
      </EmptyState>
    </Show>
  );
}

function MeetNext(props: NonNullable<ReturnType<typeof nextMeeting>> & { me: string }): JSX.Element {
  const who = createWho(() => (props.meeting.mentor === props.me ? props.meeting.mentee : props.meeting.mentor));
  return (
    <Show when={who().name} fallback={<Skeleton kind="card" label="Loading your next meeting" />}>
      <EmptyState
        level={2}
        title={midSentence(`You meet ${calledName(who())} ${sayOnMoment(props.time.startsAt)}`)}
        action={<ButtonLink href={`/meetings/${props.meeting.meeting}`}>Open the agenda</ButtonLink>}
      >
        You can both add to the agenda.
      </EmptyState>
    </Show>
  );
}

/** Everything that this person waits for others to do. */
export function Waiting(props: { rows: TodayRows }): JSX.Element {
  const waits = createWaits(() => props.rows);
  return (
    <Show when={waits().length}>
      <Section title="Waiting for a reply">
        <List each={waits()}>{(wait) => <NotYet wait={wait} />}</List>
      </Section>
    </Show>
  );
}

function NotYet(props: { wait: Waited }): JSX.Element {
  const who = createWho(() => props.wait.of);
  const words = () => wordsOf(props.wait);
  const name = () => calledName(who()) || 'Your colleague';
  return (
    <Row
      wrap
      start={<PersonAvatar of={props.wait.of} />}
      title={`${name()} has not ${words().done} yet`}
      note={
        <Show when={props.wait.kind !== 'choose-time' && props.wait.due}>
          {(due) => <DueDate day={due()} verb={`${name()} has until`} />}
        </Show>
      }
      end={<Link href={words().href}>{words().see}</Link>}
    />
  );
}
