import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';

/** From its first minute to its last: that is when people look for the agenda, and not yet the time to close it. */
export const isUnderWay = ({ startsAt, minutes }: MeetingTime, now: string): boolean =>
  startsAt <= now && now < plusMinutes(startsAt, minutes);
