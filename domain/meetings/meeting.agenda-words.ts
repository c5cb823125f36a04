import type { PersonId } from '../kernel/brand.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import { ERASED_ITEM, type AgendaItem, type MeetingEvent } from './meeting.events.js';

/** An agenda item with the person who worded it, whose it is when a person is erased (R9). */
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

/** The author of each item: who had these words on it before, else who writes now. Order and minutes are nobody’s words. */
export const worded = (items: readonly AgendaItem[], by: PersonId, before: readonly KnownItem[]): readonly WordedItem[] =>
  items.map((item) => ({ by: before.find((one) => isAsKnown(one, item))?.by ?? by, item }));

/** What such an event puts on the agenda, in order. What an erased person worded is gone from it; the rest stays. */
export const agendaOf = ({ items }: AgendaSet['data']): readonly WordedItem[] =>
  items.filter(({ item }) => item.title !== ERASED_ITEM.title);

/** The whole agenda after such an event: what it puts there, and below it what it keeps of the one before. */
export const agendaAfter = <Item>(
  { kept = [] }: Pick<AgendaSet['data'], 'kept'>,
  items: readonly Item[],
  before: readonly Item[],
  idOf: (item: Item) => string,
): readonly Item[] => [...items, ...before.filter((item) => kept.includes(idOf(item)))];
