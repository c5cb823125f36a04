import { createSignal, Index, Show, type JSX } from 'solid-js';
import { createSending, type Sending } from '../../replica/index.js';
import { Button, dayAfter, DateField, dayOf, Section, TimeField } from '../../ui/index.js';
import { createDraft, type Draft } from '../../app/draft.js';
import { Refused, submitting } from '../../shared/forms.js';
import type { MeetingTime } from '../../shared/pair/pair.js';
import { readTimes, TIMES_LIMIT, timesToBegin, type TypedTime } from './typed-times.js';

/** Sends the times, with what was typed of them as the draft. */
export type OnOffer = (times: readonly MeetingTime[], sending: Sending, draft: Draft<readonly TypedTime[]>) => Promise<void>;

/** Times of one's own to choose from, for when diaries say little. */
export function OfferTimes(props: {
  id: string;
  minutes: number;
  otherName: string;
  /** Nothing in common was found, or other times are what they came to suggest: this is the way on. */
  none: boolean;
  /** Times to begin with, as the hub found them in neither diary; until it has, two after school. */
  start?: readonly MeetingTime[] | undefined;
  /** Times that these replace. */
  replaces?: readonly MeetingTime[];
  onOffer: OnOffer;
}): JSX.Element {
  const sending = createSending();
  const [open, setOpen] = createSignal(false);
  const [missing, setMissing] = createSignal<readonly string[]>([]);
  const [list, setList] = createSignal<HTMLElement>();
  const draft = createDraft<readonly TypedTime[]>(
    () => `offer:${props.id}`,
    () => timesToBegin(props.start ?? [], props.replaces ?? [], dayOf()),
  );
  const put = (at: number, change: Partial<TypedTime>) =>
    draft.set(draft.value().map((time, index) => (index === at ? { ...time, ...change } : time)));
  const add = () => {
    const last = draft.value().at(-1);
    draft.set([...draft.value(), { day: last?.day ? dayAfter(last.day, 1) : '', time: last?.time ?? '' }]);
    queueMicrotask(() => list()?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  const remove = (at: number) => {
    draft.set(draft.value().filter((_, index) => index !== at));
    queueMicrotask(() =>
      list()
        ?.querySelector<HTMLInputElement>(`li:nth-child(${Math.max(1, at)}) input`)
        ?.focus(),
    );
  };
  const send = async () => {
    const { times, problems } = readTimes(draft.value(), props.minutes);
    setMissing(problems);
    if (!problems.length) await props.onOffer(times, sending, draft);
  };
  return (
    <Show
      when={open() || props.none || draft.typed()}
      fallback={
        <div>
          <Button tone="quiet" onPress={() => setOpen(true)}>
            Suggest other times
          </Button>
        </div>
      }
    >
      <Section title="Suggest other times">
        <p class="muted">{props.otherName} can choose one. Nothing is booked until then.</p>
        <form class="stack" novalidate onSubmit={submitting(() => void send())}>
          <Refused sending={sending} beside={draft.value().map((_, index) => `times.${index}`)} />
          <ol class="offer-list" role="list" ref={setList}>
            <Index each={draft.value()}>
              {(time, index) => (
                <li>
                  <DateField
                    label={`Day ${index + 1}`}
                    min={dayOf()}
                    value={time().day}
                    onInput={(day) => put(index, { day })}
                    error={missing()[index] || sending.problem(`times.${index}`)}
                  />
                  <TimeField label={`Time ${index + 1}`} step={300} value={time().time} onInput={(value) => put(index, { time: value })} />
                  <Show when={draft.value().length > 1}>
                    <Button tone="plain" aria-label={`Remove time ${index + 1}`} onPress={() => remove(index)}>
                      Remove
                    </Button>
                  </Show>
                </li>
              )}
            </Index>
          </ol>
          <div class="line line--wrap">
            <Button type="submit" pending={sending.pending()}>
              Suggest {draft.value().length === 1 ? 'this time' : 'these times'}
            </Button>
            <Show when={draft.value().length < TIMES_LIMIT}>
              <Button tone="plain" onPress={add}>
                Add a time
              </Button>
            </Show>
          </div>
        </form>
      </Section>
    </Show>
  );
}

/** Two drafts that are sent as one. */
export function bothOf(one: Leaving, other: Leaving): Leaving {
  return {
    drop: () => [one, other].forEach((draft) => draft.drop()),
    aside: () => {
      const away = [one, other].map((draft) => draft.aside());
      return (saved) => away.forEach((settle) => settle(saved));
    },
  };
}
type Leaving = Pick<Draft<unknown>, 'drop' | 'aside'>;
