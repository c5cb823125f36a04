import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Hub } from '../app/create-hub.js';
import { must, openTestHub, TestClock, testFolders, until } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { odsOf, xlsxOf } from './books.testing.js';
import { choicesMade } from './choices.js';
import { Imports } from './imports.js';

const HEADINGS =
  'URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),Postcode,Trusts (code),Trusts (name),CloseDate\n';
const BEFORE = `${HEADINGS}900001,Stokes Vale School,Open,Secondary,AB1 2CD,,,
900002,Vale Infant School,Open,Primary,AB1 2CE,700,Trust Seven,
900003,Vale Junior School,Open,Primary,AB1 2CE,700,Trust Seven,
900004,Moor School,Open,Primary,AB1 2CF,,,
900005,Hill School,Open,Primary,AB1 2CG,,,
900006,Quince Lane Primary School,Open,Primary,AB1 2CH,,,
`;
const AFTER = `${HEADINGS}900001,Stokes Vale School,Closed,Secondary,AB1 2CD,,,31-08-2026
900011,Stokes Vale School,Open,Secondary,AB1 2CD,700,Trust Seven,
900002,Vale Infant School,Closed,Primary,AB1 2CE,700,Trust Seven,in August
900003,Vale Primary School,Open,Primary,AB1 2CE,800,Trust Eight,
900004,Moor School,"Open, but proposed to close",Primary,AB1 2CF,,,31-12-2026
900005,Hill School,Closed,Primary,AB1 2CG,,,31-12-2026
900006,Northgate Studio,Open,Primary,ZZ9 9ZZ,,,
`;
const LINKS = `URN,LinkURN,LinkName,LinkType,LinkEstablishedDate
900001,900011,Stokes Vale School,Successor,01-09-2026
900002,900003,Vale Primary School,Successor - merged,01-09-2026
900002,900099,Gone Abroad School,Successor - Split School,nonsense
900005,900001,Stokes Vale School,Successor,
`;

/** No list of Wales was at hand: these headings are made up, and none of them is known. */
const ROWS = [
  ['Rhif', 'Enw', 'Awdurdod'],
  ['6604025', 'Ysgol Gyfun Llangefni', 'Ynys Môn'],
  ['6604026', 'Ysgol Bodedern', 'Ynys Môn'],
];
const cellOf = (text: string) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const WALES = `<table:table table:name="Ysgolion">${ROWS.map((row) => `<table:table-row>${row.map(cellOf).join('')}</table:table-row>`).join('')}</table:table>`;

describe('the registers of schools', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let imports: Imports;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    imports = new Imports(hub.parts);
  });
  afterAll(async () => {
    await imports.close();
    await hub.close();
    await folders.clean();
  });

  const read = async (file: string | Buffer) => {
    const brought = await imports.bring([Buffer.from(file)], { kind: 'institutions' }, HUB);
    if (!brought.ok) throw new Error(brought.error.code);
    return brought.value;
  };
  const settled = async () => {
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
  };
  const look = () => viewReaderOf(hub.parts.views.store);
  const school = (id: string) => look().row('institution', id as InstitutionId);
  const person = 'ben' as PersonId;

  test('a second register is a comparison, and a school is closed from the day that the register has', async () => {
    await imports.run(await read(BEFORE));
    await settled();
    await must(hub, HUB, 'InvitePerson', {
      ...{ person, name: 'Ben Okafor', email: 'ben@vale.example', institution: 'urn-900001' },
    });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'AddMember', { institution: 'urn-900001', person, from: '2025-09-01' }));
    const brought = await read(AFTER);
    const { register, rows } = brought.foreseen;
    // The new school, the new trust; the school in another trust, the one that is to close; one that may be another.
    expect(rows).toMatchObject({ added: 2, updated: 2, leftOut: 1 });
    expect(register.closing).toEqual([
      {
        ...{ row: 2, institution: 'urn-900001', who: 'Stokes Vale School', on: '2026-08-31', people: 1 },
        maybe: { institution: 'urn-900011', name: 'Stokes Vale School' },
      },
      {
        ...{ row: 4, institution: 'urn-900002', who: 'Vale Infant School', on: null, saidOn: 'in August', people: 0 },
        maybe: { institution: 'urn-900003', name: 'Vale Primary School' },
      },
      { row: 7, institution: 'urn-900005', who: 'Hill School', on: '2026-12-31', later: true, people: 0 },
    ]);
    expect(register.changes).toEqual([
      {
        ...{ row: 5, who: 'Vale Junior School', reference: '900003', doubtful: false },
        what: [
          { field: 'Name', was: 'Vale Junior School', now: 'Vale Primary School' },
          { field: 'Trust', was: 'Trust Seven', now: 'Trust Eight' },
        ],
      },
      {
        row: 6,
        who: 'Moor School',
        reference: '900004',
        doubtful: false,
        what: [{ field: 'Status', was: 'Open', now: 'Proposed to close on 31 December 2026' }],
      },
      {
        ...{ row: 8, who: 'Quince Lane Primary School', reference: '900006', doubtful: true },
        what: [
          { field: 'Name', was: 'Quince Lane Primary School', now: 'Northgate Studio' },
          { field: 'Postcode', was: 'AB1 2CH', now: 'ZZ9 9ZZ' },
        ],
      },
    ]);
    await imports.run(brought, null, choicesMade.parse({ closeToday: [4] }));
    await settled();
    expect(brought.job.progress()).toMatchObject({ status: 'done', closed: 2, leftOut: 1, refused: [] });
    expect([school('urn-900001')?.closed, school('urn-900002')?.closed]).toEqual([
      { on: '2026-08-31', successors: [] },
      { on: '2026-09-07', successors: [] },
    ]);
    expect([school('urn-900005')?.closed, school('urn-900004')?.closed, school('urn-900004')?.details.proposedToClose]).toEqual([
      undefined,
      undefined,
      { on: '2026-12-31' },
    ]);
    expect([school('urn-900003')?.trust, school('urn-900006')?.details.name]).toEqual(['trust-800', 'Quince Lane Primary School']);
    expect(look().rows('asked-where', { person })).toMatchObject([{ institution: 'urn-900001', on: '2026-08-31' }]);
  });

  test('the file of links says what followed, by its date or without, and what is not here', async () => {
    const brought = await read(LINKS);
    expect(brought.job.plan.kind).toBe('links');
    expect(brought.foreseen.register.following).toMatchObject([
      { who: 'Stokes Vale School', names: ['Stokes Vale School'], missing: [], known: false },
      { who: 'Vale Infant School', names: ['Vale Primary School'], missing: ['Gone Abroad School'], known: false },
    ]);
    expect(brought.job.plan.summary.problems).toMatchObject([{ row: 4, weight: 'note' }]);
    await imports.run(brought);
    await settled();
    expect(brought.job.progress()).toMatchObject({ status: 'done', closed: 2 });
    expect(school('urn-900001')?.closed).toEqual({ on: '2026-08-31', successors: ['urn-900011'] });
    expect((await read(LINKS)).foreseen.register.following.every(({ known }) => known)).toBe(true);
  });

  test('a person moves by their own word, leaves the closed school with it, and nobody is added there', async () => {
    const moved = await must(hub, person, 'AskToJoin', {
      ...{ institution: 'urn-900011', person, email: 'ben@vale.example', closed: 'urn-900001' },
    });
    await hub.parts.views.caughtUp(moved);
    await until(hub, () => look().row('membership', person)?.institutions.length === 1);
    expect(look().row('membership', person)?.institutions).toEqual(['urn-900011']);
    await expect(must(hub, HUB, 'AddMember', { institution: 'urn-900001', person, from: '2026-09-07' })).rejects.toThrow(
      /INSTITUTION\.CLOSED|closed/,
    );
  });

  test('a register that has a closed school open again opens it where a person says so: it may be behind', async () => {
    const list = `${HEADINGS}900002,Vale Infant School,Open,Primary,AB1 2CE,700,Trust Seven,\n`;
    const again = await read(list);
    expect(again.foreseen.register.changes).toMatchObject([
      { what: [{ field: 'Status', was: 'Closed on 7 September 2026', now: 'Open' }], doubtful: true, reopens: true },
    ]);
    await imports.run(again);
    await settled();
    expect(again.job.progress()).toMatchObject({ leftOut: 1 });
    expect(school('urn-900002')?.closed).toMatchObject({ on: '2026-09-07' });
    const ticked = await read(list);
    await imports.run(ticked, null, choicesMade.parse({ names: [2] }));
    await settled();
    expect(school('urn-900002')?.closed).toBeUndefined();
  });

  test('what was set by hand stays, and the row says that the file says otherwise; a tick takes the file', async () => {
    const dee = 'dee' as PersonId;
    await must(hub, HUB, 'InvitePerson', { person: dee, name: 'Dee Adeyemi', email: 'dee@hub.example', institution: HUB_INSTITUTION });
    const ofHub = { name: 'This hub', kind: 'hub', nation: 'england' };
    await must(hub, HUB, 'AppointFirstAdministrator', {
      ...{ institution: HUB_INSTITUTION, details: ofHub, person: dee, from: '2026-09-01' },
    });
    const names = { '900101': 'Ash School', '900102': 'Birch School', '900103': 'Cedar School', '900104': 'Damson School' };
    const open = Object.entries(names).map(([urn, name]) => `${urn},${name},Open,Primary,AB1 2CJ,,,`);
    await imports.run(await read(HEADINGS + open.join('\n')));
    await settled();
    const [ash, birch, cedar, damson] = Object.keys(names).map((urn) => `urn-${urn}`);
    const by = { on: '2026-07-20', successors: [damson] };
    await must(hub, dee, 'CloseInstitution', { institution: ash, ...by });
    await must(hub, HUB, 'CloseInstitution', { institution: birch, on: '2026-08-31', successors: [] });
    await must(hub, dee, 'ReopenInstitution', { institution: birch });
    const details = { ...school(cedar ?? '')?.details, name: 'Cedar Academy' };
    await hub.parts.views.caughtUp(await must(hub, dee, 'DescribeInstitution', { institution: cedar, details }));

    const later = `${HEADINGS}900101,Ash School,Closed,Primary,AB1 2CJ,,,31-08-2026
900102,Birch School,Closed,Primary,AB1 2CJ,,,31-08-2026
900103,Cedar School,Open,Primary,AB1 2CJ,,,
`;
    const register = await read(later);
    expect(register.foreseen.register.closing).toMatchObject([
      { row: 2, on: '2026-08-31', was: '2026-07-20', byHand: true },
      { row: 3, on: '2026-08-31', byHand: true },
    ]);
    expect(register.foreseen.register.changes).toMatchObject([{ row: 4, doubtful: true, byHand: ['Name'] }]);
    expect(register.foreseen.rows).toMatchObject({ updated: 0, leftOut: 1 });
    await imports.run(register);
    const links = await read(`URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n900101,900103,Cedar School,Successor,\n`);
    expect(links.foreseen.register.following).toMatchObject([{ names: ['Cedar Academy'], known: false, byHand: ['Damson School'] }]);
    expect(links.foreseen.rows).toMatchObject({ updated: 0, leftOut: 1 });
    await imports.run(links);
    await settled();
    expect(school(ash ?? '')?.closed).toEqual(by);
    expect([school(birch ?? '')?.closed, school(cedar ?? '')?.details.name]).toEqual([undefined, 'Cedar Academy']);

    await imports.run(await read(later), null, choicesMade.parse({ overHand: [2, 3], names: [4] }));
    const again = await read(`URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n900101,900103,Cedar School,Successor,\n`);
    await imports.run(again, null, choicesMade.parse({ overHand: [2] }));
    await settled();
    expect(school(ash ?? '')?.closed).toEqual({ on: '2026-08-31', successors: [cedar] });
    expect([school(birch ?? '')?.closed?.on, school(cedar ?? '')?.details.name]).toEqual(['2026-08-31', 'Cedar School']);
  });

  test('a doubtful row is corrected: the school that it is about is another one, and is compared anew', async () => {
    const doubtful = await read(`${HEADINGS}900006,Northgate Studio,Open,Primary,ZZ9 9ZZ,700,Trust Seven,\n`);
    expect(doubtful.foreseen.register.changes).toMatchObject([
      { row: 2, who: 'Quince Lane Primary School', doubtful: true, reference: '900006' },
    ]);
    const said = await imports.withSaid(doubtful, { cells: [{ row: 2, letter: 'A', text: '900066' }] });
    if (!said.ok) throw new Error(said.error.code);
    expect(said.value.foreseen.register.changes).toEqual([]);
    expect(said.value.said.cells).toEqual([{ row: 2, letter: 'A', text: '900066' }]);
    await imports.run(said.value);
    await settled();
    expect([school('urn-900066')?.details.name, school('urn-900006')?.details.name]).toEqual([
      'Northgate Studio',
      'Quince Lane Primary School',
    ]);
  });

  test('a blank cell, or a column that a file lacks, takes nothing away of a school or a trust that is here', async () => {
    await imports.run(
      await read(
        `${HEADINGS.trim()},Town,TypeOfEstablishment (name)\n900070,Fern College,"Open, but proposed to close",16 plus,AB1 2CJ,970,Trust Nine,31-12-2027,Leeds,Further education\n`,
      ),
    );
    await settled();
    const trust = { name: 'Trust Nine', kind: 'trust', nation: 'wales', reference: '970', town: 'Leeds' };
    await hub.parts.views.caughtUp(await must(hub, HUB, 'DescribeInstitution', { institution: 'trust-970', details: trust }));
    const before = [school('urn-900070'), school('trust-970')];
    const lacking = await read('URN,EstablishmentName,Postcode,Trusts (code),Trusts (name)\n900070,Fern College,,970,Trust Nine\n');
    expect([lacking.foreseen.register.changes, lacking.foreseen.rows.updated]).toEqual([[], 0]);
    await imports.run(lacking);
    await settled();
    expect([school('urn-900070'), school('trust-970')]).toEqual(before);
    // A plan to close that is off is said by the status, and a number that may be another school's is still told apart.
    const off = await read(`${HEADINGS}900070,Fern College,Open,,,970,Trust Nine,\n`);
    expect(off.foreseen.register.changes).toMatchObject([{ what: [{ field: 'Status', now: 'Open' }] }]);
    const other = await read('URN,EstablishmentName\n900070,Northgate Studio\n');
    expect(other.foreseen.register.changes).toMatchObject([{ doubtful: true, what: [{ field: 'Name' }] }]);
    // Of a school that is closed here such a file does not say that it is open.
    await hub.parts.views.caughtUp(
      await must(hub, HUB, 'CloseInstitution', { institution: 'urn-900070', on: '2026-08-31', successors: [] }),
    );
    const closed = await read('URN,EstablishmentName\n900070,Fern College\n');
    expect([closed.foreseen.register.changes, closed.foreseen.rows.unchanged]).toEqual([[], 1]);
  });

  test('Scotland, Northern Ireland and Wales each come from their own list, and Wales’s columns are chosen by hand', async () => {
    const scotland = await read('SeedCode,SchoolName,LAName,SchoolType,PostCode\n5533031,Leith Academy,Edinburgh City,Secondary,EH6 8JQ\n');
    expect(scotland.job.plan.summary.nation).toBe('scotland');
    const ireland = await read(
      xlsxOf({
        Schools: [
          ['Institution Reference Number', 'Institution Name', 'Type', 'Status'],
          ['101-6059', 'Fane Street Primary', 'Primary', 'Open'],
          ['101-6060', 'Old Street Primary', 'Primary', 'Closed'],
        ],
      }),
    );
    expect([ireland.job.plan.summary.nation, ireland.job.plan.summary.notOpen]).toEqual(['northern-ireland', 1]);
    for (const list of [scotland, ireland]) await imports.run(list);
    const wales = await read(odsOf(WALES));
    expect(wales.job.plan.rows.length).toBe(0);
    expect(wales.job.plan.summary.problems).toMatchObject([{ row: 0, weight: 'error' }]);
    const columns = { A: 'reference', B: 'name', C: 'localAuthority' } as const;
    const mapped = await imports.withSaid(wales, { columns });
    if (!mapped.ok) throw new Error(mapped.error.code);
    // Its columns alone do not say whose register it is.
    expect([mapped.value.job.plan.rows.length, mapped.value.job.plan.summary.rowsWithErrors]).toEqual([0, 2]);
    const said = await imports.withSaid(mapped.value, { nation: 'wales' });
    if (!said.ok) throw new Error(said.error.code);
    await imports.run(said.value);
    await settled();
    expect(['seed-5533031', 'ni-1016059', 'wales-6604025'].map((id) => school(id)?.details.nation)).toEqual([
      'scotland',
      'northern-ireland',
      'wales',
    ]);
    expect(school('wales-6604025')?.details).toMatchObject({
      name: 'Ysgol Gyfun Llangefni',
      localAuthority: 'Ynys Môn',
      reference: '6604025',
    });
  });

  test('a school that an older list stored under England’s prefix is the same in the list of its nation, and is never doubled', async () => {
    const register = (institution: string, nation: 'scotland' | 'wales', name: string) =>
      must(hub, HUB, 'RegisterInstitution', {
        institution,
        details: { name, kind: 'school', nation, reference: institution.replace(/^[a-z]+-/, '') },
      });
    await register('urn-5533099', 'scotland', 'Leith Academy');
    await register('wales-400001', 'wales', 'Ysgol Glan');
    await settled();
    const published = (name: string) =>
      `SeedCode,SchoolName,LAName,SchoolType,PostCode\n5533099,${name},Edinburgh City,Secondary,EH6 8JQ\n`;
    const first = await read(published('Leith Academy School'));
    expect(first.foreseen.rows).toMatchObject({ added: 0, updated: 1 });
    expect(first.foreseen.register.changes).toMatchObject([{ who: 'Leith Academy', reference: '5533099' }]);
    await imports.run(first);
    await settled();
    expect([school('seed-5533099'), school('urn-5533099')?.details.name]).toEqual([undefined, 'Leith Academy School']);
    const byRow = await read('Name,Reference,Nation\nLeith Academy School,5533099,Scotland\nYsgol Glan,5533099,Wales\n');
    expect(byRow.foreseen.rows).toMatchObject({ added: 1, unchanged: 1 });
    const gias = await read('URN,EstablishmentName,TypeOfEstablishment (name)\n400001,Ysgol Glan,Welsh establishment\n');
    expect(gias.foreseen.rows).toMatchObject({ added: 0, updated: 1 });

    const closed = await read('Name,Reference,Nation,Status,CloseDate\nLeith Academy School,5533099,Scotland,Closed,31-08-2026\n');
    expect(closed.foreseen.register.closing).toMatchObject([{ institution: 'urn-5533099', on: '2026-08-31' }]);
    await imports.run(closed);
    await settled();
    expect(school('urn-5533099')?.closed?.on).toBe('2026-08-31');
  });
});
