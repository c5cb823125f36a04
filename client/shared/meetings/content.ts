import type { ViewRows } from '../../replica/view-rows.js';
import type { Meeting } from '../pair/pair.js';

type Content = ViewRows['meeting-content'];
/** What was written for a meeting. */
type Written = Pick<Content, 'agenda' | 'notes' | 'carriedOver'>;

/** A meeting together with what was written for it: lists of meetings do without. */
export type WholeMeeting = Meeting & Written;

const NOTHING: Written = { agenda: null, notes: null, carriedOver: [] };

/** A meeting and what was written for it; `undefined` where nobody has written. */
export const withContent = (meeting: Meeting, content: Content | undefined): WholeMeeting => {
  const { agenda, notes, carriedOver } = content ?? NOTHING;
  return { ...meeting, agenda, notes, carriedOver };
};
