import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { movesOf, type MoveKind, type TaskState } from '@alongside/domain/mentorships/whose-move.js';
import { wordsOf, type Facts } from '@alongside/domain/notices/words.js';
import { leavesOlderEmail, subjectOf } from '@alongside/domain/notices/notices.js';
import type { EventType, Outcome } from '@alongside/domain/notices/outcome.js';
import { UNTRUE_AFTER } from '@alongside/domain/notices/past.js';
import { NOTICES } from '@alongside/domain/notices/table.js';
import { communityStory } from '../testing/community.js';
import { COUNTED, foldView, given, happened } from '../testing/given-events.js';
import type { HubEvent } from './hub-event.js';
import { allViews } from './index.js';
import { NOTICES_KEPT, noticeView, type NoticeRow } from './notice.view.js';

const words = (row: NoticeRow) =>
  wordsOf({ ...row, to: row.person, institution: 'Oakfield', name: (id: string) => (id === HUB ? 'Alongside' : id) } as unknown as Facts);

const asked = happened(
  'MentoringRequested',
  {
    ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: 'canary', aims: [], times: [], reserves: ['cleo'] },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  },
  { actor: 'ben' },
);
const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: 'r1', aims: [] });
const ended = (by: string) =>
  happened('MentorshipEnded', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by, reason: 'canary', wantsAnother: true }, { actor: by });
const booked = happened(
  'MeetingBooked',
  {
    ...{ meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', format: 'online', placeBy: 'asha', place: 'canary' },
    time: { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 },
  },
  { actor: 'asha' },
);
const moved = happened(
  'MeetingMoved',
  { meeting: 'k1', mentorship: 'm1', by: 'asha', time: { startsAt: '2026-03-11T15:40:00.000Z', minutes: 45 } },
  { actor: 'asha' },
);
const titles = (events: readonly Recorded<HubEvent>[], person: string) =>
  [...given(noticeView, events).rows().values()].filter(({ data }) => data.person === person).map(({ data }) => words(data)?.title);

const PAIR = { mentor: 'asha', mentee: 'ben' };
const kinds = Object.keys(NOTICES) as readonly EventType[];
/** The kinds of which a mentee whose mentor acts is sent an email. */
const emailed = kinds.filter((type) =>
  Object.values(NOTICES[type] as Record<string, unknown>).some((rule) => typeof rule === 'function' || (rule as { email?: Outcome }).email),
);

const toldOf = (type: EventType, about: object) =>
  given(noticeView, [started, happened(type as HubEvent['type'], about as never, { actor: 'asha' })]).ids().length > 0;

describe('a declined request', () => {
  const declined = (change: object) =>
    happened('RequestDeclined', { request: 'r1', ...PAIR, reason: '', next: null, ...change }, { actor: 'asha' });
  const told = (change: object) => {
    const row = given(noticeView, [asked, declined(change)]).row('ben~MentoringRequested~r1');
    if (!row) throw new Error('Ben is told.');
    expect(JSON.stringify(row)).not.toContain('canary');
    return words(row);
  };

  test('says that the mentor wrote a message and leads to it, and never what it says', () => {
    expect(told({ reason: 'canary' })).toMatchObject({
      title: 'asha cannot mentor you this time',
      body: [expect.anything(), 'asha wrote you a message.'],
      link: { says: 'Read the message', path: '/requests?request=r1' },
    });
    expect(told({ reason: 'canary', next: 'cleo' })?.body).toEqual(['We have asked your next choice.', 'asha wrote you a message.']);
  });

  test('leads to finding another mentor where nothing was written', () => {
    expect(told({})).toMatchObject({ link: { path: '/find' } });
    expect(JSON.stringify(told({}))).not.toContain('message');
  });

  test('of a mentor whose account is gone tells only that it can no longer be answered', () => {
    const said = told({ because: 'cannot-reply' });
    expect(said?.title).toBe('Your request can no longer be answered');
    expect(JSON.stringify(said)).not.toMatch(/not taking|deleted|asha/);
  });
});

describe('notices', () => {
  test('reach the one they are for, and nobody else', () => {
    const rows = given(noticeView, [asked, started, ended('asha')]);
    expect(rows.ids().filter((id) => id.startsWith('ben~'))).toEqual(['ben~MentorshipPaused~m1']);
    expect(rows.audience('ben~MentorshipPaused~m1')).toEqual(['person:ben']);
  });

  test('later news about a thing takes the place of earlier news', () => {
    expect(titles([started, booked, moved], 'ben')).toEqual([expect.stringMatching(/^asha moved your meeting to Wednesday 11 March/)]);
  });

  const emails = (events: readonly Recorded<HubEvent>[], person: string) =>
    [...given(noticeView, events).rows().values()].flatMap(({ data }) => (data.email && data.person === person ? [data.event] : []));

  test.each(emailed)('an email about %s is sent although another that adds to it comes first', (older) => {
    const about = {
      ...PAIR,
      mentorship: 'm1',
      meeting: 'k1',
      request: 'r1',
      helpOffer: 'o1',
      by: 'asha',
      from: 'asha',
      to: 'ben',
      coordinator: 'ben',
      took: true,
      people: ['ben'],
      actsNext: 'mentee',
      time: { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 },
      times: [{ startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 }],
    };
    const line = subjectOf(happened(older as HubEvent['type'], about as never, { actor: 'asha' }));
    const newer = kinds.filter((type) => subjectOf(happened(type as HubEvent['type'], about as never)) === line);
    const first = happened(older as HubEvent['type'], about as never, { actor: 'asha' });
    const sentAfter = newer.map((type) => {
      const second = happened(type as HubEvent['type'], about as never, { actor: 'asha' });
      const told = (events: readonly Recorded<HubEvent>[]) => emails([started, ...events], 'ben').length;
      return { type, emails: told([first, second]), without: { first: told([first]), second: told([second]) } };
    });
    expect(sentAfter).toEqual(
      sentAfter.map(({ type, without }) => {
        const reaches = toldOf(type, about);
        const untrue = (UNTRUE_AFTER[older] ?? []).some(({ by }) => by.includes(type));
        const kept = !untrue && (leavesOlderEmail(type) || !reaches) ? without.first : 0;
        return { type, emails: kept + without.second, without };
      }),
    );
  });

  test('one line on Today tells of it all the same', () => {
    const record = (minutes: number) =>
      happened('AttendanceRecorded', { meeting: 'k1', mentorship: 'm1', by: 'asha', took: true, minutes }, { actor: 'asha' });
    const closed = happened(
      'MeetingClosed',
      { meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', took: true, on: '2026-03-10', minutes: 40 },
      { actor: 'asha' },
    );
    const rows = [
      ...given(noticeView, [started, booked, record(40), closed, record(45)])
        .rows()
        .values(),
    ].map(({ data }) => data);
    const ofRecord = rows.filter(({ type }) => type !== 'MeetingBooked');
    expect(ofRecord.filter(({ listed }) => listed).map(({ type }) => type)).toEqual(['AttendanceRecorded']);
    expect(ofRecord.filter(({ email }) => email).map(({ event }) => event)).toEqual([closed.id]);
  });

  test('that are overtaken are listed no more, and their emails are still written', () => {
    const withdrawn = happened('RequestWithdrawn', { request: 'r1', mentor: 'asha', mentee: 'ben' }, { actor: 'ben' });
    const again = { ...asked, id: 'again', data: { ...asked.data, request: 'r2' } } as unknown as typeof asked;
    const ofAsha = (...events: readonly Recorded<HubEvent>[]) =>
      [...given(noticeView, events).rows().values()].flatMap(({ data }) =>
        data.type === 'RequestWithdrawn' ? [{ person: data.person, listed: data.listed, email: data.email }] : [],
      );
    expect(ofAsha(asked, withdrawn)).toEqual([{ person: 'asha', listed: true, email: true }]);
    expect(ofAsha(asked, withdrawn, again)).toEqual([{ person: 'asha', listed: false, email: true }]);
  });

  test('an email names the meeting’s day and no words of the pair', () => {
    const rows = given(noticeView, [started, booked]).rows();
    expect(JSON.stringify([...rows])).not.toContain('canary');
  });

  test('a mentor whose request expired is not told that a second choice is asked', () => {
    const lapsed = happened('RequestLapsed', { request: 'r1', mentor: 'asha', mentee: 'ben', actsNext: 'mentor', next: 'cleo' });
    const rows = given(noticeView, [asked, lapsed]).rows();
    const to = (person: string) => [...rows.values()].find(({ data }) => data.person === person)?.data;
    expect(to('ben')).toMatchObject({ passedOn: true });
    expect(JSON.stringify(to('asha'))).not.toContain('cleo');
    expect(to('asha')).toMatchObject({ passedOn: false });
  });

  test('[R6] a coordinator who suggested an end reads of both, and never which of them continued or ended it', () => {
    const reply = happened('ClosingDeclined', { mentorship: 'm1', by: 'asha', on: '2026-03-09', askedBy: 'helen' }, { actor: 'asha' });
    const over = happened(
      'MentorshipEnded',
      { ...{ mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha' }, reason: 'canary', wantsAnother: true, askedBy: 'helen' },
      { actor: 'asha' },
    );
    const rows = given(noticeView, [started, reply, over]).rows();
    const hers = [...rows.values()].map(({ data }) => data).filter(({ person }) => person === 'helen');
    expect(hers.map((row) => [row.actor, words(row)?.title])).toEqual([
      [HUB, 'ben and asha are continuing'],
      [HUB, 'ben and asha’s mentorship has ended'],
    ]);
    expect(JSON.stringify(hers)).not.toMatch(/canary|"by"|wantsAnother/);
    expect(titles([started, reply], 'ben')).toEqual(['asha would like to continue your mentorship']);
  });

  test('a pair that is asked no more, because the mentee’s other mentorship ended, is told: the mentor not of the other', () => {
    const rows = given(noticeView, [started, happened('ClosingLifted', { mentorship: 'm1', why: 'other-ended' })]).rows();
    const to = (person: string) => [...rows.values()].find(({ data }) => data.person === person);
    const said = (person: string) => JSON.stringify(words(to(person)?.data as NoticeRow));
    expect(said('ben')).toContain('Your other mentorship has ended.');
    expect(said('asha')).toContain('Your mentorship with ben continues');
    expect(said('asha')).not.toContain('other mentorship');
  });

  test('are gone once dismissed, and only one’s own', () => {
    const dismissed = (person: string) =>
      ({ ...started, type: 'NoticesDismissed', data: { person, notices: ['ben~MentorshipPaused~m1'] } }) as unknown as Recorded<HubEvent>;
    expect(given(noticeView, [started, ended('asha'), dismissed('asha')]).ids()).toEqual(['ben~MentorshipPaused~m1']);
    expect(given(noticeView, [started, ended('asha'), dismissed('ben')]).ids()).toEqual([]);
  });

  test('[R9] nothing of an erased person’s stays', () => {
    const kept = given(noticeView, [started, ended('asha'), happened('PersonErased', { person: 'ben' })]).everything();
    expect([...kept.keys()].filter((id) => id.includes('ben'))).toEqual([]);
  });

  test(`the newest ${NOTICES_KEPT} are kept`, () => {
    const goals = Array.from({ length: NOTICES_KEPT + 5 }, (_, index) =>
      happened('GoalSetAside', { mentorship: 'm1', goal: `g${index}` }, { actor: 'asha' }),
    );
    const ids = given(noticeView, [started, ...goals]).ids();
    expect(ids).toHaveLength(NOTICES_KEPT);
    expect(ids).not.toContain('ben~GoalAchieved~g0');
    expect(ids).toContain(`ben~GoalAchieved~g${NOTICES_KEPT + 4}`);
  });
});

describe('the words of notices', () => {
  const story = communityStory();
  /** Each row as it stood right after its event: a later notice may take its place. */
  const rows = story.flatMap((_, index) => {
    const event = story[index];
    return [
      ...given(noticeView, story.slice(0, index + 1))
        .rows()
        .values(),
    ].filter(({ data }) => data.event === event?.id);
  });

  test('the story of a community leads to notices of most kinds', () => {
    expect(new Set(rows.map(({ data }) => data.type)).size).toBeGreaterThan(20);
  });

  test('are whole sentences about what is known, and hold no words of people', () => {
    for (const { data } of rows) {
      const said = words(data);
      const text = JSON.stringify(said ?? '');
      expect(text).not.toMatch(/undefined|null|NaN|Invalid|canary/);
      if (data.email || data.listed) expect(said?.title.length).toBeGreaterThan(10);
    }
  });
});

describe('a notice that asks for something', () => {
  const NOW = '2026-03-06T12:00:00.000Z';
  const data = (view: string, events: readonly Recorded<HubEvent>[]) =>
    [
      ...given(allViews.find(({ name }) => name === view) ?? noticeView, events)
        .rows()
        .values(),
    ].map((row) => row.data);
  // The rows of these views have at least the fields that tasks are worked out from.
  const stateOf = (events: readonly Recorded<HubEvent>[], now: string): TaskState =>
    ({
      now,
      requests: data('request', events),
      invitations: data('invitation', events),
      mentorships: data('mentorship', events),
      meetings: data('meeting', events),
      actions: data('action', events),
      goals: data('goal', events),
    }) as unknown as TaskState;
  const tasks = (person: string, events: readonly Recorded<HubEvent>[], now: string): readonly MoveKind[] =>
    movesOf(person, stateOf(events, now)).map(({ kind }) => kind);

  test.each<[MoveKind, string, readonly Recorded<HubEvent>[], string]>([
    ['answer-request', 'asha', [asked], NOW],
    [
      'arrange-meeting',
      'ben',
      [
        asked,
        happened('RequestAccepted', { request: 'r1', mentor: 'asha', mentee: 'ben', mentorship: 'm1', aims: [] }, { actor: 'asha' }),
        started,
      ],
      NOW,
    ],
    ['find-another', 'ben', [started, ended('asha')], NOW],
    [
      'choose-time',
      'ben',
      [
        started,
        happened(
          'MeetingProposed',
          {
            ...{ meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', format: 'online', place: '' },
            times: [{ startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 }],
          },
          { actor: 'asha' },
        ),
      ],
      NOW,
    ],
    [
      'suggest-times',
      'asha',
      [
        started,
        happened(
          'MeetingProposed',
          {
            ...{ meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', format: 'online', place: '' },
            times: [{ startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 }],
          },
          { actor: 'asha' },
        ),
        happened('MeetingTimesDeclined', { meeting: 'k1', mentorship: 'm1', by: 'ben' }, { actor: 'ben' }),
      ],
      NOW,
    ],
    [
      'confirm-meeting',
      'ben',
      [
        started,
        booked,
        happened('AttendanceRecorded', { meeting: 'k1', mentorship: 'm1', by: 'asha', took: true, minutes: 40 }, { actor: 'asha' }),
        happened(
          'MeetingClosed',
          { meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', took: true, on: '2026-03-10', minutes: 40 },
          { actor: 'asha' },
        ),
      ],
      '2026-03-11T12:00:00.000Z',
    ],
    [
      'answer-invitation',
      'ben',
      [
        happened('InstitutionRegistered', { institution: 'oakfield', details: { name: 'Oakfield', kind: 'school', nation: 'england' } }),
        happened(
          'MemberInvited',
          { institution: 'oakfield', person: 'ben', email: 'b@x.example', from: '2026-03-09', by: 'dev' },
          { actor: 'dev' },
        ),
      ],
      NOW,
    ],
  ])('is a task of the same person: %s', (kind, person, events, now) => {
    const last = [...foldView(noticeView, events)].filter(([id]) => id.startsWith(`${person}~`)).map(([, row]) => row.data);
    expect(last).toContainEqual(expect.objectContaining({ person, email: true, listed: false }));
    expect(tasks(person, events, now)).toContain(kind);
  });
});
