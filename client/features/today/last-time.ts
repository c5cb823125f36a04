import type { ViewRows } from '../../replica/view-rows.js';

type Action = Pick<ViewRows['action'], 'owner' | 'title' | 'done' | 'agreedAt' | 'mentorship'>;
type Meeting = Pick<ViewRows['meeting'], 'mentorship'> & Pick<ViewRows['meeting-content'], 'agenda'>;

/** What a meeting row recalls: an action from last time and how it went, or the first line of the agenda. */
export type Recalled =
  | { readonly kind: 'action'; readonly owner: string; readonly title: string; readonly done: boolean }
  | { readonly kind: 'agenda'; readonly title: string };

/** The newest action that the two took on before this meeting, the other person's before one's own; else what is first on its agenda. */
export function recalled(meeting: Meeting, actions: readonly Action[], me: string): Recalled | undefined {
  const taken = actions
    .filter(({ mentorship, title, done }) => mentorship === meeting.mentorship && title !== '' && done !== 'dropped')
    .sort((a, b) => Number(a.owner === me) - Number(b.owner === me) || (a.agreedAt > b.agreedAt ? -1 : 1));
  const [last] = taken;
  if (last) return { kind: 'action', owner: last.owner, title: last.title, done: last.done === 'yes' };
  const first = meeting.agenda?.items.find(({ title }) => title !== '');
  return first && { kind: 'agenda', title: first.title };
}

/** “Ben’s action: “Plan two questions”. Done.” */
export function sayRecalled(of: Recalled, me: string, name: string): string {
  if (of.kind === 'agenda') return `First on the agenda: ${of.title}`;
  const whose = of.owner === me ? 'Your' : `${name}’s`;
  return `${whose} action: “${of.title}”. ${of.done ? 'Done.' : 'Not done yet.'}`;
}
