import { Show, type JSX } from 'solid-js';
import { A } from '@solidjs/router';
import { focusContent } from './focus-content.js';

/** The first thing that the keyboard meets: past the navigation, to what the page is about. */
export const SkipLink = () => (
  <a
    class="skip"
    href="#content"
    onClick={(event) => {
      event.preventDefault();
      focusContent();
    }}
  >
    Skip to the content
  </a>
);

/** The head of a screen: a line of context, the one `h1`, and what can be done with the whole of it. Focus comes here after a navigation. */
export const PageHeader = (props: { context?: JSX.Element; title: JSX.Element; lead?: JSX.Element; end?: JSX.Element }) => (
  <header class="page-header">
    <div class="page-header__words">
      <Show when={props.context}>
        <p class="label">{props.context}</p>
      </Show>
      <h1 tabindex="-1">{props.title}</h1>
      <Show when={props.lead}>
        <p class="page-header__lead">{props.lead}</p>
      </Show>
    </div>
    <Show when={props.end}>
      <div class="page-header__end">{props.end}</div>
    </Show>
  </header>
);

/** Two strokes of different height leaning the same way, side by side. One colour where `plain`. */
const Strokes = (props: { size?: number }) => (
  <svg
    width={props.size ?? 26}
    height={props.size ?? 26}
    viewBox="0 0 26 26"
    aria-hidden="true"
    fill="none"
    stroke-width="4.2"
    stroke-linecap="round"
  >
    <path class="mark__tall" d="M7 22 11 6" />
    <path class="mark__short" d="M15 22 18 11" />
  </svg>
);

/** The mark with the name, as a way home. */
export const Mark = () => (
  <A class="mark" href="/">
    <Strokes />
    Alongside
  </A>
);
