import { fireEvent, screen, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { dayOf } from '../../ui/index.js';
import { NO_CHOICES } from './choices.js';
import { keepChoices } from './kept-choices.js';
import type { OwnList } from './own-lists.js';
import { hubThatImports, open, preview, readFile } from './testing.js';

const LIST: OwnList = {
  ...{ id: 'i-1', kind: 'staff', institution: 'northfield', where: 'Northfield School', status: 'planned' },
  ...{ name: 'staff.csv', at: `${dayOf()}T12:00:00.000Z`, rows: 45, done: 0 },
};

describe('the reader’s own lists on the page of imports', () => {
  afterEach(() => {
    replica().close();
    sessionStorage.clear();
  });
  const openWith = (...own: readonly OwnList[]) => open('/import?at=northfield', hubThatImports(readFile, undefined, undefined, own));
  const section = async (title: string) => {
    const heading = await screen.findByRole('heading', { name: title, level: 2 });
    return within(heading.closest('section') as HTMLElement);
  };

  test('that runs and those that are to be checked come first, each with how far it is, and lead to it', async () => {
    keepChoices('i-3', { ...NO_CHOICES, leftOut: new Set([2]) });
    const { where } = await openWith(
      { ...LIST, id: 'i-2', status: 'running', name: 'running.csv', rows: 400, done: 120 },
      { ...LIST, id: 'i-3', name: 'half.csv' },
      LIST,
    );
    const of = await section('Unfinished imports');
    expect(of.getAllByRole('listitem').map((one) => one.querySelectorAll('p')[1]?.textContent)).toEqual([
      'Importing: 120 of 400 rows done',
      'Not imported yet: 45 people to check. We kept your choices.',
      'Not imported yet: 45 people to check',
    ]);
    expect(of.getAllByText(/^Northfield School, uploaded today at /)).toHaveLength(3);
    fireEvent.click(of.getByRole('link', { name: 'staff.csv' }));
    expect(await screen.findByRole('heading', { name: 'Check before you import', level: 1 })).toBeTruthy();
    expect(where()).toContain('import=i-1');
    expect(where()).toContain(`at=${preview.institution}`);
  });

  test('that are over say what came of them, with rows that were never imported', async () => {
    await openWith(
      { ...LIST, id: 'i-4', status: 'done', added: 30, updated: 1, notImported: 2 },
      { ...LIST, id: 'i-5', status: 'cancelled', name: undefined as never, added: 3 },
      { ...LIST, id: 'i-6', status: 'done' },
    );
    const of = await section('Your last imports');
    expect(of.getAllByRole('listitem').map((one) => one.querySelectorAll('p')[1]?.textContent)).toEqual([
      'Import complete: 30 added, one updated, 2 not imported',
      'Import stopped: 3 added',
      'Import complete: nothing changed',
    ]);
    expect(of.getByRole('link', { name: 'Staff list' })).toBeTruthy();
    expect(screen.queryByText('Unfinished imports')).toBeNull();
  });

  test('that a restart left says so, and none at all shows nothing', async () => {
    const { id, kind, status } = LIST;
    await openWith({ id, kind, status, stopped: true });
    expect(await screen.findByText('Alongside restarted during this import. Check the rest.')).toBeTruthy();
    replica().close();
  });
});
