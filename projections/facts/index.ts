import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Command } from '@alongside/domain/kernel/decider.js';
import type { AnyCommand, Category } from '@alongside/domain/protocol/registry.js';
import type { HubReader } from '../views/index.js';
import { gatherForCaseload } from './caseload.facts.js';
import { gatherForCredential } from './credential.facts.js';
import { gatherForGoals, gatherForGrowth } from './development.facts.js';
import type { Gather, Gathered } from './gather.js';
import { idInUse } from './id-in-use.js';
import { gatherForInstitution } from './institution.facts.js';
import { gatherForJoining } from './joining.facts.js';
import { gatherForMeeting } from './meeting.facts.js';
import { gatherForMentorship } from './mentorship.facts.js';
import { gatherForMessage } from './message.facts.js';
import { gatherForPerson } from './person.facts.js';

export { actorOf } from './actor.js';
export { concernsOf } from './concerns.js';
export type { Gather, Gathered } from './gather.js';

/** Signing in needs only its own stream. It concerns no institution, so no leader’s replay shows when a person was online. */
const nothing: Gather = () => ({ facts: undefined, institutions: [] });

const each = {
  institution: gatherForInstitution,
  person: gatherForPerson,
  caseload: gatherForCaseload,
  mentorship: gatherForMentorship,
  goals: gatherForGoals,
  growth: gatherForGrowth,
  meeting: gatherForMeeting,
  credential: gatherForCredential,
  signin: nothing,
  sessions: nothing,
  letter: nothing,
  notices: nothing,
  message: gatherForMessage,
  address: nothing,
  joining: gatherForJoining,
  suggestions: nothing,
  searches: nothing,
} satisfies Record<Category, unknown>;

/** How facts are gathered, by the category of the aggregate that decides. */
// Each takes the commands of its own aggregate, and the generic path hands it no others: a fact that the table cannot state.
export const gatherers = each as unknown as Readonly<Record<Category, Gather>>;

/** What a command's decision needs to know. Throws for an unknown aggregate. */
export function gather(aggregate: { readonly category: string }, command: Command, look: HubReader, through?: Position): Gathered {
  const found = Object.entries(gatherers).find(([category]) => category === aggregate.category);
  if (!found) throw new Error(`Nobody gathers facts for ${aggregate.category}.`);
  const own = found[1](command, look, through);
  return {
    facts: own.facts,
    get institutions() {
      return own.institutions;
    },
    get idInUse() {
      // It was read by the schema of its own type.
      return idInUse(command as AnyCommand, look);
    },
  };
}
