import { z } from 'zod';
import { actionId, day, instant, meetingId, mentorshipId, personId, tagged } from '../kernel/brand.js';
import { line, maybeLine, prose, type CommandOf } from '../kernel/catalogue.js';
import { linkedStatements } from '../uk/frameworks/linked.js';
import {
  AGENDA_LIMIT_ITEMS,
  agenda,
  agendaItem,
  CANCEL_REASONS,
  HELD_LIMIT_MINUTES,
  meetingTime,
  NOTES_LIMIT_CHARS,
} from './meeting.events.js';

const meeting = z.object({ meeting: meetingId });
const agreedAction = z.object({ action: actionId, owner: personId, title: line(200, 'The action'), due: day.nullable() });
const minutesHeld = z.number({ error: 'Enter how many minutes you met for.' }).int({ error: 'Enter whole minutes.' });
const actionNote = maybeLine(300, 'How it went');
const itemIds = z.array(agendaItem.shape.id).max(60);
/** The time that the sender had before them, `null` for one that was only suggested: where the other has changed it since, nothing happens. */
const seenTime = instant.nullable().optional();
/** Which suggestion of times the sender had before them, from 1: where another has replaced it, nothing happens. */
const suggestion = z.number().int().min(1).optional();
const suggestedTimes = z.array(meetingTime).min(1, { error: 'Offer at least one time.' }).max(5);
const arranged = meeting.extend({ mentorship: mentorshipId, format: z.enum(['in-person', 'online']), place: maybeLine(200, 'The place') });

export const meetingCommands = {
  ProposeMeeting: arranged.extend({ times: suggestedTimes }),
  /** Other times for a meeting, in place of those that either suggested: the other chooses. */
  SuggestOtherTimes: arranged.omit({ mentorship: true }).extend({ times: suggestedTimes, suggestion }),
  /** None of the suggested times suits; the other is asked for others. */
  DeclineTimes: meeting.extend({ suggestion }),
  /** Books straight away, at a time that both have marked as free. `suggestion`: in place of times suggested for this meeting. */
  BookMeeting: arranged.extend({ time: meetingTime, agenda: agenda.optional(), suggestion }),
  /** Given by the reactor that follows a mentorship whose yes named a time: the mentor chose it, and the mentee had offered it. */
  BookFirstMeeting: meeting.extend({
    mentorship: mentorshipId,
    format: z.enum(['in-person', 'online']),
    time: meetingTime,
    aims: z.array(tagged(80)).max(6),
  }),
  /** Picks one of the proposed times. */
  ChooseTime: meeting.extend({ time: meetingTime, suggestion }),
  MoveMeeting: meeting.extend({ time: meetingTime, seen: seenTime }),
  /** Given by the reactor that follows what is arranged: `who` has another meeting at the time of this one. */
  NoteClash: meeting.extend({ time: meetingTime, who: z.array(personId).min(1).max(50), other: meetingId }),
  /** Given by the reactor: nobody has the other meeting at that time any more. */
  LiftClash: meeting.extend({ other: meetingId }),
  /** Given by the reactor that follows records: `who` recorded the same time in another meeting, too. */
  SetRecordAside: meeting.extend({ who: z.array(personId).min(1).max(50), other: meetingId, same: z.literal(true).optional() }),
  /** Where they meet, or the link. `seen`: the place that the sender had before them; where the other has changed it since, nothing happens. */
  SetMeetingPlace: meeting.extend({ place: maybeLine(200, 'The place'), seen: z.string().max(200) }),
  /** `because`: said by the hub alone. */
  CancelMeeting: meeting.extend({ seen: seenTime, suggestion, because: z.enum(CANCEL_REASONS).optional() }),
  /** `letGo`: ids of carried-over items that are not needed any more. Without it, all that is not on this agenda is let go. */
  /** `seen`: ids of the items that its writer started from. What the other added since is kept; without it, this is the whole agenda. */
  SetAgenda: meeting.extend({
    items: z.array(agendaItem).max(2 * AGENDA_LIMIT_ITEMS),
    letGo: itemIds.optional(),
    seen: itemIds.optional(),
  }),
  /** `edition` is the one the writer started from, 0 for none: a later save is not overwritten. */
  SaveNotes: meeting.extend({ edition: z.number().int().min(0), text: prose(NOTES_LIMIT_CHARS, 'The notes') }),
  AgreeAction: meeting.extend({ action: actionId, owner: personId, title: line(200, 'The action'), due: day.nullable() }),
  /** `note`: how it went, in a few words. */
  FinishAction: meeting.extend({ action: actionId, note: actionNote.optional() }),
  /** How it is going with something that may not be done yet. */
  NoteAction: meeting.extend({ action: actionId, note: actionNote.min(1, { error: 'Enter how it went.' }) }),
  ReopenAction: meeting.extend({ action: actionId }),
  /** It is not needed any more. */
  DropAction: meeting.extend({ action: actionId }),
  /** Its owner chooses anew which statements it speaks to; an empty list removes them. */
  LinkAction: meeting.extend({ action: actionId, statements: linkedStatements }),
  /** Its owner keeps it on their own list, once the mentorship is over. */
  KeepAction: meeting.extend({ action: actionId }),
  /** The 60-second close-out: did it happen, how long, what was agreed, what is carried over. */
  CloseMeeting: meeting.extend({
    took: z.boolean(),
    minutes: z.number().int().min(0).max(240),
    actions: z.array(agreedAction).max(10),
    carryOver: z.array(agendaItem).max(20),
  }),
  /** A meeting that nobody booked and that has taken place, in one go: when, for how long, what was said and agreed. */
  RecordPastMeeting: arranged.extend({
    startsAt: instant,
    minutes: minutesHeld
      .min(1, { error: 'Enter how many minutes you met for.' })
      .max(HELD_LIMIT_MINUTES, { error: `A meeting can have taken up to ${HELD_LIMIT_MINUTES} minutes.` }),
    notes: prose(NOTES_LIMIT_CHARS, 'What you talked about'),
    actions: z.array(agreedAction).max(10),
  }),
  /** The other side's record of a meeting that was closed. */
  RecordAttendance: meeting.extend({ took: z.boolean(), minutes: z.number().int().min(0).max(240) }),
};
export type MeetingCommand = CommandOf<typeof meetingCommands>;
