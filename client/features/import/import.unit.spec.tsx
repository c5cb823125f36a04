import { jest } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { IMPORT_LIMIT_ROWS } from '@alongside/domain/imports/columns.js';
import { replica } from '../../replica/index.js';
import { dayOf, sayDay } from '../../ui/index.js';
import type { ImportPreview } from './import-answers.js';
import { choose, open, preview, readFile } from './testing.js';

/** The figures as they are read: each number with what it counts. */
const figuresShown = () =>
  [...document.querySelectorAll('.figure')].map(
    (figure) => `${figure.querySelector('dd')?.textContent} ${figure.querySelector('dt')?.textContent}`,
  );

afterEach(() => replica().close());

describe('bringing in a list', () => {
  test('shows what a file would do, and writes nothing before it is confirmed', async () => {
    const { asked } = await choose();
    expect(await screen.findByRole('heading', { level: 1, name: 'Check before you import' })).toBeTruthy();
    expect(screen.getByText('Email address: Enter an email address.')).toBeTruthy();
    expect(figuresShown()).toEqual(['1 new person to add', '1 person already here, not changed', '1 row with errors, not imported']);
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual(['POST /api/imports?kind=staff&institution=northfield']);
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Import complete' })).toBeTruthy();
    expect(screen.getByText('Ben: this address is taken.')).toBeTruthy();
    // What was kept out before is told with its reason, too; what was only noted is not.
    expect(screen.getByText('Email address: Enter an email address.')).toBeTruthy();
    expect(screen.queryByText(/Alchemy/)).toBeNull();
    // One was refused on the way, one had an error in the file.
    expect(figuresShown()).toEqual(['1 new person added', '2 rows with errors, not imported']);
    expect(screen.getByRole('link', { name: 'See members' }).getAttribute('href')).toBe('/members?at=northfield');
  });

  test('a new person whose row has a note can be left out beside it, and taken back', async () => {
    const note = {
      row: 2,
      who: 'Zoë Café',
      message: 'This account has no licence. If so, leave it out.',
      weight: 'note',
      isNew: true,
    } as const;
    await choose(() => ({ status: 200, body: { ...preview, problems: [note, ...preview.problems] } }));
    const [left] = await screen.findAllByRole('button', { name: /^Leave out/ });
    expect(screen.getAllByRole('button', { name: /^Leave out/ })).toHaveLength(1);
    expect(left?.getAttribute('aria-label')).toBe('Leave out row 2, Zoë Café');
    fireEvent.click(left as HTMLElement);
    expect(figuresShown()).toContain('1 person you leave out');
    expect(screen.queryByRole('button', { name: 'Import one person' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Import row 2, Zoë Café' }));
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Import complete' })).toBeTruthy();
  });

  test('[RP24] once it is over, what other screens tell of the school is asked for again', async () => {
    await choose();
    const acted = jest.spyOn(replica(), 'acted');
    fireEvent.click(await screen.findByRole('button', { name: 'Import one person' }));
    await screen.findByRole('heading', { level: 1, name: 'Import complete' });
    expect(acted).toHaveBeenCalledTimes(1);
  });

  test('the result says whether new colleagues were told, and where those are who have not signed in', async () => {
    for (const [told, said] of [
      [{ emailed: 6, planned: 0, on: null }, 'We are emailing 6 people an invitation.'],
      [{ emailed: 0, planned: 6, on: '2027-04-20' }, `We email 6 people on ${sayDay('2027-04-20')}.`],
      [{ emailed: 0, planned: 0, on: null }, 'We have not emailed the new people yet. Invite them when you are ready.'],
    ] as const) {
      await choose(readFile, undefined, told);
      fireEvent.click(await screen.findByRole('button', { name: 'Import one person' }));
      await screen.findByText((_, element) => element?.tagName === 'P' && element.textContent === said);
      expect(screen.getByRole('link', { name: 'See who has not signed in' }).getAttribute('href')).toBe('/newcomers?at=northfield');
      cleanup();
      replica().close();
    }
    await choose();
  });

  test('a date that is today is now, and one that is past is none', async () => {
    const { asked } = await choose();
    fireEvent.click(await screen.findByRole('radio', { name: /^On a date/ }));
    const date = await screen.findByLabelText('Date');
    fireEvent.input(date, { target: { value: dayOf() } });
    expect(await screen.findByText('This date is today. We email the people in this list who have no invitation yet.')).toBeTruthy();
    fireEvent.input(date, { target: { value: '2020-01-06' } });
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    expect(await screen.findByText('Choose today or a later date.')).toBeTruthy();
    expect(asked.some((one) => one.endsWith('/confirm'))).toBe(false);
  });

  test('the button says how many people it emails, members of the list whom no invitation reached included', async () => {
    await choose();
    expect(await screen.findByRole('button', { name: 'Import one person' })).toBeTruthy();
    fireEvent.click(await screen.findByRole('radio', { name: /^Now/ }));
    expect(await screen.findByRole('button', { name: 'Import one person and email 2' })).toBeTruthy();
  });

  test('a person whose start date is left out is a member from today, and the table says so', async () => {
    const sample = [preview.sample[0], { ...preview.sample[0], row: 3, name: 'Fay Reed', from: dayOf() }] as typeof preview.sample;
    await choose(() => ({ status: 200, body: { ...preview, sample } }));
    const cells = async (name: RegExp) => (await screen.findByRole('row', { name })).textContent;
    expect(await cells(/Fay Reed/)).toContain('Today');
    expect(await cells(/Zoë Café/)).not.toContain('Today');
  });

  test('an older text format sends nobody to rows that are not there', async () => {
    const older = { ...preview, encoding: 'Windows-1252' };
    const foreseen = { added: 0, asked: 0, updated: 0, unchanged: 0, leftOut: 0 };
    const empty = { ...older, foreseen, rows: 0, sample: [], problems: [], problemsTotal: 0, rowsWithErrors: 0 };
    await choose(() => ({ status: 200, body: older }));
    expect(await screen.findByText(/older text format \(Windows-1252\)\. Check names/)).toBeTruthy();
    cleanup();
    replica().close();
    await choose(() => ({ status: 200, body: empty }));
    expect((await screen.findByText(/older text format/)).textContent).not.toContain('rows below');
    expect(screen.getByText('We cannot import any of its rows yet. Choose what its columns hold. Nothing has changed.')).toBeTruthy();
  });

  test('formulas are told once by their columns: those whose results are used, and those without', async () => {
    const columns = preview.columns.map((one) => (one.letter === 'B' ? { ...one, formulas: { saved: 2, unsaved: 1 } } : one));
    await choose(() => ({ status: 200, body: { ...preview, columns } }));
    expect(await screen.findByText(/^Some cells of “Email” are formulas\. We use the results/)).toBeTruthy();
    expect(screen.getByText(/^Some cells of “Email” are formulas, and the file does not have their results/)).toBeTruthy();
  });

  test('a file that changes nothing has no button to import it', async () => {
    const unchanged = { ...preview, foreseen: { added: 0, updated: 0, unchanged: 2, asked: 0, leftOut: 0 } };
    await choose(() => ({ status: 200, body: unchanged }));
    expect(await screen.findByText('Every row is already here, so there is nothing to import.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  });

  test('people are shown with what was matched: subjects, and managers and tutors by name', async () => {
    await choose();
    const row = await screen.findByRole('row', { name: /Zoë Café/ });
    for (const words of ['Mathematics', 'Ann Ray', 'Ben Okafor']) expect(row.textContent).toContain(words);
  });

  const column = async (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name });
  const SCHOOL = 'Column C: “School”';
  const POST = 'Column D: “Duty held”';

  test('columns that are understood are one line with what each is taken for, and any of them can be changed or left out', async () => {
    const { said } = await choose();
    expect(await screen.findByText(/^We use/)).toHaveProperty(
      'textContent',
      'We use A “Name” as Full name, B “Email” as Email. We leave out 2 other columns.',
    );
    expect(screen.getAllByRole('combobox')).toHaveLength(2);
    expect((await column(SCHOOL)).closest('.field')?.textContent).toContain('Northfield');
    fireEvent.click(screen.getByRole('button', { name: 'Change columns' }));
    expect((await column('Column A: “Name”')).closest('.field')?.textContent).toContain('Zoë Café · Ann Ray');
    fireEvent.change(await column('Column B: “Email”'), { target: { value: 'left-out' } });
    await waitFor(() => expect(said).toEqual([{ B: null }]));
  });

  test('a column that was chosen by hand is in the sentence as well, and one without a heading by its letter', async () => {
    const [name, email, school] = preview.columns.map((one) => ({ ...one, heading: one.letter === 'C' ? '' : one.heading }));
    await choose(() => ({ status: 200, body: { ...preview, columns: [name, { ...email, byHeading: null }, { ...school, as: 'role' }] } }));
    const said = await screen.findByText(/^We use/);
    expect(said.textContent).toBe('We use A “Name” as Full name, B “Email” as Email, column C as Job. ');
  });

  test('a list whose column names are not known says so, or that its first row is a person', async () => {
    const columns = preview.columns.map((one) => ({ ...one, byHeading: null }));
    await choose(() => ({ status: 200, body: { ...preview, columns } }));
    expect(await screen.findByText(/^We know none of the column names in row 1\. If a person is in this row/)).toBeTruthy();
    cleanup();
    replica().close();
    await choose(() => ({ status: 200, body: { ...preview, columns, headingsRow: 0 } }));
    expect(await screen.findByText('We found no column names, so we read the first row as a person.')).toBeTruthy();
    expect(screen.queryByText(/^We know none/)).toBeNull();
  });

  test('a problem of row 1 is one of a row, and a pupil is told as one', async () => {
    const problems = [
      { row: 1, message: 'Enter a name.', weight: 'error' as const },
      { row: 2, who: 'Alfie Brown', message: '“/Students” is for pupils.', weight: 'pupil' as const },
    ];
    await choose(() => ({ status: 200, body: { ...preview, problems, problemsTotal: 2 } }));
    expect((await screen.findByText('Enter a name.')).closest('tr')?.textContent).toMatch(/^1Not imported/);
    expect(screen.getByText('“/Students” is for pupils.').closest('tr')?.textContent).toMatch(/^2, Alfie BrownPupil/);
  });

  test('two columns of one heading are told apart by letter and cells, and leaving one of them out mends it', async () => {
    const second = { letter: 'E', heading: 'Email', byHeading: 'email', as: 'email', sample: ['office@a.example'] } as const;
    const problems = [{ row: 0, message: 'Columns B and E have the same choice.', weight: 'error' as const }];
    const { said } = await choose(() => ({
      status: 200,
      body: { ...preview, rows: 0, sample: [], problems, problemsTotal: 1, rowsWithErrors: 0, columns: [...preview.columns, second] },
    }));
    expect(await screen.findByText('Columns B and E have the same choice.')).toBeTruthy();
    const beside = async (name: string) => (await column(name)).closest('.field')?.querySelector('.field__error')?.textContent;
    expect(await beside('Column B: “Email”')).toMatch(/Column E has the same choice\./);
    expect(await beside('Column E: “Email”')).toMatch(/Column B has the same choice\./);
    fireEvent.change(await column('Column E: “Email”'), { target: { value: 'left-out' } });
    await waitFor(() => expect(said).toEqual([{ E: null }]));
    expect(await beside('Column B: “Email”')).toBeUndefined();
    expect(await beside('Column E: “Email”')).toBeUndefined();
  });

  test('what a column holds is chosen here, the preview follows, and two of one choice are said beside it', async () => {
    const { said } = await choose();
    fireEvent.change(await column(SCHOOL), { target: { value: 'role' } });
    fireEvent.change(await column(POST), { target: { value: 'role' } });
    expect(await screen.findByText('Head of maths')).toBeTruthy();
    expect((await column(POST)).closest('.field')?.textContent).toContain('Column C has the same choice');
    // While the file is being read the next choices wait, and only the last of them is sent.
    const [school, post] = [await column(SCHOOL), await column(POST)];
    fireEvent.change(school, { target: { value: 'phase' } });
    fireEvent.change(post, { target: { value: 'left-out' } });
    fireEvent.change(school, { target: { value: 'subjects' } });
    await waitFor(() => expect(said.slice(-2)).toEqual([{ C: 'phase', D: 'role' }, { C: 'subjects' }]));
    await waitFor(() => expect(screen.queryByText('Head of maths')).toBeNull());
  });

  test('a cell is corrected where its problem is told, and the way back is there', async () => {
    const { corrected, said } = await choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Correct Email address, row 3, Priya Nair' }));
    const field = screen.getByLabelText('Email address, row 3');
    expect((field as HTMLInputElement).value).toBe('priya@');
    fireEvent.input(field, { target: { value: 'priya@northfield.example' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { name: 'Corrected here' })).toBeTruthy();
    const cell = { row: 3, letter: 'B', text: 'priya@northfield.example' };
    await waitFor(() => expect([corrected, said]).toEqual([[cell], [{}]]));
    fireEvent.click(screen.getByRole('button', { name: 'Undo the correction of Email in row 3' }));
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Corrected here' })).toBeNull());
  });

  test('of several addresses in a cell one is chosen', async () => {
    const choices = ['a@a.example', 'b@a.example'];
    const problem = { ...preview.problems[0], choices } as (typeof preview.problems)[0];
    const { corrected } = await choose(() => ({ status: 200, body: { ...preview, problems: [problem] } }));
    fireEvent.click(await screen.findByRole('button', { name: /^Use b@a.example for / }));
    await waitFor(() => expect(corrected).toEqual([{ row: 3, letter: 'B', text: 'b@a.example' }]));
  });

  test('what was not simply read is said: other sheets, a hidden one, hidden rows, a title, and columns of an earlier list', async () => {
    const sheet = { name: 'Staff', others: ['Old', 'Notes'], isHidden: true, hiddenRows: 2 } as const;
    await choose(() => ({ status: 200, body: { ...preview, sheet, headingsRow: 3, remembered: ['C', 'D'], notRemembered: ['E'] } }));
    expect(await screen.findByText('We read the sheet “Staff”. We do not read the sheets “Old”, “Notes”.')).toBeTruthy();
    expect(screen.getByText(/^The sheet “Staff” is hidden in the spreadsheet\. We read it because we found no list/)).toBeTruthy();
    expect(screen.getByText(/2 rows are hidden in the spreadsheet/)).toBeTruthy();
    expect(screen.getByText('We read the column names from row 3, and nothing above it.')).toBeTruthy();
    expect(screen.getByText('We read 2 columns as chosen in an earlier import: C and D.')).toBeTruthy();
    expect(screen.getByText(/^Column E has no heading, and other column names changed since an earlier import\./)).toBeTruthy();
  });

  test('says whom each choice invites, and keeps the day that was planned for others', async () => {
    await choose();
    const choices = async () => (await screen.findByRole('group', { name: /^When to tell/ })).textContent;
    expect(await choices()).toContain('We email the people in this list who have no invitation yet.');
    expect(await choices()).toContain('We email everyone new at Northfield School who has no invitation by then');
    cleanup();
    replica().close();
    await choose(readFile, '2027-04-20');
    await waitFor(async () => expect(await choices()).toContain(`We email them on ${sayDay('2027-04-20')}, the day already planned`));
    expect(screen.queryByRole('radio', { name: /On a date/ })).toBeNull();
  });

  test('says how many rows a file may have, as many as the hub takes', async () => {
    await open('/import?at=northfield');
    expect(await screen.findByText(new RegExp(`Up to 8 MB and ${IMPORT_LIMIT_ROWS.toLocaleString('en-GB')} rows`))).toBeTruthy();
  });

  test('problems are told by row, with the name in it, and rows are counted', async () => {
    const problems: ImportPreview['problems'] = [
      ...preview.problems,
      { row: 3, who: 'Priya Nair', column: 'Start date', message: '“soon” is not a date.', weight: 'note' },
    ];
    await choose(() => ({ status: 200, body: { ...preview, problems, problemsTotal: 3 } }));
    const row = await screen.findByRole('row', { name: /^3, Priya Nair/ });
    for (const said of ['Not imported', 'Enter an email address.', '“soon” is not a date.']) expect(row.textContent).toContain(said);
    expect(screen.getAllByRole('radio', { name: /^(All|Errors|Notes) / }).map((one) => one.closest('label')?.textContent)).toEqual([
      'All 2',
      'Errors 1',
      'Notes 1',
    ]);
  });

  test('errors and notes can be looked at apart', async () => {
    await choose();
    await screen.findByText(/Alchemy/);
    fireEvent.click(screen.getByRole('radio', { name: 'Errors 1' }));
    await waitFor(() => expect(screen.queryByText(/Alchemy/)).toBeNull());
    expect(screen.getByText(/Enter an email address/)).toBeTruthy();
  });

  test('another file is chosen instead: the hub need not hold what it read of the first', async () => {
    const { asked } = await choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Choose another file' }));
    expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeTruthy();
    expect(asked).toContain('DELETE /api/imports/i-1');
  });

  test('a file that cannot be read says why, and another can be chosen at once', async () => {
    await choose(() => ({ status: 422, body: { code: 'IMPORT.NOT_CSV', message: 'This is not a CSV file that we can read.' } }));
    expect(await screen.findByText('This is not a CSV file that we can read.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy();
  });
});
