import type { JoiningCommand } from '../joining/joining.commands.js';
import type { JoiningFacts, PlaceOfRecord } from '../joining/joining.facts.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import { administers, is, runsHub } from './who.js';

const administersOneOf = (actor: Actor, places: readonly PlaceOfRecord[]): boolean =>
  places.some(({ institution, trust }) => administers(actor, institution, trust));

/** Whether an actor administers both records, where each belongs or belonged: only they may know of both. */
export const mayProposeJoining = (actor: Actor, { recordAt, otherAt }: Pick<JoiningFacts, 'recordAt' | 'otherAt'>): boolean =>
  runsHub(actor) || (administersOneOf(actor, recordAt) && administersOneOf(actor, otherAt));

/** An administrator of both proposes; the person alone joins them, by proof to the hub; either record, or such an administrator, says no. */
export const joiningPolicies: Policies<JoiningCommand, unknown, JoiningFacts> = {
  ProposeJoining: (actor, _command, _state, facts) => !isHub(actor) && mayProposeJoining(actor, facts),
  DeclineJoining: (actor, { data }, _state, facts) =>
    is(actor, data.record) || is(actor, data.other) || (!isHub(actor) && mayProposeJoining(actor, facts)),
  JoinRecords: isHub,
  LeaveFurtherAddress: (actor, { data }) => is(actor, data.record),
};
