import type { MeetingCommand } from '../meetings/meeting.commands.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import type { PairFacts } from './development.policy.js';
import { isOneOfTheTwo } from './who.js';

const byThePair = (actor: Actor, _command: unknown, _state: unknown, facts: PairFacts): boolean => isOneOfTheTwo(actor, facts.pair);

/**
 * Meetings are the pair's own (R6): no role opens an agenda, a note or an action. `facts.pair` is that of the meeting's own mentorship,
 * never of one that the command claims for a meeting which exists. The hub cancels what is left when a mentorship ends (R8).
 */
export const meetingPolicies: Policies<MeetingCommand, unknown, PairFacts> = {
  ProposeMeeting: byThePair,
  BookMeeting: byThePair,
  ChooseTime: byThePair,
  MoveMeeting: byThePair,
  CancelMeeting: (actor, command, state, facts) => isHub(actor) || byThePair(actor, command, state, facts),
  SetAgenda: byThePair,
  SaveNotes: byThePair,
  AgreeAction: byThePair,
  FinishAction: byThePair,
  ReopenAction: byThePair,
  CloseMeeting: byThePair,
  RecordAttendance: byThePair,
};
