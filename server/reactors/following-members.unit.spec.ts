import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { needHandoverWhenMentorLeaves } from './need-handover-when-mentor-leaves.js';
import { pauseMentorshipWhenMentorAssessesMentee } from './pause-mentorship-when-mentor-assesses-mentee.js';
import { followUpsOf, type Reactor } from './reactor.js';
import { releaseRequestsWhenMentorStops } from './release-requests-when-mentor-stops.js';
import { settleHandoverWhenMentorIsBack } from './settle-handover-when-mentor-is-back.js';
import { tellMentorWhenMenteeLeaves } from './tell-mentor-when-mentee-leaves.js';
import { windUpWhenPersonErased } from './wind-up-when-person-erased.js';

const pair = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
const people = ['asha', 'ben'].map((person) => happened('PersonJoined', { person, name: person, email: `${person}@x.example` }));
const offered = happened('MentoringOffered', { person: 'asha', offer: { careerStages: [], note: '' } });
const members = ['asha', 'ben'].map((person) => happened('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' }));
const started = happened('MentorshipStarted', { ...pair, request: null, aims: [] });
const line = (lineManager: string | null, inductionTutor: string | null) =>
  happened('ReportingLineSet', { institution: 'oakfield', person: 'ben', lineManager, inductionTutor });

/** What follows from the last of these events. */
function follows(reactor: Reactor, ...events: ReturnType<typeof happened>[]) {
  const all = [...people, ...members, offered, ...events];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, all)])));
  const world = { look, now: () => '2026-03-06T12:00:00.000Z' as Instant, secret: () => '' };
  return followUpsOf(reactor, all.at(-1) as Recorded<AnyEvent>, world).map(({ type, data }) => ({ type, data }));
}

const rests = [{ type: 'PauseMentorship', data: { mentorship: 'm1', until: null } }];

describe('[R6] a mentorship rests', () => {
  test.each([
    ['line manager', 'asha', null],
    ['induction tutor', null, 'asha'],
    ['line manager and induction tutor, once', 'asha', 'asha'],
  ])('where its mentor becomes the mentee’s %s', (_, lineManager, inductionTutor) => {
    expect(follows(pauseMentorshipWhenMentorAssessesMentee, started, line(lineManager, inductionTutor))).toEqual(rests);
    expect(follows(pauseMentorshipWhenMentorAssessesMentee, line(lineManager, inductionTutor), started)).toEqual(rests);
  });

  test('not where it is somebody else', () => {
    expect(follows(pauseMentorshipWhenMentorAssessesMentee, started, line('cleo', 'dan'))).toEqual([]);
  });
});

describe('[R5] a request is closed, with the reason', () => {
  const asked = (request: string, mentor: string, mentee: string) =>
    happened('MentoringRequested', {
      ...{ request, mentor, mentee, note: '', aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-10', answerBy: '2026-03-13', counted: { from: '2026-03-06', remindAfter: 2, answerAfter: 5 } },
    });
  const closed = [{ type: 'ReleaseRequest', data: { mentor: 'asha', request: 'r1', because: 'reporting-line' } }];
  const ofBen = asked('r1', 'asha', 'ben');

  test('where its mentor becomes the mentee’s line manager or induction tutor, whichever came first', () => {
    for (const set of [line('asha', null), line(null, 'asha'), line('asha', 'asha')]) {
      expect(follows(releaseRequestsWhenMentorStops, ofBen, set)).toEqual(closed);
      expect(follows(releaseRequestsWhenMentorStops, set, ofBen)).toEqual(closed);
    }
  });

  test('and no other: neither to another mentor nor of another mentee', () => {
    expect(follows(releaseRequestsWhenMentorStops, ofBen, asked('r2', 'asha', 'cleo'), line('dan', null))).toEqual([]);
    expect(follows(releaseRequestsWhenMentorStops, asked('r2', 'asha', 'cleo'), line('asha', null))).toEqual([]);
  });
});

describe('a mentor who leaves', () => {
  const left = happened('MemberLeft', { institution: 'oakfield', person: 'asha' });

  test('hands over what runs, and nothing that is over', () => {
    expect(follows(needHandoverWhenMentorLeaves, started, left)).toEqual([
      { type: 'NeedHandover', data: { mentorship: 'm1', institution: 'oakfield' } },
    ]);
    const completed = happened('MentorshipCompleted', { ...pair, by: 'ben' });
    const ended = happened('MentorshipEnded', { ...pair, by: 'ben', reason: '', wantsAnother: false });
    for (const over of [completed, ended]) expect(follows(needHandoverWhenMentorLeaves, started, over, left)).toEqual([]);
  });
});

describe('a mentee who leaves', () => {
  const left = (more: object = {}) => happened('MemberLeft', { institution: 'oakfield', person: 'ben', ...more });
  const joins = (person: string, institution: string) => happened('MemberJoined', { institution, person, from: '2026-03-09' });
  const said = (more: object = {}) => [{ type: 'SayMenteeLeft', data: { mentorship: 'm1', institution: 'oakfield', ...more } }];
  const knows = happened('SessionOpened' as never, { person: 'asha' } as never);

  test('is said in what runs, in whichever order the two come, and in nothing that is over', () => {
    expect(follows(tellMentorWhenMenteeLeaves, knows, started, left())).toEqual(said());
    const today = happened('MentorshipStarted', { ...pair, request: null, aims: [] }, { at: '2026-01-05T09:00:00.000Z' });
    const before = happened('MemberLeft', { institution: 'oakfield', person: 'ben' }, { at: '2026-01-05T08:00:00.000Z' });
    expect(follows(tellMentorWhenMenteeLeaves, knows, before, today)).toEqual(said());
    const ended = happened('MentorshipEnded', { ...pair, by: 'ben', reason: '', wantsAnother: false });
    expect(follows(tellMentorWhenMenteeLeaves, knows, started, ended, left())).toEqual([]);
  });

  test('is not said where both go on from a closed school, share another, or the trust stays theirs', () => {
    expect(follows(tellMentorWhenMenteeLeaves, knows, started, left({ movedTo: 'elm' }))).toEqual([]);
    expect(follows(tellMentorWhenMenteeLeaves, knows, started, joins('ben', 'elm'), joins('asha', 'elm'), left())).toEqual([]);
    expect(follows(tellMentorWhenMenteeLeaves, knows, started, joins('ben', 'elm'), left())).toEqual(said());
    const school = (institution: string) =>
      happened('InstitutionRegistered', {
        institution,
        details: { kind: 'school', name: institution, nation: 'england' },
      });
    const inTrust = ['oakfield', 'elm'].flatMap((one) => [school(one), happened('TrustJoined', { institution: one, trust: 'riverbank' })]);
    expect(follows(tellMentorWhenMenteeLeaves, ...inTrust, knows, started, joins('ben', 'elm'), left())).toEqual([]);
  });

  test('is not said beside the open question of a mentor who left before', () => {
    const handed = happened('HandoverNeeded', { ...pair, institution: 'oakfield' });
    expect(follows(tellMentorWhenMenteeLeaves, knows, started, handed, left())).toEqual([]);
  });

  test('is no first email of a mentor who was never invited', () => {
    expect(follows(tellMentorWhenMenteeLeaves, started, left())).toEqual(said({ untold: true }));
  });
});

describe('a mentor who is back', () => {
  const left = happened('MemberLeft', { institution: 'oakfield', person: 'asha' });
  const joins = (person: string, institution: string) => happened('MemberJoined', { institution, person, from: '2026-03-09' });

  test('is said with where they are now; not so where the mentee moved', () => {
    const settles = (more: object) => [{ type: 'SettleHandover', data: { mentorship: 'm1', ...more } }];
    const both = [started, left, joins('asha', 'elm')];
    expect(follows(settleHandoverWhenMentorIsBack, started, left, joins('asha', 'oakfield'))).toEqual(settles({ institution: 'oakfield' }));
    expect(follows(settleHandoverWhenMentorIsBack, ...both)).toEqual([]);
    expect(follows(settleHandoverWhenMentorIsBack, ...both, joins('ben', 'elm'))).toEqual(settles({}));
  });
});

test('[R9] a mentor who is erased: their pairs are ended before they leave, and the desk is told with the end', () => {
  const erased = happened('PersonErased', { person: 'asha' }, { institutions: ['oakfield'] });
  expect(follows(windUpWhenPersonErased, started, erased)).toEqual([
    { type: 'CloseAllSessions', data: { person: 'asha' } },
    { type: 'NeedHandover', data: { mentorship: 'm1', ends: true } },
    { type: 'EndMentorship', data: { mentorship: 'm1', reason: '', wantsAnother: false } },
    { type: 'RemoveMember', data: { institution: 'oakfield', person: 'asha' } },
  ]);
});
