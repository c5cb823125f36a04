import type { PersonId } from '../kernel/brand.js';
import type { AgendaItem, MeetingEvent } from './meeting.events.js';

/** An agenda item with whoever worded it, whose it is when a person is erased (R9). */
export interface WordedItem {
  readonly by: PersonId;
  readonly item: AgendaItem;
}

type AgendaSet = Extract<MeetingEvent, { type: 'AgendaSet' }>;
type Two = { readonly mentor: PersonId; readonly mentee: PersonId };

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
