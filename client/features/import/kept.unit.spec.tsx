import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { ImportPreview, RegisterCompared } from './import-answers.js';
import { choose, hubThatImports, open, preview } from './testing.js';

const part = <One,>(...of: readonly One[]) => ({ total: of.length, of });
const vale = { row: 5, who: 'Vale School', what: [{ field: 'Town', was: '', now: 'Leeds' }], doubtful: false, reference: '900005' };
const quince = {
  ...{ row: 8, who: 'Quince Lane', doubtful: true, reference: '900008' },
  what: [{ field: 'Name', was: 'Quince Lane', now: 'Northgate' }],
};
const moor = { row: 3, who: 'Moor', on: null, saidOn: 'in August', people: 0 };
const columns = [
  { letter: 'A', heading: 'URN', byHeading: 'reference', as: 'reference', sample: [] },
  { letter: 'D', heading: 'CloseDate', byHeading: 'closeDate', as: 'closeDate', sample: [] },
];
const bodyOf = (register: RegisterCompared, updated: number) =>
  ({
    ...preview,
    ...{ kind: 'institutions', notOpen: 3, otherLinks: 0, canChoose: true, nation: 'england', register, sample: [], problems: [], columns },
    ...{ problemsTotal: 0, rowsWithErrors: 0, cells: [], foreseen: { added: 0, asked: 0, updated, unchanged: 4, leftOut: 1 } },
  }) as unknown as ImportPreview;
const before = bodyOf({ changes: part<typeof vale>(vale, quince), closing: part(moor), following: part() }, 1);
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const correct = async (name: string, now: string) => {
  fireEvent.click(await screen.findByRole('button', { name }));
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: name.replace(/^Correct (.*), [^,]*$/, '$1') });
  fireEvent.input(field, { target: { value: now } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
};
const settled = () => waitFor(() => expect(screen.queryByText('Loading the rows again')).toBeNull());

describe('what was ticked and corrected of a list', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => replica().close());

  test('is forgotten of a row that a correction makes another, and stays for the other rows', async () => {
    let body = before;
    const { confirmed } = await choose(() => ({ status: 200, body }));
    await screen.findByRole('button', { name: 'Import one school or trust' });
    for (const name of [/^Vale School/, /^Quince Lane/, /^Close Moor/]) fireEvent.click(box(name));
    await screen.findByRole('button', { name: 'Import one school or trust and close one' });
    // Now row 8 is a plain change of another school, and row 3 has a day.
    const plain = { ...quince, who: 'Northgate', doubtful: false, reference: '900080' };
    const dated = { row: 3, who: 'Moor', on: '2026-08-31', people: 0 };
    body = bodyOf({ changes: part<typeof vale>(vale, plain), closing: part(dated), following: part() }, 2);
    await correct('Correct URN, row 8, Quince Lane', '900080');
    await waitFor(() => expect(box(/^Northgate/).checked).toBe(true));
    await settled();
    expect([box(/^Vale School/).checked, box(/^Close Moor/).checked]).toEqual([false, true]);
    await waitFor(() => expect(document.activeElement).toBe(box(/^Northgate/)));
    fireEvent.click(await screen.findByRole('button', { name: 'Import one school or trust and close one' }));
    await waitFor(() => expect(confirmed).toMatchObject([{ choices: { leftOut: [5], names: [], closeToday: [], notClosed: [] } }]));
  });

  test('is there after a reload, and gone once it is imported', async () => {
    const hub = await choose(() => ({ status: 200, body: before }));
    await screen.findByRole('button', { name: 'Import one school or trust' });
    fireEvent.click(box(/^Quince Lane/));
    await screen.findByRole('button', { name: 'Import 2 schools and trusts' });
    cleanup();
    const again = await open('/import?import=i-1', hub);
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 schools and trusts' }));
    expect(box(/^Quince Lane/).checked).toBe(true);
    await waitFor(() => expect(again.confirmed).toMatchObject([{ choices: { names: [8] } }]));
    await screen.findByRole('heading', { name: 'Import complete' });
    expect(Object.keys(sessionStorage).filter((key) => key.includes('i-1'))).toEqual([]);
  });

  test('is not kept for the next person at this computer', async () => {
    const hub = await choose(() => ({ status: 200, body: before }));
    await screen.findByRole('button', { name: 'Import one school or trust' });
    fireEvent.click(box(/^Quince Lane/));
    expect(Object.keys(sessionStorage)).toHaveLength(1);
    hub.says({ status: 200, body: {} });
    await replica().signOut();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  test('is corrected by keyboard without looking for the field', async () => {
    await choose(() => ({ status: 200, body: before }));
    fireEvent.click(await screen.findByRole('button', { name: 'Correct CloseDate, row 3, Moor' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'CloseDate, row 3' })));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Correct CloseDate, row 3, Moor' })));
  });

  test('stays where the hub cannot be reached: the tick and the words that were typed', async () => {
    const hub = hubThatImports(() => ({ status: 200, body: before }));
    await open('/import?import=i-1', hub);
    await screen.findByRole('button', { name: 'Import one school or trust' });
    fireEvent.click(box(/^Quince Lane/));
    hub.says({ status: 503, body: { code: 'HUB.BUSY', message: 'Try again.' } });
    await correct('Correct CloseDate, row 3, Moor', '31 August 2026');
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('31 August 2026'));
    await settled();
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('31 August 2026');
    expect(box(/^Quince Lane/).checked).toBe(true);
  });
});
