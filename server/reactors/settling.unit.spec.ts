import { Joins } from '@alongside/domain/joining/joins.js';
import type { PersonId, Position, RecordId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { eventShapeOf, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { followUpsOf } from './reactor.js';
import { settleWhatJoiningLeft } from './settle-what-joining-left.js';

const joins = new Joins(
  [{ kept: 'ben' as PersonId, joined: 'moved' as RecordId, position: '1' as Position }],
  (type) => eventShapeOf(type)?.data,
);
const line = (person: string, lineManager: string) =>
  happened('ReportingLineSet', { institution: 'elm', person, lineManager, inductionTutor: null, changed: ['lineManager'] });
const member = (person: string, institution = 'elm', from = '2025-09-01') => happened('MemberJoined', { institution, person, from });
const left = (person: string) => happened('MemberLeft', { institution: 'elm', person });
const started = (mentor: string, mentee: string) =>
  happened('MentorshipStarted', { mentorship: 'm1', mentor, mentee, request: null, aims: [] });
const asked = (mentor: string, mentee: string, request = 'r1') =>
  happened(
    'MentoringRequested',
    {
      ...{ request, mentor, mentee, note: '', aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-10', answerBy: '2026-03-13', counted: COUNTED },
    },
    { stream: `caseload-${mentor}` },
  );
const joined = (
  ...belongs: {
    institution: string;
    roles: ('coordinator' | 'leader' | 'administrator')[];
    from?: string;
    lineManager?: string;
    inductionTutor?: string;
  }[]
) => happened('RecordsJoined', { person: 'ben', joined: 'moved', belongs }, { stream: 'joining-ben_moved' });

const accepted = (mentor: string, mentee: string) =>
  happened('RequestAccepted', { request: 'r1', mentor, mentee, mentorship: 'm1', aims: [] }, { stream: `caseload-${mentor}` });

/** What follows from the last of these events, in a process that reads the two as one. */
function follows(...events: ReturnType<typeof happened>[]) {
  const read = events.map((event) => joins.read(event));
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, read)])));
  const last = read.at(-1) as unknown as Recorded<AnyEvent>;
  return followUpsOf(settleWhatJoiningLeft, last, { look, now: () => last.at, secret: () => '' }).map(({ type, data }) => ({ type, data }));
}

describe('what a process that had not heard of the join set of a record, where the other had left', () => {
  const before = [member('moved'), member('ben'), left('ben')];
  const back = member('ben');
  const role = happened('RoleGranted', { institution: 'elm', person: 'moved', role: 'leader' });
  const day = happened('FirstDayCorrected', { institution: 'elm', person: 'moved', from: '2025-09-02' });
  const at = { institution: 'elm', person: 'ben' };
  const grants = { type: 'GrantRole', data: { ...at, role: 'leader', asOf: role.position } };

  test('is given again as they are a member again, whether it came before the join or behind it', () => {
    const all = [
      { type: 'CorrectFirstDay', data: { ...at, from: '2025-09-02', asOf: expect.any(String) } },
      { type: 'SetReportingLine', data: { ...at, lineManager: 'asha', inductionTutor: null, asOf: expect.any(String) } },
      { type: 'GrantRole', data: { ...at, role: 'leader', asOf: expect.any(String) } },
    ];
    const set = [member('asha'), role, day, line('moved', 'asha')];
    expect(follows(...before, ...set, joined(), back)).toEqual(all);
    expect(follows(...before, joined(), ...set, back)).toEqual(all);
  });

  test('is given again too where the other record joins as if it were new: what both had stands', () => {
    const here = [member('moved', 'elm', '2025-09-01'), member('asha'), role, line('moved', 'asha'), joined()];
    expect(follows(...here, member('ben', 'elm', '2026-03-09'))).toEqual([
      { type: 'CorrectFirstDay', data: { ...at, from: '2025-09-01', asOf: expect.any(String) } },
      { type: 'SetReportingLine', data: { ...at, lineManager: 'asha', inductionTutor: null, asOf: expect.any(String) } },
      { type: 'GrantRole', data: { ...at, role: 'leader', asOf: expect.any(String) } },
    ]);
  });

  test('is not given again where it was taken, or they left, since; nor where nothing was set', () => {
    const revoked = happened('RoleRevoked', { institution: 'elm', person: 'moved', role: 'leader' });
    expect(follows(...before, joined(), role, revoked, back)).toEqual([]);
    expect(follows(...before, joined(), role, left('moved'), back)).toEqual([]);
    expect(follows(...before, joined(), back)).toEqual([]);
    expect(follows(...before, joined(), role, back).map(({ type }) => type)).toEqual([grants.type]);
  });
});

test('[R6] a mentor who assesses their mentee, once two records are one, is paused', () => {
  const events = [member('moved'), member('cleo'), line('cleo', 'moved'), started('ben', 'cleo')];
  expect(follows(...events, joined())).toEqual([{ type: 'PauseMentorship', data: { mentorship: 'm1', until: null } }]);
  expect(follows(member('cleo'), started('ben', 'cleo'), joined())).toEqual([]);
});

// Of docs/spec/across-streams.md: joining.between.
test('a request to oneself and a mentorship with oneself end, whether they came before the join or a moment late', () => {
  const ends = { type: 'EndMentorship', data: { mentorship: 'm1', reason: '', wantsAnother: false } };
  const withdrawn = { type: 'WithdrawRequest', data: { mentor: 'ben', request: 'r1' } };
  expect(follows(started('ben', 'moved'), joined())).toEqual([ends]);
  expect(follows(joined(), started('moved', 'ben'))).toEqual([ends]);
  expect(follows(asked('moved', 'ben'), joined())).toEqual([withdrawn]);
  expect(follows(joined(), asked('ben', 'moved'))).toEqual([withdrawn]);
  expect(follows(asked('asha', 'moved'))).toEqual([]);
});

// Of docs/spec/across-streams.md: joining.withTheSame.
test('of two open requests between the same two, which the join or a moment left, the later is withdrawn and said to be asked twice', () => {
  const twice = [{ type: 'WithdrawRequest', data: { mentor: 'cleo', request: 'r2', because: 'asked-twice' } }];
  expect(follows(asked('cleo', 'ben', 'r2'), asked('cleo', 'moved', 'r1'), joined())).toEqual(twice);
  expect(follows(asked('cleo', 'ben', 'r1'), joined(), asked('cleo', 'moved', 'r2'))).toEqual(twice);
  // Two records of a mentor, whom one mentee asked.
  const ofMentor = [{ type: 'WithdrawRequest', data: { mentor: 'ben', request: 'r2', because: 'asked-twice' } }];
  expect(follows(asked('ben', 'finn', 'r1'), asked('moved', 'finn', 'r2'), joined())).toEqual(ofMentor);
  expect(follows(asked('cleo', 'ben', 'r1'), asked('dan', 'moved', 'r2'), joined())).toEqual([]);
});

test('a membership and roles that one record had left are given again, and what is there is not', () => {
  const both = { institution: 'elm', roles: ['coordinator' as const] };
  const granted = { type: 'GrantRole', data: { institution: 'elm', person: 'ben', role: 'coordinator', asOf: expect.any(String) } };
  const events = [member('ben'), happened('RoleGranted', { institution: 'elm', person: 'ben', role: 'coordinator' }), member('moved')];
  expect(follows(...events, left('moved'), joined(both))).toEqual([
    { type: 'AddMember', data: { institution: 'elm', person: 'ben', from: '2026-03-06', asOf: expect.any(String) } },
    granted,
  ]);
  expect(follows(...events.slice(0, 2), joined(both))).toEqual([]);
});

test('the first day of the record that was there first stands, and is given again with a membership that was lost', () => {
  const elm = { institution: 'elm', roles: [], from: '2020-09-01' };
  const events = [member('ben', 'elm', '2020-09-01'), member('moved', 'elm', '2026-03-02')];
  const [person, from] = ['ben', '2020-09-01'];
  expect(follows(...events, joined(elm))).toEqual([
    { type: 'CorrectFirstDay', data: { institution: 'elm', person, from, asOf: expect.any(String) } },
  ]);
  expect(follows(...events, left('moved'), joined(elm))).toEqual([
    { type: 'AddMember', data: { institution: 'elm', person, from, asOf: expect.any(String) } },
  ]);
  expect(follows(...events.toReversed(), joined(elm))).toEqual([]);
  // Joined before the day was told.
  expect(follows(...events, joined({ institution: 'elm', roles: [] }))).toEqual([]);
});

test('who stands above either record does so again, unless they have gone or it would be themself', () => {
  const [institution, person] = ['elm', 'ben'];
  const told = (who: string) => happened('PersonJoined', { person: who, name: who, email: `${who}@elm.example` });
  const above = (who: string) => [told(who), member(who)];
  const records = [told('ben'), told('moved'), member('ben'), line('ben', 'cleo'), member('moved')];
  const both = { institution, roles: [], lineManager: 'cleo', inductionTutor: 'dev' };
  const set = (lineManager: string | null, inductionTutor: string | null) => [
    { type: 'SetReportingLine', data: { institution, person, lineManager, inductionTutor, asOf: expect.any(String) } },
  ];
  const all = [...above('cleo'), ...above('dev'), ...records];
  expect(follows(...all, joined(both))).toEqual(set('cleo', 'dev'));
  expect(follows(...all, left('cleo'), joined(both))).toEqual(set(null, 'dev'));
  expect(follows(...all, line('moved', 'ben'), joined({ institution, roles: [] }))).toEqual(set(null, null));
  const lines = happened('ReportingLineSet', { institution, person, lineManager: 'cleo', inductionTutor: 'dev' });
  expect(follows(...all, lines, joined(both))).toEqual([]);
  expect(follows(...all, joined({ institution, roles: [] }))).toEqual([]);
});

test('a yes to oneself takes no place, for no mentorship comes of it', () => {
  const released = { type: 'ReleasePlace', data: { mentor: 'ben', mentorship: 'm1' } };
  expect(follows(joined(), asked('ben', 'moved'), accepted('ben', 'moved'))).toEqual([released]);
  expect(follows(joined(), asked('ben', 'cleo'), accepted('ben', 'cleo'))).toEqual([]);
  // Its mentorship may not have been decided before the join: it is tried again, and refused.
  expect(follows(asked('ben', 'moved'), accepted('ben', 'moved'), joined())).toEqual([released]);
  expect(follows(asked('ben', 'cleo'), accepted('ben', 'cleo'), joined())).toEqual([]);
});

test('a join of a record that another join had first is asked for again, with the record that is kept, and gives nothing of its own', () => {
  const belongs = [{ institution: 'elm', roles: ['coordinator'] }];
  const second = happened('RecordsJoined', { person: 'asha', joined: 'moved', belongs }, { stream: 'joining-asha_moved' });
  expect(follows(member('ben'), joined(), second)).toEqual([
    { type: 'JoinRecords', data: { record: 'asha', other: 'ben', asOf: second.position } },
  ]);
});

test('[R9] a join with a record that was erased first gives nothing of that record', () => {
  const erased = happened('PersonErased', { person: 'twin' });
  const both = [{ institution: 'elm', roles: ['coordinator'] }];
  const late = happened('RecordsJoined', { person: 'asha', joined: 'twin', belongs: both }, { stream: 'joining-asha_twin' });
  expect(follows(member('twin'), erased, late)).toEqual([]);
});
