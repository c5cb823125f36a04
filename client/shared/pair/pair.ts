import { createSignal, onCleanup } from 'solid-js';
import { me, type ViewRows } from '../../replica/index.js';

export { isAlone, isOver, isRunning } from '@alongside/domain/mentorships/states.js';

export type Mentorship = ViewRows['mentorship'];
export type Meeting = ViewRows['meeting'];
export type MeetingTime = Meeting['times'][number];

const MINUTE_MS = 60_000;

/** The other person of a pair. */
export const otherOf = (pair: { readonly mentor: string; readonly mentee: string }, person = me()): string =>
  pair.mentor === person ? pair.mentee : pair.mentor;

/** Now, as an instant, once a minute while the screen stands open. */
export function createNow(everyMs = MINUTE_MS): () => string {
  const [now, setNow] = createSignal(new Date().toISOString());
  const clock = setInterval(() => setNow(new Date().toISOString()), everyMs);
  onCleanup(() => clearInterval(clock));
  return now;
}

/** When a meeting ends. */
export const endOf = ({ startsAt, minutes }: MeetingTime): string => new Date(Date.parse(startsAt) + minutes * MINUTE_MS).toISOString();
