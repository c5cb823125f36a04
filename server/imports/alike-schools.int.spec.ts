import type { Instant, InstitutionId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { Hub } from '../app/create-hub.js';
import { must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { choicesMade } from './choices.js';
import { Imports } from './imports.js';

const HEADINGS = 'URN,EstablishmentName,EstablishmentStatus (name),Town,Postcode,Trusts (code),Trusts (name),CloseDate\n';

describe('a register beside what was added by hand', () => {
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

  const read = async (file: string, nation?: Nation) => {
    const brought = await imports.bring([Buffer.from(file)], { kind: 'institutions' }, HUB);
    if (!brought.ok) throw new Error(brought.error.code);
    if (!nation) return brought.value;
    const said = await imports.withSaid(brought.value, { nation });
    if (!said.ok) throw new Error(said.error.code);
    return said.value;
  };
  const settled = async () => {
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
  };
  const look = () => viewReaderOf(hub.parts.views.store);
  const school = (id: string) => look().row('institution', id as InstitutionId);
  const add = async (institution: string, details: object) =>
    hub.parts.views.caughtUp(
      await must(hub, HUB, 'RegisterInstitution', { institution, details: { kind: 'school', nation: 'england', ...details } }),
    );
  const imported = async (...[brought, ...how]: Parameters<Imports['run']>) => {
    await imports.run(brought, ...how);
    await settled();
    expect(brought.job.progress()).toMatchObject({ status: 'done', refused: [] });
  };

  test.each<[Nation, string, string, string]>([
    ['england', 'URN', '800001', 'urn-800001'],
    ['scotland', 'SeedCode', '5533001', 'seed-5533001'],
    ['northern-ireland', 'Institution Reference Number', '101-6001', 'ni-1016001'],
    ['wales', 'Reference', '6600001', 'wales-6600001'],
  ])('a row of the register of %s is the school with its number, which keeps its own id', async (nation, heading, number, id) => {
    const mine = `oak-${nation}`;
    await add(mine, { name: 'Oakfield School', nation, reference: number });
    const list = (name: string, closed = '') =>
      `${heading},Name,Status,CloseDate\n${number},${name},${closed ? 'Closed' : 'Open'},${closed}\n`;
    const same = await read(list('Oakfield School'), nation);
    expect(same.foreseen.rows).toMatchObject({ added: 0, unchanged: 1, leftOut: 0 });
    const renamed = await read(list('Oakfield Academy'), nation);
    expect(renamed.foreseen.register.changes).toMatchObject([
      { who: 'Oakfield School', what: [{ field: 'Name', now: 'Oakfield Academy' }], doubtful: false },
    ]);
    await imported(renamed);
    expect([school(mine)?.details.name, school(id)]).toEqual(['Oakfield Academy', undefined]);
    const closing = await read(list('Oakfield Academy', '31-08-2026'), nation);
    expect(closing.foreseen.register.closing).toMatchObject([{ institution: mine, on: '2026-08-31' }]);
    await imported(closing);
    expect(school(mine)?.closed?.on).toBe('2026-08-31');
  });

  test('a number that was typed with what it is called, and one of a trust, are known; links and moves between trusts find them', async () => {
    await add('ash', { name: 'Ash School', reference: 'URN 800011' });
    await add('birch', { name: 'Birch School', reference: '800012' });
    await add('trust-by-hand', { name: 'Vale Trust', kind: 'trust', reference: '5011' });
    const list = await read(`${HEADINGS}800011,Ash School,Closed,,,,,31-08-2026\n800012,Birch School,Open,,,5011,Vale Learning Trust,\n`);
    expect(list.foreseen.rows).toMatchObject({ added: 0, updated: 2 });
    await imported(list);
    expect([school('trust-by-hand')?.details.name, school('birch')?.trust, school('trust-5011'), school('urn-800012')]).toEqual([
      'Vale Learning Trust',
      'trust-by-hand',
      undefined,
      undefined,
    ]);
    const links = await read('URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n800011,800012,Birch School,Successor,\n');
    expect(links.foreseen.register.following).toMatchObject([{ institution: 'ash', successors: ['birch'], missing: [] }]);
    await imported(links);
    expect(school('ash')?.closed?.successors).toEqual(['birch']);
  });

  test('of one without a number a row is doubtful where name and place are the same, and nothing is doubled until it is chosen', async () => {
    await add('elm', { name: 'Elm Primary School', town: 'Leeds', postcode: 'LS1 1AA' });
    await add('fir', { name: 'Fir School', town: 'Leeds' });
    await add('gorse', { name: 'Gorse School', town: 'York', postcode: 'YO1 1AA' });
    await add('hazel', { name: 'Hazel School', postcode: 'LS1 1AB' });
    await add('moss', { name: 'Moss Trust', kind: 'trust' });
    const list = `${HEADINGS}800021,Elm Primary School,Open,Bramley,LS1 1AA,5021,Moss Trust,
800022,Fir School,Open,Leeds,LS1 1AC,,,
800023,Gorse School,Open,Leeds,LS1 1AD,,,
800024,Hazel School,Open,Leeds,LS1 1AB,,,
`;
    const seen = await read(list);
    expect(seen.foreseen.rows).toMatchObject({ added: 1, updated: 0, leftOut: 4 });
    expect(seen.foreseen.register.alike?.schools).toMatchObject([
      { row: 2, planned: 'trust-5021', kind: 'trust', here: [{ institution: 'moss' }] },
      { row: 2, planned: 'urn-800021', postcode: 'LS1 1AA', here: [{ institution: 'elm', town: 'Leeds' }] },
      { row: 3, planned: 'urn-800022', here: [{ institution: 'fir' }] },
      { row: 5, planned: 'urn-800024', here: [{ institution: 'hazel' }] },
    ]);
    await imported(seen);
    expect(['trust-5021', 'urn-800021', 'urn-800022', 'urn-800023', 'urn-800024'].filter((id) => school(id))).toEqual(['urn-800023']);
    expect(school('elm')).toMatchObject({ details: { town: 'Leeds' }, trust: null });

    const chosen = await read(list);
    const sameSchools = [
      { planned: 'trust-5021', institution: 'moss' },
      { planned: 'urn-800021', institution: 'elm' },
      // Never offered, and so not taken.
      { planned: 'urn-800024', institution: 'gorse' },
    ];
    await imported(chosen, null, choicesMade.parse({ sameSchools, newSchools: ['urn-800022'] }));
    expect(chosen.job.progress()).toMatchObject({ added: 1, updated: 2, leftOut: 1 });
    expect(school('elm')).toMatchObject({ details: { reference: '800021', town: 'Bramley' }, trust: 'moss' });
    expect([school('moss')?.details.reference, school('urn-800021'), school('urn-800022')?.details.name]).toEqual([
      '5021',
      undefined,
      'Fir School',
    ]);
    // The number is known from now on: nothing is asked of it again.
    const again = await read(list);
    expect(again.foreseen.register.alike?.schools).toMatchObject([{ planned: 'urn-800024' }]);
    expect(again.foreseen.rows).toMatchObject({ added: 0, updated: 0, unchanged: 4, leftOut: 1 });
  });

  test('one here is the school of one row at most, and of none where another row has its number', async () => {
    await add('ivy', { name: 'Ivy School', town: 'Leeds' });
    await add('juniper', { name: 'Juniper School', town: 'Leeds', reference: '800032' });
    const rows = '800030,Ivy School,Open,Leeds,,,,\n800031,Ivy School,Open,Leeds,,,,\n';
    const list = await read(`${HEADINGS}${rows}800032,Juniper School,Open,Leeds,,,,\n800033,Juniper School,Open,Leeds,,,,\n`);
    expect(list.foreseen.register.alike?.schools.map(({ planned }) => planned)).toEqual(['urn-800030', 'urn-800031']);
    const sameSchools = ['urn-800030', 'urn-800031'].map((planned) => ({ planned, institution: 'ivy' }));
    await imported(list, null, choicesMade.parse({ sameSchools }));
    expect(list.job.progress()).toMatchObject({ added: 1, updated: 1, unchanged: 1, leftOut: 1 });
    expect(school('ivy')?.details.reference).toBe('800030');
  });

  test('a name without a place is one school’s where the list has it once, and is said where it has it more often', async () => {
    await add('larch', { name: 'Larch School' });
    await add('maple', { name: 'Maple School' });
    const list = await read(
      `${HEADINGS}800041,Larch School,Open,Leeds,,,,\n800042,Maple School,Open,Leeds,,,,\n800043,Maple School,Open,York,,,,\n`,
    );
    expect(list.foreseen.register.alike?.schools.map(({ planned }) => planned)).toEqual(['urn-800041']);
    expect(list.foreseen.rows).toMatchObject({ added: 2, leftOut: 1 });
    expect(list.foreseen.notes).toMatchObject([{ row: 0, weight: 'note', message: expect.stringContaining('Maple School') }]);
  });

  test('schools whose names, towns or postcodes were typed a little otherwise are not doubled without a word', async () => {
    const byHand = [
      ['Hilltop Primary', 'Leeds', 'LS1 2AB'],
      ['St Mary’s CE Primary School', 'York', 'YO1 1AB'],
      ['Oak & Ash Academy', 'Hull', 'HU1 1AA'],
      ['The Beeches School', 'Bath', 'BA1 1AA'],
      ['Moor Lane School', 'Otley', 'LS21 1AO'],
    ] as const;
    for (const [at, [name, town, postcode]] of byHand.entries()) await add(`typed-${at}`, { name, town, postcode });
    const list = await read(`${HEADINGS}800061,Hilltop Primary School,Open,Leeds,LS1 2AB,,,
800062,St Mary's Church of England Primary School,Open,York,YO1 1AB,,,
800063,Oak and Ash Academy,Open,Hull,HU1 1AA,,,
800064,Beeches School,Open,Bath,BA1 1AA,,,
800065,Moor Lane School,Open,Otley,LS21 1A0,,,
800066,Riverside Academy,Open,Leeds,LS1 2AB,,,
`);
    expect(list.foreseen.register.alike?.schools.map(({ planned, here }) => [planned, here.map(({ institution }) => institution)])).toEqual(
      byHand.map((_, at) => [`urn-80006${at + 1}`, [`typed-${at}`]]),
    );
    expect(list.foreseen.rows).toMatchObject({ added: 1, leftOut: 5 });
    const sameSchools = byHand.map((_, at) => ({ planned: `urn-80006${at + 1}`, institution: `typed-${at}` }));
    await imported(list, null, choicesMade.parse({ sameSchools }));
    expect([school('typed-1')?.details, school('urn-800062')]).toMatchObject([
      { name: "St Mary's Church of England Primary School", reference: '800062' },
      undefined,
    ]);
  });

  test('a school that was added by hand, with its number, since the list was read is left as it is', async () => {
    const list = await read(`${HEADINGS}800051,Nettle School,Open,Leeds,,,,\n`);
    await add('nettle', { name: 'Nettle', reference: '800051' });
    await imports.run(list);
    await settled();
    expect(list.job.progress()).toMatchObject({ added: 0, updated: 0, leftOut: 1 });
    expect([school('urn-800051'), school('nettle')?.details.name]).toEqual([undefined, 'Nettle']);
  });
});
