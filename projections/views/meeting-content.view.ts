import type { Instant, MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import { agendaAfter, agendaOf, type WordedItem } from '@alongside/domain/meetings/meeting.agenda-words.js';
import { ERASED_ITEM, type AgendaItem, type MeetingEvent } from '@alongside/domain/meetings/meeting.events.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { hubView } from './hub-view.js';
import { isPrivate, privateRows } from './private-rows.js';

/** What was written for a meeting and at it. There is none until one of the pair writes. */
export interface MeetingContentRow {
  readonly meeting: MeetingId;
  readonly mentorship: MentorshipId;
  /** `by` saved it last; `wordedBy` says whose each item is, by its id. */
  readonly agenda: {
    readonly by: PersonId;
    readonly items: readonly AgendaItem[];
    readonly wordedBy: Readonly<Record<string, PersonId>>;
  } | null;
  /** `edition` counts from 1; `null` before the first. */
  readonly notes: { readonly by: PersonId; readonly edition: number; readonly text: string; readonly at: Instant } | null;
  readonly carriedOver: readonly WordedItem[];
}

type Contents = Rows<MeetingContentRow>;
type OfMeeting = Pick<MeetingContentRow, 'meeting' | 'mentorship'>;

/** Nothing written yet. */
export const NO_CONTENT: Omit<MeetingContentRow, keyof OfMeeting> = { agenda: null, notes: null, carriedOver: [] };

function write(rows: Contents, { meeting, mentorship }: OfMeeting, next: (before: MeetingContentRow) => Partial<MeetingContentRow>): void {
  const before = rows.get(meeting)?.data ?? { meeting, mentorship, ...NO_CONTENT };
  rows.put(meeting, { audience: onlyPair(mentorship), data: { ...before, ...next(before) } });
}

const agendaRow = (by: PersonId, items: readonly WordedItem[]): NonNullable<MeetingContentRow['agenda']> => ({
  by,
  items: items.map(({ item }) => item),
  wordedBy: Object.fromEntries(items.map((one) => [one.item.id, one.by])),
});

const wordedIn = (agenda: MeetingContentRow['agenda']): readonly WordedItem[] =>
  agenda ? agenda.items.map((item) => ({ by: agenda.wordedBy[item.id] ?? agenda.by, item })) : [];

type Notes = NonNullable<MeetingContentRow['notes']>;
/** The latest edition of a meeting’s notes by the one who did not save last: what is left when the other is erased. */
const earlier = privateRows<Notes>('earlier');

/** The edition stays the latest: it is what the next to save starts from. */
function notesWithout(rows: Contents, meeting: MeetingId, person: PersonId): void {
  const before = earlier.get(rows, meeting);
  const notes = rows.get(meeting)?.data.notes;
  if (notes?.by === person) {
    const left: Notes = before ? { ...before, edition: notes.edition } : { ...notes, text: '' };
    change(rows, meeting, (data) => ({ ...data, notes: left }));
  }
  if (before?.by === person || notes?.by === person) earlier.remove(rows, meeting);
}

const without =
  (person: PersonId) =>
  (data: MeetingContentRow): MeetingContentRow => ({
    ...data,
    agenda:
      data.agenda &&
      agendaRow(
        data.agenda.by,
        wordedIn(data.agenda).filter(({ by }) => by !== person),
      ),
    carriedOver: data.carriedOver.map((one) => (one.by === person ? { ...one, item: ERASED_ITEM } : one)),
  });

/** Agendas, notes and what was carried over, to the pair. Lists of meetings read `meeting`, which is short. */
export const meetingContentView = hubView<MeetingEvent, MeetingContentRow>()({
  name: 'meeting-content',
  version: 2,
  title: 'Agendas and notes of meetings',
  readers: ['mentorship'],
  own: 'agendas and notes of meetings',
  indexes: ['mentorship'],
  forget: (rows, id, person) => {
    if (isPrivate(id)) return;
    change(rows, id, without(person));
    notesWithout(rows, id as MeetingId, person);
  },
  on: {
    AgendaSet: ({ data }, rows) => {
      const after = (before: readonly WordedItem[]) => agendaAfter(data, agendaOf(data), before, ({ item }) => item.id);
      write(rows, data, ({ agenda }) => ({ agenda: agendaRow(data.by, after(wordedIn(agenda))) }));
    },
    NotesSaved: ({ data, at }, rows) => {
      const { meeting, by, edition, text } = data;
      const before = rows.get(meeting)?.data.notes;
      if (before && before.by !== by) earlier.put(rows, meeting, before);
      write(rows, data, () => ({ notes: { by, edition, text, at } }));
    },
    ItemCarriedOver: ({ data }, rows) =>
      write(rows, data, ({ carriedOver }) => ({ carriedOver: [...carriedOver, { by: data.wordedBy, item: data.item }] })),
  },
});
