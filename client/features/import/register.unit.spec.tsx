import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { ImportPreview, RegisterCompared } from './import-answers.js';
import { choose, preview } from './testing.js';

const part = <One,>(...of: readonly One[]) => ({ total: of.length, of });
const register: RegisterCompared = {
  changes: part(
    { row: 5, who: 'Vale School', what: [{ field: 'Town', was: '', now: 'Leeds' }], doubtful: false },
    { row: 8, who: 'Quince Lane', what: [{ field: 'Name', was: 'Quince Lane', now: 'Northgate' }], doubtful: true },
    { row: 9, who: 'Moor School', what: [{ field: 'Status', was: 'Closed on 1 May 2026', now: 'Open' }], doubtful: true, reopens: true },
  ),
  closing: part(
    { row: 2, who: 'Stokes Vale', on: '2026-08-31', maybe: 'Stokes Academy', people: 3 },
    { row: 3, who: 'Moor', on: null, saidOn: 'in August', people: 0 },
    { row: 4, who: 'Hill', on: '2099-12-31', later: true as const, people: 1 },
  ),
  following: part(),
};
const read =
  (more: object = {}) =>
  () => ({
    status: 200,
    body: {
      ...preview,
      ...{ kind: 'institutions', notOpen: 3, otherLinks: 0, canChoose: true, nation: 'wales', register, sample: [], problems: [] },
      ...{ problemsTotal: 0, rowsWithErrors: 0, foreseen: { added: 0, asked: 0, updated: 1, unchanged: 4, leftOut: 1 } },
      ...more,
    } as unknown as ImportPreview,
  });

describe('a register beside what the hub has', () => {
  afterEach(() => replica().close());

  test('closes a school on its own day, and what is doubtful only where it is ticked', async () => {
    const { confirmed } = await choose(read());
    expect(await screen.findByRole('button', { name: 'Import 2 schools and trusts' })).toBeTruthy();
    const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    expect([box(/^Close Stokes Vale/).checked, box(/^Close Moor/).checked, box(/^Close Hill/).disabled]).toEqual([true, false, true]);
    expect([box(/^Vale School/).checked, box(/^Quince Lane/).checked, box(/^Moor School/).checked]).toEqual([true, false, false]);
    expect(screen.getByText(/^It is closed here\. Tick it only if it is open again\. Status: Closed on 1 May 2026 → Open$/)).toBeTruthy();
    fireEvent.click(box(/^Stokes Academy follows/));
    for (const name of [/^Close Moor/, /^Quince Lane/, /^Vale School/]) fireEvent.click(box(name));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 3 schools and trusts' }));
    const choices = { leftOut: [5], names: [8], notClosed: [], closeToday: [3], follows: [2] };
    await waitFor(() => expect(confirmed).toEqual([{ inviteOn: null, choices }]));
  });

  test('says that a nation’s list is untried, and asks whose it is where that is not known', async () => {
    await choose(read());
    expect(await screen.findByText(/We could not try a real list of Wales yet/)).toBeTruthy();
    replica().close();
  });

  test('has a search, and asks the hub for what it did not send', async () => {
    const changes = {
      total: 700,
      of: Array.from({ length: 500 }, (_, at) => ({ row: at + 2, who: `School ${at}`, what: [], doubtful: false })),
    };
    const { asked } = await choose(read({ register: { ...register, changes } }));
    const search = await screen.findByRole('searchbox', { name: 'Search this list' });
    fireEvent.input(search, { target: { value: 'zebra' } });
    await waitFor(() => expect(asked.some((one) => one.includes('part=schools&from=0&find=zebra'))).toBe(true));
  });
});
