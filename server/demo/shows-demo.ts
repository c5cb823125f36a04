import { personView } from '@alongside/projections/views/person.view.js';
import type { HubParts } from '../app/hub.js';
import { DEMO_PEOPLE } from './cast.js';

/**
 * Whether this hub is the demonstration: it was started as one, and its log holds the fictional community. A log of real people that is opened
 * without `DEMO=0` by mistake must not show its letters, with their codes, to whoever asks.
 */
export const showsDemo = ({ config, views }: Pick<HubParts, 'config' | 'views'>): boolean =>
  config.demo && DEMO_PEOPLE.every(({ person }) => views.store.get(personView.name, person) !== undefined);
