import { within } from '@alongside/domain/text/mid-sentence.js';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { createRows, createSending } from '../../replica/index.js';
import { Checkbox, Dialog, DialogFoot, Group, sayMinutes, Slots, TextField } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { Refused, submitting } from '../../shared/forms.js';
import type { WholeMeeting } from '../../shared/meetings/content.js';
import type { Meeting } from '../../shared/pair/pair.js';
import { actionOf, NewActions, type TypedAction } from './new-actions.js';
import { EarlierActions, sayings, type SaidOfAction } from './earlier-actions.js';
import { openBefore } from './last-time.js';
import { MINUTES_MISSING } from './minutes.js';
import { createNotesDraft, saveNotes } from './notes-form.js';
import { timerOf } from './timer.js';

interface Typed {
  readonly took: 'yes' | 'no';
  readonly minutes: string;
  readonly actions: readonly TypedAction[];
  /** What was said of actions from earlier meetings, by action. */
  readonly earlier: Readonly<Record<string, SaidOfAction>>;
  /** Ids of agenda items that were not reached. */
  readonly carry: readonly string[];
}

/** The 60-second close-out: did it happen, how long, what is taken on, what waits for next time. Everything is filled in as it usually is. */
export function CloseOut(props: {
  open: boolean;
  onClose: () => void;
  meeting: WholeMeeting;
  otherName: string;
  /** The other deleted their account. */
  alone: boolean;
  /** The mentorship has come to its end: nothing waits for a next time. */
  over: boolean;
}): JSX.Element {
  const sending = createSending();
  const notesSending = createSending();
  const notes = createNotesDraft(() => props.meeting);
  const actions = createRows('action', () => ({ mentorship: props.meeting.mentorship }));
  const open = () => (props.over ? [] : openBefore(props.meeting, actions()));
  const [timer] = timerOf(props.meeting.meeting);
  const agenda = () => props.meeting.agenda?.items ?? [];
  // Worked out as the dialog opens: what is sent is what is shown, however long it stands open.
  const usual = createMemo(() => (props.open ? String(usualMinutes(props.meeting)) : ''));
  const draft = createDraft<Typed>(
    () => `close:${props.meeting.meeting}`,
    () => ({ took: 'yes', minutes: usual(), actions: [], earlier: {}, carry: notReached(agenda(), timer()?.item) }),
  );
  const set = (change: Partial<Typed>) => draft.set({ ...draft.value(), ...change });
  const took = () => draft.value().took === 'yes';
  const [missing, setMissing] = createSignal(false);
  const close = async () => {
    setMissing(took() && !draft.value().minutes.trim());
    if (missing()) return;
    if (notes.typed()) await saveNotes(props.meeting.meeting, notes, notesSending.send);
    const { minutes, actions, earlier, carry } = draft.value();
    for (const said of sayings(open(), took() ? earlier : {})) {
      const saved = () => draft.amend((typed) => without(typed, said.data.action));
      if (!(await sending.send(said.type, said.data, { after: sending, saved }))) return;
    }
    const data = {
      meeting: props.meeting.meeting,
      took: took(),
      minutes: took() ? Math.round(Number(minutes)) : 0,
      actions: took() ? actions.filter(({ title }) => title.trim()).map((action) => actionOf(action, props.meeting)) : [],
      carryOver: props.over ? [] : agenda().filter(({ id }) => (took() ? carry.includes(id) : true)),
    };
    if (await sending.send('CloseMeeting', data, { draft, after: sending })) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      wide
      title="Record meeting"
      lead={
        props.alone
          ? 'The other person deleted their account and cannot confirm it, so it does not count for CPD. Your actions are saved.'
          : `It takes about a minute. It counts for you both when ${within(props.otherName)} confirms it.`
      }
    >
      <form class="stack" novalidate onSubmit={submitting(() => void close())}>
        <Refused sending={sending} beside={['minutes']} />
        <Slots
          label="Did you meet?"
          value={draft.value().took}
          onChange={(value) => set({ took: value })}
          choices={[
            { value: 'yes', label: 'Yes, we met' },
            { value: 'no', label: 'No' },
          ]}
        />
        <Show
          when={took()}
          fallback={
            <Show when={agenda().length && !props.over}>
              <p class="muted">We keep the agenda for next time.</p>
            </Show>
          }
        >
          <TextField
            label="How many minutes did you meet for?"
            kind="number"
            min={1}
            max={240}
            inputmode="numeric"
            hint={props.meeting.time ? `You booked ${sayMinutes(props.meeting.time.minutes)}.` : undefined}
            value={draft.value().minutes}
            onInput={(minutes) => set({ minutes })}
            error={missing() ? MINUTES_MISSING : sending.problem('minutes')}
          />
          <EarlierActions actions={open()} said={draft.value().earlier} onChange={(earlier) => set({ earlier })} />
          <CarryOver items={props.over ? [] : agenda()} carry={draft.value().carry} onChange={(carry) => set({ carry })} />
          <NewActions actions={draft.value().actions} otherName={props.otherName} onChange={(actions) => set({ actions })} />
        </Show>
        <DialogFoot does="Record meeting" pending={sending.pending() || notesSending.pending()} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}

/** What was said of this action has been saved. */
function without(typed: Typed, action: string): Typed {
  const { [action]: _, ...earlier } = typed.earlier;
  return { ...typed, earlier };
}

/** As long as it was booked for, or as long as it has been where it is closed before that: time to come is not recorded. */
function usualMinutes({ time }: Meeting): number {
  if (!time) return 30;
  const soFar = Math.floor((Date.now() - Date.parse(time.startsAt)) / 60_000);
  return Math.min(time.minutes, Math.max(1, soFar));
}

type Items = NonNullable<WholeMeeting['agenda']>['items'];

/** With the timer in use, what comes after the item that was on last was not reached. */
function notReached(items: Items, last: string | undefined): readonly string[] {
  const at = items.findIndex(({ id }) => id === last);
  return at < 0 ? [] : items.slice(at + 1).map(({ id }) => id);
}

const CarryOver = (props: { items: Items; carry: readonly string[]; onChange: (carry: readonly string[]) => void }): JSX.Element => (
  <Show when={props.items.length}>
    <Group label="Anything to carry over?" optional hint="You can add it to your next agenda.">
      <For each={props.items}>
        {(item) => (
          <Checkbox
            label={item.title}
            checked={props.carry.includes(item.id)}
            onChange={(on) => props.onChange(on ? [...props.carry, item.id] : props.carry.filter((id) => id !== item.id))}
          />
        )}
      </For>
    </Group>
  </Show>
);
