import type { MeetingId, MentorshipId, ReflectionId } from '../kernel/brand.js';
import { byId, type ById } from '../kernel/by-id.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import { areStatements, sameStatements } from '../uk/frameworks/linked.js';
import type { GrowthCommand } from './growth.commands.js';
import type { GrowthEvent, SHARED_WITH } from './growth.events.js';
import { isOneOf, type GrowthFacts } from './growth.facts.js';

export type GrowthRefusal = Refusal<
  | 'STANDARD.UNKNOWN'
  | 'REFLECTION.ALREADY_WRITTEN'
  | 'REFLECTION.NOT_FOUND'
  | 'REFLECTION.NO_PAIR'
  | 'GROWTH.NOT_YOUR_MENTORSHIP'
  | 'PAIR.KEPT_APART'
>;

type SharedWith = (typeof SHARED_WITH)[number];

interface Reflection {
  readonly mentorship: MentorshipId | null;
  readonly with: SharedWith;
  readonly statements: readonly string[];
}

export interface Growth {
  readonly reflections: ById<ReflectionId, Reflection>;
  /** Meetings that have been credited: none is twice. */
  readonly credited: readonly MeetingId[];
}

type Decision = Result<readonly GrowthEvent[], GrowthRefusal>;

function decide(command: GrowthCommand, state: Growth, { pair }: GrowthFacts): Decision {
  switch (command.type) {
    case 'WriteReflection': {
      const { mentorship, reflection, person } = command.data;
      if (byId.has(state.reflections, reflection)) return refuse({ code: 'REFLECTION.ALREADY_WRITTEN' });
      if (mentorship !== null && !(pair && isOneOf(pair, person))) return refuse({ code: 'GROWTH.NOT_YOUR_MENTORSHIP' });
      return ok([{ type: 'ReflectionWritten', data: command.data }]);
    }
    case 'ReviseReflection':
      return whenWritten(state, command.data.reflection, ({ with: readers }) =>
        readers === 'pair' && pair?.keptApart
          ? refuse({ code: 'PAIR.KEPT_APART' })
          : ok([{ type: 'ReflectionRevised', data: command.data }]),
      );
    case 'LinkReflection':
      return whenWritten(state, command.data.reflection, ({ statements }) => {
        if (!areStatements(command.data.statements)) return refuse({ code: 'STANDARD.UNKNOWN', field: 'statements' });
        return ok(sameStatements(statements, command.data.statements) ? [] : [{ type: 'ReflectionLinked', data: command.data }]);
      });
    case 'ShareReflection':
      return whenWritten(state, command.data.reflection, (written) => share(command, written, pair));
    case 'RateSkill': {
      const { mentorship, person } = command.data;
      if (mentorship !== null && !(pair && isOneOf(pair, person))) return refuse({ code: 'GROWTH.NOT_YOUR_MENTORSHIP' });
      return ok([{ type: 'SkillRated', data: command.data }]);
    }
    case 'CreditCpd':
      return ok(state.credited.includes(command.data.meeting) ? [] : [{ type: 'CpdCredited', data: command.data }]);
    case 'WithdrawCpd':
      return ok(state.credited.includes(command.data.meeting) ? [{ type: 'CpdWithdrawn', data: command.data }] : []);
  }
}

function share(
  { data }: Extract<GrowthCommand, { type: 'ShareReflection' }>,
  { mentorship, with: before }: Reflection,
  pair: GrowthFacts['pair'],
): Decision {
  if (data.with === before) return ok([]);
  if (data.with === 'pair' && mentorship === null) return refuse({ code: 'REFLECTION.NO_PAIR', field: 'with' });
  if (data.with === 'pair' && pair?.keptApart) return refuse({ code: 'PAIR.KEPT_APART', field: 'with' });
  return ok([{ type: 'ReflectionShared', data: { ...data, mentorship } }]);
}

function whenWritten({ reflections }: Growth, id: ReflectionId, then: (reflection: Reflection) => Decision): Decision {
  const reflection = byId.get(reflections, id);
  return reflection ? then(reflection) : refuse({ code: 'REFLECTION.NOT_FOUND' });
}

function evolve(state: Growth, event: GrowthEvent): Growth {
  switch (event.type) {
    case 'ReflectionWritten': {
      const { reflection, mentorship, statements } = event.data;
      return { ...state, reflections: byId.with(state.reflections, reflection, { mentorship, with: 'nobody', statements }) };
    }
    case 'ReflectionShared': {
      const { reflection, mentorship, with: sharedWith } = event.data;
      const statements = byId.get(state.reflections, reflection)?.statements ?? [];
      return { ...state, reflections: byId.with(state.reflections, reflection, { mentorship, with: sharedWith, statements }) };
    }
    case 'ReflectionLinked': {
      const { reflection, statements } = event.data;
      const written = byId.get(state.reflections, reflection);
      return written ? { ...state, reflections: byId.with(state.reflections, reflection, { ...written, statements }) } : state;
    }
    case 'ReflectionRevised':
    case 'SkillRated':
      return state;
    case 'CpdCredited':
      return { ...state, credited: [...state.credited, event.data.meeting] };
    case 'CpdWithdrawn':
      return { ...state, credited: state.credited.filter((meeting) => meeting !== event.data.meeting) };
  }
}

/** A person’s own growth. A reflection is nobody else’s until its author says so, and can be taken back. */
export const growth: Decider<Growth, GrowthCommand, GrowthEvent, GrowthRefusal, GrowthFacts> = {
  initial: { reflections: {}, credited: [] },
  decide,
  evolve,
};
