import { isOpen } from '@alongside/domain/meetings/states.js';
import type { ViewRows } from '../../replica/view-rows.js';
import { isOver, type Meeting, type Mentorship } from '../../shared/pair/pair.js';

type Action = ViewRows['action'];
type Goal = ViewRows['goal'];

/** What a pair’s next meeting begins with. */
export interface LastTime {
  /** The last meeting that took place before this one. */
  readonly meeting: Meeting | undefined;
  /** What was agreed then, done or not. */
  readonly agreed: readonly Action[];
  /** What was agreed before that and is not done yet, oldest first. */
  readonly stillOpen: readonly Action[];
  readonly goals: readonly Goal[];
}

const oldestFirst = (a: Action, b: Action): number => Date.parse(a.agreedAt) - Date.parse(b.agreedAt);
const startOf = ({ time }: Meeting): string => time?.startsAt ?? '';

/** The meeting that took place last before this one; before now, where this one has no time yet. */
export const lastMet = (meeting: Meeting, meetings: readonly Meeting[]): Meeting | undefined =>
  meetings
    .filter((one) => one.meeting !== meeting.meeting && one.status === 'closed' && one.took === true)
    .filter((one) => meeting.time === null || startOf(one) < startOf(meeting))
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1))[0];

/** What was taken on and how it went, the goals and what comes next: out of the pair’s own rows. */
export function lastTimeOf(
  meeting: Meeting,
  {
    meetings,
    actions,
    goals,
  }: { readonly meetings: readonly Meeting[]; readonly actions: readonly Action[]; readonly goals: readonly Goal[] },
): LastTime {
  const last = lastMet(meeting, meetings);
  const agreed = actions.filter((action) => action.meeting === last?.meeting);
  const stillOpen = actions
    .filter((action) => action.done === 'no' && action.meeting !== last?.meeting && action.meeting !== meeting.meeting)
    .sort(oldestFirst);
  return { meeting: last, agreed, stillOpen, goals: goals.filter(({ status }) => status === 'open') };
}

/** Actions of earlier meetings that the two have not done yet: what a close-out asks about. */
export const openBefore = (meeting: Meeting, actions: readonly Action[]): readonly Action[] =>
  actions.filter((action) => action.done === 'no' && action.meeting !== meeting.meeting && action.title !== '').sort(oldestFirst);

/** A meeting that is still ahead or under way, of a mentorship that goes on. */
export const looksBack = (meeting: Meeting, pair: Mentorship | undefined): boolean =>
  isOpen(meeting) && pair !== undefined && !isOver(pair);
