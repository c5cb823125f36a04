import { byId } from '../kernel/by-id.js';
import { ok } from '../kernel/result.js';
import { dayOf } from '../uk/uk-time.js';
import type { Decision, Given } from './meeting.refusals.js';
import type { Meeting } from './meeting.state.js';

/** [R10] No minute counts twice, however it came to be recorded: what was recorded here waits until they say it again. The hub may ask late or twice. */
export function setRecordAside({ data }: Given<'SetRecordAside'>, meeting: Meeting): Decision {
  if (meeting.status !== 'closed') return ok([]);
  const { mentorship, participants, time, confirmed } = meeting;
  const records = participants.map(({ person }) => ({ person, ...byId.get(meeting.attendance, person) })).filter(({ took }) => took);
  const who = records.filter(({ person }) => data.who.includes(person)).map(({ person }) => person);
  if (who.length === 0) return ok([]);
  return ok([
    {
      type: 'RecordSetAside',
      data: {
        meeting: data.meeting,
        mentorship,
        participants,
        on: dayOf(time.startsAt),
        who,
        said: records.map(({ person }) => person).filter((person) => !who.includes(person)),
        other: data.other,
        ...(data.same && { same: data.same }),
        ...(confirmed && { minutes: Math.min(...records.map(({ minutes = 0 }) => minutes)) }),
      },
    },
  ]);
}
