import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { ImportPreview, RegisterCompared } from './import-answers.js';
import { outcomeFigures, sayRegisterImport } from './say-import.js';
import { choose, preview } from './testing.js';

const part = <One,>(...of: readonly One[]) => ({ total: of.length, of });
const register: RegisterCompared = {
  changes: part(
    { row: 5, who: 'Vale School', what: [{ field: 'Town', was: '', now: 'Leeds' }], doubtful: false, reference: '900005' },
    { row: 8, who: 'Quince Lane', what: [{ field: 'Name', was: 'Quince Lane', now: 'Northgate' }], doubtful: true, reference: '900008' },
    {
      row: 9,
      who: 'Moor School',
      what: [{ field: 'Status', was: 'Closed on 1 May 2026', now: 'Open' }],
      doubtful: true,
      reopens: true,
      reference: '900009',
    },
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
    expect(await screen.findByRole('button', { name: 'Import one school or trust and close one' })).toBeTruthy();
    const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    expect([box(/^Close Stokes Vale/).checked, box(/^Close Moor/).checked, box(/^Close Hill/).disabled]).toEqual([true, false, true]);
    expect([box(/^Vale School/).checked, box(/^Quince Lane/).checked, box(/^Moor School/).checked]).toEqual([true, false, false]);
    expect(screen.getByText(/^It is closed here\. Tick it only if it is open again\. Status: Closed on 1 May 2026 → Open$/)).toBeTruthy();
    fireEvent.click(box(/^Stokes Academy follows/));
    for (const name of [/^Close Moor/, /^Quince Lane/, /^Vale School/]) fireEvent.click(box(name));
    fireEvent.click(await screen.findByRole('button', { name: 'Import one school or trust and close 2' }));
    const choices = {
      leftOut: [5],
      names: [8],
      notClosed: [],
      closeToday: [3],
      follows: [2],
      overHand: [],
      sameSchools: [],
      newSchools: [],
    };
    await waitFor(() => expect(confirmed).toEqual([{ inviteOn: null, reading: 1, choices }]));
  });

  test('a closing date that may be either of two days closes nothing by itself, and each of them can be chosen', async () => {
    const either = { row: 3, who: 'Moor', on: null, saidOn: '12/11/2026', either: ['2026-12-11', '2026-11-12'], people: 0 };
    const columns = [{ letter: 'E', heading: 'CloseDate', byHeading: 'closeDate', as: 'closeDate', sample: [] }];
    await choose(read({ register: { ...register, closing: part(either) }, columns }));
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Close Moor/ });
    expect(box.checked).toBe(false);
    expect(
      screen.getByText(/^The register says “12\/11\/2026”, which may be 11 December 2026 or 12 November 2026\. It closes today/),
    ).toBeTruthy();
    const offered = screen.getAllByRole('button').filter(({ textContent }) => /(?:11 December|12 November) 2026/.test(textContent));
    expect(offered).toHaveLength(2);
  });

  test.each([
    [{ imported: 2, closed: 2, redated: 0, joined: 0 }, 'Import 2 schools and trusts, and close 2'],
    [{ imported: 1_200, closed: 1_005, redated: 2, joined: 0 }, 'Import 1,200 schools and trusts, close 1,005, and change 2 closing dates'],
    [{ imported: 0, closed: 1, redated: 0, joined: 0 }, 'Close one school'],
    [{ imported: 0, closed: 3, redated: 1, joined: 0 }, 'Close 3 schools and change one closing date'],
    [{ imported: 0, closed: 0, redated: 0, joined: 5 }, 'Join 5 closed schools to what came after'],
    [{ imported: 1, closed: 0, redated: 0, joined: 0 }, 'Import one school or trust'],
  ])('says on its button what happens: %j', (acts, said) => expect(sayRegisterImport(acts)).toBe(said));

  test('counts as not imported only the closed schools that are not here: of the others it says that they close', async () => {
    const label = /closed or not yet open, not imported$/;
    await choose(read());
    expect(await screen.findByText(/^Close Stokes Vale/)).toBeTruthy();
    expect(screen.queryByText(label)).toBeNull();
    replica().close();
    await choose(read({ notOpen: 5 }));
    expect(await screen.findByText(label)).toBeTruthy();
  });

  test('has a doubtful cell corrected on the screen, shows it as corrected, and takes it back', async () => {
    const columns = [
      { letter: 'A', heading: 'URN', byHeading: 'reference', as: 'reference', sample: [] },
      { letter: 'D', heading: 'CloseDate', byHeading: 'closeDate', as: 'closeDate', sample: [] },
    ];
    const problems = [
      { row: 12, who: 'Dale', column: 'URN', letter: 'A', text: '12 34', message: '“12 34” is not a reference number.', weight: 'error' },
    ];
    const { corrected } = await choose(read({ columns, problems, problemsTotal: 1, rowsWithErrors: 1, cells: [] }));
    const correct = async (name: string, was: string, now: string) => {
      fireEvent.click(await screen.findByRole('button', { name }));
      const field = await screen.findByRole<HTMLInputElement>('textbox', { name: name.replace(/^Correct (.*), [^,]*$/, '$1') });
      expect(field.value).toBe(was);
      fireEvent.input(field, { target: { value: now } });
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
      await screen.findByText(now);
      await waitFor(() => expect(screen.queryByText('Loading the rows again')).toBeNull());
    };
    // A row that is kept out, a school that may be another one, and a closing day that is none.
    await correct('Correct URN, row 12, Dale', '12 34', '1234');
    await correct('Correct URN, row 8, Quince Lane', '900008', '900080');
    await correct('Correct CloseDate, row 3, Moor', 'in August', '31 August 2026');
    expect(corrected.slice(-3)).toEqual([
      { row: 12, letter: 'A', text: '1234' },
      { row: 8, letter: 'A', text: '900080' },
      { row: 3, letter: 'D', text: '31 August 2026' },
    ]);
    // Schools that differ without a doubt have nothing to correct.
    expect(screen.queryByRole('button', { name: /^Correct URN, row [59]/ })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Undo the correction of CloseDate in row 3' }));
    await waitFor(() => expect(screen.queryByText('31 August 2026')).toBeNull());
  });

  test('keeps what was set by hand, says that the register says otherwise, and takes it over by a tick', async () => {
    const hand: RegisterCompared = {
      changes: part({
        ...{ row: 5, who: 'Vale School', doubtful: true, byHand: ['Name'], reference: '900005' },
        what: [{ field: 'Name', was: 'Vale Academy', now: 'Vale School' }],
      }),
      closing: part(
        { row: 2, who: 'Moor', on: '2026-08-31', was: '2026-07-20', byHand: true as const, people: 3 },
        { row: 3, who: 'Hill', on: '2026-08-31', byHand: true as const, people: 3 },
      ),
      following: part(
        { row: 4, who: 'Elm', on: '2026-08-31', names: ['Ash'], closed: [], missing: [], known: false, byHand: ['Birch'] },
        { row: 6, who: 'Yew', on: '2026-08-31', names: [], closed: ['Fir School', 'Oak'], missing: ['Pine'], known: true },
        { row: 7, who: 'Box', on: '2026-08-31', names: [], closed: [], missing: [], known: true },
      ),
    };
    const foreseen = { added: 1, asked: 0, updated: 0, unchanged: 0, leftOut: 1 };
    const { confirmed } = await choose(read({ register: hand, foreseen }));
    expect(await screen.findByRole('button', { name: 'Import one school or trust' })).toBeTruthy();
    const names = [/^Vale School/, /^Change the closing date of Moor/, /^Close Hill/, /^Elm, closed on/];
    const boxes = names.map((name) => screen.getByRole<HTMLInputElement>('checkbox', { name }));
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false, false, false]);
    for (const said of [
      /^Changed by hand: name\. Tick it to use what the register says\./,
      /^Closed here on 20 July 2026, set by hand\. The register says 31 August 2026\./,
      /^It was reopened by hand\. The register says that it closed on 31 August 2026\./,
      /^Set by hand: followed by Birch\. The file says otherwise\./,
      /^Closed, too: Fir School, Oak\. Not on Alongside: Pine\.$/,
      /^The links lead to no open school\.$/,
    ])
      expect(screen.getByText(said)).toBeTruthy();
    for (const box of boxes) fireEvent.click(box);
    fireEvent.click(
      await screen.findByRole('button', {
        name: 'Import 2 schools and trusts, close one, change one closing date, and join one closed school to what came after',
      }),
    );
    await waitFor(() => expect(confirmed).toMatchObject([{ choices: { names: [5], notClosed: [], overHand: [2, 3, 4] } }]));
  });

  test('asks of what may have been added by hand whether it is the same, imports it only then, and offers each once', async () => {
    const one = (row: number, planned: string, more: object = {}) => ({
      ...{
        row,
        planned,
        who: 'Elm Primary School',
        kind: 'school' as const,
        town: 'Leeds',
        postcode: 'LS1 1AA',
        reference: planned.slice(4),
      },
      ...{ here: [{ institution: 'elm', name: 'Elm Primary School', town: 'Leeds', postcode: 'LS1 1AA' }] },
      ...more,
    });
    const moss = {
      who: 'Moss Trust',
      kind: 'trust' as const,
      town: '',
      postcode: '',
      here: [{ institution: 'moss', name: 'Moss Trust', reference: '77' }],
    };
    const alike = part(one(2, 'trust-5021', moss), one(2, 'urn-800021'), one(3, 'urn-800022'), one(4, 'urn-800023'));
    const none = { changes: part(), closing: part(), following: part() };
    const foreseen = { added: 0, asked: 0, updated: 0, unchanged: 0, leftOut: 4 };
    const { confirmed } = await choose(read({ register: { ...none, alike }, foreseen }));
    expect(await screen.findByText('Nothing changes unless you choose it below.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    const field = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
    const labels = (name: string) => [...field(name).options].map(({ text }) => text);
    expect(labels('Moss Trust, row 2')).toEqual(['Leave out of this import', 'It is the same trust: update it', 'Another trust: add it']);
    expect(
      screen.getAllByText('In the list: Leeds LS1 1AA, number 800021. On Alongside: Elm Primary School, Leeds LS1 1AA, no number.'),
    ).toHaveLength(1);
    fireEvent.change(field('Moss Trust, row 2'), { target: { value: 'same:moss' } });
    fireEvent.change(field('Elm Primary School, row 2'), { target: { value: 'same:elm' } });
    expect(labels('Elm Primary School, row 3')).toEqual(['Leave out of this import', 'Another school: add it']);
    fireEvent.change(field('Elm Primary School, row 3'), { target: { value: 'new' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Import 3 schools and trusts' }));
    const sameSchools = [
      { planned: 'trust-5021', institution: 'moss' },
      { planned: 'urn-800021', institution: 'elm' },
    ];
    await waitFor(() => expect(confirmed).toMatchObject([{ choices: { sameSchools, newSchools: ['urn-800022'] } }]));
  });

  test('takes all as the same but for one that was given by hand, and offers no other one of a number that two have', async () => {
    const elm = { institution: 'elm', name: 'Elm School', town: 'Leeds' };
    const row = (at: number, who: string, ...here: readonly { readonly institution: string; readonly name: string }[]) => ({
      ...{ row: at, planned: `urn-80000${at}`, who, kind: 'school' as const, reference: `80000${at}`, here },
    });
    const ash = { institution: 'ash', name: 'Ash School' };
    const moors = ['moor', 'moor-2'].map((institution) => ({ institution, name: 'Moor' }));
    const alike = part<NonNullable<RegisterCompared['alike']>['of'][number]>(
      row(2, 'Elm One', elm),
      row(3, 'Elm Two', elm, ash),
      row(4, 'Fir School', { institution: 'fir', name: 'Fir School' }),
      { ...row(5, 'Moor School', ...moors), byNumber: true },
    );
    const none = { changes: part(), closing: part(), following: part() };
    const foreseen = { added: 0, asked: 0, updated: 0, unchanged: 0, leftOut: 4 };
    const { confirmed } = await choose(read({ register: { ...none, alike }, foreseen }));
    expect(
      await screen.findByText(/^These have the name or postcode of one that was added by hand, or a number that more than one/),
    ).toBeTruthy();
    const field = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
    expect([...field('Moor School, row 5').options].map(({ value }) => value)).toEqual(['left-out', 'same:moor', 'same:moor-2']);
    fireEvent.change(field('Elm Two, row 3'), { target: { value: 'same:elm' } });
    fireEvent.click(screen.getByRole('button', { name: 'All are the same' }));
    await waitFor(() => expect(field('Fir School, row 4').value).toBe('same:fir'));
    expect([field('Elm One, row 2').value, field('Elm Two, row 3').value, field('Moor School, row 5').value]).toEqual([
      'left-out',
      'same:elm',
      'left-out',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'All are others' }));
    await waitFor(() => expect(field('Elm Two, row 3').value).toBe('new'));
    expect(field('Moor School, row 5').value).toBe('left-out');
    fireEvent.click(await screen.findByRole('button', { name: 'Import 3 schools and trusts' }));
    const newSchools = ['urn-800003', 'urn-800004', 'urn-800002'];
    await waitFor(() => expect(confirmed).toMatchObject([{ choices: { sameSchools: [], newSchools } }]));
  });

  test('has one word that many rows hold corrected in all of them at once', async () => {
    const cell = { column: 'Status', letter: 'C', text: 'Agored', choices: ['Open', 'Closed'], message: 'Not known.', weight: 'error' };
    const problems = [...[2, 3, 4].map((row) => ({ ...cell, row })), { ...cell, row: 5, text: 'Caeedig' }];
    const { corrected } = await choose(read({ problems, problemsTotal: 4, rowsWithErrors: 4, cells: [] }));
    const all = await screen.findByRole('group', { name: 'Status, “Agored” in 3 rows' });
    expect(screen.queryByRole('group', { name: /Caeedig/ })).toBeNull();
    fireEvent.click(within(all).getByRole('button', { name: /^Use Open in all 3 rows/ }));
    await waitFor(() => expect(corrected).toEqual([2, 3, 4].map((row) => ({ row, letter: 'C', text: 'Open' }))));
  });

  test('has nothing corrected where the file is too large to be kept', async () => {
    const problems = [{ row: 12, who: 'Dale', column: 'URN', letter: 'A', text: '12 34', message: 'No number.', weight: 'error' }];
    await choose(read({ problems, problemsTotal: 1, rowsWithErrors: 1, cells: [], canChoose: false }));
    await screen.findByText('URN: No number.');
    expect(screen.queryByRole('button', { name: /^Correct/ })).toBeNull();
  });

  test('says that a nation’s list is untried, and asks whose it is where that is not known', async () => {
    await choose(read());
    expect(await screen.findByText(/We could not try a real list of Wales yet/)).toBeTruthy();
    replica().close();
  });

  test('says of schools that were placed by their postcode where they are, and that lists of the nations of rows are untried', async () => {
    const nations = { placed: [{ nation: 'scotland', schools: 3 }], untried: ['scotland'] };
    await choose(read({ nation: undefined, nations }));
    expect(await screen.findByText(/^3 schools were placed in Scotland by postcode, .* choose whose register it is, or add/)).toBeTruthy();
    expect(screen.getByText(/^We could not try a real list of Scotland yet\./)).toBeTruthy();
  });

  test('says that a nation was taken from a heading, and that it is not guessed where it was not', async () => {
    const columns = [{ letter: 'A', heading: 'URN', byHeading: 'reference', as: 'reference', sample: [] }];
    const { said } = await choose(read({ columns, nation: 'england' }));
    expect(await screen.findByText(/^We take it from the heading “URN”\./)).toBeTruthy();
    expect(screen.queryByText(/We do not guess it/)).toBeNull();
    fireEvent.change(screen.getByLabelText('The register of'), { target: { value: 'wales' } });
    await waitFor(() => expect(said).toHaveLength(1));
  });

  test('asks whose register it is where no heading says it', async () => {
    const columns = [{ letter: 'A', heading: 'Number', byHeading: 'reference', as: 'reference', sample: [] }];
    await choose(read({ columns, nation: undefined }));
    expect(await screen.findByText(/^We do not guess it\./)).toBeTruthy();
  });

  test('has a search, and asks the hub for what it did not send', async () => {
    const changes = {
      total: 700,
      of: Array.from({ length: 500 }, (_, at) => ({ row: at + 2, who: `School ${at}`, what: [], doubtful: false, reference: '1' })),
    };
    const { asked } = await choose(read({ register: { ...register, changes } }));
    const search = await screen.findByRole('searchbox', { name: 'Search this list' });
    fireEvent.input(search, { target: { value: 'zebra' } });
    await waitFor(() => expect(asked.some((one) => one.includes('part=schools&from=0&find=zebra'))).toBe(true));
  });
});

test.each([
  [1, 'school or trust that is not certain, for you to choose'],
  [2, 'schools and trusts that are not certain, for you to choose'],
])('%i left out is said as one or as several', (leftOut, label) => {
  const of = { added: 0, asked: 0, updated: 0, unchanged: 0, leftOut };
  expect(outcomeFigures('institutions', of, { errors: 0 }, false)).toContainEqual({ value: leftOut, label });
});
