import { ROLES, type Role } from '@alongside/domain/institutions/institution.events.js';
import { ROLE_SEES } from '@alongside/domain/institutions/role-words.js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { COUNTED, happened } from '@alongside/projections/testing/given-events.js';
import { calendarEntryOf } from '../files/meeting-calendar.js';
import { notificationsOf } from './notifications.js';
import { asha, asked, ben, lookAfter, started, written, type Told } from './written.testing.js';

const reminded = (actsNext: 'mentor' | 'mentee') => happened('RequestReminded', { request: 'r1', actsNext });

test('a person is called what they asked for, apart from the sentence around it, and never by the first word of their name', () => {
  const renamed = (name: string, names?: object) => happened('PersonRenamed', { person: ben, name, ...(names && { names }) });
  const subjects = [renamed('Nguyễn Thị Hạnh'), renamed('Ann Ray', { given: 'Ann', addressed: 'Mrs Ray' }), renamed('مريم حداد')].map(
    (rename) => written(rename, asked)[0]?.subject,
  );
  expect(subjects).toEqual([
    'Nguyễn Thị Hạnh has asked you to be their mentor',
    'Mrs Ray has asked you to be their mentor',
    '\u2068مريم حداد\u2069 has asked you to be their mentor',
  ]);
});

test('a name of an older log is told without the link in it, in emails and in calendars', () => {
  const linked = happened('PersonRenamed', { person: ben, name: 'http://evil.test/login' });
  const half = happened('PersonRenamed', { person: ben, name: 'Visit evil.com Ben' });
  const oak = happened('InstitutionRegistered', {
    institution: 'oak',
    details: { name: 'evil.com Oak', kind: 'school', nation: 'england' },
  });
  const role = happened('RoleGranted', { institution: 'oak', person: asha, role: 'leader' }, { actor: 'helen' });
  const [all, some, at] = [written(linked, asked)[0], written(half, asked)[0], written(oak, role)[0]];
  expect([all?.subject, some?.subject, at?.subject]).toEqual([
    'A colleague has asked you to be their mentor',
    'Visit Ben has asked you to be their mentor',
    'You are now a leader at Oak on Alongside',
  ]);
  const row = { meeting: 'k1', mentor: asha, mentee: ben, status: 'booked', place: '', moves: 0 } as const;
  const time = { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 };
  const from = { publicUrl: 'https://hub.example', mailFrom: 'hub@x.example', at: linked.at };
  const titleAfter = (rename: typeof linked) => calendarEntryOf({ ...row, time } as never, asha, lookAfter(rename), from)?.title;
  expect([titleAfter(linked), titleAfter(half)]).toEqual(['Mentoring with a colleague', 'Mentoring with Visit Ben']);
});

test('[R6] a new role is told with what it lets its holder see and do, and a link to where that is', () => {
  const told = (role: Role) => written(happened('RoleGranted', { institution: 'oak', person: ben, role }, { actor: 'asha' }))[0];
  for (const role of ROLES) expect(told(role)?.body).toEqual([ROLE_SEES[role]]);
  expect(ROLES.map((role) => told(role)?.link.path)).toEqual(expect.arrayContaining(['/members', '/programme', '/institutions']));
});

test('a first coordinator reads in one email that they are invited, and as what', () => {
  const elm = happened('InstitutionRegistered', {
    institution: 'elm',
    details: { name: 'Elm Primary', kind: 'school', nation: 'england' },
  });
  const joined = { person: 'cleo', name: 'Cleo Hart', email: 'cleo@x.example', role: 'coordinator' } as const;
  const cleo = happened('PersonJoined', joined, { actor: 'asha', institutions: ['elm'] } as never);
  const granted = (more: object) =>
    happened('RoleGranted', { institution: 'elm', person: 'cleo', role: 'coordinator', ...more } as never, { actor: 'asha' });
  expect(written(elm, cleo)[0]?.body[0]).toBe(
    `Asha Name invited you as a coordinator, because Elm Primary uses Alongside for mentoring. ${ROLE_SEES.coordinator}`,
  );
  expect(written(elm, cleo, granted({ withInvitation: true }))).toEqual([]);
  expect(written(elm, cleo, granted({}))[0]?.subject).toBe('You are now a coordinator at Elm Primary on Alongside');
});

describe('emails about a request', () => {
  test('a mentor who is asked reads who asks and by when to reply', () => {
    expect(written(asked)).toEqual([
      expect.objectContaining({
        to: asha,
        subject: 'Ben has asked you to be their mentor',
        body: ['Reply by Monday 9 March. Say yes, no, or ask a question.'],
      }),
    ]);
  });

  test('[R4] only the one who acts next is reminded', () => {
    expect(written(asked, reminded('mentor'))).toMatchObject([{ to: asha, subject: 'Reminder: reply to Ben by Monday 9 March' }]);
    expect(written(asked, reminded('mentee'))).toMatchObject([{ to: ben, subject: 'Reminder: reply to Asha by Monday 9 March' }]);
  });

  test('[R4] an expired request blames nobody: it reads the same whoever acted last', () => {
    const lapsed = (actsNext: 'mentor' | 'mentee') =>
      written(asked, happened('RequestLapsed', { request: 'r1', mentor: 'asha', mentee: 'ben', actsNext, next: null }));
    expect(lapsed('mentor')).toMatchObject([{ to: ben, subject: 'Your request to Asha has expired' }]);
    expect(lapsed('mentee')).toEqual(lapsed('mentor'));
  });
});

describe('emails about a mentorship', () => {
  test('[R8] an ending is told at once and without blame, and the mentee’s next step with it', () => {
    const ended = happened(
      'MentorshipEnded',
      { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', reason: 'Private', wantsAnother: false },
      { actor: 'asha' },
    );
    const [news] = written(started, ended);
    expect(news).toMatchObject({ to: ben, subject: 'Your mentorship with Asha has ended', link: { path: '/find' } });
    expect(JSON.stringify(news)).not.toContain('Private');
  });

  test('a pause says until when', () => {
    const paused = happened('MentorshipPaused', { mentorship: 'm1', by: 'ben', until: '2026-04-20', why: 'chosen' }, { actor: 'ben' });
    expect(written(started, paused)).toMatchObject([
      { to: asha, subject: 'Ben paused your mentorship', body: [expect.stringContaining('Monday 20 April')] },
    ]);
  });
});

describe('emails about times to meet', () => {
  const meeting = { meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', format: 'online', place: '' };
  const times = [{ startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 }];
  const proposed = happened('MeetingProposed', { ...meeting, by: 'ben', times }, { actor: 'ben' });
  const counter = happened('MeetingProposed', { ...meeting, by: 'asha', times, replaces: 'ben' }, { actor: 'asha' });

  test('other times say whose they replace, and that the meeting is the same', () => {
    expect(written(started, proposed, counter)).toMatchObject([
      {
        ...{ to: ben, subject: 'Asha suggested other times to meet' },
        body: [
          'They replace the times you suggested. It is the same meeting, with its agenda.',
          'Choose the one that suits you, or suggest others.',
        ],
      },
    ]);
    const again = happened('MeetingProposed', { ...meeting, by: 'ben', times, replaces: 'ben' }, { actor: 'ben' });
    expect(written(started, proposed, again)[0]?.body[0]).toContain('They replace their earlier suggestion.');
  });

  test('where both suggested times in one moment, both are told that one suggestion stays', () => {
    const twice = happened(
      'MeetingCancelled',
      { meeting: 'k1', mentorship: 'm1', by: 'hub', because: 'suggested-already' },
      { actor: 'hub' },
    );
    const emails = written(started, proposed, twice);
    expect(emails.map(({ subject, cancels }) => [subject, cancels])).toEqual([
      ['You and Ben both suggested times to meet', []],
      ['You and Asha both suggested times to meet', []],
    ]);
    expect(emails[0]?.link.path).toBe('/mentorships/m1');
  });

  test('none of them suits: whoever suggested them is asked for others', () => {
    const declined = happened('MeetingTimesDeclined', { meeting: 'k1', mentorship: 'm1', by: 'asha' }, { actor: 'asha' });
    expect(written(started, proposed, declined)).toMatchObject([{ to: ben, subject: 'Asha cannot make the times you suggested' }]);
  });
});

test('a meeting that is moved is told with the time before, where the log has it', () => {
  const meeting = { meeting: 'k1', mentorship: 'm1' };
  const [was, time] = [
    { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 },
    { startsAt: '2026-03-12T08:15:00.000Z', minutes: 45 },
  ];
  const moved = (more: object) => written(started, happened('MeetingMoved', { ...meeting, by: 'ben', time, ...more }, { actor: 'ben' }))[0];
  expect(moved({ was })).toMatchObject({
    ...{ to: asha, subject: 'Ben moved your meeting to Thursday 12 March at 8:15am' },
    body: ['It was on Tuesday 10 March at 3:40pm.', 'Add it to your calendar again to update it there.'],
  });
  expect(moved({})?.body).toEqual(['Add it to your calendar again to update it there.']);
  expect(moved({ was: { ...time, minutes: 30 } })).toMatchObject({
    ...{ subject: 'Ben changed how long your meeting on Thursday 12 March is' },
    body: ['It was 30 minutes and is now 45 minutes.', expect.anything()],
  });
});

describe('emails about a meeting that is cancelled', () => {
  const meeting = { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', format: 'online', place: '' };
  const at = (day: string) => ({ startsAt: `2026-03-${day}T15:40:00.000Z`, minutes: 45 });
  const book = (id: string, day: string) =>
    happened('MeetingBooked', { ...meeting, meeting: id, time: at(day), placeBy: 'ben' }, { actor: 'ben' });
  const booked = book('k1', '10');
  const proposed = happened('MeetingProposed', { ...meeting, meeting: 'k4', times: [at('24')] }, { actor: 'ben' });
  const cancelled = (by: string, id = 'k1') => happened('MeetingCancelled', { meeting: id, mentorship: 'm1', by }, { actor: by });
  const pause = (cancel: readonly string[], by = 'ben') =>
    happened('MentorshipPaused', { mentorship: 'm1', by, until: '2026-04-20', why: 'chosen', cancel }, { actor: by });
  const end = happened(
    'MentorshipEnded',
    { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', reason: '', wantsAnother: false },
    { actor: 'asha' },
  );
  const three = [booked, book('k3', '17'), book('k2', '12'), proposed];

  test('the other is told who cancelled which, and their calendar with them', () => {
    expect(written(started, booked, cancelled('ben'))).toMatchObject([
      { to: asha, subject: 'Ben cancelled your meeting on Tuesday 10 March', cancels: ['k1'] },
    ]);
  });

  test('one pause is one email, which lists what is cancelled with it and takes it out of both calendars', () => {
    const emails = written(started, ...three, pause(['k1', 'k2', 'k3']));
    const list =
      'We cancelled your 3 meetings on Tuesday 10 March at 3:40pm, on Thursday 12 March at 3:40pm and on Tuesday 17 March at 3:40pm.';
    expect(emails).toMatchObject([
      { to: asha, subject: 'Ben paused your mentorship', cancels: ['k1', 'k2', 'k3'] },
      { to: ben, subject: 'You paused your mentorship with Asha', cancels: ['k1', 'k2', 'k3'] },
    ]);
    for (const { body } of emails) {
      expect(body.slice(0, 2)).toEqual([list, 'The times suggested for a meeting are withdrawn.']);
      expect(body.at(-1)).toBe('Open each attached file to take that meeting out of your calendar.');
    }
    expect(written(started, ...three, pause(['k1', 'k2', 'k3']), cancelled('hub'))).toEqual([]);
  });

  test('a pause that keeps what is booked says that it stays, and nothing to the one who paused', () => {
    const stays = 'Your meeting on Tuesday 10 March at 3:40pm stays booked.';
    const until = 'It resumes on Monday 20 April. You do not need to do anything else until then.';
    expect(written(started, booked, pause([]))).toMatchObject([{ to: asha, cancels: [], body: [stays, until] }]);
    expect(written(started, booked, book('k2', '12'), pause(['k2']))[0]?.body.slice(0, 3)).toEqual([
      ...['We cancelled your meeting on Thursday 12 March at 3:40pm.', stays, until],
    ]);
    expect(written(started, booked, book('k2', '12'), pause([]))[0]?.body[0]).toBe(
      'Your 2 meetings on Tuesday 10 March at 3:40pm and on Thursday 12 March at 3:40pm stay booked.',
    );
    expect(written(started, pause([]))[0]?.body).toEqual(['It resumes on Monday 20 April. You do not need to do anything until then.']);
  });

  test('what is resumed names the meetings that are booked, and none where none is', () => {
    const resumed = happened('MentorshipResumed', { mentorship: 'm1', by: 'ben' }, { actor: 'ben' });
    const told = (...events: Told) =>
      notificationsOf(resumed.id, lookAfter(started, ...events, resumed), resumed.at).map(({ body }) => body);
    expect(told(booked, pause(['k1']), cancelled('hub'))).toEqual([['You can book meetings again.']]);
    expect(told(booked, pause([]))).toEqual([['Your meeting on Tuesday 10 March at 3:40pm stays booked.', 'You can book others again.']]);
  });

  test('[R8] so is an end, for both have the meetings in their calendars', () => {
    const emails = written(started, ...three, end);
    expect(emails.map(({ to, cancels }) => [to, cancels]).toSorted()).toEqual([
      [asha, ['k1', 'k2', 'k3']],
      [ben, ['k1', 'k2', 'k3']],
    ]);
    expect(written(started, booked, cancelled('ben'), end).map(({ to, cancels }) => [to, cancels])).toEqual([[ben, []]]);
  });

  test('a pause that is over before its emails are sent still takes the meetings out of both calendars', () => {
    const paused = pause(['k1']);
    const resumed = happened('MentorshipResumed', { mentorship: 'm1', by: 'ben' }, { actor: 'ben' });
    const told = (...events: Told) =>
      notificationsOf(paused.id, lookAfter(started, ...events), paused.at).map(({ to, cancels }) => [to, cancels]);
    expect(told(booked, paused, resumed).toSorted()).toEqual([
      [asha, ['k1']],
      [ben, ['k1']],
    ]);
    expect(notificationsOf(resumed.id, lookAfter(started, booked, paused, resumed), resumed.at).map(({ to }) => to)).toEqual([asha]);
    expect(told(pause([]), resumed)).toEqual([]);
  });

  test('what has begun is not cancelled, for it is still to be recorded', () => {
    const late = { ...end, at: '2026-03-11T09:00:00.000Z' } as typeof end;
    expect(written(started, ...three, late).map(({ cancels }) => cancels)).toEqual([
      ['k2', 'k3'],
      ['k2', 'k3'],
    ]);
  });

  test('an email about a booking or a suggestion that was taken along is sent no more', () => {
    const look = lookAfter(started, booked, proposed, end);
    expect([booked, proposed].flatMap(({ id }) => notificationsOf(id, look, end.at))).toEqual([]);
    expect(notificationsOf(booked.id, lookAfter(started, booked, proposed), booked.at)).toHaveLength(1);
  });

  test('times that nobody chose are withdrawn, and one that never had a time is in no calendar', () => {
    expect(written(started, proposed, cancelled('ben', 'k4'))).toMatchObject([
      { subject: 'Ben withdrew the suggested times to meet', cancels: [] },
    ]);
  });
});

test('an email about a counter-suggestion says whose it replaces and which terms changed, and not what either wrote', () => {
  const terms = {
    ...{ purpose: 'My worry', frequency: 'weekly', minutes: 45, format: 'online', confidentiality: '', reviewOn: '2026-06-05' },
  } as const;
  const first = happened('AgreementProposed', { mentorship: 'm1', agreement: 'a1', by: 'asha', terms }, { actor: 'asha' });
  const counter = happened(
    'AgreementProposed',
    {
      ...{ mentorship: 'm1', agreement: 'a2', by: 'ben', terms: { ...terms, minutes: 30, purpose: 'Other words' }, replaces: 'asha' },
      changed: [{ term: 'purpose' }, { term: 'minutes', from: 45, to: 30 }],
    },
    { actor: 'ben' },
  );
  const [news] = written(started, first, counter);
  expect(news).toMatchObject({
    subject: 'Ben suggested changes to your agreement',
    body: [
      'It replaces the agreement you suggested.',
      'What it is for: new wording.',
      'How long: was 45 minutes, now 30 minutes.',
      'Read it, then sign it or suggest changes.',
    ],
  });
});

describe('an email that was held up for a day', () => {
  const meeting = { meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', format: 'online', place: '' };
  const at = (day: string) => ({ startsAt: `2026-03-${day}T15:40:00.000Z`, minutes: 45 });
  const by = { actor: 'asha' };
  const booked = happened('MeetingBooked', { ...meeting, time: at('07'), placeBy: 'asha' }, by);
  const moved = happened('MeetingMoved', { meeting: 'k1', mentorship: 'm1', by: 'asha', time: at('07'), was: at('10') }, by);
  const proposed = happened('MeetingProposed', { ...meeting, times: [at('08'), at('07')] }, by);
  const terms = { purpose: '', frequency: 'weekly', minutes: 45, format: 'online', confidentiality: '', reviewOn: '2026-06-05' } as const;
  const agreement = happened('AgreementProposed', { mentorship: 'm1', agreement: 'a1', by: 'asha', terms }, by);
  const day = { remindOn: '2026-03-10', agreeBy: '2026-03-12', counted: COUNTED };
  const completing = happened('CompletionProposed', { mentorship: 'm1', by: 'asha', ...day }, by);
  const times = { meeting: 'k1', mentorship: 'm1' };
  const withdrawn = happened('MeetingCancelled', { ...times, by: 'asha' }, by);
  const accepted = (first?: object) =>
    happened(
      'RequestAccepted',
      { mentor: 'asha', mentee: 'ben', request: 'r1', mentorship: 'm1', ...(first && { first: first as never }) } as never,
      by,
    );
  const ended = happened(
    'MentorshipEnded',
    { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', reason: '', wantsAnother: false },
    { actor: 'ben' },
  );
  type One = ReturnType<typeof happened>;
  /** The subjects of what is sent about an event, once others have come after it and it is that day of March. */
  const sent = (about: One, onDay: string, ...since: Told) =>
    notificationsOf(about.id, lookAfter(started, about, ...since), `2026-03-${onDay}T16:00:00.000Z` as Instant).map(
      ({ subject }) => subject,
    );

  test('about a meeting ahead is not sent once the meeting has begun', () => {
    expect(sent(booked, '06')).toEqual([expect.stringContaining('Asha booked a meeting')]);
    expect(sent(booked, '07')).toEqual([]);
  });

  test('about a move is sent until the time before has come, too: it may be in their calendar', () => {
    expect(sent(moved, '08')).toEqual([expect.stringContaining('Asha moved your meeting')]);
    expect(sent(moved, '10')).toEqual([]);
  });

  test('about suggested times is sent while one of them is ahead, and not after one was chosen, all were withdrawn or others suggested', () => {
    const chosen = happened('MeetingBooked', { ...meeting, by: 'ben', time: at('08'), placeBy: 'ben' }, { actor: 'ben' });
    const others = happened('MeetingProposed', { ...meeting, by: 'ben', times: [at('09')], replaces: 'asha' }, { actor: 'ben' });
    const none = happened('MeetingTimesDeclined', { ...times, by: 'ben' }, { actor: 'ben' });
    expect(sent(proposed, '07')).toEqual(['Asha suggested times to meet']);
    expect(sent(proposed, '08')).toEqual([]);
    for (const settled of [chosen, withdrawn, others, none, ended]) expect(sent(proposed, '06', settled)).toEqual([]);
    expect(sent(withdrawn, '09')).toEqual([expect.stringContaining('Asha')]);
  });

  test('that asks for something is not sent once that is settled or the mentorship is over', () => {
    const agreed = happened('MentorshipAgreed', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', agreement: 'a1' }, { actor: 'ben' });
    expect(sent(agreement, '07')).toEqual(['Asha suggested an agreement']);
    expect(sent(agreement, '07', agreed)).toEqual([]);
    expect(sent(agreement, '07', ended)).toEqual([]);
    expect(sent(completing, '07')).toEqual(['Asha suggested completing your mentorship']);
    const notYet = happened('CompletionDeclined', { mentorship: 'm1', by: 'ben' }, { actor: 'ben' });
    expect(sent(completing, '07', notYet)).toEqual([]);
    const declined = happened('RequestDeclined', { mentor: 'asha', mentee: 'ben', request: 'r1', reason: '', next: null }, by);
    expect(sent(asked, '07')).toHaveLength(1);
    expect(sent(asked, '07', declined)).toEqual([]);
    expect(sent(declined, '08')).toHaveLength(1);
  });

  test('about an end, a cancellation or a yes is sent whatever has begun since', () => {
    const first = { meeting: 'k1', time: at('07'), format: 'online', place: '' };
    expect(sent(accepted(first), '06')).toEqual(['Asha said yes, and you are meeting']);
    expect(sent(accepted(first), '08')).toEqual(['Asha said yes']);
    expect(
      notificationsOf(ended.id, lookAfter(started, booked, ended), '2026-03-08T16:00:00.000Z' as Instant).map(({ to }) => to),
    ).toContain(asha);
    const cancelled = notificationsOf(withdrawn.id, lookAfter(started, booked, withdrawn), '2026-03-08T16:00:00.000Z' as Instant);
    expect(cancelled).toMatchObject([{ to: ben, cancels: ['k1'] }]);
  });
});

test('[R9] the mentee of a mentor who is erased is sent the end alone, and the mentee of one who leaves may carry on', () => {
  const needed = (ends?: true) => happened('HandoverNeeded', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', ...(ends && { ends }) });
  expect(written(started, needed()).map(({ to }) => to)).toContain(ben);
  expect(written(started, needed(true))).toEqual([]);
});

test('[R9] the end of a mentorship with a person who is erased reaches the other, about nobody who is gone', () => {
  const ended = happened('MentorshipEnded', {
    mentorship: 'm1',
    mentor: 'asha',
    mentee: 'ben',
    by: 'alongside',
    wantsAnother: false,
  } as never);
  const told = written(happened('PersonErased', { person: 'ben' }), started, ended);
  expect(told.map(({ to, about }) => [to, about])).toEqual([[asha, [asha]]]);
  expect(JSON.stringify(told)).not.toContain('Ben');
});

test('what is withdrawn is called what it was', () => {
  const revoked = (kind?: 'participation') =>
    happened('CredentialRevoked', {
      ...{ credential: 'c1', by: 'asha', why: 'in-error', on: '2026-03-06', person: 'ben', mentorship: 'm1' },
      ...(kind && { kind }),
    } as never);
  expect([revoked(), revoked('participation')].map((event) => written(started, event)[0]?.subject)).toEqual([
    'Your certificate was withdrawn',
    'Your record of participation was withdrawn',
  ]);
  expect(JSON.stringify(written(started, revoked())[0])).toMatch(/mentorship with Asha\..*growth\?part=certificates/);
});

test('an invitation says who sent it, for which school and what for, whether a colleague adds a person or invites them again', () => {
  const elm = { institutions: ['elm'] } as never;
  const cleo = happened(
    'PersonJoined',
    { person: 'cleo', name: 'Cleo Hart', email: 'cleo@x.example' },
    { actor: 'asha', ...(elm as object) },
  );
  const school = happened('InstitutionRegistered', {
    institution: 'elm',
    kind: 'school',
    details: { name: 'Elm Primary', kind: 'school' },
  } as never);
  const joined = happened('MemberJoined', { institution: 'elm', person: 'cleo', from: '2026-03-02' });
  const again = happened('InvitationSent', { institution: 'elm', person: 'cleo', from: 'asha' }, { actor: 'asha' });
  const [first, second] = [written(school, cleo)[0], written(school, cleo, joined, again)[0]];
  expect(first?.body[0]).toBe(
    'Asha Name invited you because Elm Primary uses Alongside for mentoring: you can find a mentor, or offer to be one.',
  );
  expect(second).toMatchObject({ subject: first?.subject, body: first?.body, link: first?.link });
});
