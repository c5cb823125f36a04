import { join } from 'node:path';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Hub } from '../app/create-hub.js';
import { asking, makeSchool, must, openTestHub, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { CheckpointFile } from './checkpoints.js';
import { REACTION_LIMIT_TRIES, ReactorRunner } from './reactor-runner.js';

describe('a reaction that keeps failing', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let folder: string;
  let hub: Hub;
  const runners: ReactorRunner[] = [];
  /** Requests that the reaction fails on, and all that it was asked about, in order. */
  const broken = new Set<string>();
  const asked: string[] = [];
  let pausing: () => Promise<void>;

  beforeEach(async () => {
    folders = await testFolders();
    folder = folders.next();
    hub = await openTestHub(folder, folders.log);
    await makeSchool(hub, ['asha', 'ben', 'cleo', 'dan'], { asha: 1 });
    broken.clear();
    asked.length = 0;
    pausing = async () => undefined;
  });
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.close();
    await hub.close();
    await folders.clean();
  });

  async function follow(): Promise<ReactorRunner> {
    const { log, dispatcher, views, logger, clock } = hub.parts;
    const runner = new ReactorRunner({
      ...{ log, dispatcher, caughtUp: views.caughtUp, reactors: [] },
      world: { look: viewReaderOf(views.store), now: () => clock.now(), secret: () => '' },
      effects: [
        {
          name: 'unreliable',
          on: {
            MentoringRequested: async ({ data: { request } }) => {
              asked.push(request);
              if (broken.has(request)) throw new Error('Away.');
            },
          },
        },
      ],
      checkpoints: new CheckpointFile(join(folder, 'unreliable.json')),
      logger: { ...logger, warn: () => undefined, error: () => undefined },
      pause: () => pausing(),
    });
    runners.push(runner);
    await runner.start();
    return runner;
  }
  const ask = async (...names: readonly string[]) => {
    for (const name of names) await must(hub, name as PersonId, 'RequestMentoring', asking('asha', name, `by-${name}`));
  };

  test('is set aside after its tries, and what comes after it is done', async () => {
    const runner = await follow();
    broken.add('by-ben');
    await ask('ben', 'cleo');
    await runner.settled();
    expect(asked).toEqual([...Array<string>(REACTION_LIMIT_TRIES).fill('by-ben'), 'by-cleo']);
    expect(runner.aside).toMatchObject([{ reactor: 'unreliable' }]);
  });

  test('is told of while it fails, since its first try, and not once it was set aside', async () => {
    const runner = await follow();
    const told: unknown[] = [];
    pausing = async () => void told.push(runner.condition);
    broken.add('by-ben');
    await ask('ben');
    await runner.settled();
    expect(told).toHaveLength(REACTION_LIMIT_TRIES - 1);
    const { failingSince } = told[0] as { failingSince: string };
    for (const one of told) expect(one).toMatchObject({ trying: 'unreliable', failingSince });
    expect(runner.condition).toEqual({ reached: expect.any(String) });
  });

  test('is tried again once a round, the others get their turn before it does again, and it is done when it can be', async () => {
    const runner = await follow();
    for (const request of ['by-ben', 'by-cleo', 'by-dan']) broken.add(request);
    await ask('ben', 'cleo', 'dan');
    await runner.settled();
    asked.length = 0;
    await runner.retryAside();
    expect(asked).toEqual(['by-ben']);
    broken.clear();
    broken.add('by-ben');
    await runner.retryAside();
    expect(asked).toEqual(['by-ben', 'by-cleo', 'by-dan', 'by-ben']);
    expect(runner.aside).toHaveLength(1);
    broken.clear();
    await runner.retryAside();
    expect(runner.aside).toEqual([]);
  });

  test('is remembered by the next life of the process, which goes on where this one stood', async () => {
    const first = await follow();
    broken.add('by-ben');
    await ask('ben', 'cleo');
    await first.settled();
    await first.close();
    broken.clear();
    asked.length = 0;
    const next = await follow();
    await ask('dan');
    await next.settled();
    expect(asked).toEqual(['by-ben', 'by-dan']);
    expect(next.aside).toEqual([]);
  });
});
