import { isArranged, isOpen } from '@alongside/domain/meetings/states.js';
import { createMemo, createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import { useParams } from '@solidjs/router';
import CalendarPlus from 'lucide-solid/icons/calendar-plus';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import { createRows, createView, me } from '../../replica/index.js';
import { NotFound } from '../../app/problem-page.js';
import {
  atStart,
  Button,
  ButtonLink,
  calledName,
  count,
  dayOf,
  Link,
  Menu,
  type MenuEntry,
  PageHeader,
  sayDay,
  sayTime,
  Skeleton,
  timeOf,
  WhenFetched,
} from '../../ui/index.js';
import { withContent, type WholeMeeting } from '../../shared/meetings/content.js';
import { titleOf, turnOf } from '../../shared/pair/next-action.js';
import { createNow, endOf, isAlone, isOver, isRunning, otherOf, type Meeting } from '../../shared/pair/pair.js';
import { createWho, PeoplePair } from '../../shared/people/person-name.js';
import { Agenda } from './agenda-list.js';
import { CloseOut } from './close-out.js';
import { MeetingActions } from './meeting-actions.js';
import { Notes } from './notes-form.js';
import { looksBack } from './last-time.js';
import { Where } from './where.js';
import './meeting.css';
import { midSentence } from '@alongside/domain/text/mid-sentence.js';

// A first meeting has nothing to look back on: what remembers is fetched where there is something.
const RoomHead = lazyPart(() => import('./room-head.js').then((part) => ({ default: part.RoomHead })));

// What is on record is fetched once a meeting was recorded.
const MeetingRecord = lazyPart(() => import('./record.js').then((part) => ({ default: part.MeetingRecord })));

// A meeting that is booked has no times to choose from.
const OfferedHere = lazyPart(() => import('./offered-here.js').then((part) => ({ default: part.OfferedHere })));

// Hardly a meeting clashes with another.
const ClashHere = lazyPart(() => import('./clash.js').then((part) => ({ default: part.ClashHere })));

// Few meetings are cancelled: what asks about it is fetched once it is opened, and what is said of one with it.
const CancelledNotice = lazyPart(() => import('./cancelled.js').then((part) => ({ default: part.CancelledNotice })));
const WrittenBefore = lazyPart(() => import('./cancelled.js').then((part) => ({ default: part.WrittenBefore })));
const PlaceDialog = lazyPart(() => import('./place.js').then((part) => ({ default: part.PlaceDialog })));
const CancelDialog = lazyPart(() => import('./cancel.js').then((part) => ({ default: part.CancelDialog })));

const CLOCK_MS = 20_000;

/** The meeting room: agenda, notes, what was taken on; before it the time, after it the record. */
export default function MeetingScreen(): JSX.Element {
  const params = useParams<{ id: string }>();
  const meeting = createView('meeting', () => params.id);
  const content = createView('meeting-content', () => params.id);
  const whole = () => {
    const row = meeting();
    return row && !content.loading ? withContent(row, content()) : undefined;
  };
  return (
    <Switch
      fallback={
        <div class="page">
          <Skeleton kind="page" label="Loading meeting" />
        </div>
      }
    >
      <Match when={whole()}>{(row) => <Room meeting={row()} />}</Match>
      <Match when={meeting.gone}>
        <NotFound />
      </Match>
    </Switch>
  );
}

function Room(props: { meeting: WholeMeeting }): JSX.Element {
  const other = () => otherOf(props.meeting);
  const who = createWho(other);
  const name = () => calledName(who());
  const meetings = createRows('meeting', () => ({ mentorship: props.meeting.mentorship }));
  /** Nothing until the others are read: among none every meeting is the first. */
  const turn = createMemo(() => (meetings.loading ? undefined : turnOf(props.meeting, meetings())));
  const pair = createView('mentorship', () => props.meeting.mentorship);
  /** [R8] Its meetings are to be read then, and one that had begun is still to be recorded. */
  const over = () => {
    const row = pair();
    return row !== undefined && isOver(row);
  };
  const alone = () => isAlone(pair() ?? {});
  const nothingAhead = () => {
    const row = pair();
    return row !== undefined && isRunning(row) && !meetings.loading && !meetings().some(isOpen);
  };
  const now = createNow(CLOCK_MS);
  const begun = () => props.meeting.time !== null && props.meeting.time.startsAt <= now();
  const [opened, setOpened] = createSignal<'close' | 'cancel' | 'place'>();
  // Once it was opened it stays, so that the focus goes back to what opened it.
  const asked = createMemo((before: boolean) => before || opened() === 'cancel', false);
  const placing = createMemo((before: boolean) => before || opened() === 'place', false);
  const arranged = () => isArranged(props.meeting);
  const cancelled = () => props.meeting.status === 'cancelled';
  return (
    <div class="page meeting">
      <div class="stack stack--loose">
        <PageHeader
          context={<Context meeting={props.meeting} name={who().name} />}
          title={titleFor(props.meeting, turn())}
          end={
            <>
              <PeoplePair of={[me(), other()]} />
              <HeadActions
                meeting={props.meeting}
                begun={begun()}
                over={over()}
                onClose={() => setOpened('close')}
                onCancel={() => setOpened('cancel')}
                onPlace={() => setOpened('place')}
              />
            </>
          }
        />
        <Show when={props.meeting.status === 'closed'}>
          <WhenFetched fallback={<Skeleton lines={2} label="Loading the record" />}>
            <MeetingRecord meeting={props.meeting} other={other()} otherName={name()} alone={alone()} nothingAhead={nothingAhead()} />
          </WhenFetched>
        </Show>
        <Show when={cancelled()}>
          <WhenFetched>
            <CancelledNotice meeting={props.meeting} otherName={name()} pair={pair()} again={nothingAhead()} />
          </WhenFetched>
        </Show>
        <Show when={props.meeting.status === 'proposed' && !over()}>
          <WhenFetched fallback={<Skeleton lines={3} label="Loading suggested times" />}>
            <OfferedHere meeting={props.meeting} otherName={name()} now={now()} />
          </WhenFetched>
        </Show>
        <Show when={!over() && !begun() && props.meeting.status === 'booked' && props.meeting.clashes.length > 0 && props.meeting.time}>
          {(time) => (
            <WhenFetched>
              <ClashHere meeting={props.meeting} startsAt={time().startsAt} otherName={name()} />
            </WhenFetched>
          )}
        </Show>
        <Show when={looksBack(props.meeting, pair())}>
          <WhenFetched fallback={<Skeleton lines={3} label="Loading what was agreed last time" />}>
            <RoomHead meeting={props.meeting} meetings={meetings()} meetingsLoading={meetings.loading} />
          </WhenFetched>
        </Show>
        <div class="meeting__room">
          <Agenda meeting={props.meeting} number={turn()} begun={begun()} over={over()} />
          <Show when={arranged()}>
            <div class="stack stack--loose">
              <Notes
                meeting={props.meeting}
                otherName={name()}
                fixed={over() && props.meeting.status === 'closed' && 'the mentorship ended'}
              />
              <MeetingActions meeting={props.meeting} otherName={name()} fixed={over()} />
            </div>
          </Show>
          <Show when={cancelled()}>
            <WhenFetched>
              <WrittenBefore meeting={props.meeting} otherName={name()} />
            </WhenFetched>
          </Show>
        </div>
      </div>
      <CloseOut
        open={opened() === 'close'}
        onClose={() => setOpened(undefined)}
        meeting={props.meeting}
        otherName={name()}
        alone={alone()}
        over={over()}
      />
      <Show when={placing()}>
        <WhenFetched>
          <PlaceDialog
            open={opened() === 'place'}
            onClose={() => setOpened(undefined)}
            meeting={props.meeting}
            title={placeWords(props.meeting)}
            otherName={name()}
          />
        </WhenFetched>
      </Show>
      <Show when={asked()}>
        <WhenFetched>
          <CancelDialog open={opened() === 'cancel'} onClose={() => setOpened(undefined)} meeting={props.meeting} otherName={name()} />
        </WhenFetched>
      </Show>
    </div>
  );
}

function titleFor(meeting: Meeting, number: number | undefined): string {
  if (meeting.status === 'cancelled') return 'Cancelled meeting';
  if (meeting.status === 'closed' && meeting.took === false) return 'Meeting that did not take place';
  if (meeting.status === 'proposed') return meeting.by === me() || meeting.declined ? 'Suggested times' : 'Choose a time';
  return number === undefined ? 'Your meeting' : titleOf(number);
}

/** “Tuesday 10 March, 3.40 to 4.20 · In person, Room 12 · You and Asha Rahman” */
const Context = (props: { meeting: Meeting; name: string }) => (
  <>
    <Show when={props.meeting.time} fallback={atStart(count(props.meeting.times.length, 'suggested time'))}>
      {(time) => (
        <>
          {sayDay(dayOf(time().startsAt))}, {sayTime(timeOf(time().startsAt))} to {sayTime(timeOf(endOf(time())))}
        </>
      )}
    </Show>
    {' · '}
    <Where meeting={props.meeting} />
    {' · '}
    <Link href={`/mentorships/${props.meeting.mentorship}`}>{midSentence(`You and ${props.name}`)}</Link>
  </>
);

/** “Add a link”, “Change place”. */
const placeWords = ({ format, place }: Meeting): string => `${place ? 'Change' : 'Add a'} ${format === 'online' ? 'link' : 'place'}`;

/** What can be done with the whole meeting: close it once it has begun; before that, put it in a calendar, move it or call it off. */
function HeadActions(props: {
  meeting: Meeting;
  begun: boolean;
  over: boolean;
  onClose: () => void;
  onCancel: () => void;
  onPlace: () => void;
}): JSX.Element {
  const entries = (): MenuEntry[] => [
    ...(props.meeting.status === 'booked'
      ? [
          {
            kind: 'go',
            label: 'Move meeting',
            href: `/mentorships/${props.meeting.mentorship}/book?move=${props.meeting.meeting}`,
          } as const,
        ]
      : []),
    { kind: 'do', label: placeWords(props.meeting), onPress: props.onPlace },
    { kind: 'do', label: 'Cancel meeting', danger: true, onPress: props.onCancel },
  ];
  const ahead = () => !props.over && (props.meeting.status === 'booked' || props.meeting.status === 'proposed');
  return (
    <>
      <Show when={props.meeting.status === 'booked' && props.begun}>
        <Button onPress={props.onClose}>Record meeting</Button>
      </Show>
      <Show when={ahead() && props.meeting.status === 'booked' && !props.begun}>
        <ButtonLink tone="quiet" away download href={`/api/meetings/${props.meeting.meeting}.ics`}>
          <CalendarPlus size="1.125rem" aria-hidden="true" />
          Add to your calendar
        </ButtonLink>
      </Show>
      <Show when={ahead() && props.meeting.status === 'booked' && props.meeting.format === 'online' && !props.meeting.place}>
        <Button tone="quiet" onPress={props.onPlace}>
          Add a link
        </Button>
      </Show>
      <Show when={ahead()}>
        <Menu label="More for this meeting" trigger={<Ellipsis size="1.25rem" aria-hidden="true" />} entries={entries()} />
      </Show>
    </>
  );
}
