import type { Command } from '@alongside/domain/kernel/decider.js';
import { asParticipants, type TheTwo } from '@alongside/domain/mentorships/participants.js';
import { principalsOf } from '@alongside/domain/policies/actor.js';
import { aggregateOf, aggregates } from '@alongside/domain/protocol/registry.js';
import type { CaseloadFacts } from '@alongside/domain/requests/caseload.facts.js';
import { fullTimeFrom } from '@alongside/domain/uk/answer-time.js';
import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { allViews } from '../views/index.js';
import { COUNTED, foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { actorOf, gather, gatherers } from './index.js';

type Told = Parameters<typeof foldView>[1];
const lookAfter = (events: Told) => lookInto(new Map(allViews.map((view) => [view.name, foldView(view, events)])));

const joined = (person: string, institution = 'oakfield') => [
  happened('PersonJoined', { person, name: person, email: `${person}@school.example` }),
  happened('MemberJoined', { institution, person, from: '2025-09-01' }),
];
const house = (institution: string, kind: 'school' | 'trust', nation: 'england' | 'scotland' = 'england') =>
  happened('InstitutionRegistered', { institution, details: { name: institution, kind, nation } });
const chose = (person: string) => happened('VisibilitySet', { person, visibility: 'everyone' });
const offers = (mentor: string, places = 1) => [
  happened('MentoringOffered', { person: mentor, offer: { careerStages: [], note: '' } }),
  happened('CapacityChanged', { mentor, places }),
];
const visible = (person: string, visibility: 'everyone' | 'institution' | 'nobody') => happened('VisibilitySet', { person, visibility });
const asked = (request: string, mentor: string, mentee: string, reserves: readonly string[] = []) =>
  happened('MentoringRequested', {
    ...{ request, mentor, mentee, note: '', aims: [], times: [], reserves },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  });
const started = (mentorship: string, mentor: string, mentee: string) =>
  happened('MentorshipStarted', { mentorship, mentor, mentee, request: null, aims: [] });
const over = (mentorship: string, mentor: string, mentee: string) =>
  happened('MentorshipCompleted', { mentorship, mentor, mentee, by: mentee });

/** Oakfield is in a trust with Elm; Moor stands alone in Scotland. */
const community = [
  ...[house('riverbank', 'trust'), house('oakfield', 'school'), house('elm', 'school'), house('moor', 'school', 'scotland')],
  happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }),
  happened('TrustJoined', { institution: 'elm', trust: 'riverbank' }),
  ...[...joined('asha', 'elm'), ...joined('ben'), ...joined('cleo', 'moor'), ...joined('lea')],
  ...['asha', 'cleo', 'lea'].flatMap((mentor) => [...offers(mentor), chose(mentor)]),
];

const gathered = (events: Told, type: string, data: object, on = '2026-03-06', by = 'ben') => {
  const aggregate = aggregateOf(type);
  if (!aggregate) throw new Error(`Nobody knows ${type}.`);
  const command = { type, by, at: `${on}T12:00:00.000Z`, on, data } as unknown as Command;
  return gather(aggregate, command, lookAfter([...community, ...events]));
};
const asking = (events: Told, mentor = 'asha', on?: string) =>
  gathered(events, 'RequestMentoring', { request: 'r9', mentor, mentee: 'ben', note: '', aims: [], times: [], reserves: [] }, on)
    .facts as CaseloadFacts;

const promised = ({ time }: CaseloadFacts, on = '2026-03-06') => fullTimeFrom(on as Day, time);

describe('gathering facts', () => {
  test('every aggregate has a gatherer', () => {
    expect(Object.keys(gatherers).sort()).toEqual(Object.keys(aggregates).sort());
    expect(() => gather({ category: 'nothing' }, {} as Command, lookAfter([]))).toThrow(/nothing/);
  });

  describe('for a request', () => {
    test('a mentor who may be asked', () => {
      expect(asking([]).ask).toEqual({
        ...{ mentorKnown: true, menteeKnown: true, offering: true, paused: false, visible: true },
        ...{ excluded: false, inReportingLine: false, paired: false },
      });
    });

    test('[R5] an exclusion counts whoever said it', () => {
      expect(asking([happened('ExclusionAdded', { person: 'asha', other: 'ben' })]).ask?.excluded).toBe(true);
      expect(asking([happened('ExclusionAdded', { person: 'ben', other: 'asha' })]).ask?.excluded).toBe(true);
      expect(asking([happened('ExclusionAdded', { person: 'ben', other: 'lea' })]).ask?.excluded).toBe(false);
    });

    test('[R5] whom a mentor excludes cannot find them; whoever excludes a mentor still can', () => {
      expect(asking([happened('ExclusionAdded', { person: 'asha', other: 'ben' })]).ask?.visible).toBe(false);
      expect(asking([happened('ExclusionAdded', { person: 'ben', other: 'asha' })]).ask?.visible).toBe(true);
    });

    test('[R5] a line manager and an induction tutor are in the line; being managed by the mentee is another matter', () => {
      const line = (person: string, lineManager: string | null, inductionTutor: string | null, institution = 'oakfield') =>
        happened('ReportingLineSet', { institution, person, lineManager, inductionTutor });
      expect(asking([line('ben', 'lea', null)], 'lea').ask?.inReportingLine).toBe(true);
      expect(asking([line('ben', null, 'lea')], 'lea').ask?.inReportingLine).toBe(true);
      expect(asking([line('lea', 'ben', null)], 'lea').ask?.inReportingLine).toBe(false);
    });

    test('a mentor is found through a trust, and not beyond it where they or their school say so', () => {
      expect(asking([visible('asha', 'institution')]).ask?.visible).toBe(true);
      expect(asking([visible('cleo', 'institution')], 'cleo').ask?.visible).toBe(false);
      expect(asking([visible('asha', 'nobody')]).ask?.visible).toBe(false);
      const closed = happened('InstitutionSettingsChanged', {
        institution: 'moor',
        settings: { requestWindowDays: 5, discoverableBeyond: false },
      });
      expect(asking([], 'cleo').ask?.visible).toBe(true);
      expect(asking([closed], 'cleo').ask?.visible).toBe(false);
      // Who belongs nowhere is nobody's member to be found, whatever the school that they left says.
      expect(asking([happened('MemberLeft', { institution: 'moor', person: 'cleo' })], 'cleo').ask?.visible).toBe(false);
    });

    test('a mentor who has not chosen is found at their own school alone', () => {
      const added = [...joined('mo', 'elm'), ...offers('mo'), ...joined('nia'), ...offers('nia')];
      expect(asking(added, 'mo').ask?.visible).toBe(false);
      expect(asking(added, 'nia').ask?.visible).toBe(true);
    });

    test('a pause ends on its day', () => {
      const paused = (until: string | null) => [happened('MentoringPaused', { person: 'asha', until })];
      expect(asking(paused('2026-03-07')).ask?.paused).toBe(true);
      expect(asking(paused('2026-03-06')).ask?.paused).toBe(false);
      expect(asking(paused(null)).ask?.paused).toBe(true);
    });

    test('two are paired until their mentorship is over', () => {
      expect(asking([started('m1', 'asha', 'ben')]).ask?.paired).toBe(true);
      expect(asking([started('m1', 'asha', 'ben'), over('m1', 'asha', 'ben')]).ask?.paired).toBe(false);
      expect(asking([started('m1', 'ben', 'asha')]).ask?.paired).toBe(false);
    });

    test('[R9] an erased mentor is unknown', () => {
      expect(asking([happened('PersonErased', { person: 'asha' })]).ask).toMatchObject({ mentorKnown: false, offering: false });
    });

    test('[R3] a mentee’s open requests count with all mentors together', () => {
      const withdrawn = happened('RequestWithdrawn', { request: 'r1', mentor: 'cleo', mentee: 'ben' });
      expect(asking([asked('r1', 'cleo', 'ben'), asked('r2', 'lea', 'ben'), asked('r3', 'asha', 'lea')]).openRequests).toBe(2);
      expect(asking([asked('r1', 'cleo', 'ben'), asked('r2', 'lea', 'ben'), withdrawn]).openRequests).toBe(1);
    });

    test('[R4] five school days, weekends left out; the reminder half-way', () => {
      expect(promised(asking([]))).toMatchObject({ remindOn: '2026-03-11', answerBy: '2026-03-13' });
    });

    test('[R4] the mentor’s own bank holidays, closures and window count, not the mentee’s', () => {
      const before = '2026-07-31';
      expect(promised(asking([], 'cleo', before), before).answerBy).toBe('2026-08-10');
      expect(promised(asking([], 'asha', before), before).answerBy).toBe('2026-08-07');
      const shut = happened('CalendarSet', {
        institution: 'elm',
        terms: [],
        closures: [{ from: '2026-03-09', to: '2026-03-10', why: 'Training' }],
      });
      expect(promised(asking([shut])).answerBy).toBe('2026-03-17');
      const quick = happened('InstitutionSettingsChanged', {
        institution: 'elm',
        settings: { requestWindowDays: 2, discoverableBeyond: true },
      });
      expect(promised(asking([quick]))).toMatchObject({ remindOn: '2026-03-09', answerBy: '2026-03-10' });
    });

    test('[R4] those reserves who could be asked today, in the mentee’s order', () => {
      const lapsing = (...events: Told) =>
        (
          gathered([asked('r1', 'asha', 'ben', ['lea', 'cleo']), ...events], 'LapseRequest', { request: 'r1', mentor: 'asha' })
            .facts as CaseloadFacts
        ).askable;
      expect(lapsing()).toEqual(['lea', 'cleo']);
      expect(lapsing(happened('MentoringPaused', { person: 'lea', until: null }))).toEqual(['cleo']);
      expect(lapsing(asked('r2', 'lea', 'ben'))).toEqual(['cleo']);
      expect(lapsing(happened('CapacityChanged', { mentor: 'lea', places: 0 }))).toEqual(['cleo']);
      expect(lapsing(happened('ExclusionAdded', { person: 'cleo', other: 'ben' }))).toEqual(['lea']);
    });

    test('a change of capacity is about nobody else', () => {
      expect(gathered([], 'ChangeCapacity', { mentor: 'asha', places: 2 })).toMatchObject({
        facts: { ask: null, openRequests: 0, askable: [], time: { windowDays: 5 } },
        institutions: ['elm', 'riverbank'],
      });
    });
  });

  test('[R6] a mentorship knows that its mentor has come to assess its mentee, and not the other way round', () => {
    const line = (person: string, lineManager: string | null, inductionTutor: string | null) =>
      happened('ReportingLineSet', { institution: 'oakfield', person, lineManager, inductionTutor });
    const facts = (...lines: Told) => gathered([started('m1', 'lea', 'ben'), ...lines], 'ResumeMentorship', { mentorship: 'm1' }).facts;
    expect(facts()).toMatchObject({ inReportingLine: false });
    expect(facts(line('ben', 'lea', null))).toMatchObject({ inReportingLine: true });
    expect(facts(line('ben', null, 'lea'))).toMatchObject({ inReportingLine: true });
    expect(facts(line('ben', 'lea', null), line('ben', null, null))).toMatchObject({ inReportingLine: false });
    expect(facts(line('lea', 'ben', null))).toMatchObject({ inReportingLine: false });
  });

  test('[R6] goals, meetings and reflections know that their pair is kept apart, and until when', () => {
    const paused = (why: 'wanted' | 'reporting-line') => happened('MentorshipPaused', { mentorship: 'm1', by: 'hub', until: null, why });
    const feedback = { mentorship: 'm1', feedback: 'f1', saw: 'A calm start', nextStep: '' };
    const pair = (...events: Told) =>
      (gathered([started('m1', 'lea', 'ben'), ...events], 'GiveFeedback', feedback).facts as { pair: object }).pair;
    expect(pair(paused('reporting-line'))).toMatchObject({ status: 'paused', keptApart: true });
    expect(pair(paused('wanted'))).not.toHaveProperty('keptApart');
    expect(pair(paused('reporting-line'), happened('MentorshipResumed', { mentorship: 'm1', by: 'ben' }))).not.toHaveProperty('keptApart');
  });

  test('an e-mail address is taken by somebody else, in whatever case, and by nobody once they were erased', () => {
    const taken = (person: string, address: string, ...events: Told) => gathered(events, 'ChangeEmail', { person, email: address }).facts;
    expect(taken('ben', 'ASHA@school.example')).toMatchObject({ emailTaken: true });
    expect(taken('asha', 'ASHA@school.example')).toMatchObject({ emailTaken: false });
    expect(taken('ben', 'asha@school.example', happened('PersonErased', { person: 'asha' }))).toMatchObject({ emailTaken: false });
  });

  test('a change of address knows the one before it, as its owner wrote it, so that it can be told', () => {
    const email = (...events: Told) => gathered(events, 'ChangeEmail', { person: 'asha', email: 'new@school.example' }).facts;
    expect(email()).toMatchObject({ email: 'asha@school.example' });
    expect(email(happened('EmailChanged', { person: 'asha', email: 'Asha@Moor.example' }))).toMatchObject({ email: 'Asha@Moor.example' });
    expect(email(happened('PersonErased', { person: 'asha' }))).toMatchObject({ email: undefined });
  });

  test('a renaming knows where the person belongs, and whether they have signed in', () => {
    const renaming = (...events: Told) => gathered(events, 'RenamePerson', { person: 'new', name: 'New' }).facts;
    const added = [
      happened('PersonJoined', { person: 'new', name: 'Nwe', email: 'new@school.example' }),
      happened('MemberJoined', { institution: 'elm', person: 'new', from: '2025-09-01' }),
    ];
    const [at] = [{ institution: 'elm', trust: 'riverbank', roles: [] }];
    expect(renaming(...added)).toMatchObject({ awaited: true, memberships: [at] });
    const came = happened('MentoringOffered', { person: 'new', offer: { careerStages: [], note: '' } }, { actor: 'new' });
    expect(renaming(...added, came)).toMatchObject({ awaited: false, memberships: [at] });
  });

  test('an invitation knows the trust of the institution that invites, and concerns both', () => {
    expect(gathered([], 'InvitePerson', { person: 'new', name: 'New', email: 'new@school.example', institution: 'elm' })).toEqual({
      facts: { emailTaken: false, trust: 'riverbank', closed: false, memberships: [], awaited: false },
      institutions: ['elm', 'riverbank'],
    });
  });

  test('an institution’s stream learns who is known of those it names, and what the trust is', () => {
    const line = { institution: 'oakfield', person: 'ben', lineManager: 'nobody-knows', inductionTutor: 'lea' };
    expect(gathered([], 'SetReportingLine', line).facts).toEqual({
      ...{
        known: ['ben', 'lea'],
        inTrust: [],
        newcomers: [],
        putBack: [],
        addressees: [],
        awaited: ['ben'],
        untold: [],
        leaving: null,
        doubled: [],
      },
      ...{ trust: null, takenSince: false, givenSoon: false, late: null },
    });
    expect(gathered([], 'JoinTrust', { institution: 'moor', trust: 'elm' })).toEqual({
      facts: {
        known: [],
        inTrust: [],
        newcomers: [],
        putBack: [],
        addressees: [],
        awaited: [],
        untold: [],
        takenSince: false,
        givenSoon: false,
        leaving: null,
        doubled: [],
        late: null,
        trust: { institution: 'elm', kind: 'school' },
      },
      institutions: ['moor', 'elm'],
    });
  });

  test('whom an import added and no invitation reached is untold, until it does or they sign in', () => {
    const by = (actor: string) => [
      happened('PersonJoined', { person: 'new', name: 'New', email: 'new@school.example' }, { actor }),
      happened('MemberJoined', { institution: 'oakfield', person: 'new', from: '2026-09-01' }, { actor }),
    ];
    const untold = (type: string, events: Told) =>
      (gathered(events, type, { institution: 'oakfield', person: 'new', role: 'leader' }).facts as { untold: unknown }).untold;
    const invited = happened('InvitationSent', { institution: 'oakfield', person: 'new', from: 'helen' });
    for (const type of ['RemoveMember', 'GrantRole', 'RevokeRole']) {
      expect(untold(type, by('hub'))).toEqual(['new']);
      expect(untold(type, [...by('hub'), invited])).toEqual([]);
      expect(untold(type, by('helen'))).toEqual([]);
      expect(untold(type, [...by('hub'), happened('AimsSet', { person: 'new', aims: [] }, { actor: 'new' })])).toEqual([]);
    }
  });

  test('one who was asked, not emailed, and came by themself is emailed where a person asks for it, and not by a plan', () => {
    const events = [
      happened('PersonJoined', { person: 'new', name: 'New', email: 'new@school.example' }, { actor: 'hub' }),
      happened('MemberJoined', { institution: 'moor', person: 'new', from: '2026-09-01' }, { actor: 'hub' }),
      happened('MemberInvited', {
        ...{ institution: 'oakfield', person: 'new', email: 'new@school.example', from: '2026-09-01', by: 'helen', untold: true },
      }),
      happened('AimsSet', { person: 'new', aims: [] }, { actor: 'new' }),
    ];
    const awaited = (by: string, ...more: Told) =>
      (
        gathered([...events, ...more], 'SendInvitations', { institution: 'oakfield', people: ['new'] }, undefined, by).facts as {
          awaited: unknown;
        }
      ).awaited;
    expect(awaited('helen')).toEqual(['new']);
    expect(awaited('hub')).toEqual([]);
    expect(awaited('helen', happened('InvitationSent', { institution: 'oakfield', person: 'new', from: 'helen' }))).toEqual([]);
  });

  test('a line is of one who is awaited, until they sign in', () => {
    const added = [
      happened('PersonJoined', { person: 'new', name: 'New', email: 'new@school.example' }, { actor: 'hub' }),
      happened('MemberJoined', { institution: 'oakfield', person: 'new', from: '2026-09-01' }, { actor: 'hub' }),
    ];
    const line = { person: 'new', lineManager: 'lea', inductionTutor: null };
    const came = happened('AimsSet', { person: 'new', aims: [] }, { actor: 'new' });
    for (const events of [added, [...added, came]])
      for (const [type, data] of [
        ['SetReportingLine', { institution: 'oakfield', ...line }],
        ['SetReportingLines', { institution: 'oakfield', lines: [line] }],
      ] as const)
        expect(gathered(events, type, data).facts).toMatchObject({ awaited: events === added ? ['new'] : [] });
  });

  test('newcomers are those whom an institution brought in, until they belong anywhere; an address finds its person, in whatever case', () => {
    const invited = (institution: string) =>
      happened('PersonJoined', { person: 'new', name: 'New', email: 'new@school.example' }, { institutions: [institution] });
    const newcomers = (...events: Told) =>
      gathered(events, 'AddMember', { institution: 'oakfield', person: 'new', from: '2026-09-01' }).facts as object;
    expect(newcomers(invited('oakfield'))).toMatchObject({ newcomers: ['new'] });
    expect(newcomers(invited('moor'))).toMatchObject({ newcomers: [] });
    const [came, went] = [
      happened('MemberJoined', { institution: 'oakfield', person: 'new', from: '2026-09-01' }),
      happened('MemberLeft', { institution: 'oakfield', person: 'new' }),
    ];
    // Removed and never signed in: added again as the first time. Who signed in, or left by their own act, is asked.
    expect(newcomers(invited('oakfield'), came, went)).toMatchObject({ newcomers: ['new'], putBack: ['new'], untold: ['new'] });
    const told = happened('InvitationSent', { institution: 'oakfield', person: 'new', from: 'helen' });
    expect(newcomers(invited('oakfield'), came, told, went)).toMatchObject({ putBack: ['new'], untold: [] });
    expect(newcomers(invited('moor'), came, went)).toMatchObject({ newcomers: [], putBack: [] });
    // A trust that brought them in with its school, and never had them, adds nobody again; who belonged nowhere yet it may add.
    const byMoor = happened(
      'PersonJoined',
      { person: 'new', name: 'New', email: 'new@school.example' },
      { institutions: ['moor', 'oakfield'] },
    );
    const atMoor = [
      { ...came, data: { ...came.data, institution: 'moor' } },
      { ...went, data: { ...went.data, institution: 'moor' } },
    ] as Told;
    expect(newcomers(byMoor, ...atMoor)).toMatchObject({ newcomers: [], putBack: [] });
    expect(newcomers(byMoor)).toMatchObject({ newcomers: ['new'], putBack: [] });
    const signedIn = happened('AimsSet', { person: 'new', aims: [] }, { actor: 'new' });
    for (const events of [
      [came, signedIn, went],
      [came, went, signedIn],
      [came, happened('MemberLeft', { institution: 'oakfield', person: 'new' }, { actor: 'new' })],
      [came, went, happened('PersonErased', { person: 'new' })],
      [came, went, happened('MemberJoined', { institution: 'moor', person: 'new', from: '2026-09-01' })],
    ])
      expect(newcomers(invited('oakfield'), ...events)).toMatchObject({ newcomers: [], putBack: [] });
    // An import that was killed brought them in and did not add them: another school's question would be the first that they hear.
    const byImport = happened(
      'PersonJoined',
      { person: 'new', name: 'New', email: 'new@school.example' },
      { actor: 'hub', institutions: ['oakfield'] },
    );
    const atMoorToo = { institution: 'moor', invited: [{ email: 'new@school.example', from: '2026-09-01' }] };
    expect(newcomers(byImport)).toMatchObject({ newcomers: ['new'], putBack: [] });
    expect(gathered([byImport], 'InviteMembers', atMoorToo).facts).toMatchObject({ newcomers: [], untold: ['new'] });
    expect(gathered([byImport, signedIn], 'InviteMembers', atMoorToo).facts).toMatchObject({ untold: [] });
    expect(gathered([{ ...byImport, actor: 'helen' as PersonId }], 'InviteMembers', atMoorToo).facts).toMatchObject({ untold: [] });
    const asking = { institution: 'oakfield', invited: [{ email: 'NEW@school.example', from: '2026-09-01' }] };
    expect(gathered([invited('oakfield'), came, went], 'InviteMembers', asking).facts).toMatchObject({
      newcomers: ['new'],
      putBack: ['new'],
    });
    expect(gathered([invited('oakfield'), came, went, signedIn], 'InviteMembers', asking).facts).toMatchObject({ newcomers: [] });
    const invite = {
      institution: 'oakfield',
      invited: ['ASHA@school.example', 'nobody@school.example'].map((email) => ({ email, from: '2026-09-01' })),
    };
    expect(gathered([], 'InviteMembers', invite).facts).toMatchObject({ addressees: ['asha', null] });
  });

  test('a certificate is held until it is revoked, and concerns its issuer too', () => {
    const issue = {
      ...{ credential: 'c1', person: 'ben', mentorship: 'm1', issuer: 'moor', issuerName: 'Moor', code: '23456789AB', on: '2026-03-06' },
      achievement: { as: 'mentee' as const, from: '2026-01-05', to: '2026-03-06', meetings: 3, minutes: 120, goalsAchieved: 1 },
    };
    const issued = happened('CredentialIssued', issue);
    const revoked = happened('CredentialRevoked', { credential: 'c1', by: 'ben', why: 'asked-by-holder', on: '2026-03-07' });
    expect(gathered([], 'IssueCredential', issue)).toEqual({
      facts: { alreadyHeld: false, found: { meetings: 0, minutes: 0 }, needed: { meetings: 3, minutes: 90 }, issuerTrust: null },
      institutions: ['oakfield', 'riverbank', 'moor'],
    });
    expect(gathered([issued], 'IssueCredential', { ...issue, credential: 'c2' }).facts).toMatchObject({ alreadyHeld: true });
    expect(gathered([issued, revoked], 'IssueCredential', { ...issue, credential: 'c2' }).facts).toMatchObject({ alreadyHeld: false });
    expect(gathered([issued], 'RevokeCredential', { credential: 'c1', why: 'asked-by-holder' }).institutions).toContain('moor');
  });

  test('what a pair does concerns the institutions of both; a person’s own growth only theirs', () => {
    const pair = [started('m1', 'cleo', 'ben')];
    const growth = { person: 'ben', mentorship: 'm1', tag: 'behaviour', level: 2, when: 'before' };
    expect(gathered(pair, 'SetGoalAside', { mentorship: 'm1', goal: 'g1' })).toEqual({
      facts: { pair: { participants: asParticipants({ mentor: 'cleo', mentee: 'ben' } as TheTwo), status: 'trial' } },
      institutions: ['moor', 'oakfield', 'riverbank'],
    });
    expect(gathered(pair, 'RateSkill', growth).institutions).toEqual(['oakfield', 'riverbank']);
    expect(gathered(pair, 'PauseMentorship', { mentorship: 'm1', until: null }).institutions).toEqual(['moor', 'oakfield', 'riverbank']);
    expect(gathered([], 'SetGoalAside', { mentorship: 'nowhere', goal: 'g1' })).toEqual({ facts: { pair: null }, institutions: [] });
  });

  test('signing in concerns no institution', () => {
    expect(gathered([], 'CloseAllSessions', { person: 'ben' }).institutions).toEqual([]);
  });
});

describe('whoever asks', () => {
  const look = (events: Told = []) => lookAfter([...community, ...events]);
  const actor = (person: string, events: Told = []) => actorOf(person as PersonId, look(events));

  test('stands for themselves, their institutions and trusts, their roles, their mentorships and whom they know', () => {
    const events = [
      happened('RoleGranted', { institution: 'oakfield', person: 'ben', role: 'leader' }),
      started('m1', 'asha', 'ben'),
      started('m2', 'ben', 'lea'),
    ];
    expect([...principalsOf(actor('ben', events))].sort()).toEqual([
      ...['everyone', 'institution:oakfield', 'institution:oakfield#leaders', 'institution:riverbank'],
      ...['known:asha', 'known:lea', 'mentorship:m1', 'mentorship:m2', 'person:ben'],
    ]);
  });

  test('keeps the record of a mentorship that is over', () => {
    expect(actor('ben', [started('m1', 'asha', 'ben'), over('m1', 'asha', 'ben')]).mentorships).toEqual(['m1']);
  });

  test('has no rights once they left, or were erased', () => {
    const role = happened('RoleGranted', { institution: 'oakfield', person: 'ben', role: 'administrator' });
    expect(actor('ben', [role, happened('MemberLeft', { institution: 'oakfield', person: 'ben' })]).memberships).toEqual([]);
    expect(actor('ben', [role, happened('PersonErased', { person: 'ben' })]).memberships).toEqual([]);
  });

  test('is nobody where nobody knows them, and the hub where it is the hub', () => {
    expect(actor('stranger')).toEqual({ person: 'stranger', memberships: [], mentorships: [], knows: [] });
    expect(actorOf(HUB, look())).toEqual({ person: HUB, memberships: [], mentorships: [], knows: [] });
  });
});
