import { Show, type Accessor, type JSX } from 'solid-js';
import { Skeleton } from '../../ui/index.js';
import type { InstitutionChoice } from './places.js';

/** What a screen shows of the institution that was chosen; `notYours` where there is none to choose from. */
export const AtChosen = (props: {
  all: { readonly loading: boolean };
  chosen: InstitutionChoice | undefined;
  notYours: JSX.Element;
  children: (at: Accessor<InstitutionChoice>) => JSX.Element;
}): JSX.Element => (
  <Show
    when={props.chosen}
    fallback={
      <Show when={props.all.loading} fallback={props.notYours}>
        <Skeleton kind="page" label="Loading your schools" />
      </Show>
    }
  >
    {(at) => props.children(at)}
  </Show>
);
