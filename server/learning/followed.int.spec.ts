import request from 'supertest';
import { jest } from '@jest/globals';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Hub } from '../app/create-hub.js';
import { asking, cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import type { FollowedAnswer } from './followed.js';

jest.setTimeout(120_000);
const MENTEES = ['ben', 'cleo', 'eve', 'fay', 'gus'] as PersonId[];
const [asha, dee, moved] = ['asha', 'dee', 'moved'] as [PersonId, PersonId, PersonId];

describe('what came of suggestions', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  const clock = new TestClock('2026-03-02T09:00:00.000Z' as Instant);
  const rowsOf = (at: Hub) =>
    viewReaderOf(at.parts.views.store)
      .rows('shown', {})
      .toSorted((a, b) => (a.mentee < b.mentee ? -1 : 1));
  /** A hub that reads the whole log anew. */
  async function rebuilt() {
    const another = await openTestHub(folders.next(), folders.log, clock);
    const rows = rowsOf(another);
    await another.close();
    return rows;
  }
  const settled = async (position: Awaited<ReturnType<typeof must>>) => {
    await hub.parts.views.caughtUp(position);
    await hub.parts.joins.settled();
    await hub.parts.reactors.settled();
  };
  const show = (person: PersonId, mentors: readonly string[] = [asha]) =>
    must(hub, person, 'NoteSuggestionsShown', {
      ...{ person, ranking: 'rules-4', weights: { expertise: 1 }, through: '1' },
      shown: mentors.map((mentor) => ({ mentor, score: 0.5, propensity: 1 })),
    });
  const followed = async (as: PersonId) =>
    request(hub.server)
      .get('/api/learning/followed')
      .set('Cookie', await cookieOf(hub, as));

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, clock);
    await makeSchool(hub, [asha, dee, moved, ...MENTEES], { asha: 6 });
    await must(hub, HUB, 'RegisterInstitution', {
      institution: HUB_INSTITUTION,
      details: { name: 'This hub', kind: 'hub', nation: 'england' },
    });
    await must(hub, HUB, 'AddMember', { institution: HUB_INSTITUTION, person: dee, from: '2026-01-05' });
    await settled(await must(hub, HUB, 'GrantRole', { institution: HUB_INSTITUTION, person: dee, role: 'administrator' }));
    for (const mentee of MENTEES) {
      await show(mentee, mentee === 'ben' ? [dee, asha] : [asha]);
      const asked = asking(asha, mentee);
      await must(hub, mentee, 'RequestMentoring', asked);
      await settled(await must(hub, asha, 'AcceptRequest', { mentor: asha, request: asked.request, mentorship: `m-${mentee}` }));
    }
    await settled(await show(moved, [asha, 'cleo']));
  }, 120_000);
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  test('is counted for those who run the hub, and for nobody who neither does nor coordinates', async () => {
    const { body, status } = await followed(dee);
    expect(status).toBe(200);
    expect((body as FollowedAnswer).all).toEqual({ shown: 5, asked: null, accepted: null, reached: null, still: null });
    expect((await followed('ben' as PersonId)).status).toBe(403);
  });

  test('a hub that reads the log anew has the same', async () => {
    expect(rowsOf(hub)).toHaveLength(8);
    expect(rowsOf(hub).filter(({ mentorship }) => mentorship !== null)).toHaveLength(5);
    expect(await rebuilt()).toEqual(rowsOf(hub));
  });

  test('two records that are joined are one mentee, and what the other was shown is theirs', async () => {
    await settled(await must(hub, HUB, 'JoinRecords', { record: moved, other: 'ben' }));
    const rows = rowsOf(hub);
    const ofBoth = rows.filter(({ mentee }) => mentee === moved || mentee === 'ben');
    expect(new Set(ofBoth.map(({ mentee }) => mentee)).size).toBe(1);
    expect(ofBoth.map(({ mentor, place, mentorship }) => [mentor, place, mentorship])).toEqual(
      expect.arrayContaining([
        [asha, 2, 'm-ben'],
        ['cleo', 2, null],
        [dee, 1, null],
      ]),
    );
    expect(rows).toHaveLength(7);
    expect(await rebuilt()).toEqual(rows);
  });

  test('who is erased is forgotten, as mentee and as mentor', async () => {
    await settled(await must(hub, HUB, 'ErasePerson', { person: 'cleo' }));
    const rows = rowsOf(hub);
    expect(rows.some(({ mentee, mentor }) => mentee === 'cleo' || mentor === 'cleo')).toBe(false);
    expect(rows).toHaveLength(5);
    expect(await rebuilt()).toEqual(rows);
  });
});
