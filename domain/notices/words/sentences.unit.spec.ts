import type { PersonId } from '../../kernel/brand.js';
import type { EventType } from '../outcome.js';
import { WORDS, wordsOf, type KeptFacts } from '../words.js';

const [asha, ben, helen] = ['asha', 'ben', 'helen'] as PersonId[];
const NAMES: Readonly<Record<string, string>> = { asha: 'Asha', ben: 'Ben', helen: 'Helen' };
const time = { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 };
/** Every field that any notice shows. */
const shown = {
  ...{ mentorship: 'm', meeting: 'k', request: 'r', goal: 'g', reflection: 'x', credential: 'c', message: 'w', person: 'ben' },
  ...{ mentee: 'ben', from: 'asha', role: 'leader', issuerName: 'Elm School', because: 'not-meeting', time, on: '2026-03-06' },
  ...{ lineManager: 'asha', inductionTutor: 'helen' },
  ...{
    answerBy: '2026-03-13',
    agreeBy: '2026-03-13',
    continueBy: '2026-03-13',
    reviewOn: '2026-07-01',
    due: null,
    was: null,
    who: ['ben'],
    same: true,
  },
};
const tell = (type: EventType, change: object = {}, more: object = {}) =>
  wordsOf({
    ...{ type, to: ben, actor: asha, at: '2026-03-06T12:00:00.000Z', pair: { mentor: asha, mentee: ben }, startsAt: time.startsAt },
    ...{ replyBy: null, passedOn: false, institution: 'Elm School', name: (id: string) => NAMES[id] },
    shown: {
      ...shown,
      ...(DECLINES.has(type) && { because: undefined }),
      ...(type === 'FirstDayCorrected' && { from: '2025-09-01' }),
      ...change,
    },
    ...more,
  } as unknown as KeptFacts);
const DECLINES: ReadonlySet<EventType> = new Set(['RequestDeclined', 'MeetingCancelled', 'OfferDeclined', 'OfferWithdrawn']);
const types = Object.keys(WORDS) as EventType[];

/** What may be otherwise in what a notice shows. */
const CHANGES: readonly (readonly [EventType, object])[] = [
  ...types.map((type) => [type, {}] as const),
  ...['not-taking-new-mentees', 'reporting-line', 'cannot-reply'].map((because) => ['RequestDeclined', { because }] as const),
  ['OfferDeclined', { because: 'reporting-line' }],
  ...['no-space', 'not-taking-new-mentees', 'cannot-reply', 'joined'].map((because) => ['OfferWithdrawn', { because }] as const),
  ['MeetingCancelled', { because: 'suggested-already' }],
  ['RequestWithdrawn', { because: 'too-many-open' }],
  ['RequestWithdrawn', { because: 'asked-twice' }],
  ['RequestWithdrawn', { because: undefined }],
  ...['mentor-left', undefined].map((because) => ['MentorshipEnded', { because }] as const),
  ['ClosingProposed', { because: 'mentor-left' }],
  ...['other-left', 'other-ended'].map((why) => ['ClosingLifted', { why }] as const),
  ['HandoverSettled', { because: 'mentor-back' }],
  ['MentorshipPaused', { why: 'reporting-line' }],
  ['MentorshipPaused', { until: '2026-04-01' }],
  ['CredentialIssued', { kind: 'participation' }],
  ['CredentialRevoked', { kind: 'participation' }],
  ['RoleRevoked', { because: 'given-late' }],
  ['RoleRevoked', { person: 'helen', because: 'given-late', from: undefined }],
  ['TrustLeft', { from: undefined }],
  ['GoalDayChanged', { due: '2026-04-01', was: '2026-03-20' }],
  ['MeetingMoved', { was: { ...time, minutes: 30 } }],
  ['MeetingMoved', { was: { ...time, startsAt: '2026-03-09T15:40:00.000Z' } }],
  ['MeetingProposed', { replaces: ben }],
  ['MeetingClashed', { who: [asha, ben] }],
  ['RecordSetAside', { same: undefined }],
  ['RecordSetAside', { same: undefined, who: [asha] }],
  ['MeetingClosed', { took: true, added: { actions: 2, notes: true } }],
  ['MentorshipAgreed', { again: true }],
  ['RequestAccepted', { first: { time } }],
  ['RequestAccepted', { helpOffer: 'o1' }],
  ['JoiningDeclined', { kept: asha }],
  ...[asha, helen].map((record) => ['JoiningProposed', { unread: { record, from: '2026-03-05T09:00:00.000Z' } }] as const),
  ['PersonJoined', { role: undefined }],
  ['ReportingLineSet', { changed: ['lineManager', 'inductionTutor'] }],
];
const READERS = { 'the mentor': asha, 'the mentee': ben, 'a coordinator': helen };
/** Who a notice is told to, and what else is known of it. Only of times that were suggested nobody knows when the meeting is. */
const MORE = [
  {},
  { institution: '', passedOn: true, replyBy: '2026-03-13', withFile: true, withMessage: true, begun: true },
  { startsAt: null },
];
const HAS_A_TIME: ReadonlySet<EventType> = new Set(['MeetingBooked', 'MeetingMoved']);

describe('the words of every notice', () => {
  test.each(CHANGES)('%s %j are a title, whole sentences and a way on, whoever reads them and whatever is not known', (type, change) => {
    for (const [reader, to] of Object.entries(READERS))
      for (const more of MORE) {
        if ('startsAt' in more && HAS_A_TIME.has(type)) continue;
        const said = tell(type, change, { to, ...more });
        const { title = '', body = [], link = { says: '', path: '' } } = said ?? {};
        const lines = [title, ...body, link.says];
        expect([reader, lines.filter((line) => !/^[A-Z]\S*( \S+)*$/.test(line) || /undefined|null| [.,]/.test(line))]).toEqual([
          reader,
          [],
        ]);
        expect([reader, body.filter((sentence) => !sentence.endsWith('.'))]).toEqual([reader, []]);
        expect([title, link.says].filter((line) => line.endsWith('.'))).toEqual([]);
        expect(link.path).toMatch(/^\/\S*$/);
      }
  });
});

test('an offer that was closed as two records became one was taken back by neither, and both read what stays', () => {
  const told = (to: PersonId | undefined) => tell('OfferWithdrawn', { because: 'joined' }, { to, actor: 'hub' });
  expect([told(ben)?.title, told(asha)?.title]).toEqual(['We closed an offer from Asha', 'We closed your offer to Ben']);
  expect(told(ben)?.body).toEqual([
    'Two accounts became one, and you and Asha already have another offer, request or mentorship. That one stays as it is.',
  ]);
});

describe('a suggestion to end a mentorship', () => {
  test('[R8] says who made it and that the two have not met, without blame', () => {
    expect(tell('ClosingProposed', {}, { actor: helen })).toMatchObject({
      title: 'Helen suggested ending your mentorship with Asha',
      body: ['You have not met for a while. That’s OK, it happens.', expect.stringContaining('by Friday 13 March')],
    });
  });

  test('because of another mentor tells the mentee so, and the mentor nothing of it', () => {
    const told = (to: PersonId | undefined) => tell('ClosingProposed', { because: 'mentor-left' }, { to, actor: 'hub' });
    expect(told(ben)?.body).toEqual(['You have another mentor now.', expect.stringContaining('Continue or end it')]);
    expect(told(asha)?.title).toBe('Your mentorship with Ben needs a decision');
    expect(told(asha)?.body).toEqual([expect.stringContaining('Continue or end it')]);
    expect(tell('ClosingLifted', { why: 'other-ended' })?.body[0]).toBe('Your other mentorship has ended.');
    expect(tell('ClosingLifted', { why: 'other-left' })?.body[0]).toBe('Your other mentor has left, too.');
    expect(tell('ClosingLifted', { why: 'other-ended' }, { to: asha })?.body).toHaveLength(1);
  });
});

test('a role at a hub without a name is of this hub, and at a school whose name is not known of your school', () => {
  const title = (type: EventType, institution: string) => tell(type, { institution, role: 'administrator' }, { institution: '' })?.title;
  expect(title('RoleGranted', 'hub')).toBe('You are now an administrator of this hub on Alongside');
  expect(title('RoleRevoked', 'hub')).toBe('You are no longer an administrator of this hub on Alongside');
  expect(title('RoleGranted', 'elm')).toBe('You are now an administrator at your school on Alongside');
});

test('what was given late is told to whom it was given to, and to the administrators there, by name', () => {
  const shown = { person: ben, from: asha, role: 'coordinator', because: 'given-late' };
  const told = (to: PersonId | undefined) => tell('RoleRevoked', shown, { to, actor: 'hub' });
  expect([told(ben)?.title, told(ben)?.body]).toEqual([
    'You are no longer a coordinator at Elm School on Alongside',
    ['Asha made you a coordinator just after losing the right to. Another administrator can give you the role again.'],
  ]);
  expect([told(helen)?.title, told(helen)?.body, told(helen)?.link.path]).toEqual([
    'Ben is not a coordinator at Elm School on Alongside',
    ['Asha gave them the role just after losing the right to, so we removed it. If they should have it, give it to them again.'],
    '/members',
  ]);
  expect(tell('RoleRevoked')?.body).toEqual(['If this is a mistake, speak to your administrator.']);
  expect(tell('TrustLeft', shown, { to: helen })?.title).toBe('Elm School is not in the trust that it was added to');
});

describe('a school that closed', () => {
  const told = (followedBy: readonly string[]) =>
    tell('ClosingTold', {}, { actor: 'hub', closing: { on: '2026-02-28', followedBy } })?.body.slice(0, 2);

  test('says when, and how to be found again', () =>
    expect(told([])).toEqual(['Elm School closed on Saturday 28 February.', expect.stringMatching(/^Find the school or trust/)]));

  test('names the one that follows it', () =>
    expect(told(['Oak Academy'])).toEqual([
      'Elm School closed on Saturday 28 February. Oak Academy follows it.',
      expect.stringMatching(/^If you work at Oak Academy now, you can join it at once\./),
    ]));

  test('names both that follow it', () =>
    expect(told(['Oak Academy', 'Ash Academy'])).toEqual([
      'Elm School closed on Saturday 28 February. Oak Academy and Ash Academy follow it.',
      expect.stringMatching(/^If you work at one of them now/),
    ]));
});

test('an agreement in place of another says whose it replaces, as its reader would, and what differs', () => {
  const changed = [{ term: 'minutes', from: 45, to: 30 }];
  const body = (replaces: PersonId | undefined) => tell('AgreementProposed', { replaces, changed })?.body;
  expect(body(ben)).toEqual([
    'It replaces the agreement you suggested.',
    'How long: was 45 minutes, now 30 minutes.',
    'Read it, then sign it or suggest changes.',
  ]);
  expect(body(asha)?.[0]).toBe('It replaces their earlier suggestion.');
  expect(tell('AgreementProposed')?.title).toBe('Asha suggested an agreement');
  expect(tell('AgreementProposed', { changed })?.title).toBe('Asha suggested changes to your agreement');
});

test('who is told of a meeting reads what to do before it, and about the file where there is one', () => {
  const agenda = 'Add what you want to talk about to the agenda.';
  expect(tell('MeetingBooked')?.body).toEqual([agenda]);
  expect(tell('MeetingBooked', {}, { withFile: true })?.body).toEqual([agenda, 'Open the attached file to add it to your calendar.']);
  const moved = (more: object) => tell('MeetingMoved', { was: { ...time, minutes: 30 } }, more)?.body;
  expect(moved({})).toEqual(['It was 30 minutes and is now 45 minutes.', 'Add it to your calendar again to update it there.']);
  expect(moved({ withFile: true })?.[1]).toBe('Open the attached file to update your calendar.');
});

test('what was written down with a record of a meeting is said, and nothing where nothing was', () => {
  const last = (added: object | undefined) => tell('MeetingClosed', { took: true, added })?.body.slice(1);
  expect(last({ actions: 2, notes: true })).toEqual(['They added notes and 2 actions.']);
  expect(last({ actions: 1, notes: false })).toEqual(['They added one action.']);
  expect(last({ actions: 0, notes: true })).toEqual(['They added notes.']);
  expect(last(undefined)).toEqual([]);
  expect(tell('MeetingClosed', { took: false })?.body).toEqual(['They recorded that it did not take place.']);
});

test('times in place of others say whose they replace', () => {
  const body = (replaces: PersonId | undefined) => tell('MeetingProposed', { replaces })?.body[0];
  expect(body(ben)).toContain('They replace the times you suggested.');
  expect(body(asha)).toContain('They replace their earlier suggestion.');
});

test('a record of participation is never called a certificate', () => {
  for (const type of ['CredentialIssued', 'CredentialRevoked'] as const) {
    expect(JSON.stringify(tell(type, { kind: 'participation' }))).not.toMatch(/your certificate/i);
    expect(JSON.stringify(tell(type, { kind: 'certificate' }))).not.toMatch(/participation|your record/i);
  }
});

test('[R5] who is told of mentors to ask reads that those do not know', () => {
  expect(tell('MentorsSuggested')?.body).toEqual(['You choose who to ask. We do not tell them until you do.']);
});

test('[R6] who is asked to join a school reads what its coordinators will see, and what they will not', () => {
  expect(tell('MemberInvited')?.body.join(' ')).toMatch(
    /coordinators and leaders at Elm School see who .* They never see notes, goals or reflections\./,
  );
});

test('a line manager or an induction tutor is told which of the two they are, and for whom', () => {
  const title = (changed: readonly string[] | undefined) =>
    tell('ReportingLineSet', { person: 'asha', lineManager: ben, inductionTutor: ben, changed })?.title;
  expect(title(['lineManager'])).toBe('You are now recorded as line manager for Asha');
  expect(title(['lineManager', 'inductionTutor'])).toBe('You are now recorded as line manager and induction tutor for Asha');
  expect(tell('ReportingLineSet', { changed: undefined })?.title).toBe('Elm School updated your line manager or induction tutor');
});

test('a name that was changed says who changed it: an import, or a colleague by name', () => {
  expect(tell('PersonRenamed', {}, { actor: 'hub' })?.title).toBe('Your name on Alongside was changed in an import');
  expect(tell('PersonRenamed', {}, { actor: helen })?.title).toBe('Helen corrected your name on Alongside');
});
