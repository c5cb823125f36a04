import { z } from 'zod';
import { actionId, day, instant, meetingId, mentorshipId, personId, tagged } from '../kernel/brand.js';
import { event, line, personal, prose, type EventOf, type EventShape } from '../kernel/catalogue.js';
import { amongParticipants, namedTwo, participants, type Part, type TheTwo } from '../mentorships/participants.js';
import { linkedStatements } from '../uk/frameworks/linked.js';

export const meetingTime = z.object({ startsAt: instant, minutes: z.number().int().min(15).max(240) });
export type MeetingTime = z.infer<typeof meetingTime>;
export const agendaItem = z.object({
  /** Stays the same while the item is edited or moved. */
  id: tagged(64),
  title: line(160, 'The agenda item'),
  minutes: z.number().int().min(1).max(120),
});
export type AgendaItem = z.infer<typeof agendaItem>;
/** How many items the agenda of one meeting holds. */
export const AGENDA_LIMIT_ITEMS = 20;
export const agenda = z.array(agendaItem).max(AGENDA_LIMIT_ITEMS);
/** What the log holds in place of an item whose writer was erased. */
export const ERASED_ITEM: AgendaItem = { id: 'erased', title: '', minutes: 5 };
export const NOTES_LIMIT_CHARS = 20_000;
/** How long one meeting can have taken. */
export const HELD_LIMIT_MINUTES = 240;

/** Why the hub cancels a meeting of a pair that goes on: a pause, or both suggested times in one moment and the other suggestion stays. */
export const CANCEL_REASONS = ['paused', 'suggested-already'] as const;

/** Written down as a meeting was recorded: what tells of the record tells of it, too. */
const withRecord = z.literal(true).optional();
/** What else the one who recorded a meeting added in the same go: notes, and how many actions. Absent: nothing. */
const added = z.object({ notes: z.boolean(), actions: z.number().int().min(0).max(30) }).optional();
export type Added = z.infer<typeof added>;

/** An agenda of version 1: two lists, sealed each as a whole, and whose turn each item is. A list that is gone with its writer leaves no items. */
interface TwoLists extends TheTwo {
  readonly turns: readonly Part[];
  readonly mentorItems?: readonly AgendaItem[];
  readonly menteeItems?: readonly AgendaItem[];
}

function withOwners({ turns, mentorItems = [], menteeItems = [], ...rest }: TwoLists): object {
  const left = { mentor: [...mentorItems], mentee: [...menteeItems] };
  const items = turns.flatMap((part) => {
    const item = left[part].shift();
    return item ? [{ by: rest[part], item }] : [];
  });
  return { ...namedTwo(rest), items };
}

export const meetingEvents = {
  /** Times to choose from, the only ones from now on. `mentor` and `mentee` are carried so that the meeting stands alone. */
  MeetingProposed: amongParticipants(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      participants,
      by: personId,
      times: z.array(meetingTime).min(1).max(5),
      format: z.enum(['in-person', 'online']),
      place: personal(prose(200), 'by', ''),
      /** Whose suggestion of times for this meeting it replaces; absent for the first. */
      replaces: personId.optional(),
      /** The place is the one that the suggestion before it named, in the words of the one who named it. */
      samePlace: z.literal(true).optional(),
    }),
  ),
  /** None of the times suits the one who was to choose: the one who suggested them is asked for others. */
  MeetingTimesDeclined: event(z.object({ meeting: meetingId, mentorship: mentorshipId, by: personId })),
  MeetingBooked: amongParticipants(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      participants,
      by: personId,
      time: meetingTime,
      format: z.enum(['in-person', 'online']),
      /** The one who named the place: one proposes it, and it is the other who books by choosing a time. */
      placeBy: personId,
      place: personal(prose(200), 'placeBy', ''),
      /** The place is the one that was named before, in the words of the one who named it. Older events repeat them. */
      samePlace: z.literal(true).optional(),
      /** The yes to a request named this time, and tells of it. */
      withYes: z.literal(true).optional(),
    }),
  ),
  /** A meeting that was never booked and took place. What both recorded of it follows as of any other. */
  PastMeetingRecorded: amongParticipants(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      participants,
      by: personId,
      time: z.object({ startsAt: instant, minutes: z.number().int().min(1).max(HELD_LIMIT_MINUTES) }),
      format: z.enum(['in-person', 'online']),
      placeBy: personId,
      place: personal(prose(200), 'placeBy', ''),
    }),
  ),
  /** `was`: the time before. Older events lack it. */
  MeetingMoved: event(
    z.object({ meeting: meetingId, mentorship: mentorshipId, by: personId, time: meetingTime, was: meetingTime.optional() }),
  ),
  /** `who` of the pair has another meeting at that time, arranged in the same moment or on a device that was offline. Said of one of the two. */
  MeetingClashed: event(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      participants,
      time: meetingTime,
      who: z.array(personId).min(1).max(50),
      other: meetingId,
    }),
  ),
  /** The other meeting is at another time now, or is not to be. */
  MeetingClashLifted: event(z.object({ meeting: meetingId, mentorship: mentorshipId, other: meetingId })),
  /** The place, or the link of a meeting online, from now on. */
  MeetingPlaceSet: event(z.object({ meeting: meetingId, mentorship: mentorshipId, by: personId, place: personal(prose(200), 'by', '') })),
  /** `because`: why the hub withdrew it; what it withdraws without a reason, it does at the end of a mentorship. */
  MeetingCancelled: event(
    z.object({ meeting: meetingId, mentorship: mentorshipId, by: personId, because: z.enum(CANCEL_REASONS).optional() }),
  ),
  /** The whole agenda. Each item is of the person who worded it: who saved the agenda last does not own what others put on it. */
  AgendaSet: {
    version: 2,
    data: z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      participants,
      by: personId,
      items: z.array(z.object({ by: personId, item: personal(agendaItem, 'by', ERASED_ITEM) })).max(AGENDA_LIMIT_ITEMS),
      /** Carried-over items that they let go, by id. Absent in older events: everything that this agenda left out. */
      letGo: z.array(tagged(64)).max(60).optional(),
      /** Items that were on the agenda and stay on it below these, by id: who saved it had not seen them. Older events repeat them. */
      kept: z.array(tagged(64)).max(AGENDA_LIMIT_ITEMS).optional(),
      /** Drafted for the first meeting, with the booking that a yes tells of. */
      withYes: z.literal(true).optional(),
      /** Sent with the booking, which tells of it. */
      withBooking: z.literal(true).optional(),
    }),
    upcast: { 1: withOwners },
  } satisfies EventShape,
  NotesSaved: event(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      by: personId,
      edition: z.number().int().min(1),
      text: personal(prose(NOTES_LIMIT_CHARS), 'by', ''),
      withRecord,
    }),
  ),
  ActionAgreed: event(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      action: actionId,
      /** The person who worded it; it may be the other who takes it on. */
      by: personId,
      owner: personId,
      title: personal(line(200), 'by', ''),
      due: day.nullable(),
      withRecord,
    }),
  ),
  ActionDone: event(z.object({ meeting: meetingId, mentorship: mentorshipId, action: actionId, owner: personId })),
  ActionReopened: event(z.object({ meeting: meetingId, mentorship: mentorshipId, action: actionId, owner: personId })),
  ActionDropped: event(z.object({ meeting: meetingId, mentorship: mentorshipId, action: actionId, owner: personId })),
  /** Its owner keeps it on their own list: it stays theirs to do once the mentorship is over. */
  ActionKept: event(z.object({ meeting: meetingId, mentorship: mentorshipId, action: actionId, owner: personId })),
  /** How it went, or is going, in the words of `by`. */
  ActionNoted: event(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      action: actionId,
      by: personId,
      owner: personId,
      note: personal(prose(300), 'by', ''),
    }),
  ),
  /** Which statements of a framework it speaks to now, chosen by its owner. */
  ActionLinked: event(
    z.object({ meeting: meetingId, mentorship: mentorshipId, action: actionId, owner: personId, statements: linkedStatements }),
  ),
  /** An agenda item that was not reached waits for the next meeting. `by` carried it over, `wordedBy` put it on the agenda. */
  ItemCarriedOver: event(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      by: personId,
      wordedBy: personId,
      item: personal(agendaItem, 'wordedBy', ERASED_ITEM),
    }),
  ),
  /** One side's record: whether it took place and for how long. CPD needs both. */
  AttendanceRecorded: event(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      by: personId,
      took: z.boolean(),
      minutes: z.number().int().min(0).max(240),
      added,
    }),
  ),
  /** Closed by the first of the two to record it. */
  MeetingClosed: amongParticipants(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      participants,
      by: personId,
      took: z.boolean(),
      on: day,
      minutes: z.number().int().min(0).max(240),
      added,
    }),
  ),
  /** Both have recorded that it took place; `minutes` is the smaller of the two figures. */
  MeetingConfirmed: amongParticipants(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      participants,
      on: day,
      minutes: z.number().int().min(1).max(240),
      added,
    }),
  ),
  /** What `who` recorded counts no more, and they are asked again: they recorded the same time in `other`, in one moment or offline. */
  RecordSetAside: event(
    z.object({
      meeting: meetingId,
      mentorship: mentorshipId,
      participants,
      on: day,
      who: z.array(personId).min(1).max(50),
      /** Who else says that it took place. */
      said: z.array(personId).max(50),
      other: meetingId,
      /** Both are records of one meeting of the pair: the other stands for it, and nobody is asked of this one. */
      same: z.literal(true).optional(),
      /** What all had confirmed, in minutes; absent where they had not. */
      minutes: z.number().int().min(1).max(HELD_LIMIT_MINUTES).optional(),
    }),
  ),
};
export type MeetingEvent = EventOf<typeof meetingEvents>;
