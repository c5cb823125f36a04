import type { MentorshipCommand } from '../mentorships/mentorship.commands.js';
import type { Mentorship } from '../mentorships/mentorship.decider.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import { isOneOfTheTwo } from './who.js';

const byThePair = (actor: Actor, _command: unknown, mentorship: Mentorship): boolean =>
  mentorship.kind === 'started' && isOneOfTheTwo(actor, mentorship);

const byThePairOrHub = (actor: Actor, command: unknown, mentorship: Mentorship): boolean =>
  isHub(actor) || byThePair(actor, command, mentorship);

/**
 * A mentorship is the pair's own (R6): nobody above them starts, agrees, pauses or ends it. The hub starts it once a request was accepted,
 * pauses it when the mentor has come to appraise or assess the mentee, ends a pause on its day, completes what one proposed once the days have
 * passed, and ends it when one of the two was erased.
 */
export const mentorshipPolicies: Policies<MentorshipCommand, Mentorship, unknown> = {
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
  AskForHelp: byThePair,
  NeedHandover: isHub,
  SettleHandover: byThePair,
  EndMentorship: byThePairOrHub,
};
