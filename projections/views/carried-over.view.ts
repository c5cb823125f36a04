import type { MeetingId, MentorshipId } from '@alongside/domain/kernel/brand.js';
import { byId } from '@alongside/domain/kernel/by-id.js';
import { agendaAfter, agendaOf, type WordedItem } from '@alongside/domain/meetings/meeting.agenda-words.js';
import type { MeetingEvent } from '@alongside/domain/meetings/meeting.events.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** An agenda item that waits for the next meeting. */
export interface WaitingItem extends WordedItem {
  readonly from: MeetingId;
}

type AgendaSet = Extract<MeetingEvent, { type: 'AgendaSet' }>;

/** What a pair did not reach: the next agenda begins with it. */
export interface CarriedOverRow {
  readonly mentorship: MentorshipId;
  readonly items: readonly WaitingItem[];
}

/** The agendas of a mentorship's meetings that are still to come: an item that is on one waits again if that meeting is called off. */
const planned = privateRows<Readonly<Record<MeetingId, readonly WaitingItem[]>>>('planned');

/** The agenda that a meeting takes with it when it is closed or called off; undefined for none. */
function taken(rows: Rows<CarriedOverRow>, mentorship: MentorshipId, meeting: MeetingId): readonly WaitingItem[] | undefined {
  const agendas = planned.get(rows, mentorship);
  if (!agendas) return undefined;
  planned.put(rows, mentorship, byId.without(agendas, meeting));
  return byId.get(agendas, meeting);
}

/** What two who close at once both carry over waits once. */
function wait(rows: Rows<CarriedOverRow>, mentorship: MentorshipId, more: readonly WaitingItem[]): void {
  const items = rows.get(mentorship)?.data.items ?? [];
  const added = more.filter(({ by, item }) => !items.some((one) => one.item.id === item.id && one.by === by));
  rows.put(mentorship, {
    audience: onlyPair(mentorship),
    data: { mentorship, items: [...items, ...added] },
    about: added.map(({ by }) => by),
  });
}

/** An agenda takes what is on it and what its writer let go; one from before that could be said took everything. */
const stillWaits = ({ item }: WaitingItem, { letGo, items, kept = [] }: AgendaSet['data']): boolean =>
  letGo !== undefined && ![...letGo, ...kept, ...items.map((one) => one.item.id)].includes(item.id);

/** Carried-over items by mentorship, to the pair. */
export const carriedOverView = hubView<MeetingEvent, CarriedOverRow>()({
  name: 'carried-over',
  version: 4,
  title: 'What is carried over to the next meeting',
  readers: ['mentorship'],
  own: 'carried over',
  indexes: [],
  forget: (rows, id, person) => {
    const others = (items: readonly WaitingItem[]) => items.filter(({ by }) => by !== person);
    const mentorship = planned.keyIn(id);
    if (mentorship === undefined) return change(rows, id, (data) => ({ ...data, items: others(data.items) }));
    const agendas = Object.entries(planned.get(rows, mentorship) ?? {});
    planned.put(rows, mentorship, Object.fromEntries(agendas.map(([meeting, items]) => [meeting, others(items)])));
  },
  on: {
    ItemCarriedOver: ({ data: { mentorship, meeting, wordedBy, item } }, rows) =>
      wait(rows, mentorship, [{ from: meeting, by: wordedBy, item }]),
    AgendaSet: ({ data }, rows) => {
      const { mentorship, meeting } = data;
      const agendas = planned.get(rows, mentorship) ?? {};
      const put = agendaOf(data).map((one) => ({ ...one, from: meeting }));
      const items = agendaAfter(data, put, byId.get(agendas, meeting) ?? [], ({ item }) => item.id);
      change(rows, mentorship, (row) => ({ ...row, items: row.items.filter((one) => one.from === meeting || stillWaits(one, data)) }));
      planned.put(rows, mentorship, byId.with(agendas, meeting, items));
    },
    MeetingClosed: ({ data: { mentorship, meeting } }, rows) => void taken(rows, mentorship, meeting),
    // The email says that what was on the agenda is kept: the next agenda begins with it.
    MeetingCancelled: ({ data: { mentorship, meeting } }, rows) => {
      const agenda = taken(rows, mentorship, meeting);
      if (agenda) wait(rows, mentorship, agenda);
    },
  },
});
