import request from 'supertest';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { SentRow } from '@alongside/domain/protocol/messages.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';

const ben = 'ben' as PersonId;

describe('what somebody publishes to their school', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  const cookies = new Map<string, string>();
  const read = async (who: string, path: string): Promise<readonly unknown[]> => {
    const answer = await request(hub.server)
      .get(path)
      .set('cookie', cookies.get(who) ?? '');
    return (answer.body as { rows: readonly SentRow[] }).rows.map(({ data }) => data);
  };
  const found = (who: string) => read(who, '/api/views/published?where.institutions=hillside');
  const ofBen = (who: string) => read(who, '/api/views/published?where.person=ben');
  const words = (who: string) => read(who, '/api/views/published-words?ids=f-1');
  const give = async (type: string, data: object) =>
    hub.parts.views.caughtUp(await must(hub, ben, type, { person: ben, reflection: 'f-1', ...data }));

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-03-06T09:00:00.000Z' as Instant));
    await makeSchool(hub, ['ben', 'cleo']);
    const details = { name: 'Seaview', kind: 'school', nation: 'england' };
    await must(hub, HUB, 'RegisterInstitution', { institution: 'seaview', details });
    await hub.parts.views.caughtUp(
      await must(hub, HUB, 'InvitePerson', { person: 'sol', name: 'Sol Gray', email: 'sol@seaview.example', institution: 'seaview' }),
    );
    const member = (): Promise<Position> => must(hub, HUB, 'AddMember', { institution: 'seaview', person: 'sol', from: '2026-01-05' });
    await hub.parts.views.caughtUp(await member());
    for (const person of ['ben', 'cleo', 'sol']) cookies.set(person, await cookieOf(hub, person as PersonId));
    await give('WriteReflection', {
      mentorship: null,
      meeting: null,
      prompt: null,
      statements: [],
      title: 'Calm starts',
      text: 'I waited',
    });
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  test('is nowhere to be found while it is private', async () => {
    expect([await found('cleo'), await ofBen('cleo'), await words('cleo')]).toEqual([[], [], []]);
  });

  test('is found and read by colleagues, by school and by author, and by nobody elsewhere', async () => {
    await give('ShareReflection', { with: 'published' });
    expect(await found('cleo')).toMatchObject([{ reflection: 'f-1', person: 'ben' }]);
    expect(await ofBen('cleo')).toHaveLength(1);
    // Nothing of the mentorship or the meeting that they came from, and not the author’s own row, which names both.
    expect(await words('cleo')).toEqual([{ reflection: 'f-1', person: 'ben', title: 'Calm starts', text: 'I waited' }]);
    expect(await read('cleo', '/api/views/reflection?ids=f-1')).toEqual([]);
    expect([await found('sol'), await ofBen('sol'), await words('sol')]).toEqual([[], [], []]);
  });

  test('is gone for colleagues at once when it is taken back', async () => {
    await give('ShareReflection', { with: 'nobody' });
    expect([await found('cleo'), await ofBen('cleo'), await words('cleo')]).toEqual([[], [], []]);
  });

  test('[R9] is gone with its author', async () => {
    await give('ShareReflection', { with: 'published' });
    expect(await found('cleo')).toHaveLength(1);
    await hub.parts.views.caughtUp(await must(hub, ben, 'ErasePerson', { person: ben }));
    expect([await found('cleo'), await ofBen('cleo'), await words('cleo')]).toEqual([[], [], []]);
  });
});
