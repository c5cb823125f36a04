import { within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { firstMeetingAgenda } from '@alongside/domain/meetings/first-agenda.js';
import { formatOfMeeting } from '@alongside/domain/mentorships/ways.js';
import { createAnswer, createSending, newId } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import { saySlotShort, type Time } from '../../shared/mentors/slot.js';
import type { Mentorship } from '../../shared/pair/pair.js';
import type { Ways } from '../../shared/pair/ways.js';
import { Button, ButtonLink, saying, sayMoment, Skeleton } from '../../ui/index.js';

const SHOWN_TIMES = 3;

/** Times for a first meeting that both could make; one press books it with its agenda. Others are on the booking screen. */
export function FirstTimes(props: { pair: Mentorship; minutes: number; ways: Ways | undefined; otherName: string }): JSX.Element {
  const answer = createAnswer<{ times: readonly Time[] }>(
    () => `/api/mentorships/${props.pair.mentorship}/times?minutes=${props.minutes}`,
    {
      views: ['meeting', 'profile'],
    },
  );
  const sending = createSending();
  const [pressed, setPressed] = createSignal<string>();
  const isPending = ({ startsAt }: Time): boolean => sending.pending() && pressed() === startsAt;
  const times = () => (answer.data()?.times ?? []).slice(0, SHOWN_TIMES);
  const book = async ({ startsAt, minutes }: Time) => {
    // Booked again before the hub has answered, it would be two meetings.
    if (sending.waiting()) return;
    setPressed(startsAt);
    const { mentorship, aims } = props.pair;
    const where = { format: formatOfMeeting(props.ways?.format), place: '' };
    const agenda = firstMeetingAgenda([...aims], minutes, newId);
    await sending.send(
      'BookMeeting',
      { meeting: newId(), mentorship, ...where, time: { startsAt, minutes }, agenda },
      { saved: saying(`Meeting booked for ${sayMoment(startsAt)}`) },
    );
  };
  return (
    <>
      <Show when={!answer.loading()} fallback={<Skeleton lines={1} label="Loading times" />}>
        <Show
          when={times().length}
          fallback={<p>You and {within(props.otherName)} have no shared times we know of. You can suggest some.</p>}
        >
          <p class="muted">You and {within(props.otherName)} can both make these times. Choose one to book it for you both.</p>
          <Refused sending={sending} beside={['time']} />
          <div class="line line--wrap line--tight">
            <For each={times()}>
              {(time) => (
                <Button tone="quiet" pending={isPending(time)} onPress={() => void book(time)}>
                  Meet {saySlotShort(time.startsAt)}
                </Button>
              )}
            </For>
          </div>
        </Show>
      </Show>
      <div>
        <ButtonLink tone="plain" href={`/mentorships/${props.pair.mentorship}/book`}>
          {times().length ? 'See other times' : 'Suggest times'}
        </ButtonLink>
      </div>
    </>
  );
}
