import type { PersonId } from '../kernel/brand.js';
import type { MeetingCommand } from '../meetings/meeting.commands.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import type { PairFacts } from './development.policy.js';
import { isOneOfTheTwo } from './who.js';

/** What a policy needs to know of a meeting that was arranged: the two it belongs to. A meeting that was not has neither. */
export interface ArrangedMeeting {
  readonly status: string;
  readonly mentor?: PersonId;
  readonly mentee?: PersonId;
}

/** The meeting itself knows best whose it is; facts speak only for one that does not exist yet. */
function byThePair(actor: Actor, _command: unknown, { mentor, mentee }: ArrangedMeeting, facts: PairFacts): boolean {
  return isOneOfTheTwo(actor, mentor && mentee ? { mentor, mentee } : facts.pair);
}

/**
 * Meetings belong to their pair (R6): no role opens an agenda, notes or actions. The hub books what a yes named (R2) and cancels the rest
 * at the end (R8).
 */
export const meetingPolicies: Policies<MeetingCommand, ArrangedMeeting, PairFacts> = {
  ProposeMeeting: byThePair,
  SuggestOtherTimes: byThePair,
  DeclineTimes: byThePair,
  BookMeeting: byThePair,
  BookFirstMeeting: isHub,
  ChooseTime: byThePair,
  MoveMeeting: byThePair,
  SetMeetingPlace: byThePair,
  CancelMeeting: (actor, command, state, facts) => isHub(actor) || byThePair(actor, command, state, facts),
  SetAgenda: byThePair,
  SaveNotes: byThePair,
  AgreeAction: byThePair,
  FinishAction: byThePair,
  ReopenAction: byThePair,
  DropAction: byThePair,
  KeepAction: byThePair,
  NoteAction: byThePair,
  LinkAction: byThePair,
  CloseMeeting: byThePair,
  RecordPastMeeting: byThePair,
  RecordAttendance: byThePair,
};
