import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { xlsxOf } from '../../imports/books.testing.js';
import { viewReaderOf } from '../../queries/live-views.js';
import type { Hub } from '../create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../hub.testing.js';
import { importTool } from './import.tool.js';

const HEADINGS = 'URN,EstablishmentName,EstablishmentStatus (name),Postcode,CloseDate\n';
const OPEN = `${HEADINGS}900001,Stokes Vale School,Open,AB1 2CD,
900002,Quince Lane Primary School,Open,AB1 2CE,
900003,Moor School,Open,AB1 2CF,
900004,Ash School,Open,AB1 2CG,
900005,Hill School,Open,AB1 2CH,
900006,Elm School,Open,AB1 2CJ,
900007,Fern School,Open,AB1 2CK,
`;
const LATER = `${HEADINGS}900001,Stokes Vale School,Closed,AB1 2CD,31-08-2026
900002,Northgate Studio,Open,ZZ9 9ZZ,
900003,Moor School,Open,AB1 2CF,
900004,Ash School,Mothballed,AB1 2CG,
900005,Hill School,Closed,AB1 2CH,soon
900006,Elm School,Closed,AB1 2CJ,31-12-2026
900007,Fern School,Closed,AB1 2CK,31-08-2026
`;

describe('an import at the terminal', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;

  beforeEach(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    await makeSchool(hub, ['helen', 'ben']);
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  const settled = async () => {
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
  };
  /** What is printed, and the sentence that it ends with where it cannot be done. */
  async function run(file: string | Buffer, how: Partial<Parameters<typeof importTool.run>[1]> = {}) {
    const lines: string[] = [];
    const pieces = (async function* () {
      yield Buffer.from(file);
    })();
    const asked = { kind: how.institution === undefined ? ('institutions' as const) : ('staff' as const), yes: false, ...how };
    const at = { say: (line: string) => void lines.push(line), file: pieces, signal: new AbortController().signal };
    const ended = await importTool.run(hub.parts, asked, at).then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
    await settled();
    return { lines, said: lines.join('\n'), ended };
  }
  const school = (id: string) => viewReaderOf(hub.parts.views.store).row('institution', id);

  test('says once that the school of a staff list has closed, and where its list goes', async () => {
    await must(hub, HUB, 'RegisterInstitution', {
      institution: 'newfield',
      details: { name: 'Newfield Academy', kind: 'school', nation: 'england' },
    });
    await must(hub, HUB, 'CloseInstitution', { institution: 'hillside', on: '2026-08-31', successors: ['newfield'] });
    await settled();
    const list = 'Name,Email\nAnn Ray,ann.ray@hillside.example\nBo Lund,bo.lund@hillside.example\n';
    const closed = await run(list, { institution: 'hillside', yes: true });
    expect(closed.ended).toBe(
      'Hillside School closed on 31 August 2026, so we import no staff there. Newfield Academy (newfield) follows it. Import the list there: --institution newfield',
    );
    expect(closed.said).not.toContain('Row');
    const there = await run(list, { institution: 'newfield', yes: true });
    expect([there.ended, there.said]).toEqual(['', expect.stringContaining('2 new') as string]);
  });

  test('says what to do where no open school follows', async () => {
    await must(hub, HUB, 'CloseInstitution', { institution: 'hillside', on: '2026-08-31', successors: [] });
    await settled();
    expect((await run('Name,Email\nAnn Ray,ann.ray@hillside.example\n', { institution: 'hillside' })).ended).toBe(
      'Hillside School closed on 31 August 2026, so we import no staff there. We know of no open school that follows it. Import the list where its people work now, or reopen the school on its page.',
    );
  });

  test('says of each row of a staff list why it is left out', async () => {
    const list = 'Name,Email\nName of ben,ben.new@hillside.example\nAnn Ray,ann.ray@hillside.example\n';
    const { said } = await run(list, { institution: 'hillside' });
    expect(said).toContain('1 left out');
    expect(said).toMatch(/Row 2: Name of ben has the name of a member and another email address\./);
    expect(said).not.toMatch(/Row 3/);
  });

  test('says why it takes a list for one of people who have left, and brings them in where it is told that they work there', async () => {
    const list = 'Name,Email\nAnn Ray,ann.ray@hillside.example\nBo Lund,bo.lund@hillside.example\n';
    const named = { institution: 'hillside', name: 'Leavers July 2026.csv', yes: true };
    const first = await run(list, named);
    expect(first.said).toContain('This looks like a list of people who have left, because it says “Leavers July 2026.csv”. ');
    expect(first.said).toContain('If everyone in it works there, add --list staff.');
    expect(first.said).toContain('0 people to import');
    const told = await run(list, { ...named, list: 'staff' });
    expect(told.said).not.toMatch(/people who have left|members have left/);
    expect(told.said).toContain('2 new');
  });

  test('says that the sheet that it reads is hidden', async () => {
    const list = [
      ['Name', 'Email'],
      ['Ann Ray', 'ann.ray@hillside.example'],
    ];
    const book = xlsxOf({ 'Read me': [['Made by the office'], ['Notes']], Staff: list }, { state: { Staff: 'hidden' } });
    const { said } = await run(book, { institution: 'hillside' });
    expect(said).toContain('The sheet “Staff” is hidden in the spreadsheet.');
    expect(said).toContain('1 people to import');
    const other = await run(book, { institution: 'hillside', sheet: 'Old' });
    expect(other.ended).toBe(
      'We can read no sheet “Old” in this file: it is not there, is hidden or has no rows. Sheets that we can read: Read me, Staff.',
    );
  });

  test('names the sheets of a file in which there is none of that name', async () => {
    const { ended } = await run('Name,Email\nAnn Ray,ann.ray@hillside.example\n', { institution: 'hillside', sheet: 'Staff' });
    expect(ended).toBe('This file has no sheets. Leave --sheet out.');
  });

  test('counts a row with an error as not imported, once what could be was', async () => {
    const { said } = await run('Name,Email\nAnn Ray,ann.ray@hillside.example\nBo Lund,bo.lund@\n', { institution: 'hillside', yes: true });
    expect(said).toMatch(/1 new, .*, 1 not imported\./);
  });

  test('says where a new person may be known already, as the screen does', async () => {
    await must(hub, HUB, 'InvitePerson', { person: 'cy', name: 'Cy Fox', email: 'cy@old.example', institution: 'hillside' });
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'cy', from: '2026-01-05' });
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'cy' });
    await settled();
    const { lines } = await run('Name,Email\nCy Fox,cy@new.example\nAnn Ray,ann.ray@hillside.example\n', { institution: 'hillside' });
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}Row 2.*Perhaps the same person as Cy Fox of Hillside School/));
    expect(lines.join('\n')).not.toMatch(/Row 3/);
  });

  test('says where a teacher of a school in another trust, or in none, may be known already', async () => {
    for (const [institution, name] of [
      ['riverbank', 'Riverbank Trust'],
      ['oldfield', 'Oldfield School'],
    ] as const)
      await must(hub, HUB, 'RegisterInstitution', {
        institution,
        details: { name, kind: institution === 'riverbank' ? 'trust' : 'school', nation: 'england' },
      });
    await must(hub, HUB, 'JoinTrust', { institution: 'oldfield', trust: 'riverbank' });
    await settled();
    await run('Name,Email\nMoya Moves,moya@old.example\n', { institution: 'oldfield', yes: true });
    const { lines } = await run('Name,Email\nMoya Moves,moya@new.example\n', { institution: 'hillside' });
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^ {2}Row 2.*Perhaps the same person as .*Moya Moves.* of Oldfield School \(moya@old\.example\)\. Once they are here, an administrator of both, or of this hub, can ask them: they choose “Join with another record” under Members\.$/,
      ),
    );
  });

  test('leaves out those who left before, by name, unless it is told to take them', async () => {
    await must(hub, HUB, 'InvitePerson', { person: 'cy', name: 'Cy Fox', email: 'cy@old.example', institution: 'hillside' });
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'cy', from: '2026-01-05' });
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'cy' });
    await settled();
    const list = 'Name,Email\nCy Fox,cy@old.example\nAnn Ray,ann.ray@hillside.example\n';
    const first = await run(list, { institution: 'hillside', yes: true });
    expect(first.said).toContain('Left out, because they left before. Add --again to import them:');
    expect(first.lines).toContainEqual(expect.stringMatching(/^ {2}Row 2: Cy Fox left on \d+ \w+ \d{4}\.$/));
    expect(first.said).toMatch(/1 left out, 1 new, .*, 0 not imported\./);
    const member = () => viewReaderOf(hub.parts.views.store).row('member', 'hillside:cy');
    expect(member()?.left).not.toBeNull();
    const again = await run(list, { institution: 'hillside', yes: true, again: true });
    expect(again.lines).toContainEqual(expect.stringMatching(/^ {2}Row 2: Cy Fox left on .* We add them again\.$/));
    expect(again.said).toContain('1 new, 0 invited from elsewhere, 0 updated, 1 already here and not changed');
    expect(member()).toMatchObject({ left: null, from: '2026-01-05' });
  });

  test('says of the links of a register which are about schools that are here', async () => {
    await run(OPEN, { yes: true });
    for (const id of ['urn-900001', 'urn-900002', 'urn-900003'])
      await must(hub, HUB, 'CloseInstitution', {
        institution: id,
        on: '2026-08-31',
        successors: id === 'urn-900003' ? ['urn-900005'] : [],
      });
    await settled();
    const link = (from: number, to: number) => `${from},${to},School ${to},Successor,`;
    const pairs = [link(900001, 900004), link(900002, 999999), link(900003, 900005), link(888888, 777777), link(900006, 900007)];
    const links = ['URN,LinkURN,LinkName,LinkType,LinkEstablishedDate', ...pairs, ''].join('\n');
    expect((await run(links)).said).toContain(
      '(1 to join, 1 with nothing new, 1 whose successors are not on this hub, 2 not closed here or not on this hub)',
    );
    const done = await run(links, { yes: true });
    expect(done.said).toContain('We know now what followed 1 closed school.');
    expect(done.said).not.toMatch(/already here/);
  });

  test('says of each row of a register why it is left out, and which schools close', async () => {
    await run(OPEN, { yes: true });
    const dee = 'dee' as PersonId;
    await must(hub, HUB, 'InvitePerson', { person: dee, name: 'Dee Adeyemi', email: 'dee@hub.example', institution: HUB_INSTITUTION });
    const ofHub = { name: 'This hub', kind: 'hub', nation: 'england' };
    await must(hub, HUB, 'AppointFirstAdministrator', {
      ...{ institution: HUB_INSTITUTION, details: ofHub, person: dee, from: '2026-09-01' },
    });
    await must(hub, HUB, 'AddMember', { institution: 'urn-900001', person: 'ben', from: '2025-09-01' });
    await must(hub, HUB, 'CloseInstitution', { institution: 'urn-900003', on: '2026-08-01', successors: [] });
    await must(hub, dee, 'CloseInstitution', { institution: 'urn-900007', on: '2026-07-20', successors: [] });
    await settled();
    const read = await run(LATER);
    for (const line of [
      'Row 2: Stokes Vale School closes, from 31 August 2026. We ask 1 member where they work now.',
      'Row 3: Quince Lane Primary School may be another school under the same number, Northgate Studio.',
      'Row 4: Moor School is closed here and open in the register.',
      'Row 6: Hill School is closed in the register, without a date (“soon”).',
      'Row 7: Elm School closes on 31 December 2026. Import the register again after that day.',
      'Row 8: Fern School was closed by hand from 20 July 2026. The register says 31 August 2026.',
    ])
      expect(read.lines).toContain(`  ${line}`);
    expect(read.said).toContain('4 left out');
    expect(read.said).toContain('Import the file on the screen to choose');
    expect(read.said).toMatch(/Row 5, EstablishmentStatus \(name\): We do not know the status “Mothballed”.*Correct it in the file\./);
    expect(read.said).not.toMatch(/same name|here or in the file/);
    const done = await run(LATER, { yes: true });
    expect(done.said).toContain('1 school closed.');
    expect(school('urn-900001')?.closed?.on).toBe('2026-08-31');
    expect(['urn-900003', 'urn-900005', 'urn-900006', 'urn-900007'].map((id) => school(id)?.closed?.on)).toEqual([
      '2026-08-01',
      undefined,
      undefined,
      '2026-07-20',
    ]);
  });

  test('names each school that a register changes and what comes after one that closes, before anything is saved', async () => {
    await run(OPEN, { yes: true });
    await must(hub, HUB, 'CloseInstitution', { institution: 'urn-900003', on: '2026-08-01', successors: [] });
    await must(hub, HUB, 'AddMember', { institution: 'urn-900001', person: 'ben', from: '2025-09-01' });
    await settled();
    const changed = OPEN.replace('Quince Lane Primary School', 'Quince Lane Academy')
      .replace('900003,Moor School,Open', '900003,Moor School,Closed')
      .replace('AB1 2CG', 'AB1 2XX')
      .replace('900001,Stokes Vale School,Open,AB1 2CD,', '900001,Stokes Vale School,Closed,AB1 2CD,31-08-2026')
      .concat('900010,Stokes Vale Academy,Open,AB1 2CD,\n');
    const { lines } = await run(changed);
    for (const line of [
      'Changed by the register:',
      '  Row 3: Quince Lane Primary School: the name becomes “Quince Lane Academy”.',
      '  Row 5: Ash School: postcode “AB1 2CG” becomes “AB1 2XX”.',
      '  Row 2: Stokes Vale School closes, from 31 August 2026. We ask 1 member where they work now. Perhaps Stokes Vale Academy follows it: choose that on the screen, or import the register’s file of links.',
    ])
      expect(lines).toContain(line);
    expect(lines.join('\n')).not.toMatch(/Row [678]:/);
    expect(school('urn-900002')?.details.name).toBe('Quince Lane Primary School');
    const links = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n900003,900005,Hill School,Successor,\n';
    const linked = await run(links);
    expect(linked.lines).toContain('What came after schools that are closed here:');
    expect(linked.lines).toContain('  Row 2: Moor School closed on 1 August 2026. Hill School follows it.');
  });

  test('prints 50 changes of a register and how many more there are', async () => {
    const schools = (street: string) =>
      `${HEADINGS}${Array.from({ length: 53 }, (_, at) => `${800_000 + at},School ${at},Open,AB1 ${at % 10}${street},\n`).join('')}`;
    await run(schools('AA'), { yes: true });
    const { lines } = await run(schools('BB'));
    expect(lines.filter((line) => line.includes('postcode'))).toHaveLength(50);
    expect(lines).toContain('  … and 3 more.');
  });

  test('names a trust that a register renames, and a member whose name a list writes otherwise', async () => {
    const trusts = (name: string) =>
      `URN,EstablishmentName,Trusts (code),Trusts (name)\n900001,Stokes Vale School,5001,${name}\n900002,Quince Lane School,5001,${name}\n`;
    await run(trusts('Riverbank Trust'), { yes: true });
    const { lines } = await run(trusts('Riverbank Learning Trust'));
    const from = lines.indexOf('Changed by the register:');
    expect(lines.slice(from, from + 3)).toEqual([
      'Changed by the register:',
      '  Row 3: Riverbank Trust: the name becomes “Riverbank Learning Trust”.',
      'Nothing was saved. Run it again with --yes to import these rows.',
    ]);
    const list = (name: string) => `Name,Email\n${name},ann.ray@hillside.example\n`;
    await must(hub, HUB, 'InvitePerson', { person: 'ann', name: 'ANN RAY', email: 'ann.ray@hillside.example', institution: 'hillside' });
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'ann', from: '2026-01-05' });
    await settled();
    const staff = await run(list('Ann Ray'), { institution: 'hillside' });
    expect(staff.lines).toContain('  Row 2: ANN RAY: the name becomes “Ann Ray”.');
  });

  test('names what a staff list changes, what it leaves, and whom it does not name', async () => {
    const headings = 'Name,Email,Job title,Line manager,Start date\n';
    await run(
      `${headings}Ann Ray,ann.ray@hillside.example,,,01/09/2025\nBo Lund,bo.lund@hillside.example,Teacher,,01/09/2025\nCy Fox,cy.fox@hillside.example,,,01/09/2025\n`,
      { institution: 'hillside', yes: true },
    );
    const { lines } = await run(
      `${headings}Ann Ray,ann.ray@hillside.example,,bo.lund@hillside.example,01/09/2025\nBo Lund,bo.lund@hillside.example,Head of science,,02/09/2025\n`,
      { institution: 'hillside' },
    );
    const from = lines.indexOf('Changed by the list:');
    expect(lines.slice(from, from + 2)).toEqual(['Changed by the list:', '  Row 2: Ann Ray: line manager is “Bo Lund”.']);
    const left = lines.indexOf('Otherwise in the list, and left as it is here. Import the list on the screen to choose:');
    expect(lines.slice(left + 1, left + 3)).toEqual([
      '  Row 3: Bo Lund: the list has the job title “Head of science”, here it is “Teacher”.',
      '  Row 3: Bo Lund: the list has the first day “2 September 2025”, here it is “1 September 2025”.',
    ]);
    expect(lines).toContain('Members who are not in the list. They stay members: if one has left, remove them on the screen.');
    expect(lines).toContain('  Cy Fox: member since 1 September 2025.');
    const leavers = await run('Name,Email\nCy Fox,cy.fox@hillside.example\n', { institution: 'hillside', name: 'Leavers July 2026.csv' });
    const said = leavers.lines.indexOf(
      'The list says that these members have left, or may have. They stay members: remove them on the screen.',
    );
    expect(leavers.lines.slice(said, said + 2)[1]).toMatch(/^ {2}Row 2: Cy Fox: They are in this list of leavers\.$/);
    expect(leavers.said).not.toContain('Members who are not in the list');
  });

  test('says once which schools it placed by their postcode, and that a list of their nation was never tried', async () => {
    const without = await run('Name,Reference,Postcode\nLeith Academy,5533031,EH6 8JQ\nMoor School,5533032,EH6 8JR\n');
    expect(without.lines).toContain(
      '2 schools were placed in Scotland by postcode, where the file gives no nation. If that is not so, add a column “Nation” to the file.',
    );
    expect(without.said).toContain('We could not try a real list of Scotland yet.');
    const said = await run('Name,Reference,Postcode,Nation\nLeith Academy,5533031,EH6 8JQ,Scotland\n');
    expect(said.said).toContain('We could not try a real list of Scotland yet.');
    expect(said.said).not.toContain('by postcode');
    expect((await run(OPEN)).said).not.toMatch(/by postcode|could not try/);
  });
});
