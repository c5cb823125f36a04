import type { PersonId } from '../kernel/brand.js';
import { ok, refuse } from '../kernel/result.js';
import { AGENDA_LIMIT_ITEMS, ERASED_ITEM, type AgendaItem, type MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import type { Decision, Given, RefusedResult } from './meeting.refusals.js';
import type { Booked, Proposed } from './meeting.state.js';

/** An agenda item with whoever worded it, whose it is when a person is erased (R9). */
export interface WordedItem {
  readonly by: PersonId;
  readonly item: AgendaItem;
}

type AgendaSet = Extract<MeetingEvent, { type: 'AgendaSet' }>;

export function setAgenda({ data, by }: Given<'SetAgenda'>, meeting: Proposed | Booked, { waiting }: MeetingFacts): Decision {
  const { mentorship, participants, agenda } = meeting;
  const items = [...worded(data.items, by, [...agenda, ...waiting]), ...addedSince(data, agenda)];
  return (
    sameItemTwice(data.items) ??
    tooMany(items) ??
    ok([
      {
        type: 'AgendaSet',
        data: { meeting: data.meeting, mentorship, participants, by, items: [...items], ...(data.letGo && { letGo: data.letGo }) },
      },
    ])
  );
}

/** What came onto the agenda after its writer had read it, and was not let go. */
function addedSince({ items, seen, letGo = [] }: Given<'SetAgenda'>['data'], agenda: readonly WordedItem[]): readonly WordedItem[] {
  if (!seen) return [];
  const known = new Set([...seen, ...letGo, ...items.map(({ id }) => id)]);
  return agenda.filter(({ item }) => !known.has(item.id));
}

const tooMany = (items: readonly WordedItem[]): RefusedResult | undefined =>
  items.length > AGENDA_LIMIT_ITEMS ? refuse({ code: 'MEETING.AGENDA_FULL', facts: { limit: AGENDA_LIMIT_ITEMS } }) : undefined;

/** Items of an agenda are told apart by their ids. */
export function sameItemTwice(items: readonly AgendaItem[]): RefusedResult | undefined {
  return new Set(items.map(({ id }) => id)).size < items.length ? refuse({ code: 'MEETING.SAME_ITEM_TWICE' }) : undefined;
}

/** Who worded each item: whoever had these words on it before, else whoever writes now. Order and minutes are nobody's words. */
export const worded = (items: readonly AgendaItem[], by: PersonId, before: readonly WordedItem[]): readonly WordedItem[] =>
  items.map((item) => ({ by: before.find((one) => one.item.id === item.id && one.item.title === item.title)?.by ?? by, item }));

/** What stands on an agenda that was set, in order. What an erased person worded is gone from it; the rest stays. */
export const agendaOf = ({ items }: AgendaSet['data']): readonly WordedItem[] =>
  items.filter(({ item }) => item.title !== ERASED_ITEM.title);
