import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith } from './acts.js';
import { choicesMade } from './choices.js';
import { partsOf } from './comparison-pages.js';
import { Imports } from './imports.js';
import { sampleOf } from './sample-rows.js';

const [institution, other, helen] = ['hillside' as InstitutionId, 'valley' as InstitutionId, 'helen' as PersonId];
const HEADINGS = 'Name,Email,Job title,Line manager\n';
const LAST_YEAR = `${HEADINGS}Fatima Ahmed,f.ahmed@hillside.example,Head of maths,\nTom Baker,tom@hillside.example,Teacher,f.ahmed@hillside.example\n`;
const THIS_YEAR = `${HEADINGS}Fatima Ahmed,f.ahmed-khan@hillside.example,Head of maths,\nTom Baker,tom@hillside.example,Teacher,\n`;

describe('last year’s list, with the address that a member had before', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let imports: Imports;
  let fatima: PersonId;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    imports = new Imports(hub.parts);
    await makeSchool(hub, ['helen', 'ben']);
    await must(hub, HUB, 'GrantRole', { institution, person: helen, role: 'coordinator' });
    await must(hub, HUB, 'RegisterInstitution', {
      institution: other,
      details: { name: 'Valley School', kind: 'school', nation: 'england' },
    });
    await must(hub, HUB, 'AddMember', { institution: other, person: helen, from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: other, person: helen, role: 'coordinator' });
    await settled();
    await imports.run(await read(THIS_YEAR.replace('f.ahmed-khan@', 'f.ahmed@')));
    await settled();
    fatima = idOf('f.ahmed@hillside.example') as PersonId;
    await imports.run(await read(THIS_YEAR), null, choicesMade.parse({ same: [{ row: 2, person: fatima }] }));
    await settled();
    await must(hub, HUB, 'RenamePerson', { person: fatima, name: 'Fatima Ahmed-Khan', names: {} });
    await settled();
  });
  afterAll(async () => {
    imports.close();
    await hub.close();
    await folders.clean();
  });

  const read = async (file: string, at = institution) => {
    const brought = await imports.bring([Buffer.from(file)], { kind: 'staff', institution: at }, helen);
    if (!brought.ok) throw new Error(brought.error.code);
    return brought.value;
  };
  const settled = async () => {
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
  };
  const look = () => viewReaderOf(hub.parts.views.store);
  const idOf = (email: string) => personWith(email, look());
  const emailOf = (person: PersonId) => look().row('account', person)?.email;
  const lineOf = (email: string) => look().row('member', `${institution}:${idOf(email)}`)?.lineManager;

  test('is about that member: nobody is new, their address stays, and the page says whose the earlier one is', async () => {
    const { foreseen, job } = await read(LAST_YEAR);
    expect(foreseen.rows).toMatchObject({ added: 0, leftOut: 0 });
    expect([foreseen.comparison.added, foreseen.comparison.sameNames]).toEqual([[], []]);
    expect(foreseen.comparison.changes).toMatchObject([
      { row: 2, field: 'name', was: 'Fatima Ahmed-Khan', now: 'Fatima Ahmed' },
      { row: 3, field: 'lineManager', now: 'Fatima Ahmed-Khan', byItself: true },
    ]);
    const shown = partsOf(foreseen, look(), (person) => ({ email: emailOf(person) ?? '' }))['former'];
    expect(shown).toEqual([
      {
        row: 2,
        who: 'Fatima Ahmed',
        email: 'f.ahmed@hillside.example',
        name: 'Fatima Ahmed-Khan',
        has: 'f.ahmed-khan@hillside.example',
        since: '2026-09-07',
      },
    ]);
    // Who may not read the newer address reads it nowhere.
    expect(JSON.stringify([partsOf(foreseen, look(), () => ({})), sampleOf(job.plan, foreseen, look())])).not.toContain('f.ahmed-khan@');
    expect(sampleOf(job.plan, foreseen, look())[0]).toMatchObject({ email: 'f.ahmed@hillside.example', name: 'Fatima Ahmed-Khan' });
  });

  test('is about another person where somebody says so, as any new row; and about the member again once that is taken back', async () => {
    const before = await read(LAST_YEAR);
    const said = async (another: readonly number[]) => {
      const again = await imports.withSaid(before, { another });
      if (!again.ok) throw new Error(again.error.code);
      return again.value.foreseen;
    };
    const { comparison, rows } = await said([2]);
    expect(rows).toMatchObject({ added: 1, leftOut: 0 });
    expect(comparison.added).toMatchObject([{ row: 2, email: 'f.ahmed@hillside.example', below: [{ who: 'Tom Baker' }] }]);
    expect(comparison.former).toMatchObject([{ row: 2, another: 'chosen' }]);
    expect((await said([])).rows).toMatchObject({ added: 0 });
    await imports.callOff(before);
  });

  test.each([
    ['shares no name with them', 'Olu Adeyemi,f.ahmed@hillside.example,,\n', 'name'],
    [
      'stands beside a row with their newer address',
      'Fatima Ahmed,f.ahmed@hillside.example,,\nFatima Khan,f.ahmed-khan@hillside.example,,\n',
      'listed',
    ],
  ])('a row that %s is a new person, with the doubt', async (_, rows, another) => {
    const { comparison } = (await read(`${HEADINGS}${rows}`)).foreseen;
    expect(comparison.added).toMatchObject([{ row: 2, email: 'f.ahmed@hillside.example' }]);
    expect(comparison.former).toMatchObject([{ row: 2, person: fatima, another }]);
  });

  test.each(['f.ahmed@hillside.example', 'F.Ahmed@Hillside.example'])(
    'a cell of a line manager that has it (%s) means the member',
    async (email) => {
      const { comparison, notes } = (await read(`${HEADINGS}Tom Baker,tom@hillside.example,Teacher,${email}\n`)).foreseen;
      expect(comparison.changes).toMatchObject([{ row: 2, field: 'lineManager', now: 'Fatima Ahmed-Khan' }]);
      expect(notes).toEqual([]);
    },
  );

  test('at another school nobody learns whose it was', async () => {
    const { comparison, rows } = (await read(`${HEADINGS}Fatima Ahmed,f.ahmed@hillside.example,,\n`, other)).foreseen;
    expect(rows).toMatchObject({ added: 1 });
    expect(comparison.former).toBeUndefined();
  });

  test('imported, makes nobody and draws the line to the member', async () => {
    const brought = await read(`${HEADINGS}Fatima Ahmed,f.ahmed@hillside.example,,\nTom Baker,tom@hillside.example,,Fatima Ahmed\n`);
    await imports.run(brought);
    await settled();
    expect(brought.job.progress()).toMatchObject({ status: 'done', added: 0, refused: [] });
    expect([idOf('f.ahmed@hillside.example'), emailOf(fatima)]).toEqual([undefined, 'f.ahmed-khan@hillside.example']);
    expect(lineOf('tom@hillside.example')).toBe(fatima);
  });

  test.each([
    ['Fatima Ahmed,f.ahmed@hillside.example', true],
    ['Olu Adeyemi,f.ahmed@hillside.example', false],
  ])('a leaver with it (%s) is the member who had it: %s', async (who, isThem) => {
    const file = `Name,Email,Date of leaving\n${who},31/08/2026\nTom Baker,tom@hillside.example,\n`;
    const { gone } = (await read(file)).foreseen.comparison;
    expect(gone.find(({ person }) => person === fatima)?.left !== undefined).toBe(isThem);
  });

  test('an address that somebody has now is theirs alone; of who left nothing is told', async () => {
    await must(hub, HUB, 'ChangeEmail', { person: idOf('tom@hillside.example'), email: 'f.ahmed@hillside.example' });
    await settled();
    expect((await read(LAST_YEAR)).foreseen.comparison.former).toMatchObject([{ row: 3, who: 'Tom Baker', another: 'listed' }]);
    await must(hub, HUB, 'RemoveMember', { institution, person: idOf('f.ahmed@hillside.example') });
    await settled();
    expect((await read(LAST_YEAR)).foreseen.comparison.former).toBeUndefined();
  });
});
