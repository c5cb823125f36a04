import { Show, type JSX } from 'solid-js';
import { createSending } from '../../replica/index.js';
import { Button, Checkbox, DateField, dayAfter, dayOf, Dialog, Notice, say, sayMinutes, Section, TextArea } from '../../ui/index.js';
import { createDraft, createTextDraft } from '../../app/draft.js';
import { Refused, submitting } from '../pair/forms.js';
import { isOver, type Mentorship } from '../pair/pair.js';

export type Way = 'pause' | 'complete' | 'end';
interface WayProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly pair: Mentorship;
  readonly otherName: string;
}

/** What either of the two can do with the mentorship as a whole. */
export const WaysOn = (props: { pair: Mentorship; onChoose: (way: Way) => void }): JSX.Element => (
  <Show when={!isOver(props.pair)}>
    <Section title="Ways on" level={3}>
      <ul class="pair-ways" role="list">
        <Show when={props.pair.status !== 'paused'}>
          <li>
            <Button tone="plain" small onPress={() => props.onChoose('pause')}>
              Pause it for a while
            </Button>
          </li>
        </Show>
        <Show when={props.pair.agreed}>
          <li>
            <Button tone="plain" small onPress={() => props.onChoose('complete')}>
              Complete it
            </Button>
          </li>
        </Show>
        <li>
          <Button tone="plain" small onPress={() => props.onChoose('end')}>
            End it early
          </Button>
        </li>
      </ul>
    </Section>
  </Show>
);

/** A rest, with or without a day on which it ends. */
export function PauseDialog(props: WayProps): JSX.Element {
  const sending = createSending();
  const until = createTextDraft(() => `pause:${props.pair.mentorship}`);
  const pause = async () => {
    if (!(await sending.send('PauseMentorship', { mentorship: props.pair.mentorship, until: until.value() || null }))) return;
    until.drop();
    say('Paused. Either of you can carry on at any time.');
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Pause for a while"
      lead={`Nothing is expected of either of you until you carry on. ${props.otherName} sees that it is paused, and until when.`}
    >
      <form class="stack" novalidate onSubmit={submitting(() => void pause())}>
        <Refused sending={sending} beside={['until']} />
        <DateField
          label="Until"
          optional
          hint="Leave it open if you do not know yet."
          min={dayAfter(dayOf(), 1)}
          value={until.value()}
          onInput={until.set}
          error={sending.problem('until')}
        />
        <Foot does="Pause" pending={sending.pending()} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}

/** Seen through to its end: both get a certificate from the record. */
export function CompleteDialog(props: WayProps): JSX.Element {
  const sending = createSending();
  const complete = async () => {
    if (await sending.send('CompleteMentorship', { mentorship: props.pair.mentorship })) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Complete this mentorship"
      lead={`You and ${props.otherName} have met ${props.pair.meetingsHeld === 1 ? 'once' : `${props.pair.meetingsHeld} times`}${
        props.pair.minutes ? `, for ${sayMinutes(props.pair.minutes)} that you both recorded` : ''
      }.`}
    >
      <form class="stack" onSubmit={submitting(() => void complete())}>
        <Refused sending={sending} />
        <p>
          You each get a certificate made from that record. Meetings that are still booked are cancelled; everything you wrote stays here to
          read.
        </p>
        <Foot does="Complete it" pending={sending.pending()} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}

interface Parting {
  readonly reason: string;
  readonly wantsAnother: boolean;
}

/** Ended early, without blame: a reason is for oneself alone, and another match can be asked for in the same breath. */
export function EndDialog(props: WayProps & { mentee: boolean }): JSX.Element {
  const sending = createSending();
  const draft = createDraft<Parting>(
    () => `end:${props.pair.mentorship}`,
    () => ({ reason: '', wantsAnother: props.mentee }),
  );
  const set = (change: Partial<Parting>) => draft.set({ ...draft.value(), ...change });
  const end = async () => {
    if (!(await sending.send('EndMentorship', { mentorship: props.pair.mentorship, ...draft.value() }))) return;
    draft.drop();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="End this mentorship early"
      lead="It happens, and nobody is to blame. What you did together stays here for you both."
    >
      <form class="stack" novalidate onSubmit={submitting(() => void end())}>
        <Refused sending={sending} beside={['reason']} />
        <TextArea
          label="Why"
          optional
          hint={`Only you can read this: not ${props.otherName}, not a coordinator.`}
          limit={1_200}
          value={draft.value().reason}
          onInput={(reason) => set({ reason })}
          error={sending.problem('reason')}
        />
        <Show when={props.mentee}>
          <Checkbox
            label="I would like another mentor"
            hint="You will find three people suggested for you as soon as this has ended."
            checked={draft.value().wantsAnother}
            onChange={(wantsAnother) => set({ wantsAnother })}
          />
        </Show>
        <Notice>Meetings that are booked are cancelled, and {props.otherName} sees that it has ended.</Notice>
        <Foot does="End it" danger pending={sending.pending()} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}

const Foot = (props: { does: string; danger?: boolean; pending: boolean; onClose: () => void }) => (
  <div class="line line--wrap">
    <Button type="submit" tone={props.danger ? 'danger' : 'primary'} pending={props.pending}>
      {props.does}
    </Button>
    <Button tone="quiet" onPress={props.onClose}>
      Go on as it is
    </Button>
  </div>
);
