import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Hub } from '../app/create-hub.js';
import { asking, cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import type { OwnRecord } from './own-record.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];

describe('taking one’s own record away', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-03-06T09:00:00.000Z' as Instant));
    await makeSchool(hub, ['asha', 'ben', 'cleo'], { asha: 1 });
    await must(hub, ben, 'RequestMentoring', { ...asking('asha', 'ben', 'r-1'), note: 'A note of Ben’s' });
    await must(hub, asha, 'AcceptRequest', { mentor: asha, request: 'r-1', mentorship: 'm-1' });
    await hub.parts.reactors.settled();
    await must(hub, asha, 'ExcludePerson', { person: asha, other: cleo });
    const reflection = { mentorship: 'm-1', meeting: null, prompt: null, statements: [] };
    await must(hub, asha, 'WriteReflection', { person: asha, reflection: 'f-1', title: 'Private', text: 'Asha alone', ...reflection });
    const position = await must(hub, ben, 'WriteReflection', {
      person: ben,
      reflection: 'f-2',
      title: 'Mine',
      text: 'What Ben thought',
      ...reflection,
    });
    await hub.parts.views.caughtUp(position);
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  const recordOf = async (person: PersonId): Promise<{ text: string; record: OwnRecord }> => {
    const { text } = await request(hub.server)
      .get('/api/my-record.json')
      .set('Cookie', await cookieOf(hub, person))
      .buffer(true)
      .parse((answer, done) => {
        let body = '';
        answer.on('data', (part: Buffer) => (body += part.toString()));
        answer.on('end', () => done(null, body));
      })
      .expect(200)
      .then(({ body }) => ({ text: body as string }));
    return { text, record: JSON.parse(text) as OwnRecord };
  };

  test('[R9] holds what is one’s own and the pair’s', async () => {
    const { record, text } = await recordOf(ben);
    expect(record.person).toBe(ben);
    expect(record.records['mentorships']).toHaveLength(1);
    expect(text).toContain('A note of Ben’s');
    expect(text).toContain('What Ben thought');
  });

  test('[R9] holds nothing that the other keeps to themselves', async () => {
    const { text } = await recordOf(ben);
    expect(text).not.toContain('Asha alone');
    const { text: others } = await recordOf(cleo);
    expect(others).not.toContain('A note of Ben’s');
    expect(others).not.toContain('asha');
  });

  test('is for those who are signed in', async () => {
    expect((await request(hub.server).get('/api/my-record.json')).status).toBe(401);
  });
});
