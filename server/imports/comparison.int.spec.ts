import type { Day, Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith } from './acts.js';
import { choicesMade } from './choices.js';
import { Imports } from './imports.js';

const [institution, helen] = ['hillside' as InstitutionId, 'helen' as PersonId];
const HEADINGS = 'Name,Email,Job title,Line manager,Date of leaving\n';
const BEFORE = `${HEADINGS}Ann Ray,ann@hillside.example,Teacher,bo@hillside.example,
Bo Lee,bo@hillside.example,Head,,
Cy Fox,cy@old.example,Teacher,,
Di Fen,di@hillside.example,Teacher,,
Ed Gil,ed@hillside.example,Cook,,
Fay Hay,fay@hillside.example,Teacher,,
`;
const AFTER = `${HEADINGS}Ann Ray-Smith,ann@hillside.example,Head of maths,fay@hillside.example,
Bo Lee,bo@hillside.example,Head,,
Cy Fox,cy@new.example,Teacher,,
Di Fen,di@hillside.example,Teacher,,31/08/2026
Fay Hay,fay@hillside.example,SENCO,bo@hillside.example,
Gil Jay,gil@hillside.example,Teacher,,
Hal Kit,hal@hillside.example,Teacher,,
`;

describe('a second list of the same school', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let imports: Imports;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    imports = new Imports(hub.parts);
    await makeSchool(hub, ['helen', 'ben']);
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: helen, role: 'coordinator' }));
  });
  afterAll(async () => {
    imports.close();
    await hub.close();
    await folders.clean();
  });

  const read = async (file: string) => {
    const brought = await imports.bring([Buffer.from(file)], { kind: 'staff', institution }, helen);
    if (!brought.ok) throw new Error(brought.error.code);
    return brought.value;
  };
  const settled = async () => {
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
  };
  const look = () => viewReaderOf(hub.parts.views.store);
  const idOf = (email: string) => personWith(email, look());
  const member = (email: string) => look().row('member', `${institution}:${idOf(email)}`);

  test('is a comparison: who is new, who changed in what, whose address may be new, who is gone; nothing of it is done unchosen', async () => {
    await imports.run(await read(BEFORE));
    await settled();
    const { foreseen } = await read(AFTER);
    expect(foreseen.rows).toEqual({ added: 2, asked: 0, updated: 2, unchanged: 1, leftOut: 1 });
    const [ann, bo, fay] = ['ann', 'bo', 'fay'].map((name) => idOf(`${name}@hillside.example`));
    expect(foreseen.comparison).toEqual({
      added: [
        { row: 7, who: 'Gil Jay', email: 'gil@hillside.example' },
        { row: 8, who: 'Hal Kit', email: 'hal@hillside.example' },
      ],
      returning: [],
      changes: [
        { row: 2, who: 'Ann Ray', field: 'name', was: 'Ann Ray', now: 'Ann Ray-Smith', people: [ann] },
        { row: 2, who: 'Ann Ray', field: 'job', was: 'Teacher', now: 'Head of maths', people: [ann] },
        { row: 2, who: 'Ann Ray', field: 'lineManager', was: 'Bo Lee', now: 'Fay Hay', byItself: true, people: [ann, bo, fay] },
        { row: 6, who: 'Fay Hay', field: 'job', was: 'Teacher', now: 'SENCO', people: [fay] },
        { row: 6, who: 'Fay Hay', field: 'lineManager', was: '', now: 'Bo Lee', byItself: true, people: [fay, bo] },
      ],
      sameNames: [{ row: 4, who: 'Cy Fox', email: 'cy@new.example', person: idOf('cy@old.example'), members: [idOf('cy@old.example')] }],
      gone: [
        {
          person: idOf('di@hillside.example'),
          name: 'Di Fen',
          from: '2026-09-07',
          left: 'This person left on 31 August 2026',
          rows: [5],
        },
        { person: idOf('ed@hillside.example'), name: 'Ed Gil', from: '2026-09-07' },
        { person: 'ben', name: 'Name of ben', from: '2026-01-05' },
      ],
      unread: [],
      undated: [],
    });
  });

  test('each with a choice: taken, kept, left out, the same person, gone', async () => {
    const brought = await read(AFTER);
    const [cy, ed] = [idOf('cy@old.example'), idOf('ed@hillside.example')];
    const choices = choicesMade.parse({
      names: [2],
      same: [{ row: 4, person: cy }],
      keptManagers: [6],
      leftOut: [8],
      leave: [ed, 'nobody', 'bo'],
    });
    await imports.run(brought, null, choices);
    await settled();
    expect(brought.job.progress()).toMatchObject({
      status: 'done',
      done: 6,
      added: 1,
      // Ann, and Cy whose address changed: counted once.
      updated: 2,
      unchanged: 2,
      leftOut: 1,
      gone: 1,
      newAddresses: 1,
      refused: [],
      // She left by the list, and nobody chose that she leaves.
      did: { stayed: ['Di Fen'], stayedTotal: 1 },
    });
    const ann = idOf('ann@hillside.example') ?? '';
    expect(look().row('person', ann)).toMatchObject({ name: 'Ann Ray-Smith', jobTitle: 'Teacher' });
    expect(member('ann@hillside.example')?.lineManager).toBe(idOf('fay@hillside.example'));
    expect(member('fay@hillside.example')?.lineManager).toBeNull();
    expect([idOf('cy@new.example'), idOf('cy@old.example')]).toEqual([cy, undefined]);
    expect(idOf('hal@hillside.example')).toBeUndefined();
    expect(look().row('member', `${institution}:${ed}`)).toMatchObject({ left: '2026-09-07' });
    expect(member('di@hillside.example')).toMatchObject({ left: null });
  });

  test('words that somebody wrote themself, a right that the importer lacks and the last administrator stay', async () => {
    await cookieOf(hub, 'ben' as PersonId);
    await settled();
    const file = `${HEADINGS}Benjamin Other,ben@hillside.example,Cook,,\nName of Helen,helen@new.example,,,\n`;
    const brought = await read(file);
    const { comparison, notes } = brought.foreseen;
    expect(comparison.changes).toEqual([]);
    expect(comparison.sameNames).toMatchObject([{ row: 3, person: 'helen' }]);
    expect(notes.map(({ row }) => row)).toEqual([2, 2]);
    await imports.run(brought, null, choicesMade.parse({ names: [2], jobs: [2], same: [{ row: 3, person: 'helen' }] }));
    // Nobody changes their own address by a list.
    expect(brought.job.progress()).toMatchObject({ notImported: 1, unchanged: 1, refused: [{ row: 3, weight: 'error' }] });
  });

  test('a first day that the file has otherwise is a choice, of those who have signed in as well', async () => {
    const file = `${HEADINGS.replace('Job title', 'Start date')}Bo Lee,bo@hillside.example,01/09/2024,,\nName of Ben,ben@hillside.example,02/09/2024,,\n`;
    const changes = (await read(file)).foreseen.comparison.changes.map(({ row, field, was, now }) => [row, field, was, now]);
    expect(changes).toEqual([
      [2, 'start', '7 September 2026', '1 September 2024'],
      [3, 'start', '5 January 2026', '2 September 2024'],
    ]);
    const brought = await read(file);
    await imports.run(brought, null, choicesMade.parse({ starts: [2] }));
    await settled();
    expect(brought.job.progress()).toMatchObject({ updated: 1, unchanged: 1, refused: [] });
    expect([member('bo@hillside.example'), member('ben@hillside.example')]).toMatchObject([{ from: '2024-09-01' }, { from: '2026-01-05' }]);
    expect((await read(file)).foreseen.comparison.changes.map(({ row }) => row)).toEqual([3]);
  });

  test('the last administrator is shown as one who stays, and nothing is counted that they would be refused', async () => {
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: 'ben', role: 'administrator' }));
    const brought = await read(AFTER);
    const stay = brought.foreseen.comparison.gone.filter(({ stays }) => stays);
    expect(stay.map(({ person }) => person)).toEqual(['ben']);
    await imports.run(brought, null, choicesMade.parse({ leave: ['ben'] }));
    expect(brought.job.progress()).toMatchObject({ gone: 0, refused: [] });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: 'helen', role: 'administrator' }));
    expect((await read(AFTER)).foreseen.comparison.gone.filter(({ stays }) => stays)).toEqual([]);
  });

  test('a member whose row could not be read is not said to be gone, and rows that may be about those who seem gone are named', async () => {
    const file = `${HEADINGS}Ann Ray-Smith,"=LOWER(A2)&""@hillside.example""",,,
"Lee, Bo (mat leave)",,,,
Fay Hay,fay@hillside.example,,,
Gil Jay,fay@hillside.example,,,
Di Fen,,,,31/08/2026
Cyril Fox,cy at new.example,,,
`;
    const { gone, unread } = (await read(file)).foreseen.comparison;
    expect(gone.map(({ name, left }) => [name, left])).toEqual([
      ['Di Fen', 'Perhaps the person of row 6, who has the same name. This person left on 31 August 2026.'],
      ['Cy Fox', undefined],
      ['Hal Kit', undefined],
      ['Name of ben', undefined],
    ]);
    expect(unread).toEqual([{ row: 7 }]);
  });

  test('a second row of a person, and a pupil, are known: neither is told as one that may be about those who seem gone', async () => {
    const file = `Name,Email,Department\nTom Baker,t.baker@hillside.example,\nBo Lee,bo@hillside.example,
Tom Baker,t.baker@hillside.example,\nBaker Tom,t.baker@hillside.example,\nAnn Ray-Smith,pupil@hillside.example,Students
Tom Baker,t.baker@hillside.example / tom@home.example,\n`;
    const { gone, unread } = (await read(file)).foreseen.comparison;
    expect(unread).toEqual([{ row: 5 }]);
    // A pupil who is called like a teacher is not the teacher.
    expect(gone.map(({ name, left }) => [name, left])).toContainEqual(['Ann Ray-Smith', undefined]);
  });

  test('a leaver who is found by address takes no member of the same name along', async () => {
    const file = `${HEADINGS}Bo Lee,bo@hillside.example,,,\nFay Hay,di@hillside.example,,,31/08/2026\n`;
    const { gone } = (await read(file)).foreseen.comparison;
    expect(gone.filter(({ left }) => left !== undefined).map(({ name }) => name)).toEqual(['Di Fen']);
    expect(gone.map(({ name }) => name)).not.toContain('Fay Hay');
  });

  test('a member whom the file says to have left can be removed, whoever of their name is to be chosen; of several, their address is not the new one', async () => {
    await imports.run(await read(`${HEADINGS}Tom Hay,tom@hillside.example,Cook,,\nTom Hay,tom2@hillside.example,Clerk,,\n`));
    await settled();
    const [tom, tom2] = [idOf('tom@hillside.example'), idOf('tom2@hillside.example')];
    const file = `${HEADINGS}Tom Hay,tom@new.example,Cook,,\nTom Hay,tom2@hillside.example,Clerk,,31/08/2026\n`;
    const { sameNames, gone } = (await read(file)).foreseen.comparison;
    expect(sameNames).toMatchObject([{ row: 2, person: tom, members: [tom] }]);
    expect(gone.map(({ person, rows }) => [person, rows])).toContainEqual([tom2, [3]]);
    expect(gone.map(({ person }) => person)).not.toContain(tom);
    const brought = await read(file);
    await imports.run(brought, null, choicesMade.parse({ same: [{ row: 2, person: tom }], leave: [tom2] }));
    await settled();
    expect(brought.job.progress()).toMatchObject({ gone: 1, newAddresses: 1, refused: [] });
    expect(idOf('tom@new.example')).toBe(tom);
    expect(member('tom2@hillside.example')).toMatchObject({ left: '2026-09-07' });
  });

  test('of the only member of a name both are offered, and who has a new address does not leave', async () => {
    const file = `${HEADINGS}Tom Hay,tom@newest.example,Cook,,\nTom Hay,tom@new.example,Cook,,31/08/2026\n`;
    const brought = await read(file);
    const tom = idOf('tom@new.example');
    const { sameNames, gone } = brought.foreseen.comparison;
    expect([sameNames[0]?.person, gone[0]?.person]).toEqual([tom, tom]);
    await imports.run(brought, null, choicesMade.parse({ same: [{ row: 2, person: tom }], leave: [tom] }));
    await settled();
    expect(brought.job.progress()).toMatchObject({ gone: 0, newAddresses: 1 });
    expect(member('tom@newest.example')).toMatchObject({ left: null });
  });

  test('where no row can be read only those are gone whom the file says to have left', async () => {
    const unusable = (await read('Who,Where\nAnn Ray-Smith,x\n')).foreseen.comparison;
    expect([unusable.gone, unusable.unread]).toEqual([[], []]);
    const { gone, unread } = (await read(`${HEADINGS}Bo Lee,,,,\nDi Fen,di@hillside.example,,,31/08/2026\n`)).foreseen.comparison;
    expect([gone.map(({ name }) => name), unread]).toEqual([['Di Fen'], []]);
  });

  test('new people whose start date is left out are named: they would be members from today for good', async () => {
    const dated = `Name,Email,Start date
Bo Lee,bo@hillside.example,2025-09-011
Ira Low,ira@hillside.example,2025-09-011
Jo May,jo@hillside.example,01/09/2025
Kim Nye,kim@hillside.example,
`;
    const { comparison } = (await read(dated)).foreseen;
    expect(comparison.undated).toEqual([{ row: 3, who: 'Ira Low' }]);
  });

  test('a job where none was known is set, shown, and can be left as it is', async () => {
    await imports.run(await read('Name,Email\nIvy Orr,ivy@hillside.example\nJan Poe,jan@hillside.example\n'));
    await settled();
    const brought = await read('Name,Email,Job title\nIvy Orr,ivy@hillside.example,Cook\nJan Poe,jan@hillside.example,SENCO\n');
    expect(brought.foreseen.comparison.changes).toMatchObject([
      { row: 2, field: 'job', was: '', now: 'Cook', byItself: true },
      { row: 3, field: 'job', was: '', now: 'SENCO', byItself: true },
    ]);
    await imports.run(brought, null, choicesMade.parse({ keptJobs: [2] }));
    await settled();
    const jobs = ['ivy', 'jan'].map((name) => look().row('person', idOf(`${name}@hillside.example`) ?? '')?.jobTitle);
    expect(jobs).toEqual(['', 'SENCO']);
  });

  test('a cell that was corrected in an earlier list is offered so in the next, of the same person under the same heading alone', async () => {
    const before = 'Name,Email,Job title\nMay Nye,may@hillside,Cook\nRay Orr,ray@hillside.example,Cook\n';
    const corrected = await imports.withSaid(await read(before), { cells: [{ row: 2, letter: 'B', text: 'may.nye@hillside.example' }] });
    if (!corrected.ok) throw new Error(corrected.error.code);
    await imports.run(corrected.value);
    await settled();
    const next = 'Email,Name,Job title\nmay@hillside,May Nye,Head\nmay@hillside,Max Nye,Head\nray@hillside,Ray Orr,Cook\n';
    const choices = imports.problemsOf(await read(next)).map((one) => [one.row, one.choices]);
    expect(choices).toEqual([
      [2, ['may.nye@hillside.example']],
      [3, undefined],
      [4, undefined],
    ]);
  });

  describe('a list that runs', () => {
    const again = async (after: () => Promise<unknown>) => {
      const brought = await read(BEFORE);
      await after();
      await settled();
      await imports.run(brought, '2026-09-07' as Day);
      await settled();
      // As its page asks for it: words of a list go with an erasure.
      const shown = await imports.find(brought.id, helen);
      return (shown.ok && shown.value ? shown.value : brought).job.progress();
    };

    test('[R9] brings nobody back who deleted their account since it was read, and invites nobody', async () => {
      const fay = idOf('fay@hillside.example') as PersonId;
      const { status, added, refused, told } = await again(() => must(hub, fay, 'ErasePerson', { person: fay }));
      expect(idOf('fay@hillside.example')).toBeUndefined();
      expect([status, added, told?.emailed]).toEqual(['cancelled', 0, 0]);
      expect(refused).toMatchObject([
        { row: 0, message: expect.stringContaining('An account was deleted since this list was read. We stopped') },
      ]);
    });

    test('stops once the one who confirmed it may no longer import', async () => {
      const left = async () => {
        await must(hub, HUB, 'GrantRole', { institution, person: idOf('di@hillside.example'), role: 'administrator' });
        for (const role of ['coordinator', 'administrator']) await must(hub, HUB, 'RevokeRole', { institution, person: helen, role });
      };
      const { status, added, refused } = await again(left);
      expect([status, added]).toEqual(['cancelled', 0]);
      expect(refused).toMatchObject([{ message: 'You can no longer import this list, so we stopped.' }]);
    });
  });
});
