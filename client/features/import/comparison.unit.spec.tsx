import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { Compared, ImportPreview } from './import-answers.js';
import { choose, preview } from './testing.js';

const part = <One,>(...of: readonly One[]) => ({ total: of.length, of });
/** Of one name: two who can be told apart, and two who cannot. */
const DIS = [
  { person: 'p-di-head', job: 'Head' },
  { person: 'p-di', email: 'di@a.example' },
  { person: 'p-di-cook', job: 'Cook' },
  { person: 'p-di-cook-too', job: 'Cook' },
];
const comparison: Compared = {
  added: part({ row: 7, who: 'Gil Jay', email: 'gil@a.example' }, { row: 8, who: 'Hal Kit', email: 'hal@a.example' }),
  returning: part(
    { row: 9, who: 'Ina Lot', email: 'ina@a.example', left: '2026-08-31' } as const,
    { row: 10, who: 'Jim Moe', email: 'jim@a.example', left: '2026-07-20', asks: true } as const,
  ),
  changes: part(
    { row: 2, who: 'Ann Ray', field: 'name', was: 'Ann Ray', now: 'Ann Smith' } as const,
    { row: 2, who: 'Ann Ray', field: 'lineManager', was: 'Bo Lee', now: 'Fay Hay', byItself: true } as const,
    { row: 3, who: 'Bo Lee', field: 'job', was: 'Head', now: 'SENCO' } as const,
  ),
  sameNames: part(
    { row: 4, who: 'Cy Fox', email: 'cy@new.example', isOne: true, members: [{ person: 'p-cy', email: 'cy@old.example', job: 'Cook' }] },
    { row: 5, who: 'Di Fen', email: 'di@new.example', isOne: false, members: DIS },
    { row: 6, who: 'Di Fen', email: 'di@other.example', isOne: false, members: DIS },
  ),
  gone: part(
    { person: 'p-ed', name: 'Ed Gil', from: '2026-09-01', email: 'ed@a.example', job: 'Teacher' },
    { person: 'p-jo', name: 'Jo Kay', from: '2026-09-01', left: 'This person left' },
  ),
  unread: part(),
  undated: part(),
};
const foreseen = { added: 2, asked: 0, updated: 1, unchanged: 1, leftOut: 5 };
const read =
  (more: Partial<ImportPreview> = {}) =>
  () => ({ status: 200, body: { ...preview, foreseen, comparison, ...more } });
const NOTHING = {
  leftOut: [],
  same: [],
  newPeople: [],
  again: [],
  names: [],
  jobs: [],
  starts: [],
  keptManagers: [],
  keptTutors: [],
  keptJobs: [],
  leave: [],
};

const describedBy = (one: HTMLElement) =>
  (one.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

describe('a list beside who is here already', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => replica().close());

  test('leaves out who left before until they are ticked, one by one or all at once, and says what happens with each', async () => {
    const { confirmed } = await choose(read());
    expect(await screen.findByText(/^2 people in the file were members of Northfield School and left\./)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Choose who is back' }));
    const [ina, jim] = [/^Ina Lot is back/, /^Jim Moe is back/].map((name) => screen.getByRole<HTMLInputElement>('checkbox', { name }));
    expect([ina?.checked, jim?.checked]).toEqual([false, false]);
    expect(describedBy(ina as HTMLElement)).toContain('Left on 31 August 2026. We add them again: ina@a.example, row 9');
    expect(describedBy(jim as HTMLElement)).toContain('Left on 20 July 2026. They have an account already, so we invite them');
    fireEvent.click(ina as HTMLElement);
    expect(screen.getByRole('button', { name: 'Import 4 people' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Import all 2 again' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Import 5 people' })).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: 'Leave all 2 out' }));
    fireEvent.click(ina as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: 'Import 4 people' }));
    await waitFor(() => expect(confirmed).toHaveLength(1));
    expect(confirmed[0]).toMatchObject({ choices: { again: [9], leftOut: [] } });
  });

  test('counts all who were chosen before a reload, also those whose rows are not here yet, and asks for these', async () => {
    sessionStorage.setItem('alongside.import.i-1', JSON.stringify([['again', [9, 10, 30]]]));
    const returning = { ...comparison.returning, total: 4 };
    const { asked, confirmed } = await choose(read({ comparison: { ...comparison, returning }, foreseen: { ...foreseen, leftOut: 7 } }));
    expect(await screen.findByText(/You import 3 people\./)).toBeTruthy();
    expect(screen.getByText(/who left before, left out/).closest('div')?.textContent).toMatch(/[^\d]1$/);
    await waitFor(() => expect(asked).toContain('GET /api/imports/i-1/preview?part=returning&from=2'));
    fireEvent.click(screen.getByRole('button', { name: 'Import 6 people' }));
    await waitFor(() => expect(confirmed).toMatchObject([{ choices: { again: [9, 10, 30] } }]));
  });

  test('shows what differs, and sends nothing that was not chosen', async () => {
    const { confirmed } = await choose(read());
    fireEvent.click(await screen.findByRole('button', { name: 'Import 3 people' }));
    await waitFor(() => expect(confirmed).toEqual([{ inviteOn: null, reading: 1, choices: NOTHING }]));
  });

  test('where nobody is new, the button says what changes', async () => {
    const none = { added: 0, asked: 0, updated: 0, unchanged: 2, leftOut: 0 };
    const changes = part(
      { row: 2, who: 'Ann Ray', field: 'name', was: 'Ann Ray', now: 'Ann Smith' },
      { row: 3, who: 'Bo Lee', field: 'start', was: '1 September 2027', now: '1 September 2025' },
    );
    await choose(read({ foreseen: none, comparison: { ...comparison, added: part(), sameNames: part(), changes } } as never));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Change the name of Ann Ray to Ann Smith' }));
    expect(await screen.findByRole('button', { name: 'Change one name' })).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Change the first day of Bo Lee to 1 September 2025' }));
    expect(await screen.findByRole('button', { name: 'Update 2 people' })).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Change the name of Ann Ray to Ann Smith' }));
    expect(await screen.findByRole('button', { name: 'Change one first day' })).toBeTruthy();
  });

  test('who is not in the file and who has left are two things, each in a whole sentence', async () => {
    const one = { person: 'p', name: 'Ed Gil', from: '2026-09-01' };
    const left = { ...one, person: 'q', name: 'Jo Kay', left: 'This person left' };
    const said = async (...gone: object[]) => {
      await choose(read({ comparison: { ...comparison, gone: part(...gone) } } as never));
      const words = (await screen.findByText(/They stay members unless/)).textContent;
      cleanup();
      replica().close();
      return words;
    };
    const stay = 'They stay members unless you tick them here.';
    expect(await said(one)).toMatch(new RegExp(`^One member of .+ is not in this file\\. ${stay}$`));
    expect(await said(left)).toMatch(new RegExp(`^The file says that one member of .+ has left\\. ${stay}$`));
    expect(await said(left, one, { ...one, person: 'r' })).toMatch(
      new RegExp(`^2 members of .+ are not in this file\\. It says that one other has left\\. ${stay}$`),
    );
  });

  test('the first rows say what they come to with what was chosen of them', async () => {
    const row = (n: number, name: string, outcome: string) => ({ ...preview.sample[0], row: n, name, outcome });
    const sample = [row(4, 'Cy Fox', 'leftOut'), row(2, 'Ann Ray', 'unchanged'), row(8, 'Hal Kit', 'added')];
    await choose(read({ sample } as never));
    const table = () => screen.getByRole('table', { name: 'The first people in the file' });
    const results = () =>
      within(table())
        .getAllByRole('row')
        .slice(1)
        .map((one) => (one as HTMLTableRowElement).cells[1]?.textContent);
    await screen.findByRole('table', { name: 'The first people in the file' });
    expect(results()).toEqual(['To choose', 'To update', 'New']);
    fireEvent.change(screen.getByRole('combobox', { name: 'Cy Fox, row 4' }), { target: { value: 'new' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Change the line manager of Ann Ray to Fay Hay' }));
    fireEvent.click(screen.getByRole('button', { name: 'Choose who to import' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Hal Kit/ }));
    await waitFor(() => expect(results()).toEqual(['New', 'Already here', 'Left out']));
    fireEvent.change(screen.getByRole('combobox', { name: 'Cy Fox, row 4' }), { target: { value: 'same:p-cy' } });
    await waitFor(() => expect(results()[0]).toBe('New email address'));
  });

  test('new people whose start date is left out are named above the button, but for those who are left out', async () => {
    const undated = part({ row: 7, who: 'Gil Jay' }, { row: 8, who: 'Hal Kit' });
    await choose(read({ comparison: { ...comparison, undated } }));
    const said = () => screen.queryByText(/^We leave out the start date/)?.textContent;
    await screen.findByText(/^We leave out the start date/);
    expect(said()).toBe(
      'We leave out the start date of Gil Jay (row 7) and Hal Kit (row 8). They will be members from today. Correct the dates below first.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Choose who to import' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Gil Jay/ }));
    await waitFor(() =>
      expect(said()).toBe(
        'We leave out the start date of Hal Kit (row 8). They will be a member from today. Correct the date below first.',
      ),
    );
    fireEvent.click(screen.getByRole('checkbox', { name: /^Hal Kit/ }));
    await waitFor(() => expect(said()).toBeUndefined());
  });

  test('rows that could not be read are named beside those who seem gone: they may be about them', async () => {
    const unread = (...rows: readonly number[]) => ({ comparison: { ...comparison, unread: part(...rows.map((row) => ({ row }))) } });
    await choose(read(unread(3, 4, 1_005)));
    const said = await screen.findByText(/^We could not match/);
    expect(said.textContent).toBe(
      'We could not match rows 3, 4 and 1,005 to a member. They may be about people listed here. Correct them below first.',
    );
    cleanup();
    replica().close();
    await choose(read(unread(...Array.from({ length: 12 }, (_, at) => at + 3))));
    expect((await screen.findByText(/^We could not match/)).textContent).toContain('rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more to');
    cleanup();
    replica().close();
    await choose(read());
    await screen.findByText(/not in this file/);
    expect(screen.queryByText(/^We could not match/)).toBeNull();
  });

  test('people of one name are told apart by what the importer may see of them', async () => {
    const twin = { person: 'p-ed2', name: 'Ed Gil', from: '2026-09-01', job: 'Cook' };
    const gone = { total: 3, of: [...comparison.gone.of, twin] };
    await choose(read({ comparison: { ...comparison, gone } }));
    expect(await screen.findByText('In the file: cy@new.example. On Alongside: cy@old.example, Cook.')).toBeTruthy();
    const several = 'In the file: di@new.example. Several members or rows have this name. On Alongside: Head · di@a.example · Cook · Cook.';
    expect(screen.getByText(several)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Choose who has left' }));
    const hints = screen.getAllByRole('checkbox', { name: /^Ed Gil/ }).map((one) => describedBy(one));
    expect(hints).toEqual(['ed@a.example, Teacher · Member since 1 September 2026', 'Cook · Member since 1 September 2026']);
    // How many leave is on the button that does it.
    for (const one of screen.getAllByRole('checkbox', { name: /^Ed Gil/ })) fireEvent.click(one);
    expect(await screen.findByRole('button', { name: 'Import 3 people and remove 2 members' })).toBeTruthy();
  });

  test('each with a choice: taken, kept, the same person, left out, gone', async () => {
    const { confirmed } = await choose(read());
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Change the name of Ann Ray to Ann Smith' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Change the line manager of Ann Ray to Fay Hay' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Change the job of Bo Lee to SENCO' }));
    expect(await screen.findByRole('button', { name: 'Import 4 people' })).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: 'Cy Fox, row 4' }), { target: { value: 'same:p-cy' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Di Fen, row 5' }), { target: { value: 'new' } });
    fireEvent.click(screen.getByRole('button', { name: 'Choose who to import' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Hal Kit/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Tick Jo Kay who left, as the file says' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Ed Gil has left/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 5 people and remove 2 members' }));
    const choices = {
      leftOut: [8],
      same: [{ row: 4, person: 'p-cy' }],
      newPeople: [5],
      names: [2],
      jobs: [3],
      starts: [],
      keptManagers: [2],
      keptTutors: [],
      again: [],
      keptJobs: [],
      leave: ['p-jo', 'p-ed'],
    };
    await waitFor(() => expect(confirmed).toEqual([{ inviteOn: null, reading: 1, choices }]));
  });

  test('a new address may be of one of several of that name, who can be told apart, and then of no other row', async () => {
    const { confirmed } = await choose(read());
    const first = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Di Fen, row 5' });
    const second = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Di Fen, row 6' });
    const labels = ({ options }: HTMLSelectElement) => [...options].map(({ label }) => label);
    expect(labels(first)).toEqual([
      'Leave out of this import',
      'The same person as Head: change their email address',
      'The same person as di@a.example: change their email address',
      'Another person: import them',
    ]);
    fireEvent.change(first, { target: { value: 'same:p-di' } });
    expect(labels(second)).not.toContain('The same person as di@a.example: change their email address');
    fireEvent.change(second, { target: { value: 'same:p-di-head' } });
    expect([first.value, second.value]).toEqual(['same:p-di', 'same:p-di-head']);
    fireEvent.click(await screen.findByRole('button', { name: 'Import 5 people' }));
    const same = [
      { row: 5, person: 'p-di' },
      { row: 6, person: 'p-di-head' },
    ];
    await waitFor(() => expect(confirmed).toMatchObject([{ choices: { same } }]));
  });

  test('the figures follow what is chosen, and add up as the button does', async () => {
    const figures = () =>
      [...document.querySelectorAll('.figure')].map(
        (one) => `${one.querySelector('dd')?.textContent} ${one.querySelector('dt')?.textContent}`,
      );
    await choose(read({ rowsWithErrors: 0, rowsOfPupils: 2 } as Partial<ImportPreview>));
    await screen.findByRole('button', { name: 'Import 3 people' });
    const [pupils, toChoose] = ['2 pupils or students, not imported', 'with the name of a member, for you to choose'];
    const before = '2 people who left before, left out';
    expect(figures()).toEqual([
      ...[
        '2 new people to add',
        '1 person already here, to update',
        '1 person already here, not changed',
        `3 people ${toChoose}`,
        before,
        pupils,
      ],
    ]);
    fireEvent.change(screen.getByRole('combobox', { name: 'Cy Fox, row 4' }), { target: { value: 'same:p-cy' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Di Fen, row 5' }), { target: { value: 'new' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Change the job of Bo Lee to SENCO' }));
    fireEvent.click(screen.getByRole('button', { name: 'Choose who to import' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Hal Kit/ }));
    await screen.findByRole('button', { name: 'Import 5 people' });
    expect(figures()).toEqual([
      ...['2 new people to add', '3 people already here, to update', `1 person ${toChoose}`, before, '1 person you leave out', pupils],
    ]);
  });

  test('where only an address changes, nobody is imported', async () => {
    const none = { added: 0, asked: 0, updated: 0, unchanged: 1, leftOut: 3 };
    await choose(read({ foreseen: none, comparison: { ...comparison, added: part(), changes: part() } } as Partial<ImportPreview>));
    fireEvent.change(await screen.findByRole('combobox', { name: 'Cy Fox, row 4' }), { target: { value: 'same:p-cy' } });
    expect(await screen.findByRole('button', { name: 'Update one person' })).toBeTruthy();
  });

  test('a job where none was known is ticked, and can be left as it is', async () => {
    const job = { row: 3, who: 'Bo Lee', field: 'job', was: '', now: 'SENCO', byItself: true } as const;
    const { confirmed } = await choose(read({ comparison: { ...comparison, changes: part(job) } } as Partial<ImportPreview>));
    const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Change the job of Bo Lee to SENCO' });
    expect(tick.checked).toBe(true);
    fireEvent.click(tick);
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 people' }));
    await waitFor(() => expect(confirmed).toEqual([{ inviteOn: null, reading: 1, choices: { ...NOTHING, keptJobs: [3] } }]));
  });

  test('a member who only has the name of a leaver is never ticked with those who left', async () => {
    const perhaps = 'Perhaps the person of row 4, who has the same name. Their leaving date is “left”';
    const tom = { person: 'p-tom', name: 'Tom Baker', from: '2026-09-01', left: perhaps, perhaps: true } as const;
    await choose(read({ comparison: { ...comparison, gone: part(tom) } } as Partial<ImportPreview>));
    fireEvent.click(await screen.findByRole('button', { name: 'Choose who has left' }));
    expect(screen.queryByRole('button', { name: /^Tick .* who left/ })).toBeNull();
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Tom Baker has left/ });
    expect([box.checked, describedBy(box)]).toEqual([false, expect.stringContaining(perhaps)]);
  });

  test('all at once: the file is used, or everything stays', async () => {
    const { confirmed } = await choose(read());
    fireEvent.click(await screen.findByRole('button', { name: 'Use the file for all' }));
    fireEvent.click(screen.getByRole('button', { name: 'All are the same person' }));
    expect(await screen.findByRole('button', { name: 'Import 5 people' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep all as they are' }));
    fireEvent.click(screen.getByRole('button', { name: 'All are other people' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 5 people' }));
    await waitFor(() =>
      expect(confirmed).toEqual([{ inviteOn: null, reading: 1, choices: { ...NOTHING, newPeople: [4, 5, 6], keptManagers: [2] } }]),
    );
  });

  test('members may leave where nothing else changes', async () => {
    const empty = {
      added: part(),
      returning: part(),
      changes: part(),
      sameNames: part(),
      gone: comparison.gone,
      unread: part(),
      undated: part(),
    };
    await choose(
      read({ foreseen: { added: 0, asked: 0, updated: 0, unchanged: 3, leftOut: 0 }, comparison: empty } as Partial<ImportPreview>),
    );
    expect(await screen.findByText('Nothing changes unless you choose it below.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Import|Remove)/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Choose who has left' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Ed Gil has left/ }));
    expect(await screen.findByRole('button', { name: 'Remove one member' })).toBeTruthy();
  });

  test('the last administrator cannot be ticked, though the file says that they left', async () => {
    const last = { person: 'p-ab', name: 'Ab Cox', from: '2026-09-01', left: 'This person left', stays: true as const };
    await choose(read({ comparison: { ...comparison, gone: { total: 3, of: [last, ...comparison.gone.of] } } } as Partial<ImportPreview>));
    expect(await screen.findByRole('button', { name: 'Tick Jo Kay who left, as the file says' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Choose who has left' }));
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Ab Cox has left/ });
    expect([box.disabled, screen.getByText(/^The last administrator here cannot leave/)]).toEqual([true, expect.anything()]);
  });
});
