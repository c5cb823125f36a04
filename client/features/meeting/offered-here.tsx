import { createSignal, For, Show, type JSX } from 'solid-js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { BOOKING_GRACE_MINUTES } from '@alongside/domain/meetings/booking-grace.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { createSending, me } from '../../replica/index.js';
import { ButtonLink, Card, dayOf, MoveCard, say, sayDay, sayMinutes, sayTime, timeOf } from '../../ui/index.js';
import { sayMoment } from '../booking/offered-times.js';
import { Refused } from '../pair/forms.js';
import { otherOf, type Meeting, type MeetingTime } from '../pair/pair.js';
import { PersonAvatar } from '../people/person-name.js';
import '../booking/booking.css';

/** The times on offer: to be chosen by the one who did not offer them, in one press. */
export function OfferedHere(props: { meeting: Meeting; otherName: string; now: string }): JSX.Element {
  const sending = createSending();
  const [chosen, setChosen] = createSignal<string>();
  // As the hub has it: who sits down together may still choose the time that has just begun.
  const ahead = () => props.meeting.times.filter(({ startsAt }) => plusMinutes(startsAt as Instant, BOOKING_GRACE_MINUTES) >= props.now);
  const book = () => `/mentorships/${props.meeting.mentorship}/book`;
  const choose = async ({ startsAt, minutes }: MeetingTime) => {
    setChosen(startsAt);
    if (await sending.send('ChooseTime', { meeting: props.meeting.meeting, time: { startsAt, minutes } }))
      say(`Meeting booked for ${sayMoment(startsAt)}`);
  };
  return (
    <Show
      when={props.meeting.by !== me()}
      fallback={
        <Card label="Status">
          <h2>Waiting for {props.otherName} to choose a time</h2>
          <ul>
            <For each={props.meeting.times}>
              {(time) => (
                <li>
                  {sayMoment(time.startsAt)}, {sayMinutes(time.minutes)}
                </li>
              )}
            </For>
          </ul>
          <p class="muted">You can write the agenda now. If these times no longer suit you, cancel this meeting and suggest others.</p>
        </Card>
      }
    >
      <MoveCard
        title={ahead().length ? `When can you meet ${props.otherName}?` : `The times ${props.otherName} suggested have passed`}
        lead={ahead().length ? 'Choose a time to book it for you both.' : 'Book another time, or suggest some.'}
        who={<PersonAvatar of={otherOf(props.meeting)} />}
      >
        <Refused sending={sending} />
        <Show when={ahead().length}>
          <ul class="offered-times grow" role="list">
            <For each={ahead()}>
              {(time) => (
                <li>
                  <button
                    type="button"
                    class="offered-time"
                    aria-disabled={sending.pending() ? 'true' : undefined}
                    aria-busy={sending.pending() && chosen() === time.startsAt ? 'true' : undefined}
                    onClick={() => !sending.pending() && void choose(time)}
                  >
                    <span class="offered-time__day">{sayDay(dayOf(time.startsAt))}</span>
                    <span class="offered-time__at">
                      {sayTime(timeOf(time.startsAt))} · {sayMinutes(time.minutes)}
                    </span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <div>
          <ButtonLink tone={ahead().length ? 'quiet' : 'primary'} href={book()}>
            Book another time
          </ButtonLink>
        </div>
      </MoveCard>
    </Show>
  );
}
