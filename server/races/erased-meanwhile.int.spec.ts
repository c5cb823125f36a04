import { HUB } from '@alongside/domain/kernel/decider.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { Hub } from '../app/create-hub.js';
import { asking, makeSchool, must } from '../app/hub.testing.js';
import { Race, ROUNDS, stretches } from './rounds.testing.js';
import { TwoHubs, type Given } from './two-hubs.testing.js';

/** What is erased for good asks for a sign-in of the last ten minutes (0067). */
const ROUNDS_A_STRETCH = 40;
let hubs: TwoHubs;

/** Erased as they are asked, as they ask, as they say yes, as they hear it, and as they are added. */
type What = 'asked' | 'asks' | 'accepts' | 'accepted' | 'added';
const inRound = (what: What, round: number): string => `${what}-${round}`;

async function prepare(hub: Hub, rounds: readonly number[], people: readonly string[], mentors: readonly string[]): Promise<void> {
  await makeSchool(hub, people, Object.fromEntries(mentors.map((mentor) => [mentor, 2])));
  for (const person of rounds.map((round) => inRound('added', round)))
    await must(hub, HUB, 'InvitePerson', { person, name: person, email: `${person}@hillside.example`, institution: 'hillside' });
  await must(hub, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'The hub', kind: 'hub', nation: 'england' } });
  await must(hub, HUB, 'AddMember', { institution: 'hub', person: 'cora', from: '2026-01-05' });
  for (const [institution, role] of [
    ['hub', 'administrator'],
    ['hillside', 'coordinator'],
  ])
    await must(hub, HUB, 'GrantRole', { institution, person: 'cora', role });
}

const asks = (mentee: string, mentor: string, request: string): Given => ({
  ...{ by: mentee, type: 'RequestMentoring' },
  data: asking(mentor, mentee, request),
});
const erases = (person: string): Given => ({ by: 'cora', type: 'ErasePerson', data: { person } });
const can = (what: string) => new Race(what, ['overrun', 'the act came first']);

const races: Readonly<Record<What, Race>> = {
  asked: can('a mentor is erased as they are asked'),
  asks: can('a mentee is erased as they ask'),
  accepts: can('a mentor is erased as they say yes'),
  accepted: can('a mentee is erased as they hear a yes'),
  added: can('somebody who is added and erased'),
};

/** Whether nothing of a request stays open, as the one sees it who is still there, once both hubs have followed what was done. */
async function isAnswered(request: string, as: string): Promise<boolean> {
  await hubs.followed('cora');
  return (await hubs.row<RequestRow>('request', request, as)).every((row) => row?.status !== 'open');
}

describe.each(stretches(ROUNDS_A_STRETCH).map((rounds) => [`${rounds[0]} to ${rounds.at(-1)}`, rounds] as const))(
  'in rounds %s of ' + ROUNDS,
  (_, rounds) => {
    beforeAll(async () => {
      const of = (...what: readonly What[]) => rounds.flatMap((round) => what.map((one) => inRound(one, round)));
      const mentors = ['asha', ...of('asked', 'accepts')];
      const people = ['ben', 'cora', ...mentors, ...of('asks', 'accepted')];
      hubs = await TwoHubs.open(people, (hub) => prepare(hub, rounds, people, mentors));
    });
    afterAll(() => hubs.close());

    test.each([
      ['a mentor is erased as they are asked', 'asked', (person: string) => ['ben', person] as const, 'ben'],
      ['a mentee is erased as they ask', 'asks', (person: string) => [person, 'asha'] as const, 'asha'],
    ] as const)('[R9] %s: nobody waits for them', (_said, what, twoOf, other) =>
      races[what].run(rounds, async (round) => {
        const person = inRound(what, round);
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
      ['a mentor is erased as they say yes', 'accepts', (person: string) => ['ben', person] as const, 'ben'],
      ['a mentee is erased as they hear a yes', 'accepted', (person: string) => [person, 'asha'] as const, 'asha'],
    ] as const)('[R9] %s: the mentorship is over', (_said, what, twoOf, other) =>
      races[what].run(rounds, async (round) => {
        const person = inRound(what, round);
        const [request, mentorship] = [`r-${person}`, `m-${person}`];
        const [mentee, mentor] = twoOf(person);
        await hubs.done(mentee, 'RequestMentoring', asking(mentor, mentee, request));
        const how = await hubs.comeAbout({ by: mentor, type: 'AcceptRequest', data: { mentor, request, mentorship } }, erases(person));
        expect({ how, over: await isAnswered(request, other) }).toEqual({ how, over: true });
        if (typeof how === 'object') return 'refused';
        const shown = (await hubs.row<MentorshipRow>('mentorship', mentorship, other)).map((row) => [row?.status, row?.erased]);
        const ended = ['ended', [person]];
        expect({ how, shown }).toEqual({ how, shown: [ended, ended] });
        return how;
      }),
    );

    test('[R9] somebody is erased as they are added: they belong nowhere', () =>
      races.added.run(rounds, async (round) => {
        const person = inRound('added', round);
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
  },
);

test.each(Object.keys(races) as What[])('%s: what can come about came about', (what) => races[what].tell());
