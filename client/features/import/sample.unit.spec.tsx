import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { choose, preview } from './testing.js';

const one = { ...preview.sample[0], row: 2, outcome: 'unchanged', name: 'Ann', jobTitle: 'Head', subjects: null } as const;
const sample = [{ ...one, startDate: '2025-09-01', from: '2024-09-02', lineManager: 'Cy Day', inductionTutor: null }];
const change = (field: string, was: string, now: string) => ({ row: 2, who: 'Ann', field, was, now });
const of = [
  change('job', 'Head', 'Teacher'),
  change('start', '2 September 2024', '1 September 2025'),
  { ...change('lineManager', 'Bea Fox', 'Cy Day'), byItself: true as const },
];

test('the rows to import show what will be, with each change as it is ticked', async () => {
  const comparison = { ...preview.comparison, changes: { total: of.length, of } };
  await choose(() => ({ status: 200, body: { ...preview, sample, comparison } }));
  const cells = async () =>
    [...(await screen.findByRole('table', { name: 'The first people in the file' })).querySelectorAll('td')]
      .map((cell) => cell.textContent)
      .filter((_, at) => at >= 2);
  const tick = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));
  expect(await cells()).toEqual(['Head', 'No change', '2 Sept 2024', 'Cy Day', '–']);
  tick(/line manager of Ann/);
  await waitFor(async () => expect((await cells())[3]).toBe('Bea Fox'));
  tick(/job of Ann/);
  tick(/first day of Ann/);
  await waitFor(async () => expect(await cells()).toEqual(['Teacher', 'No change', '1 Sept 2025', 'Bea Fox', '–']));
  replica().close();
});
