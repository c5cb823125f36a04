import type { MentorshipCommand } from '@alongside/domain/mentorships/mentorship.commands.js';
import type { MentorshipFacts } from '@alongside/domain/mentorships/mentorship.facts.js';
import type { Gather } from './gather.js';
import { pairOf, reachOfPair } from './pair.facts.js';

/** A mentorship decides from its own stream alone; what is gathered is whom its events concern. */
export const gatherForMentorship: Gather<MentorshipCommand, MentorshipFacts> = (command, look) => ({
  facts: undefined,
  institutions: reachOfPair(command.type === 'StartMentorship' ? command.data : pairOf(command.data.mentorship, look), look),
});
