import { ok, refuse } from '../kernel/result.js';
import type { MentorshipFacts } from './mentorship.facts.js';
import type { Decision, Of, Started } from './mentorship.state.js';
import { othersThan } from './participants.js';
import { isTaught, taughtFrom } from './review-day.js';

/** The two look at what they agreed, on the day that they named: both carry on until another day, or one suggests a change, or they finish. */
export function reviewing(command: Of<'AskForReview' | 'ReviewAgreement'>, mentorship: Started, facts: MentorshipFacts): Decision {
  return command.type === 'AskForReview' ? ask(command, mentorship, facts) : carryOn(command, mentorship, facts);
}

/** Once for each day that was named, and on a school day. The clock may come late, or in a pause: then it comes again. */
function ask(
  { data, on }: Of<'AskForReview'>,
  { participants, inForce, paused, completion }: Started,
  { time }: MentorshipFacts,
): Decision {
  if (!inForce || inForce.asked || paused || completion || inForce.reviewOn > on || !isTaught(time.calendar, on)) return ok([]);
  return ok([{ type: 'ReviewAsked', data: { ...data, participants, reviewOn: inForce.reviewOn } }]);
}

/** What all have signed goes on as it is once all have said so. Another day than was named is a question back to the others. */
function carryOn({ data, by, on }: Of<'ReviewAgreement'>, { participants, inForce, paused }: Started, { time }: MentorshipFacts): Decision {
  if (!inForce) return refuse({ code: 'MENTORSHIP.NOTHING_TO_REVIEW' });
  // A person carries on with the agreement that they read.
  if (inForce.id !== data.agreement) return refuse({ code: 'MENTORSHIP.AGREEMENT_REPLACED' });
  if (inForce.reviewOn === data.reviewOn) return ok([]);
  if (paused) return refuse({ code: 'MENTORSHIP.PAUSED' });
  if (data.reviewOn <= on) return refuse({ code: 'MENTORSHIP.REVIEW_PAST', field: 'reviewOn' });
  const next = taughtFrom(time.calendar, data.reviewOn);
  if (next !== data.reviewOn) return refuse({ code: 'MENTORSHIP.REVIEW_IN_HOLIDAY', field: 'reviewOn', facts: { next } });
  const { answered } = inForce;
  const before = answered?.reviewOn === data.reviewOn ? answered.by : [];
  if (before.includes(by)) return ok([]);
  const isLast = othersThan(participants, by).every((person) => before.includes(person));
  return ok([{ type: isLast ? 'AgreementReviewed' : 'ReviewAnswered', data: { ...data, by } }]);
}
