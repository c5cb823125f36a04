import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { notificationsOf, type Notification } from './notifications.js';

export const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
/** Events of a spec, in their order. */
export type Told = Parameters<typeof foldView>[1];

const people = [asha, ben].map((person) =>
  happened('PersonJoined', {
    person,
    name: `${person === asha ? 'Asha' : 'Ben'} Name`,
    names: { given: person === asha ? 'Asha' : 'Ben' },
    email: `${person}@x.example`,
  }),
);

/** What the hub knows after these events, which follow two people’s joining. */
export const lookAfter = (...events: Told) =>
  lookInto(new Map(allViews.map((view) => [view.name, foldView(view, [...people, ...events])])));

/** What is written about the last of these events. */
export function written(...events: Told): readonly Notification[] {
  const look = lookAfter(...events);
  const last = events.at(-1);
  return last ? notificationsOf(last.id, look, last.at) : [];
}

/** Ben asks Asha. */
export const asked = happened(
  'MentoringRequested',
  {
    ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  },
  { actor: 'ben' },
);
/** They are paired. */
export const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: 'r1', aims: [] });
