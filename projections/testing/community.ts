import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { HubEvent } from '../views/hub-event.js';
import { closingOf } from './closings.js';
import { COUNTED } from './given-events.js';
import { meetingsOfThePair } from './pair-meetings.js';
import { beginAgain, ownWords, pairWords, tell } from './telling.js';

export { HOUSES, ownWords, pairWords } from './telling.js';

const joined = (person: string) => [
  tell('PersonJoined', {
    person,
    name: ownWords(person, 'name'),
    names: { given: ownWords(person, 'given') },
    email: `${ownWords(person, 'email')}@school.example`,
  }),
  tell('PersonRenamed', { person, name: ownWords(person, 'renamed'), names: { addressed: ownWords(person, 'addressed') } }),
  tell('EmailChanged', {
    person,
    ...{ email: `${ownWords(person, 'new-email')}@school.example`, before: `${ownWords(person, 'email')}@school.example` },
  }),
  tell('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' }),
  tell('InvitationSent', { institution: 'oakfield', person, from: 'cora' }),
];

const described = (person: string) => [
  tell('ProfileDescribed', {
    person,
    profile: {
      jobTitle: ownWords(person, 'job'),
      about: ownWords(person, 'about'),
      phases: [ownWords(person, 'phase')],
      subjects: ['mathematics'],
      settings: [],
      careerStage: 'early-career-teacher',
      roles: [],
      inEducationSince: 2024,
    },
  }),
  tell('ExpertiseDeclared', { person, expertise: [{ tag: ownWords(person, 'expertise'), level: 4 }] }),
  tell('AimsSet', { person, aims: [{ tag: ownWords(person, 'aim'), from: 1, to: 3 }] }),
  tell('AvailabilitySet', {
    person,
    availability: { slots: [{ weekday: 'monday', from: '15:30', to: '16:30' }], format: 'online', frequency: 'weekly', minutes: 50 },
  }),
  tell('PreferencesSet', { person, preferences: { [ownWords(person, 'preference')]: 4 } }),
  tell('MentoringOffered', { person, offer: { careerStages: [ownWords(person, 'stage')], note: ownWords(person, 'offer') } }),
  tell('CapacityChanged', { mentor: person, places: 3 }),
  tell('ConsentGiven', { person, to: 'research', wording: 'v1' }),
];

const houses = (): Recorded<HubEvent>[] => [
  tell('InstitutionRegistered', { institution: 'riverbank', details: { name: 'Riverbank Trust', kind: 'trust', nation: 'england' } }),
  tell('InstitutionRegistered', { institution: 'oakfield', details: { name: 'Oakfield', kind: 'school', nation: 'england' } }),
  tell('InstitutionDescribed', { institution: 'oakfield', details: { name: 'Oakfield School', kind: 'school', nation: 'england' } }),
  tell('TrustJoined', { institution: 'oakfield', trust: 'elsewhere' }),
  tell('TrustLeft', { institution: 'oakfield', trust: 'elsewhere' }),
  tell('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }),
  tell('InstitutionSettingsChanged', { institution: 'oakfield', settings: { requestWindowDays: 5, discoverableBeyond: true } }),
  tell('CalendarSet', { institution: 'oakfield', terms: [], closures: [] }),
  tell('InstitutionRegistered', { institution: 'oldfield', details: { name: 'Oldfield', kind: 'school', nation: 'england' } }),
  tell('InstitutionClosed', { institution: 'oldfield', on: '2025-08-31', successors: ['elsewhere'] }),
  tell('InstitutionReopened', { institution: 'oldfield' }),
  tell('InstitutionClosed', { institution: 'oldfield', on: '2025-08-31', successors: ['oakfield'] }),
  tell('InvitationsPlanned', { institution: 'oakfield', on: '2026-03-06', from: 'cora' }),
];

/** Asked by the trust: one said no, one was asked by mistake, and one has not answered. */
const invitations = (): Recorded<HubEvent>[] => {
  const asks = (person: string) =>
    tell('MemberInvited', {
      ...{ institution: 'riverbank', person, from: '2026-09-01', by: 'dev' },
      email: `${ownWords(person, 'invited')}@school.example`,
    });
  return [
    ...['cleo', 'gone', 'ben'].map(asks),
    tell('InvitationDeclined', { institution: 'riverbank', person: 'cleo' }),
    tell('InvitationWithdrawn', { institution: 'riverbank', person: 'gone' }),
  ];
};

/** A school that was theirs has closed: its members are told, one of them asks to join another, and one had a role there. */
const ofTheClosedSchool = (): Recorded<HubEvent>[] => [
  tell('MemberJoined', { institution: 'oldfield', person: 'gone', from: '2024-09-01' }),
  tell('ClosingTold', { institution: 'oldfield', people: ['gone'] }),
  tell('JoinAsked', {
    ...{ institution: 'elsewhere', person: 'ben', from: '2026-09-01', closed: 'oldfield' },
    email: `${ownWords('ben', 'asked-to-join')}@school.example`,
  }),
  tell('MemberJoined', { institution: 'oldfield', person: 'cleo', from: '2024-09-01' }),
  tell('RoleGranted', { institution: 'oldfield', person: 'cleo', role: 'administrator' }),
  tell('MemberLeft', { institution: 'oldfield', person: 'cleo', movedTo: 'oakfield' }),
];

const roles = (): Recorded<HubEvent>[] => [
  tell('RoleGranted', { institution: 'oakfield', person: 'lea', role: 'leader' }),
  tell('RoleGranted', { institution: 'oakfield', person: 'dev', role: 'coordinator' }),
  tell('RoleGranted', { institution: 'oakfield', person: 'dev', role: 'leader' }),
  tell('RoleRevoked', { institution: 'oakfield', person: 'dev', role: 'leader' }),
  tell('ReportingLineSet', { institution: 'oakfield', person: 'ben', lineManager: 'lea', inductionTutor: 'dev' }),
  tell('FirstDayCorrected', { institution: 'oakfield', person: 'dev', from: '2024-09-02' }),
  tell('MemberJoined', { institution: 'oakfield', person: 'gone', from: '2025-09-01' }),
  tell('MemberLeft', { institution: 'oakfield', person: 'gone' }),
  // Removed before they ever signed in: they may be put back.
  tell('PersonJoined', { person: 'kay', name: ownWords('kay', 'name'), names: {}, email: `${ownWords('kay', 'email')}@school.example` }),
  tell('MemberJoined', { institution: 'oakfield', person: 'kay', from: '2025-09-01' }),
  tell('MemberLeft', { institution: 'oakfield', person: 'kay' }),
  ...invitations(),
  ...ofTheClosedSchool(),
  tell('ExclusionAdded', { person: 'ben', other: 'cleo' }),
  tell('ExclusionLifted', { person: 'ben', other: 'cleo' }),
  tell('ExclusionAdded', { person: 'asha', other: 'cleo' }),
  tell('ConsentWithdrawn', { person: 'ben', to: 'research' }),
  tell('MentoringPaused', { person: 'cleo', until: '2026-09-01' }),
  tell('MentoringResumed', { person: 'cleo' }),
  tell('MentoringWithdrawn', { person: 'cleo' }),
  tell('VisibilitySet', { person: 'cleo', visibility: 'nobody' }),
  tell('VisibilitySet', { person: 'asha', visibility: 'everyone' }),
  tell('OpenToOffersSet', { person: 'ben', open: true }),
];

const asked = (request: string, mentor: string, mentee: string) =>
  tell('MentoringRequested', {
    request,
    mentor,
    mentee,
    note: pairWords(mentee, `note-${request}`),
    aims: ['behaviour'],
    times: [],
    reserves: ['cleo'],
    remindOn: '2026-03-04',
    answerBy: '2026-03-09',
    counted: COUNTED,
  });

const helpOffered = (helpOffer: string, mentor: string, mentee: string) =>
  tell('HelpOffered', {
    ...{ helpOffer, mentor, mentee, note: pairWords(mentor, `offer-${helpOffer}`), aims: ['behaviour'] },
    ...{ answerBy: '2026-03-09', counted: COUNTED },
  });

const requests = (): Recorded<HubEvent>[] => [
  asked('r1', 'asha', 'ben'),
  tell('RequestExtended', { request: 'r1', answerBy: '2026-03-16', counted: COUNTED }),
  tell('AnswerDayMoved', { request: 'r1', remindOn: '2026-03-05', answerBy: '2026-03-16' }),
  tell('RequestDiscussed', {
    request: 'r1',
    from: 'asha',
    text: pairWords('asha', 'message'),
    remindOn: '2026-03-05',
    answerBy: '2026-03-17',
    counted: COUNTED,
  }),
  tell('RequestDiscussed', {
    request: 'r1',
    from: 'ben',
    text: pairWords('ben', 'message'),
    remindOn: '2026-03-05',
    answerBy: '2026-03-17',
    counted: COUNTED,
  }),
  tell('RequestReminded', { request: 'r1', actsNext: 'mentor' }),
  tell('RequestAccepted', { request: 'r1', mentor: 'asha', mentee: 'ben', mentorship: 'm1', aims: ['behaviour'] }),
  asked('r2', 'ben', 'asha'),
  tell('RequestDeclined', { request: 'r2', mentor: 'ben', mentee: 'asha', reason: pairWords('ben', 'declined'), next: 'cleo' }),
  asked('r3', 'cleo', 'ben'),
  tell('RequestWithdrawn', { request: 'r3', mentor: 'cleo', mentee: 'ben' }),
  asked('r4', 'cleo', 'ben'),
  tell('RequestLapsed', { request: 'r4', mentor: 'cleo', mentee: 'ben', actsNext: 'mentor', next: null }),
  helpOffered('o1', 'ben', 'asha'),
  tell('OfferDeclined', { helpOffer: 'o1', mentor: 'ben', mentee: 'asha', notBefore: '2026-06-04' }),
  helpOffered('o2', 'asha', 'ben'),
  tell('OfferWithdrawn', { helpOffer: 'o2', mentor: 'asha', mentee: 'ben' }),
  helpOffered('o3', 'ben', 'asha'),
  tell('OfferLapsed', { helpOffer: 'o3', mentor: 'ben', mentee: 'asha' }),
];

const proposed = (mentorship: string, agreement: string, by: string) =>
  tell('AgreementProposed', {
    mentorship,
    agreement,
    by,
    terms: {
      purpose: pairWords(by, `purpose-${agreement}`),
      frequency: 'fortnightly',
      minutes: 45,
      format: 'online',
      confidentiality: pairWords(by, 'confidence'),
      reviewOn: '2026-06-01',
    },
  });

const toComplete = () =>
  tell('CompletionProposed', { mentorship: 'm1', by: 'ben', remindOn: '2026-03-06', agreeBy: '2026-03-10', counted: COUNTED });

const mentorships = (): Recorded<HubEvent>[] => [
  tell('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: 'r1', aims: ['behaviour'] }),
  proposed('m1', 'a1', 'ben'),
  tell('AgreementSigned', { mentorship: 'm1', agreement: 'a1', by: 'ben' }),
  tell('AgreementSigned', { mentorship: 'm1', agreement: 'a1', by: 'asha' }),
  tell('MentorshipAgreed', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', agreement: 'a1' }),
  tell('ReviewAsked', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', reviewOn: '2026-06-01' }),
  tell('ReviewAnswered', { mentorship: 'm1', agreement: 'a1', by: 'ben', reviewOn: '2026-09-07' }),
  tell('AgreementReviewed', { mentorship: 'm1', agreement: 'a1', by: 'asha', reviewOn: '2026-09-07' }),
  proposed('m1', 'a2', 'asha'),
  tell('FitChecked', { mentorship: 'm1', by: 'ben', answer: 'good' }),
  tell('MentorshipPaused', { mentorship: 'm1', by: 'ben', until: null, why: 'chosen' }),
  tell('MentorshipResumed', { mentorship: 'm1', by: 'ben' }),
  toComplete(),
  tell('CompletionDayMoved', { mentorship: 'm1', remindOn: '2026-03-09', agreeBy: '2026-03-11' }),
  tell('CompletionReminded', { mentorship: 'm1', waitsFor: 'asha' }),
  tell('CompletionDeclined', { mentorship: 'm1', by: 'asha' }),
  toComplete(),
  tell('CompletionWithdrawn', { mentorship: 'm1', by: 'ben' }),
  tell('ClosingProposed', closingOf('cora', '2026-03-10')),
  tell('ClosingDayMoved', { mentorship: 'm1', continueBy: '2026-03-11' }),
  tell('ClosingDeclined', { mentorship: 'm1', by: 'asha', on: '2026-03-09' }),
  tell('ClosingProposed', closingOf('cora', '2026-03-10')),
  tell('ClosingLifted', { mentorship: 'm1' }),
  ...['ben', 'asha'].map((by) => tell('HelpAsked', { mentorship: 'm1', by, coordinator: 'cora', text: pairWords(by, 'help') })),
  tell('HelpMarkedDone', { coordinator: 'cora', help: 'e-of-help' }),
  ...joining(),
  tell('MessageWritten', { message: 'w1', from: 'ben', to: 'cora', text: pairWords('ben', 'to-coordinator') }),
  tell('MentorsSuggested', { message: 'w2', from: 'ben', to: 'cora', mentors: ['asha'], text: pairWords('ben', 'suggested') }),
  tell('HandoverNeeded', { mentorship: 'm1', mentor: 'asha', mentee: 'ben' }),
  tell('HandoverSettled', { mentorship: 'm1', by: 'ben' }),
  tell('MenteeLeft', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', institution: 'oakfield' }),
  tell('MentorshipStarted', { mentorship: 'm2', mentor: 'ben', mentee: 'asha', request: null, aims: [] }),
];

/** Another record that is Ben's, which he says no to first and has joined then. */
const joining = (): Recorded<HubEvent>[] => [
  tell('JoiningProposed', { kept: 'ben', joined: 'ben-2', by: 'cora' }),
  tell('JoiningDeclined', { kept: 'ben', joined: 'ben-2', by: 'ben', askedBy: 'cora' }),
  tell('RecordsJoined', { person: 'ben', joined: 'ben-2', belongs: [{ institution: 'oakfield', roles: [] }] }),
  tell('FurtherAddressLeft', { person: 'ben', joined: 'ben-2' }),
];

const secondEnds = (): Recorded<HubEvent>[] => [
  tell('HandoverNeeded', { mentorship: 'm2', mentor: 'ben', mentee: 'asha' }),
  tell('MentorshipEnded', {
    mentorship: 'm2',
    mentor: 'ben',
    mentee: 'asha',
    by: 'ben',
    reason: pairWords('ben', 'ending'),
    wantsAnother: true,
  }),
  tell('PlaceReleased', { mentor: 'ben', mentorship: 'm2' }),
];

const goal = (id: string) => ({ mentorship: 'm1', goal: id });
/** Whose words it holds is known by its sender. */
const sent = (actor: string, ...event: Parameters<typeof tell>): Recorded<HubEvent> => ({ ...tell(...event), actor: actor as PersonId });
const agreedGoal = (id: string, mentee: string, by = mentee) => [
  sent(by, 'GoalAgreed', {
    ...goal(id),
    mentee,
    by,
    description: { title: pairWords(by, `goal-${id}`), why: pairWords(by, `why-${id}`), success: pairWords(by, `success-${id}`) },
    tag: 'behaviour',
    statements: [],
    due: null,
  }),
  sent(by, 'StepPlanned', { ...goal(id), step: `s-${id}`, mentee, by, title: pairWords(by, `step-${id}`) }),
];
const goals = (): Recorded<HubEvent>[] => [
  ...agreedGoal('g1', 'ben'),
  tell('ProgressRecorded', { ...goal('g1'), step: 's-g1', by: 'asha', note: pairWords('asha', 'progress') }),
  tell('StepReopened', { ...goal('g1'), step: 's-g1' }),
  tell('ProgressRecorded', { ...goal('g1'), step: 's-g1', by: 'asha', note: pairWords('asha', 'progress-again') }),
  ...agreedGoal('g2', 'asha'),
  tell('ProgressRecorded', { ...goal('g2'), step: 's-g2', by: 'ben', note: pairWords('ben', 'progress') }),
  tell('GoalAchieved', { ...goal('g2'), by: 'ben', evidence: pairWords('ben', 'evidence') }),
  // Worded by the mentor, for the mentee.
  ...agreedGoal('g3', 'ben', 'asha'),
  tell('GoalSetAside', goal('g3')),
  tell('GoalCarriedOn', { ...goal('g1'), by: 'ben' }),
  tell('GoalDayChanged', { ...goal('g1'), by: 'ben', due: '2026-06-05', was: null }),
  tell('GoalLinked', { ...goal('g1'), by: 'ben', statements: ['eng-ts-7'] }),
  ...['ben', 'asha'].map((from) =>
    tell('FeedbackGiven', {
      ...{ mentorship: 'm1', feedback: `f-${from}`, from, to: from === 'ben' ? 'asha' : 'ben' },
      ...{ saw: pairWords(from, 'saw'), nextStep: pairWords(from, 'next') },
    }),
  ),
  tell('FeedbackLinked', { mentorship: 'm1', feedback: 'f-asha', by: 'asha', statements: ['eng-ts-7'] }),
];

const credit = (person: string) => ({
  ...{ person, mentorship: 'm1', meeting: 'k1', on: '2026-03-05', minutes: 40 },
  as: person === 'ben' ? ('mentee' as const) : ('mentor' as const),
});

const growth = (): Recorded<HubEvent>[] => [
  ...['ben', 'asha'].flatMap((person) => [
    tell('ReflectionWritten', {
      ...{ reflection: `x-${person}`, person, mentorship: 'm1', meeting: null, prompt: null, statements: [] },
      ...{ title: pairWords(person, 'title'), text: pairWords(person, 'text') },
    }),
    tell('ReflectionRevised', {
      reflection: `x-${person}`,
      person,
      title: pairWords(person, 'revised'),
      text: pairWords(person, 'text-2'),
    }),
    tell('ReflectionLinked', { reflection: `x-${person}`, person, statements: ['eng-ts-7'] }),
    tell('SkillRated', { person, mentorship: 'm1', tag: 'behaviour', level: 2, when: 'before' }),
    ...(['CpdCredited', 'CpdWithdrawn', 'CpdCredited'] as const).map((type) => tell(type, credit(person))),
  ]),
  tell('ReflectionShared', { reflection: 'x-ben', person: 'ben', mentorship: 'm1', with: 'pair' }),
  ...['ben', 'asha'].flatMap((person) => [
    tell('ReflectionWritten', {
      ...{ reflection: `y-${person}`, person, mentorship: null, meeting: null, prompt: null, statements: [] },
      ...{ title: ownWords(person, 'published-title'), text: ownWords(person, 'published') },
    }),
    tell('ReflectionShared', { reflection: `y-${person}`, person, mentorship: null, with: 'published' }),
  ]),
  tell('MentorshipCompleted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben' }),
];

/** What Ben looks for: one search that he keeps, and one that he has removed. */
const searches = (): Recorded<HubEvent>[] => [
  ...['s1', 's2'].map((search) =>
    tell('SearchSaved', { person: 'ben', search, name: ownWords('ben', `search-${search}`), asked: ownWords('ben', `asked-${search}`) }),
  ),
  tell('SearchResultsNoted', { person: 'ben', search: 's1', found: [] }),
  tell('SearchResultsNoted', { person: 'ben', search: 's1', found: ['asha'] }),
  tell('SearchMatched', { person: 'ben', search: 's1', mentors: ['asha'] }),
  tell('SearchRemoved', { person: 'ben', search: 's2' }),
];

const certificates = (): Recorded<HubEvent>[] => [
  ...['ben', 'asha'].map((person) =>
    tell('CredentialIssued', {
      ...{ credential: `c-${person}`, person, mentorship: 'm1', issuer: 'oakfield', issuerName: 'Oakfield School' },
      achievement: {
        ...{ as: person === 'ben' ? ('mentee' as const) : ('mentor' as const), from: '2026-03-02', to: '2026-03-06' },
        ...{ meetings: 1, minutes: 40, goalsAchieved: 1 },
      },
      code: person === 'ben' ? '23456789AB' : '23456789AC',
      on: '2026-03-06',
    }),
  ),
  tell('CredentialRaised', { credential: 'c-ben', person: 'ben', mentorship: 'm1', meetings: 1, minutes: 40, on: '2026-03-06' }),
  tell('CredentialRevoked', { credential: 'c-asha', by: 'asha', why: 'asked-by-holder', on: '2026-03-06' }),
];

/**
 * A small school in a trust, with every kind of event. Asha mentors Ben, and was mentored by him. Every text field holds words marked as
 * their author’s.
 */
export function communityStory(): readonly Recorded<HubEvent>[] {
  beginAgain();
  const before = [
    ...houses(),
    ...['asha', 'ben', 'cleo', 'dev', 'lea'].flatMap(joined),
    ...['asha', 'ben', 'cleo'].flatMap(described),
    ...roles(),
    ...requests(),
    ...mentorships(),
  ];
  return [...before, ...meetingsOfThePair(before), ...secondEnds(), ...goals(), ...growth(), ...searches(), ...certificates()];
}

/** Five people of the school who read no figures say how it goes, which is as many as these are released for. */
export const fiveAnswers = (): readonly Recorded<HubEvent>[] => [
  ...['nia', 'omar'].map((person) => tell('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' })),
  ...['asha', 'ben', 'cleo', 'nia', 'omar'].map((by) => tell('FitChecked', { mentorship: 'm9', by, answer: 'good' })),
];
