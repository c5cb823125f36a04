import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { Reply } from '../../replica/transport.js';
import type { RowProblem } from './import-answers.js';
import { choose, preview } from './testing.js';

const wrong = (row: number, who: string): RowProblem => ({
  ...{ row, who, column: 'Email address', letter: 'B', text: 'x@' },
  ...{ message: 'Enter an email address.', weight: 'error' },
});

describe('the focus, once a cell was corrected', () => {
  afterEach(() => replica().close());
  let problems: readonly RowProblem[] = [];
  const read = (): Reply => ({ status: 200, body: { ...preview, problems, problemsTotal: problems.length } });
  const focused = () => document.activeElement?.textContent;
  /** Corrects row 3; the file has these problems then. */
  const correct = async (then: readonly RowProblem[]) => {
    problems = [wrong(2, 'Al Fry'), wrong(3, 'Bo Lee'), wrong(4, 'Cy Day')];
    await choose(read);
    const open = await screen.findByRole('button', { name: 'Correct Email address, row 3, Bo Lee' });
    problems = then;
    open.focus();
    fireEvent.click(open);
    const field = screen.getByLabelText('Email address, row 3');
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.input(field, { target: { value: 'y@' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
  };

  test('is on that row where it is still to be looked at', async () => {
    await correct([wrong(2, 'Al Fry'), { ...wrong(3, 'Bo Lee'), text: 'y@' }, wrong(4, 'Cy Day')]);
    await screen.findByRole('heading', { name: 'Corrected here' });
    await waitFor(() => expect(focused()).toBe('3, Bo Lee'));
  });

  test('is on the next row that is to be looked at', async () => {
    await correct([wrong(2, 'Al Fry'), wrong(4, 'Cy Day')]);
    await waitFor(() => expect(screen.queryByText('3, Bo Lee')).toBeNull());
    await waitFor(() => expect(focused()).toBe('4, Cy Day'));
  });

  test('is on what was corrected where nothing is left', async () => {
    await correct([]);
    await waitFor(() => expect(focused()).toBe('Row 3, Email: y@'));
    problems = [wrong(3, 'Bo Lee')];
    fireEvent.click(screen.getByRole('button', { name: /^Undo the correction/ }));
    await waitFor(() => expect(focused()).toBe('3, Bo Lee'));
  });
});
