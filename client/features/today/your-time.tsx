import { Show, type JSX } from 'solid-js';
import { isAlone, isRunning } from '@alongside/domain/mentorships/states.js';
import { atStart, count, Link, sayMinutes, Section, WhenLoaded } from '../../ui/index.js';
import { movesOf, soon, type TodayRows } from './moves.js';

/** How many meetings are still to be confirmed. A person who was erased confirms nothing any more: of theirs, only what this person may. */
function toConfirm(rows: TodayRows): number {
  const alone = new Set(rows.mentorships.filter(isAlone).map(({ mentorship }): string => mentorship));
  const open = rows.mentorships.filter(({ mentorship }) => !alone.has(mentorship));
  return (
    open.reduce((sum, one) => sum + one.meetingsHeld - one.meetingsConfirmed, 0) +
    movesOf(rows).filter((move) => move.kind === 'confirm-meeting' && alone.has(move.mentorship)).length
  );
}

/** The minutes that both confirmed, what is still to be confirmed, and what comes up. */
export default function YourTime(props: { rows: TodayRows; loading: boolean }): JSX.Element {
  const running = () => props.rows.mentorships.filter(isRunning);
  // With several, the list of mentorships leads to each.
  const record = () => (running().length === 1 ? `/mentorships/${running()[0]?.mentorship}/record` : '/mentorships');
  const minutes = () => props.rows.mentorships.reduce((sum, one) => sum + one.minutes, 0);
  const unconfirmed = () => toConfirm(props.rows);
  const booked = () => soon(props.rows).length;
  return (
    <Section title="Your time" level={3}>
      <WhenLoaded of={[props]} lines={1} label="Loading your time">
        <p class="small muted">
          {minutes() ? `${sayMinutes(minutes())} of mentoring, confirmed by you both.` : unconfirmed() ? '' : 'No meetings recorded yet.'}{' '}
          {unconfirmed() ? `${atStart(count(unconfirmed(), 'meeting'))} to be confirmed. ` : ''}
          {booked() ? `${atStart(count(booked(), 'meeting'))} in the next 7 days.` : ''}
        </p>
        <Show when={running().length}>
          <p class="small">
            <Link href={record()}>Record a past meeting</Link>
          </p>
        </Show>
      </WhenLoaded>
    </Section>
  );
}
