import { jest } from '@jest/globals';
import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { Imports } from './imports.js';
import type { Brought } from './kept-imports.js';
import { Readings } from './readings.js';

jest.setTimeout(60_000);
const helen = 'helen' as PersonId;
const list = Buffer.from(['Name,E-mail address,Notes', 'Ben Okafor,ben,Teacher', 'Cora Lund,cora@trust.example,Head'].join('\r\n'));
const cells = [{ row: 2, letter: 'B', text: 'ben@trust.example' }];

/** The first reading of two answers last, where the second has begun by the time at which the file is read. */
class Overtaken extends Readings {
  #begun = 0;
  #second: Promise<unknown> | undefined;
  async both(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<void> {
    this.#begun = 0;
    const one = first();
    this.#second = second();
    await Promise.all([one, this.#second]);
  }
  override async read(...of: Parameters<Readings['read']>): ReturnType<Readings['read']> {
    this.#begun += 1;
    const isFirst = this.#begun === 1;
    const read = await super.read(...of);
    if (isFirst && this.#begun > 1) await this.#second;
    return read;
  }
}

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
let readings: Overtaken;
let imports: Imports;
let brought: Brought;

beforeAll(async () => {
  folders = await testFolders();
  hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
  await makeSchool(hub, ['helen']);
  const details = { name: 'Oakfield', kind: 'school', nation: 'england' };
  await hub.parts.views.caughtUp(await must(hub, HUB, 'RegisterInstitution', { institution: 'oakfield', details }));
});
afterAll(async () => {
  await hub.close();
  await folders.clean();
});
beforeEach(async () => {
  readings = new Overtaken(hub.parts.logger);
  imports = new Imports(hub.parts, { readings });
  const first = await imports.bring([list], { kind: 'staff', institution: 'hillside' as InstitutionId }, helen);
  if (!first.ok) throw new Error(first.error.code);
  brought = first.value;
});
afterEach(() => imports.close());

/** What is kept of the list, and would be imported, once the second was said while the first was still read. */
async function keptAfter(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<Brought | undefined> {
  await readings.both(first, second);
  const found = await imports.find(brought.id, helen);
  return found.ok ? found.value : undefined;
}

describe('what is said of a list while it is still read for what was said before', () => {
  test('is kept beside it', async () => {
    const kept = await keptAfter(
      () => imports.withSaid(brought, { columns: { C: 'jobTitle' } }),
      () => imports.withSaid(brought, { cells }),
    );
    expect(kept?.said).toMatchObject({ columns: { C: 'jobTitle' }, cells });
  });

  test('counts, where it is of the same column', async () => {
    const kept = await keptAfter(
      () => imports.withSaid(brought, { columns: { C: 'jobTitle' } }),
      () => imports.withSaid(brought, { columns: { C: null } }),
    );
    expect(kept?.said.columns).toEqual({ C: null });
  });

  test('leaves the list with the school that it was taken to', async () => {
    const kept = await keptAfter(
      () => imports.withInstitution(brought, 'oakfield' as InstitutionId),
      () => imports.withSaid(brought, { cells }),
    );
    expect(kept).toMatchObject({ target: { institution: 'oakfield' }, said: { cells } });
  });
});
