import type { SmallHub } from '../../../replica/testing/small-hub.js';
import { dayAfter, dayOf } from '../../../ui/index.js';

/** A day so many days ago. */
export const ago = (days: number): string => dayAfter(dayOf(), -days);

/** What was sent, each command with its fields beside its type. */
export const sent = (hub: SmallHub) =>
  hub.commands().map(({ type, data }): { readonly type: string } & Record<string, unknown> => ({ type, ...(data as object) }));

/** Ben coordinates at Elm. */
export const COORDINATOR = {
  '/api/session': {
    ...{ person: 'ben', name: 'Ben', roles: [], demo: true },
    memberships: [{ institution: 'elm', trust: null, roles: ['coordinator'] }],
  },
};
export const INES = { person: 'ines', name: 'Ines Barker', called: 'Ines', jobTitle: 'Trainee', institutions: ['elm'] };
export const ELM = [
  'institution',
  'elm',
  { institution: 'elm', details: { name: 'Elm', kind: 'school', nation: 'england' }, trust: null, terms: [], closures: [] },
] as const;

/** What one of a pair asks of a coordinator. */
export const HELP = {
  help: 'e1',
  mentorship: 'm',
  by: 'ines',
  coordinator: 'ben',
  text: 'Could we talk?',
  at: `${ago(3)}T09:00:00.000Z`,
  doneOn: null,
};
