import { jest } from '@jest/globals';
import type { Instant, InstitutionId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { freshLog, type FreshLog } from '../event-store/fresh-log.testing.js';
import { hubAddresses } from '../identity/addresses.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { Imports } from './imports.js';

jest.setTimeout(60_000);
const ROWS = 30;
const SCHOOLS = ['hillside', 'oakfield'] as InstitutionId[];
const list = Buffer.from(
  ['Name,E-mail address,Job title', ...Array.from({ length: ROWS }, (_, n) => `Person ${n},person.${n}@trust.example,Teacher`)].join(
    '\r\n',
  ),
);

let folders: Awaited<ReturnType<typeof testFolders>>;
let fresh: FreshLog;
let hubs: readonly [Hub, Hub];

beforeAll(async () => {
  folders = await testFolders();
  fresh = await freshLog();
  const clock = new TestClock('2026-09-07T09:00:00.000Z' as Instant);
  const first = await openTestHub(folders.next(), folders.log, clock, fresh.env);
  await makeSchool(first, ['helen']);
  await must(first, HUB, 'RegisterInstitution', {
    ...{ institution: 'oakfield', details: { name: 'Oakfield', kind: 'school', nation: 'england' } },
  });
  hubs = [first, await openTestHub(folders.next(), folders.log, clock, fresh.env)];
});
afterAll(async () => {
  for (const hub of hubs) await hub.close();
  await fresh.close();
  await folders.clean();
});

async function importInto(hub: Hub, institution: InstitutionId, file = list) {
  const imports = new Imports(hub.parts);
  const brought = await imports.bring([file], { kind: 'staff', institution }, HUB);
  if (!brought.ok) throw new Error(brought.error.code);
  await imports.run(brought.value);
  const progress = brought.value.job.progress();
  await imports.close();
  return progress;
}

async function settled(): Promise<void> {
  for (const hub of hubs) await hub.parts.views.caughtUp((await hub.parts.log.head())!);
}

test('[AD1] one list into two schools at once, by two hubs on one log: one person for each address, and importing again heals', async () => {
  const once = await Promise.all(hubs.map((hub, index) => importInto(hub, SCHOOLS[index] as InstitutionId)));
  await settled();
  expect(once.map(({ status }) => status)).toEqual(['done', 'done']);
  const { of, shared } = await hubAddresses(hubs[0]);
  expect({ shared, people: of.size }).toEqual({ shared: [], people: ROWS + 1 });

  for (const [index, institution] of SCHOOLS.entries()) {
    expect(await importInto(hubs[index] as Hub, institution)).toMatchObject({ status: 'done', refused: [] });
    await settled();
  }
  expect((await hubAddresses(hubs[1])).of).toEqual(of);
  // Everybody is of the school that brought them in, and asked by the other.
  const look = viewReaderOf(hubs[0].parts.views.store);
  for (const person of [...of.keys()].filter((one) => one !== 'helen')) {
    const member = SCHOOLS.filter((institution) => look.row('member', `${institution}:${person}`));
    const asked = SCHOOLS.filter((institution) => look.row('invitation', `${institution}:${person}`));
    expect([...member, ...asked].sort()).toEqual(SCHOOLS);
  }

  for (const [index, institution] of SCHOOLS.entries())
    expect(await importInto(hubs[index] as Hub, institution)).toMatchObject({ added: 0, updated: 0, unchanged: ROWS, refused: [] });
});

test('one list into one school twice at once: no row is refused, and each person is added once', async () => {
  const [hub] = hubs;
  const institution = 'hillside' as InstitutionId;
  const file = Buffer.from(list.toString().replaceAll('Person ', 'Colleague ').replaceAll('person.', 'colleague.'));
  const twice = await Promise.all([importInto(hub, institution, file), importInto(hub, institution, file)]);
  await settled();
  expect(twice.map(({ status, refused, notImported }) => ({ status, refused, notImported }))).toEqual(
    [1, 2].map(() => ({ status: 'done', refused: [], notImported: 0 })),
  );
  const people = [...(await hubAddresses(hub)).of.keys()];
  const look = viewReaderOf(hub.parts.views.store);
  const added = people.filter((person) => look.row('person', person)?.name.startsWith('Colleague '));
  expect(added).toHaveLength(ROWS);
  for (const person of added) expect(look.row('member', `${institution}:${person}`)).toMatchObject({ left: null });
  expect(twice.reduce((sum, one) => sum + one.added + one.updated + one.unchanged, 0)).toBe(2 * ROWS);
  expect(twice.reduce((sum, one) => sum + one.added, 0)).toBe(ROWS);
});

test('two lists into one school at once, the second once the first has brought its people in: each is counted as added by one of them', async () => {
  const [hub] = hubs;
  const institution = 'hillside' as InstitutionId;
  const file = Buffer.from(list.toString().replaceAll('Person ', 'Newcomer ').replaceAll('person.', 'newcomer.'));
  let openGate = () => undefined as void;
  const gate = new Promise<void>((resolve) => (openGate = resolve));
  const { dispatcher, ...rest } = hub.parts;
  // The first list waits before it adds the members, so that the second finds people without a school.
  const dispatch: typeof dispatcher.dispatch = async (envelope, ...more) => {
    if ((envelope as { readonly type: string }).type === 'AddMembers') await gate;
    return dispatcher.dispatch(envelope, ...more);
  };
  const first = importInto({ parts: { ...rest, dispatcher: { dispatch } } } as unknown as Hub, institution, file);
  while ([...(await hubAddresses(hub)).of.values()].flat().filter((email) => email.startsWith('newcomer.')).length < ROWS)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await settled();
  const second = await importInto(hub, institution, file);
  openGate();
  expect([second, await first].map(({ added, unchanged, refused }) => ({ added, unchanged, refused }))).toEqual([
    { added: ROWS, unchanged: 0, refused: [] },
    { added: 0, unchanged: ROWS, refused: [] },
  ]);
});
