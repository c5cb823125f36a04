import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { readEverything } from '@alongside/domain/testing/event-store.samples.js';
import { serving, startHubProcess } from '../app/hub-process.testing.js';
import { cookieOf, makeSchool, must, openTestHub, testFolders } from '../app/hub.testing.js';
import { eventLogFile } from '../event-store/open.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import type { ImportProgress } from './import-progress.js';

/** `npm run prove -- killed-imports` brings in 30,000 people. */
const ROWS = Number(process.env['IMPORT_ROWS'] ?? 400);
const KILLS = Number(process.env['IMPORT_KILLS'] ?? 3);
const seed = Number(process.env['SEED'] ?? 20_261_128);
jest.setTimeout(120_000 + ROWS * 60 + KILLS * 120_000);

const helen = 'helen' as PersonId;
const settings = { DEMO: '0', MASTER_KEY: Buffer.alloc(32, 12).toString('base64') };
const email = (row: number) => `person.${row}@hillside.example`;
const file = ['Name,Email,Job title', ...Array.from({ length: ROWS }, (_, row) => `Person ${row},${email(row)},Teacher`)].join('\r\n');

let folders: Awaited<ReturnType<typeof testFolders>>;
let dataDir: string;
let cookie: string;

beforeAll(async () => {
  folders = await testFolders();
  dataDir = folders.next();
  const hub = await openTestHub(dataDir, dataDir, undefined, settings);
  await makeSchool(hub, ['helen']);
  await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: helen, role: 'coordinator' });
  cookie = await cookieOf(hub, helen);
  await hub.close();
});
afterAll(() => folders.clean());

/** Brings the file to a hub and confirms it, as the screen does; with how far it came before the hub was gone. */
async function bring(address: string, onProgress: (done: number) => void): Promise<ImportProgress | undefined> {
  const ask = async (path: string, method: string, body?: string, type = 'application/json') => {
    const response = await fetch(`${address}/api/imports${path}`, {
      method,
      headers: { cookie, 'x-alongside': '1', ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
    return (await response.json()) as ImportProgress & { readonly id: string };
  };
  const { id } = await ask('?kind=staff&institution=hillside', 'POST', file, 'text/csv');
  await ask(`/${id}/confirm`, 'POST', JSON.stringify({ inviteOn: null }));
  for (;;) {
    const progress = await ask(`/${id}`, 'GET');
    if (progress.status !== 'running') return progress;
    onProgress(progress.done);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test(`a file of ${ROWS} people, brought in again after each of ${KILLS} kills half-way, has everybody once (seed ${seed})`, async () => {
  const random = numbersFrom(seed);
  const at: number[] = [];
  let hits = 0;
  while (at.length < KILLS) {
    const hub = startHubProcess(dataDir, settings);
    const address = await serving(hub);
    // Each try comes a little further than the one before it.
    const until = Math.floor(((at.length + random()) / (KILLS + 1)) * ROWS);
    let reached = -1;
    const ended = await bring(address, (done) => {
      if (done < until || reached >= 0) return;
      reached = done;
      hub.process.kill('SIGKILL');
    }).catch(() => undefined);
    hub.process.kill('SIGKILL');
    await hub.gone;
    at.push(reached);
    if (!ended && reached > 0 && reached < ROWS) hits += 1;
    // A file that was finished before it was killed shows nothing: said, so that nobody takes it for a kill.
    if (ended) process.stdout.write(`the file was finished before the hub was killed (${ended.done} of ${ROWS})\n`);
  }
  const hub = startHubProcess(dataDir, settings);
  const last = await bring(await serving(hub), () => undefined);
  hub.process.kill('SIGKILL');
  await hub.gone;
  expect(last).toMatchObject({ status: 'done', refused: [] });

  const store = await SqliteEventStore.open(eventLogFile(dataDir));
  const events = await readEverything(store);
  await store.close();
  const joined = events.filter(({ type, data }) => type === 'MemberJoined' && (data as { person: string }).person !== helen);
  const people = joined.map(({ data }) => (data as { person: string }).person);
  expect([people.length, new Set(people).size]).toEqual([ROWS, ROWS]);
  expect(events.filter(({ type }) => type === 'PersonJoined').length).toBe(ROWS + 1);
  process.stdout.write(`killed after ${at.join(', ')} of ${ROWS} people\n`);
  // One of them may find its file finished, or not begun.
  expect(hits).toBeGreaterThanOrEqual(Math.max(1, KILLS - 1));
});
