import { jest } from '@jest/globals';
import { streamOf, type InstitutionId, type PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Answer, Envelope } from '@alongside/domain/protocol/messages.js';
import { seededRandom } from '@alongside/projections/testing/seeded-random.js';
import { send, serving, startHubProcess, type HubProcess } from '../app/hub-process.testing.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub, testFolders } from '../app/hub.testing.js';
import { freshLog, type FreshLog } from '../event-store/fresh-log.testing.js';
import { addressesIn } from './addresses.testing.js';
import { IdentitySecrets } from './secrets.js';

/** How many pairs of commands race for one address; `npm run prove -- addresses` takes 200. */
const RACES = Number(process.env['ADDRESS_RACES'] ?? 12);
/** One process is killed in the middle of every so many races, ten times at most. */
const KILL_EVERY = Math.max(8, Math.ceil(RACES / 10));
/** Addresses that are raced for: few, so that most are wanted again and again. */
const ADDRESSES = 12;
jest.setTimeout(60_000 + RACES * 10_000);
let settings = { DEMO: '0', MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
const members = ['asha', 'ben', 'cleo', 'dan', 'eve', 'finn'] as PersonId[];
const institution = 'hillside' as InstitutionId;

let folders: Awaited<ReturnType<typeof testFolders>>;
let dataDir: string;
let fresh: FreshLog;
let cookies: readonly string[];
const hubs: HubProcess[] = [];
const random = seededRandom('address races');

beforeAll(async () => {
  folders = await testFolders();
  dataDir = folders.next();
  fresh = await freshLog();
  settings = { ...settings, ...fresh.env };
  const hub = await openTestHub(dataDir, dataDir, undefined, settings);
  await makeSchool(hub, ['helen', 'owen', ...members]);
  for (const person of ['helen', 'owen']) await must(hub, HUB, 'GrantRole', { institution, person, role: 'coordinator' });
  cookies = [await cookieOf(hub, 'helen' as PersonId), await cookieOf(hub, 'owen' as PersonId)];
  await hub.close();
});
afterAll(async () => {
  for (const { process } of hubs) process.kill('SIGKILL');
  await Promise.all(hubs.map(({ gone }) => gone));
  await fresh.close();
  await folders.clean();
});

function begin(): HubProcess {
  const hub = startHubProcess(dataDir, settings);
  hubs.push(hub);
  return hub;
}

let people = 0;
/** A person wants an address: a newcomer who is invited, or a member whose address is changed. */
function wanting(email: string): Envelope {
  const written = random.below(2) ? email : email.toUpperCase();
  if (random.below(3) > 0) return envelopeOf('ChangeEmail', { person: random.pick(members), email: written });
  people += 1;
  return envelopeOf('InvitePerson', { person: `newcomer-${people}`, name: `Newcomer ${people}`, email: written, institution });
}

/** The answer; undefined where the process was gone before it answered. */
const asked = (address: string, cookie: string, envelope: Envelope): Promise<Answer | undefined> =>
  send(address, cookie, envelope).catch(() => undefined);

test(`[AD1] [AD4] of ${RACES} races for addresses by two processes that are killed now and then, every address has one owner`, async () => {
  const running = [begin(), begin()] as [HubProcess, HubProcess];
  const addresses = (await Promise.all(running.map(serving))) as [string, string];
  /** The last address that each person was told is theirs, until a command for them went unanswered. */
  const promised = new Map<string, string | undefined>();
  let unanswered = 0;
  for (let race = 1; race <= RACES; race += 1) {
    const email = `wanted-${random.below(ADDRESSES)}@hillside.example`;
    const envelopes = [wanting(email), wanting(email)];
    const flying = envelopes.map((envelope, index) => asked(addresses[index] as string, cookies[index] as string, envelope));
    const victim = race % KILL_EVERY === 0 ? random.below(2) : undefined;
    if (victim !== undefined) running[victim]?.process.kill('SIGKILL');
    const answers = await Promise.all(flying);
    answers.forEach((answer, index) => {
      const { person } = (envelopes[index] as Envelope).data as { person: string };
      if (answer === undefined) unanswered += 1;
      if (answer === undefined) promised.set(person, undefined);
      // Both may be for one person: which of the two came last is not known, and it is one address.
      else if (answer.outcome === 'accepted') promised.set(person, email);
      else expect({ ...random.at(race), code: answer.code }).toMatchObject({ code: expect.stringMatching(/EMAIL_TAKEN|BUSY/) });
    });
    if (victim === undefined) continue;
    await running[victim]?.gone;
    running[victim] = begin();
    addresses[victim] = await serving(running[victim]);
  }
  for (const { process } of running) process.kill('SIGKILL');
  await Promise.all(running.map(({ gone }) => gone));
  process.stdout.write(`address races: ${RACES} races, ${promised.size} people, ${unanswered} commands went unanswered\n`);
  await expectOneOwnerEach(promised);
});

async function expectOneOwnerEach(promised: ReadonlyMap<string, string | undefined>): Promise<void> {
  const hub = await openTestHub(dataDir, dataDir, undefined, settings);
  const { log, master } = hub.parts;
  await hub.parts.reactors.settled();
  await hub.parts.addresses.tidy();
  const secrets = new IdentitySecrets(master.bytes);
  const { of, shared } = await addressesIn(log);
  expect({ shared, clashes: hub.parts.addresses.shared() }).toEqual({ shared: [], clashes: [] });
  for (const [person, email] of promised)
    if (email !== undefined) expect({ ...random.at(0), person, email: of.get(person) }).toEqual({ ...random.at(0), person, email });
  for (const [person, email] of of) {
    const last = (await log.readStream(streamOf('address', secrets.address(email)))).at(-1);
    expect({ email, type: last?.type, data: last?.data }).toMatchObject({ email, type: 'AddressClaimed', data: { person } });
  }
  await hub.close();
}
