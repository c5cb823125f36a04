import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { createAnswer, createRows, createSending, createView, me, newId, type RowsAccessor, type Sent } from '../../replica/index.js';
import { NotFound } from '../../app/problem-page.js';
import {
  ButtonLink,
  calledName,
  Link,
  Notice,
  PageHeader,
  sayMinutes,
  sayMoment,
  Section,
  Skeleton,
  Slots,
  TextField,
} from '../../ui/index.js';
import { formatOfMeeting } from '@alongside/domain/mentorships/ways.js';
import { createDraft, type Draft } from '../../app/draft.js';
import { firstAgenda } from '../../shared/meetings/agenda.js';
import { createLeadOn } from '../../app/lead-on.js';
import { Refused } from '../../shared/forms.js';
import { FormatSlots } from '../../shared/meetings/format-slots.js';
import { OfferedTimes } from '../../shared/meetings/offered-times.js';
import { isOver, type Meeting, type MeetingTime, type Mentorship, otherOf } from '../../shared/pair/pair.js';
import type { Ways } from '../../shared/pair/ways.js';
import { createWho } from '../../shared/people/person-name.js';
import { bothOf, OfferTimes, type OnOffer } from './offer-times.js';
import { InPlaceOf, suggestedIn } from './in-place-of.js';
import '../../shared/meetings/offered-times.css';
import { midSentence, within } from '@alongside/domain/text/mid-sentence.js';

const LENGTHS_MINUTES = [30, 45, 60];

/** Arranging a meeting: three times that both could make, each one press; others below; or times to offer. */
export default function Booking(): JSX.Element {
  const params = useParams<{ id: string }>();
  const [search] = useSearchParams<{ move?: string; instead?: string }>();
  const mentorship = createView('mentorship', () => params.id);
  const moving = createView('meeting', () => search.move);
  return (
    <Switch
      fallback={
        <div class="page">
          <Skeleton kind="page" label="Loading times" />
        </div>
      }
    >
      <Match when={mentorship.gone || moving.gone}>
        <NotFound />
      </Match>
      <Match when={(!search.move || moving()) && mentorship()}>
        {(pair) => <Book pair={pair()} moving={moving()} instead={search.instead} />}
      </Match>
    </Switch>
  );
}

type Format = Meeting['format'];
interface Typed {
  readonly minutes: string;
  readonly format: Format;
  readonly place: string;
}

interface Booked {
  readonly pair: Mentorship;
  readonly moving: Meeting | undefined;
  /** The meeting whose suggested times this person would replace. */
  readonly instead: string | undefined;
}

function Book(props: Booked): JSX.Element {
  const who = createWho(() => otherOf(props.pair));
  const name = () => calledName(who());
  // Those still open; of the others it is enough how many there were.
  const meetings = createRows('meeting', () => ({ mentorship: props.pair.mentorship, openFor: me() }));
  const suggested = () => (props.moving ? undefined : suggestedIn(meetings(), props.instead));
  const match = createAnswer<{ ways: Ways | null }>(() => `/api/mentorships/${props.pair.mentorship}/match`, { views: ['profile'] });
  const known = () => match.data() !== undefined || match.failed() !== undefined;
  const draft = createDraft<Typed>(
    () => `booking:${props.moving?.meeting ?? props.pair.mentorship}`,
    () => startFrom(props.pair, props.moving ?? suggested(), match.data()?.ways ?? undefined),
  );
  const set = (change: Partial<Typed>) => draft.set({ ...draft.value(), ...change });
  const answer = createAnswer<{ times: readonly MeetingTime[]; suggest?: readonly MeetingTime[] }>(
    // How long they usually meet is part of the question.
    () => (known() ? `/api/mentorships/${props.pair.mentorship}/times?minutes=${draft.value().minutes}` : undefined),
    { views: ['meeting', 'profile'] },
  );
  const [chosen, setChosen] = createSignal<string>();
  const { sending, take, offer, reading } = createArranging(props, {
    draft,
    otherName: name,
    meetings,
    suggested,
  });
  const pressed = () => (sending.pending() ? chosen() : undefined);
  const press = async (time: MeetingTime) => {
    setChosen(time.startsAt);
    await take(time);
  };
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          context={<Link href={`/mentorships/${props.pair.mentorship}`}>{midSentence(`You and ${who().name}`)}</Link>}
          title={props.moving ? 'Move meeting' : `${suggested() ? 'Other times to meet' : 'Book a meeting with'} ${name()}`}
          lead={movedFrom(props.moving)}
        />
        <Show when={!closedBecause(props.pair, name())} fallback={<Notice>{closedBecause(props.pair, name())}</Notice>}>
          <Show when={suggested()}>{(meeting) => <InPlaceOf of={meeting()} otherName={name()} />}</Show>
          <Refused sending={sending} />
          <OfferedTimes answer={answer} reading={reading()} otherName={name()} pressed={pressed()} onPress={(time) => void press(time)} />
          <Show when={!props.moving}>
            <OfferTimes
              id={props.pair.mentorship}
              minutes={Number(draft.value().minutes)}
              otherName={name()}
              none={answer.data()?.times.length === 0 || props.instead !== undefined}
              start={answer.data()?.suggest}
              replaces={suggested()?.times ?? []}
              onOffer={offer}
            />
          </Show>
        </Show>
      </div>
      <aside class="stack stack--loose" aria-label="How you meet">
        <Show when={!closedBecause(props.pair, name())}>
          <Section title="How you meet" level={3}>
            <Slots
              label="How long"
              value={draft.value().minutes}
              onChange={(minutes) => set({ minutes })}
              choices={lengthsWith(draft.value().minutes)}
            />
            <Show when={!props.moving}>
              <FormatSlots label="Where" value={draft.value().format} onChange={(format) => set({ format })} />
              <TextField
                label={draft.value().format === 'online' ? 'Link or number' : 'Place'}
                optional
                maxlength={200}
                value={draft.value().place}
                onInput={(place) => set({ place })}
                error={sending.problem('place')}
              />
            </Show>
          </Section>
        </Show>
        <Show when={props.moving}>
          {(meeting) => (
            <div>
              <ButtonLink tone="quiet" href={`/meetings/${meeting().meeting}`}>
                Keep current time
              </ButtonLink>
            </div>
          )}
        </Show>
      </aside>
    </div>
  );
}

/** The three ways out of this screen: booked, moved or offered. Each leads to the meeting. */
function createArranging(
  props: Booked,
  {
    draft,
    otherName,
    meetings,
    suggested,
  }: {
    readonly draft: Draft<Typed>;
    readonly otherName: () => string;
    readonly meetings: RowsAccessor<Meeting>;
    /** The meeting whose suggested times are replaced. */
    readonly suggested: () => Meeting | undefined;
  },
) {
  const leadOn = createLeadOn();
  const navigate = useNavigate();
  const waiting = createView('carried-over', () => props.pair.mentorship);
  const written = createView('meeting-content', () => suggested()?.meeting);
  /** Which meeting one at this time would be, whatever was booked first. */
  const numberAt = (startsAt: string) =>
    props.pair.meetingsHeld +
    meetings().filter(({ status, time }) => status === 'booked' && time !== null && time.startsAt < startsAt).length +
    1;
  const sending = createSending();
  /** A meeting of its own, or the one for which times are suggested, as it was shown. */
  const target = () => {
    const open = suggested();
    return open ? { meeting: open.meeting, suggestion: open.suggestion } : { meeting: newId() };
  };
  /** Leads to the meeting, with what was typed as its draft; until the hub has answered there is none to lead to. */
  const arranging = (meeting: string, words: string) => ({
    draft,
    saved: (late: boolean) => leadOn({ to: `/meetings/${meeting}`, words, link: 'Open meeting', late }),
  });
  const goOn = (sent: Sent) => sent === 'kept' && navigate(`/mentorships/${props.pair.mentorship}`);
  const take = async (time: MeetingTime) => {
    const { moving, pair } = props;
    const { startsAt, minutes } = time;
    if (moving) {
      const { meeting, time: before } = moving;
      const moved = arranging(meeting, `Meeting moved to ${sayMoment(startsAt)}. ${otherName()} can see the new time.`);
      goOn(await sending.send('MoveMeeting', { meeting, time: { startsAt, minutes }, seen: before?.startsAt ?? null }, moved));
      return;
    }
    const booking = target();
    const agenda = firstAgenda(numberAt(startsAt), minutes, waiting()?.items ?? [], newId);
    const { format, place } = draft.value();
    const kept = written()?.agenda?.items.length ? 'We kept the agenda.' : 'We added an agenda to start from.';
    const data = { ...booking, mentorship: pair.mentorship, format, place, time: { startsAt, minutes }, agenda };
    goOn(await sending.send('BookMeeting', data, arranging(booking.meeting, `Meeting booked for ${sayMoment(startsAt)}. ${kept}`)));
  };
  const offer: OnOffer = async (times, offering, typedTimes) => {
    const { format, place } = draft.value();
    const suggesting = target();
    const words = { format, place, times };
    const said = 'suggestion' in suggesting ? 'Other times suggested' : 'Times suggested';
    const { saved } = arranging(suggesting.meeting, `${said}. Waiting for ${within(otherName())} to choose one.`);
    const going = { saved, draft: bothOf(draft, typedTimes) };
    goOn(
      'suggestion' in suggesting
        ? await offering.send('SuggestOtherTimes', { ...suggesting, ...words }, going)
        : await offering.send('ProposeMeeting', { ...suggesting, mentorship: props.pair.mentorship, ...words }, going),
    );
  };
  return {
    sending,
    take,
    offer,
    /** Which meeting this is and what was left over make its first agenda: none is booked before they are known. */
    reading: () => !props.moving && (meetings.loading || waiting.loading),
  };
}

/** How the meeting that is moved or suggested already stands, else how the two agreed to meet, else what both have said of themselves. */
function startFrom(pair: Mentorship, before: Meeting | undefined, said: Ways | undefined): Typed {
  const terms = pair.agreed?.terms;
  return {
    minutes: String((before?.time ?? before?.times[0])?.minutes ?? (terms ?? said)?.minutes ?? LENGTHS_MINUTES[0]),
    format: before?.format ?? formatOfMeeting((terms ?? said)?.format),
    place: before?.place ?? '',
  };
}

const lengthsWith = (minutes: string) =>
  [...new Set([...LENGTHS_MINUTES, Number(minutes)])]
    .sort((a, b) => a - b)
    .map((length) => ({ value: String(length), label: sayMinutes(length) }));

const movedFrom = (moving: Meeting | undefined): string | undefined =>
  moving?.time ? `It is booked for ${sayMoment(moving.time.startsAt)}. We keep the agenda when you move it.` : undefined;

/** Why nothing can be arranged, in a sentence; nothing when it can. */
function closedBecause(pair: Mentorship, name: string): string | undefined {
  if (isOver(pair)) return 'This mentorship is finished, so you cannot book new meetings.';
  if (pair.status === 'paused') return `Your mentorship with ${within(name)} is paused. Resume it to book a meeting.`;
  return undefined;
}
