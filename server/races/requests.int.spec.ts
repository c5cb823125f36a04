import { OPEN_REQUESTS_LIMIT } from '@alongside/domain/requests/limits.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { asking, makeSchool } from '../app/hub.testing.js';
import { race, ROUNDS } from './rounds.testing.js';
import { TwoHubs } from './two-hubs.testing.js';

const mentors = ['asha', 'cleo', 'dan', 'eve'] as const;
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open([...mentors, 'ben', 'finn'], (hub) =>
    makeSchool(hub, [...mentors, 'ben', 'finn'], Object.fromEntries(mentors.map((mentor) => [mentor, 2]))),
  );
});
afterAll(() => hubs.close());

const ask = (mentee: string, mentor: string, request: string) => ({
  by: mentee,
  type: 'RequestMentoring',
  data: asking(mentor, mentee, request),
});
const requests = async (ids: readonly string[], as: string) =>
  Promise.all(ids.map(async (id) => (await hubs.row<RequestRow>('request', id, as)).map((row) => row?.status)));

test(`[R3] in ${ROUNDS} races of one mentee for a fourth open request, three stay open and the other says why it was closed`, () =>
  race('a fourth open request', ['overrun and healed'], async (round) => {
    const ids = mentors.map((_, at) => `r-${String(round).padStart(4, '0')}-${at}`);
    const [one, two, three, four] = ids.map((id, at) => ask('ben', mentors[at] as string, id)) as [never, never, never, never];
    expect([...(await hubs.atOnce(one)), ...(await hubs.atOnce(two))]).toEqual(['accepted', 'accepted']);
    const outcomes = await hubs.atOnce(three, four);
    const accepted = ids.filter((_, at) => at < 2 || outcomes[at - 2] === 'accepted');
    if (accepted.length > OPEN_REQUESTS_LIMIT) {
      const isHealed = async () => {
        const [last, ...others] = (await requests(ids.toReversed(), 'ben')) as [unknown[], ...unknown[][]];
        return last.every((status) => status === 'withdrawn') && others.flat().every((status) => status === 'open');
      };
      expect(await hubs.comesTo(isHealed)).toBe(true);
      const closed = await hubs.row<RequestRow>('request', ids[3] as string, 'eve');
      expect(closed.map((row) => row?.because)).toEqual(['too-many-open', 'too-many-open']);
    } else expect(outcomes).toEqual(expect.arrayContaining(['accepted', 'REQUEST.TOO_MANY_OPEN']));
    for (const [at, request] of ids.entries())
      if (accepted.includes(request)) await hubs.act('ben', 'WithdrawRequest', { mentor: mentors[at], request });
    return accepted.length > OPEN_REQUESTS_LIMIT ? 'overrun and healed' : 'refused';
  }));

test.each([
  ['the mentor', 'asha', 'finn'],
  ['the mentee', 'finn', 'asha'],
] as const)('[R5] a request that races a wish of %s to be kept apart does not wait where the wish came first', (whose, person, other) =>
  race(`a wish of ${whose} to be kept apart`, ['overrun: the wish came first', 'the request came first'], async (round) => {
    const request = `x-${person}-${round}`;
    const [asked, apart] = await hubs.answers(ask('finn', 'asha', request), { by: person, type: 'ExcludePerson', data: { person, other } });
    if (!asked || apart?.outcome !== 'accepted') throw new Error('The wish was refused.');
    const wishFirst = asked.outcome === 'accepted' && apart.position < asked.position;
    if (asked.outcome === 'rejected') expect(asked.code).toBe('REQUEST.NOT_AVAILABLE');
    else {
      // A mentor answers what they were asked before, unless the wish was known as it was followed; a mentee's is withdrawn.
      const closed = person === 'finn' ? 'withdrawn' : 'declined';
      const mayStay = person === 'asha' && !wishFirst ? ['open'] : [];
      const isSo = async () => {
        const [one, ...others] = (await requests([request], 'finn')).flat();
        return [closed, ...mayStay].includes(one ?? '') && others.every((status) => status === one);
      };
      expect(await hubs.comesTo(isSo)).toBe(true);
      await hubs.act('finn', 'WithdrawRequest', { mentor: 'asha', request });
    }
    expect(await hubs.act(person, 'LiftExclusion', { person, other })).toBe('accepted');
    await hubs.comesTo(async () =>
      (await hubs.row<{ exclusions: unknown[] }>('profile', person, person)).every((row) => row?.exclusions.length === 0),
    );
    if (asked.outcome === 'rejected') return 'refused';
    return wishFirst ? 'overrun: the wish came first' : 'the request came first';
  }),
);
