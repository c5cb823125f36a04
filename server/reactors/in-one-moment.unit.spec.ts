import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { cancelMeetingsWhenMentorshipEnds } from './cancel-meetings-when-mentorship-ends.js';
import { cancelMeetingsWhenMentorshipPauses } from './cancel-meetings-when-mentorship-pauses.js';
import { moveAnswerDaysWhenCalendarSet } from './move-answer-days-when-calendar-set.js';
import { needHandoverWhenMentorLeaves } from './need-handover-when-mentor-leaves.js';
import { followUpsOf, type Reactor } from './reactor.js';
import { releaseRequestsWhenMentorStops } from './release-requests-when-mentor-stops.js';
import { windUpWhenPersonErased } from './wind-up-when-person-erased.js';

/**
 * Two processes decide in one moment, before either read the other’s event. Whichever event is second in the log, the consequences of both
 * are the same.
 */
const pair = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
const joined = (person: string) => [
  happened('PersonJoined', { person, name: person, email: `${person}@x.example` }),
  happened('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' }),
];
const beginning = [
  ...joined('asha'),
  ...joined('ben'),
  happened('MentoringOffered', { person: 'asha', offer: { careerStages: [], note: '' } }),
];
const started = happened('MentorshipStarted', { ...pair, request: null, aims: [] });
const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
  ...{ remindOn: '2026-03-10', answerBy: '2026-03-13', counted: COUNTED },
});
const time = (startsAt = '2026-03-20T15:00:00.000Z') => ({ startsAt, minutes: 45 });
const where = { meeting: 'k1', ...pair, by: 'ben', format: 'online', place: '' } as const;
const booked = happened('MeetingBooked', { ...where, placeBy: 'ben', time: time() });
const suggested = happened('MeetingProposed', { ...where, times: [time()] });
const ended = happened('MentorshipEnded', { ...pair, by: 'asha', reason: '', wantsAnother: false });
const completed = happened('MentorshipCompleted', { ...pair, by: 'asha' });
const paused = happened('MentorshipPaused', { mentorship: 'm1', by: 'asha', until: null, why: 'chosen' });
const left = happened('MemberLeft', { institution: 'oakfield', person: 'asha' });
const erased = (person: string) => happened('PersonErased', { person }, { institutions: ['oakfield'] });

/** What follows from the last of these events. */
function follows(reactor: Reactor, ...events: ReturnType<typeof happened>[]) {
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, [...beginning, ...events])])));
  const world = { look, now: () => '2026-03-06T12:00:00.000Z' as Instant, secret: () => '' };
  return followUpsOf(reactor, events.at(-1) as Recorded<AnyEvent>, world).map(({ type, data }) => ({ type, data }));
}

describe('two acts in one moment', () => {
  const cancelled = [{ type: 'CancelMeeting', data: { meeting: 'k1' } }];

  test('[R8] a pair ends and books: the meeting is cancelled, whichever came first; one that has begun stays', () => {
    for (const over of [ended, completed])
      for (const meeting of [booked, suggested]) {
        expect(follows(cancelMeetingsWhenMentorshipEnds, started, meeting, over)).toEqual(cancelled);
        expect(follows(cancelMeetingsWhenMentorshipEnds, started, over, meeting)).toEqual(cancelled);
      }
    const moved = happened('MeetingMoved', { meeting: 'k1', mentorship: 'm1', by: 'ben', time: time('2026-03-21T15:00:00.000Z') });
    expect(follows(cancelMeetingsWhenMentorshipEnds, started, booked, ended, moved)).toEqual(cancelled);
    expect(follows(cancelMeetingsWhenMentorshipEnds, started, booked)).toEqual([]);
    const begun = happened('MeetingBooked', { ...where, placeBy: 'ben', time: time('2026-03-06T11:30:00.000Z') });
    expect(follows(cancelMeetingsWhenMentorshipEnds, started, ended, begun)).toEqual([]);
  });

  test('a pair pauses and suggests times: they are withdrawn, whichever came first', () => {
    const withdrawn = [{ type: 'CancelMeeting', data: { meeting: 'k1', because: 'paused' } }];
    expect(follows(cancelMeetingsWhenMentorshipPauses, started, suggested, paused)).toEqual(withdrawn);
    expect(follows(cancelMeetingsWhenMentorshipPauses, started, paused, suggested)).toEqual(withdrawn);
    expect(follows(cancelMeetingsWhenMentorshipPauses, started, suggested)).toEqual([]);
  });

  test('a mentor leaves and accepts: their mentee needs a hand-over, whichever came first', () => {
    const needed = [{ type: 'NeedHandover', data: { mentorship: 'm1', institution: 'oakfield' } }];
    expect(follows(needHandoverWhenMentorLeaves, started, left)).toEqual(needed);
    expect(follows(needHandoverWhenMentorLeaves, left, started)).toEqual(needed);
    expect(follows(needHandoverWhenMentorLeaves, started)).toEqual([]);
    // A mentor who left a year ago was asked as who they are now.
    const before = happened('MemberLeft', { institution: 'oakfield', person: 'asha' }, { at: '2025-03-06T12:00:00.000Z' });
    expect(follows(needHandoverWhenMentorLeaves, before, started)).toEqual([]);
  });

  test('a mentor stops, pauses, leaves or is erased, and is asked: the request is answered, whichever came first', () => {
    const released = [{ type: 'ReleaseRequest', data: { mentor: 'asha', request: 'r1' } }];
    const withdrawn = happened('MentoringWithdrawn', { person: 'asha' });
    const away = happened('MentoringPaused', { person: 'asha', until: null });
    for (const stop of [withdrawn, away, left]) {
      expect(follows(releaseRequestsWhenMentorStops, asked, stop)).toEqual(released);
      expect(follows(releaseRequestsWhenMentorStops, stop, asked)).toEqual(released);
    }
    // “Not taking new mentees” would be untrue of an account that is gone.
    const gone = [{ type: 'ReleaseRequest', data: { mentor: 'asha', request: 'r1', because: 'cannot-reply' } }];
    expect(follows(releaseRequestsWhenMentorStops, erased('asha'), asked)).toEqual(gone);
    expect(follows(windUpWhenPersonErased, asked, erased('asha'))).toEqual(expect.arrayContaining(gone));
    expect(follows(releaseRequestsWhenMentorStops, asked, erased('asha'), left)).toEqual(gone);
    expect(follows(releaseRequestsWhenMentorStops, asked)).toEqual([]);
  });

  test('[R4] a school is shut and a reply is awaited: its day is counted again, whichever came first', () => {
    const set = happened('CalendarSet', { institution: 'oakfield', terms: [], closures: [] });
    const request = { request: 'r1', answerBy: '2026-03-13', counted: COUNTED };
    const extended = happened('RequestExtended', request, { stream: 'caseload-asha' });
    const discussed = happened(
      'RequestDiscussed',
      { ...request, remindOn: '2026-03-10', from: 'ben', text: '' },
      { stream: 'caseload-asha' },
    );
    const day = [{ type: 'MoveAnswerDay', data: { mentor: 'asha', request: 'r1' } }];
    expect(follows(moveAnswerDaysWhenCalendarSet, asked, set)).toEqual(day);
    expect(follows(moveAnswerDaysWhenCalendarSet, set, asked)).toEqual(day);
    expect(follows(moveAnswerDaysWhenCalendarSet, asked, set, extended)).toEqual(day);
    expect(follows(moveAnswerDaysWhenCalendarSet, asked, set, discussed)).toEqual(day);
    const days = { mentorship: 'm1', by: 'asha', remindOn: '2026-03-10', counted: COUNTED };
    const completion = happened('CompletionProposed', { ...days, agreeBy: '2026-03-13' });
    expect(follows(moveAnswerDaysWhenCalendarSet, started, set, completion)).toEqual([
      { type: 'MoveCompletionDay', data: { mentorship: 'm1' } },
    ]);
    const closing = happened('ClosingProposed', { ...pair, by: 'dee', because: 'silent', continueBy: '2026-03-13', counted: COUNTED });
    expect(follows(moveAnswerDaysWhenCalendarSet, started, set, closing)).toEqual([{ type: 'MoveClosingDay', data: { mentorship: 'm1' } }]);
  });

  test('[R9] somebody is erased and accepted, asks, or is added: nothing of theirs stays open, whichever came first', () => {
    const end = { type: 'EndMentorship', data: { mentorship: 'm1', reason: '', wantsAnother: false } };
    const handed = { type: 'NeedHandover', data: { mentorship: 'm1', ends: true } };
    for (const [person, expected] of [
      ['asha', [handed, end]],
      ['ben', [end]],
    ] as const) {
      expect(follows(windUpWhenPersonErased, started, erased(person))).toEqual(expect.arrayContaining(expected));
      expect(follows(windUpWhenPersonErased, erased(person), started)).toEqual(expected);
    }
    const gone = [{ type: 'WithdrawRequest', data: { mentor: 'asha', request: 'r1' } }];
    expect(follows(windUpWhenPersonErased, asked, erased('ben'))).toEqual(expect.arrayContaining(gone));
    expect(follows(windUpWhenPersonErased, erased('ben'), asked)).toEqual(gone);
    const added = happened('MemberJoined', { institution: 'hillside', person: 'ben', from: '2026-03-06' });
    const removed = { type: 'RemoveMember', data: { institution: 'hillside', person: 'ben' } };
    expect(follows(windUpWhenPersonErased, erased('ben'), added)).toEqual([removed]);
    // The event names where they belonged as far as its process knew.
    expect(follows(windUpWhenPersonErased, added, erased('ben'))).toContainEqual(removed);
    expect(follows(windUpWhenPersonErased, started)).toEqual([]);
    expect(follows(windUpWhenPersonErased, asked)).toEqual([]);
    expect(follows(windUpWhenPersonErased, added)).toEqual([]);
  });
});
