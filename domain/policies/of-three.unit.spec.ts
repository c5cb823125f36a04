import type { MentorshipId, PersonId } from '../kernel/brand.js';
import type { Participants } from '../mentorships/participants.js';
import { aggregates } from '../protocol/registry.js';
import { EVERYBODY, FACTS, NO_FACTS, actor, happened, may, mentee, mentor, school, whoMay } from './who-may.testing.js';

/** A mentor and two mentees, as a circle would have them. */
const second = 'second' as PersonId;
const participants: Participants = [
  { person: mentor, as: 'mentor' },
  { person: mentee, as: 'mentee' },
  { person: second, as: 'mentee' },
];
const started = happened('MentorshipStarted', { mentorship: 'm1', participants });
const booked = happened('MeetingBooked', { meeting: 'me1', mentorship: 'm1', participants, place: '' });
const pair = { participants, status: 'active' };
const secondMentee = actor(second, [[school, []]], ['m1'] as MentorshipId[]);

/** Commands that both of a pair may give, as the policies have them for two. */
const commandsOf = (category: 'meeting' | 'mentorship') =>
  Object.keys(aggregates[category].commands).filter((type) => {
    const may = whoMay(type, { facts: FACTS, history: true });
    return may.includes('mentor') && may.includes('mentee');
  });

describe('what both of a pair may do, each of three may, and nobody else of them', () => {
  test.each(commandsOf('mentorship'))('%s, in their mentorship', (type) => {
    const given = { facts: FACTS, history: false, later: [started] };
    expect(may(secondMentee, type, given)).toBe(true);
    expect(whoMay(type, given)).toEqual(whoMay(type, { facts: FACTS, history: true }));
  });

  test.each(commandsOf('meeting'))('%s, in their meeting', (type) => {
    const given = { facts: NO_FACTS, history: false, later: [booked] };
    expect(may(secondMentee, type, given)).toBe(true);
    expect(whoMay(type, given)).toEqual(whoMay(type, { facts: FACTS, history: true }));
    // They take part in another only: the meeting itself says whose it is.
    expect(may(EVERYBODY.stranger, type, { ...given, facts: { ...FACTS, pair } })).toBe(false);
  });

  test.each(commandsOf('meeting'))('%s, of a meeting that is not arranged yet', (type) => {
    const given = { facts: { ...FACTS, pair }, history: false };
    expect(may(secondMentee, type, given)).toBe(true);
    expect(whoMay(type, given)).toEqual(whoMay(type, { facts: FACTS, history: true }));
  });

  test('none of them suggests an end as a coordinator does', () => {
    const coordinating = actor(second, [[school, ['coordinator']]], ['m1'] as MentorshipId[]);
    expect(may(coordinating, 'ProposeClosing', { facts: FACTS, history: false, later: [started] })).toBe(false);
  });
});
