import { isOpen } from '@alongside/domain/meetings/states.js';
import { Show, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import {
  atStart,
  ButtonLink,
  count,
  dayOf,
  Link,
  List,
  Row,
  sayDate,
  sayDay,
  sayDayShort,
  sayMinutes,
  sayTime,
  Section,
  Tag,
  timeOf,
  WhenFetched,
} from '../../ui/index.js';
import { isAlone, isOver, otherOf, type Meeting, type Mentorship } from '../../shared/pair/pair.js';
import { whereOf } from '../../shared/meetings/where-of.js';
import { PersonName } from '../../shared/people/person-name.js';
import { inOrder, numberOf, titleOf } from '../../shared/pair/next-action.js';

const PAST_SHOWN_LIMIT = 4;

const CancelledMeetings = lazyPart(() => import('./cancelled-meetings.js').then((part) => ({ default: part.CancelledMeetings })));

/** Next and past meetings; each leads to its agenda and notes. */
export function Meetings(props: { pair: Mentorship; meetings: readonly Meeting[]; me: string }): JSX.Element {
  const ahead = () => inOrder(props.meetings).filter(isOpen);
  const past = () =>
    inOrder(props.meetings)
      .filter(({ status }) => status === 'closed')
      .reverse();
  const cancelled = () =>
    inOrder(props.meetings)
      .filter(({ status }) => status === 'cancelled')
      .reverse();
  const open = () => !isOver(props.pair) && props.pair.status !== 'paused';
  return (
    <Section
      title="Meetings"
      action={
        <Show when={!isOver(props.pair)}>
          <span class="line line--wrap line--tight">
            <Show when={open() && ahead().length}>
              <ButtonLink tone="quiet" small href={`/mentorships/${props.pair.mentorship}/book`}>
                Book a meeting
              </ButtonLink>
            </Show>
            <ButtonLink tone="plain" small href={`/mentorships/${props.pair.mentorship}/record`}>
              Record a past meeting
            </ButtonLink>
          </span>
        </Show>
      }
    >
      <Show when={ahead().length}>
        <List each={ahead()}>
          {(meeting) => <Ahead meeting={meeting} all={props.meetings} me={props.me} alone={isAlone(props.pair)} />}
        </List>
      </Show>
      <Show
        when={past().length}
        fallback={
          <Show when={!ahead().length}>
            <p class="muted">No meetings yet.</p>
          </Show>
        }
      >
        <List each={past().slice(0, PAST_SHOWN_LIMIT)}>
          {(meeting) => <Past meeting={meeting} all={props.meetings} me={props.me} alone={isAlone(props.pair)} />}
        </List>
        <Show when={past().length > PAST_SHOWN_LIMIT}>
          <details class="small">
            <summary>{atStart(count(past().length - PAST_SHOWN_LIMIT, 'earlier meeting'))}</summary>
            <List each={past().slice(PAST_SHOWN_LIMIT)}>
              {(meeting) => <Past meeting={meeting} all={props.meetings} me={props.me} alone={isAlone(props.pair)} />}
            </List>
          </details>
        </Show>
      </Show>
      <Show when={cancelled().length}>
        <WhenFetched>
          <CancelledMeetings pair={props.pair} cancelled={cancelled()} />
        </WhenFetched>
      </Show>
    </Section>
  );
}

interface Shown {
  readonly meeting: Meeting;
  readonly all: readonly Meeting[];
  readonly me: string;
  /** The other deleted their account. */
  readonly alone: boolean;
}

const isToChoose = ({ meeting, me }: Shown): boolean => meeting.by !== me && !meeting.declined;

const Ahead = (props: Shown): JSX.Element => (
  <Row
    wrap
    title={
      <Show when={props.meeting.time} fallback={<strong>Time not chosen yet</strong>}>
        {(time) => (
          <strong>
            {sayDay(dayOf(time().startsAt))}, {sayTime(timeOf(time().startsAt))}
          </strong>
        )}
      </Show>
    }
    note={
      props.meeting.time
        ? `${titleOf(numberOf(props.meeting, props.all))} · ${sayMinutes(props.meeting.time.minutes)} · ${whereOf(props.meeting)}`
        : sayOffered(props.meeting)
    }
    end={
      <Link href={`/meetings/${props.meeting.meeting}`} about={props.meeting.time ? sayDay(dayOf(props.meeting.time.startsAt)) : undefined}>
        {props.meeting.time ? 'Open the agenda' : isToChoose(props) ? 'Choose a time' : 'See suggested times'}
      </Link>
    }
  />
);

const sayOffered = ({ declined, times }: Meeting): string =>
  declined
    ? 'None of the suggested times suit'
    : `${atStart(count(times.length, 'suggested time'))}, from ${sayDayShort(dayOf(times[0]?.startsAt))}`;

const Past = (props: Shown): JSX.Element => {
  const on = () => sayDate(dayOf(props.meeting.time?.startsAt));
  return (
    <Row
      wrap
      title={on()}
      note={props.meeting.took ? titleOf(numberOf(props.meeting, props.all)) : undefined}
      end={
        <>
          <MeetingStatus meeting={props.meeting} me={props.me} alone={props.alone} />
          <Link href={`/meetings/${props.meeting.meeting}`} about={`of ${on()}`}>
            Notes
          </Link>
        </>
      }
    />
  );
};

function sayNotCounted({ setAside }: Meeting): string {
  if (!setAside) return 'Did not take place';
  return setAside.same ? 'Recorded twice' : 'Does not count yet';
}

function MeetingStatus(props: { meeting: Meeting; me: string; alone: boolean }): JSX.Element {
  const recorded = () => props.meeting.attendance.some(({ by }) => by === props.me);
  return (
    <Show when={props.meeting.took} fallback={<Tag kind="quiet">{sayNotCounted(props.meeting)}</Tag>}>
      <Show
        when={props.meeting.confirmedMinutes}
        fallback={
          <Show when={recorded()} fallback={<Tag kind="move">Confirm this meeting</Tag>}>
            <Tag kind="quiet">
              <Show when={!props.alone} fallback="Not confirmed">
                Waiting for <PersonName within of={otherOf(props.meeting)} short /> to confirm
              </Show>
            </Tag>
          </Show>
        }
      >
        {(minutes) => <span class="small muted">{sayMinutes(minutes())}</span>}
      </Show>
    </Show>
  );
}
