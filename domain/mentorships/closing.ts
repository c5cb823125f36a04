import type { Day, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { ok, refuse } from '../kernel/result.js';
import { countedAgain, fullTimeFrom } from '../uk/answer-time.js';
import { addDays } from '../uk/days.js';
import { TELLING, type ClosingReason, type MentorshipEvent } from './mentorship.events.js';
import type { MentorshipFacts } from './mentorship.facts.js';
import type { Closing, Completion, Decision, Of, Started } from './mentorship.state.js';
import { QUIET_LIMIT_DAYS } from './silence.js';

type ClosingCommand = 'ProposeClosing' | 'DeclineClosing' | 'LiftClosing' | 'MoveClosingDay' | 'CloseMentorship';

/** [R8] A pair is asked whether it continues: either of the two continues or ends it, or lets the days pass. */
export function closing(command: Of<ClosingCommand>, mentorship: Started, facts: MentorshipFacts): Decision {
  switch (command.type) {
    case 'ProposeClosing':
      return command.by === HUB ? ask(command, mentorship, facts) : propose(command, mentorship, facts);
    case 'DeclineClosing':
      // The other may have been quicker: what this person wants is so.
      return ok(mentorship.closing ? [continued(command), ...settled(command, mentorship)] : []);
    case 'LiftClosing':
      return ok(mentorship.closing ? [{ type: 'ClosingLifted', data: command.data }] : []);
    case 'MoveClosingDay':
      return ok(mentorship.closing ? movedDay(command, mentorship.closing, facts) : []);
    case 'CloseMentorship':
      return closeInTime(command, mentorship, facts);
  }
}

function propose(command: Of<'ProposeClosing'>, mentorship: Started, facts: MentorshipFacts): Decision {
  const { on } = command;
  if (mentorship.closing) return ok([]);
  if (mentorship.paused) return refuse({ code: 'MENTORSHIP.PAUSED', facts: { reader: 'coordinator' } });
  const again = mentorship.continuedOn && addDays(mentorship.continuedOn, QUIET_LIMIT_DAYS);
  if (again && on < again) return refuse({ code: 'MENTORSHIP.CONTINUES', facts: { again } });
  // Whether one of them suggested completing plays no part: a refusal would tell of it (R6).
  if (!facts.silent) return refuse({ code: 'MENTORSHIP.NOT_SILENT' });
  return ok([proposed(command, mentorship, facts, 'not-meeting')]);
}

/**
 * The mentor has left and the mentee has another: both are asked. The hub never asks a mentor who has not left, because that would reveal
 * the other (R6).
 */
function ask(command: Of<'ProposeClosing'>, mentorship: Started, facts: MentorshipFacts): Decision {
  const { closing: open, paused, completion, needsHandover } = mentorship;
  const asks = needsHandover && !open && !paused && !completion;
  return ok(asks ? [proposed(command, mentorship, facts, 'mentor-left')] : []);
}

function proposed(
  { data, by, on }: Of<'ProposeClosing'>,
  { participants }: Started,
  { time }: MentorshipFacts,
  because: ClosingReason,
): MentorshipEvent {
  const { answerBy, counted } = fullTimeFrom(on, time);
  return { type: 'ClosingProposed', data: { ...data, participants, by, because, continueBy: answerBy, counted } };
}

/** Continuing with a mentor who has left says that the two carry on. */
const settled = ({ data: { mentorship }, by }: Of<'DeclineClosing'>, { needsHandover }: Started): readonly MentorshipEvent[] =>
  needsHandover ? [{ type: 'HandoverSettled', data: { mentorship, by } }] : [];

/** The mentor belongs where the mentee does again: nothing is to be handed over, nor asked because they had left. */
export function mentorBack({ data }: Of<'SettleHandover'>, { needsHandover, closing: open }: Started): readonly MentorshipEvent[] {
  if (!needsHandover) return [];
  const settledByHub: MentorshipEvent = { type: 'HandoverSettled', data: { ...data, by: HUB, because: 'mentor-back' } };
  return open?.because === 'mentor-left'
    ? [settledByHub, { type: 'ClosingLifted', data: { mentorship: data.mentorship, why: 'mentor-back' } }]
    : [settledByHub];
}

/** The clock may be late, and the pair may have met or booked a moment ago. */
function closeInTime(command: Of<'CloseMentorship'>, mentorship: Started, facts: MentorshipFacts): Decision {
  if (!mentorship.closing) return ok([]);
  if (command.on <= mentorship.closing.continueBy) return refuse({ code: 'MENTORSHIP.NOT_DUE' });
  const { data } = command;
  const { because } = mentorship.closing;
  // Completing has its own days, and ends it by the word of both.
  if (mentorship.completion) return ok([]);
  if (because === 'not-meeting' && !facts.silent) return ok([{ type: 'ClosingLifted', data: { ...data, why: 'met' } }]);
  if (command.on <= countedDay(mentorship.closing, facts)) return ok(movedDay(command, mentorship.closing, facts));
  const { participants } = mentorship;
  return ok([{ type: 'MentorshipEnded', data: { ...data, participants, by: HUB, reason: '', wantsAnother: false, because } }]);
}

function movedDay(
  { data: { mentorship } }: Of<'MoveClosingDay' | 'CloseMentorship'>,
  before: Closing,
  facts: MentorshipFacts,
): readonly MentorshipEvent[] {
  const continueBy = countedDay(before, facts);
  return continueBy === before.continueBy ? [] : [{ type: 'ClosingDayMoved', data: { mentorship, continueBy } }];
}

const countedDay = ({ continueBy, counted }: Closing, { time }: MentorshipFacts): Day =>
  countedAgain({ remindOn: continueBy, answerBy: continueBy }, counted, time).answerBy;

const continued = ({ data: { mentorship }, by, on }: { data: Of<'DeclineClosing'>['data']; by: PersonId; on: Day }): MentorshipEvent => ({
  type: 'ClosingDeclined',
  data: { mentorship, by, on },
});

/** What one of the two does to go on together says that they continue, before it happens: no end that was suggested comes by itself any more. */
export function continues(command: GoingOn, mentorship: Started, decision: Decision): Decision {
  const { completion } = mentorship;
  const open = decision.ok && completion ? ok([notYet(command, completion), ...decision.value]) : decision;
  return repliesToClosing(command, mentorship, open);
}

/** A pair that proposes or declines completing is active: both are there. */
export const repliesToClosing = (command: GoingOn, mentorship: Started, decision: Decision): Decision =>
  decision.ok && mentorship.closing ? ok([continued(command), ...decision.value]) : decision;

const REPLIES = ['ClosingDeclined', 'CompletionDeclined', 'CompletionWithdrawn'] as const;
type Reply = Extract<MentorshipEvent, { type: (typeof REPLIES)[number] }>;
const isReply = (event: MentorshipEvent): event is Reply => REPLIES.some((type) => type === event.type);
type Telling = Extract<MentorshipEvent, { type: (typeof TELLING)[number] }>;
const tells = (event: MentorshipEvent): event is Telling => TELLING.some((type) => type === event.type);

/** One act, one notice: a reply beside what was done names the event that tells of both. */
export function toldOnce(events: readonly MentorshipEvent[]): readonly MentorshipEvent[] {
  const last = events.findLast(tells);
  if (!last || !events.some((event) => event !== last && isReply(event))) return events;
  return events.map((event) => {
    if (event !== last) return isReply(event) ? within(event, last.type) : event;
    return last.type === 'AgreementProposed' ? { ...last, data: { ...last.data, goesOn: true } } : last;
  });
}

// The union is closed, and each of its events has the field.
const within = (event: Reply, type: Telling['type']): MentorshipEvent =>
  ({ ...event, data: { ...event.data, within: type } }) as MentorshipEvent;

/** What settles a suggestion to end a pair: the last of them in a decision says who suggested it. */
type Settling = Extract<
  MentorshipEvent,
  { type: 'ClosingDeclined' | 'ClosingLifted' | 'MentorshipPaused' | 'MentorshipCompleted' | 'MentorshipEnded' }
>;
const SETTLING: ReadonlySet<string> = new Set<Settling['type']>([
  'ClosingDeclined',
  'ClosingLifted',
  'MentorshipPaused',
  'MentorshipCompleted',
  'MentorshipEnded',
]);
const settles = (event: MentorshipEvent): event is Settling => SETTLING.has(event.type);

/** The events of a decision, of which the one that settles an open suggestion names the coordinator who made it. */
export function toldTo(askedBy: PersonId, events: readonly MentorshipEvent[]): readonly MentorshipEvent[] {
  const last = events.findLastIndex(settles);
  return events.map((event, at) => (at === last && settles(event) ? named(event, askedBy) : event));
}

// The union is closed, and each of its events has the field.
const named = (event: Settling, askedBy: PersonId): MentorshipEvent => ({ ...event, data: { ...event.data, askedBy } }) as MentorshipEvent;

interface GoingOn {
  readonly data: Of<'DeclineClosing'>['data'];
  readonly by: PersonId;
  readonly on: Day;
}

/** The proposer withdraws it; the other says “not yet”. */
const notYet = ({ data: { mentorship }, by }: GoingOn, completion: Completion): MentorshipEvent => ({
  type: completion.by === by ? 'CompletionWithdrawn' : 'CompletionDeclined',
  data: { mentorship, by },
});
