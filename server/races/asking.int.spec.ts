import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { systemClock } from '../app/clock.js';
import { asking, makeSchool, must } from '../app/hub.testing.js';
import { race } from './rounds.testing.js';
import { TERMS, TwoHubs, type Given } from './two-hubs.testing.js';

const people = ['asha', 'ben', 'cora', 'dan'];
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open(people, async (hub) => {
    await makeSchool(hub, people, { asha: 2 });
    await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'cora', role: 'coordinator' });
    await must(hub, HUB, 'StartMentorship', { mentorship: 'with-dan', mentor: 'asha', mentee: 'dan', request: null, aims: [] });
    await must(hub, 'asha' as PersonId, 'ProposeAgreement', { mentorship: 'with-dan', agreement: 'a', terms: TERMS });
    await must(hub, 'dan' as PersonId, 'SignAgreement', { mentorship: 'with-dan', agreement: 'a' });
  });
});
afterAll(() => hubs.close());

const OFFER = { person: 'asha', offer: { careerStages: [], note: '' } };
const asha = { person: 'asha' };
const atHillside = { institution: 'hillside', ...asha };
const lineOf = (person: string, lineManager: string | null) => ({ institution: 'hillside', person, lineManager, inductionTutor: null });
const asks = (request: string): Given => ({ by: 'ben', type: 'RequestMentoring', data: asking('asha', 'ben', request) });
const CAN = ['overrun', 'the act came first'];

const requestOf = (request: string, as: string) => hubs.row<RequestRow>('request', request, as);

// Of docs/spec/across-streams.md: ask.offering, ask.paused, ask.inReportingLine, membership of the mentor.
test.each<{ what: string; stop: Given; back: readonly Given[]; because: RequestRow['because'] }>([
  {
    ...{ what: 'stops mentoring', because: 'not-taking-new-mentees' },
    stop: { by: 'asha', type: 'WithdrawMentoring', data: asha },
    back: [{ by: 'asha', type: 'OfferMentoring', data: OFFER }],
  },
  {
    ...{ what: 'pauses', because: 'not-taking-new-mentees' },
    stop: { by: 'asha', type: 'PauseMentoring', data: { ...asha, until: null } },
    back: [{ by: 'asha', type: 'ResumeMentoring', data: asha }],
  },
  {
    ...{ what: 'leaves their school', because: 'not-taking-new-mentees' },
    stop: { by: 'asha', type: 'RemoveMember', data: atHillside },
    back: [
      {
        ...{ by: 'cora', type: 'InviteMembers' },
        data: { institution: 'hillside', invited: [{ email: 'asha@hillside.example', from: '2026-01-05' }] },
      },
      { by: 'asha', type: 'AcceptInvitation', data: atHillside },
    ],
  },
  {
    ...{ what: 'becomes the line manager of the mentee', because: 'reporting-line' },
    stop: { by: 'cora', type: 'SetReportingLine', data: lineOf('ben', 'asha') },
    back: [{ by: 'cora', type: 'SetReportingLine', data: lineOf('ben', null) }],
  },
])('[R5] nobody waits for a mentor who $what in that moment', ({ what, stop, back, because }) =>
  race(`a mentor who is asked and ${what}`, CAN, async (round) => {
    const request = `r-${what.slice(0, 4).trim()}-${round}`;
    const how = await hubs.comeAbout(asks(request), stop);
    if (typeof how === 'object') expect(how).toEqual({ refused: 'REQUEST.NOT_AVAILABLE' });
    else {
      const isAnswered = async () =>
        (await requestOf(request, 'ben')).every((row) => row?.status === 'declined' && row.because === because);
      expect({ how, answered: await hubs.comesTo(isAnswered) }).toEqual({ how, answered: true });
    }
    for (const { by, type, data } of back) await hubs.done(by, type, data);
    return typeof how === 'object' ? 'refused' : how;
  }),
);

test('[R5] [R6] a mentor who says yes and comes to manage the mentee in that moment is paused', () =>
  race('a yes of a mentor who becomes the line manager', CAN, async (round) => {
    const [request, mentorship] = [`line-${round}`, `m-line-${round}`];
    await hubs.done('ben', 'RequestMentoring', asking('asha', 'ben', request));
    const yes: Given = { by: 'asha', type: 'AcceptRequest', data: { mentor: 'asha', request, mentorship } };
    const how = await hubs.comeAbout(yes, { by: 'cora', type: 'SetReportingLine', data: lineOf('ben', 'asha') });
    if (typeof how === 'object') {
      expect(how).toEqual({ refused: expect.stringMatching(/^REQUEST\.NOT_(AVAILABLE|OPEN)$/) });
      const isClosed = async () => (await requestOf(request, 'ben')).every((row) => row?.because === 'reporting-line');
      expect(await hubs.comesTo(isClosed)).toBe(true);
    } else {
      const isPaused = async () =>
        (await hubs.row<MentorshipRow>('mentorship', mentorship, 'ben')).every(
          (row) => row?.status === 'paused' && row.pausedWhy === 'reporting-line',
        );
      expect({ how, paused: await hubs.comesTo(isPaused) }).toEqual({ how, paused: true });
      await hubs.done('ben', 'EndMentorship', { mentorship, reason: '', wantsAnother: false });
    }
    await hubs.done('cora', 'SetReportingLine', lineOf('ben', null));
    return typeof how === 'object' ? 'refused' : how;
  }));

const calendar = (...closures: readonly object[]): Given => ({
  ...{ by: 'cora', type: 'SetCalendar' },
  data: { institution: 'hillside', terms: [], closures },
});
const today = dayOf(systemClock.now());
const shutUntil = addDays(today, 40);
const SHUT = { from: today, to: shutUntil, why: 'Repairs' };

// Of docs/spec/across-streams.md: caseload.time, mentorship.time.
test.each<{
  what: string;
  begin: (round: number) => Given;
  dayIn: (round: number) => Promise<readonly (string | undefined)[]>;
  back: (round: number) => Given;
}>([
  {
    what: 'a request that is sent',
    begin: (round) => asks(`day-${round}`),
    dayIn: async (round) => (await requestOf(`day-${round}`, 'ben')).map((row) => row?.answerBy),
    back: (round) => ({ by: 'ben', type: 'WithdrawRequest', data: { mentor: 'asha', request: `day-${round}` } }),
  },
  {
    what: 'a completion that is proposed',
    begin: () => ({ by: 'asha', type: 'ProposeCompletion', data: { mentorship: 'with-dan' } }),
    dayIn: async () => (await hubs.row<MentorshipRow>('mentorship', 'with-dan', 'asha')).map((row) => row?.completion?.agreeBy),
    back: () => ({ by: 'asha', type: 'WithdrawCompletion', data: { mentorship: 'with-dan' } }),
  },
])('[R4] $what as the school turns out to be shut has the days of the calendar that is set', ({ what, begin, dayIn, back }) =>
  race(`${what} as a calendar is set`, CAN, async (round) => {
    const how = await hubs.comeAbout(begin(round), calendar(SHUT));
    const isMoved = async () => (await dayIn(round)).every((day) => day !== undefined && day > shutUntil);
    expect({ how, moved: await hubs.comesTo(isMoved) }).toEqual({ how, moved: true });
    for (const { by, type, data } of [back(round), calendar()]) await hubs.done(by, type, data);
    return how as string;
  }),
);
