import type { JSX } from 'solid-js';
import { changeDisplaySettings, displaySettings, type TextSize, type Theme } from '../../app/display-settings.js';
import { Checkbox, PageHeader, RadioGroup } from '../../ui/index.js';

const THEME: readonly { value: Theme; label: string; hint?: string }[] = [
  { value: 'system', label: 'Same as this device', hint: 'Light, dark or high contrast, as your device is set.' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast', hint: 'Black on white, strong lines, no soft colours.' },
];
const TEXT: readonly { value: TextSize; label: string }[] = [
  { value: 'usual', label: 'Standard' },
  { value: 'large', label: 'Large' },
  { value: 'larger', label: 'Larger' },
  { value: 'largest', label: 'Twice the size' },
];

/** Theme, size of text and the simple view: kept on this device, and changed at once. */
export default function Display(): JSX.Element {
  return (
    <div class="page page--narrow">
      <div class="stack stack--loose">
        <PageHeader title="Display" lead="We save these settings on this device. Changes show at once." />
        <RadioGroup
          label="Colours"
          value={displaySettings().theme}
          choices={THEME}
          onChange={(theme) => changeDisplaySettings({ theme })}
        />
        <RadioGroup label="Text size" value={displaySettings().text} choices={TEXT} onChange={(text) => changeDisplaySettings({ text })} />
        <Checkbox
          label="Simple view"
          hint="Shows the main column only."
          checked={displaySettings().simple}
          onChange={(simple) => changeDisplaySettings({ simple })}
        />
      </div>
    </div>
  );
}
