import type { Instant } from '../kernel/brand.js';
import { byId } from '../kernel/by-id.js';
import { HUB } from '../kernel/decider.js';
import { refuse } from '../kernel/result.js';
import type { MeetingCommand } from './meeting.commands.js';
import type { MeetingFacts } from './meeting.facts.js';
import type { RefusedResult } from './meeting.refusals.js';
import type { Meeting } from './meeting.state.js';

/** [R8] The record stays true: after the end, meetings that had begun are recorded and closed, and nothing else changes but what a person took on themself. */
export function overAndDone(command: MeetingCommand, meeting: Meeting, { endedAt }: MeetingFacts): RefusedResult | undefined {
  if (endedAt === null || meeting.status === 'none' || (meeting.status === 'cancelled' && !isAboutAnAction(command))) return undefined;
  return isStillOpen(command, meeting, endedAt) ? undefined : refuse({ code: 'MEETING.RECORD_STANDS' });
}

type Known = Exclude<Meeting, { status: 'none' }>;

/** What was agreed in a cancelled meeting is as any other action; every other command is refused because it is cancelled. */
const isAboutAnAction = ({ data }: MeetingCommand): boolean => 'action' in data;

function isStillOpen(command: MeetingCommand, meeting: Known, endedAt: Instant): boolean {
  const begun = 'time' in meeting && meeting.time.startsAt <= endedAt;
  switch (command.type) {
    case 'ProposeMeeting':
    case 'SuggestOtherTimes':
    case 'DeclineTimes':
    case 'BookMeeting':
    case 'BookFirstMeeting':
    case 'ChooseTime':
    case 'MoveMeeting':
    case 'NoteClash':
    case 'LiftClash':
    case 'SetRecordAside':
      return true;
    case 'CancelMeeting':
      return command.by === HUB || !begun;
    case 'SaveNotes':
      return meeting.status === 'proposed' || (begun && meeting.status === 'booked');
    case 'CloseMeeting':
    case 'RecordAttendance':
      return meeting.status === 'proposed' || begun;
    // What a person took on stays theirs to do and to say, however the mentorship ended.
    case 'KeepAction':
    case 'LinkAction':
    case 'DropAction':
    case 'FinishAction':
    case 'ReopenAction':
      return byId.get(meeting.actions, command.data.action)?.owner === command.by;
    case 'SetMeetingPlace':
    case 'SetAgenda':
    case 'AgreeAction':
    case 'NoteAction':
      return false;
    // The meeting that it would be does not exist yet.
    case 'RecordPastMeeting':
      return true;
  }
}
