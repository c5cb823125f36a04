import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { readConfig } from '../app/config.js';
import { cookieOf, makeSchool, must, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import type { Email, Mailer } from '../mail/mailer.js';

const [helen, asha, ben, cleo, dan] = ['helen', 'asha', 'ben', 'cleo', 'dan'] as [PersonId, PersonId, PersonId, PersonId, PersonId];
const hillside = { institution: 'hillside' };
const next = { institution: 'newfield', details: { name: 'Newfield Academy', kind: 'school', nation: 'england' } };

/** A mail server that remembers what it was handed, and knows an email from its double by its key. */
class Handed implements Mailer {
  readonly emails: Email[] = [];
  async send(email: Email): Promise<void> {
    if (!this.emails.some(({ key }) => key === email.key)) this.emails.push(email);
  }
  async forget(): Promise<void> {}
  async sender(): Promise<string> {
    return 'hub@x.example';
  }
  async close(): Promise<void> {}
}

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
let clock: TestClock;
let mail: Handed;
let dataDir: string;

const opened = () =>
  createHub(readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY: Buffer.alloc(32, 3).toString('base64') }), {
    ...{ clock, mailer: mail, logger: createLogger('error') },
  });
/** Everything that follows has followed, emails included. */
async function settled(): Promise<void> {
  const head = await hub.parts.log.head();
  if (head) await hub.parts.reactors.doneTo(head);
  await hub.parts.emails.settled();
}
/** A hub strikes its clock when it opens, and closes only once that is done. */
async function strikesAt(at: string): Promise<void> {
  clock.set(at);
  for (let time = 0; time < 2; time += 1) {
    await hub.close();
    hub = await opened();
  }
  await settled();
}
const told = () => mail.emails.filter(({ subject }) => /has closed/.test(subject));
const toldOnes = () => told().map(({ to }) => to.person);
const close = (successors: readonly string[] = []) => must(hub, HUB, 'CloseInstitution', { ...hillside, on: '2026-02-28', successors });

beforeEach(async () => {
  folders = await testFolders();
  dataDir = folders.next();
  clock = new TestClock('2026-03-06T15:00:00.000Z' as Instant);
  mail = new Handed();
  hub = await opened();
  await makeSchool(hub, ['helen', 'asha', 'ben', 'cleo', 'dan'], { asha: 1 });
  await hub.parts.views.caughtUp(await must(hub, HUB, 'RegisterInstitution', next));
  for (const person of [helen, asha, ben, cleo]) await cookieOf(hub, person);
  await settled();
});
afterEach(async () => {
  await hub.close();
  await folders.clean();
});

describe('people whose school has closed', () => {
  test('are told by email the morning after, each once, with the school that the file of links named since', async () => {
    await close();
    await settled();
    await strikesAt('2026-03-06T16:00:00.000Z');
    expect(toldOnes()).toEqual([]);
    await close(['newfield']);
    await strikesAt('2026-03-07T07:30:00.000Z');
    // Dan was never invited: an email that his school has closed would be his first.
    expect(toldOnes().toSorted()).toEqual([asha, ben, cleo, helen]);
    expect(told()[0]?.text).toContain('Newfield Academy follows it.');
    await strikesAt('2026-03-08T07:30:00.000Z');
    await close([]);
    await strikesAt('2026-03-09T07:30:00.000Z');
    expect(told()).toHaveLength(4);
    expect(toldOnes()).not.toContain(dan);
  });

  test('are told nothing once they have said where they are, left or were erased', async () => {
    await close(['newfield']);
    const said = { institution: 'newfield', person: ben, email: 'ben@hillside.example', closed: 'hillside' };
    await must(hub, ben, 'AskToJoin', said);
    await must(hub, cleo, 'RemoveMember', { ...hillside, person: cleo });
    await must(hub, helen, 'ErasePerson', { person: helen });
    await settled();
    await strikesAt('2026-03-07T07:30:00.000Z');
    expect(toldOnes()).toEqual([asha]);
  });

  test('are told nothing where the closing was a mistake that was taken back in time', async () => {
    await close();
    await must(hub, HUB, 'ReopenInstitution', hillside);
    await strikesAt('2026-03-07T07:30:00.000Z');
    expect(told()).toEqual([]);
  });
});
