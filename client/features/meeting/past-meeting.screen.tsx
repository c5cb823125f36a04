import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { useNavigate, useParams } from '@solidjs/router';
import { HELD_LIMIT_MINUTES, NOTES_LIMIT_CHARS } from '@alongside/domain/meetings/meeting.events.js';
import { createAnswer, createSending, createView, newId } from '../../replica/index.js';
import { formatOfMeeting } from '@alongside/domain/mentorships/ways.js';
import { createDraft } from '../../app/draft.js';
import { createLeadOn } from '../../app/lead-on.js';
import { NotFound } from '../../app/problem-page.js';
import {
  Button,
  ButtonLink,
  calledName,
  DateField,
  dayOf,
  Link,
  Notice,
  PageHeader,
  Skeleton,
  TextArea,
  TextField,
  TimeField,
} from '../../ui/index.js';
import { actionOf, NewActions } from './new-actions.js';
import { Refused, submitting } from '../../shared/forms.js';
import { FormatSlots } from '../../shared/meetings/format-slots.js';
import { isOver, otherOf, type Mentorship } from '../../shared/pair/pair.js';
import type { Ways } from '../../shared/pair/ways.js';
import { createWho } from '../../shared/people/person-name.js';
import { emptyMeeting, readMeeting, type Missing, type TypedMeeting } from './past-meeting.js';
import { midSentence, sayOnlyTwo, within } from '@alongside/domain/text/mid-sentence.js';

const FIELDS = ['startsAt', 'minutes', 'place', 'notes'];

/** A meeting that nobody booked: when it was, what it was about and what was agreed, in one go. */
export default function PastMeetingScreen(): JSX.Element {
  const params = useParams<{ id: string }>();
  const mentorship = createView('mentorship', () => params.id);
  return (
    <Switch
      fallback={
        <div class="page">
          <Skeleton kind="page" label="Loading mentorship" />
        </div>
      }
    >
      <Match when={mentorship()}>{(pair) => <RecordPast pair={pair()} />}</Match>
      <Match when={mentorship.gone}>
        <NotFound />
      </Match>
    </Switch>
  );
}

function RecordPast(props: { pair: Mentorship }): JSX.Element {
  const who = createWho(() => otherOf(props.pair));
  const name = () => calledName(who());
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          context={<Link href={`/mentorships/${props.pair.mentorship}`}>{midSentence(`You and ${who().name}`)}</Link>}
          title="Record a past meeting"
          lead={`For a talk you did not book here. It counts for you both when ${within(name())} confirms it.`}
        />
        <Show when={!isOver(props.pair)} fallback={<Notice>This mentorship is finished, so you cannot add meetings to it.</Notice>}>
          <Form pair={props.pair} otherName={name()} />
        </Show>
      </div>
    </div>
  );
}

function Form(props: { pair: Mentorship; otherName: string }): JSX.Element {
  const sending = createSending();
  const leadOn = createLeadOn();
  const navigate = useNavigate();
  const [missing, setMissing] = createSignal<Missing>({});
  const draft = createDraft<TypedMeeting>(
    () => `past:${props.pair.mentorship}`,
    () => emptyMeeting(dayOf()),
  );
  const match = createAnswer<{ ways: Ways | null }>(
    () => (props.pair.agreed ? undefined : `/api/mentorships/${props.pair.mentorship}/match`),
    { views: ['profile'] },
  );
  /** As they agreed to meet, else as both have said of themselves. */
  const format = () => draft.value().format ?? formatOfMeeting((props.pair.agreed?.terms ?? match.data()?.ways)?.format);
  const set = (change: Partial<TypedMeeting>) => draft.set({ ...draft.value(), ...change });
  const record = async () => {
    const read = readMeeting(draft.value());
    setMissing('missing' in read ? read.missing : {});
    if ('missing' in read) return;
    const { place, notes, actions } = draft.value();
    const meeting = newId();
    const data = {
      meeting,
      mentorship: props.pair.mentorship,
      format: format(),
      place,
      notes,
      ...read,
      actions: actions.filter(({ title }) => title.trim()).map((action) => actionOf(action, props.pair)),
    };
    const way = {
      to: `/meetings/${meeting}`,
      words: `Meeting recorded. Waiting for ${within(props.otherName)} to confirm it.`,
      link: 'Open meeting',
    };
    const saved = (late: boolean) => leadOn({ ...way, late });
    // Until the hub has answered there is no meeting to lead to.
    if ((await sending.send('RecordPastMeeting', data, { draft, saved })) === 'kept') navigate(`/mentorships/${props.pair.mentorship}`);
  };
  return (
    <form class="stack" novalidate onSubmit={submitting(() => void record())}>
      <Refused sending={sending} beside={FIELDS} />
      <div class="line line--wrap line--top">
        <DateField
          label="Day"
          min={dayOf(props.pair.startedAt)}
          max={dayOf()}
          value={draft.value().day}
          onInput={(day) => set({ day })}
          error={missing().day ?? sending.problem('startsAt')}
        />
        <TimeField label="Start time" step={300} value={draft.value().time} onInput={(time) => set({ time })} error={missing().time} />
        <TextField
          label="How many minutes did you meet for?"
          kind="number"
          inputmode="numeric"
          min={1}
          max={HELD_LIMIT_MINUTES}
          value={draft.value().minutes}
          onInput={(minutes) => set({ minutes })}
          error={missing().minutes ?? sending.problem('minutes')}
        />
      </div>
      <FormatSlots label="How you met" value={format()} onChange={(chosen) => set({ format: chosen })} />
      <TextField
        label="Where"
        optional
        maxlength={200}
        value={draft.value().place}
        onInput={(place) => set({ place })}
        error={sending.problem('place')}
      />
      <TextArea
        label="What you talked about"
        optional
        hint={sayOnlyTwo(props.otherName)}
        limit={NOTES_LIMIT_CHARS}
        value={draft.value().notes}
        onInput={(notes) => set({ notes })}
        error={sending.problem('notes')}
      />
      <NewActions actions={draft.value().actions} otherName={props.otherName} onChange={(actions) => set({ actions })} />
      <div class="line line--wrap">
        <Button type="submit" pending={sending.pending()}>
          Record meeting
        </Button>
        <ButtonLink tone="quiet" href={`/mentorships/${props.pair.mentorship}`}>
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
