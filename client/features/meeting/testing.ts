import { fireEvent, screen } from '@solidjs/testing-library';
import type { SmallHub } from '../../replica/testing/small-hub.js';
import { MEETING, openScreen, PAIR, seed } from '../../shared/testing.js';
import Meeting from './meeting.screen.js';

let next = 0;
/** The meeting that the next `open` shows. */
export const coming = () => `m${next + 1}`;

/** Each spec has a meeting of its own: what was typed is kept for as long as the tab stands. */
export async function open(hub: SmallHub, change: Record<string, unknown> = {}, pair: Record<string, unknown> = {}) {
  const meeting = `m${(next += 1)}`;
  seed(hub, [['mentorship', 's', { ...PAIR, ...pair }]]);
  const put = (more: Record<string, unknown>) => {
    const { agenda = null, notes: text = null, carriedOver = [], ...row } = { ...change, ...more };
    hub.put('meeting', meeting, { ...MEETING, meeting, ...row });
    if (agenda || text || (carriedOver as unknown[]).length)
      hub.put('meeting-content', meeting, { meeting, mentorship: 's', agenda, notes: text, carriedOver });
  };
  put({});
  const opened = await openScreen(hub, Meeting, '/meetings/:id', `/meetings/${meeting}`);
  await screen.findByRole('link', { name: 'You and Asha Rahman' });
  return { ...opened, meeting, put };
}
/** The commands that the hub was sent, each with its data beside its type. */
export const sent = (hub: SmallHub): readonly Record<string, unknown>[] =>
  hub.commands().map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));
export const notes = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Meeting notes' });
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
