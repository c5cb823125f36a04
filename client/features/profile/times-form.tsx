import { createSignal, For, Show, type JSX } from 'solid-js';
import { createFormDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { Button, Group, RadioGroup, sayMinutes, SelectField, TimeField } from '../../ui/index.js';
import { FREQUENCY } from '@alongside/domain/people/rhythm.js';
import { FORMAT_NAMES, inOrder, saySlot, WEEKDAY_NAMES, type Slot, type Weekday } from '../../shared/people/say.js';
import type { OwnProfile } from './answers.js';
import { SectionForm, type SectionProps } from './section-frame.js';
import { anotherTime, usualLeft, withSlot } from './week.js';

type Props = SectionProps & { readonly own: OwnProfile };
type Availability = NonNullable<OwnProfile['availability']>;

const SCHOOL_WEEK: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const WEEKEND: readonly Weekday[] = ['saturday', 'sunday'];
const LENGTHS = [20, 30, 40, 45, 50, 60, 90] as const;
const AT_FIRST: Availability = { slots: [], format: 'either', frequency: 'fortnightly', minutes: 45 };
const choicesOf = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));

/** The times of a usual week, day by day, and how one likes to meet. */
export function TimesForm(props: Props): JSX.Element {
  const sending = createSending();
  const before = props.own.availability ?? AT_FIRST;
  const draft = createFormDraft(() => 'profile:times', {
    slots: inOrder(before.slots.map((slot) => ({ ...slot }))) as readonly Slot[],
    format: before.format,
    frequency: before.frequency,
    minutes: before.minutes,
  });
  const [slots, setSlots] = draft.field('slots');
  const [format, setFormat] = draft.field('format');
  const [frequency, setFrequency] = draft.field('frequency');
  const [minutes, setMinutes] = draft.field('minutes');
  const [weekend, setWeekend] = createSignal(slots().some(({ weekday }) => WEEKEND.includes(weekday)));
  const lengths = () =>
    [...new Set([...LENGTHS, before.minutes])].sort((a, b) => a - b).map((value) => ({ value: String(value), label: sayMinutes(value) }));
  const [missing, setMissing] = createSignal(false);
  const save = async () => {
    // Taking out the last of those that were saved is an answer.
    setMissing(slots().length === 0 && before.slots.length === 0);
    if (missing()) return;
    const availability = { slots: slots(), format: format(), frequency: frequency(), minutes: minutes() };
    if (!(await sending.send('SetAvailability', { person: props.own.person, availability }, { draft, saved: () => props.onSaved() })))
      return;
    props.onSent();
  };
  const problem = (slot: Slot) => {
    const index = slots().indexOf(slot);
    return sending.problem(`availability.slots.${index}.from`) ?? sending.problem(`availability.slots.${index}.to`);
  };
  const fields = () => slots().flatMap((_, index) => [`availability.slots.${index}.from`, `availability.slots.${index}.to`]);
  return (
    <SectionForm draft={draft} sending={sending} fields={fields()} onSave={() => void save()} onClose={props.onClose}>
      <Group
        label="When could you meet in a usual school week?"
        hint="Others see these times only if you offer mentoring. We tell the people you ask which times you share."
        error={missing() ? 'Add a time when you could meet.' : undefined}
        answer={slots().map(saySlot)}
      >
        <div class="stack stack--tight">
          <For each={weekend() ? [...SCHOOL_WEEK, ...WEEKEND] : SCHOOL_WEEK}>
            {(weekday) => <DayTimes weekday={weekday} slots={slots()} onChange={setSlots} problem={problem} />}
          </For>
          <Show when={!weekend()}>
            <div>
              <Button tone="plain" small onPress={() => setWeekend(true)}>
                Add times at the weekend
              </Button>
            </div>
          </Show>
        </div>
      </Group>
      <RadioGroup label="How you like to meet" inline value={format()} onChange={setFormat} choices={choicesOf(FORMAT_NAMES)} />
      <div class="profile__levels">
        <SelectField label="How often" value={frequency()} onChange={setFrequency} options={choicesOf(FREQUENCY)} />
        <SelectField label="For how long" value={String(minutes())} onChange={(value) => setMinutes(Number(value))} options={lengths()} />
      </div>
    </SectionForm>
  );
}

/** One day: its times, each to be changed or taken away, and the usual ones a press away. */
function DayTimes(props: {
  weekday: Weekday;
  slots: readonly Slot[];
  onChange: (slots: readonly Slot[]) => void;
  problem: (slot: Slot) => string | undefined;
}): JSX.Element {
  const name = () => WEEKDAY_NAMES[props.weekday];
  const here = () => props.slots.filter(({ weekday }) => weekday === props.weekday);
  let place: HTMLFieldSetElement | undefined;
  /** What was pressed is gone; the day's other buttons are next to it. */
  const focusAdding = () => place?.querySelector<HTMLElement>('.profile__add button')?.focus();
  const change = (at: number, next: Partial<Slot>) => {
    const slot = here()[at];
    props.onChange(props.slots.map((one) => (one === slot ? { ...one, ...next } : one)));
  };
  const remove = (at: number) => {
    const slot = here()[at];
    props.onChange(props.slots.filter((one) => one !== slot));
    focusAdding();
  };
  const add = (from: string, to: string) => props.onChange(withSlot(props.slots, props.weekday, from, to));
  const addAnother = () => {
    const { from, to } = anotherTime(props.slots, props.weekday);
    add(from, to);
    [...(place?.querySelectorAll<HTMLInputElement>('input') ?? [])].find((input) => input.value === from)?.focus();
  };
  return (
    <fieldset class="profile__day" ref={(element: HTMLFieldSetElement) => (place = element)}>
      <legend class="unseen">{name()}</legend>
      <p class="profile__weekday" aria-hidden="true">
        {name()}
      </p>
      <div class="stack stack--tight">
        {/* By place, so that a field keeps its focus while its time changes. */}
        <For each={here().map((_, index) => index)}>
          {(at) => (
            <div class="profile__slot">
              <TimeField
                label={`${name()} from`}
                unlabelled
                value={here()[at]?.from ?? ''}
                onInput={(from) => from && change(at, { from: from as Slot['from'] })}
                error={here()[at] && props.problem(here()[at] as Slot)}
              />
              <span aria-hidden="true">to</span>
              <TimeField
                label={`${name()} to`}
                unlabelled
                value={here()[at]?.to ?? ''}
                onInput={(to) => to && change(at, { to: to as Slot['to'] })}
              />
              <Button tone="plain" small onPress={() => remove(at)}>
                Remove<span class="unseen"> this time on {name()}</span>
              </Button>
            </div>
          )}
        </For>
        <div class="line line--wrap line--tight profile__add">
          <For each={usualLeft(props.slots, props.weekday)}>
            {(usual) => (
              <Button
                tone="quiet"
                small
                onPress={() => {
                  add(usual.from, usual.to);
                  focusAdding();
                }}
              >
                {usual.name}
                <span class="unseen"> on {name()}</span>
              </Button>
            )}
          </For>
          <Button tone="plain" small onPress={addAnother}>
            Add a time<span class="unseen"> on {name()}</span>
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
