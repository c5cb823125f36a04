import type { PersonId } from '../kernel/brand.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import { ok, refuse } from '../kernel/result.js';
import { AGENDA_LIMIT_ITEMS, type AgendaItem, type MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import type { Decision, Given, RefusedResult } from './meeting.refusals.js';
import type { Booked, Proposed } from './meeting.state.js';

/** An agenda item with whoever worded it, whose it is when a person is erased (R9). */
export interface WordedItem {
  readonly by: PersonId;
  readonly item: AgendaItem;
}

/** The same as the state of a meeting holds it: whose it is, and by what its words are known. */
export interface KnownItem {
  readonly by: PersonId;
  readonly id: string;
  readonly title: Digest;
}
export const knownItem = ({ by, item: { id, title } }: WordedItem): KnownItem => ({ by, id, title: digestOf(title) });

/** Whether an item has the words that it had. */
export const isAsKnown = ({ id, title }: KnownItem, item: Pick<AgendaItem, 'id' | 'title'>): boolean =>
  id === item.id && title === digestOf(item.title);

type AgendaSet = Extract<MeetingEvent, { type: 'AgendaSet' }>;
type Two = { readonly mentor: PersonId; readonly mentee: PersonId };

export function setAgenda({ data, by }: Given<'SetAgenda'>, meeting: Proposed | Booked, { waiting }: MeetingFacts): Decision {
  const { mentorship, mentor, mentee, agenda } = meeting;
  const items = worded(data.items, by, [...agenda, ...waiting.map(knownItem)]);
  const kept = addedSince(data, agenda);
  const unread = kept.length > 0 ? { kept } : {};
  return (
    sameItemTwice(data.items) ??
    tooMany(items.length + kept.length) ??
    ok([agendaSet({ meeting: data.meeting, mentorship, mentor, mentee, by, ...(data.letGo && { letGo: data.letGo }), ...unread }, items)])
  );
}

/** Ids of what came onto the agenda after its writer had read it, and was not let go. Its words are in the events before. */
function addedSince({ items, seen, letGo = [] }: Given<'SetAgenda'>['data'], agenda: readonly KnownItem[]): string[] {
  if (!seen) return [];
  const known = new Set([...seen, ...letGo, ...items.map(({ id }) => id)]);
  return agenda.map(({ id }) => id).filter((id) => !known.has(id));
}

const tooMany = (items: number): RefusedResult | undefined =>
  items > AGENDA_LIMIT_ITEMS ? refuse({ code: 'MEETING.AGENDA_FULL', facts: { limit: AGENDA_LIMIT_ITEMS } }) : undefined;

/** Items of an agenda are told apart by their ids. */
export function sameItemTwice(items: readonly AgendaItem[]): RefusedResult | undefined {
  return new Set(items.map(({ id }) => id)).size < items.length ? refuse({ code: 'MEETING.SAME_ITEM_TWICE' }) : undefined;
}

/** Who worded each item: whoever had these words on it before, else whoever writes now. Order and minutes are nobody's words. */
export const worded = (items: readonly AgendaItem[], by: PersonId, before: readonly KnownItem[]): readonly WordedItem[] =>
  items.map((item) => ({ by: before.find((one) => isAsKnown(one, item))?.by ?? by, item }));

/** The event that holds an agenda: what each of the two worded stands apart, so that it can be sealed with their own key. */
export function agendaSet(data: Omit<AgendaSet['data'], 'turns' | 'mentorItems' | 'menteeItems'>, items: readonly WordedItem[]): AgendaSet {
  const of = (person: PersonId) => items.filter(({ by }) => by === person).map(({ item }) => item);
  return {
    type: 'AgendaSet',
    data: {
      ...data,
      turns: items.map(({ by }) => (by === data.mentor ? 'mentor' : 'mentee')),
      mentorItems: of(data.mentor),
      menteeItems: of(data.mentee),
    },
  };
}

/** What such an event puts on the agenda, in order. What an erased person worded is gone from it; the rest stays. */
export function agendaOf({ turns, mentor, mentee, mentorItems, menteeItems }: AgendaSet['data']): readonly WordedItem[] {
  const left = { mentor: [...mentorItems], mentee: [...menteeItems] };
  const two: Two = { mentor, mentee };
  return turns.flatMap((who) => {
    const item = left[who].shift();
    return item ? [{ by: two[who], item }] : [];
  });
}

/** The whole agenda after such an event: what it puts there, and below it what it keeps of the one before. */
export const agendaAfter = <Item>(
  { kept = [] }: Pick<AgendaSet['data'], 'kept'>,
  items: readonly Item[],
  before: readonly Item[],
  idOf: (item: Item) => string,
): readonly Item[] => [...items, ...before.filter((item) => kept.includes(idOf(item)))];
