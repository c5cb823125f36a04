import { personView } from '@alongside/projections/views/person.view.js';
import type { HubParts } from '../app/hub.js';
import { DEMO_PEOPLE } from './cast.js';

/**
 * Whether this hub is a demonstration: started as one, with the fictional community in its log. Otherwise a real log opened by mistake
 * would show sign-in codes.
 */
export const showsDemo = ({ config, views }: Pick<HubParts, 'config' | 'views'>): boolean =>
  config.demo && DEMO_PEOPLE.every(({ person }) => views.store.get(personView.name, person) !== undefined);
