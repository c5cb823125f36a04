import { within } from '@alongside/domain/text/mid-sentence.js';
import { createEffect, createSignal, For, Show, type JSX, type Signal } from 'solid-js';
import { createSending } from '../../replica/index.js';
import { Checkbox, DateField, dayAfter, dayOf, Dialog, DialogFoot, Group, Notice, saying, sayMoment, TextArea } from '../../ui/index.js';
import { createDraft, createTextDraft } from '../../app/draft.js';
import { Refused, submitting } from '../../shared/forms.js';
import type { Meeting, Mentorship } from '../../shared/pair/pair.js';
import { inOrder } from '../../shared/pair/next-action.js';

interface WayProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly pair: Mentorship;
  readonly otherName: string;
}

/** Whether the form that is open now, or was a moment ago, was answered. */
function createDone(props: WayProps): Signal<boolean> {
  const [done, setDone] = createSignal(false);
  createEffect(() => props.open && setDone(false));
  return [done, setDone];
}

/** A rest, with or without a day on which it ends. */
export function PauseDialog(props: WayProps & { meetings: readonly Meeting[] }): JSX.Element {
  const sending = createSending();
  const booked = () =>
    inOrder(props.meetings).flatMap(({ meeting, status, time }) =>
      status === 'booked' && time && time.startsAt > new Date().toISOString() ? [{ meeting, startsAt: time.startsAt }] : [],
    );
  const suggested = () => props.meetings.some(({ status }) => status === 'proposed');
  const [done, setDone] = createDone(props);
  const [chosen, setChosen] = createSignal<Readonly<Record<string, boolean>>>({});
  /** A meeting on a day of the pause is cancelled unless they keep it. */
  const cancels = ({ meeting, startsAt }: { meeting: string; startsAt: string }) =>
    chosen()[meeting] ?? (!until.value() || dayOf(startsAt) < until.value());
  const until = createTextDraft(() => `pause:${props.pair.mentorship}`);
  const pause = async () => {
    const cancel = booked()
      .filter(cancels)
      .map(({ meeting }) => meeting);
    const { mentorship, pauses: seen } = props.pair;
    const data = { mentorship, until: until.value() || null, seen, ...(cancel.length ? { cancel } : {}) };
    const saved = saying('Mentorship paused. Either of you can resume it.');
    if (!(await sending.send('PauseMentorship', data, { draft: until, saved }))) return;
    setDone(true);
    setChosen({});
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      onward={done()}
      title="Pause mentorship"
      lead={`${props.otherName} can see that it is paused, and until when. You do not need to do anything until you resume${booked().length ? ', except for meetings that you keep' : ''}.`}
    >
      <form class="stack" novalidate onSubmit={submitting(() => void pause())}>
        <Refused sending={sending} beside={['until']} />
        <DateField
          label="Until"
          optional
          hint="Leave this empty if you do not know yet."
          min={dayAfter(dayOf(), 1)}
          value={until.value()}
          onInput={until.set}
          error={sending.problem('until')}
        />
        <Show when={booked().length}>
          <Group label={`Booked meetings with ${within(props.otherName)}`} hint="A meeting you do not cancel stays in both your calendars.">
            <For each={booked()}>
              {(meeting) => (
                <Checkbox
                  label={`Cancel the meeting on ${sayMoment(meeting.startsAt)}`}
                  checked={cancels(meeting)}
                  onChange={(cancel) => setChosen({ ...chosen(), [meeting.meeting]: cancel })}
                />
              )}
            </For>
          </Group>
        </Show>
        <Show when={suggested()}>
          <Notice>We withdraw the suggested times that neither of you has chosen from.</Notice>
        </Show>
        <DialogFoot does="Pause mentorship" pending={sending.pending()} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}

interface Parting {
  readonly reason: string;
  /** Null until this person chooses. */
  readonly wantsAnother: boolean | null;
}

/** Ended early, without blame: a reason is for oneself alone, and another match can be asked for in the same breath. `wish`: they came here to ask for one. */
export function EndDialog(props: WayProps & { mentee: boolean; wish: boolean }): JSX.Element {
  const sending = createSending();
  const [done, setDone] = createDone(props);
  const draft = createDraft<Parting>(
    () => `end:${props.pair.mentorship}`,
    () => ({ reason: '', wantsAnother: null }),
  );
  const set = (change: Partial<Parting>) => draft.set({ ...draft.value(), ...change });
  const wantsAnother = () => draft.value().wantsAnother ?? props.wish;
  const end = async () => {
    const { reason } = draft.value();
    const data = { mentorship: props.pair.mentorship, reason, wantsAnother: wantsAnother() };
    if (!(await sending.send('EndMentorship', data, { draft }))) return;
    setDone(true);
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      onward={done()}
      title="End mentorship early"
      lead={`That’s OK, it happens. You can both read what you did together. Your own ${props.mentee ? 'goals and actions' : 'actions'} stay with you: you can finish them afterwards.`}
    >
      <form class="stack" novalidate onSubmit={submitting(() => void end())}>
        <Refused sending={sending} beside={['reason']} />
        <TextArea
          label="Why"
          optional
          hint="Only you can see this. It shows on this page after it has ended."
          limit={1_200}
          value={draft.value().reason}
          onInput={(reason) => set({ reason })}
          error={sending.problem('reason')}
        />
        <Show when={props.mentee}>
          <Checkbox
            label="I would like another mentor"
            hint="You can look for one as soon as this has ended."
            checked={wantsAnother()}
            onChange={(wants) => set({ wantsAnother: wants })}
          />
        </Show>
        <Notice>We cancel meetings that are booked. {props.otherName} can see that the mentorship has ended.</Notice>
        <DialogFoot does="End mentorship early" danger pending={sending.pending()} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}
