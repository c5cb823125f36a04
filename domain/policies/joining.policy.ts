import type { PersonId } from '../kernel/brand.js';
import type { JoiningCommand } from '../joining/joining.commands.js';
import type { Joining } from '../joining/joining.decider.js';
import type { JoiningFacts, PlaceOfRecord } from '../joining/joining.facts.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import { mayChangeEmailOf } from './addresses.policy.js';
import { administers, coordinates, is, runsHub } from './who.js';

const administersOneOf = (actor: Actor, places: readonly PlaceOfRecord[]): boolean =>
  places.some(({ institution, trust }) => administers(actor, institution, trust));

/** Whether an actor administers both records, where each belongs or belonged: only they may know of both. */
export const mayProposeJoining = (actor: Actor, { recordAt, otherAt }: Pick<JoiningFacts, 'recordAt' | 'otherAt'>): boolean =>
  runsHub(actor) || (administersOneOf(actor, recordAt) && administersOneOf(actor, otherAt));

/** Whether an actor may say that a record’s mailbox is not read: who may change its address, or administers every place that it left. */
export function mayVouch(
  actor: Actor,
  { record, other, unread }: { readonly record: PersonId; readonly other: PersonId; readonly unread: PersonId },
  facts: Pick<JoiningFacts, 'recordAt' | 'otherAt' | 'unreadAt'>,
): boolean {
  if (is(actor, record) || is(actor, other) || !mayProposeJoining(actor, facts)) return false;
  const was = unread === record ? facts.recordAt : facts.otherAt;
  const administersAll = was.length > 0 && was.every((place) => administersOneOf(actor, [place]));
  return mayChangeEmailOf(actor, unread, facts.unreadAt) || (facts.unreadAt.length === 0 && administersAll);
}

/** Whether an actor may know that a record belongs, or belonged, somewhere: a school that it left does not learn where it went. */
export const maySeePlace = (actor: Actor, place: PlaceOfRecord): boolean => runsHub(actor) || administersOneOf(actor, [place]);

/** Whether an actor may read that a record is, or was, on the list of members of a place: who keeps that list. */
export const mayReadListOf = (actor: Actor, { institution, trust }: PlaceOfRecord): boolean => coordinates(actor, institution, trust);

/** Who asked may take it back for good, whatever they administer by then. */
const asked = (actor: Actor, state: Joining): boolean => state.kind === 'asked' && is(actor, state.askedBy);

/**
 * An administrator of both proposes, and may vouch; the person alone joins them, through the hub. Either record, such an administrator, or who asked
 * says no.
 */
export const joiningPolicies: Policies<JoiningCommand, Joining, JoiningFacts> = {
  ProposeJoining: (actor, { data: { unread, ...two } }, _state, facts) =>
    !isHub(actor) && mayProposeJoining(actor, facts) && (unread === undefined || mayVouch(actor, { ...two, unread }, facts)),
  DeclineJoining: (actor, { data }, state, facts) =>
    is(actor, data.record) || is(actor, data.other) || asked(actor, state) || (!isHub(actor) && mayProposeJoining(actor, facts)),
  JoinRecords: isHub,
  LeaveFurtherAddress: (actor, { data }) => is(actor, data.record),
};
