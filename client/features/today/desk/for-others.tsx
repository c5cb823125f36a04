import { createEffect, createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { heldWith } from '../../../shared/institutions/places.js';
import { AfterClosingCards, createAfterClosing, sayAfterClosing } from './after-closing.js';
import Desk from './desk.js';
import { DeskFoot } from './figures.js';
import Leader from './leader.js';
import { NextForHub } from './next-for-hub.js';

const atSchools = (...roles: Parameters<typeof heldWith>[0]) =>
  heldWith(roles).filter(({ institution }) => institution !== HUB_INSTITUTION).length > 0;

/** The part of Today about others, for each role. The first part has the heading; `titled`: their own tasks come first and have it. */
export default function ForOthers(props: { titled: boolean; onHeading: (heading: string) => void }): JSX.Element {
  const coordinates = () => atSchools('coordinator', 'administrator');
  const leads = () => atSchools('leader') && !atSchools('coordinator');
  const closing = createAfterClosing();
  const first = () => sayAfterClosing(closing());
  const [said, setSaid] = createSignal('');
  createEffect(() => props.onHeading(first() ?? said()));
  // A role may be taken away while Today is open: what it said goes with it.
  onCleanup(() => props.onHeading(''));
  const titled = () => props.titled || first() !== undefined;
  // The first of them says the heading.
  const afterCoordinating = (words: string) => {
    if (!coordinates()) setSaid(words);
  };
  const afterOthers = (words: string) => {
    if (!coordinates() && !leads()) setSaid(words);
  };
  return (
    <>
      <AfterClosingCards of={closing()} />
      <Show when={heldWith(['administrator']).some(({ institution }) => institution === HUB_INSTITUTION)}>
        <NextForHub titled={titled() || coordinates() || leads()} onHeading={afterOthers} />
      </Show>
      <Show when={coordinates()}>
        <Desk titled={titled()} also={first() !== undefined} onHeading={setSaid} />
        <DeskFoot />
      </Show>
      <Show when={leads()}>
        <Leader titled={titled() || coordinates()} onHeading={afterCoordinating} />
      </Show>
    </>
  );
}
