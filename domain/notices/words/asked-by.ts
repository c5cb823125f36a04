import { addDays } from '../../uk/days.js';
import { QUIET_LIMIT_DAYS } from '../../mentorships/silence.js';
import { bothOf, day, type Sayings } from '../facts.js';

const SUGGESTED = 'You suggested ending their mentorship.';
const toToday = { says: 'Go to Today', path: '/' } as const;

/** What came of a suggestion to end a pair, to the coordinator who made it: of both, never which of them said or did it (R6). */
export const ASKED_BY = {
  MentorshipPaused: (facts) => ({
    title: `${bothOf(facts)} have paused their mentorship`,
    body: [`${SUGGESTED} A pause cancels the suggestion.`],
    link: toToday,
  }),
  ClosingDeclined: (facts) => ({
    title: `${bothOf(facts)} are continuing`,
    body: [SUGGESTED, `If they still do not meet, you can suggest it again from ${day(facts, addDays(facts.shown.on, QUIET_LIMIT_DAYS))}.`],
    link: toToday,
  }),
  ClosingLifted: (facts) => ({
    title: `${bothOf(facts)} are meeting again`,
    body: [`${SUGGESTED} It is cancelled, because they have met or are choosing a time.`],
    link: toToday,
  }),
  MentorshipCompleted: (facts) => ({
    title: `${bothOf(facts)} completed their mentorship`,
    body: [`${SUGGESTED} They completed it instead.`],
    link: toToday,
  }),
  MentorshipEnded: (facts) => ({
    title: `${bothOf(facts)}’s mentorship has ended`,
    body: [`${SUGGESTED} You can suggest other mentors to ${facts.pair ? facts.name(facts.pair.mentee) : 'the mentee'}.`],
    link: { says: 'See members who are looking for a mentor', path: '/looking' },
  }),
} satisfies Sayings;
