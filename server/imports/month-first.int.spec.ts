import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { choicesMade } from './choices.js';
import { Imports } from './imports.js';
import type { ImportTarget } from './import-plan.js';
import type { Brought } from './kept-imports.js';

const [institution, helen] = ['hillside' as InstitutionId, 'helen' as PersonId];
const STAFF = 'Name,Email,Leaving date\n';
const PEOPLE = ['Ann Ray,ann', 'Bo Lee,bo', 'Cy Fox,cy', 'Di Fen,di', 'Ed Gil,ed'].map((line) => `${line}@hillside.example`);
const staffWith = (...ends: readonly string[]) => `${STAFF}${PEOPLE.map((line, at) => `${line},${ends[at] ?? ''}\n`).join('')}`;
const BOTH = ['11 December 2026', '12 November 2026'];

const REGISTER = 'URN,EstablishmentName,EstablishmentStatus (name),Postcode,CloseDate\n';
const SCHOOLS = ['900001,Ash School', '900002,Elm School', '900003,Oak School'];
const registerWith = (...ends: readonly string[]) =>
  `${REGISTER}${SCHOOLS.map((line, at) => `${line},${ends[at] ? 'Closed' : 'Open'},AB1 2CD,${ends[at] ?? ''}\n`).join('')}`;

describe('a list whose dates have the month first', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let imports: Imports;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-12-01T09:00:00.000Z' as Instant));
    imports = new Imports(hub.parts);
    await makeSchool(hub, ['helen']);
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: helen, role: 'coordinator' }));
  });
  afterAll(async () => {
    await imports.close();
    await hub.close();
    await folders.clean();
  });

  const bring = async (file: string, target: ImportTarget): Promise<Brought> => {
    const brought = await imports.bring([Buffer.from(file)], target, target.kind === 'staff' ? helen : HUB);
    if (!brought.ok) throw new Error(brought.error.code);
    return brought.value;
  };
  const again = async (brought: Brought, said: Parameters<Imports['withSaid']>[1]): Promise<Brought> => {
    const read = await imports.withSaid(brought, said);
    if (!read.ok) throw new Error(read.error.code);
    return read.value;
  };
  const settled = async () => {
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
  };
  const said = ({ job }: Brought) => job.plan.summary.problems.map(({ row, weight, choices }) => [row, weight, choices]);

  test('tells of no member that they left by a date that may be another, before a day is chosen', async () => {
    await imports.run(await bring(staffWith(), { kind: 'staff', institution }));
    await settled();
    const second = await bring(staffWith('8/31/2027', '12/11/2026', '12/18/2026', '10/30/2026', '1/9/2025'), {
      kind: 'staff',
      institution,
    });
    const gone = ({ foreseen }: Brought) => foreseen.comparison.gone.filter(({ left }) => left !== undefined).map(({ name }) => name);
    expect(gone(second)).toEqual(['Di Fen']);
    expect(said(second)).toEqual([
      [0, 'note', undefined],
      [2, 'note', undefined],
      [3, 'note', BOTH],
      [4, 'note', undefined],
      [5, 'left', ['Current']],
      [6, 'error', ['9 January 2025', '1 September 2025', 'Current']],
    ]);
    // Chosen, it is the day that is chosen, and neither the others nor what is entered by hand are read otherwise for it.
    const chosen = await again(second, {
      cells: [
        { row: 3, letter: 'C', text: BOTH[1] ?? '' },
        { row: 4, letter: 'C', text: '18 December 2026' },
        { row: 5, letter: 'C', text: '10/11/2026' },
        { row: 6, letter: 'C', text: 'Current' },
      ],
    });
    expect(chosen.foreseen.comparison.gone.map(({ name, left }) => [name, left])).toContainEqual([
      'Bo Lee',
      'This person left on 12 November 2026',
    ]);
    expect(chosen.foreseen.comparison.gone.map(({ name, left }) => [name, left])).toContainEqual([
      'Di Fen',
      'This person left on 10 November 2026',
    ]);
    expect(gone(chosen)).toEqual(['Bo Lee', 'Di Fen']);
    // With all that proves it corrected, the others are as doubtful as before.
    const right = ['31 August 2027', '18 December 2026', '30 October 2026'];
    const others = await again(chosen, { cells: [2, 4, 5].map((row, at) => ({ row, letter: 'C', text: right[at] ?? '' })) });
    expect(said(others)).toContainEqual([3, 'note', BOTH]);
    expect(gone(others)).toEqual(['Di Fen']);
  });

  test('of a single slip leaves no doubt once it is corrected, and says so', async () => {
    const brought = await bring(staffWith('8/31/2027', '12/11/2027', '', '', ''), { kind: 'staff', institution });
    expect(said(brought)).toEqual([
      [0, 'note', undefined],
      [2, 'note', ['31 August 2027']],
      [3, 'note', ['11 December 2027', '12 November 2027']],
    ]);
    const { job } = await again(brought, { cells: [{ row: 2, letter: 'C', text: '31 August 2027' }] });
    expect(job.plan.summary.problems.map(({ row, message }) => [row, message.split('. ')[0]])).toEqual([
      [0, '“8/31/2027” in row 2 was corrected, so we read the dates in this file with the day first.'],
      [2, 'They leave on 31 August 2027'],
      [3, 'They leave on 12 November 2027'],
    ]);
  });

  test('of leavers is not sure of them', async () => {
    const brought = await bring(staffWith('8/31/2026', '12/11/2026', '7/31/2026'), { kind: 'staff', institution });
    const { gone } = (await again(brought, { list: 'leavers' })).foreseen.comparison;
    const sure = new Set(gone.filter(({ left, perhaps }) => left !== undefined && !perhaps).map(({ name }) => name));
    expect([sure.has('Ann Ray'), sure.has('Bo Lee'), sure.has('Cy Fox')]).toEqual([true, false, true]);
  });

  test('closes no school on a day that may be another', async () => {
    const target: ImportTarget = { kind: 'institutions' };
    await imports.run(await bring(registerWith(), target));
    await settled();
    const second = await bring(registerWith('8/31/2026', '12/11/2026', '12/31/2025'), target);
    const closing = ({ foreseen }: Brought) => foreseen.register.closing.map(({ who, on, either }) => [who, on, either]);
    expect(closing(second)).toEqual([
      ['Ash School', '2026-08-31', undefined],
      ['Elm School', null, ['2026-12-11', '2026-11-12']],
      ['Oak School', '2025-12-31', undefined],
    ]);
    expect(said(second)).toEqual([
      [0, 'note', undefined],
      [3, 'note', BOTH],
    ]);
    expect(closing(await again(second, { cells: [{ row: 3, letter: 'E', text: BOTH[1] ?? '' }] }))[1]).toEqual([
      'Elm School',
      '2026-11-12',
      undefined,
    ]);
    await imports.run(second, null, choicesMade.parse({}));
    await settled();
    const closed = ['urn-900001', 'urn-900002', 'urn-900003'].map(
      (id) => viewReaderOf(hub.parts.views.store).row('institution', id as InstitutionId)?.closed?.on,
    );
    expect(closed).toEqual(['2026-08-31', undefined, '2025-12-31']);
  });
});
