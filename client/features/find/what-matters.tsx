import { For, Show, type JSX } from 'solid-js';
import { SLIDERS, type Moved } from '@alongside/ml/ranking/sliders.js';
import { Button, Section, Slider } from '../../ui/index.js';
import { MATTERS, sayWeight, type Matter } from './weights.js';

/** Sliders that put what matters to this person first. Whatever was not moved stays as the hub has it. */
export function WhatMatters(props: {
  chosen: Moved;
  onChange: (part: Matter['part'], value: number) => void;
  onReset: () => void;
}): JSX.Element {
  return (
    <Section title="What matters to you" level={2}>
      <p class="small muted">Change your suggestions. They update straight away.</p>
      <p class="small" role="status">
        {MATTERS.every(({ part }) => props.chosen[part] === 0) ? 'Nothing counts right now, so we suggest mentors as we usually do.' : ''}
      </p>
      <div class="stack">
        <For each={MATTERS}>
          {(matter) => (
            <Slider
              label={matter.label}
              step={5}
              value={props.chosen[matter.part] ?? SLIDERS[matter.part]}
              say={sayWeight}
              onInput={(value) => props.onChange(matter.part, value)}
            />
          )}
        </For>
      </div>
      <Show when={Object.keys(props.chosen).length}>
        <div class="find__reset">
          <Button tone="plain" small onPress={props.onReset}>
            Reset
          </Button>
        </div>
      </Show>
    </Section>
  );
}
