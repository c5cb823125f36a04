import type { JSX } from 'solid-js';
import { changeLook, look, type TextSize, type Theme } from '../../app/look.js';
import { Checkbox, PageHeader, RadioGroup } from '../../ui/index.js';

const THEME: readonly { value: Theme; label: string; hint?: string }[] = [
  { value: 'system', label: 'As this device', hint: 'Follows your device between light, dark and more contrast.' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast', hint: 'Black on white, strong lines, no soft colours.' },
];
const TEXT: readonly { value: TextSize; label: string }[] = [
  { value: 'usual', label: 'Usual' },
  { value: 'large', label: 'Large' },
  { value: 'larger', label: 'Larger' },
  { value: 'largest', label: 'Twice the size' },
];

/** Theme, size of text and the simple view: kept on this device, and changed at once. */
export default function Display(): JSX.Element {
  return (
    <div class="page page--narrow">
      <div class="stack stack--loose">
        <PageHeader title="How it looks" lead="These stay on this device. Everything changes at once, so you can try them." />
        <RadioGroup label="Colours" value={look().theme} choices={THEME} onChange={(theme) => changeLook({ theme })} />
        <RadioGroup label="Size of text" value={look().text} choices={TEXT} onChange={(text) => changeLook({ text })} />
        <Checkbox
          label="Simple view"
          hint="One thing at a time: what stands beside the main column is put away."
          checked={look().simple}
          onChange={(simple) => changeLook({ simple })}
        />
      </div>
    </div>
  );
}
