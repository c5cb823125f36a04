import { z } from 'zod';
import { personId, type CredentialId, type MentorshipId, type PersonId, type RequestId } from '../kernel/brand.js';
import { personalPlacesOf } from '../kernel/catalogue.js';
import { eventShapeOf, eventTypes } from '../protocol/registry.js';
import { meaningOf, noticesOf, SHOWN, shownOf, type Happened, type Known } from './notices.js';
import { NAMELESS } from './facts.js';
import { NOTICES } from './table.js';
import type { EventType, Outcome } from './outcome.js';
import { WORDS, wordsOf, type KeptFacts } from './words.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
/** Fields that name who acted, or whose words or suggestion an event holds. */
const DOERS: ReadonlySet<string> = new Set(['by', 'from', 'placeBy', 'wordedBy', 'replaces']);
const two = { mentor: asha, mentee: ben };
const known: Known = {
  pair: (mentorship) => (mentorship === ('m' as MentorshipId) ? two : undefined),
  request: (request) => (request === ('r' as RequestId) ? two : undefined),
  holder: (credential) => (credential === ('c' as CredentialId) ? ben : undefined),
};
/** An event as a spec writes it: only the fields that notices read. */
const event = (type: EventType, data: Record<string, unknown>, actor: string): Happened => ({ type, data, actor }) as unknown as Happened;
/** The fields of a type of event, with their schemas. */
const shapeOf = (type: string): Readonly<Record<string, { readonly unwrap?: () => unknown }>> => {
  const schema = eventShapeOf(type)?.data;
  return schema instanceof z.ZodObject ? schema.shape : {};
};
const told = (happened: Happened) => noticesOf(happened, known).map(({ person }) => person);
const why = (happened: Happened, person: PersonId) => meaningOf(happened, known).find((one) => one.person === person)?.outcome;

describe('who is told', () => {
  test('every event is in the table, and nothing else is', () => {
    expect(Object.keys(NOTICES).sort()).toEqual([...eventTypes].sort());
  });

  test.each(eventTypes)('nobody whom %s names is forgotten: they are told, or the table says why not', (type) => {
    const shape = shapeOf(type);
    const isPerson = (field: string) => [shape[field], shape[field]?.unwrap?.()].includes(personId);
    const named = Object.keys(shape).filter((field) => isPerson(field) && !DOERS.has(field));
    const happened = event(type as EventType, Object.fromEntries(named.map((field) => [field, `${field}-of-it`])), 'helen');
    const meant = new Set(meaningOf(happened, known).map(({ party }) => party));
    expect(named.filter((field) => !meant.has(field))).toEqual([]);
  });

  test.each([
    'MentorshipEnded',
    'MentorshipPaused',
    'MentorshipResumed',
    'MentorshipCompleted',
    'MentorshipAgreed',
    'GoalAgreed',
    'MeetingClosed',
    'MeetingCancelled',
  ] as const)('%s reaches the other person, on Today and by email, and not the one who did it', (type) => {
    const happened = event(type, { mentorship: 'm', mentor: asha, mentee: ben, meeting: 'k', took: true }, asha);
    expect(told(happened)).toEqual([ben]);
    expect(noticesOf(happened, known)[0]?.outcome).toMatchObject({ email: true });
    expect(why(happened, asha)).toEqual({ tell: false, because: 'own-act' });
  });

  test('an offer beside another one, as two records became one, is told to both; of one taken back for its mentor the mentee is told', () => {
    const takenBack = (because: string) => told(event('OfferWithdrawn', { helpOffer: 'o', ...two, because }, 'hub')).toSorted();
    expect(takenBack('joined')).toEqual([asha, ben]);
    expect(['no-space', 'not-taking-new-mentees', 'cannot-reply'].map(takenBack)).toEqual([[ben], [ben], [ben]]);
    expect(takenBack('asked')).toEqual([]);
  });

  test('where the hub acts, both are told', () => {
    expect(told(event('MentorshipResumed', { mentorship: 'm', by: 'hub' }, 'hub')).sort()).toEqual([asha, ben]);
  });

  test('a coordinator who suggested ending a pair is told what came of it, and the pair that is asked no more', () => {
    const of = { mentorship: 'm', mentor: asha, mentee: ben };
    for (const type of ['ClosingDeclined', 'MentorshipPaused', 'MentorshipCompleted', 'MentorshipEnded'] as const)
      expect(told(event(type, { ...of, by: ben, askedBy: 'helen' }, ben)).sort()).toEqual(['asha', 'helen']);
    expect(told(event('ClosingLifted', { ...of, why: 'met', askedBy: 'helen' }, 'hub'))).toEqual(['helen']);
    expect(told(event('ClosingLifted', { ...of, why: 'other-ended' }, 'hub')).sort()).toEqual([asha, ben]);
  });

  test('a mentor is told that their mentee left, and by no email where it would be their first', () => {
    const left = (more: object = {}) =>
      event('MenteeLeft', { mentorship: 'm', mentor: asha, mentee: ben, institution: 'elm', ...more }, 'hub');
    const emailed = (more?: object) => noticesOf(left(more), known).map(({ person, outcome }) => [person, outcome.today, outcome.email]);
    expect(emailed()).toEqual([[asha, 'notification', true]]);
    expect(emailed({ untold: true })).toEqual([[asha, 'notification', false]]);
    expect(why(left(), ben)).toEqual({ tell: false, because: 'told-by', events: ['MemberLeft'] });
  });

  test('a coordinator who is asked for help is emailed; what they only work out is on their desk alone', () => {
    const help = event('HelpAsked', { mentorship: 'm', coordinator: 'helen' }, ben);
    expect(noticesOf(help, known).map(({ person, outcome }) => [person, outcome.today, outcome.email])).toEqual([['helen', 'desk', true]]);
    expect(why(help, asha)).toEqual({ tell: false, because: 'private', rule: 'R6' });
  });

  test('[R6] a coordinator who is told what came of a suggestion is not told which of the two did it', () => {
    const of = { mentorship: 'm', mentor: asha, mentee: ben, by: ben, askedBy: 'helen' };
    for (const type of ['ClosingDeclined', 'MentorshipPaused', 'MentorshipCompleted', 'MentorshipEnded'] as const)
      expect(why(event(type, of, ben), 'helen' as PersonId)).toMatchObject({ tell: true, unnamed: true });
  });

  test('meetings that a pause or an end cancels are taken out of the calendars of both: of whoever did it by email alone', () => {
    const ended = event('MentorshipEnded', { mentorship: 'm', mentor: asha, mentee: ben }, ben);
    const taking = (meetings: number) =>
      meaningOf(ended, { ...known, takenAlong: () => ({ cancelled: Array.from({ length: meetings }), withdrawn: [] }) as never });
    expect(taking(1).map(({ person, outcome }) => [person, outcome.tell && [outcome.today, outcome.email]])).toEqual([
      [asha, ['notification', true]],
      [ben, [null, true]],
    ]);
    expect(taking(0).map(({ person, outcome }) => [person, outcome.tell])).toEqual([
      [asha, true],
      [ben, false],
    ]);
  });

  test('who is named twice is told once, as what the table names first', () => {
    const line = event('ReportingLineSet', { institution: 'oakfield', person: ben, lineManager: asha, inductionTutor: asha }, 'helen');
    expect(noticesOf(line, known).map(({ person, party }) => [person, party])).toEqual([
      [ben, 'person'],
      [asha, 'lineManager'],
    ]);
  });

  test('a reply within another act is told by it to the other, and to the coordinator as ever', () => {
    const of = { mentorship: 'm', mentor: asha, mentee: ben };
    const declined = { ...of, by: ben, askedBy: 'helen', on: '2026-03-06' };
    expect(told(event('ClosingDeclined', { ...declined, within: 'AgreementProposed' }, ben))).toEqual(['helen']);
    for (const type of ['CompletionDeclined', 'CompletionWithdrawn'] as const) {
      expect(told(event(type, { ...of, by: ben, within: 'AgreementProposed' }, ben))).toEqual([]);
      expect(told(event(type, { ...of, by: ben }, ben))).toEqual([asha]);
    }
  });

  test('a line manager or induction tutor who stays what they were is not told again; older events do not say', () => {
    const line = { institution: 'oakfield', person: ben, lineManager: asha, inductionTutor: 'cleo' };
    const toldOf = (changed?: readonly string[]) =>
      told(event('ReportingLineSet', { ...line, ...(changed && { changed }) }, 'helen')).sort();
    expect(toldOf(['inductionTutor'])).toEqual([ben, 'cleo'].sort());
    expect(toldOf(['lineManager'])).toEqual([asha, ben].sort());
    expect(toldOf()).toEqual([asha, ben, 'cleo'].sort());
  });

  test('a line manager who was set before its member first signed in is no news to them, and is to the manager', () => {
    const line = { institution: 'oakfield', person: ben, lineManager: asha, inductionTutor: null, changed: ['lineManager'] };
    expect(told(event('ReportingLineSet', { ...line, withJoin: true }, 'hub'))).toEqual([asha]);
    expect(told(event('ReportingLineSet', line, 'hub')).sort()).toEqual([asha, ben].sort());
  });

  test('an administrator who asked is told that two records were joined', () => {
    const joined = event('RecordsJoined', { person: ben, joined: 'moved', belongs: [], askedBy: 'helen' }, 'hub');
    expect(noticesOf(joined, known).map(({ person, outcome }) => [person, outcome.today, outcome.email])).toEqual([
      [ben, 'notification', true],
      ['helen', 'notification', true],
    ]);
  });

  test('whom no email has told of Alongside is emailed neither a role nor that they are no longer a member', () => {
    const emailed = (type: EventType, more: object) =>
      noticesOf(event(type, { institution: 'oakfield', person: ben, role: 'leader', ...more }, 'helen'), known).map(
        ({ person, outcome }) => [person, outcome.email],
      );
    for (const type of ['MemberLeft', 'RoleGranted', 'RoleRevoked'] as const) {
      expect(emailed(type, { untold: true })).toEqual([[ben, false]]);
      expect(emailed(type, {})).toEqual([[ben, true]]);
    }
  });

  test('who is put back is told, and by email where they were told of their removal; who is new hears it with their invitation', () => {
    const emailed = (more: object) =>
      noticesOf(event('MemberJoined', { institution: 'oakfield', person: ben, from: '2026-09-01', ...more }, 'helen'), known).map(
        ({ person, outcome }) => [person, outcome.email],
      );
    expect(emailed({ again: true })).toEqual([[ben, true]]);
    expect(emailed({ again: true, untold: true })).toEqual([[ben, false]]);
    expect(emailed({})).toEqual([]);
  });

  test('who is added by an import is not told that it updated their job details; who was here before is', () => {
    expect(told(event('ProfileDescribed', { person: ben, withJoin: true }, 'hub'))).toEqual([]);
    expect(told(event('ProfileDescribed', { person: ben }, 'hub'))).toEqual([ben]);
  });

  test('[R5] an exclusion is told to nobody', () => {
    const excluded = event('ExclusionAdded', { person: ben, other: asha }, ben);
    expect(told(excluded)).toEqual([]);
    expect(why(excluded, asha)).toEqual({ tell: false, because: 'private', rule: 'R5' });
  });

  test('[R5] a suggestion of mentors names none of them: an email stays, and a mentor may come to exclude its reader', () => {
    const suggested = event('MentorsSuggested', { message: 'w', from: 'helen', to: ben, mentors: [asha], text: '' }, 'helen');
    expect(told(suggested)).toEqual([ben]);
    expect(JSON.stringify(shownOf(suggested))).not.toContain(asha);
  });

  test('[R4] a second choice does not learn that they are one', () => {
    const asked = event('MentoringRequested', { request: 'r', mentor: asha, mentee: ben, reserves: ['cleo'] }, ben);
    expect(told(asked)).toEqual([asha]);
    expect(why(asked, 'cleo' as PersonId)).toEqual({ tell: false, because: 'private', rule: 'R4' });
  });

  test('[R4] a second choice who is asked by the hub is told like any mentor, and the mentee was told by the answer before', () => {
    const asked = event('MentoringRequested', { request: 'r', mentor: asha, mentee: ben, reserves: [] }, 'hub');
    expect(told(asked)).toEqual([asha]);
    expect(why(asked, ben)).toMatchObject({ because: 'told-by', events: ['RequestDeclined', 'RequestLapsed'] });
  });

  test('a mentor is told of a request that is closed because they assess the mentee, and not of one that they closed by pausing', () => {
    const closed = (because: string) => event('RequestDeclined', { request: 'r', mentor: asha, mentee: ben, next: null, because }, 'hub');
    expect(told(closed('reporting-line')).sort()).toEqual([asha, ben]);
    expect(told(closed('not-taking-new-mentees'))).toEqual([ben]);
  });

  test('[R4] a reminder goes to the one who acts next, and not to the other', () => {
    const reminded = (actsNext: string) => event('RequestReminded', { request: 'r', actsNext }, 'hub');
    expect([told(reminded('mentor')), told(reminded('mentee')), told(reminded('nobody'))]).toEqual([[asha], [ben], []]);
  });

  test('more time to reply is told to the one who did not ask for it', () => {
    const extended = (by: string) => event('RequestExtended', { request: 'r', answerBy: '2026-03-13' }, by);
    expect([told(extended(asha)), told(extended(ben))]).toEqual([[ben], [asha]]);
  });

  test('a reflection that is shared is told to the partner; one that is taken back is not', () => {
    const shared = (readers: string) => event('ReflectionShared', { reflection: 'x', person: ben, mentorship: 'm', with: readers }, ben);
    expect(told(shared('pair'))).toEqual([asha]);
    expect(told(shared('nobody'))).toEqual([]);
  });

  test('an import invites nobody by itself; a coordinator does', () => {
    expect(told(event('PersonJoined', { person: ben }, 'hub'))).toEqual([]);
    expect(told(event('PersonJoined', { person: ben }, 'helen'))).toEqual([ben]);
  });

  test('who holds a certificate is told when it is withdrawn', () => {
    expect(told(event('CredentialRevoked', { credential: 'c', by: asha }, asha))).toEqual([ben]);
  });
});

const wordsTold = (type: EventType, shown: Record<string, unknown>, name: () => string) =>
  wordsOf({
    ...{ type, to: ben, actor: asha, at: '2026-03-06T12:00:00.000Z', shown, pair: two, startsAt: null, replyBy: null, passedOn: false },
    ...{ institution: '', name },
  } as unknown as KeptFacts);

test('a notice about an agreement opens the agreement, and one that asks for its review the review', () => {
  const opens = (type: EventType) => wordsTold(type, { mentorship: 'm', reviewOn: '2026-04-01' }, () => 'Asha')?.link.path;
  expect((['AgreementProposed', 'MentorshipAgreed', 'AgreementReviewed'] as const).map(opens)).toEqual(
    Array(3).fill('/mentorships/m?open=agreement'),
  );
  expect((['ReviewAsked', 'ReviewAnswered'] as const).map(opens)).toEqual(Array(2).fill('/mentorships/m?open=review'));
});

test('terms that change an agreement in force end no trial period', () => {
  const body = (shown: object) => wordsTold('MentorshipAgreed', { mentorship: 'm', ...shown }, () => 'Asha')?.body;
  expect(body({})).toEqual(['Your trial period is over and your mentorship is active.']);
  expect(body({ again: true })).toEqual(['The changes apply from now on.']);
});

test('what is issued opens where it is shown', () => {
  for (const type of ['CredentialIssued', 'CredentialRaised', 'CredentialRevoked'] as const)
    expect(wordsTold(type, { credential: 'c' }, () => 'Asha')?.link.path).toBe('/growth?part=certificates');
});

test('an email about membership or a role says that it is about Alongside, and not about a job', () => {
  const at = { institution: 'oakfield', role: 'leader' };
  for (const type of ['MemberLeft', 'RoleGranted', 'RoleRevoked', 'MemberInvited'] as const)
    expect(wordsTold(type, at, () => 'Asha')?.title).toMatch(/ on Alongside$/);
});

describe('a person without a name any more', () => {
  const words = (type: EventType, shown: Record<string, unknown>) => wordsTold(type, shown, () => NAMELESS);

  test('stands in the middle of a sentence in small letters, and at its start with a capital', () => {
    expect(words('MentorshipEnded', { mentorship: 'm' })?.title).toBe('Your mentorship with a colleague has ended');
    expect(words('RequestWithdrawn', { request: 'r' })?.title).toBe('A colleague withdrew their request');
  });
});

/** Every outcome in the table, functions asked with each of the answers they can tell apart. */
const outcomes: readonly (readonly [EventType, string, Outcome])[] = (
  Object.entries(NOTICES) as [EventType, Record<string, unknown>][]
).flatMap(([type, rules]) =>
  Object.entries(rules).flatMap(([party, rule]): [EventType, string, Outcome][] =>
    typeof rule === 'function'
      ? ['mentor', 'mentee', 'nobody', 'pair', 'other-ended', 'reporting-line'].map((one) => [
          type,
          party,
          rule({ actsNext: one, with: one, why: one, movedFrom: one, kept: one }) as Outcome,
        ])
      : [[type, party, rule as Outcome]],
  ),
);

describe('what is told', () => {
  test('every notification and every email has words, and no words are without a notice', () => {
    const needed = outcomes.flatMap(([type, , one]) => (one.tell && (one.today === 'notification' || one.email === true) ? [type] : []));
    expect(Object.keys(WORDS).sort()).toEqual([...new Set(needed)].sort());
  });

  test('a person who is told by another event of the same command is really told by it', () => {
    for (const [type, party, one] of outcomes) {
      if (one.tell || one.because !== 'told-by') continue;
      for (const other of one.events) {
        const tells = Object.values(NOTICES[other] as Record<string, unknown>).some(
          (rule) => typeof rule === 'function' || (rule as Outcome).tell || (rule as Outcome & { because: string }).because === 'own-act',
        );
        expect({ type, party, other, tells }).toEqual({ type, party, other, tells: true });
      }
    }
  });

  test('nothing that a notice may show is anybody’s words', () => {
    for (const type of eventTypes) {
      const shape = eventShapeOf(type);
      const personal = shape ? personalPlacesOf(shape).map(({ list, field }) => list ?? field) : [];
      expect({ type, shown: personal.filter((field) => (SHOWN as readonly string[]).includes(field)) }).toEqual({ type, shown: [] });
    }
  });

  test('who else was named, reasons and wishes are left out', () => {
    const ended = event('MentorshipEnded', { mentorship: 'm', mentor: asha, mentee: ben, reason: 'private', wantsAnother: true }, ben);
    expect(shownOf(ended)).toEqual({ mentorship: 'm', mentor: asha, mentee: ben });
    const lapsed = event('RequestLapsed', { request: 'r', mentor: asha, mentee: ben, actsNext: 'mentor', next: 'cleo' }, 'hub');
    expect(JSON.stringify(shownOf(lapsed))).not.toContain('cleo');
  });
});
