import type { MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { COMPLETION_WINDOW_DAYS } from '@alongside/domain/mentorships/limits.js';
import type { MentorshipCommand } from '@alongside/domain/mentorships/mentorship.commands.js';
import { silentSince } from '@alongside/domain/mentorships/silence.js';
import type { MentorshipFacts } from '@alongside/domain/mentorships/mentorship.facts.js';
import { hasRole } from '@alongside/domain/policies/actor.js';
import { PLAIN_CALENDAR } from '@alongside/domain/uk/school-days.js';
import { asParticipants, theTwo, type TheTwo } from '@alongside/domain/mentorships/participants.js';
import type { HubReader } from '../views/index.js';
import { actorOf } from './actor.js';
import { assesses } from './ask.js';
import { isKnown, membershipsOf, reachOf, type Gather } from './gather.js';
import { pairOf, reachOfPair } from './pair.facts.js';
import { schoolDaysOf } from './school-days.js';
import { writtenOn } from './written-on.js';

/** What a mentorship must know of its two people. Its events concern the institutions of both; what is written to a coordinator, none. */
export const gatherForMentorship: Gather<MentorshipCommand, MentorshipFacts> = (command, look) => {
  const pair = command.type === 'StartMentorship' ? { participants: asParticipants(command.data) } : pairOf(command.data.mentorship, look);
  const two = pair && theTwo(pair);
  return {
    facts: {
      get inReportingLine() {
        return two !== null && assesses(two.mentor, two.mentee, look);
      },
      get time() {
        return { calendar: two ? schoolDaysOf(two.mentee, look) : PLAIN_CALENDAR, windowDays: COMPLETION_WINDOW_DAYS };
      },
      get mayHelp() {
        return command.type === 'AskForHelp' && two !== null && mayHelp(command, two, look);
      },
      get writtenToday() {
        return command.type === 'AskForHelp' ? writtenOn(command.on, command.by, command.data.coordinator, look) : 0;
      },
      get managesMentee() {
        return two !== null && assesses(command.by, two.mentee, look);
      },
      get mayHear() {
        return command.type === 'StartMentorship' ? null : mayHear(command.data.mentorship, look);
      },
      get silent() {
        return isSilent(command, look);
      },
      get menteeAt() {
        return two ? membershipsOf(two.mentee, look).map(({ institution, trust }) => ({ institution, trust })) : [];
      },
    },
    get institutions() {
      return command.type === 'AskForHelp' ? [] : reachOfPair(pair, look);
    },
  };
};

/** [R6] A coordinator who suggested an end hears what came of it while they coordinate where the mentee belongs, and do not manage them. */
function mayHear(mentorship: MentorshipId, look: HubReader): PersonId | null {
  const row = look.row('mentorship', mentorship);
  const by = row?.closing?.by;
  if (!row || !by || by === HUB || by === row.mentor || by === row.mentee) return null;
  const actor = actorOf(by, look);
  const coordinates = membershipsOf(row.mentee, look).some(({ institution, trust }) => hasRole(actor, institution, 'coordinator', trust));
  return coordinates && !assesses(by, row.mentee, look) ? by : null;
}

/** What a coordinator's desk shows is what the rule goes by. */
function isSilent({ data: { mentorship }, on }: MentorshipCommand, look: HubReader): boolean {
  const row = look.row('pairing', mentorship);
  return row !== undefined && silentSince(row, on) !== undefined;
}

/** [R6] A coordinator where the sender belongs who has no part in the pair, and neither manages nor assesses its mentee. */
function mayHelp(
  { by, data: { coordinator } }: Extract<MentorshipCommand, { type: 'AskForHelp' }>,
  { mentor, mentee }: TheTwo,
  look: HubReader,
): boolean {
  if (coordinator === mentor || coordinator === mentee || !isKnown(coordinator, look)) return false;
  if (assesses(coordinator, mentee, look)) return false;
  const reach = reachOf([by], look);
  return membershipsOf(coordinator, look).some(({ institution, roles }) => reach.includes(institution) && roles.includes('coordinator'));
}
