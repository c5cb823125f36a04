import { jest } from '@jest/globals';
import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import type { Hub } from '../app/create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith } from './acts.js';
import { choicesMade } from './choices.js';
import { Imports } from './imports.js';

jest.setTimeout(60_000);
const institution = 'hillside' as InstitutionId;
const target = { kind: 'staff', institution } as const;
const HEADINGS = 'Name,Email,Job title,Start date,Line manager email';
const listOf = (...rows: readonly string[]) => Buffer.from([HEADINGS, ...rows].join('\n'));
const STAFF = [
  'Ann Ray,ann@a.example,Teacher,01/09/2025,',
  'Bo Lee,bo@a.example,Teacher,01/09/2025,',
  'Cy Day,cy@a.example,Head,01/09/2025,',
  'Di Fox,di@a.example,Head,01/09/2025,',
];

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
let imports: Imports;

beforeEach(async () => {
  folders = await testFolders();
  hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
  await makeSchool(hub, ['helen']);
  imports = new Imports(hub.parts, { inFile: true });
  await imports.run(await read(...STAFF));
  await settled();
});
afterEach(async () => {
  await imports.close();
  await hub.close();
  await folders.clean();
});

const settled = async () => hub.parts.views.caughtUp((await hub.parts.log.head())!);
const read = async (...rows: readonly string[]) => {
  const brought = await imports.bring([listOf(...rows)], target, HUB);
  if (!brought.ok) throw new Error(brought.error.code);
  return brought.value;
};
const look = () => viewReaderOf(hub.parts.views.store);
const whose = (email: string): PersonId => personWith(email, look()) ?? ('' as PersonId);
const memberOf = (email: string) => look().row(memberView.name, `${institution}:${whose(email)}`);
const manages = async (email: string, manager: string) => {
  const data = { institution, person: whose(email), lineManager: whose(manager), inductionTutor: null };
  await hub.parts.views.caughtUp(await must(hub, HUB, 'SetReportingLine', data));
};

test('a row that would set again what was changed since it was looked at is left out, and says so; the others are imported', async () => {
  const rows = ['Ann Ray,ann@a.example,Teacher,02/09/2025,cy@a.example', 'Bo Lee,bo@a.example,Teacher,02/09/2025,cy@a.example'];
  const brought = await read(...rows);
  await manages('ann@a.example', 'di@a.example');
  await imports.run(brought, null, choicesMade.parse({ starts: [2, 3] }));
  await settled();
  expect(memberOf('ann@a.example')).toMatchObject({ lineManager: whose('di@a.example'), from: '2025-09-01' });
  expect(memberOf('bo@a.example')).toMatchObject({ lineManager: whose('cy@a.example'), from: '2025-09-02' });
  expect(brought.job.progress()).toMatchObject({
    ...{ status: 'done', leftOut: 1, updated: 1, unchanged: 0 },
    refused: [
      {
        ...{ row: 2, who: 'Ann Ray', weight: 'note' },
        message:
          'The line manager changed on Alongside after you checked this list, so we left this row out. Choose the same file again to compare.',
      },
    ],
  });
});

test('a first day that was corrected since is not taken back, and one that is as the list has it stays', async () => {
  const rows = ['Ann Ray,ann@a.example,Teacher,02/09/2025,', 'Bo Lee,bo@a.example,Teacher,02/09/2025,'];
  const brought = await read(...rows);
  for (const [email, from] of [
    ['ann@a.example', '2025-09-05'],
    ['bo@a.example', '2025-09-02'],
  ] as const)
    await hub.parts.views.caughtUp(await must(hub, HUB, 'CorrectFirstDay', { institution, person: whose(email), from }));
  await imports.run(brought, null, choicesMade.parse({ starts: [2, 3] }));
  expect(memberOf('ann@a.example')?.from).toBe('2025-09-05');
  expect(brought.job.progress()).toMatchObject({ leftOut: 1, unchanged: 1, refused: [{ row: 2 }] });
});

test('a person whom another list brought in meanwhile keeps the manager whom that list gave them', async () => {
  const brought = await read('Flo New,flo@a.example,Teacher,,cy@a.example');
  await imports.run(await read('Flo New,flo@a.example,Teacher,,di@a.example'));
  await settled();
  await imports.run(brought);
  await settled();
  expect(memberOf('flo@a.example')?.lineManager).toBe(whose('di@a.example'));
  expect(brought.job.progress().refused).toMatchObject([{ row: 2, message: expect.stringContaining('so we kept it.') }]);
});

test('a list that is stopped before managers are set says so, and the same file sets them', async () => {
  const rows = Array.from({ length: 120 }, (_, n) => `Half ${n},half${n}@a.example,Teacher,,cy@a.example`);
  const brought = await read(...rows);
  const running = imports.run(brought);
  while (brought.job.progress().done === 0 && brought.job.progress().status !== 'failed') await new Promise(setImmediate);
  await imports.callOff(brought);
  await running;
  await settled();
  expect(brought.job.progress()).toMatchObject({ status: 'cancelled', linesLeft: true });
  expect(memberOf('half0@a.example')?.lineManager).toBeNull();
  const again = await read(...rows);
  await imports.run(again);
  await settled();
  expect(memberOf('half0@a.example')?.lineManager).toBe(whose('cy@a.example'));
  expect(again.job.progress().linesLeft).toBeUndefined();
});
