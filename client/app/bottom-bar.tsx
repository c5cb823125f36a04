import { For, Show, type JSX } from 'solid-js';
import { A, useLocation } from '@solidjs/router';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import type { Session } from '../replica/index.js';
import { Menu } from '../ui/index.js';
import { BAR_LIMIT_PLACES, placesFor, type Place } from './places.js';

const ICON_SIZE = '1.375rem';

/** The main navigation of phones, within reach of a thumb. What is one place too many for it folds into “More”, so that no place is left out. */
export function BottomBar(props: { session: Session }): JSX.Element {
  const location = useLocation();
  const places = () => placesFor(props.session, 'bar');
  const fits = () => places().length <= BAR_LIMIT_PLACES;
  const beside = () => (fits() ? places() : places().slice(0, BAR_LIMIT_PLACES - 1));
  const more = () => places().slice(beside().length);
  const isAt = ({ path }: Place) => location.pathname === path || location.pathname.startsWith(`${path}/`);
  return (
    <nav class="bottom-bar" aria-label="Main">
      <For each={beside()}>
        {(place) => (
          <A href={place.path} end={place.path === '/'}>
            <Picture of={place} />
            <span>{place.name}</span>
          </A>
        )}
      </For>
      <Show when={more().length}>
        <Menu
          label="More"
          triggerClass="bottom-bar__more"
          current={more().some(isAt)}
          trigger={
            <>
              <Ellipsis size={ICON_SIZE} aria-hidden="true" />
              <span>More</span>
            </>
          }
          entries={more().map((place) => ({ kind: 'go', label: place.name ?? place.path, href: place.path, icon: <Picture of={place} /> }))}
        />
      </Show>
    </nav>
  );
}

const Picture = (props: { of: Place }): JSX.Element => (
  <Show when={props.of.icon}>{(icon) => icon()({ size: ICON_SIZE, 'aria-hidden': 'true' })}</Show>
);
