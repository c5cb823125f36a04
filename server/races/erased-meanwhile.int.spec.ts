import { HUB } from '@alongside/domain/kernel/decider.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { asking, makeSchool, must } from '../app/hub.testing.js';
import { race, ROUNDS } from './rounds.testing.js';
import { TwoHubs, type Given } from './two-hubs.testing.js';

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

const asks = (mentee: string, mentor: string, request: string): Given => ({
  ...{ by: mentee, type: 'RequestMentoring' },
  data: asking(mentor, mentee, request),
});
const erases = (person: string): Given => ({ by: 'cora', type: 'ErasePerson', data: { person } });
const CAN = ['overrun', 'the act came first'];

/** Whether nothing of a request stays open, as the one sees it who is still there, once both hubs have followed what was done. */
async function isAnswered(request: string, as: string): Promise<boolean> {
  await hubs.followed('cora');
  return (await hubs.row<RequestRow>('request', request, as)).every((row) => row?.status !== 'open');
}

test.each([
  ['a mentor is erased as they are asked', erased.asked, (person: string) => ['ben', person] as const, 'ben'],
  ['a mentee is erased as they ask', erased.asks, (person: string) => [person, 'asha'] as const, 'asha'],
] as const)('[R9] %s: nobody waits for them', (what, people, twoOf, other) =>
  race(what, CAN, async (round) => {
    const person = people[round - 1] as string;
    const request = `r-${person}`;
    const [mentee, mentor] = twoOf(person);
    const how = await hubs.comeAbout(asks(mentee, mentor, request), erases(person));
    if (typeof how === 'object') {
      // One who is signed out as they ask is told just that.
      expect(how.refused).toMatch(/^(REQUEST\.NOT_AVAILABLE|COMMAND\.NOT_ALLOWED|SESSION\.NONE)$/);
      return 'refused';
    }
    expect({ how, over: await isAnswered(request, other) }).toEqual({ how, over: true });
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
    const how = await hubs.comeAbout({ by: mentor, type: 'AcceptRequest', data: { mentor, request, mentorship } }, erases(person));
    expect({ how, over: await isAnswered(request, other) }).toEqual({ how, over: true });
    if (typeof how === 'object') return 'refused';
    const shown = (await hubs.row<MentorshipRow>('mentorship', mentorship, other)).map((row) => row?.status);
    expect({ how, shown }).toEqual({ how, shown: ['ended', 'ended'] });
    return how;
  }),
);

test('[R9] somebody is erased as they are added: they belong nowhere', () =>
  race('somebody who is added and erased', CAN, async (round) => {
    const person = erased.added[round - 1] as string;
    const how = await hubs.comeAbout(
      { by: 'cora', type: 'AddMember', data: { institution: 'hillside', person, from: '2026-01-05' } },
      erases(person),
    );
    await hubs.followed('cora');
    const shown = await hubs.row('member', `hillside:${person}`, 'cora');
    // Nobody is shown an erased person: the school’s own stream says whether it counts them still.
    const counted = (await hubs.typesAbout(person, 'institution-hillside')).at(-1) === 'MemberJoined';
    expect({ how, shown, counted }).toEqual({ how, shown: [undefined, undefined], counted: false });
    return typeof how === 'object' ? 'refused' : how;
  }));
