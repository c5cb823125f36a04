import type { ActionId, Day, PersonId } from '../kernel/brand.js';
import { ok, refuse } from '../kernel/result.js';
import { areStatements, sameStatements } from '../uk/frameworks/linked.js';
import type { MeetingCommand } from './meeting.commands.js';
import type { Decision, Given } from './meeting.refusals.js';
import type { Booked } from './meeting.state.js';

/** How many actions one meeting can hold. */
export const ACTIONS_PER_MEETING_LIMIT = 30;

interface AgreedAction {
  readonly action: ActionId;
  readonly owner: PersonId;
  readonly title: string;
  readonly due: Day | null;
}

/** Each action has one owner, who is one of the two; its words are those of whoever gives the command. */
export function agreeActions(
  agreed: readonly AgreedAction[],
  { by, data: { meeting } }: Pick<MeetingCommand, 'by' | 'data'>,
  { mentorship, mentor, mentee, actions }: Booked,
): Decision {
  const ids = new Set(actions.keys());
  for (const { action, owner } of agreed) {
    if (owner !== mentor && owner !== mentee) return refuse({ code: 'MEETING.NOT_ONE_OF_THE_TWO', field: 'owner' });
    if (ids.has(action)) return refuse({ code: 'MEETING.ACTION_EXISTS' });
    ids.add(action);
  }
  if (ids.size > ACTIONS_PER_MEETING_LIMIT)
    return refuse({ code: 'MEETING.TOO_MANY_ACTIONS', facts: { limit: ACTIONS_PER_MEETING_LIMIT } });
  return ok(
    agreed.map(({ action, owner, title, due }) => ({
      type: 'ActionAgreed' as const,
      data: { meeting, mentorship, action, by, owner, title, due },
    })),
  );
}

export function finishAction({ data: { note, ...data }, by }: Given<'FinishAction'>, meeting: Booked): Decision {
  const { mentorship } = meeting;
  return whenAgreed(meeting, data.action, ({ owner, done }) =>
    ok(
      done
        ? []
        : [
            { type: 'ActionDone', data: { ...data, mentorship, owner } },
            ...(note ? [{ type: 'ActionNoted' as const, data: { ...data, mentorship, by, owner, note } }] : []),
          ],
    ),
  );
}

/** Either of the two may say how it went: they talk about it together. */
export function noteAction({ data, by }: Given<'NoteAction'>, meeting: Booked): Decision {
  return whenAgreed(meeting, data.action, ({ owner }) =>
    ok([{ type: 'ActionNoted', data: { ...data, mentorship: meeting.mentorship, by, owner } }]),
  );
}

export function reopenAction({ data }: Given<'ReopenAction'>, meeting: Booked): Decision {
  return whenAgreed(meeting, data.action, ({ owner, done, dropped }) =>
    ok(done || dropped ? [{ type: 'ActionReopened', data: { ...data, mentorship: meeting.mentorship, owner } }] : []),
  );
}

export function dropAction({ data }: Given<'DropAction'>, meeting: Booked): Decision {
  return whenAgreed(meeting, data.action, ({ owner, done, dropped }) =>
    ok(done || dropped ? [] : [{ type: 'ActionDropped', data: { ...data, mentorship: meeting.mentorship, owner } }]),
  );
}

/** [R9] One keeps what one took on oneself. */
export function keepAction({ data, by }: Given<'KeepAction'>, meeting: Booked): Decision {
  return whenAgreed(meeting, data.action, ({ owner, done, kept }) => {
    if (owner !== by) return refuse({ code: 'MEETING.ACTION_OF_ANOTHER' });
    return ok(done || kept ? [] : [{ type: 'ActionKept', data: { ...data, mentorship: meeting.mentorship, owner } }]);
  });
}

/** What one took on oneself, one links oneself. */
export function linkAction({ data, by }: Given<'LinkAction'>, meeting: Booked): Decision {
  return whenAgreed(meeting, data.action, ({ owner, statements }) => {
    if (owner !== by) return refuse({ code: 'MEETING.ACTION_OF_ANOTHER' });
    if (!areStatements(data.statements)) return refuse({ code: 'STANDARD.UNKNOWN', field: 'statements' });
    const same = sameStatements(statements, data.statements);
    return ok(same ? [] : [{ type: 'ActionLinked', data: { ...data, mentorship: meeting.mentorship, owner } }]);
  });
}

type Action = Booked['actions'] extends ReadonlyMap<ActionId, infer A> ? A : never;

function whenAgreed({ actions }: Booked, id: ActionId, then: (action: Action) => Decision): Decision {
  const action = actions.get(id);
  return action ? then(action) : refuse({ code: 'MEETING.ACTION_NOT_FOUND' });
}
