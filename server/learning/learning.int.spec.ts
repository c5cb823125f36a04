import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { learnTool } from '../app/tools/learn.tool.js';
import type { SuggestionsAnswer } from '../discovery/suggestions-answer.js';
import type { LearningAnswer, LearningShelfAnswer } from './learning.controller.js';
import { plant } from './testing/plant.js';

jest.setTimeout(120_000);

const NOW = '2026-09-01T09:00:00.000Z' as Instant;
const ben = 'mentee-0' as PersonId;
const dee = 'dee' as PersonId;

async function* none(): AsyncIterable<Uint8Array> {}

/** Who is erased in the end: what they said of themselves stands in their own stream. */
const gone = 'mentee-1' as PersonId;

describe('a hub that learns from its own mentorships', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let folder: string;
  let hub: Hub;
  const open = () => openTestHub(folder, folders.log, new TestClock(NOW));
  const ask = async <Answer>(person: PersonId, path: string, method: 'get' | 'post' = 'get') => {
    const agent = request(hub.server);
    const { body, status } = await agent[method](path)
      .set('cookie', await cookieOf(hub, person))
      .set('x-alongside', '1');
    return { body: body as Answer, status };
  };
  const suggestions = async () => (await ask<SuggestionsAnswer>(ben, '/api/suggestions')).body;
  const shelf = async () => (await ask<LearningShelfAnswer>(dee, '/api/learning/shelf')).body;
  const trained = async () => {
    expect((await ask(dee, '/api/learning/train', 'post')).status).toBe(202);
    await hub.parts.learning.settled();
    return shelf();
  };

  beforeAll(async () => {
    folders = await testFolders();
    folder = folders.next();
    hub = await open();
    await plant(hub.parts, { mentees: 120, mentors: 40, each: 4, taste: 1.5 }, gone);
    const details = { name: 'This hub', kind: 'hub', nation: 'england' };
    await hub.parts.views.caughtUp(await must(hub, HUB, 'RegisterInstitution', { institution: HUB_INSTITUTION, details }));
    await must(hub, HUB, 'InvitePerson', { person: dee, name: 'Dee', email: 'dee@hub.example', institution: HUB_INSTITUTION });
    await must(hub, HUB, 'AddMember', { institution: HUB_INSTITUTION, person: dee, from: '2026-01-05' });
    const last = await must(hub, HUB, 'GrantRole', { institution: HUB_INSTITUTION, person: dee, role: 'administrator' });
    await hub.parts.views.caughtUp(last);
  }, 120_000);
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  test('ranks by the rules alone on its first day, and says so', async () => {
    expect((await ask<LearningAnswer>(ben, '/api/learning')).body).toEqual({ serving: null, outcomes: { known: null, needed: 200 } });
    const { ranked, people } = await suggestions();
    expect(ranked).toMatchObject({ ranking: 'rules-6', weights: { learned: 0 } });
    expect(people.map(({ chance }) => chance)).toEqual([null, null, null]);
  });

  test('trains on a thread, and serves the model only once it is used', async () => {
    const now = await trained();
    expect(now).toMatchObject({ serving: null, hasCandidate: true, last: { verdict: { may: true, outcomes: 480 } } });
    expect((await suggestions()).ranked.ranking).toBe('rules-6');
    expect((await ask(dee, '/api/learning/use', 'post')).status).toBe(200);
    const { serving, acts } = await shelf();
    expect(serving).toMatchObject({ outcomes: 480, verdict: { may: true } });
    expect(acts.map(({ by, did }) => [by, did])).toEqual([
      [dee, 'used'],
      [dee, 'trained'],
    ]);
  });

  test('orders by what it learned, all points add up, and one pair is explained as the list has it', async () => {
    const { ranked, people } = await suggestions();
    expect(ranked.ranking).toMatch(/^rules-6:[0-9a-f]{12}$/);
    expect(Object.values(ranked.weights).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(ranked.weights.learned).toBeGreaterThan(0.1);
    expect(people).toHaveLength(3);
    for (const { person, score, parts, adjustments, chance } of people) {
      const points = parts.reduce((sum, part) => sum + part.score * part.weight, 0);
      expect(points + adjustments.reduce((sum, one) => sum + one.points, 0)).toBeCloseTo(score);
      const why = (await ask<(typeof people)[number]>(ben, `/api/suggestions/${person}`)).body;
      expect([why.score, why.parts, why.chance]).toEqual([score, parts, chance]);
      expect(chance).toMatch(/^Of \d+ mentorships like this that we looked at, (about \d|nearly|hardly)/);
    }
  });

  test('tells its card at the terminal, and refuses there what cannot be done', async () => {
    const lines: string[] = [];
    const terminal = { say: (line: string) => void lines.push(line), file: none(), signal: new AbortController().signal };
    const learn = (act: 'show' | 'use') => learnTool.run(hub.parts, { act }, terminal);
    await learn('show');
    expect(lines[0]).toMatch(/^Model [0-9a-f]{12} is in use, and counts for 15 % of the points\.$/);
    expect(lines.join(' ')).toContain('480 mentorships have an outcome. We compared it for');
    await expect(learn('use')).rejects.toThrow('There is no new model to use. Train one first.');
  });

  test('serves it after a restart', async () => {
    const before = await suggestions();
    await hub.close();
    hub = await open();
    expect((await suggestions()).people.map(({ person, score }) => [person, score])).toEqual(
      before.people.map(({ person, score }) => [person, score]),
    );
  });

  test('gives the same bits again with the same seed, and keeps no second copy', async () => {
    const id = (await readdir(join(folder, 'models'))).find((name) => name !== 'serving.json');
    const bytes = await readFile(join(folder, 'models', id as string, 'weights.bin'));
    const again = await hub.parts.learning.train(HUB);
    // Equal to the model that serves, so no better.
    expect(again).toMatchObject({ ok: true, value: { verdict: { why: 'not-better-than-serving' } } });
    await hub.parts.learning.back(dee);
    expect((await suggestions()).ranked.ranking).toBe('rules-6');
    expect(existsSync(join(folder, 'models', id as string))).toBe(false);
    expect(await hub.parts.learning.train(HUB)).toMatchObject({ ok: true, value: { model: id } });
    expect(await readFile(join(folder, 'models', id as string, 'weights.bin'))).toEqual(bytes);
    expect(await hub.parts.learning.use(dee)).toMatchObject({ ok: true });
  });

  test('falls back to the rules where a file is broken, and Health says so', async () => {
    const id = (await readdir(join(folder, 'models'))).find((name) => name !== 'serving.json');
    const file = join(folder, 'models', id as string, 'weights.bin');
    const bytes = await readFile(file);
    await hub.close();
    await writeFile(
      file,
      bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
    );
    hub = await open();
    expect((await suggestions()).ranked.ranking).toBe('rules-6');
    const { condition } = (await ask<{ condition: { learning: unknown } }>(dee, '/api/status')).body;
    expect(condition.learning).toMatchObject({ state: 'broken', why: expect.stringContaining('checksum of weights.bin') });
    await writeFile(file, bytes);
    await hub.parts.learning.look();
    expect((await suggestions()).ranked.ranking).toBe(`rules-6:${id}`);
  });

  test('never serves what was learned from another log', async () => {
    const elsewhere = folders.next();
    await cp(join(folder, 'models'), join(elsewhere, 'models'), { recursive: true });
    const other = await openTestHub(elsewhere, folders.next(), new TestClock(NOW));
    expect([other.parts.learning.serving, other.parts.learning.condition]).toMatchObject([
      undefined,
      { state: 'broken', why: expect.stringContaining('another log') },
    ]);
    await other.close();
  });

  test('stops where it is told to, and keeps nothing of it', async () => {
    await ask(dee, '/api/learning/train', 'post');
    expect((await ask(dee, '/api/learning/train', 'post')).status).toBe(409);
    expect((await ask(dee, '/api/learning/stop', 'post')).status).toBe(200);
    await hub.parts.learning.settled();
    expect(await shelf()).toMatchObject({ hasCandidate: false, unfinished: null });
    expect(await readdir(join(folder, 'models'))).toHaveLength(2);
  });

  test('says that a training failed where nobody watched it, until the next one', async () => {
    const failing = jest.spyOn(hub.parts.log, 'readAll').mockImplementation(() => {
      throw new Error('The disk is away.');
    });
    await expect(hub.parts.learning.train(dee)).rejects.toThrow('The disk is away.');
    failing.mockRestore();
    expect((await shelf()).unfinished?.why).toBe('Something went wrong on our side, and we have logged it.');
    await ask(dee, '/api/learning/train', 'post');
    expect((await shelf()).unfinished).toBeNull();
  });

  test('destroys a model once a person is erased from whom it may have learned, and ranks by the rules', async () => {
    // The training of the scene before still runs.
    await hub.parts.reactors.doneTo(await must(hub, gone, 'ErasePerson', { person: gone }));
    expect((await shelf()).unfinished?.why).toBe('A person’s data was deleted while it ran, and it may have learned from it.');
    expect((await suggestions()).ranked.ranking).toBe('rules-6');
    expect(await readdir(join(folder, 'models'))).toEqual(['serving.json']);
    expect((await shelf()).acts[0]).toMatchObject({ by: HUB, did: 'destroyed' });
  });
});
