import type { ActionId, MeetingId, MentorshipId, PersonId } from '../kernel/brand.js';
import { byId, type ById } from '../kernel/by-id.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import type { Participants } from '../mentorships/participants.js';
import { agendaAfter, agendaOf, knownItem, type KnownItem } from './meeting.agenda-words.js';
import type { MeetingEvent, MeetingTime } from './meeting.events.js';

/** One side’s word on whether a meeting took place and for how long, in minutes. */
export interface Attendance {
  readonly took: boolean;
  readonly minutes: number;
}

interface Arrangement {
  readonly mentorship: MentorshipId;
  readonly participants: Participants;
  readonly format: 'in-person' | 'online';
  readonly placeBy: PersonId;
  readonly place: Digest;
}

export interface Action {
  readonly owner: PersonId;
  /** Who added it. */
  readonly by: PersonId;
  readonly done: boolean;
  /** Not needed any more. */
  readonly dropped: boolean;
  /** On its owner's own list, whatever becomes of the mentorship. */
  readonly kept: boolean;
  /** Ids of the framework statements it speaks to. */
  readonly statements: readonly string[];
  /** How it went, as each of the two said, in that order. */
  readonly notes: readonly { readonly by: PersonId; readonly note: Digest }[];
}

interface Contents {
  readonly agenda: readonly KnownItem[];
  /** How often the notes were saved. */
  readonly edition: number;
  readonly actions: ById<ActionId, Action>;
  readonly attendance: ById<PersonId, Attendance>;
  readonly confirmed: boolean;
  /** Other meetings of one of the two at its time. */
  readonly clashes: readonly MeetingId[];
}

/** Times that one of the two suggested. */
interface Suggested {
  readonly by: PersonId;
  readonly times: readonly MeetingTime[];
  /** Which suggestion of times for this meeting it is, from 1. */
  readonly suggestion: number;
  /** None of them suits the other. */
  readonly declined: boolean;
}

export type Proposed = { readonly status: 'proposed' } & Suggested & Arrangement & Contents;
export type Booked = { readonly status: 'booked' | 'closed'; readonly time: MeetingTime } & Arrangement & Contents;
/** Called off; from `proposed` or `booked`. */
export type Cancelled = { readonly status: 'cancelled' } & Arrangement & Contents;
export type Meeting = { readonly status: 'none' } | Proposed | Booked | Cancelled;

const nothingYet: Contents = { agenda: [], edition: 0, actions: {}, attendance: {}, confirmed: false, clashes: [] };
const contentsOf = (meeting: Meeting): Contents => (meeting.status === 'none' ? nothingYet : meeting);

const contents = ({ agenda, edition, actions, attendance, confirmed, clashes }: Contents): Contents => ({
  agenda,
  edition,
  actions,
  attendance,
  confirmed,
  clashes,
});

export function evolve(meeting: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'MeetingProposed': {
      const { mentorship, participants, by, times, format } = event.data;
      const before = meeting.status === 'proposed' ? meeting : undefined;
      const { placeBy, place } = event.data.samePlace && before ? before : { placeBy: by, place: digestOf(event.data.place) };
      return {
        ...contents(contentsOf(meeting)),
        status: 'proposed',
        mentorship,
        participants,
        by,
        times,
        suggestion: (before?.suggestion ?? 0) + 1,
        declined: false,
        format,
        placeBy,
        place,
      };
    }
    case 'MeetingTimesDeclined':
      return meeting.status === 'proposed' ? { ...meeting, declined: true } : meeting;
    case 'MeetingBooked': {
      const { mentorship, participants, time, format, placeBy } = event.data;
      const place = event.data.samePlace && meeting.status !== 'none' ? meeting.place : digestOf(event.data.place);
      return { ...contents(contentsOf(meeting)), status: 'booked', mentorship, participants, time, format, placeBy, place };
    }
    case 'PastMeetingRecorded': {
      const { mentorship, participants, time, format, placeBy } = event.data;
      const place = digestOf(event.data.place);
      return { ...nothingYet, status: 'booked', mentorship, participants, time, format, placeBy, place };
    }
    case 'MeetingMoved':
      return meeting.status === 'booked' ? { ...meeting, time: event.data.time, clashes: [] } : meeting;
    case 'MeetingClashed':
      return meeting.status === 'booked' ? { ...meeting, clashes: [...meeting.clashes, event.data.other] } : meeting;
    case 'MeetingClashLifted':
      return meeting.status === 'booked' ? { ...meeting, clashes: meeting.clashes.filter((other) => other !== event.data.other) } : meeting;
    case 'MeetingPlaceSet':
      return meeting.status === 'none' ? meeting : { ...meeting, placeBy: event.data.by, place: digestOf(event.data.place) };
    case 'MeetingCancelled': {
      if (meeting.status === 'none') return meeting;
      const { mentorship, participants, format, placeBy, place } = meeting;
      return { ...contents(meeting), clashes: [], status: 'cancelled', mentorship, participants, format, placeBy, place };
    }
    case 'AgendaSet':
      return meeting.status === 'none' ? meeting : { ...meeting, agenda: agendaIn(event.data, meeting.agenda) };
    case 'ItemCarriedOver':
      return meeting;
    case 'ActionNoted': {
      const { action, by, note } = event.data;
      const before = meeting.status === 'none' ? [] : (byId.get(meeting.actions, action)?.notes ?? []);
      return withAction(meeting, event.data, { notes: [...before, { by, note: digestOf(note) }] });
    }
    case 'NotesSaved':
      return meeting.status === 'none' ? meeting : { ...meeting, edition: event.data.edition };
    case 'ActionAgreed':
      return withAction(meeting, event.data, { by: event.data.by, done: false, dropped: false, kept: false });
    case 'ActionLinked':
      return withAction(meeting, event.data, { statements: event.data.statements });
    case 'ActionDone':
      return withAction(meeting, event.data, { done: true, dropped: false });
    case 'ActionReopened':
      return withAction(meeting, event.data, { done: false, dropped: false });
    case 'ActionDropped':
      return withAction(meeting, event.data, { dropped: true, kept: false });
    case 'ActionKept':
      return withAction(meeting, event.data, { kept: true, dropped: false });
    case 'AttendanceRecorded': {
      const { by, took, minutes } = event.data;
      return meeting.status === 'none' ? meeting : { ...meeting, attendance: byId.with(meeting.attendance, by, { took, minutes }) };
    }
    case 'MeetingClosed':
      return meeting.status === 'booked' ? { ...meeting, status: 'closed' } : meeting;
    case 'MeetingConfirmed':
      return meeting.status === 'none' ? meeting : { ...meeting, confirmed: true };
    case 'RecordSetAside': {
      if (meeting.status === 'none') return meeting;
      const { who } = event.data;
      return { ...meeting, confirmed: false, attendance: who.reduce((left, person) => byId.without(left, person), meeting.attendance) };
    }
  }
}

const agendaIn = (data: Extract<MeetingEvent, { type: 'AgendaSet' }>['data'], before: readonly KnownItem[]): readonly KnownItem[] =>
  agendaAfter(data, agendaOf(data).map(knownItem), before, ({ id }) => id);

function withAction(meeting: Meeting, { action, owner }: { action: ActionId; owner: PersonId }, change: Partial<Action>): Meeting {
  if (meeting.status === 'none') return meeting;
  const before = byId.get(meeting.actions, action) ?? { by: owner, done: false, dropped: false, kept: false, statements: [], notes: [] };
  return { ...meeting, actions: byId.with(meeting.actions, action, { ...before, ...change, owner }) };
}
