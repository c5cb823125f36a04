import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { ask, send, serving, startHubProcess, type HubProcess } from './hub-process.testing.js';
import { cookieOf, envelopeOf, makeSchool, openTestHub, testFolders } from './hub.testing.js';

jest.setTimeout(60_000);
/** How soon one hub must show what was done at the other, in milliseconds. */
const SEEN_LIMIT_MS = 1_000;
const settings = { DEMO: '0', MASTER_KEY: Buffer.alloc(32, 3).toString('base64') };
const asha = 'asha' as PersonId;

let folders: Awaited<ReturnType<typeof testFolders>>;
let cookie: string;
let dataDir: string;
const hubs: HubProcess[] = [];

beforeAll(async () => {
  folders = await testFolders();
  dataDir = folders.next();
  const hub = await openTestHub(dataDir, dataDir, undefined, settings);
  await makeSchool(hub, ['asha', 'ben'], { asha: 2 });
  cookie = await cookieOf(hub, asha);
  await hub.close();
});
afterAll(async () => {
  for (const { process } of hubs) process.kill('SIGKILL');
  await Promise.all(hubs.map(({ gone }) => gone));
  await folders.clean();
});

async function another(): Promise<{ hub: HubProcess; address: string }> {
  const hub = startHubProcess(dataDir, settings);
  hubs.push(hub);
  return { hub, address: await serving(hub) };
}

let names = 0;
/** Takes a new name at one hub, and tells after how many milliseconds the other shows it; more than the limit where it never did. */
async function seenAfterMs(here: string, there: string): Promise<number> {
  const name = `Asha the ${++names}th`;
  expect(await send(here, cookie, envelopeOf('RenamePerson', { person: asha, name }))).toMatchObject({ outcome: 'accepted' });
  const since = performance.now();
  for (let ms = 0; ms <= SEEN_LIMIT_MS; ms = performance.now() - since) {
    const seen = await ask<{ row: { data: { name: string } } }>(there, '/api/views/person/asha', cookie);
    if (seen?.row.data.name === name) return performance.now() - since;
  }
  return Infinity;
}

test('two hubs on one data folder serve side by side, and go on without each other', async () => {
  const [one, two] = await Promise.all([another(), another()]);
  expect(one.address).not.toBe(two.address);
  for (const [here, there] of [
    [one.address, two.address],
    [two.address, one.address],
  ] as const)
    for (let times = 0; times < 3; times += 1) expect(await seenAfterMs(here, there)).toBeLessThanOrEqual(SEEN_LIMIT_MS);

  one.hub.process.kill('SIGTERM');
  expect(await one.hub.gone).toBe(0);
  expect(await seenAfterMs(two.address, two.address)).toBeLessThanOrEqual(SEEN_LIMIT_MS);

  // One that comes later has the other's latest, and outlives its sudden death.
  const three = await another();
  expect(await ask(three.address, '/api/views/person/asha', cookie)).toMatchObject({ row: { data: { name: `Asha the ${names}th` } } });
  two.hub.process.kill('SIGKILL');
  expect(await two.hub.gone).toBeNull();
  expect(await seenAfterMs(three.address, three.address)).toBeLessThanOrEqual(SEEN_LIMIT_MS);
});
