import { Show, type JSX } from 'solid-js';
import { createRows } from '../../replica/index.js';
import { atStart, count, dayOf, Link, List, Row, sayDate } from '../../ui/index.js';
import type { Meeting, Mentorship } from '../../shared/pair/pair.js';

/** Cancelled meetings in which something was written, folded away: what was written is still to be read. */
export function CancelledMeetings(props: { pair: Mentorship; cancelled: readonly Meeting[] }): JSX.Element {
  const actions = createRows('action', () => ({ mentorship: props.pair.mentorship }));
  const contents = createRows('meeting-content', () => ({ mentorship: props.pair.mentorship }));
  const hasNotes = (meeting: string) => contents().some((one) => one.meeting === meeting && Boolean(one.notes?.text));
  const written = () =>
    props.cancelled.filter(({ meeting }) => hasNotes(meeting) || actions().some((action) => action.meeting === meeting));
  const on = ({ time }: Meeting) => sayDate(dayOf(time?.startsAt));
  return (
    <Show when={written().length}>
      <details class="small">
        <summary>{atStart(count(written().length, 'cancelled meeting'))}</summary>
        <List each={written()}>
          {(meeting) => (
            <Row
              wrap
              title={on(meeting)}
              end={
                <Link href={`/meetings/${meeting.meeting}`} about={`of ${on(meeting)}`}>
                  Notes
                </Link>
              }
            />
          )}
        </List>
      </details>
    </Show>
  );
}
