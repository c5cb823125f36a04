import { Show, type JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { heldWith } from '../../../shared/institutions/places.js';
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
  // The first of them says the heading.
  const afterCoordinating = (words: string) => {
    if (!coordinates()) props.onHeading(words);
  };
  const afterOthers = (words: string) => {
    if (!coordinates() && !leads()) props.onHeading(words);
  };
  return (
    <>
      <Show when={heldWith(['administrator']).some(({ institution }) => institution === HUB_INSTITUTION)}>
        <NextForHub titled={props.titled || coordinates() || leads()} onHeading={afterOthers} />
      </Show>
      <Show when={coordinates()}>
        <Desk titled={props.titled} onHeading={props.onHeading} />
        <DeskFoot />
      </Show>
      <Show when={leads()}>
        <Leader titled={props.titled || coordinates()} onHeading={afterCoordinating} />
      </Show>
    </>
  );
}
