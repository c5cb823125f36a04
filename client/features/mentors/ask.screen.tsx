import { createMemo, createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import { useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { uuidv7 } from 'uuidv7';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { act } from '../../app/act.js';
import { createFormDraft } from '../../app/draft.js';
import { createLeadOn } from '../../app/lead-on.js';
import { createAnswer, createSending, createView, me } from '../../replica/index.js';
import {
  Button,
  ButtonLink,
  Checkbox,
  calledName,
  count,
  Group,
  Link,
  Notice,
  PageHeader,
  SelectField,
  sayMinutes,
  Skeleton,
  SlotsOfMany,
  TextArea,
} from '../../ui/index.js';
import { saySlotShort } from '../../shared/mentors/slot.js';
import {
  sayRequestsLeft,
  sayUsualReply,
  SUGGESTIONS_REST_ON,
  whyNotAsk,
  type SuggestedMentor,
  type SuggestionsAnswer,
} from '../../shared/mentors/suggestions.js';
import { sayWhatAskedSee } from '../../shared/people/say.js';
import { draftNote } from './draft-note.js';

const NOTE_LIMIT_CHARACTERS = 1_200;
const FORM_FIELDS = ['note', 'aims', 'times', 'reserves'] as const;

/** Asking a mentor: a drafted note, aims, times and whom to ask next, sent with one press. */
export default function Ask(): JSX.Element {
  const params = useParams<{ person: string }>();
  const mentor = createAnswer<SuggestedMentor>(() => `/api/suggestions/${encodeURIComponent(params.person)}`);
  const all = createAnswer<SuggestionsAnswer>(() => '/api/suggestions', SUGGESTIONS_REST_ON);
  const own = createView('profile', me);
  const ready = createMemo(() => {
    const [asked, others, profile] = [mentor.data(), all.data(), own()];
    return asked && others && profile ? { asked, others, profile } : undefined;
  });
  const name = () => calledName(mentor.data());
  const whyNot = createMemo(() => {
    const asked = mentor.data();
    return asked && whyNotAsk(asked);
  });
  const answerTime = () => {
    const days = mentor.data()?.answerDays;
    return days === undefined ? 'a number of school days' : count(days, 'school day');
  };
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          context={<Link href={`/mentors/${params.person}`}>{mentor.data() ? `${name()}’s profile` : 'Mentor’s profile'}</Link>}
          title={mentor.data() ? `Ask ${mentor.data()?.name}` : 'Ask a mentor'}
          lead={mentor.data() && !whyNot() && 'We’ve filled this in for you. Change anything, then ask.'}
        />
        <Switch fallback={<Skeleton lines={6} label="Loading your request" />}>
          <Match when={mentor.failed()}>
            {(why) => (
              <Notice kind="refusal" title="We could not load this request" foot={<Link href="/find">Find another mentor</Link>}>
                {why()}
              </Notice>
            )}
          </Match>
          <Match when={whyNot()}>
            {(said) => (
              <Notice title={said().title} foot={<Link href="/find">Find another mentor</Link>}>
                {said().more}
              </Notice>
            )}
          </Match>
          <Match when={all.data()?.requestsLeft === 0}>
            <Notice title={`You have ${all.data()?.requestsLimit} open requests`} foot={<Link href="/requests">See your requests</Link>}>
              You can have {all.data()?.requestsLimit} open requests at a time. You can ask {name()} when you get a reply, or if you
              withdraw one.
            </Notice>
          </Match>
          <Match when={ready()}>{(known) => <Form mentor={known().asked} suggestions={known().others} profile={known().profile} />}</Match>
        </Switch>
      </div>
      <aside class="stack aside-when-simple" aria-label="What happens next">
        <h2 class="heading-small">What happens next</h2>
        <ol class="small muted stack stack--tight">
          <li>
            We send your note straight away.{' '}
            <Show when={name()}>
              {name()} has {answerTime()} to say yes, say no or ask a question.
            </Show>
          </li>
          <li>We remind them halfway through.</li>
          <li>If they say no or do not reply, we tell you. We then ask your second choice, if you chose one.</li>
        </ol>
      </aside>
    </div>
  );
}

type Profile = NonNullable<ReturnType<ReturnType<typeof createView<'profile'>>>>;

function Form(props: { mentor: SuggestedMentor; suggestions: SuggestionsAnswer; profile: Profile }): JSX.Element {
  const leadOn = createLeadOn();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const name = () => calledName(props.mentor);
  // What stands in the form is the person's own from the moment it is shown: later changes must not overwrite it.
  const times = props.mentor.times.map((time) => ({ ...time }));
  const wished = times.filter(({ startsAt }) => startsAt === params['time']);
  const draft = createFormDraft(() => `ask:${props.mentor.person}`, {
    note: draftNote(props.profile, times[0]?.minutes),
    aims: props.profile.aims.map(({ tag }) => tag) as readonly string[],
    offered: (wished.length ? wished : times).map(({ startsAt }) => startsAt) as readonly string[],
    reserves: [] as readonly string[],
  });
  const [note, setNote] = draft.field('note');
  const [aims, setAims] = draft.field('aims');
  const [offered, setOffered] = draft.field('offered');
  const [reserves, setReserves] = draft.field('reserves');
  const others = () => props.suggestions.people.filter(({ person, placesLeft }) => person !== props.mentor.person && placesLeft > 0);
  const sending = createSending();
  const request = uuidv7();
  const [missing, setMissing] = createSignal(false);

  const send = async () => {
    setMissing(!note().trim());
    if (missing()) return;
    const { person: mentor } = props.mentor;
    const asked = name();
    const data = {
      request,
      mentor,
      mentee: me(),
      note: note().trim(),
      aims: aims(),
      reserves: reserves().filter((one) => others().some(({ person }) => person === one)),
      times: times.filter(({ startsAt }) => offered().includes(startsAt)),
    };
    const written = draft.value();
    const undo = () =>
      void act('WithdrawRequest', { mentor, request }, `You withdrew your request to ${asked}. What you wrote is kept.`).then(
        (undone) => undone && draft.set(written),
      );
    const way = { to: '/requests', words: `You asked ${asked} to be your mentor`, link: 'See your requests' };
    const saved = (late: boolean) => leadOn({ ...way, late, action: { label: 'Undo', onPress: undo } });
    if ((await sending.send('RequestMentoring', data, { draft, saved })) === 'kept') navigate(way.to);
  };
  return (
    <form
      class="stack stack--loose"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending.pending()) void send();
      }}
    >
      <TextArea
        label="Your note"
        reading
        rows={6}
        limit={NOTE_LIMIT_CHARACTERS}
        value={note()}
        onInput={setNote}
        error={missing() ? `Enter a note to ${name()}.` : sending.problem('note')}
        hint={sayWhatAskedSee(name())}
      />
      <Aims chosen={aims()} onChange={setAims} own={props.profile.aims} name={name()} error={sending.problem('aims')} />
      <Show when={times.length}>
        <SlotsOfMany
          label="Times you suggest"
          hint={`You both said you are available then. ${name()} can say yes with one of these times, which books your first meeting.`}
          values={offered()}
          onChange={setOffered}
          choices={times.map(({ startsAt, minutes }) => ({ value: startsAt, label: `${saySlotShort(startsAt)}, ${sayMinutes(minutes)}` }))}
          error={sending.problem('times')}
        />
      </Show>
      <Reserves name={name()} people={others()} chosen={reserves()} onChange={setReserves} error={sending.problem('reserves')} />
      <Show when={sending.problemBeside(...FORM_FIELDS)}>
        {(why) => (
          <Notice kind="refusal" title="Your request was not sent">
            {why()} What you wrote is still here.
          </Notice>
        )}
      </Show>
      <div class="line line--wrap">
        <Button type="submit" pending={sending.pending()}>
          Ask {name()}
        </Button>
        <ButtonLink tone="plain" href={`/mentors/${props.mentor.person}`}>
          {' '}
          Cancel
        </ButtonLink>
        <span class="small muted letter__aside">
          {sayRequestsLeft(props.suggestions)}
          {sayUsualReply(props.mentor.usualReplyDays) ? ` · ${name()} ${sayUsualReply(props.mentor.usualReplyDays)}` : ''}
        </span>
      </div>
    </form>
  );
}

function Aims(props: {
  own: Profile['aims'];
  chosen: readonly string[];
  onChange: (tags: readonly string[]) => void;
  name: string;
  error?: string | undefined;
}): JSX.Element {
  const toggle = (tag: string, on: boolean) => props.onChange(on ? [...props.chosen, tag] : props.chosen.filter((other) => other !== tag));
  return (
    <Show
      when={props.own.length}
      fallback={
        <p class="muted">
          You have not chosen any focus areas. <Link href="/profile?section=aims">Choose up to 6 focus areas</Link>, or say what you want to
          work on in your note.
        </p>
      }
    >
      <Group label={`What you would like to work on with ${props.name}`} error={props.error} answer={props.chosen}>
        <div class="choices">
          <For each={props.own}>
            {({ tag }) => <Checkbox label={expertiseName(tag)} checked={props.chosen.includes(tag)} onChange={(on) => toggle(tag, on)} />}
          </For>
        </div>
      </Group>
    </Show>
  );
}

const NOBODY = 'nobody';

/** Whom to ask next, in order, each by one choice. Nobody but the mentee ever sees this list. */
function Reserves(props: {
  name: string;
  people: readonly SuggestedMentor[];
  chosen: readonly string[];
  onChange: (people: readonly string[]) => void;
  error?: string | undefined;
}): JSX.Element {
  const options = (without?: string) => [
    { value: NOBODY, label: 'No other mentor' },
    ...props.people
      .filter(({ person }) => person !== without)
      .map(({ person, name, jobTitle }) => ({ value: person, label: jobTitle ? `${name}, ${jobTitle}` : name })),
  ];
  const first = () => props.chosen[0] ?? NOBODY;
  const setFirst = (person: string) =>
    props.onChange(person === NOBODY ? [] : [person, ...props.chosen.slice(1).filter((other) => other !== person)]);
  const setSecond = (person: string) => props.onChange([...props.chosen.slice(0, 1), ...(person === NOBODY ? [] : [person])]);
  return (
    <Show when={props.people.length}>
      <div class="stack">
        <SelectField
          label={`If ${props.name} cannot, who should we ask next?`}
          optional
          hint="We send them the same request. We do not tell them that they were a second choice."
          value={first()}
          onChange={setFirst}
          options={options()}
          error={props.error}
        />
        <Show when={props.chosen.length && props.people.length > 1}>
          <SelectField
            label="Who should we ask after that?"
            optional
            value={props.chosen[1] ?? NOBODY}
            onChange={setSecond}
            options={options(props.chosen[0])}
          />
        </Show>
      </div>
    </Show>
  );
}
