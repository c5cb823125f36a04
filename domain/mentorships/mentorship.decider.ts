import type { AgreementId, Day, PersonId } from '../kernel/brand.js';
import { HUB, type Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import type { MentorshipEvent, PauseReason } from './mentorship.events.js';
import type { MentorshipFacts } from './mentorship.facts.js';

export type MentorshipRefusal = Refusal<
  | 'MENTORSHIP.NOT_STARTED'
  | 'MENTORSHIP.ALREADY_STARTED'
  | 'MENTORSHIP.WITH_ONESELF'
  | 'MENTORSHIP.OVER'
  | 'MENTORSHIP.PAUSED'
  | 'MENTORSHIP.NOT_AGREED'
  | 'MENTORSHIP.NO_PROPOSAL'
  | 'MENTORSHIP.PROPOSAL_REPLACED'
  | 'MENTORSHIP.REVIEW_PAST'
  | 'MENTORSHIP.PAUSE_PAST'
  | 'MENTORSHIP.IN_REPORTING_LINE'
>;

/** Terms that wait for a second signature, or were signed by both. */
interface Agreement {
  readonly id: AgreementId;
  readonly signedBy: readonly PersonId[];
}

/** A mentorship that was started. */
export interface Started {
  readonly kind: 'started';
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  /** The newest proposal. An older agreement that both signed stays in force until this one is signed by both. */
  readonly agreement: Agreement | null;
  /** Both have signed at least once: the trial is over. */
  readonly agreed: boolean;
  readonly paused: { readonly until: Day | null; readonly why: PauseReason } | null;
  readonly over: { readonly how: 'completed' | 'ended'; readonly by: PersonId } | null;
}
export type Mentorship = { readonly kind: 'none' } | Started;

type Of<Type extends MentorshipCommand['type']> = Extract<MentorshipCommand, { type: Type }>;
type Decision = Result<readonly MentorshipEvent[], MentorshipRefusal>;

function decide(command: MentorshipCommand, mentorship: Mentorship, facts: MentorshipFacts): Decision {
  if (command.type === 'StartMentorship') return start(command, mentorship);
  if (mentorship.kind === 'none') return refuse({ code: 'MENTORSHIP.NOT_STARTED' });
  if (mentorship.over) return afterTheEnd(command, mentorship.over);
  switch (command.type) {
    case 'ProposeAgreement':
      return propose(command, mentorship);
    case 'SignAgreement':
      return sign(command, mentorship);
    case 'CheckFit':
      return ok([{ type: 'FitChecked', data: { ...command.data, by: command.by } }]);
    case 'PauseMentorship':
      return pause(command, mentorship, facts);
    case 'ResumeMentorship':
      return resume(command, mentorship, facts);
    case 'CompleteMentorship':
      return mentorship.agreed
        ? ok([{ type: 'MentorshipCompleted', data: { ...command.data, ...bothOf(mentorship), by: command.by } }])
        : refuse({ code: 'MENTORSHIP.NOT_AGREED' });
    case 'EndMentorship':
      return ok([{ type: 'MentorshipEnded', data: { ...command.data, ...bothOf(mentorship), by: command.by } }]);
  }
}

const bothOf = ({ mentor, mentee }: Started) => ({ mentor, mentee });

function start({ data }: Of<'StartMentorship'>, mentorship: Mentorship): Decision {
  if (data.mentor === data.mentee) return refuse({ code: 'MENTORSHIP.WITH_ONESELF' });
  if (mentorship.kind === 'none') return ok([{ type: 'MentorshipStarted', data }]);
  return mentorship.mentor === data.mentor && mentorship.mentee === data.mentee ? ok([]) : refuse({ code: 'MENTORSHIP.ALREADY_STARTED' });
}

/** The same end asked for again by the same side, or by the hub, is no refusal; everything else comes too late. */
function afterTheEnd(command: Exclude<MentorshipCommand, Of<'StartMentorship'>>, over: NonNullable<Started['over']>): Decision {
  const again = command.by === over.by || command.by === HUB;
  const same =
    (command.type === 'CompleteMentorship' && over.how === 'completed') || (command.type === 'EndMentorship' && over.how === 'ended');
  return again && same ? ok([]) : refuse({ code: 'MENTORSHIP.OVER' });
}

function propose({ data, by, on }: Of<'ProposeAgreement'>, mentorship: Started): Decision {
  if (mentorship.agreement?.id === data.agreement) return ok([]);
  if (mentorship.paused) return refuse({ code: 'MENTORSHIP.PAUSED' });
  if (data.terms.reviewOn <= on) return refuse({ code: 'MENTORSHIP.REVIEW_PAST', field: 'terms.reviewOn' });
  const { mentorship: id, agreement, terms } = data;
  return ok([
    { type: 'AgreementProposed', data: { mentorship: id, agreement, by, terms } },
    { type: 'AgreementSigned', data: { mentorship: id, agreement, by } },
  ]);
}

function sign({ data, by }: Of<'SignAgreement'>, mentorship: Started): Decision {
  const { agreement } = mentorship;
  if (!agreement) return refuse({ code: 'MENTORSHIP.NO_PROPOSAL' });
  // What somebody signs is what they read: terms that were replaced meanwhile are not signed by accident.
  if (agreement.id !== data.agreement) return refuse({ code: 'MENTORSHIP.PROPOSAL_REPLACED' });
  if (agreement.signedBy.includes(by)) return ok([]);
  if (mentorship.paused) return refuse({ code: 'MENTORSHIP.PAUSED' });
  const signed: MentorshipEvent = { type: 'AgreementSigned', data: { ...data, by } };
  const signatures = new Set([...agreement.signedBy, by]);
  return signatures.has(mentorship.mentor) && signatures.has(mentorship.mentee)
    ? ok([signed, { type: 'MentorshipAgreed', data: { ...data, ...bothOf(mentorship) } }])
    : ok([signed]);
}

/** [R6] While the mentor appraises or assesses the mentee, a pause is for that reason and has no end of its own, whoever asks for it. */
function pause({ data, by, on }: Of<'PauseMentorship'>, { paused }: Started, { inReportingLine }: MentorshipFacts): Decision {
  // The hub pauses for this reason alone; by the time it comes to it, the line may have been lifted again.
  if (by === HUB && !inReportingLine) return ok([]);
  if (data.until !== null && data.until <= on) return refuse({ code: 'MENTORSHIP.PAUSE_PAST', field: 'until' });
  const why: PauseReason = inReportingLine ? 'reporting-line' : 'chosen';
  const until = inReportingLine ? null : data.until;
  if (paused?.until === until && paused.why === why) return ok([]);
  return ok([{ type: 'MentorshipPaused', data: { mentorship: data.mentorship, by, until, why } }]);
}

function resume({ data, by, on }: Of<'ResumeMentorship'>, { paused }: Started, { inReportingLine }: MentorshipFacts): Decision {
  if (!paused) return ok([]);
  // The hub's clock ends a pause on its day. It may come late: what was paused anew meanwhile, or without an end, goes on resting.
  if (by === HUB && (paused.until === null || paused.until > on)) return ok([]);
  if (inReportingLine) return refuse({ code: 'MENTORSHIP.IN_REPORTING_LINE' });
  return ok([{ type: 'MentorshipResumed', data: { ...data, by } }]);
}

function evolve(mentorship: Mentorship, event: MentorshipEvent): Mentorship {
  if (event.type === 'MentorshipStarted') {
    const { mentor, mentee } = event.data;
    return { kind: 'started', mentor, mentee, agreement: null, agreed: false, paused: null, over: null };
  }
  return mentorship.kind === 'none' ? mentorship : live(mentorship, event);
}

function live(mentorship: Started, event: Exclude<MentorshipEvent, { type: 'MentorshipStarted' }>): Started {
  switch (event.type) {
    case 'AgreementProposed':
      return { ...mentorship, agreement: { id: event.data.agreement, signedBy: [] } };
    case 'AgreementSigned': {
      const { agreement } = mentorship;
      return agreement ? { ...mentorship, agreement: { ...agreement, signedBy: [...agreement.signedBy, event.data.by] } } : mentorship;
    }
    case 'MentorshipAgreed':
      return { ...mentorship, agreed: true };
    case 'FitChecked':
      // Private to whoever answered: it decides nothing.
      return mentorship;
    case 'MentorshipPaused':
      return { ...mentorship, paused: { until: event.data.until, why: event.data.why } };
    case 'MentorshipResumed':
      return { ...mentorship, paused: null };
    case 'MentorshipCompleted':
      return { ...mentorship, paused: null, over: { how: 'completed', by: event.data.by } };
    case 'MentorshipEnded':
      return { ...mentorship, paused: null, over: { how: 'ended', by: event.data.by } };
  }
}

/** The life of one mentorship: a trial, an agreement that both sign, and an end that blames nobody (R8). */
export const mentorship: Decider<Mentorship, MentorshipCommand, MentorshipEvent, MentorshipRefusal, MentorshipFacts> = {
  initial: { kind: 'none' },
  decide,
  evolve,
};
