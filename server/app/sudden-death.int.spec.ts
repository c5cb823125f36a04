import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { isPrincipal } from '@alongside/domain/policies/audience.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { allViews } from '@alongside/projections/views/index.js';
import { directoryIndex } from '@alongside/search/directory.js';
import { EmbeddedSearchIndex } from '../discovery/embedded/embedded-search-index.js';
import { HITS_LIMIT_DOCUMENTS } from '@alongside/search/search-index.js';
import { DirectoryIndexer } from '../discovery/directory-indexer.js';
import type { DirectoryIndex } from '../discovery/index-keeper.js';
import { MentorPool } from '../discovery/mentor-pool.js';
import type { Hub } from './create-hub.js';
import { acknowledgedFaults, consequenceFaults, foldAfresh, viewFaults } from './hub-faults.testing.js';
import { serving, startHubProcess, type HubProcess } from './hub-process.testing.js';
import { cookieOf, makeSchool, must, openTestHub, testFolders } from './hub.testing.js';
import { keepSending, Line, type Circle, type Traffic } from './traffic.testing.js';

/** Also run with more: `npm run prove -- sudden-death`. */
const KILLS = Number(process.env['SUDDEN_DEATHS'] ?? 6);
// Ends what hangs: on a machine that does something else as well it takes minutes.
jest.setTimeout(180_000 + KILLS * 20_000);
const seed = Number(process.env['SEED'] ?? 20_261_122);
const random = numbersFrom(seed);
const below = (limit: number) => Math.floor(random() * limit);

/** Every so many lives one ends before it serves: in the middle of opening what the last one left. */
const STILLBORN_EVERY_LIVES = 4;
const BIRTH_LIMIT_MS = 800;
/** A life ends once so many commands were answered in it, and a little later. */
const LIFE_LIMIT_ANSWERS = 60;
const LAST_BREATH_LIMIT_MS = 12;

type Events = readonly Recorded<AnyEvent>[];

const MASTER_KEY = Buffer.alloc(32, 9).toString('base64');
const circles: readonly Circle[] = ['a', 'b', 'c'].map((letter) => ({
  coordinator: 'cora',
  mentors: [`mentor-${letter}`, 'mentor-of-all'],
  mentees: [`mentee-${letter}1`, `mentee-${letter}2`],
}));
const people = [...new Set(circles.flatMap(({ coordinator, mentors, mentees }) => [coordinator, ...mentors, ...mentees]))];

let folders: Awaited<ReturnType<typeof testFolders>>;
let dataDir: string;
let traffic: Traffic;
let sending: Promise<unknown>;
let alive: HubProcess | undefined;
/** Loads while the remains of the last one are looked at. */
let next: HubProcess;
let searchFile: string;
/** Commands that were in the log, and whose sender had heard no answer, summed over all deaths. */
let unanswered = 0;
/** Events that were still to follow when the hub died, summed over all deaths. */
let finished = 0;

beforeAll(async () => {
  folders = await testFolders();
  dataDir = folders.next();
  next = held();
  const hub = await reopened();
  await makeSchool(hub, people, Object.fromEntries(people.filter((name) => name.startsWith('mentor')).map((name) => [name, 3])));
  await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'cora', role: 'coordinator' }));
  const cookies = new Map<PersonId, string>();
  for (const person of people as PersonId[]) cookies.set(person, await cookieOf(hub, person));
  await hub.close();
  traffic = { line: new Line(), cookies, acknowledged: [], heard: () => undefined, stopping: false };
  sending = Promise.all(circles.map((circle, number) => keepSending(number, traffic, random, circle)));
});
afterAll(async () => {
  for (const hub of [alive, next]) hub?.process.kill('SIGKILL');
  await Promise.all([alive?.gone, next?.gone]);
  await folders.clean();
});

const held = () => startHubProcess(dataDir, { DEMO: '0', MASTER_KEY }, true);
const reopened = () => openTestHub(dataDir, dataDir, undefined, { MASTER_KEY });

/** One life of the hub, to its sudden end. */
async function liveAndDie(stillborn: boolean): Promise<void> {
  alive = next;
  alive.release();
  if (stillborn) {
    // Here and below: not to wait for something, but to choose the moment of death.
    await setTimeout(below(BIRTH_LIMIT_MS));
  } else {
    traffic.line.join(await serving(alive));
    await answered(1 + below(LIFE_LIMIT_ANSWERS));
    await setTimeout(random() * LAST_BREATH_LIMIT_MS);
  }
  alive.process.kill('SIGKILL');
  expect(await alive.gone).toBeNull();
  traffic.line.cut();
  next = held();
}

/** Settles once so many more commands were answered. */
const answered = (count: number) =>
  new Promise<void>((resolve) => {
    let left = count;
    traffic.heard = () => void (--left > 0 || resolve());
  });

/** The log, the views and the directory as a hub has them that starts after the last one died and does what was left undone. */
async function found(): Promise<{ events: Events; faults: readonly string[] }> {
  const diedAt = new Date().toISOString();
  const hub = await reopened();
  await hub.parts.reactors.settled();
  await hub.parts.emails.settled();
  const events = await everything(hub);
  await hub.parts.projector.caughtUpTo(events.at(-1)?.position ?? ('' as Position));
  const right = await foldAfresh(allViews, events);
  const faults = [
    ...acknowledgedFaults(events, traffic.acknowledged),
    ...consequenceFaults(events),
    ...viewFaults(allViews, hub.parts.views.store, right),
    ...(await hub.parts.projector.status()).filter(({ state }) => state !== 'live').map(({ view }) => `${view} is not live`),
  ];
  const answered = new Set(traffic.acknowledged.map(({ commandId }) => commandId));
  unanswered += new Set(
    events.filter((one) => one.commandId.startsWith('command-') && !answered.has(one.commandId)).map((one) => one.commandId),
  ).size;
  finished += events.filter(({ at }) => at >= diedAt).length;
  searchFile = join(hub.parts.ownDir, 'search.sqlite');
  await hub.close();
  return { events, faults: [...faults, ...(await directoryFaults(searchFile, right))] };
}

async function everything(hub: Hub): Promise<Events> {
  const events: Recorded<AnyEvent>[] = [];
  for await (const batch of hub.parts.log.readAll()) events.push(...batch);
  return events;
}

/** How the index of the directory differs from one that is filled afresh. */
async function directoryFaults(file: string, right: ViewStore): Promise<readonly string[]> {
  const pool = new MentorPool();
  pool.fill(right);
  const fresh: DirectoryIndex = EmbeddedSearchIndex.open(join(dataDir, 'fresh.sqlite'), directoryIndex);
  const indexer = new DirectoryIndexer(
    fresh,
    pool,
    right,
    (error) => {
      throw error;
    },
    () => '2026-11-30T09:00:00.000Z',
  );
  await indexer.fill('folded' as Position);
  const kept: DirectoryIndex = EmbeddedSearchIndex.open(file, directoryIndex);
  const audience = [...new Set([...pool.mentors].flatMap((one) => one.audience.filter(isPrincipal)))];
  const hits = async (index: DirectoryIndex) =>
    (await index.search({ text: '', for: audience, limitDocuments: HITS_LIMIT_DOCUMENTS })).hits;
  const [own, wanted] = [JSON.stringify(await hits(kept)), JSON.stringify(await hits(fresh))];
  await kept.close();
  await indexer.close();
  await rm(join(dataDir, 'fresh.sqlite'));
  return own === wanted && [...pool.mentors].length > 0 ? [] : [`the directory finds ${own}, and it should find ${wanted}`];
}

/** What the check must have had before it, or it would prove little. */
const TELLING = ['RequestAccepted', 'MeetingConfirmed', 'MentorshipCompleted', 'RequestDeclined', 'LetterClaimed'];
const tells = (events: Events) => TELLING.every((type) => events.some((event) => event.type === type));

describe(`a hub that is killed (SEED=${seed})`, () => {
  let events: Events;

  test(`after each of ${KILLS} kills nothing answered is missing, doubled or out of order, what follows is there once, and views equal a fold of the log`, async () => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await liveAndDie(kill % STILLBORN_EVERY_LIVES === 0);
      expect((await found()).faults).toEqual([]);
    }
    const last = await reopened();
    traffic.line.join(`http://127.0.0.1:${last.port}`);
    while (!tells(await everything(last))) await answered(LIFE_LIMIT_ANSWERS);
    // What nobody answered was sent again, and is answered: then the senders are done.
    traffic.stopping = true;
    await sending;
    await last.close();
    const end = await found();
    expect(end.faults).toEqual([]);
    events = end.events;
    expect(traffic.acknowledged.length).toBeGreaterThan(KILLS);
    console.info(
      `SEED=${seed}: ${traffic.acknowledged.length} commands answered, ${unanswered} times one was in the log that nobody had heard an answer to, ${finished} events followed only after a death.`,
    );
  });

  test('the check itself notices an event that is missing, doubled or moved, and a view that leaves one out', async () => {
    const { acknowledged } = traffic;
    const without = (type: string) => events.filter((event) => event !== events.findLast((one) => one.type === type));
    const twice = (type: string) =>
      events.flatMap((event) => (event === events.findLast((one) => one.type === type) ? [event, event] : [event]));
    expect(acknowledgedFaults(without('RequestAccepted'), acknowledged)).toEqual([expect.stringMatching(/^missing: AcceptRequest/)]);
    expect(acknowledgedFaults(twice('RequestAccepted'), acknowledged)).toEqual([expect.stringMatching(/^doubled: AcceptRequest/)]);
    expect(acknowledgedFaults(events, acknowledged.toReversed()).length).toBeGreaterThan(0);
    for (const type of ['MentorshipStarted', 'CpdCredited', 'CredentialIssued', 'PlaceReleased'])
      for (const wrong of [without(type), twice(type)])
        expect([type, consequenceFaults(wrong)]).toEqual([type, [expect.stringMatching(/^[02] ×/)]]);
    expect(consequenceFaults(twice('LetterClaimed'))).toEqual([expect.stringMatching(/^2 × letter/)]);

    const right = await foldAfresh(allViews, events);
    expect(viewFaults(allViews, await foldAfresh(allViews, events), right)).toEqual([]);
    expect(viewFaults(allViews, await foldAfresh(allViews, without('CpdCredited')), right)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^cpd lacks/)]),
    );
    const broken = allViews.map((view) => (view.name === 'cpd' ? { ...view, on: {} } : view));
    const found = viewFaults(allViews, await foldAfresh(broken, events), right);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((fault) => fault.startsWith('cpd lacks'))).toBe(true);
    const unlisted = await foldAfresh(
      allViews,
      events.filter(({ type }) => type !== 'MentoringOffered'),
    );
    expect(await directoryFaults(searchFile, unlisted)).toEqual([expect.stringMatching(/^the directory finds/)]);
  });
});
