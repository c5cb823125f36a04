import type { ActionId, Day, PersonId } from '../kernel/brand.js';
import { byId } from '../kernel/by-id.js';
import { digestOf } from '../kernel/digest.js';
import { takesPart } from '../mentorships/participants.js';
import { ok, refuse } from '../kernel/result.js';
import { areStatements, sameStatements } from '../uk/frameworks/linked.js';
import type { MeetingCommand } from './meeting.commands.js';
import type { Decision, Given } from './meeting.refusals.js';
import type { Action, Booked, Cancelled } from './meeting.state.js';

/** A meeting in which actions were agreed. */
type AgreedIn = Booked | Cancelled;

/** How many actions each of the two can add to one meeting. Those that come with a record, 10 at most, are always taken: a meeting is recorded. */
export const ACTIONS_PER_PERSON_LIMIT = 30;
/** How often each of the two can say how one action went. What is said as it is done is always taken: an action is finished. */
export const NOTES_PER_PERSON_LIMIT = 20;

interface AgreedAction {
  readonly action: ActionId;
  readonly owner: PersonId;
  readonly title: string;
  readonly due: Day | null;
}

/** Each action has one owner, who takes part; its words are those of the person who gives the command. */
export function agreeActions(
  agreed: readonly AgreedAction[],
  { by, data: { meeting } }: Pick<MeetingCommand, 'by' | 'data'>,
  { mentorship, participants, actions }: Booked,
  how: { readonly withRecord?: true } = {},
): Decision {
  const ids = new Set(byId.entries(actions).map(([id]) => id));
  for (const { action, owner } of agreed) {
    if (!takesPart(participants, owner)) return refuse({ code: 'MEETING.NOT_ONE_OF_THE_TWO', field: 'owner' });
    if (ids.has(action)) return refuse({ code: 'MEETING.ACTION_EXISTS' });
    ids.add(action);
  }
  const own = agreed.length + byId.values(actions).filter((action) => action.by === by).length;
  if (!how.withRecord && own > ACTIONS_PER_PERSON_LIMIT)
    return refuse({ code: 'MEETING.TOO_MANY_ACTIONS', facts: { limit: ACTIONS_PER_PERSON_LIMIT } });
  return ok(
    agreed.map(({ action, owner, title, due }) => ({
      type: 'ActionAgreed' as const,
      data: { meeting, mentorship, action, by, owner, title, due, ...how },
    })),
  );
}

export function finishAction({ data: { note, ...data }, by }: Given<'FinishAction'>, meeting: AgreedIn): Decision {
  const { mentorship } = meeting;
  // Where the other was quicker, how it went is said all the same.
  return whenAgreed(meeting, data.action, (action) => {
    const { owner, done } = action;
    const noted = note ? noteOn(action, { ...data, by, note }, meeting, { finishing: !done }) : ok([]);
    if (!noted.ok) return noted;
    return ok([...(done ? [] : [{ type: 'ActionDone' as const, data: { ...data, mentorship, owner } }]), ...noted.value]);
  });
}

/** Either of the two may say how it went: they talk about it together. */
export function noteAction({ data, by }: Given<'NoteAction'>, meeting: AgreedIn): Decision {
  return whenAgreed(meeting, data.action, (action) => noteOn(action, { ...data, by }, meeting));
}

type Noted = Given<'NoteAction'>['data'] & { readonly by: PersonId };

/** Words are added to those before, of both people. The same words by the same person are said once. */
function noteOn({ owner, notes }: Action, noted: Noted, { mentorship }: AgreedIn, { finishing = false } = {}): Decision {
  const own = notes.filter(({ by }) => by === noted.by);
  const said = digestOf(noted.note);
  if (own.some(({ note }) => note === said)) return ok([]);
  if (!finishing && own.length >= NOTES_PER_PERSON_LIMIT)
    return refuse({ code: 'MEETING.TOO_MANY_NOTES', field: 'note', facts: { limit: NOTES_PER_PERSON_LIMIT } });
  return ok([{ type: 'ActionNoted', data: { ...noted, mentorship, owner } }]);
}

export function reopenAction({ data }: Given<'ReopenAction'>, meeting: AgreedIn): Decision {
  return whenAgreed(meeting, data.action, ({ owner, done, dropped }) =>
    ok(done || dropped ? [{ type: 'ActionReopened', data: { ...data, mentorship: meeting.mentorship, owner } }] : []),
  );
}

/** What the other has just done was needed: it is kept, and said. */
export function dropAction({ data }: Given<'DropAction'>, meeting: AgreedIn): Decision {
  return whenAgreed(meeting, data.action, ({ owner, done, dropped }) => {
    if (done) return refuse({ code: 'MEETING.ACTION_DONE' });
    return ok(dropped ? [] : [{ type: 'ActionDropped', data: { ...data, mentorship: meeting.mentorship, owner } }]);
  });
}

/** [R9] One keeps what one took on oneself. */
export function keepAction({ data, by }: Given<'KeepAction'>, meeting: AgreedIn): Decision {
  return whenAgreed(meeting, data.action, ({ owner, done, kept }) => {
    if (owner !== by) return refuse({ code: 'MEETING.ACTION_OF_ANOTHER' });
    if (done) return refuse({ code: 'MEETING.ACTION_DONE' });
    return ok(kept ? [] : [{ type: 'ActionKept', data: { ...data, mentorship: meeting.mentorship, owner } }]);
  });
}

/** What one took on oneself, one links oneself. */
export function linkAction({ data, by }: Given<'LinkAction'>, meeting: AgreedIn): Decision {
  return whenAgreed(meeting, data.action, ({ owner, statements }) => {
    if (owner !== by) return refuse({ code: 'MEETING.ACTION_OF_ANOTHER' });
    if (!areStatements(data.statements)) return refuse({ code: 'STANDARD.UNKNOWN', field: 'statements' });
    const same = sameStatements(statements, data.statements);
    return ok(same ? [] : [{ type: 'ActionLinked', data: { ...data, mentorship: meeting.mentorship, owner } }]);
  });
}

function whenAgreed({ actions }: AgreedIn, id: ActionId, then: (action: Action) => Decision): Decision {
  const action = byId.get(actions, id);
  return action ? then(action) : refuse({ code: 'MEETING.ACTION_NOT_FOUND' });
}
