import type { MentorshipCommand } from '../mentorships/mentorship.commands.js';
import type { Mentorship } from '../mentorships/mentorship.decider.js';
import type { MentorshipFacts } from '../mentorships/mentorship.facts.js';
import type { Policies } from '../protocol/aggregate.js';
import { hasRole, isHub, type Actor } from './actor.js';
import { isOneOfTheTwo } from './who.js';

const byThePair = (actor: Actor, _command: unknown, mentorship: Mentorship): boolean =>
  mentorship.kind === 'started' && isOneOfTheTwo(actor, mentorship);

const byThePairOrHub = (actor: Actor, command: unknown, mentorship: Mentorship): boolean =>
  isHub(actor) || byThePair(actor, command, mentorship);

/** A coordinator where the mentee belongs, who is not one of the two and neither manages nor assesses the mentee. */
const byCoordinatorOfMentee = (
  actor: Actor,
  _command: unknown,
  mentorship: Mentorship,
  { menteeAt, managesMentee }: MentorshipFacts,
): boolean =>
  mentorship.kind === 'started' &&
  !isOneOfTheTwo(actor, mentorship) &&
  !managesMentee &&
  menteeAt.some(({ institution, trust }) => hasRole(actor, institution, 'coordinator', trust));

/**
 * A mentorship is the pair's own (R6): nobody above them starts, agrees, pauses or ends it. A coordinator may suggest an end to a pair that no
 * longer meets, and the two decide. The hub starts it once a request was accepted,
 * settles a hand-over once the mentor is back, pauses it when the mentor has come to appraise or assess the mentee, ends a pause on its day, completes what one proposed once the days have
 * passed, and ends it when one of the two was erased.
 */
export const mentorshipPolicies: Policies<MentorshipCommand, Mentorship, MentorshipFacts> = {
  StartMentorship: isHub,
  ProposeAgreement: byThePair,
  SignAgreement: byThePair,
  AskForReview: isHub,
  ReviewAgreement: byThePair,
  CheckFit: byThePair,
  PauseMentorship: byThePairOrHub,
  ResumeMentorship: byThePairOrHub,
  ProposeCompletion: byThePair,
  CompleteMentorship: byThePairOrHub,
  DeclineCompletion: byThePair,
  WithdrawCompletion: byThePair,
  RemindOfCompletion: isHub,
  MoveCompletionDay: isHub,
  ProposeClosing: (actor, command, mentorship, facts) => isHub(actor) || byCoordinatorOfMentee(actor, command, mentorship, facts),
  DeclineClosing: byThePair,
  LiftClosing: isHub,
  MoveClosingDay: isHub,
  CloseMentorship: isHub,
  AskForHelp: byThePair,
  NeedHandover: isHub,
  SettleHandover: byThePairOrHub,
  EndMentorship: byThePairOrHub,
};
