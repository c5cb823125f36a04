import { SEEKING_LIMIT_DAYS } from '@alongside/projections/views/seeking.js';
import type { ViewRows } from '../../replica/view-rows.js';
import { atStart, count, dayOf, daysBetween } from '../../ui/words.js';
import { stuckAmong, type Stuck } from './stuck.js';

/** How long a mentee waits for a mentor’s reply before a coordinator is shown it, in days. */
const LONG_WAIT_DAYS = 5;
/** How long members look for a mentor by themselves before a coordinator is shown them, in days. */
const LOOKING_DAYS = 7;
/** From so many on, members who look for a mentor are one line, and not the whole desk. */
const LISTED_FROM_PEOPLE = 4;
/** How long a matter rests once its coordinator has written about it, in days. */
export const WRITTEN_DAYS = 7;
/** How long after an invitation those who have not signed in are shown again, in days. */
const INVITED_DAYS = 7;

/** How long a coordinator is shown a pair whose mentee has left, in days: nothing need be done. */
const LEFT_DAYS = 14;

/** How far back the last message or suggestion is told beside a matter, in days. */
export const TRACE_DAYS = 60;

/** What a coordinator’s desk is made of. */
export interface DeskRows {
  readonly me: string;
  readonly today: string;
  readonly waiting: readonly ViewRows['waiting'][];
  readonly handovers: readonly ViewRows['handover'][];
  readonly help: readonly ViewRows['help'][];
  /** Pairs in their trial period or active. */
  readonly pairs: readonly ViewRows['pairing'][];
  readonly seeking: readonly ViewRows['seeking'][];
  readonly newcomers: readonly ViewRows['newcomers'][];
  /** What the coordinator wrote. */
  readonly messages: readonly ViewRows['message'][];
}

/** What another coordinator suggested of late; what this one did is told from their own messages. */
export const suggestedByOther = (
  { suggested }: Pick<ViewRows['seeking'], 'suggested'>,
  { me, today }: Pick<DeskRows, 'me' | 'today'>,
): ViewRows['seeking']['suggested'] =>
  suggested && suggested.by !== me && daysBetween(suggested.on, today) <= TRACE_DAYS ? suggested : null;

/** One thing on the desk, and the day since when it has waited. */
export type DeskItem =
  | { readonly kind: 'reply'; readonly key: string; readonly since: string; readonly of: ViewRows['waiting'] }
  | { readonly kind: 'handover'; readonly key: string; readonly since: string; readonly of: ViewRows['handover'] }
  | { readonly kind: 'help'; readonly key: string; readonly since: string; readonly of: ViewRows['help'] }
  | { readonly kind: 'stuck'; readonly key: string; readonly since: string; readonly of: Stuck }
  /** Their mentorship goes on though the mentee has left. */
  | { readonly kind: 'mentee-left'; readonly key: string; readonly since: string; readonly of: ViewRows['pairing'] }
  | { readonly kind: 'seeking'; readonly key: string; readonly since: string; readonly of: ViewRows['seeking'] }
  | { readonly kind: 'seekers'; readonly key: string; readonly since: string; readonly of: readonly ViewRows['seeking'][] }
  | { readonly kind: 'newcomers'; readonly key: string; readonly since: string; readonly of: Newcomers };

/** Members who have not signed in, of every school on the desk. */
export interface Newcomers {
  readonly people: number;
  /** Of these: never told, and without a day on which they will be. */
  readonly notInvited: number;
  /** Of these: never told, with a day on which they will be. */
  readonly planned: number;
  /** When any of them was last told. */
  readonly invitedOn: string | null;
  /** The school with most of those who were never told, or of all. */
  readonly at: string;
  /** A plan that came to nothing, because its planner may no longer invite people. */
  readonly lapsed: ViewRows['newcomers']['lapsed'];
}

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const undated = ({ notInvited, plannedOn }: ViewRows['newcomers']): number => (plannedOn === null ? notInvited : 0);
/** All members who have not signed in, wherever they are counted, and how many of them have no invitation. */
export const newcomersOf = (rows: readonly ViewRows['newcomers'][]): Newcomers => ({
  people: sum(rows.map(({ people }) => people)),
  notInvited: sum(rows.map(undated)),
  planned: sum(rows.map((row) => row.notInvited - undated(row))),
  invitedOn: latest(rows.map(({ invitedOn }) => invitedOn)),
  at: rows.toSorted((a, b) => undated(b) - undated(a) || b.people - a.people)[0]?.institution ?? '',
  lapsed: rows.find(({ lapsed, notInvited }) => lapsed !== null && notInvited > 0)?.lapsed ?? null,
});

/** Schools whose new members wait for the coordinator: never told and no day chosen, or told a week ago and not here. */
const waitsForInvitation = ({ notInvited, plannedOn, invitedOn }: ViewRows['newcomers'], today: string): boolean =>
  plannedOn === null && (notInvited > 0 || (invitedOn !== null && daysBetween(invitedOn, today) >= INVITED_DAYS));

/** Those whom an item is about. */
export function aboutWhom(item: DeskItem): readonly string[] {
  switch (item.kind) {
    case 'reply':
    case 'handover':
    case 'mentee-left':
      return [item.of.mentor, item.of.mentee];
    case 'help':
      return [item.of.by];
    case 'stuck':
      return [item.of.pair.mentor, item.of.pair.mentee];
    case 'seeking':
      return [item.of.person];
    case 'seekers':
    case 'newcomers':
      return [];
  }
}

/** What the coordinator last wrote or suggested to one of these people, whatever they wrote to others; undefined for nothing of late. */
export const lastTo = (
  people: readonly string[],
  { messages, today }: Pick<DeskRows, 'messages' | 'today'>,
): ViewRows['message'] | undefined =>
  messages
    .filter(({ to, at }) => people.includes(to) && daysBetween(dayOf(at), today) <= TRACE_DAYS)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);

/** Since when an item is what it is: a moment, or the day where no more is known. What happened after the last message is new. */
function momentOf(item: DeskItem): string {
  if (item.kind === 'handover') return item.of.nextAt;
  return item.kind === 'help' ? item.of.at : item.since;
}

/** The last day within a week on which the coordinator wrote to anybody whom an item is about. */
export function writtenOn(item: DeskItem, { messages, today }: DeskRows): string | undefined {
  const about = new Set(aboutWhom(item));
  const since = momentOf(item);
  return messages
    .filter(({ to, at }) => about.has(to) && at >= since)
    .map(({ at }) => dayOf(at))
    .filter((day) => daysBetween(day, today) < WRITTEN_DAYS)
    .toSorted()
    .at(-1);
}

/** Everything that needs the coordinator: people and pairs, the longest wait first, and lists after them. Each matter is there once. */
export function itemsOf(rows: DeskRows): readonly DeskItem[] {
  const { me, today } = rows;
  const long = (since: string, days: number) => daysBetween(since, today) >= days;
  const ofOthers = <Row extends Pick<ViewRows['seeking'], 'suggested'>>(row: Row): Row => ({
    ...row,
    suggested: suggestedByOther(row, rows),
  });
  const handovers = rows.handovers.filter(({ next }) => next !== 'wait-for-reply').map(ofOthers);
  const isOthers = ({ mentorship, mentor, mentee }: ViewRows['pairing']) => !handed.has(mentorship) && mentor !== me && mentee !== me;
  const handed = new Set(handovers.flatMap(({ mentee, mentorship }): string[] => [mentee, mentorship]));
  const seeking = rows.seeking
    .filter(
      ({ person, since }) => person !== me && !handed.has(person) && long(since, LOOKING_DAYS) && !long(since, SEEKING_LIMIT_DAYS + 1),
    )
    .map(ofOthers)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const newcomers = rows.newcomers.filter((one) => waitsForInvitation(one, today));
  const stuck = stuckAmong(rows.pairs, today).filter(({ pair }) => isOthers(pair));
  const listed = new Set(stuck.map(({ pair }): string => pair.mentorship));
  const items: DeskItem[] = [
    ...rows.waiting
      .filter(({ actsNext, since, mentor }) => actsNext === 'mentor' && mentor !== me && long(since, LONG_WAIT_DAYS))
      .map((of): DeskItem => ({ kind: 'reply', key: `reply:${of.request}`, since: of.since, of })),
    ...handovers.map((of): DeskItem => ({ kind: 'handover', key: `handover:${of.mentorship}`, since: of.since, of })),
    ...stuck.map((of): DeskItem => ({ kind: 'stuck', key: `stuck:${of.pair.mentorship}`, since: of.since, of })),
    ...rows.pairs
      .filter((pair) => isOthers(pair) && !listed.has(pair.mentorship) && pair.menteeLeft && !long(pair.menteeLeft.on, LEFT_DAYS))
      .map((of): DeskItem => ({ kind: 'mentee-left', key: `mentee-left:${of.mentorship}`, since: of.menteeLeft?.on ?? today, of })),
    ...(seeking.length < LISTED_FROM_PEOPLE
      ? seeking.map((of): DeskItem => ({ kind: 'seeking', key: `seeking:${of.person}`, since: of.since, of }))
      : []),
    ...helpOf(rows),
  ];
  const lists: DeskItem[] = [];
  if (seeking.length >= LISTED_FROM_PEOPLE) lists.push({ kind: 'seekers', key: 'seekers', since: seeking[0]?.since ?? today, of: seeking });
  if (newcomers.length > 0) {
    const since = newcomers.map(({ since: day, invitedOn }) => invitedOn ?? day).toSorted()[0] ?? today;
    lists.push({ kind: 'newcomers', key: 'newcomers', since, of: newcomersOf(rows.newcomers) });
  }
  return [...items.toSorted(byWait), ...lists.toSorted(byWait)];
}

const byWait = (a: DeskItem, b: DeskItem): number => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.key < b.key ? -1 : 1);

const helpOf = ({ me, help }: DeskRows): readonly DeskItem[] =>
  help
    .filter(({ coordinator, doneOn }) => coordinator === me && doneOn === null)
    .map((of): DeskItem => ({ kind: 'help', key: `help:${of.help}`, since: dayOf(of.at), of }));

/** The person whom the coordinator helps by an item; a pair and a list are counted as such. */
function waitingIn(item: DeskItem): readonly string[] {
  if (item.kind === 'help') return [item.of.by];
  if (item.kind === 'seeking') return [item.of.person];
  return item.kind === 'reply' || item.kind === 'handover' ? [item.of.mentee] : [];
}

/** “4 people and one pair need you, and there is one more thing to do”; of lists alone, how many. Undefined where nothing is on it. */
export function headingOf(items: readonly DeskItem[]): string | undefined {
  const each = items.filter(({ kind }) => kind !== 'seekers' && kind !== 'newcomers');
  const pairs = each.filter(({ kind }) => kind === 'stuck').length;
  const people = new Set(each.flatMap((item) => waitingIn(item))).size;
  const named = [people > 0 && count(people, 'person', 'people'), pairs > 0 && count(pairs, 'pair')].filter((one) => one !== false);
  const lists = items.filter(({ kind }) => kind === 'seekers' || kind === 'newcomers').length;
  const more = lists > 0 ? `, and there ${lists === 1 ? 'is' : 'are'} ${count(lists, 'more thing')} to do` : '';
  if (named.length > 0) return `${atStart(named.join(' and '))} ${people + pairs === 1 ? 'needs' : 'need'} you${more}`;
  const toDo = items.filter(({ kind }) => kind !== 'mentee-left').length;
  if (toDo > 0) return atStart(`${count(toDo, 'thing')} to do`);
  return items.length > 0 ? atStart(`${count(items.length, 'thing')} to know`) : undefined;
}

/** “12 people have looked for a mentor for 7 days or more”: those who look for less time are counted elsewhere. */
export const looking = (people: number): string =>
  `${count(people, 'person has', 'people have')} looked for a mentor for ${LOOKING_DAYS} days or more`;

/** “12 people have not signed in yet”. */
export const notSignedIn = (people: number): string => `${count(people, 'person has', 'people have')} not signed in yet`;

/** “9 days”, “5 weeks”: how long something has lasted, in words. */
export function sayWait(since: string, today: string): string {
  const days = Math.max(0, daysBetween(since, today));
  return days < 14 ? count(days, 'day') : count(Math.floor(days / 7), 'week');
}
