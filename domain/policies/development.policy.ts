import type { GoalsCommand } from '../development/goals.commands.js';
import type { GrowthCommand } from '../development/growth.commands.js';
import type { Participants } from '../mentorships/participants.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import { is, participates } from './who.js';

/** What a policy needs to know of the mentorship that a command belongs to. */
export interface PairFacts {
  readonly pair: { readonly participants: Participants } | null;
}

const byThePair = (actor: Actor, _command: unknown, _state: unknown, facts: PairFacts): boolean =>
  participates(actor, facts.pair?.participants);

/** Goals and feedback are the pair's own (R6): no role opens them. */
export const goalsPolicies: Policies<GoalsCommand, unknown, PairFacts> = {
  AgreeGoal: byThePair,
  PlanStep: byThePair,
  RecordProgress: byThePair,
  ReopenStep: byThePair,
  AchieveGoal: byThePair,
  ChangeGoalDay: byThePair,
  SetGoalAside: byThePair,
  CarryOnGoal: byThePair,
  GiveFeedback: byThePair,
  LinkGoal: byThePair,
  LinkFeedback: byThePair,
};

const byThePersonThemself = (actor: Actor, { data }: GrowthCommand): boolean => is(actor, data.person);

/** A person’s growth is theirs alone. Only credit for time comes from the hub: it is counted, not typed (R10). */
export const growthPolicies: Policies<GrowthCommand, unknown, unknown> = {
  WriteReflection: byThePersonThemself,
  ReviseReflection: byThePersonThemself,
  ShareReflection: byThePersonThemself,
  LinkReflection: byThePersonThemself,
  RateSkill: byThePersonThemself,
  CreditCpd: isHub,
  WithdrawCpd: isHub,
};
