import { createSignal, For, Show, type JSX } from 'solid-js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { BOOKING_GRACE_MINUTES } from '@alongside/domain/meetings/meeting.arranging.js';
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
      say(`Booked for ${sayMoment(startsAt)}.`);
  };
  return (
    <Show
      when={props.meeting.by !== me()}
      fallback={
        <Card label="How this stands">
          <h2>{props.otherName} chooses next</h2>
          <ul>
            <For each={props.meeting.times}>
              {(time) => (
                <li>
                  {sayMoment(time.startsAt)}, {sayMinutes(time.minutes)}
                </li>
              )}
            </For>
          </ul>
          <p class="muted">You can already write the agenda. If none of these suits you any more, call this off and offer others.</p>
        </Card>
      }
    >
      <MoveCard
        title={ahead().length ? `When can you meet ${props.otherName}?` : `The times that ${props.otherName} offered have passed`}
        lead={ahead().length ? 'One press books it for you both.' : 'Find another time, or offer some of your own.'}
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
            {ahead().length ? 'None of these' : 'Find another time'}
          </ButtonLink>
        </div>
      </MoveCard>
    </Show>
  );
}
