import type { MentorshipCommand } from '@alongside/domain/mentorships/mentorship.commands.js';
import type { MentorshipFacts } from '@alongside/domain/mentorships/mentorship.facts.js';
import { assesses } from './ask.js';
import type { Gather } from './gather.js';
import { pairOf, reachOfPair } from './pair.facts.js';

/** What a mentorship must know: whether its mentor has come to appraise or assess its mentee. Its events concern the institutions of both. */
export const gatherForMentorship: Gather<MentorshipCommand, MentorshipFacts> = (command, look) => {
  const pair = command.type === 'StartMentorship' ? command.data : pairOf(command.data.mentorship, look);
  return {
    facts: { inReportingLine: pair !== null && assesses(pair.mentor, pair.mentee, look) },
    institutions: reachOfPair(pair, look),
  };
};
