import { setTimeout } from 'node:timers/promises';
import { OPEN_REQUESTS_LIMIT } from '@alongside/domain/requests/limits.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { seededRandom } from '@alongside/projections/testing/seeded-random.js';
import type { CredentialRow } from '@alongside/projections/views/credential.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { asking, makeSchool } from '../app/hub.testing.js';
import { race, ROUNDS } from './rounds.testing.js';
import { outcomeOf, TERMS, TwoHubs, type Given } from './two-hubs.testing.js';

/** The latest that a hub is killed after two people have acted, in milliseconds. */
const KILL_LIMIT_MS = 60;
/** Each waits for a hub to start. */
const KILLS = Math.min(Math.ceil(ROUNDS / 2), 40);
const mentors = ['asha', 'cleo', 'dan', 'eve'] as const;
const random = seededRandom('killed races');
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open([...mentors, 'ben'], (hub) =>
    makeSchool(hub, [...mentors, 'ben'], Object.fromEntries(mentors.map((mentor) => [mentor, 2]))),
  );
});
afterAll(() => hubs.close());

/** Two acts at once, one hub killed meanwhile. What it did not answer is sent again, as a browser sends it. */
async function answersOf(round: string, ...given: readonly [Given, Given]): Promise<{ answers: readonly Answer[]; unanswered: boolean }> {
  const acts = given.map((act, at) => ({ ...act, commandId: `${round}-${at}` }));
  const flying = acts.map((act, at) => hubs.answer(act, at).catch(() => undefined));
  // Not to wait for something, but to choose the moment.
  await setTimeout(random.below(KILL_LIMIT_MS));
  await hubs.kill(random.below(2) as 0 | 1);
  const heard = await Promise.all(flying);
  const answers = await Promise.all(acts.map((act, at) => heard[at] ?? hubs.answer(act, at)));
  // A command that was answered is answered as before, at the other hub too.
  expect(await Promise.all(acts.map((act, at) => hubs.answer(act, at + 1)))).toEqual(answers);
  return { answers, unanswered: heard.includes(undefined) };
}

const HOW = ['answered', 'sent again'] as const;

test('[R3] of a fourth open request at a hub that is killed the latest is withdrawn, once', () =>
  race(
    'a fourth open request, and a kill',
    HOW,
    async (round) => {
      const ids = mentors.map((_, at) => `r-${String(round).padStart(4, '0')}-${at}`);
      const [one, two, three, four] = ids.map((id, at) => ({
        ...{ by: 'ben', type: 'RequestMentoring' },
        data: asking(mentors[at] as string, 'ben', id),
      })) as [Given, Given, Given, Given];
      for (const given of [one, two]) await hubs.done(given.by, given.type, given.data);
      const { answers, unanswered } = await answersOf(`r-${round}`, three, four);
      const isOpen = ids.map((_, at) => at < 2 || answers[at - 2]?.outcome === 'accepted');
      const wanted = ids.map((_, at) => (!isOpen[at] ? undefined : at === OPEN_REQUESTS_LIMIT && isOpen[at - 1] ? 'withdrawn' : 'open'));
      const isSo = async () => {
        const shown = await Promise.all(ids.map((id) => hubs.row<RequestRow>('request', id, 'ben')));
        return shown.every((rows, at) => rows.every((row) => row?.status === wanted[at]));
      };
      expect(await hubs.comesTo(isSo)).toBe(true);
      for (const [at, request] of ids.entries())
        if (wanted[at] === 'open') await hubs.done('ben', 'WithdrawRequest', { mentor: mentors[at], request });
      return HOW[unanswered ? 1 : 0] as string;
    },
    KILLS,
  ));

test('both of a pair complete it as a hub is killed, and each has one certificate or record', () =>
  race(
    'a mentorship that both complete, and a kill',
    HOW,
    async (round) => {
      const [request, mentorship, agreement] = [`c-${round}`, `c-${round}-m`, `c-${round}-a`];
      await hubs.done('ben', 'RequestMentoring', asking('asha', 'ben', request));
      await hubs.done('asha', 'AcceptRequest', { mentor: 'asha', request, mentorship });
      expect(await hubs.comesTo(async () => (await hubs.row('mentorship', mentorship, 'ben')).every((row) => row !== undefined))).toBe(
        true,
      );
      await hubs.done('asha', 'ProposeAgreement', { mentorship, agreement, terms: TERMS });
      await hubs.done('ben', 'SignAgreement', { mentorship, agreement });
      const complete = (by: string): Given => ({ by, type: 'ProposeCompletion', data: { mentorship } });
      const { answers, unanswered } = await answersOf(`c-${round}`, complete('asha'), complete('ben'));
      expect(answers.map(outcomeOf)).toEqual(['accepted', 'accepted']);
      const held = async () => {
        const found = ['asha', 'ben'].map((person) => hubs.rows<CredentialRow>('credential', { person, mentorship }, person));
        return (await Promise.all(found)).flat().map((rows) => rows.length);
      };
      expect(await hubs.comesTo(async () => (await held()).every((count) => count > 0))).toBe(true);
      expect(await held()).toEqual([1, 1, 1, 1]);
      return HOW[unanswered ? 1 : 0] as string;
    },
    KILLS,
  ));
