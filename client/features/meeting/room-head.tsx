import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { isReadyToAchieve } from '@alongside/domain/mentorships/whose-move.js';
import { createRows, createSending, createView, me, type ViewRows } from '../../replica/index.js';
import { createAct } from '../../app/act.js';
import { createTextDraft } from '../../app/draft.js';
import {
  atStart,
  Button,
  count,
  dayOf,
  DueDate,
  FormFoot,
  Link,
  List,
  WhenLoaded,
  Row,
  saying,
  sayDay,
  Section,
  TextField,
} from '../../ui/index.js';
import { HowItWent, MarkDone } from '../../shared/pair/actions.js';
import { createOpen, focusFirst, Refused, submitting } from '../../shared/forms.js';
import type { WholeMeeting } from '../../shared/meetings/content.js';
import { goalTitle, stepTitle } from '../../shared/pair/goal-words.js';
import type { Meeting } from '../../shared/pair/pair.js';
import { PersonAvatar, PersonName } from '../../shared/people/person-name.js';
import { isFull, leftOver, type AgendaItem } from '../../shared/meetings/agenda.js';
import { lastTimeOf } from './last-time.js';

type Action = ViewRows['action'];
type Goal = ViewRows['goal'];

/** How many of each are shown; more fold away. */
const SHOWN_LIMIT = 3;

/** What the two bring to this meeting: what was agreed last time and how it went, the goals, what was carried over. */
export function RoomHead(props: { meeting: WholeMeeting; meetings: readonly Meeting[]; meetingsLoading: boolean }): JSX.Element {
  const actions = createRows('action', () => ({ mentorship: props.meeting.mentorship }));
  const goals = createRows('goal', () => ({ mentorship: props.meeting.mentorship }));
  const waiting = createView('carried-over', () => props.meeting.mentorship);
  const last = createMemo(() => lastTimeOf(props.meeting, { meetings: props.meetings, actions: actions(), goals: goals() }));
  const carried = () => leftOver(waiting()?.items ?? [], props.meeting.meeting, props.meeting.agenda?.items ?? []);
  const loading = () => props.meetingsLoading || actions.loading || goals.loading || waiting.loading;
  const nothing = () => !last().meeting && !last().stillOpen.length && !last().goals.length && !carried().length;
  return (
    <WhenLoaded of={[{ loading: loading() }]} lines={2} label="Loading what you agreed last time">
      <Show when={!nothing()} fallback={<p class="muted">No earlier meetings, goals or actions yet.</p>}>
        <div class="room-head">
          <Show when={last().meeting || last().stillOpen.length}>
            <Section title="Last time">
              <Agreed {...last()} />
            </Section>
          </Show>
          <Show when={last().goals.length}>
            <Section title="Goals">
              <Folded each={last().goals} noun="goal">
                {(goal) => <NextStep goal={goal} />}
              </Folded>
            </Section>
          </Show>
          <Show when={carried().length}>
            <CarriedOver meeting={props.meeting} items={carried()} />
          </Show>
        </div>
      </Show>
    </WhenLoaded>
  );
}

/** The first few, and the others behind a line that says how many. */
function Folded<Item>(props: { each: readonly Item[]; noun: string; children: (item: Item) => JSX.Element }): JSX.Element {
  const rest = () => props.each.slice(SHOWN_LIMIT);
  return (
    <>
      <List each={props.each.slice(0, SHOWN_LIMIT)}>{(item) => props.children(item)}</List>
      <Show when={rest().length}>
        <details class="small">
          <summary>{atStart(count(rest().length, `more ${props.noun}`))}</summary>
          <List each={rest()}>{(item) => props.children(item)}</List>
        </details>
      </Show>
    </>
  );
}

function Agreed(props: { meeting: Meeting | undefined; agreed: readonly Action[]; stillOpen: readonly Action[] }): JSX.Element {
  return (
    <>
      <Show when={props.meeting}>
        {(meeting) => (
          <p class="small muted">
            <Link href={`/meetings/${meeting().meeting}`}>{sayDay(dayOf(meeting().time?.startsAt))}</Link>
            {props.agreed.length ? '' : '. You agreed no actions.'}
          </p>
        )}
      </Show>
      <Folded each={props.agreed} noun="action">
        {(action) => <LastAction action={action} />}
      </Folded>
      <Show when={props.stillOpen.length}>
        <p class="small muted">Still to do from before that</p>
        <Folded each={props.stillOpen} noun="action">
          {(action) => <LastAction action={action} />}
        </Folded>
      </Show>
    </>
  );
}

const STATE = { yes: 'done', no: 'not done yet', dropped: 'not needed any more' } as const;

/** An action as the two come back to it: its owner says that it is done, and either says how it went. */
function LastAction(props: { action: Action }): JSX.Element {
  const [place, setPlace] = createSignal<HTMLElement>();
  const form = createOpen<'note'>(place);
  const mine = () => props.action.owner === me();
  return (
    <div ref={setPlace}>
      <Row
        wrap
        start={<PersonAvatar of={props.action.owner} size="small" />}
        title={props.action.title || 'Deleted action'}
        note={
          <>
            <Show when={mine()} fallback={<PersonName of={props.action.owner} short />}>
              You
            </Show>
            {' · '}
            {STATE[props.action.done]}
            <Show when={props.action.done === 'no' && props.action.due}>
              {(due) => (
                <>
                  {' · '}
                  <DueDate day={due()} />
                </>
              )}
            </Show>
          </>
        }
      >
        <HowItWent action={props.action} />
        <Show when={!form.any() && props.action.title}>
          <div class="line line--wrap line--tight">
            <Show when={props.action.done === 'no' && mine()}>
              <MarkDone action={props.action} />
            </Show>
            <Button tone="plain" small aria-label={`Say how it went: ${props.action.title}`} onPress={() => form.open('note')}>
              Say how it went
            </Button>
          </div>
        </Show>
      </Row>
      <Show when={form.is('note')}>
        <SayHow action={props.action} onClose={form.close} />
      </Show>
    </div>
  );
}

function SayHow(props: { action: Action; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const note = createTextDraft(() => `how:${props.action.action}`);
  const save = async () => {
    const { meeting, action } = props.action;
    if (
      !(await sending.send(
        'NoteAction',
        { meeting, action, note: note.value() },
        { draft: note, saved: saying('Saved. You can both see it.') },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void save())}>
      <Refused sending={sending} beside={['note']} />
      <TextField label="How it went" maxlength={300} value={note.value()} onInput={note.set} error={sending.problem('note')} />
      <FormFoot does="Save how it went" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}

/** A goal with the one step that comes next, which one press marks as done. */
function NextStep(props: { goal: Goal }): JSX.Element {
  const marking = createAct();
  const next = () => props.goal.steps.find(({ done }) => done === null);
  const words = () => {
    if (isReadyToAchieve(props.goal)) return 'Every step is done';
    const step = next();
    return step ? `Next step: ${stepTitle(step)}` : 'No steps yet';
  };
  const mark = (step: string) => {
    const { mentorship, goal } = props.goal;
    return marking.run('RecordProgress', { mentorship, goal, step, note: '' }, 'Step done');
  };
  return (
    <Row
      wrap
      title={goalTitle(props.goal)}
      note={
        <>
          {words()}
          <Show when={props.goal.due}>
            {(due) => (
              <>
                {' · '}
                <DueDate day={due()} verb="achieve by" />
              </>
            )}
          </Show>
        </>
      }
    >
      <div class="line line--wrap line--tight">
        <Show when={next()} fallback={<Link href={`/mentorships/${props.goal.mentorship}`}>See the goal</Link>}>
          {(step) => (
            <Button
              tone="quiet"
              small
              aria-label={`Mark step as done: ${stepTitle(step())}`}
              pending={marking.pending()}
              onPress={() => void mark(step().step)}
            >
              Mark step as done
            </Button>
          )}
        </Show>
      </div>
    </Row>
  );
}

/** What was left over: each is put on this agenda or let go, in one press. */
function CarriedOver(props: { meeting: WholeMeeting; items: readonly AgendaItem[] }): JSX.Element {
  const sending = createSending();
  const [pressed, setPressed] = createSignal('');
  const agenda = () => props.meeting.agenda?.items ?? [];
  const set = async (key: string, items: readonly AgendaItem[], letGo: readonly string[], words: string) => {
    if (sending.pending()) return;
    setPressed(key);
    const about = { meeting: props.meeting.meeting, seen: agenda().map(({ id }) => id) };
    await sending.send('SetAgenda', { ...about, items, letGo }, { saved: saying(words) });
  };
  const pending = (key: string) => sending.pending() && pressed() === key;
  return (
    <Section title="Carried over">
      <Refused sending={sending} />
      <Folded each={props.items} noun="item">
        {(item) => (
          <Row wrap title={item.title} note={`${item.minutes} min`}>
            <div class="line line--wrap line--tight">
              <Show when={!isFull(agenda())}>
                <Button
                  tone="quiet"
                  small
                  aria-label={`Add to agenda: ${item.title}`}
                  pending={pending(`add ${item.id}`)}
                  onPress={() => void set(`add ${item.id}`, [item, ...agenda()], [], 'Added to the agenda')}
                >
                  Add to agenda
                </Button>
              </Show>
              <Button
                tone="plain"
                small
                aria-label={`Remove: ${item.title}`}
                pending={pending(`drop ${item.id}`)}
                onPress={() => void set(`drop ${item.id}`, agenda(), [item.id], 'Removed')}
              >
                Remove
              </Button>
            </div>
          </Row>
        )}
      </Folded>
      <Show when={isFull(agenda())}>
        <p class="small muted">This agenda is full, with {agenda().length} items.</p>
      </Show>
    </Section>
  );
}
