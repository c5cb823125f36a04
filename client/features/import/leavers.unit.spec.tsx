import { fireEvent, screen } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { choose, preview } from './testing.js';

const part = <One,>(...of: readonly One[]) => ({ total: of.length, of });
const NOTHING = { added: part(), returning: part(), changes: part(), sameNames: part(), gone: part(), unread: part(), undated: part() };
const JO = { person: 'p-jo', name: 'Jo Kay', from: '2026-09-01', left: 'This person left' };
const NONE = { added: 0, asked: 0, updated: 0, unchanged: 0, leftOut: 0 };
const read = (comparison: object, more: object = {}) => ({
  status: 200,
  body: { ...preview, foreseen: NONE, comparison: { ...NOTHING, ...comparison }, ...more },
});
const OF_LEAVERS = { rows: 0, rowsWithErrors: 0, rowsOfLeavers: 1, sample: [], problemsTotal: 0, problems: [] };

describe('people who have left, as the file says', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => replica().close());

  test('may be all that a list names: it says so, and its button removes them', async () => {
    await choose(() => read({ gone: part(JO) }, OF_LEAVERS));
    await screen.findByText('This list names only people who have left. You can remove members below. Nothing has changed.');
    const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said()).toContain('Nothing to import');
    fireEvent.click(screen.getByRole('button', { name: 'Tick Jo Kay who left, as the file says' }));
    expect(await screen.findByRole('button', { name: 'Remove one member' })).toBeTruthy();
    expect(said()).toContain('Remove one member');
  });

  test('where none of them is a member there is nothing to remove, and nothing is wrong with the columns', async () => {
    await choose(() => read({}, OF_LEAVERS));
    const said = 'This list names only people who have left. We found no member to remove. Nothing has changed.';
    expect(await screen.findByText(said)).toBeTruthy();
  });

  test('beside rows that cannot be read, these are to be checked', async () => {
    await choose(() => read({ gone: part(JO) }, { ...OF_LEAVERS, rowsWithErrors: 1, problems: preview.problems }));
    expect(await screen.findByText(/^We cannot import any of its rows yet\..+ check the rows below/)).toBeTruthy();
  });

  test('stay where a new address in the file is chosen to be theirs', async () => {
    const maybe = { row: 4, who: 'Jo Kay', email: 'jo@new.example', isOne: true, members: [{ person: 'p-jo', email: 'jo@old.example' }] };
    await choose(() => read({ gone: part(JO), sameNames: part(maybe) }));
    fireEvent.click(await screen.findByRole('button', { name: 'Tick Jo Kay who left, as the file says' }));
    expect(await screen.findByRole('button', { name: 'Remove one member' })).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: 'Jo Kay, row 4' }), { target: { value: 'same:p-jo' } });
    expect(await screen.findByText('You chose above that they have a new email address.')).toBeTruthy();
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Jo Kay has left/ });
    expect([box.disabled, box.checked]).toEqual([true, false]);
    expect(screen.queryByRole('button', { name: /^Tick/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /emove/ })).toBeNull();
  });
});
