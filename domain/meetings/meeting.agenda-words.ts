import type { PersonId } from '../kernel/brand.js';
import { ERASED_ITEM, type AgendaItem, type MeetingEvent } from './meeting.events.js';

/** An agenda item with whoever worded it, whose it is when a person is erased (R9). */
export interface WordedItem {
  readonly by: PersonId;
  readonly item: AgendaItem;
}

type AgendaSet = Extract<MeetingEvent, { type: 'AgendaSet' }>;

/** Who worded each item: whoever had these words on it before, else whoever writes now. Order and minutes are nobody's words. */
export const worded = (items: readonly AgendaItem[], by: PersonId, before: readonly WordedItem[]): readonly WordedItem[] =>
  items.map((item) => ({ by: before.find((one) => one.item.id === item.id && one.item.title === item.title)?.by ?? by, item }));

/** What stands on an agenda that was set, in order. What an erased person worded is gone from it; the rest stays. */
export const agendaOf = ({ items }: AgendaSet['data']): readonly WordedItem[] =>
  items.filter(({ item }) => item.title !== ERASED_ITEM.title);
