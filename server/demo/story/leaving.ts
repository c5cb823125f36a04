import { HUB } from '@alongside/domain/kernel/decider.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { Stage } from '../stage.js';

/** After so long a mentee whose mentor has left says that it is over. */
const DECIDED_DAYS = 10;

/**
 * A mentor leaves their school and its mentees, so each pair appears on the coordinator’s desk. Pairs of an earlier chapter have decided.
 */
export function mentorLeaves(stage: Stage, pairs: readonly MentorshipRow[], quiet: Set<string>): void {
  const undecided = pairs.filter(({ mentorship, mentee, mentorLeftAt }) => {
    if (mentorLeftAt === null) return false;
    if (daysBetween(dayOf(mentorLeftAt), stage.today()) <= DECIDED_DAYS) return true;
    stage.give(mentee, 'EndMentorship', { mentorship, reason: 'Thank you for all you did before you left.', wantsAnother: true });
    return false;
  });
  for (const { mentorship } of undecided) quiet.add(mentorship);
  if (undecided.length > 0) return;
  const together = pairs.filter(({ mentorship, mentor, mentee, mentorLeftAt }) => {
    const [one, other] = [mentor, mentee].map((person) => stage.look.row('membership', person)?.institutions ?? []);
    return (
      mentorLeftAt === null &&
      !quiet.has(mentorship) &&
      one !== undefined &&
      one.length === 1 &&
      one.some((institution) => other?.includes(institution))
    );
  });
  // A mentor of one mentee: the hub stays in the middle of its work.
  const alone = together.filter(({ mentor }) => pairs.filter((one) => one.mentor === mentor).length === 1);
  for (const { mentor } of stage.random.some(alone.length > 0 ? alone : together, 1)) {
    for (const pair of pairs) if (pair.mentor === mentor) quiet.add(pair.mentorship);
    const [institution] = stage.look.row('membership', mentor)?.institutions ?? [];
    stage.give(HUB, 'RemoveMember', { institution, person: mentor });
  }
}
