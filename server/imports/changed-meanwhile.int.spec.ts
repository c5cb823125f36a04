import { jest } from '@jest/globals';
import { HILLSIDE as institution, SchoolLists } from './school-lists.testing.js';

jest.setTimeout(60_000);
const HEADINGS = 'Name,Email,Job title,Start date,Line manager email';
const STAFF = [
  'Ann Ray,ann@a.example,Teacher,01/09/2025,',
  'Bo Lee,bo@a.example,Teacher,01/09/2025,',
  'Cy Day,cy@a.example,Head,01/09/2025,',
  'Di Fox,di@a.example,Head,01/09/2025,',
];

let lists: SchoolLists;

beforeEach(async () => {
  lists = await SchoolLists.open();
  await lists.done(await read(...STAFF));
});
afterEach(() => lists.close());

const read = (...rows: readonly string[]) => lists.bring([HEADINGS, ...rows]);
const whose = (email: string) => lists.whose(email);
const memberOf = (email: string) => lists.memberOf(whose(email));
const manages = (email: string, manager: string) =>
  lists.say('SetReportingLine', { institution, person: whose(email), lineManager: whose(manager), inductionTutor: null });

test('a row that would set again what was changed since it was looked at is left out, and says so; the others are imported', async () => {
  const rows = ['Ann Ray,ann@a.example,Teacher,02/09/2025,cy@a.example', 'Bo Lee,bo@a.example,Teacher,02/09/2025,cy@a.example'];
  const brought = await read(...rows);
  await manages('ann@a.example', 'di@a.example');
  await lists.done(brought, { starts: [2, 3] });
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
    await lists.say('CorrectFirstDay', { institution, person: whose(email), from });
  await lists.done(brought, { starts: [2, 3] });
  expect(memberOf('ann@a.example')?.from).toBe('2025-09-05');
  expect(brought.job.progress()).toMatchObject({ leftOut: 1, unchanged: 1, refused: [{ row: 2 }] });
});

test('a person whom another list brought in meanwhile keeps the manager whom that list gave them', async () => {
  const brought = await read('Flo New,flo@a.example,Teacher,,cy@a.example');
  await lists.done(await read('Flo New,flo@a.example,Teacher,,di@a.example'));
  await lists.done(brought);
  expect(memberOf('flo@a.example')?.lineManager).toBe(whose('di@a.example'));
  expect(brought.job.progress().refused).toMatchObject([{ row: 2, message: expect.stringContaining('so we kept it.') }]);
});

test('a list that is stopped before managers are set says so, and the same file sets them', async () => {
  const rows = Array.from({ length: 120 }, (_, n) => `Half ${n},half${n}@a.example,Teacher,,cy@a.example`);
  const brought = await read(...rows);
  const running = lists.imports.run(brought);
  while (brought.job.progress().done === 0 && brought.job.progress().status !== 'failed') await new Promise(setImmediate);
  await lists.imports.callOff(brought);
  await running;
  await lists.settled();
  expect(brought.job.progress()).toMatchObject({ status: 'cancelled', linesLeft: true });
  expect(memberOf('half0@a.example')?.lineManager).toBeNull();
  const again = await read(...rows);
  await lists.done(again);
  expect(memberOf('half0@a.example')?.lineManager).toBe(whose('cy@a.example'));
  expect(again.job.progress().linesLeft).toBeUndefined();
});
