import type { MeetingCommand } from '../meetings/meeting.commands.js';
import type { Participants } from '../mentorships/participants.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import type { PairFacts } from './development.policy.js';
import { participates } from './who.js';

/** What a policy needs to know of a meeting that was arranged: who takes part. A meeting that was not has nobody. */
export interface ArrangedMeeting {
  readonly status: string;
  readonly participants?: Participants;
}

/** The meeting itself knows best whose it is; facts speak only for one that does not exist yet. */
function byThePair(actor: Actor, _command: unknown, { participants }: ArrangedMeeting, facts: PairFacts): boolean {
  return participates(actor, participants ?? facts.pair?.participants);
}

/**
 * Meetings belong to their pair (R6): no role opens them. The hub books what a yes named (R2), reports clashes, and cancels the rest at the
 * end (R8).
 */
export const meetingPolicies: Policies<MeetingCommand, ArrangedMeeting, PairFacts> = {
  ProposeMeeting: byThePair,
  SuggestOtherTimes: byThePair,
  DeclineTimes: byThePair,
  BookMeeting: byThePair,
  BookFirstMeeting: isHub,
  ChooseTime: byThePair,
  MoveMeeting: byThePair,
  NoteClash: isHub,
  LiftClash: isHub,
  SetRecordAside: isHub,
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
