import { within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { BOOKING_GRACE_MINUTES } from '@alongside/domain/meetings/booking-grace.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { createSending, me } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import '../../shared/meetings/offered-times.css';
import { type Meeting, type MeetingTime, otherOf } from '../../shared/pair/pair.js';
import { PersonAvatar } from '../../shared/people/person-name.js';
import { Button, ButtonLink, Card, dayOf, MoveCard, sayDay, saying, sayMinutes, sayMoment, sayTime, timeOf } from '../../ui/index.js';

interface Offered {
  readonly meeting: Meeting;
  readonly otherName: string;
  readonly now: string;
}

/** The times on offer: to be chosen by the one who did not offer them, in one press. Once none of them suits, others are asked for. */
export function OfferedHere(props: Offered): JSX.Element {
  const mine = () => props.meeting.by === me();
  return (
    <Switch fallback={<ToChoose {...props} />}>
      <Match when={mine() && props.meeting.declined}>
        <MoveCard
          title={`${props.otherName} cannot make the times you suggested`}
          lead="Suggest other times. We keep the agenda."
          who={<PersonAvatar of={otherOf(props.meeting)} />}
        >
          <Times of={props.meeting} />
          <SuggestOthers of={props.meeting} tone="primary" />
        </MoveCard>
      </Match>
      <Match when={mine()}>
        <Card label="Status">
          <h2>Waiting for {within(props.otherName)} to choose a time</h2>
          <Times of={props.meeting} />
          <p class="muted">You can write the agenda now. If these times no longer suit you, suggest others.</p>
          <SuggestOthers of={props.meeting} tone="quiet" />
        </Card>
      </Match>
      <Match when={props.meeting.declined}>
        <Card label="Status">
          <h2>Waiting for {within(props.otherName)} to suggest other times</h2>
          <p class="muted">You said that none of the times suit you. You can also suggest some.</p>
          <SuggestOthers of={props.meeting} tone="quiet" />
        </Card>
      </Match>
    </Switch>
  );
}

const Times = (props: { of: Meeting }): JSX.Element => (
  <ul>
    <For each={props.of.times}>
      {(time) => (
        <li>
          {sayMoment(time.startsAt)}, {sayMinutes(time.minutes)}
        </li>
      )}
    </For>
  </ul>
);

const SuggestOthers = (props: { of: Meeting; tone: 'primary' | 'quiet' }): JSX.Element => (
  <div>
    <ButtonLink tone={props.tone} href={`/mentorships/${props.of.mentorship}/book?instead=${props.of.meeting}`}>
      Suggest other times
    </ButtonLink>
  </div>
);

/** Chosen, or answered with other times or with none: what was on the screen is what is answered. */
function ToChoose(props: Offered): JSX.Element {
  const choosing = createSending();
  const declining = createSending();
  const [chosen, setChosen] = createSignal<string>();
  // As the hub has it: who sits down together may still choose the time that has just begun.
  const ahead = () => props.meeting.times.filter(({ startsAt }) => plusMinutes(startsAt as Instant, BOOKING_GRACE_MINUTES) >= props.now);
  const shown = () => ({ meeting: props.meeting.meeting, suggestion: props.meeting.suggestion });
  const choose = async ({ startsAt, minutes }: MeetingTime) => {
    setChosen(startsAt);
    await choosing.send(
      'ChooseTime',
      { ...shown(), time: { startsAt, minutes } },
      { saved: saying(`Meeting booked for ${sayMoment(startsAt)}`) },
    );
  };
  const decline = async () => {
    await declining.send('DeclineTimes', shown(), { saved: saying(`We have asked ${within(props.otherName)} to suggest other times`) });
  };
  return (
    <MoveCard
      title={
        ahead().length ? `When can you meet ${within(props.otherName)}?` : `The times ${within(props.otherName)} suggested have passed`
      }
      lead={leadOf(props.meeting, ahead().length > 0)}
      who={<PersonAvatar of={otherOf(props.meeting)} />}
    >
      <Refused sending={choosing} />
      <Refused sending={declining} />
      <Show when={ahead().length}>
        <ul class="offered-times grow" role="list">
          <For each={ahead()}>
            {(time) => (
              <li>
                <button
                  type="button"
                  class="offered-time"
                  aria-disabled={choosing.pending() ? 'true' : undefined}
                  aria-busy={choosing.pending() && chosen() === time.startsAt ? 'true' : undefined}
                  onClick={() => !choosing.pending() && void choose(time)}
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
      <div class="line line--wrap">
        <SuggestOthers of={props.meeting} tone={ahead().length ? 'quiet' : 'primary'} />
        <Button tone="plain" pending={declining.pending()} onPress={() => void decline()}>
          None of these suit me
        </Button>
      </div>
    </MoveCard>
  );
}

function leadOf({ replaces }: Meeting, canChoose: boolean): string {
  if (!canChoose) return 'Suggest other times, or ask for others.';
  const whose = replaces === null ? '' : `These replace ${replaces === me() ? 'the times you suggested' : 'their earlier suggestion'}. `;
  return `${whose}Choose a time to book it for you both.`;
}
