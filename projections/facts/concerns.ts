import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Command } from '@alongside/domain/kernel/decider.js';
import type { MeetingCommand } from '@alongside/domain/meetings/meeting.commands.js';
import type { MentorshipCommand } from '@alongside/domain/mentorships/mentorship.commands.js';
import type { CaseloadCommand } from '@alongside/domain/requests/caseload.commands.js';
import type { HubReader } from '../views/index.js';
import { menteeIn } from './caseload.facts.js';
import { mentorshipOf } from './meeting.facts.js';
import { pairOf, peopleOf } from './pair.facts.js';

const peopleOfPair = (mentorship: Parameters<typeof pairOf>[0], look: HubReader): readonly PersonId[] => {
  const pair = pairOf(mentorship, look);
  return pair ? peopleOf(pair) : [];
};

/** Whose other commands a command's facts are about: decided one at a time with it, within a process (0033). Asked before each decision. */
export function concernsOf({ category }: { readonly category: string }, command: Command, look: HubReader): readonly PersonId[] {
  // Each aggregate is handed its own commands alone.
  if (category === 'meeting') return peopleOfPair(mentorshipOf(command as MeetingCommand, look), look);
  if (category === 'caseload') {
    const { mentor } = (command as CaseloadCommand).data;
    const mentee = menteeIn(command as CaseloadCommand, look);
    return mentee ? [mentor, mentee] : [mentor];
  }
  if (category !== 'mentorship') return [];
  const of = command as MentorshipCommand;
  return of.type === 'StartMentorship' ? [of.data.mentor, of.data.mentee] : peopleOfPair(of.data.mentorship, look);
}
