import type { MeetingId, MentorshipId } from '@alongside/domain/kernel/brand.js';
import type { WordedItem } from '@alongside/domain/meetings/meeting.agenda.js';
import type { MeetingEvent } from '@alongside/domain/meetings/meeting.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { change, view } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { ERASED_ITEM } from './meeting.view.js';
import { dropTrail, leaveTrail, trailOf } from './shelf.js';

/** An agenda item that waits for the next meeting. */
export interface WaitingItem extends WordedItem {
  readonly from: MeetingId;
}

/** What a pair did not reach: the next agenda begins with it. */
export interface CarriedOverRow {
  readonly mentorship: MentorshipId;
  readonly items: readonly WaitingItem[];
}

/** Carried-over items by mentorship, to the pair. */
export const carriedOverView = view<MeetingEvent | PersonEvent, CarriedOverRow>({
  name: 'carried-over',
  version: 2,
  indexes: [],
  on: {
    ItemCarriedOver: ({ data: { mentorship, meeting, wordedBy: by, item } }, rows) => {
      const items = rows.get(mentorship)?.data.items ?? [];
      rows.put(mentorship, { audience: onlyPair(mentorship), data: { mentorship, items: [...items, { from: meeting, by, item }] } });
      leaveTrail(rows, by, mentorship);
    },
    // Whoever writes the next agenda was shown what waits: what they leave out, they let go.
    AgendaSet: ({ data: { mentorship, meeting } }, rows) =>
      change(rows, mentorship, (data) => ({ ...data, items: data.items.filter(({ from }) => from === meeting) })),
    PersonErased: ({ data: { person } }, rows) => {
      for (const mentorship of trailOf(rows, person)) {
        change(rows, mentorship, (data) => ({
          ...data,
          items: data.items.map((one) => (one.by === person ? { ...one, item: ERASED_ITEM } : one)),
        }));
      }
      dropTrail(rows, person);
    },
  },
});
