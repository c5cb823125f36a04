import type { PersonId, RecordId } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { JoiningCommand } from './joining.commands.js';
import type { JoiningEvent } from './joining.events.js';
import type { JoiningFacts } from './joining.facts.js';
import { isUnread, unreadFrom, withoutCodeFrom, type Unread } from './without-code.js';

export type JoiningRefusal = Refusal<
  | 'JOINING.SAME_RECORD'
  | 'JOINING.RECORD_NOT_FOUND'
  | 'JOINING.THEY_MENTOR'
  | 'JOINING.THEY_ASKED'
  | 'JOINING.ONE_MANAGES'
  | 'JOINING.WITH_THE_SAME'
  | 'JOINING.ASKED_ELSEWHERE'
  | 'JOINING.NEEDS_CODE'
  | 'JOINING.TOO_EARLY'
  | 'JOINING.NOTHING_TO_DECLINE'
  | 'JOINING.NOT_JOINED'
>;

export type Joining =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly askedBy: PersonId; readonly kept: PersonId; readonly joined: PersonId; readonly unread?: Unread }
  | { readonly kind: 'joined'; readonly person: PersonId; readonly joined: RecordId; readonly left: boolean };

type Of<Type extends JoiningCommand['type']> = Extract<JoiningCommand, { type: Type }>;
type Decision = Result<readonly JoiningEvent[], JoiningRefusal>;

function decide(command: JoiningCommand, state: Joining, facts: JoiningFacts): Decision {
  switch (command.type) {
    case 'ProposeJoining':
      return propose(command, state, facts);
    case 'DeclineJoining': {
      if (state.kind !== 'asked') return refuse({ code: 'JOINING.NOTHING_TO_DECLINE' });
      const { kept, joined, askedBy } = state;
      return ok([{ type: 'JoiningDeclined', data: { kept, joined, by: command.by, askedBy } }]);
    }
    case 'JoinRecords':
      return join(command, state, facts);
    case 'LeaveFurtherAddress':
      if (state.kind !== 'joined') return refuse({ code: 'JOINING.NOT_JOINED' });
      return ok(state.left ? [] : [{ type: 'FurtherAddressLeft', data: { person: state.person, joined: state.joined } }]);
  }
}

function propose({ data, by, at }: Of<'ProposeJoining'>, state: Joining, facts: JoiningFacts): Decision {
  const { record, other, unread } = data;
  const two = twoOf(data, facts);
  if (!two.ok) return two;
  if (unread !== undefined && unread !== record && unread !== other) return refuse({ code: 'JOINING.RECORD_NOT_FOUND', field: 'unread' });
  // Who vouches for a question of another, after one who may no longer, or after a wrong clock, asks it anew.
  const isAsked = state.kind === 'asked' && (unread === undefined || (isUnread(state, unread, at) && facts.voucher !== null));
  return ok(isAsked ? [] : [{ type: 'JoiningProposed', data: { ...two.value, by, ...(unread && { unread: unreadFrom(unread, at) }) } }]);
}

function join({ data, at }: Of<'JoinRecords'>, state: Joining, facts: JoiningFacts): Decision {
  if (state.kind === 'joined') return ok([]);
  if (data.withoutCode) {
    const from = state.kind === 'asked' ? withoutCodeFrom(state, { other: data.other, voucher: facts.voucher }) : undefined;
    if (from === undefined) return refuse({ code: 'JOINING.NEEDS_CODE' });
    if (at < from) return refuse({ code: 'JOINING.TOO_EARLY' });
  }
  // Asked about another record by an administrator, or not: the person has proven that both are theirs.
  const two = twoOf(data, { ...facts, askedElsewhere: false });
  if (!two.ok) return two;
  const { kept, joined } = two.value;
  const belongs = facts.belongs.map(({ roles, ...one }) => ({ ...one, roles: [...roles] }));
  const { asOf } = data;
  const asked = { ...(asOf !== undefined && { asOf }), ...(state.kind === 'asked' && { askedBy: state.askedBy }) };
  return ok([{ type: 'RecordsJoined', data: { person: kept, joined: joined as string as RecordId, belongs, ...asked } }]);
}

/** Which of the two is kept, or why they cannot be one. */
function twoOf(
  { record, other }: Of<'ProposeJoining'>['data'],
  { older, between, withTheSame, askedElsewhere }: JoiningFacts,
): Result<{ readonly kept: PersonId; readonly joined: PersonId }, JoiningRefusal> {
  if (record === other) return refuse({ code: 'JOINING.SAME_RECORD', field: 'other' });
  if (older === null) return refuse({ code: 'JOINING.RECORD_NOT_FOUND', field: 'other' });
  if (between === 'mentorship') return refuse({ code: 'JOINING.THEY_MENTOR' });
  if (between === 'request') return refuse({ code: 'JOINING.THEY_ASKED' });
  if (between === 'reporting-line') return refuse({ code: 'JOINING.ONE_MANAGES' });
  if (withTheSame) return refuse({ code: 'JOINING.WITH_THE_SAME' });
  if (askedElsewhere) return refuse({ code: 'JOINING.ASKED_ELSEWHERE' });
  return ok({ kept: older, joined: older === record ? other : record });
}

function evolve(state: Joining, event: JoiningEvent): Joining {
  switch (event.type) {
    case 'JoiningProposed': {
      const { kept, joined, by: askedBy, unread } = event.data;
      return { kind: 'asked', kept, joined, askedBy, ...(unread && { unread }) };
    }
    case 'JoiningDeclined':
      return { kind: 'none' };
    case 'RecordsJoined': {
      const { person, joined } = event.data;
      return { kind: 'joined', person, joined, left: false };
    }
    case 'FurtherAddressLeft':
      return state.kind === 'joined' ? { ...state, left: true } : state;
  }
}

/** Whether two records are one person's: proposed by an administrator of both, and done by the person alone: with a code, or vouched for. */
export const joining: Decider<Joining, JoiningCommand, JoiningEvent, JoiningRefusal, JoiningFacts> = {
  initial: { kind: 'none' },
  decide,
  evolve,
};
