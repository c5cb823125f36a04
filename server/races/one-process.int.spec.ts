import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { envelopeOf, makeSchool, must, openTestHub, testFolders } from '../app/hub.testing.js';
import { freshLog, type FreshLog } from '../event-store/fresh-log.testing.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const ROUNDS = 12;
let hub: Hub;
let fresh: FreshLog;
let folders: Awaited<ReturnType<typeof testFolders>>;

beforeAll(async () => {
  folders = await testFolders();
  fresh = await freshLog();
  hub = await openTestHub(folders.next(), folders.log, undefined, fresh.env);
  await makeSchool(hub, [asha, ben, cleo], { asha: 2, cleo: 2 });
  for (const mentor of [asha, cleo])
    await must(hub, HUB, 'StartMentorship', { mentorship: `with-${mentor}`, mentor, mentee: ben, request: null, aims: [] });
});
afterAll(async () => {
  await hub.close();
  await fresh.close();
  await folders.clean();
});

const outcomesOf = async (...given: readonly { by: PersonId; type: string; data: object }[]) => {
  const answers = await Promise.all(given.map(({ by, type, data }) => hub.parts.dispatcher.dispatch(envelopeOf(type, data), by)));
  return answers.map((answer) => (answer.outcome === 'accepted' ? 'accepted' : answer.code)).toSorted();
};
const begins = plusMinutes(new Date().toISOString() as never, 7 * 24 * 60);
const timeOf = (round: number) => ({ startsAt: plusMinutes(begins, round * 120), minutes: 45 });

describe('two people who act at one process in one moment (0033)', () => {
  test(`of two mentors who book one mentee at one time, one is told, in each of ${ROUNDS} rounds`, async () => {
    const book = (by: PersonId, round: number) => ({
      ...{ by, type: 'BookMeeting' },
      data: { meeting: `k-${round}-${by}`, mentorship: `with-${by}`, format: 'online', place: '', time: timeOf(round) },
    });
    for (let round = 0; round < ROUNDS; round += 1)
      expect(await outcomesOf(book(asha, round), book(cleo, round))).toEqual(['MEETING.CLASH', 'accepted']);
  });

  test(`of a pair who both suggest times, one is told, in each of ${ROUNDS} rounds`, async () => {
    const suggest = (by: PersonId, round: number) => ({
      ...{ by, type: 'ProposeMeeting' },
      data: { meeting: `s-${round}-${by}`, mentorship: 'with-asha', format: 'online', place: '', times: [timeOf(ROUNDS + 1 + round)] },
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await outcomesOf(suggest(asha, round), suggest(ben, round))).toEqual(['MEETING.SUGGESTED_ALREADY', 'accepted']);
      const open = hub.parts.views.store;
      for (const by of [asha, ben])
        if (open.get('meeting', `s-${round}-${by}`)) await must(hub, by, 'CancelMeeting', { meeting: `s-${round}-${by}` });
    }
  });
});
