import type { HalfTerm } from '@alongside/domain/uk/half-term.js';
import { Show, type JSX } from 'solid-js';
import { Link } from '../../../ui/index.js';
import { notMetPath, sayNotMet } from '../../../shared/programme/not-met.js';
import type { SchoolPulse } from './leader-words.js';

/** From the figure to the pairs that it leaves out. */
export const NotMet = (props: { of: SchoolPulse; term: HalfTerm }): JSX.Element => (
  <Show when={props.of.pairs > props.of.met}>
    <p>
      {sayNotMet(props.of.pairs - props.of.met, props.term)}. <Link href={notMetPath(props.of.id)}>See which pairs</Link>
    </p>
  </Show>
);
