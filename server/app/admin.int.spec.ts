import { jest } from '@jest/globals';
import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { hubAdministrators, personWithEmail } from '../set-up/administrators.js';
import { adminOf } from './admin.testing.js';
import { createHub, type Hub } from './create-hub.js';
import { cookieOf, makeSchool, must, testFolders } from './hub.testing.js';
import { createLogger } from './logger.js';
import { configIn, Postbox } from './postbox.fixture.js';

jest.setTimeout(120_000);

describe('npm run admin', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub;

  const admin = (...args: readonly string[]) => adminOf(dataDir, ...args);

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    hub = await createHub(configIn(dataDir), { logger: createLogger('error'), mailer: new Postbox() });
    await makeSchool(hub, ['ben']);
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  test('beside a running hub says what it would do, does it, and does nothing twice', async () => {
    const email = 'ben@hillside.example';
    expect(await admin(email)).toMatchObject({ code: 0, stdout: expect.stringContaining('This would make Name of ben an administrator.') });
    expect(await hubAdministrators(hub.parts)).toEqual([]);
    expect(await admin('BEN@hillside.example', '--yes')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Name of ben is an administrator.'),
    });
    expect(await hubAdministrators(hub.parts)).toEqual(['ben']);
    expect((await admin(email, '--yes')).stdout).toContain('is an administrator already');
  });

  test('adds a person who is not on the hub, once their name is given, beside the administrators that there are', async () => {
    await admin('ben@hillside.example', '--yes');
    expect(await admin('zoe@hillside.example', '--yes')).toMatchObject({ code: 1, stderr: expect.stringContaining('--name') });
    expect(await admin('zoe@hillside.example', '--name', 'Zoë Café', '--yes')).toMatchObject({ code: 0 });
    // The hub hears of it through the log; a command of its own waits for that.
    await hub.parts.views.caughtUp(
      await must(hub, HUB, 'DescribeInstitution', { institution: 'hillside', details: { name: 'H', kind: 'school', nation: 'england' } }),
    );
    const zoe = personWithEmail(hub.parts, 'zoe@hillside.example') as PersonId;
    expect(new Set(await hubAdministrators(hub.parts))).toEqual(new Set(['ben', zoe]));
  });

  test('takes what to call a person who is new; without it, emails greet them by their whole name', async () => {
    const greeted = async (email: string, ...given: readonly string[]) => {
      expect(await admin(email, '--name', 'Zoë Café', ...given, '--yes')).toMatchObject({ code: 0 });
      const person = personWithEmail(hub.parts, email) as PersonId;
      const mail = await request(hub.server)
        .get('/api/mail/invitation')
        .set('Cookie', await cookieOf(hub, person))
        .expect(200);
      return /^Hello .*$/m.exec((mail.body as { text: string }).text)?.[0];
    };
    expect(await greeted('zoe@hillside.example', '--given', ' Zoë ')).toBe('Hello Zoë');
    expect(await greeted('zoe2@hillside.example')).toBe('Hello Zoë Café');
    expect(await greeted('zoe3@hillside.example', '--given', ' ')).toBe('Hello Zoë Café');
    const long = await admin('zoe4@hillside.example', '--name', 'Zoë Café', '--given', 'Z'.repeat(61));
    expect(long).toMatchObject({ code: 1, stderr: expect.stringMatching(/^The given name .*60/) });
  });

  test('says how it is used, and takes a name that one person has', async () => {
    expect(await admin()).toMatchObject({ code: 1, stderr: expect.stringContaining('npm run admin -- WHO') });
    expect(await admin('--nonsense')).toMatchObject({ code: 1, stderr: expect.stringContaining('npm run admin -- WHO') });
    expect((await admin('name', 'of', 'BEN')).stdout).toMatch(/^Name of ben, Hillside School \(ben\)\nThis would make Name of ben/);
    expect(await admin('Zoë')).toMatchObject({ code: 1, stderr: 'No person has the id or the name Zoë.\n' });
  });
});
