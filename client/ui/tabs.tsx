import { Tabs as Kobalte } from '@kobalte/core/tabs';
import { For, type JSX } from 'solid-js';

/** Views of one thing, side by side. What is not chosen is not built. */
export function Tabs(props: {
  label: string;
  value?: string;
  onChange?: (value: string) => void;
  tabs: readonly { value: string; label: string; content: () => JSX.Element }[];
}) {
  return (
    <Kobalte
      class="tabs"
      {...(props.value === undefined ? {} : { value: props.value })}
      {...(props.onChange ? { onChange: props.onChange } : {})}
    >
      <Kobalte.List class="tabs__list" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <Kobalte.Trigger class="tabs__tab" value={tab.value}>
              {tab.label}
            </Kobalte.Trigger>
          )}
        </For>
      </Kobalte.List>
      <For each={props.tabs}>{(tab) => <Kobalte.Content value={tab.value}>{tab.content()}</Kobalte.Content>}</For>
    </Kobalte>
  );
}
