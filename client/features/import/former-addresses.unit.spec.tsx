import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { Compared } from './import-answers.js';
import { choose, preview } from './testing.js';

type One = NonNullable<Compared['former']>['of'][number];
const fatima: One = {
  row: 2,
  who: 'Fatima Ahmed',
  email: 'f.ahmed@a.example',
  name: 'Fatima Ahmed-Khan',
  has: 'f.ahmed-khan@a.example',
  since: '2026-11-30',
};
const read =
  (...of: readonly One[]) =>
  () => ({ status: 200, body: { ...preview, comparison: { ...preview.comparison, former: { total: of.length, of } } } });
const describedBy = (one: HTMLElement) =>
  (one.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

beforeEach(() => sessionStorage.clear());
afterEach(() => replica().close());

test('a row with an earlier address says whose it was and which they have, and can be said to be another person’s', async () => {
  const olu: One = { ...fatima, row: 3, who: 'Olu Adeyemi', email: 'olu.a@a.example', another: 'name' };
  const { sent } = await choose(read(fatima, olu));
  expect(await screen.findByText(/^2 rows have an earlier email address of a member\./)).toBeTruthy();
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Fatima Ahmed is another person/ });
  expect([box.checked, describedBy(box)]).toEqual([
    false,
    expect.stringContaining(
      'Row 2: f.ahmed@a.example is an earlier address of Fatima Ahmed-Khan, who has f.ahmed-khan@a.example since 30 November 2026.',
    ),
  ]);
  expect(screen.getByText(/Olu Adeyemi shares no name with them, so we count this row as a new person\.$/)).toBeTruthy();
  expect(screen.queryByRole('checkbox', { name: /^Olu Adeyemi is another/ })).toBeNull();
  fireEvent.click(box);
  await waitFor(() => expect(sent).toMatchObject([{ another: [2] }]));
});

test('what was said stays said with the next row, and is taken back by itself alone', async () => {
  const { sent } = await choose(read({ ...fatima, another: 'chosen' }, { ...fatima, row: 5, who: 'Fatima Khan' }));
  fireEvent.click(await screen.findByRole('checkbox', { name: /^Fatima Khan is another person/ }));
  await waitFor(() => expect(sent).toMatchObject([{ another: [2, 5] }]));
  fireEvent.click(await screen.findByRole('checkbox', { name: /^Fatima Ahmed is another person/ }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect((sent[1] as { another: number[] }).another).not.toContain(2);
});

test('many are counted and shown on a press; who may not read the newer address is told since when there is one', async () => {
  const { has: _, ...hidden } = fatima;
  await choose(read(...[2, 3, 4, 5, 6, 7].map((row) => ({ ...hidden, row }))));
  expect(await screen.findByText(/^6 rows have/)).toBeTruthy();
  expect(screen.queryByRole('checkbox', { name: /^Fatima Ahmed is another person/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show them' }));
  const [box] = screen.getAllByRole('checkbox', { name: /^Fatima Ahmed is another person/ });
  expect(describedBy(box as HTMLElement)).toContain('who has another since 30 November 2026.');
});
