import { Show, type JSX } from 'solid-js';
import { createRows, createView, type ViewRows } from '../../replica/index.js';
import { calledName, createSteady, dayOf, Link, List, Row, sayDayNear, sayMinutes, sayTime, Section, timeOf } from '../../ui/index.js';
import { createWho, PersonAvatar, PersonName } from '../../shared/people/person-name.js';
import { recalled, sayRecalled } from './last-time.js';
import { soon, type TodayRows } from './moves.js';

type Ahead = ReturnType<typeof soon>[number];

/** The meetings of the next seven days, each with what to remember. */
export function Week(props: { rows: TodayRows }): JSX.Element {
  const meetings = createSteady(() => soon(props.rows));
  return (
    <Show when={meetings().length}>
      <Section title="Next 7 days">
        <List each={meetings()}>{(ahead) => <MeetingAhead {...ahead} me={props.rows.me} />}</List>
      </Section>
    </Show>
  );
}

function MeetingAhead(props: Ahead & { me: string }): JSX.Element {
  const other = () => (props.meeting.mentor === props.me ? props.meeting.mentee : props.meeting.mentor);
  const who = createWho(other);
  const actions = createRows('action', () => ({ mentorship: props.meeting.mentorship }));
  const content = createView('meeting-content', () => props.meeting.meeting);
  const said = () => {
    if (actions.loading || content.loading) return undefined;
    const meeting = { mentorship: props.meeting.mentorship, agenda: content()?.agenda ?? null };
    return recalled(meeting, actions() as readonly ViewRows['action'][], props.me);
  };
  return (
    <Row
      wrap
      start={<PersonAvatar of={other()} />}
      title={
        <>
          <strong>
            <PersonName of={other()} />
          </strong>{' '}
          <span class="muted">
            · {sayDayNear(dayOf(props.time.startsAt))}, {sayTime(timeOf(props.time.startsAt))} · {sayMinutes(props.time.minutes)}
            {props.meeting.place ? `, ${props.meeting.place}` : ''}
          </span>
        </>
      }
      note={said() && who().name ? sayRecalled(said() as NonNullable<ReturnType<typeof said>>, props.me, calledName(who())) : undefined}
      end={<Link href={`/meetings/${props.meeting.meeting}`}>Open the agenda</Link>}
    />
  );
}
