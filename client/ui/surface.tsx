import { createUniqueId, For, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';

/** A thing that stands by itself. Use hairlines before boxes: one card on a screen is usually enough. */
export const Card = (props: { label?: string | undefined; children: JSX.Element }) => (
  <Show when={props.label} fallback={<div class="card">{props.children}</div>}>
    <section class="card" aria-label={props.label}>
      {props.children}
    </section>
  </Show>
);

/** Your move: the only place where marigold stands at an edge. `title` becomes its heading. */
export function MoveCard(props: { label?: string; title: JSX.Element; lead?: JSX.Element; who?: JSX.Element; children?: JSX.Element }) {
  const id = createUniqueId();
  return (
    <article class="card card--move" aria-labelledby={id}>
      <p class="label">{props.label ?? 'To do'}</p>
      <div class="line">
        {props.who}
        <div class="grow">
          <h2 id={id}>{props.title}</h2>
          <Show when={props.lead}>
            <p class="muted">{props.lead}</p>
          </Show>
        </div>
      </div>
      <Show when={props.children}>
        <div class="line line--wrap">{props.children}</div>
      </Show>
    </article>
  );
}

/** A section of a screen: a heading, an optional action beside it, and what it holds. */
export function Section(props: { title: string; level?: 2 | 3; action?: JSX.Element; children: JSX.Element }) {
  const id = createUniqueId();
  return (
    <section class="stack" aria-labelledby={id}>
      <div class="line line--between line--wrap line--tight">
        <Dynamic component={`h${props.level ?? 2}`} id={id}>
          {props.title}
        </Dynamic>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

/** A list with hairlines. Give it `Row`s; `fallback` stands there when there are none. */
export function List<Item>(props: {
  each: readonly Item[];
  fallback?: JSX.Element;
  children: (item: Item, index: () => number) => JSX.Element;
}) {
  return (
    <Show when={props.each.length} fallback={props.fallback}>
      <ul class="list" role="list">
        <For each={props.each}>{(item, index) => <li>{props.children(item, index)}</li>}</For>
      </ul>
    </Show>
  );
}

/** One line of a list: who or what, in words, and at most one thing to do. */
export function Row(props: {
  start?: JSX.Element;
  title: JSX.Element;
  note?: JSX.Element;
  end?: JSX.Element;
  wrap?: boolean;
  children?: JSX.Element;
}) {
  return (
    <div class={props.wrap ? 'row row--wrap' : 'row'}>
      {props.start}
      <div class="row__main">
        <p>{props.title}</p>
        <Show when={props.note}>
          <p class="row__note">{props.note}</p>
        </Show>
        {props.children}
      </div>
      <Show when={props.end}>
        <div class="row__end">{props.end}</div>
      </Show>
    </div>
  );
}

/** `for`: a reason. `but`: to consider. `if`: what would help. */
export type ReasonKind = 'for' | 'but' | 'if';
const REASON = { for: ['✓', 'For:'], but: ['–', 'To consider:'], if: ['→', 'What would help:'] } as const;

/** A short letter with the two names at its head: why you two. */
export function Letter(props: {
  who?: JSX.Element;
  title: string;
  sign?: JSX.Element;
  reasons?: readonly { kind: ReasonKind; text: JSX.Element }[];
  foot?: JSX.Element;
  children: JSX.Element;
}) {
  const id = createUniqueId();
  return (
    <article class="letter" aria-labelledby={id}>
      <header class="letter__head">
        {props.who}
        <div class="grow">
          <h2 id={id}>{props.title}</h2>
          <Show when={props.sign}>
            <p class="letter__sign">{props.sign}</p>
          </Show>
        </div>
      </header>
      <div class="letter__body">{props.children}</div>
      <Show when={props.reasons?.length}>
        <Reasons of={props.reasons ?? []} />
      </Show>
      <Show when={props.foot}>
        <footer class="letter__foot">{props.foot}</footer>
      </Show>
    </article>
  );
}

/** Reasons for, reservations and what would change it, told apart by a sign and in words. */
export const Reasons = (props: { of: readonly { kind: ReasonKind; text: JSX.Element }[] }) => (
  <ul class="reasons" role="list">
    <For each={props.of}>
      {(reason) => (
        <li>
          <span class={`reasons__mark reasons__mark--${reason.kind}`} aria-hidden="true">
            {REASON[reason.kind][0]}
          </span>
          <span>
            <span class="unseen">{REASON[reason.kind][1]} </span>
            {reason.text}
          </span>
        </li>
      )}
    </For>
  </ul>
);

/** A word or two about how something stands; never colour alone. */
export const Tag = (props: { kind?: 'move' | 'refused' | 'info' | 'quiet' | undefined; children: JSX.Element }) => (
  <span class={props.kind ? `tag tag--${props.kind}` : 'tag'}>{props.children}</span>
);

/** Nothing here, as a designed state: what would be here, and the one way to begin. */
export const EmptyState = (props: { title: string; level?: 2 | 3; children?: JSX.Element; action?: JSX.Element }) => (
  <div class="empty">
    <svg
      class="empty__picture"
      width="2.75rem"
      height="2.75rem"
      viewBox="0 0 26 26"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-dasharray="3 3"
    >
      <path d="M7.5 21 11 6M15.5 21 18 11" />
    </svg>
    <Dynamic component={`h${props.level ?? 3}`}>{props.title}</Dynamic>
    <Show when={props.children}>
      <p class="muted">{props.children}</p>
    </Show>
    {props.action}
  </div>
);
