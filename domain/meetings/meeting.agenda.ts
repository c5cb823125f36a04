import type { PersonId } from '../kernel/brand.js';
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

type AgendaSet = Extract<MeetingEvent, { type: 'AgendaSet' }>;
type Two = { readonly mentor: PersonId; readonly mentee: PersonId };

export function setAgenda({ data, by }: Given<'SetAgenda'>, meeting: Proposed | Booked, { waiting }: MeetingFacts): Decision {
  const { mentorship, mentor, mentee, agenda } = meeting;
  const items = [...worded(data.items, by, [...agenda, ...waiting]), ...addedSince(data, agenda)];
  return (
    sameItemTwice(data.items) ??
    tooMany(items) ??
    ok([agendaSet({ meeting: data.meeting, mentorship, mentor, mentee, by, ...(data.letGo && { letGo: data.letGo }) }, items)])
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

/** The agenda of such an event, in order. What an erased person worded is gone from it; the rest stays. */
export function agendaOf({ turns, mentor, mentee, mentorItems, menteeItems }: AgendaSet['data']): readonly WordedItem[] {
  const left = { mentor: [...mentorItems], mentee: [...menteeItems] };
  const two: Two = { mentor, mentee };
  return turns.flatMap((who) => {
    const item = left[who].shift();
    return item ? [{ by: two[who], item }] : [];
  });
}
