import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { sentences } from '@alongside/domain/protocol/refusal-sentences.js';
import { commandTypes } from '@alongside/domain/protocol/registry.js';
import type { Hub } from '../create-hub.js';
import { cookieOf, envelopeOf, makeSchool, openTestHub, TestClock, testFolders } from '../hub.testing.js';
import { say, type Said } from '../../queries/answers-said.testing.js';
import { community } from '../../queries/every-endpoint.testing.js';
import { CertificateWatch } from './certificate.js';
import { noteBackup } from './last-backup.js';

/** What people do, and why it was refused. */
const typesAndCodes = new Set([...commandTypes, ...Object.keys(sentences).filter((code) => !code.startsWith('COMMAND.'))]);
const TOKEN = 'a-token-of-some-length';

describe('metrics', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  const open = async (env: Record<string, string>) => (hub = await openTestHub(folders.next(), folders.log, undefined, env));
  beforeEach(async () => {
    folders = await testFolders();
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });
  const metrics = (token?: string) => {
    const asked = request(hub.server).get('/metrics');
    return token ? asked.set('Authorization', `Bearer ${token}`) : asked;
  };

  test('are not there unless they are switched on', async () => {
    await open({});
    expect((await metrics()).text).not.toContain('alongside_');
  });

  test('with a token are for those who bring it', async () => {
    await open({ METRICS_TOKEN: TOKEN });
    const asked = [await metrics(), await metrics('another-token-of-length'), await metrics(TOKEN)];
    expect(asked.map(({ status }) => status)).toEqual([401, 401, 200]);
  });

  test('count what the hub does, and name nobody', async () => {
    await open({ METRICS: 'on' });
    await makeSchool(hub, ['asha', 'ben'], { asha: 1 });
    const cookie = await cookieOf(hub, 'asha' as PersonId);
    const send = (type: string, data: object) =>
      request(hub.server).post('/api/commands').set('Cookie', cookie).set('x-alongside', '1').send(envelopeOf(type, data));
    await send('RenamePerson', { person: 'asha', name: 'Asha Canary' }).expect(200);
    await send('RenamePerson', { person: 'ben', name: 'Ben Canary' });
    await send('NoSuchCommand', { name: 'Canary' });
    await request(hub.server).get('/api/views/person/asha').set('Cookie', cookie).expect(200);
    await request(hub.server).get('/api/verify/canary-code');
    const { text, headers } = await metrics().expect(200);
    expect(headers['content-type']).toContain('text/plain');
    for (const line of [
      /^alongside_commands_total\{outcome="accepted"\} [1-9]\d*$/m,
      /^alongside_commands_total\{outcome="refused"\} 1$/m,
      /^alongside_append_seconds_count\{outcome="ok"\} [1-9]\d*$/m,
      /^alongside_http_request_seconds_count\{method="GET",route="\/api\/views\/:view\/:id",status="200"\} 1$/m,
      /^alongside_view_lag_events\{view="person"\} 0$/m,
      /^alongside_(sockets|mail_waiting|mail_failing|log_damaged|reactors_behind_events|reactions_set_aside) 0$/m,
      /^alongside_writes_ok 1$/m,
      /^alongside_views_ok 1$/m,
      /^alongside_log_bytes [1-9]\d*$/m,
      /^nodejs_eventloop_lag_seconds /m,
    ])
      expect(text).toMatch(line);
    expect(text.match(/(?<==")[^"]*/g)?.filter((label) => typesAndCodes.has(label))).toEqual([]);
    for (const word of ['asha', 'ben', 'anary', 'hillside', 'NoSuchCommand']) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  test('[figures] are the same where two hubs differ only in what a pair said', async () => {
    const counted = async (said: Said) => {
      const clock = new TestClock('2026-03-06T09:00:00.000Z' as Instant);
      hub = await openTestHub(folders.next(), `${folders.log}-${said}`, clock, { METRICS: 'on' });
      await community(hub);
      await say(hub, said);
      const { text } = await metrics().expect(200);
      if (said === 'well') await hub.close();
      // Which counters there are. How far each is differs by itself: a command may have to be tried again.
      return text.match(/^alongside_\w+(?:_total|_count)\b(?:\{.*\})?(?= \d)/gm) ?? [];
    };
    const well = await counted('well');
    expect(well).toContain('alongside_commands_total{outcome="accepted"}');
    expect(await counted('badly')).toEqual(well);
  });

  test('say how old the last backup is and how long the certificate is valid, and nothing where it is not known', async () => {
    await open({ METRICS: 'on' });
    const said = async () => (await metrics().expect(200)).text.match(/^alongside_(last_backup|certificate)_.*$/gm) ?? [];
    expect(await said()).toEqual([]);
    const { clock, config, health } = hub.parts;
    const from = (hours: number) => new Date(Date.parse(clock.now()) + hours * 3_600_000).toISOString();
    await noteBackup(config.dataDir, { at: from(-26), folder: '/backups/alongside-1', events: 12 });
    const certificate = new CertificateWatch(
      'https://hub.example',
      () => clock.now(),
      async () => from(-1),
    );
    Object.assign(health, { certificate });
    const [backup, none] = await said();
    expect([Number(backup?.split(' ')[1]), none]).toEqual([expect.closeTo(26 * 3_600, -2), undefined]);
    await certificate.check();
    expect((await said())[1]).toMatch(/^alongside_certificate_expires_in_seconds -36\d\d/);
    await noteBackup(config.dataDir, { at: 'at some time', folder: '/backups/alongside-1', events: 12 });
    expect((await said()).map((line) => line.split(' ')[0])).toEqual(['alongside_certificate_expires_in_seconds']);
  });
});
