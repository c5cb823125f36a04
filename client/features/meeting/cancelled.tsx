import { HUB } from '@alongside/domain/kernel/decider.js';
import { Show, type JSX } from 'solid-js';
import { createRows, me } from '../../replica/index.js';
import { ButtonLink, Notice } from '../../ui/index.js';
import type { Meeting, Mentorship } from '../../shared/pair/pair.js';
import { MeetingActions } from './meeting-actions.js';
import { createNotesDraft, Notes } from './notes-form.js';
import { Again } from './record.js';
import type { WholeMeeting } from '../../shared/meetings/content.js';

/** Who cancelled it, and what is left to do: take it out of one's calendar, and find another time. `again`: nothing else is arranged. */
export const CancelledNotice = (props: {
  meeting: WholeMeeting;
  otherName: string;
  pair: Mentorship | undefined;
  again: boolean;
}): JSX.Element => (
  <Notice
    foot={
      <div class="line line--wrap">
        <Show when={props.again}>
          <Again mentorship={props.meeting.mentorship} />
        </Show>
        <Show when={props.meeting.time}>
          <ButtonLink small tone="plain" away download href={`/api/meetings/${props.meeting.meeting}.ics`}>
            Remove from your calendar
          </ButtonLink>
        </Show>
      </div>
    }
  >
    {sayCancelled(props.meeting, props.otherName, props.pair)}
  </Notice>
);

/** “Asha cancelled this meeting.” Older records do not say who did. */
function sayCancelled({ cancelled }: Meeting, otherName: string, pair: Pick<Mentorship, 'status'> | undefined): string {
  if (!cancelled) return 'This meeting was cancelled.';
  if (cancelled.by !== HUB) return `${cancelled.by === me() ? 'You' : otherName} cancelled this meeting.`;
  if (cancelled.because === 'paused') return 'This meeting was cancelled when your mentorship was paused.';
  if (cancelled.because === 'suggested-already') return 'You both suggested times to meet. We kept the other suggestion.';
  if (pair?.status === 'completed') return 'This meeting was cancelled when your mentorship was completed.';
  return pair?.status === 'ended' ? 'This meeting was cancelled when your mentorship ended.' : 'This meeting was cancelled.';
}

/** What was written before it was cancelled, to read; nothing where nothing was. */
export function WrittenBefore(props: { meeting: WholeMeeting; otherName: string }): JSX.Element {
  const draft = createNotesDraft(() => props.meeting);
  const actions = createRows('action', () => ({ meeting: props.meeting.meeting }));
  const noted = () => Boolean(props.meeting.notes?.text) || draft.typed();
  return (
    <Show when={noted() || actions().length}>
      <div class="stack stack--loose">
        <Show when={noted()}>
          <Notes meeting={props.meeting} otherName={props.otherName} fixed="the meeting was cancelled" />
        </Show>
        <Show when={actions().length}>
          <MeetingActions meeting={props.meeting} otherName={props.otherName} fixed />
        </Show>
      </div>
    </Show>
  );
}
