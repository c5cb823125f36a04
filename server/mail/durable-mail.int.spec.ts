import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { asking, cookieOf, envelopeOf, makeSchool, openTestHub, testFolders } from '../app/hub.testing.js';
import { send, serving, startHubProcess, type HubProcess } from '../app/hub-process.testing.js';
import { MailServer } from './mail-server.testing.js';

jest.setTimeout(120_000);
const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
const codeIn = (email = ''): string => /(\d{3}) (\d{3}) is your code/.exec(email)?.slice(1).join('') ?? '';
const idOf = (email = ''): string => /^Message-ID: (.*?)\r?$/m.exec(email)?.[1] ?? '';

/** A hub as it is run, beside a mail server that dies, refuses and dawdles. */
describe('emails of a hub that is killed, to a mail server that is not there', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let mail: MailServer;
  let port: number;
  let cookie: string;
  const running: HubProcess[] = [];

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    const hub = await openTestHub(dataDir, dataDir, undefined, { MASTER_KEY });
    await makeSchool(hub, ['asha', 'ben'], { asha: 1 });
    cookie = await cookieOf(hub, 'ben' as PersonId);
    await hub.parts.emails.settled();
    await hub.close();
    mail = new MailServer();
    await mail.start();
    port = mail.port;
  });
  afterEach(async () => {
    for (const { process, gone } of running.splice(0)) {
      process.kill('SIGKILL');
      await gone;
    }
    await mail.stop().catch(() => undefined);
    await folders.clean();
  });

  const start = (): HubProcess => {
    const hub = startHubProcess(dataDir, { DEMO: '0', MASTER_KEY, SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'hub@school.example' });
    running.push(hub);
    return hub;
  };
  const kill = async ({ process, gone }: HubProcess) => {
    process.kill('SIGKILL');
    await gone;
  };
  const stop = async ({ process, gone }: HubProcess) => {
    process.kill('SIGTERM');
    await gone;
  };
  const post = (address: string, path: string, body: object) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-alongside': '1' },
      body: JSON.stringify(body),
    });
  const askForCode = async (address: string) =>
    expect((await post(address, '/api/sign-in/code', { email: 'asha@hillside.example' })).status).toBe(202);
  const waits = async (hub: HubProcess, line: RegExp) => {
    for (let times = 0; times < 400 && !hub.said.some((said) => line.test(said)); times += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(hub.said.join('\n')).toMatch(line);
  };

  test('a code arrives once though the server was dead and the hub was killed, and lets its person in', async () => {
    await mail.stop();
    const first = start();
    await askForCode(await serving(first));
    await waits(first, /is tried again/);
    await kill(first);
    await mail.start(port);
    const second = start();
    const address = await serving(second);
    const [email] = await mail.came(1);
    const signedIn = await post(address, '/api/sign-in', { email: 'asha@hillside.example', code: codeIn(email), shared: false });
    expect(signedIn.status).toBe(200);
    await stop(second);
    // The next code comes alone: the first was not sent again.
    await askForCode(await serving(start()));
    expect((await mail.came(2)).map(codeIn)).toEqual([codeIn(email), expect.not.stringMatching(codeIn(email))]);
  });

  test('a code that a server took and did not say so before the hub was killed comes again, under the same id', async () => {
    mail.saysAfterMs = 60_000;
    const taken = new Promise<void>((resolve) => (mail.onTaken = resolve));
    const first = start();
    await askForCode(await serving(first));
    await taken;
    await kill(first);
    mail.saysAfterMs = 0;
    await serving(start());
    const [once, again] = await mail.came(2);
    expect([idOf(once), codeIn(once)]).toEqual([idOf(again), codeIn(again)]);
    expect(idOf(once)).not.toBe('');
  });

  test('what the log tells of arrives once as well, and a server that says “later” is asked again', async () => {
    mail.answers = { RCPT: '451 4.7.1 come again later' };
    const first = start();
    const asked = { ...envelopeOf('RequestMentoring', undefined), data: asking('asha', 'ben') };
    expect(await send(await serving(first), cookie, asked)).toMatchObject({ outcome: 'accepted' });
    await waits(first, /A reaction failed/);
    await kill(first);
    mail.answers = {};
    const second = start();
    await serving(second);
    const [email] = await mail.came(1);
    expect(email).toContain('To: asha@hillside.example');
    await stop(second);
    const third = start();
    await askForCode(await serving(third));
    await mail.came(2);
    await stop(third);
    expect(mail.emails.filter((one) => one.includes('asked you to be their mentor'))).toHaveLength(1);
  });
});
