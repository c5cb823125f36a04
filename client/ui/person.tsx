import { For, Show } from 'solid-js';
import { initials, tintOf } from './words.js';

/** Whom a circle stands for: the tint comes from the id, the letters from the name. */
export interface Who {
  readonly id: string;
  readonly name: string;
  /** What to call them in a sentence; their name where it is absent. */
  readonly called?: string | undefined;
}
type Size = 'tiny' | 'small' | 'usual' | 'big';

/** A person as initials on a tint. Hidden from screen readers: the name always stands beside it; `alone` gives it the name where it does not. */
export const Avatar = (props: { who: Who; size?: Size; alone?: boolean }) => (
  <span
    class={`who who--${tintOf(props.who.id)}${props.size && props.size !== 'usual' ? ` who--${props.size}` : ''}`}
    {...(props.alone ? { role: 'img', 'aria-label': props.who.name } : { 'aria-hidden': 'true' })}
    data-initials={props.who.name && initials(props.who.name)}
  />
);

/** Two people who work together: two circles that overlap. */
export const Pair = (props: { of: readonly [Who, Who]; size?: Size }) => (
  <span class="pair" role="img" aria-label={`${props.of[0].name} and ${props.of[1].name}`}>
    <Avatar who={props.of[0]} size={props.size ?? 'usual'} />
    <Avatar who={props.of[1]} size={props.size ?? 'usual'} />
  </span>
);

const RING_PLACES = 8;

/** A circle of people: a ring, with the number of those it has no room for in the middle. */
export function Ring(props: { of: readonly Who[]; name: string }) {
  const seen = () => props.of.slice(0, RING_PLACES);
  return (
    <span class="ring" role="img" aria-label={`${props.name}: ${props.of.map((who) => who.name).join(', ')}`}>
      <For each={seen()}>
        {(who, index) => (
          <span
            class={`who who--${tintOf(who.id)}`}
            style={{ '--turn': `${(360 / seen().length) * index()}deg` }}
            data-initials={initials(who.name)}
          />
        )}
      </For>
      <Show when={props.of.length > RING_PLACES}>
        <span class="ring__rest">+{props.of.length - RING_PLACES}</span>
      </Show>
    </span>
  );
}
