import { createSignal, type JSX } from 'solid-js';
import {
  Checkbox,
  Combobox,
  DateField,
  RadioGroup,
  SelectField,
  Slider,
  Slots,
  SlotsOfMany,
  TextArea,
  TextField,
  TimeField,
} from '../../ui/index.js';

const TAGS = [
  { value: 'routines', label: 'Classroom routines', note: 'Behaviour', synonyms: ['behaviour', 'calm', 'entry'] },
  { value: 'questioning', label: 'Questioning', note: 'Teaching', synonyms: ['cold call'] },
  { value: 'feedback', label: 'Feedback and marking', note: 'Assessment', synonyms: ['marking'] },
  { value: 'reading', label: 'Reading across the curriculum', note: 'Literacy', synonyms: ['literacy'] },
  { value: 'send', label: 'Special educational needs', note: 'Inclusion', synonyms: ['SEND', 'SEN'] },
] as const;

/** Fields in their states: empty, filled, with a hint, with an error, switched off. */
export function Fields(): JSX.Element {
  const [name, setName] = createSignal('Asha Rahman');
  const [wrong, setWrong] = createSignal('asha at school');
  const [note, setNote] = createSignal('I have a lively Year 9 on Mondays and would like to see how you begin.');
  const [phase, setPhase] = createSignal<'' | 'primary' | 'secondary'>('');
  const [day, setDay] = createSignal('2026-03-10');
  const [time, setTime] = createSignal('15:40');
  const [tags, setTags] = createSignal<readonly string[]>(['routines', 'feedback']);
  return (
    <div class="stack">
      <TextField label="Your name" value={name()} onInput={setName} hint="Shown to your colleagues." />
      <TextField label="Your email address" kind="email" value={wrong()} onInput={setWrong} error="An email address has an @ in it." />
      <TextField label="The six digits" kind="code" value="481" onInput={() => undefined} />
      <TextField label="Your school" value="Northfield School" onInput={() => undefined} disabled hint="Your coordinator sets this." />
      <TextArea label="Your note to Asha" optional value={note()} onInput={setNote} limit={80} reading />
      <SelectField
        label="Phase"
        value={phase()}
        onChange={setPhase}
        options={[
          { value: 'primary', label: 'Primary' },
          { value: 'secondary', label: 'Secondary' },
        ]}
      />
      <div class="line line--wrap line--top">
        <DateField label="Day" value={day()} onInput={setDay} />
        <TimeField label="Time" value={time()} onInput={setTime} error="That is during the school day." />
      </div>
      <Combobox label="What you can help with" hint="Choose up to three." values={tags()} onChange={setTags} options={TAGS} limit={3} />
      <Combobox label="What you want to work on" values={[]} onChange={() => undefined} options={TAGS} error="Choose at least one." />
    </div>
  );
}

/** Choices in their states. */
export function Choices(): JSX.Element {
  const [agreed, setAgreed] = createSignal(true);
  const [format, setFormat] = createSignal<'person' | 'online' | 'either'>('either');
  const [slot, setSlot] = createSignal<'a' | 'b' | 'c'>('a');
  const [days, setDays] = createSignal<readonly ('mon' | 'tue' | 'wed')[]>(['tue']);
  const [weight, setWeight] = createSignal(70);
  return (
    <div class="stack">
      <div>
        <Checkbox label="Show my profile beyond my trust" hint="You can change this at any time." checked={agreed()} onChange={setAgreed} />
        <Checkbox label="Not ticked" checked={false} onChange={() => undefined} />
        <Checkbox label="Cannot be changed" checked disabled onChange={() => undefined} />
      </div>
      <RadioGroup
        label="How would you like to meet?"
        value={format()}
        onChange={setFormat}
        choices={[
          { value: 'person', label: 'In person' },
          { value: 'online', label: 'Online' },
          { value: 'either', label: 'Either', hint: 'More mentors can make it.' },
        ]}
      />
      <Slots
        label="Times you can both make"
        value={slot()}
        onChange={setSlot}
        choices={[
          { value: 'a', label: 'Tue 10 March, 3:40pm' },
          { value: 'b', label: 'Tue 17 March, 3:40pm' },
          { value: 'c', label: 'Thu 19 March, 8am', disabled: true },
        ]}
      />
      <SlotsOfMany
        label="Days after school"
        error="Choose two days at least."
        values={days()}
        onChange={setDays}
        choices={[
          { value: 'mon', label: 'Monday' },
          { value: 'tue', label: 'Tuesday' },
          { value: 'wed', label: 'Wednesday' },
        ]}
      />
      <Slider
        label="Knows my subject"
        value={weight()}
        onInput={setWeight}
        say={(value) => (value > 66 ? 'a great deal' : value > 33 ? 'somewhat' : 'hardly')}
      />
    </div>
  );
}
