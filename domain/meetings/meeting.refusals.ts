import type { Refusal, Result } from '../kernel/result.js';
import type { MeetingCommand } from './meeting.commands.js';
import type { MeetingEvent } from './meeting.events.js';

export type MeetingRefusal = Refusal<
  | 'MEETING.NO_MENTORSHIP'
  | 'PAIR.KEPT_APART'
  | 'MEETING.MENTORSHIP_PAUSED'
  | 'MEETING.MENTORSHIP_OVER'
  | 'MEETING.RECORD_STANDS'
  | 'MEETING.ALREADY_ARRANGED'
  | 'MEETING.IN_THE_PAST'
  | 'MEETING.CLASH'
  | 'MEETING.NOT_FOUND'
  | 'MEETING.NOT_OFFERED'
  | 'MEETING.SUGGESTED_ALREADY'
  | 'MEETING.TIMES_REPLACED'
  | 'MEETING.TIMES_DECLINED'
  | 'MEETING.WAITS_FOR_THE_OTHER'
  | 'MEETING.NOT_BOOKED'
  | 'MEETING.CANCELLED'
  | 'MEETING.ALREADY_CLOSED'
  | 'MEETING.NOT_STARTED'
  | 'MEETING.NOT_YET'
  | 'MEETING.BEFORE_MENTORSHIP'
  | 'MEETING.MET_ALREADY'
  | 'MEETING.NOT_CLOSED'
  | 'MEETING.NO_MINUTES'
  | 'MEETING.MINUTES_TO_COME'
  | 'MEETING.MINUTES_TWICE'
  | 'MEETING.ALREADY_RECORDED'
  | 'MEETING.ALREADY_CONFIRMED'
  | 'MEETING.NOTES_CHANGED'
  | 'MEETING.SAME_ITEM_TWICE'
  | 'MEETING.ACTION_EXISTS'
  | 'MEETING.ACTION_NOT_FOUND'
  | 'MEETING.ACTION_OF_ANOTHER'
  | 'MEETING.ACTION_DONE'
  | 'MEETING.TIME_CHANGED'
  | 'MEETING.PLACE_CHANGED'
  | 'MEETING.AGENDA_FULL'
  | 'STANDARD.UNKNOWN'
  | 'MEETING.TOO_MANY_ACTIONS'
  | 'MEETING.TOO_MANY_NOTES'
  | 'MEETING.NOT_ONE_OF_THE_TWO'
>;

/** A refusal, and never a decision. */
export type RefusedResult = Result<never, MeetingRefusal>;
export type Decision = Result<readonly MeetingEvent[], MeetingRefusal>;
export type Given<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>;
