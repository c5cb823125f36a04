import { createEffect, createSignal, createUniqueId, For, Match, onCleanup, Show, Switch, type JSX } from 'solid-js';
import { A } from '@solidjs/router';
import { keepsFocus } from './keeps-focus.js';

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
  | { readonly kind: 'go'; readonly label: string; readonly icon?: JSX.Element; readonly href: string }
  | { readonly kind: 'rule' };

/** How far a list stays from the edge of the window, in pixels. */
const EDGE_PIXELS = 12;

/** A list ends where its button does. Where the button is at the left of a narrow window, the list would begin outside of it. */
function keepInside(list: HTMLElement): void {
  queueMicrotask(() => {
    const { left } = list.getBoundingClientRect();
    if (left < EDGE_PIXELS) list.style.right = `${left - EDGE_PIXELS}px`;
  });
}

/**
 * A button that opens a list of actions after it: Tab reaches it, arrows move, Escape closes it. `trigger`: what the button shows; `label`:
 * its accessible name.
 */
export function Menu(props: {
  label: string;
  trigger: JSX.Element;
  triggerClass?: string;
  head?: JSX.Element;
  /** One of its entries is where one is. */
  current?: boolean;
  entries: readonly MenuEntry[];
}) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  let root: HTMLDivElement | undefined;
  let trigger: HTMLButtonElement | undefined;
  const items = () => [...(root?.querySelectorAll<HTMLElement>('.menu__item:not(:disabled)') ?? [])];
  const leave = () => {
    setOpen(false);
    trigger?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open()) {
      event.stopPropagation();
      return leave();
    }
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    setOpen(true);
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, Home: 0, End: all.length - 1 }[event.key] ?? 0;
    all[(to + all.length) % all.length]?.focus();
  };
  createEffect(() => {
    if (!open()) return;
    const outside = (event: PointerEvent) => !root?.contains(event.target as Node) && setOpen(false);
    document.addEventListener('pointerdown', outside);
    onCleanup(() => document.removeEventListener('pointerdown', outside));
  });
  const left = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !root?.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div role="presentation" class="menu-place" ref={(element) => (root = element)} onKeyDown={keys} onFocusOut={left}>
      <button
        type="button"
        ref={(element) => (trigger = element)}
        class={props.triggerClass ?? 'icon-button'}
        aria-label={props.label}
        aria-expanded={open()}
        aria-current={props.current ? 'true' : undefined}
        aria-controls={open() ? id : undefined}
        onClick={() => setOpen(!open())}
      >
        {props.trigger}
      </button>
      <Show when={open()}>
        <div role="presentation" class="floating menu" id={id} ref={keepInside} onMouseDown={keepsFocus}>
          <Show when={props.head}>
            <div class="menu__head">{props.head}</div>
          </Show>
          <ul class="menu__list" role="list">
            <For each={props.entries}>{(entry) => <Entry entry={entry} onLeave={leave} />}</For>
          </ul>
        </div>
      </Show>
    </div>
  );
}

function Entry(props: { entry: MenuEntry; onLeave: () => void }): JSX.Element {
  const as = <Kind extends MenuEntry['kind']>(kind: Kind) =>
    props.entry.kind === kind ? (props.entry as Extract<MenuEntry, { kind: Kind }>) : undefined;
  return (
    <Switch>
      <Match when={as('rule')}>
        <li class="menu__rule" role="presentation" />
      </Match>
      <Match when={as('go')}>
        {(entry) => (
          <li>
            <A class="menu__item" href={entry().href} end onClick={() => props.onLeave()}>
              {entry().icon}
              {entry().label}
            </A>
          </li>
        )}
      </Match>
      <Match when={as('do')}>
        {(entry) => (
          <li>
            <button
              type="button"
              class={entry().danger ? 'menu__item menu__item--danger' : 'menu__item'}
              disabled={entry().disabled}
              onClick={() => {
                props.onLeave();
                entry().onPress();
              }}
            >
              {entry().icon}
              {entry().label}
            </button>
          </li>
        )}
      </Match>
    </Switch>
  );
}
