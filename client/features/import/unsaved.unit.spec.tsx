import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import { replica } from '../../replica/index.js';
import type { Ask, Reply } from '../../replica/transport.js';
import type { RowProblem } from './import-answers.js';
import { hubThatImports, open, preview } from './testing.js';

const wrong = (row: number, more: Partial<RowProblem> = {}): RowProblem => ({
  ...{ row, who: `P ${row}`, column: 'Email address', letter: 'B', text: 'x@' },
  ...{ message: 'Enter an email address.', weight: 'error' },
  ...more,
});

describe('a correction that is typed', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => replica().close());

  /** A hub that reads a list again only once it is let, and what it was sent. */
  const opened = async (problems: readonly RowProblem[]) => {
    const sent: (readonly CorrectedCell[])[] = [];
    const waiting: (() => void)[] = [];
    const cellsOf = ({ body }: Ask) => (body as { readonly cells: readonly CorrectedCell[] }).cells;
    const left = (cells: readonly CorrectedCell[]) => problems.filter((one) => !cells.some(({ row }) => row === one.row));
    const file = (): Reply => ({ status: 200, body: { ...preview, problems, problemsTotal: problems.length } });
    const hub = hubThatImports(file);
    const transport = {
      ...hub.transport,
      ask: async (ask: Ask) => {
        if (!ask.path.endsWith('/columns')) return hub.transport.ask(ask);
        const cells = cellsOf(ask);
        sent.push(cells);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return { status: 200, body: { ...preview, cells, problems: left(cells) } };
      },
    };
    await open('/import?at=northfield&import=i-1', { ...hub, transport });
    return { sent, confirmed: hub.confirmed, read: () => waiting.shift()?.() };
  };
  const type = async (row: number, text: string) => {
    fireEvent.click(await screen.findByRole('button', { name: `Correct Email address, row ${row}, P ${row}` }));
    const field = screen.getByLabelText(`Email address, row ${row}`);
    fireEvent.input(field, { target: { value: text } });
    return field;
  };
  const at = (row: number, text: string) => ({ row, letter: 'B', text });
  const ASKS = 'Save or cancel this correction first.';

  test('while another is read comes after it, and neither is lost', async () => {
    const { sent, read } = await opened([wrong(3), wrong(4), wrong(5, { choices: ['c@a.example', 'd@a.example'] })]);
    await type(3, 'a@a.example');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await type(4, 'b@a.example');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    fireEvent.click(screen.getByRole('button', { name: /^Use d@a.example for/ }));
    read();
    const all = [at(3, 'a@a.example'), at(4, 'b@a.example'), at(5, 'd@a.example')];
    await waitFor(() => expect(sent).toEqual([[all[0]], all]));
    read();
    await waitFor(() => expect(screen.queryByText('Enter an email address.')).toBeNull());
    expect(screen.getAllByRole('button', { name: /^Undo the correction/ })).toHaveLength(3);
  });

  test('and not saved is asked for before the list is imported', async () => {
    const { sent, confirmed, read } = await opened([wrong(3), wrong(4)]);
    const field = await type(4, 'b@a.example');
    screen.getByRole('button', { name: 'Import one person' }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    expect(await screen.findByText(ASKS)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(confirmed).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([[at(4, 'b@a.example')]]));
    read();
    await waitFor(() => expect(screen.queryByText('4, P 4')).toBeNull());
    expect(screen.queryByText(ASKS)).toBeNull();
    await type(3, 'y@');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    await waitFor(() => expect(confirmed).toHaveLength(1));
  });

  test('is asked for where its row is not shown, and a row that is there no more keeps nothing up', async () => {
    const { confirmed } = await opened([wrong(3), wrong(4), { row: 6, message: 'Left out.', weight: 'note' }]);
    await type(4, 'b@a.example');
    fireEvent.click(screen.getByRole('radio', { name: 'Notes 1' }));
    await waitFor(() => expect(screen.queryByLabelText('Email address, row 4')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Email address, row 4')));
    expect([screen.getByText(ASKS), confirmed]).toEqual([expect.anything(), []]);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    await waitFor(() => expect(confirmed).toHaveLength(1));
  });
});
