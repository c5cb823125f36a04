import type { MentorshipCommand } from '../mentorships/mentorship.commands.js';
import type { Mentorship } from '../mentorships/mentorship.decider.js';
import type { MentorshipFacts } from '../mentorships/mentorship.facts.js';
import type { Policies } from '../protocol/aggregate.js';
import { hasRole, isHub, type Actor } from './actor.js';
import { participates } from './who.js';

const byThePair = (actor: Actor, _command: unknown, mentorship: Mentorship): boolean =>
  mentorship.kind === 'started' && participates(actor, mentorship.participants);

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
  !participates(actor, mentorship.participants) &&
  !managesMentee &&
  menteeAt.some(({ institution, trust }) => hasRole(actor, institution, 'coordinator', trust));

/**
 * A mentorship belongs to its pair (R6). A coordinator may suggest an end; the hub starts it and does what falls due. No role above them
 * acts in it.
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
  SayMenteeLeft: isHub,
  SettleHandover: byThePairOrHub,
  EndMentorship: byThePairOrHub,
};
