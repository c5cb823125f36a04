import type { JSX } from 'solid-js';
import { Slots } from '../../ui/index.js';
import { FORMAT_NAMES } from '../people/say.js';

type Format = 'in-person' | 'online';

/** How one meeting is held. */
export const FormatSlots = (props: { label: string; value: Format; onChange: (format: Format) => void }): JSX.Element => (
  <Slots
    label={props.label}
    value={props.value}
    onChange={props.onChange}
    choices={(['in-person', 'online'] as const).map((value) => ({ value, label: FORMAT_NAMES[value] }))}
  />
);
