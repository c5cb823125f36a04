import { jest } from '@jest/globals';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { readEverything } from '@alongside/domain/testing/event-store.samples.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { TRUST } from '../demo/schools.js';
import { eventLogFile } from '../event-store/open.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { must, openTestHub, testFolders } from './hub.testing.js';
import { CLAIM, mark } from './log-kind.js';

jest.setTimeout(300_000);

describe('a demo community whose teller was killed, and in whose beginning somebody has lived since', () => {
  test('is left as it is, and the hub serves', async () => {
    const folders = await testFolders();
    const folder = folders.next();
    const log = await SqliteEventStore.open(eventLogFile(folder));
    await log.append(CLAIM, 'noStream', [mark('DemoClaimed', new Date().toISOString() as Instant, {})]);
    // A command at the terminal tells nothing.
    const lived = await openTestHub(folder, folder, undefined, { DEMO: '1' }, 'command');
    await must(lived, HUB, 'RegisterInstitution', { institution: TRUST.id, details: { ...TRUST.details, name: 'Another trust' } });
    await lived.close();
    const hub = await openTestHub(folder, folder, undefined, { DEMO: '1' });
    const end = await log.readStream(CLAIM);
    const name = hub.parts.views.store.get<InstitutionRow>(institutionView.name, TRUST.id)?.data.details.name;
    const events = (await readEverything(log)).length;
    await hub.close();
    await log.close();
    await folders.clean();
    // Not told to its end: the story stops where its beginning is another, but for what was under way.
    expect(end.map(({ type, data }) => [type, data])).toEqual([
      ['DemoClaimed', {}],
      ['DemoTold', {}],
    ]);
    expect(events).toBeLessThan(2_000);
    expect(name).toBe('Another trust');
  });
});
