import type { Pair } from '@alongside/domain/development/goals.facts.js';
import type { MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingCommand } from '@alongside/domain/meetings/meeting.commands.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import type { MeetingFacts } from '@alongside/domain/meetings/meeting.facts.js';
import { overlaps } from '@alongside/domain/uk/uk-time.js';
import type { Look } from '../engine/look.js';
import type { CarriedOverRow } from '../views/carried-over.view.js';
import type { MeetingRow } from '../views/meeting.view.js';
import type { Gather } from './gather.js';
import { pairOf, reachOfPair } from './pair.facts.js';

/** What a meeting must know: whose it is, and whether either of the two is to meet somebody else at that time. */
export const gatherForMeeting: Gather<MeetingCommand, MeetingFacts> = (command, look) => {
  const { meeting } = command.data;
  const mentorship =
    'mentorship' in command.data ? command.data.mentorship : (look.row<MeetingRow>('meeting', meeting)?.mentorship ?? null);
  const pair = pairOf(mentorship, look);
  const clashes = 'time' in command.data && pair !== null && clashesWith(command.data.time, meeting, pair, look);
  return { facts: { pair, clashes, waiting: waitingFor(mentorship, look) }, institutions: reachOfPair(pair, look) };
};

const waitingFor = (mentorship: MentorshipId | null, look: Look): MeetingFacts['waiting'] =>
  (mentorship === null ? undefined : look.row<CarriedOverRow>('carried-over', mentorship))?.items ?? [];

const clashesWith = (time: MeetingTime, meeting: MeetingId, { mentor, mentee }: Pair, look: Look): boolean =>
  [mentor, mentee]
    .flatMap((person) => bookedOf(person, look))
    .some((other) => other.meeting !== meeting && other.time !== null && overlaps(other.time, time));

const bookedOf = (person: PersonId, look: Look): readonly MeetingRow[] => [
  ...look.rows<MeetingRow>('meeting', { mentor: person, status: 'booked' }),
  ...look.rows<MeetingRow>('meeting', { mentee: person, status: 'booked' }),
];
