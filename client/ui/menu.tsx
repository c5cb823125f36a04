import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For, Match, Show, Switch, type JSX } from 'solid-js';

/** A line of a menu: something to do, a place to go, or a hairline. */
export type MenuEntry =
  | {
      readonly kind: 'do';
      readonly label: string;
      readonly icon?: JSX.Element;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      readonly onPress: () => void;
    }
  | {
      readonly kind: 'go';
      readonly label: string;
      readonly icon?: JSX.Element;
      readonly href: string;
      readonly onPress: (href: string) => void;
    }
  | { readonly kind: 'rule' };

/** A menu behind a button. `trigger` is what the button shows, `label` what it is called. */
export function Menu(props: {
  label: string;
  trigger: JSX.Element;
  triggerClass?: string;
  head?: JSX.Element;
  entries: readonly MenuEntry[];
}) {
  return (
    <DropdownMenu placement="bottom-end" gutter={6}>
      <DropdownMenu.Trigger class={props.triggerClass ?? 'icon-button'} aria-label={props.label}>
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="floating menu">
          <Show when={props.head}>
            <div class="menu__head" role="presentation">
              {props.head}
            </div>
          </Show>
          <For each={props.entries}>{(entry) => <Entry entry={entry} />}</For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

function Entry(props: { entry: MenuEntry }) {
  const as = <Kind extends MenuEntry['kind']>(kind: Kind) =>
    props.entry.kind === kind ? (props.entry as Extract<MenuEntry, { kind: Kind }>) : undefined;
  return (
    <Switch>
      <Match when={as('rule')}>
        <DropdownMenu.Separator class="menu__rule" />
      </Match>
      <Match when={as('go')}>
        {(entry) => (
          <DropdownMenu.Item class="menu__item" onSelect={() => entry().onPress(entry().href)}>
            {entry().icon}
            {entry().label}
          </DropdownMenu.Item>
        )}
      </Match>
      <Match when={as('do')}>
        {(entry) => (
          <DropdownMenu.Item
            class={entry().danger ? 'menu__item menu__item--danger' : 'menu__item'}
            disabled={entry().disabled ?? false}
            onSelect={() => entry().onPress()}
          >
            {entry().icon}
            {entry().label}
          </DropdownMenu.Item>
        )}
      </Match>
    </Switch>
  );
}
