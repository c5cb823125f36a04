import { jest } from '@jest/globals';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Hub } from './create-hub.js';
import { openDirectoryIndex } from './directory-index.js';
import { makeSchool, must, openTestHub, testFolders } from './hub.testing.js';

const asha = 'asha' as PersonId;

describe('a hub that stops while something still happens', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;

  beforeEach(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log);
    await makeSchool(hub, ['asha', 'ben'], { asha: 1 });
  });
  afterEach(() => folders.clean());

  /** Stops the hub; what is done meanwhile comes after everybody else who is closed first. Answers what the hub said had failed. */
  async function closeWhile(happens: () => Promise<Position>): Promise<readonly unknown[]> {
    const failures = jest.spyOn(hub.parts.logger, 'error').mockImplementation(() => undefined);
    hub.parts.closing.push(async () => {
      await hub.parts.views.caughtUp(await happens());
      await hub.parts.reactors.settled();
    });
    await hub.close();
    return failures.mock.calls;
  }
  async function found(text: string): Promise<readonly string[]> {
    const index = openDirectoryIndex(hub.parts);
    const { hits } = await index.search({ text, for: ['institution:hillside'] });
    await index.close();
    return hits.map(({ id }) => id);
  }

  test('lets no connection go before a proxy does, which would cut off the request that it is about to pass on', async () => {
    expect(hub.server.keepAliveTimeout).toBeGreaterThan(60_000);
    expect(hub.server.headersTimeout).toBeGreaterThan(hub.server.keepAliveTimeout);
    await hub.close();
  });

  test('has it in the directory’s index as in its views, and nothing fails', async () => {
    expect(await closeWhile(() => must(hub, asha, 'RenamePerson', { person: asha, name: 'Asha Anew' }))).toEqual([]);
    expect(await found('anew')).toEqual([asha]);
  });

  test('[R9] destroys what it keeps of whoever was erased meanwhile', async () => {
    expect(await closeWhile(() => must(hub, asha, 'ErasePerson', { person: asha }))).toEqual([]);
    expect(await found('')).toEqual([]);
  });
});
