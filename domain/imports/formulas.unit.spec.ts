import { formulasIn, sayFormulas } from './formulas.js';

describe('formulas of a workbook', () => {
  test('are counted by column: with their results, and without', () => {
    const rows = [
      { row: 2, cells: {}, workedOut: ['A', 'B'] },
      { row: 3, cells: {}, workedOut: ['B'], formulas: ['A'] },
      { row: 4, cells: {} },
    ];
    expect([...formulasIn(rows)]).toEqual([
      ['A', { saved: 1, unsaved: 1 }],
      ['B', { saved: 2, unsaved: 0 }],
    ]);
  });

  test('are told once, of the columns that are used', () => {
    const column = (letter: string, heading: string, as: string | null, saved: number, unsaved: number) => ({
      ...{ letter, heading, as },
      formulas: { saved, unsaved },
    });
    const columns = [
      column('A', 'Name', 'name', 3, 0),
      column('B', '', 'email', 2, 1),
      column('C', 'Notes', null, 9, 9),
      column('D', 'Job', 'role', 0, 1),
      { letter: 'E', heading: 'Phase', as: 'phase' },
    ];
    expect(sayFormulas(columns)).toEqual([
      'Some cells of “Name” and column B are formulas. We use the results that your spreadsheet saved with them. Check that they are up to date.',
      'Some cells of column B and “Job” are formulas, and the file does not have their results. Open it in Excel or LibreOffice, save it and choose it again.',
    ]);
    expect(sayFormulas([])).toEqual([]);
  });
});
