import type { JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import LogOut from 'lucide-solid/icons/log-out';
import { replica, type Session } from '../replica/index.js';
import { Avatar, Menu, say, sayRefused, type MenuEntry } from '../ui/index.js';
import { saveDisplaySettings } from './display-settings.js';
import { BAR_LIMIT_PLACES, placesFor } from './places.js';

/** What is the person's own: their places, how it looks, the way out. */
export function PersonMenu(props: { session: Session }): JSX.Element {
  const navigate = useNavigate();
  const who = () => ({ id: props.session.person, name: props.session.name });
  const leave = async () => {
    const left = await replica().signOut();
    saveDisplaySettings();
    if (left.ok) {
      navigate('/');
      say('You are signed out');
    } else {
      sayRefused(left.error.message);
    }
  };
  const entries = (): MenuEntry[] => [
    ...[...placesFor(props.session, 'bar').slice(BAR_LIMIT_PLACES), ...placesFor(props.session, 'menu')].map((place): MenuEntry => ({
      kind: 'go',
      label: place.name ?? place.path,
      href: place.path,
    })),
    { kind: 'rule' },
    { kind: 'do', label: 'Sign out', icon: <LogOut size="1.125rem" aria-hidden="true" />, onPress: () => void leave() },
  ];
  return (
    <Menu
      label={`${props.session.name}: your menu`}
      triggerClass="bar__person"
      trigger={<Avatar who={who()} size="small" />}
      head={<strong>{props.session.name}</strong>}
      entries={entries()}
    />
  );
}
