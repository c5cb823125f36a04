import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { Reply } from '../../replica/transport.js';
import type { RowProblem } from './import-answers.js';
import { choose, preview } from './testing.js';

afterEach(() => {
  sessionStorage.clear();
  replica().close();
});

const manager = (row: number, text: string, ...choices: readonly string[]): RowProblem => ({
  row,
  who: `Person ${row}`,
  column: 'Line manager',
  letter: 'D',
  text,
  choices,
  message: `“${text}” is not an email address.`,
  weight: 'note',
});
const reads = (problems: readonly RowProblem[]) => (): Reply => ({
  status: 200,
  body: { ...preview, problems, problemsTotal: problems.length, rowsWithErrors: 0 },
});

test('rows with one suggestion each are corrected at once, each named before; those with several are chosen one by one', async () => {
  const { corrected } = await choose(
    reads([
      manager(2, 'Ray, A', 'ann@northfield.example'),
      manager(3, 'B Lee', 'bo@northfield.example'),
      manager(4, 'J Smith', 'jo@northfield.example', 'jon@northfield.example'),
    ]),
  );
  const group = await screen.findByRole('group', { name: 'Line manager: 2 rows with one suggestion each' });
  expect(
    within(group)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Row 2: use ann@northfield.example for “Ray, A”', 'Row 3: use bo@northfield.example for “B Lee”']);
  fireEvent.click(within(group).getByRole('button', { name: /^Use all 2 suggestions/ }));
  await waitFor(() =>
    expect(corrected).toEqual([
      { row: 2, letter: 'D', text: 'ann@northfield.example' },
      { row: 3, letter: 'D', text: 'bo@northfield.example' },
    ]),
  );
});

test('one suggestion, and cells that hold the same, need no such button', async () => {
  await choose(
    reads([
      manager(2, 'Ray, A', 'ann@northfield.example'),
      manager(3, 'B Lee', 'bo@northfield.example'),
      manager(4, 'B Lee', 'bo@northfield.example'),
    ]),
  );
  expect(await screen.findByRole('group', { name: 'Line manager, “B Lee” in 2 rows' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: /with one suggestion each/ })).toBeNull();
});
