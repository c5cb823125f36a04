import { HUB, type Decider } from '../kernel/decider.js';
import { digestOf } from '../kernel/digest.js';
import { ok, refuse } from '../kernel/result.js';
import { isSame } from '../kernel/same.js';
import { changedTerms } from './changed-terms.js';
import { TO_ONE_PERSON_LIMIT_A_DAY } from '../messages/daily-limit.js';
import { closing, continues, mentorBack, repliesToClosing, toldOnce, toldTo } from './closing.js';
import { completing } from './completing.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import type { MentorshipEvent, PauseReason } from './mentorship.events.js';
import type { MentorshipFacts } from './mentorship.facts.js';
import { asParticipants } from './participants.js';
import { taughtFrom } from './review-day.js';
import { reviewing } from './reviewing.js';
import {
  evolve,
  knownTerms,
  type Decision,
  type KnownTerms,
  type Mentorship,
  type MentorshipRefusal,
  type Of,
  type Over,
  type Started,
} from './mentorship.state.js';

export type { Mentorship, MentorshipRefusal, Started } from './mentorship.state.js';

/** The coordinator who suggested an end is told the outcome by the event that settles it. */
function decide(command: MentorshipCommand, mentorship: Mentorship, facts: MentorshipFacts): Decision {
  const decision = decided(command, mentorship, facts);
  if (!decision.ok) return decision;
  const open = mentorship.kind === 'started' && mentorship.closing !== null;
  const events = toldOnce(decision.value);
  return ok(open && facts.mayHear ? toldTo(facts.mayHear, events) : events);
}

function decided(command: MentorshipCommand, mentorship: Mentorship, facts: MentorshipFacts): Decision {
  if (command.type === 'StartMentorship') return start(command, mentorship);
  if (mentorship.kind === 'none') return refuse({ code: 'MENTORSHIP.NOT_STARTED' });
  // A mentee who lost a mentor may need a coordinator most.
  if (command.type === 'AskForHelp') return askForHelp(command, facts);
  if (mentorship.over) return afterTheEnd(command, mentorship.over);
  switch (command.type) {
    case 'ProposeAgreement':
      return continues(command, mentorship, propose(command, mentorship, facts));
    case 'SignAgreement':
      return continues(command, mentorship, sign(command, mentorship));
    case 'AskForReview':
      return reviewing(command, mentorship, facts);
    case 'ReviewAgreement':
      return continues(command, mentorship, reviewing(command, mentorship, facts));
    case 'CheckFit':
      return ok([{ type: 'FitChecked', data: { ...command.data, by: command.by } }]);
    case 'PauseMentorship':
      return pause(command, mentorship, facts);
    case 'ResumeMentorship':
      return resume(command, mentorship, facts);
    case 'ProposeCompletion':
    case 'DeclineCompletion':
      return repliesToClosing(command, mentorship, completing(command, mentorship, facts));
    case 'CompleteMentorship':
    case 'WithdrawCompletion':
    case 'RemindOfCompletion':
    case 'MoveCompletionDay':
      return completing(command, mentorship, facts);
    case 'ProposeClosing':
    case 'DeclineClosing':
    case 'LiftClosing':
    case 'MoveClosingDay':
    case 'CloseMentorship':
      return closing(command, mentorship, facts);
    case 'NeedHandover':
      return ok(
        mentorship.needsHandover ? [] : [{ type: 'HandoverNeeded', data: { ...command.data, participants: mentorship.participants } }],
      );
    case 'SayMenteeLeft':
      return ok([{ type: 'MenteeLeft', data: { ...command.data, participants: mentorship.participants } }]);
    case 'SettleHandover':
      if (command.by === HUB) return ok(mentorBack(command, mentorship));
      return continues(
        command,
        mentorship,
        ok(mentorship.needsHandover ? [{ type: 'HandoverSettled', data: { mentorship: command.data.mentorship, by: command.by } }] : []),
      );
    case 'EndMentorship':
      return ok([{ type: 'MentorshipEnded', data: { ...command.data, participants: mentorship.participants, by: command.by } }]);
  }
}

function start({ data }: Of<'StartMentorship'>, mentorship: Mentorship): Decision {
  const { mentor, mentee, ...rest } = data;
  if (mentor === mentee) return refuse({ code: 'MENTORSHIP.WITH_ONESELF' });
  const participants = asParticipants({ mentor, mentee });
  if (mentorship.kind === 'none') return ok([{ type: 'MentorshipStarted', data: { ...rest, participants } }]);
  return isSame({ participants, request: rest.request }, { participants: mentorship.participants, request: mentorship.request })
    ? ok([])
    : refuse({ code: 'MENTORSHIP.ALREADY_STARTED' });
}

/** The end that is asked for has already happened: completing is by both, ending early by one. The hub’s clock may be late. */
function afterTheEnd(command: Exclude<MentorshipCommand, Of<'StartMentorship' | 'AskForHelp'>>, over: Over): Decision {
  if (command.by === HUB) return ok([]);
  if (command.type === 'ProposeClosing') return refuse({ code: 'MENTORSHIP.OVER', facts: { reader: 'coordinator' } });
  if (over.how === 'completed') {
    const completes = command.type === 'CompleteMentorship' || command.type === 'ProposeCompletion';
    return completes ? ok([]) : refuse({ code: 'MENTORSHIP.OVER' });
  }
  if (command.type !== 'EndMentorship' || command.by !== over.by) return refuse({ code: 'MENTORSHIP.OVER' });
  const { reason, wantsAnother } = command.data;
  return over.reason === digestOf(reason) && over.wantsAnother === wantsAnother ? ok([]) : refuse({ code: 'MENTORSHIP.ALREADY_ENDED' });
}

/** Each sends an email: the limit of a day is that of messages, which count as well. */
function askForHelp({ data, by }: Of<'AskForHelp'>, { mayHelp, writtenToday }: MentorshipFacts): Decision {
  if (!mayHelp) return refuse({ code: 'MENTORSHIP.NO_HELP_FROM_THEM', field: 'coordinator' });
  return writtenToday < TO_ONE_PERSON_LIMIT_A_DAY
    ? ok([{ type: 'HelpAsked', data: { ...data, by } }])
    : refuse({ code: 'MESSAGE.TOO_MANY_TODAY', facts: { limit: TO_ONE_PERSON_LIMIT_A_DAY } });
}

function propose({ data, by, on }: Of<'ProposeAgreement'>, mentorship: Started, { time }: MentorshipFacts): Decision {
  const before = mentorship.agreement;
  const known = knownTerms(data.terms);
  if (before?.id === data.agreement)
    return isSame([before.by, before.terms], [by, known]) ? ok([]) : refuse({ code: 'MENTORSHIP.ALREADY_PROPOSED' });
  // A suggestion of the other that they have not read is answered by none of theirs.
  if (data.seen !== undefined && data.seen !== (before?.id ?? null)) return refuse({ code: 'MENTORSHIP.SUGGESTED_MEANWHILE' });
  if (mentorship.paused) return refuse({ code: 'MENTORSHIP.PAUSED' });
  if (data.terms.reviewOn <= on) return refuse({ code: 'MENTORSHIP.REVIEW_PAST', field: 'terms.reviewOn' });
  // Reviews are on school days of the mentee, never in a holiday.
  const next = taughtFrom(time.calendar, data.terms.reviewOn);
  if (next !== data.terms.reviewOn) return refuse({ code: 'MENTORSHIP.REVIEW_IN_HOLIDAY', field: 'terms.reviewOn', facts: { next } });
  const { mentorship: id, agreement, terms } = data;
  return ok([
    { type: 'AgreementProposed', data: { mentorship: id, agreement, by, terms, ...inPlaceOf(mentorship, known) } },
    { type: 'AgreementSigned', data: { mentorship: id, agreement, by } },
  ]);
}

/** The latest terms that the two have read: a suggestion that waits for a signature, else what both signed, with its latest review date. */
function inPlaceOf({ agreement, inForce }: Started, terms: KnownTerms) {
  if (!agreement) return {};
  const inEffect = inForce?.id === agreement.id;
  const before = inEffect ? { ...agreement.terms, reviewOn: inForce.reviewOn } : agreement.terms;
  return { ...(inEffect ? {} : { replaces: agreement.by }), changed: changedTerms(before, terms) };
}

function sign({ data, by }: Of<'SignAgreement'>, mentorship: Started): Decision {
  const { agreement } = mentorship;
  if (!agreement) return refuse({ code: 'MENTORSHIP.NO_PROPOSAL' });
  // A person signs what they read: terms that were replaced meanwhile are refused.
  if (agreement.id !== data.agreement) return refuse({ code: 'MENTORSHIP.PROPOSAL_REPLACED' });
  if (agreement.signedBy.includes(by)) return ok([]);
  if (mentorship.paused) return refuse({ code: 'MENTORSHIP.PAUSED' });
  const signed: MentorshipEvent = { type: 'AgreementSigned', data: { ...data, by } };
  const signatures = new Set([...agreement.signedBy, by]);
  return mentorship.participants.every(({ person }) => signatures.has(person))
    ? ok([
        signed,
        {
          type: 'MentorshipAgreed',
          data: { ...data, participants: mentorship.participants, ...(mentorship.agreed && { again: true as const }) },
        },
      ])
    : ok([signed]);
}

/**
 * [R6] While the mentor appraises or assesses the mentee, a pause is for that reason and has no end of its own, even if another person asks
 * for it.
 */
function pause({ data, by, on }: Of<'PauseMentorship'>, { paused, pauses }: Started, { inReportingLine }: MentorshipFacts): Decision {
  // The hub pauses for this reason alone; by the time it comes to it, the line may have been lifted again.
  if (by === HUB && !inReportingLine) return ok([]);
  if (data.until !== null && data.until <= on) return refuse({ code: 'MENTORSHIP.PAUSE_PAST', field: 'until' });
  const why: PauseReason = inReportingLine ? 'reporting-line' : 'chosen';
  const until = inReportingLine ? null : data.until;
  if (paused?.until === until && paused.why === why) return ok([]);
  if (paused && data.seen !== undefined && data.seen !== pauses) return refuse({ code: 'MENTORSHIP.PAUSED_MEANWHILE' });
  const cancel = data.cancel?.length ? { cancel: data.cancel } : {};
  return ok([{ type: 'MentorshipPaused', data: { mentorship: data.mentorship, by, until, why, ...cancel } }]);
}

function resume({ data, by, on }: Of<'ResumeMentorship'>, { paused, pauses }: Started, { inReportingLine }: MentorshipFacts): Decision {
  if (!paused) return ok([]);
  // The hub's clock ends a pause on its day. It may come late: what was paused anew meanwhile, or without an end, goes on resting.
  if (by === HUB && (paused.until === null || paused.until > on)) return ok([]);
  if (data.seen !== undefined && data.seen !== pauses) return refuse({ code: 'MENTORSHIP.PAUSED_MEANWHILE' });
  if (inReportingLine) return refuse({ code: 'MENTORSHIP.IN_REPORTING_LINE' });
  return ok([{ type: 'MentorshipResumed', data: { mentorship: data.mentorship, by } }]);
}

/** The life of one mentorship: a trial, an agreement that both sign, and an end without blame (R8). */
export const mentorship: Decider<Mentorship, MentorshipCommand, MentorshipEvent, MentorshipRefusal, MentorshipFacts> = {
  initial: { kind: 'none' },
  decide,
  evolve,
};
