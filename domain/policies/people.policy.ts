import type { PersonCommand } from '../people/person.commands.js';
import type { PersonFacts } from '../people/person.facts.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import { mayChangeEmailOf } from './addresses.policy.js';
import { administers, coordinates, is, runsHub, selfOrHub } from './who.js';

const oneself = (actor: Actor, { data }: PersonCommand): boolean => is(actor, data.person);
/** Oneself, or the hub: an import carries what a school already holds about its staff. */
const oneselfOrImport = (actor: Actor, { data }: PersonCommand): boolean => selfOrHub(actor, data.person);

/**
 * A profile belongs to its owner. Invitations come from the institution’s coordinators or administrators. Focus areas, whom they
 * are shown to, and exclusions are the owner’s alone, even before administrators.
 */
export const personPolicies: Policies<PersonCommand, unknown, PersonFacts> = {
  // An invitation that tells of a role comes from those who may grant it.
  InvitePerson: (actor, { data }, _person, facts) => (data.role ? administers : coordinates)(actor, data.institution, facts.trust),
  // Until they have signed in, those who may correct their address may correct their name. Then it is its owner’s.
  RenamePerson: (actor, { data }, _person, facts) =>
    selfOrHub(actor, data.person) || (facts.awaited && mayChangeEmailOf(actor, data.person, facts.memberships)),
  // The hub changes it for its owner, who has proven the new one to it.
  ChangeEmail: (actor, { data }, _person, facts) => isHub(actor) || mayChangeEmailOf(actor, data.person, facts.memberships),
  GiveUpAddress: isHub,
  DescribeProfile: oneselfOrImport,
  DeclareExpertise: oneselfOrImport,
  SetAims: oneself,
  SetAvailability: oneself,
  SetPreferences: oneself,
  OfferMentoring: oneself,
  PauseMentoring: oneself,
  // The hub's clock ends a pause on the day that its owner named.
  ResumeMentoring: (actor, { data }) => selfOrHub(actor, data.person),
  WithdrawMentoring: oneself,
  SetVisibility: oneself,
  SetOpenToOffers: oneself,
  ExcludePerson: oneself,
  LiftExclusion: oneself,
  ErasePerson: (actor, { data }) => is(actor, data.person) || runsHub(actor),
};
