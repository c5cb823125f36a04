import { within } from '@alongside/domain/text/mid-sentence.js';
import { For, Show, type JSX } from 'solid-js';
import type { ComputedAnswer } from '../../replica/index.js';
import { atStart, count, dayOf, NotFetched, sayDay, sayMinutes, sayTime, Section, Skeleton, timeOf } from '../../ui/index.js';
import type { MeetingTime } from '../pair/pair.js';

const FIRST_SHOWN = 3;

/** Times that both could make, soonest first: three drawn large, the rest folded away. One press takes one. */
export function OfferedTimes(props: {
  answer: ComputedAnswer<{ times: readonly MeetingTime[] }>;
  /** What a press rests on is still being read. */
  reading: boolean;
  otherName: string;
  /** The time that is being taken just now. */
  pressed: string | undefined;
  onPress: (time: MeetingTime) => void;
}): JSX.Element {
  const times = () => props.answer.data()?.times ?? [];
  return (
    <Section title="When you’re both available">
      <Show when={props.answer.failed()}>{(why) => <NotFetched onAgain={props.answer.again}>{why()}</NotFetched>}</Show>
      <Show when={!props.answer.loading() && !props.reading} fallback={<Skeleton lines={3} label="Loading times" />}>
        <Show when={times().length} fallback={<NoneInCommon name={props.otherName} failed={props.answer.failed() !== undefined} />}>
          <p class="muted">Choose a time to book it for you both.</p>
          <ul class="offered-times" role="list">
            <For each={times().slice(0, FIRST_SHOWN)}>{(time) => <Time time={time} {...props} />}</For>
          </ul>
          <Show when={times().length > FIRST_SHOWN}>
            <details>
              <summary>{atStart(count(times().length - FIRST_SHOWN, 'more time'))} when you’re both available</summary>
              <ul class="offered-times offered-times--more" role="list">
                <For each={times().slice(FIRST_SHOWN)}>{(time) => <Time time={time} {...props} />}</For>
              </ul>
            </details>
          </Show>
        </Show>
      </Show>
    </Section>
  );
}

const Time = (props: { time: MeetingTime; pressed: string | undefined; onPress: (time: MeetingTime) => void }) => (
  <li>
    <button
      type="button"
      class="offered-time"
      aria-disabled={props.pressed ? 'true' : undefined}
      aria-busy={props.pressed === props.time.startsAt ? 'true' : undefined}
      onClick={() => !props.pressed && props.onPress(props.time)}
    >
      <span class="offered-time__day">{sayDay(dayOf(props.time.startsAt))}</span>
      <span class="offered-time__at">
        {sayTime(timeOf(props.time.startsAt))} · {sayMinutes(props.time.minutes)}
      </span>
    </button>
  </li>
);

const NoneInCommon = (props: { name: string; failed: boolean }) => (
  <Show when={!props.failed}>
    <p>You and {within(props.name)} have no shared times this long. Try a shorter meeting, or suggest times below.</p>
  </Show>
);
