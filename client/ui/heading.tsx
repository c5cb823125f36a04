import type { JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';

/** A heading whose level the page around it decides. */
export const Heading = (props: { level: 2 | 3; class?: string; children: JSX.Element }) => (
  <Dynamic component={`h${props.level}`} class={props.class}>
    {props.children}
  </Dynamic>
);
