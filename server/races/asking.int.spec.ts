import { HUB } from '@alongside/domain/kernel/decider.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { asking, makeSchool, must } from '../app/hub.testing.js';
import { race, ROUNDS } from './rounds.testing.js';
import { TwoHubs, type Act, type Given } from './two-hubs.testing.js';

const rounds = Array.from({ length: ROUNDS }, (_, at) => at + 1);
/** Erased as they are asked, as they ask, as they say yes, as they hear it, and as they are added. */
const erased = {
  asked: rounds.map((round) => `asked-${round}`),
  asks: rounds.map((round) => `asks-${round}`),
  accepts: rounds.map((round) => `accepts-${round}`),
  accepted: rounds.map((round) => `accepted-${round}`),
  added: rounds.map((round) => `added-${round}`),
};
let hubs: TwoHubs;

beforeAll(async () => {
  const mentors = ['asha', ...erased.asked, ...erased.accepts];
  const people = ['ben', 'cora', ...mentors, ...erased.asks, ...erased.accepted];
  hubs = await TwoHubs.open(people, async (hub) => {
    await makeSchool(hub, people, Object.fromEntries(mentors.map((mentor) => [mentor, 2])));
    for (const person of erased.added)
      await must(hub, HUB, 'InvitePerson', { person, name: person, email: `${person}@hillside.example`, institution: 'hillside' });
    await must(hub, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: 'cora', from: '2026-01-05' });
    for (const [institution, role] of [
      ['hub', 'administrator'],
      ['hillside', 'coordinator'],
    ])
      await must(hub, HUB, 'GrantRole', { institution, person: 'cora', role });
  });
});
afterAll(() => hubs.close());

const OFFER = { person: 'asha', offer: { careerStages: [], note: '' } };
const asha = { person: 'asha' };
const atHillside = { institution: 'hillside', ...asha };
const lineOf = (person: string, lineManager: string | null) => ({ institution: 'hillside', person, lineManager, inductionTutor: null });
const asks = (mentee: string, mentor: string, request: string): Act => ({
  ...{ by: mentee, type: 'RequestMentoring' },
  data: asking(mentor, mentee, request),
});
const erases = (person: string): Act => ({ by: 'cora', type: 'ErasePerson', data: { person } });

/** How two acts came to stand in the log, of which the second would have been refused had the first been known. */
async function comeAbout(act: Act, guard: Act): Promise<'overrun' | 'the act came first' | { readonly refused: string }> {
  const [acted, guarded] = await hubs.answers(act, guard);
  if (!acted || guarded?.outcome !== 'accepted') throw new Error(`${JSON.stringify(guard)} was refused: ${JSON.stringify(guarded)}`);
  if (acted.outcome === 'rejected') return { refused: acted.code };
  return guarded.position < acted.position ? 'overrun' : 'the act came first';
}
const CAN = ['overrun', 'the act came first'];

const requestOf = (request: string, as: string) => hubs.row<RequestRow>('request', request, as);

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
    const how = await comeAbout(asks('ben', 'asha', request), stop);
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
    const yes: Act = { by: 'asha', type: 'AcceptRequest', data: { mentor: 'asha', request, mentorship } };
    const how = await comeAbout(yes, { by: 'cora', type: 'SetReportingLine', data: lineOf('ben', 'asha') });
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

/** Nothing of it stays open, as the one sees it who is still there. */
const isOver = (view: string, id: string, as: string, open: readonly string[]) => async () =>
  (await hubs.row<{ status: string }>(view, id, as)).every((row) => row === undefined || !open.includes(row.status));

test.each([
  ['a mentor is erased as they are asked', erased.asked, (person: string) => ['ben', person] as const, 'ben'],
  ['a mentee is erased as they ask', erased.asks, (person: string) => [person, 'asha'] as const, 'asha'],
] as const)('[R9] %s: nobody waits for them', (what, people, twoOf, other) =>
  race(what, CAN, async (round) => {
    const person = people[round - 1] as string;
    const request = `r-${person}`;
    const [mentee, mentor] = twoOf(person);
    const how = await comeAbout(asks(mentee, mentor, request), erases(person));
    if (typeof how === 'object') {
      // One who is signed out as they ask is told just that.
      expect(how.refused).toMatch(/^(REQUEST\.NOT_AVAILABLE|COMMAND\.NOT_ALLOWED|SESSION\.NONE)$/);
      return 'refused';
    }
    expect({ how, over: await hubs.comesTo(isOver('request', request, other, ['open'])) }).toEqual({ how, over: true });
    return how;
  }),
);

test.each([
  ['a mentor is erased as they say yes', erased.accepts, (person: string) => ['ben', person] as const, 'ben'],
  ['a mentee is erased as they hear a yes', erased.accepted, (person: string) => [person, 'asha'] as const, 'asha'],
] as const)('[R9] %s: the mentorship is over', (what, people, twoOf, other) =>
  race(what, CAN, async (round) => {
    const person = people[round - 1] as string;
    const [request, mentorship] = [`r-${person}`, `m-${person}`];
    const [mentee, mentor] = twoOf(person);
    await hubs.done(mentee, 'RequestMentoring', asking(mentor, mentee, request));
    const how = await comeAbout({ by: mentor, type: 'AcceptRequest', data: { mentor, request, mentorship } }, erases(person));
    expect({ how, over: await hubs.comesTo(isOver('request', request, other, ['open'])) }).toEqual({ how, over: true });
    if (typeof how === 'object') return 'refused';
    const isEnded = async () => {
      const rows = await hubs.row<MentorshipRow>('mentorship', mentorship, other);
      return rows.every((row) => row?.status === 'ended');
    };
    expect({ how, ended: await hubs.comesTo(isEnded) }).toEqual({ how, ended: true });
    return how;
  }),
);

test('[R9] somebody is erased as they are added: they belong nowhere', () =>
  race('somebody who is added and erased', CAN, async (round) => {
    const person = erased.added[round - 1] as string;
    const how = await comeAbout(
      { by: 'cora', type: 'AddMember', data: { institution: 'hillside', person, from: '2026-01-05' } },
      erases(person),
    );
    const isGone = async () => (await hubs.row('member', `hillside:${person}`, 'cora')).every((row) => row === undefined);
    expect({ how, gone: await hubs.comesTo(isGone) }).toEqual({ how, gone: true });
    return typeof how === 'object' ? 'refused' : how;
  }));
