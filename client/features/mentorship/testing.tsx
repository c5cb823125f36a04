import { fireEvent, screen, within } from '@solidjs/testing-library';
import type { SmallHub } from '../../replica/testing/small-hub.js';
import { openScreen, PAIR, seed } from '../../shared/testing.js';
import MentorshipScreen from './mentorship.screen.js';

export const TERMS = {
  purpose: 'To get steadier at one thing at a time.',
  ...{ frequency: 'fortnightly', minutes: 45, format: 'either', confidentiality: 'Between us.', reviewOn: '2099-06-05' },
};
/** Asha suggested it, and Ben, who looks, has not signed. */
export const PROPOSED = {
  agreement: 'g',
  by: 'asha',
  terms: TERMS,
  signedBy: ['asha'],
  proposedAt: '2026-03-02T09:00:00.000Z',
  agreedAt: null,
};

let next = 0;
/** The mentorship that `open` shows next, for rows whose id holds its id. */
export const nextMentorship = (): string => `s${next + 1}`;

/** Each spec has a mentorship of its own: what was typed is kept for as long as the tab stands. */
export const open = (hub: SmallHub, change: Record<string, unknown> = {}, rows: Rows = []) => openAt('', hub, change, rows);

type Rows = readonly (readonly [string, string, object])[];

/** Opens the page by a link that says what to open at once, as `?open=review`. */
export async function openAt(search: string, hub: SmallHub, change: Record<string, unknown> = {}, rows: Rows = []) {
  const mentorship = `s${(next += 1)}`;
  seed(hub, [
    ['mentorship', mentorship, { ...PAIR, mentorship, ...change }],
    ...rows.map(([view, id, data]) => [view, id, { mentorship, ...data }] as const),
  ]);
  await openScreen(hub, MentorshipScreen, '/mentorships/:id', `/mentorships/${mentorship}${search}`);
  await screen.findByRole('heading', { name: 'You and Asha Rahman' });
  return mentorship;
}
/** What was sent to the hub, with its type beside its fields. */
export const sent = (hub: SmallHub): readonly Record<string, unknown>[] =>
  hub.commands().map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const dialog = async () => within(await screen.findByRole('dialog'));
