import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Participants } from '@alongside/domain/mentorships/participants.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { askAboutEarlierMentors } from './ask-about-earlier-mentors.js';
import { creditCpdWhenMeetingConfirmed } from './credit-cpd-when-meeting-confirmed.js';
import { issueCredentialsWhenMentorshipCompleted } from './issue-credentials-when-mentorship-completed.js';
import { needHandoverWhenMentorLeaves } from './need-handover-when-mentor-leaves.js';
import { pauseMentorshipWhenMentorAssessesMentee } from './pause-mentorship-when-mentor-assesses-mentee.js';
import { followUpsOf, type Reactor } from './reactor.js';
import { releasePlaceWhenMentorshipEnds } from './release-place-when-mentorship-ends.js';

/** A mentor and two mentees, as a circle would have them. */
const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const participants: Participants = [
  { person: asha, as: 'mentor' },
  { person: ben, as: 'mentee' },
  { person: cleo, as: 'mentee' },
];
const circle = { mentorship: 'c1', participants };
const started = happened('MentorshipStarted', { ...circle, request: null, aims: [] });
const completed = happened('MentorshipCompleted', { ...circle, by: 'ben' });
const ended = happened('MentorshipEnded', { ...circle, by: 'ben', reason: '', wantsAnother: false });
const members = (institution: string, ...people: string[]) =>
  people.map((person) => happened('MemberJoined', { institution, person, from: '2025-09-01' }));
const line = (person: string, lineManager: string) =>
  happened('ReportingLineSet', { institution: 'oakfield', person, lineManager, inductionTutor: null });
/** A pair of one of the two mentees with a mentor of before. */
const earlier = (mentorship: string, mentee: string) =>
  happened('MentorshipStarted', { mentorship, mentor: 'dan', mentee, request: null, aims: [] });

/** What follows from an event, after others. Views that are of pairs do not take the event itself. */
function follows(reactor: Reactor, event: ReturnType<typeof happened>, ...before: ReturnType<typeof happened>[]) {
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, before)])));
  const world = { look, now: () => '2026-03-06T12:00:00.000Z' as Instant, secret: () => 'ab'.repeat(32) };
  return followUpsOf(reactor, event as Recorded<AnyEvent>, world).map(({ type, data }) => ({ type, data }));
}

describe('what follows for a mentor and two mentees', () => {
  test('[R10] a confirmed meeting is credited to each of the three, as what they are', () => {
    const confirmed = happened('MeetingConfirmed', { ...circle, meeting: 'k1', on: '2026-03-05', minutes: 40 });
    expect(follows(creditCpdWhenMeetingConfirmed, confirmed)).toEqual(
      participants.map(({ person, as }) => ({
        type: 'CreditCpd',
        data: { person, mentorship: 'c1', meeting: 'k1', on: '2026-03-05', minutes: 40, as },
      })),
    );
  });

  test('[R8] each of the three is given a certificate of their own once it is completed', () => {
    const given = follows(issueCredentialsWhenMentorshipCompleted, completed, ...members('oakfield', 'asha', 'ben', 'cleo'));
    expect(given).toMatchObject(participants.map(({ person, as }) => ({ type: 'IssueCredential', data: { person, achievement: { as } } })));
    expect(new Set(given.map(({ data }) => (data as { credential: string }).credential)).size).toBe(3);
  });

  test.each([
    ['completed', completed],
    ['ended', ended],
  ])('[R8] the place of the mentor is free again once it is %s, and no mentee has one to give back', (_, event) => {
    expect(follows(releasePlaceWhenMentorshipEnds, event)).toEqual([{ type: 'ReleasePlace', data: { mentor: asha, mentorship: 'c1' } }]);
  });

  test.each([ben, cleo])('[R6] it rests where the mentor manages %s, whichever of the mentees it is', (mentee) => {
    const before = [...members('oakfield', 'asha', 'ben', 'cleo'), line(mentee, 'asha')];
    expect(follows(pauseMentorshipWhenMentorAssessesMentee, started, ...before)).toEqual([
      { type: 'PauseMentorship', data: { mentorship: 'c1', until: null } },
    ]);
    expect(follows(pauseMentorshipWhenMentorAssessesMentee, started, ...members('oakfield', 'asha', 'ben', 'cleo'))).toEqual([]);
  });

  test.each([ben, cleo])('an earlier mentor of %s is asked about, whichever of the mentees it is', (mentee) => {
    expect(follows(askAboutEarlierMentors, started, earlier('m9', mentee))).toEqual([
      { type: 'ProposeClosing', data: { mentorship: 'm9' } },
    ]);
  });

  test.each([ben, cleo])('it is handed over where the mentor left the school of %s in the moment of its beginning', (mentee) => {
    const before = [
      ...members('oakfield', 'asha', mentee),
      ...members('elm', 'asha', ...[ben, cleo].filter((one) => one !== mentee)),
      happened('MemberLeft', { institution: 'oakfield', person: 'asha' }),
    ];
    expect(follows(needHandoverWhenMentorLeaves, started, ...before)).toEqual([
      { type: 'NeedHandover', data: { mentorship: 'c1', institution: 'oakfield' } },
    ]);
  });
});
