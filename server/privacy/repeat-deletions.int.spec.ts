import { jest } from '@jest/globals';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { makeSchool, openTestHub, testFolders, TestClock } from '../app/hub.testing.js';
import { tellIn } from '../app/told-log.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { noteDeletions } from './deletions.js';

jest.setTimeout(120_000);
const BEGAN = '2026-11-26T09:00:00.000Z' as Instant;
const [asha, ben] = ['asha-rahman', 'ben-okafor'] as [PersonId, PersonId];

test('in a demonstration that was restored nobody who was deleted since it began is shown; those of one before it are', async () => {
  const folders = await testFolders();
  const [folder, clock] = [folders.next(), new TestClock(BEGAN)];
  const open = () => openTestHub(folder, folder, clock, { DEMO: '1' });
  // Two people of a demonstration are enough: telling the whole takes half a minute.
  await tellIn(folder);
  const made = await open();
  await makeSchool(made, [asha, ben]);
  await made.close();
  const erased = async () => {
    const hub = await open();
    const look = viewReaderOf(hub.parts.views.store);
    const found = [asha, ben].map((person) => look.row('person', person)?.erased);
    await hub.close();
    return found;
  };
  expect(await erased()).toEqual([false, false]);
  await noteDeletions(folder, [ben], '2026-11-25T09:00:00.000Z');
  await noteDeletions(folder, [asha], '2026-11-26T10:00:00.000Z');
  expect(await erased()).toEqual([true, false]);
  await folders.clean();
});
