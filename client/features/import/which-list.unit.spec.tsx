import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { Reply } from '../../replica/transport.js';
import type { ImportPreview } from './import-answers.js';
import { choose, NEXT_LOOK, preview } from './testing.js';

type StaffPreview = typeof preview;
const reads = (more: Partial<StaffPreview>) => (): Reply => ({
  status: 200,
  body: { ...preview, problems: [], problemsTotal: 0, rowsWithErrors: 0, ...more } as ImportPreview,
});
const part = <One,>(...of: readonly One[]) => ({ total: of.length, of });
const LEAVERS: Partial<StaffPreview> = {
  list: { as: 'leavers', guess: { as: 'leavers', because: { where: 'file', text: 'Leavers July.csv' } } },
  rows: 0,
  rowsOfLeavers: 2,
  sample: [],
  foreseen: { added: 0, asked: 0, updated: 0, unchanged: 0, leftOut: 0 },
  comparison: {
    ...preview.comparison,
    gone: part(
      { person: 'ann', name: 'Ann Ray', from: '2024-09-01', left: 'They are in this list of leavers', rows: [2] },
      { person: 'cy', name: 'Cy Fox', from: '2024-09-01', left: 'They leave on 31 August 2027', later: true as const, rows: [4] },
      {
        person: 'bo',
        name: 'Bo Lee',
        from: '2024-09-01',
        left: 'Perhaps the person of row 3, who has the same name.',
        perhaps: true as const,
        rows: [],
      },
    ),
  },
};
afterEach(() => {
  sessionStorage.clear();
  replica().close();
});

test('a list of leavers says why it is taken for one, nobody is ticked, and one press ticks only those who left for sure', async () => {
  const { sent } = await choose(reads(LEAVERS));
  const group = await screen.findByRole('group', { name: 'What is this list?' });
  expect(within(group).getByText(/because the file is called “Leavers July\.csv”/)).toBeTruthy();
  expect(within(group).getByRole('radio', { name: 'People who have left or are leaving' })).toHaveProperty('checked', true);
  expect(screen.getByText(/We add no members from this list\. Choose below which members to remove/)).toBeTruthy();
  const ticked = () => screen.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked);
  expect(ticked()).toEqual([false, false, false]);
  fireEvent.click(screen.getByRole('button', { name: 'Tick Ann Ray who left, as the file says' }));
  expect(ticked()).toEqual([true, false, false]);
  expect(screen.getByRole('checkbox', { name: /^Remove Cy Fox now/ })).toBeTruthy();
  fireEvent.click(within(group).getByRole('radio', { name: 'Everyone who works here' }));
  await waitFor(() => expect(sent).toMatchObject([{ list: 'staff' }]));
});

const sheet = { name: 'Staff', others: ['Notes', 'Leavers'], withRows: ['Staff', 'Leavers'], hiddenRows: 0 };

test('a list of leavers in which only the last administrator is a member says so', async () => {
  const gone = part({
    person: 'ann',
    name: 'Ann Ray',
    from: '2024-09-01',
    left: 'They are in this list of leavers',
    rows: [2],
    stays: true as const,
  });
  await choose(reads({ ...LEAVERS, comparison: { ...preview.comparison, gone } }));
  expect(await screen.findByText(/the only administrator here stays a member/)).toBeTruthy();
  expect(screen.queryByText(/found no member in it/)).toBeNull();
});

test('a list of leavers that was stopped says so, and the result says whom it removed', async () => {
  const hub = await choose(reads({ ...LEAVERS, stopped: true }));
  expect(await screen.findByText(/^Alongside restarted during this import\. .* Choose below which other members to remove\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Tick Ann Ray who left, as the file says' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove one member' }));
  hub.stands({ notImported: 0, refused: [] });
  expect(await screen.findByText('We removed no members.', {}, NEXT_LOOK)).toBeTruthy();
});

test('any of the sheets with rows can be read', async () => {
  const { sent } = await choose(reads({ sheet, list: { as: 'staff', guess: { as: 'staff' } } }));
  const select = await screen.findByRole('combobox', { name: 'Sheet' });
  expect([...(select as HTMLSelectElement).options].map(({ label }) => label)).toEqual(['Staff', 'Leavers']);
  fireEvent.change(select, { target: { value: 'Leavers' } });
  await waitFor(() => expect(sent).toEqual([{ sheet: 'Leavers' }]));
});

test('a sheet that is refused is not the one that is chosen: it says why, and another can be chosen', async () => {
  const hub = await choose(reads({ sheet, list: { as: 'staff', guess: { as: 'staff' } } }));
  const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Sheet' });
  hub.says({ status: 422, body: { code: 'IMPORT.PUPILS', message: 'This looks like a list of pupils.' } });
  fireEvent.change(select, { target: { value: 'Leavers' } });
  await waitFor(() => expect(select.value).toBe('Staff'));
  expect(screen.getByRole('combobox', { name: 'Sheet' })).toBe(select);
  expect(select.getAttribute('aria-invalid')).toBe('true');
  fireEvent.change(select, { target: { value: 'Leavers' } });
  await waitFor(() => expect(hub.sent).toHaveLength(2));
});

test('what is said of a list is said of its sheet, and where another tab chose another it is looked at again', async () => {
  let now = sheet;
  const hub = await choose(() => reads({ sheet: now, list: { as: 'staff', guess: { as: 'staff' } } })());
  const group = await screen.findByRole('group', { name: 'What is this list?' });
  now = { ...sheet, name: 'Leavers' };
  hub.says({ status: 409, body: { code: 'IMPORT.OTHER_SHEET', message: 'Another sheet was chosen.' } });
  fireEvent.click(within(group).getByRole('radio', { name: 'People who have left or are leaving' }));
  await waitFor(() => expect(hub.sent).toMatchObject([{ sheet: 'Staff', list: 'leavers' }]));
  hub.says(undefined);
  await waitFor(() => expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sheet' }).value).toBe('Leavers'));
});

test('who keeps their line manager is said beside the choice to leave a manager out, and their change is not made', async () => {
  const below = [
    { row: 3, who: 'Ann Ray', line: 'lineManager' as const },
    { row: 4, who: 'Gil Jay', line: 'lineManager' as const, isNew: true as const },
  ];
  const changes = part({
    row: 3,
    who: 'Ann Ray',
    field: 'lineManager' as const,
    was: 'Bo Lee',
    now: 'Karen Abbott',
    byItself: true as const,
    needs: { row: 2 },
  });
  const added = part({ row: 2, who: 'Karen Abbott', email: 'ka@a.example', below }, { row: 4, who: 'Gil Jay', email: 'gil@a.example' });
  const { confirmed } = await choose(
    reads({
      foreseen: { added: 2, asked: 0, updated: 1, unchanged: 0, leftOut: 0 },
      comparison: { ...preview.comparison, added, changes },
    }),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Choose who to import' }));
  expect(screen.queryByText(/You leave out/)).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: /^Karen Abbott/ }));
  expect(
    screen.getByText(/You leave out Karen Abbott\. We do not change the line manager of Ann Ray\. Gil Jay has no line manager yet\./),
  ).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: /^Change the line manager of Ann Ray to Karen Abbott/ })).toMatchObject({
    checked: false,
    disabled: true,
  });
  fireEvent.click(screen.getByRole('button', { name: /^Import (?!all)/ }));
  await waitFor(() => expect(confirmed).toMatchObject([{ choices: { leftOut: [2], keptManagers: [3] } }]));
});

test('the result names whom it was done to, with the way to each, and promises nothing after a choice', async () => {
  const did = {
    added: [{ person: 'zoe', name: 'Zoë Café' }],
    leftOut: ['Karen Abbott'],
    below: [{ above: 'Karen Abbott', line: 'lineManager' as const, kept: ['Ann Ray', 'Bo Lee', 'Cy Fox'], none: [] }],
  };
  const hub = await choose(reads({}));
  fireEvent.click(await screen.findByRole('button', { name: /^Import/ }));
  hub.stands({ leftOut: 1, did });
  await screen.findByRole('heading', { name: 'What was done' }, NEXT_LOOK);
  expect(screen.getByRole('link', { name: 'Zoë Café' }).getAttribute('href')).toBe('/members?at=northfield&person=zoe');
  expect(screen.getByText('You left out Karen Abbott.')).toBeTruthy();
  expect(screen.getByText('Karen Abbott was left out. We do not change the line manager of Ann Ray, Bo Lee and Cy Fox.')).toBeTruthy();
  expect(screen.queryByText(/nothing changes/)).toBeNull();
});

test('the result counts as left out by the importer only whom they left out', async () => {
  const hub = await choose(reads({}));
  fireEvent.click(await screen.findByRole('button', { name: /^Import/ }));
  hub.stands({ leftOut: 4, did: { leftOut: ['Ann Ray'], leftOutTotal: 1, undecided: ['Bo Lee'], undecidedTotal: 1 } });
  expect(await screen.findByText('You left out Ann Ray.', {}, NEXT_LOOK)).toBeTruthy();
  expect(screen.getByText('We left out Bo Lee, because you did not choose if they are a member here.')).toBeTruthy();
});

test('the result says nothing of choices where nothing was chosen', async () => {
  const hub = await choose(reads({}));
  fireEvent.click(await screen.findByRole('button', { name: /^Import/ }));
  hub.stands({
    leftOut: 2,
    did: {
      updated: [
        { person: 'ann', name: 'Ann Ray' },
        { person: 'bo', name: 'Bo Lee' },
      ],
    },
    updated: 2,
  });
  expect(await screen.findByText(/^We updated 2 people:/, {}, NEXT_LOOK)).toBeTruthy();
  expect(screen.queryByText(/you chose/)).toBeNull();
  expect(screen.getByText(/We left out the other rows/)).toBeTruthy();
});

test('any row can be opened and corrected', async () => {
  const hub = await choose(
    reads({ comparison: { ...preview.comparison, added: part({ row: 2, who: 'Zoë Café', email: 'zoe@northfield.example' }) } }),
  );
  const [correct] = await screen.findAllByRole('button', { name: 'Correct row 2, Zoë Café' });
  hub.says({ status: 200, body: { cells: [{ letter: 'A', heading: 'Name', as: 'name', text: 'Zoë Café' }] } });
  if (correct) fireEvent.click(correct);
  const field = await screen.findByRole('textbox', { name: 'Name (Full name)' });
  hub.says(undefined);
  fireEvent.input(field, { target: { value: 'Zoe Cafe' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save corrections' }));
  await waitFor(() => expect(hub.corrected).toEqual([{ row: 2, letter: 'A', text: 'Zoe Cafe' }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

const openRow = async (...more: readonly object[]) => {
  const hub = await choose(
    reads({ comparison: { ...preview.comparison, added: part({ row: 2, who: 'Zoë Café', email: 'zoe@northfield.example' }) } }),
  );
  const [correct] = await screen.findAllByRole('button', { name: 'Correct row 2, Zoë Café' });
  hub.says({ status: 200, body: { cells: [{ letter: 'A', heading: 'Name', as: 'name', text: 'Zoë Café' }, ...more] } });
  if (correct) fireEvent.click(correct);
  return { ...hub, field: await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name (Full name)' }) };
};

test('a correction that is refused stays in its box, which says why', async () => {
  const hub = await openRow();
  hub.says({ status: 422, body: { code: 'COMMAND.INVALID', message: 'That cannot be read.' } });
  fireEvent.input(hub.field, { target: { value: 'Zoe Cafe' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save corrections' }));
  expect(await within(screen.getByRole('dialog')).findByText('That cannot be read.')).toBeTruthy();
  expect(hub.field.value).toBe('Zoe Cafe');
  hub.says(undefined);
  fireEvent.click(screen.getByRole('button', { name: 'Save corrections' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a cell that is too long to be shown in full is not corrected here', async () => {
  await openRow({ letter: 'B', heading: 'Job', as: 'role', text: 'x'.repeat(200), cut: true });
  expect(screen.queryByRole('textbox', { name: /^Job/ })).toBeNull();
  expect(screen.getByText(/^Job.* has more than 200 characters\. Correct it in your file\./)).toBeTruthy();
});

test('nor is a cell with a problem whose text was cut', async () => {
  const long = { row: 3, who: 'Bo', column: 'Job', letter: 'C', text: 'x'.repeat(200), message: 'Too long.', weight: 'error' as const };
  await choose(reads({ problems: [long], problemsTotal: 1, rowsWithErrors: 1 }));
  expect(await screen.findByText(/Too long\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Correct Job/ })).toBeNull();
});

test('a list with the addresses of another domain than most members have asks whose it is', async () => {
  await choose(reads({ otherDomain: { here: 'northfield.example', inFile: 'elm.example' } }));
  expect(await screen.findByText(/end in “@elm\.example”, and most members of .+ have “@northfield\.example”/)).toBeTruthy();
});
