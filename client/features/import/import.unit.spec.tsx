import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { IMPORT_LIMIT_ROWS } from '@alongside/domain/imports/columns.js';
import { replica, startReplica } from '../../replica/index.js';
import type { Ask, Reply, Transport } from '../../replica/transport.js';
import type { StaffField } from '@alongside/domain/imports/staff-fields.js';
import type { ImportPreview, ImportProgress } from './import-answers.js';
import Import from './import.screen.js';

const preview: ImportPreview = {
  ...{
    id: 'i-1',
    kind: 'staff',
    institution: 'northfield',
    status: 'planned',
    rows: 2,
    done: 0,
    changed: 0,
    unchanged: 0,
    asked: 0,
    refused: [],
    encoding: 'utf-8',
  },
  problems: [
    { row: 3, column: 'Email address', message: 'Enter an email address.', weight: 'error' },
    { row: 5, column: 'Subjects', message: '“Alchemy” is not a subject that we know.', weight: 'note' },
  ],
  ...{ problemsTotal: 2, errorsTotal: 1 },
  columns: [
    { at: 3, name: 'School', as: null },
    { at: 4, name: 'Post held', as: null },
  ],
  sample: [
    {
      row: 2,
      name: 'Zoë Café',
      email: 'zoe@northfield.example',
      jobTitle: '',
      from: '2026-09-01',
      lineManager: null,
      inductionTutor: null,
    },
  ],
};

/** The hub is asked again within this time. */
const NEXT_LOOK = { timeout: 5_000 };
const NOT_HERE: Reply = { status: 404, body: { code: 'QUERY.NOT_FOUND', message: 'That is not here, or it is not yours to see.' } };
const readFile = (): Reply => ({ status: 200, body: preview });

/** A hub that reads one file and is done as soon as it is confirmed, with one row refused. It holds that file alone. */
function hubThatImports(read: () => Reply) {
  const asked: string[] = [];
  const said: unknown[] = [];
  let progress: ImportProgress = preview;
  let instead: Reply | undefined;
  const answer = ({ method, path, body }: Ask): Reply => {
    asked.push(`${method} ${path}`);
    if (path.endsWith('/columns')) said.push((body as { columns: unknown }).columns);
    if (path === '/api/session') {
      const memberships = ['northfield', 'southfield'].map((institution) => ({ institution, trust: null, roles: ['coordinator'] }));
      return { status: 200, body: { person: 'helen', name: 'Helen', memberships, roles: ['coordinator'], demo: true } };
    }
    if (path.startsWith('/api/views/institution?ids')) {
      const data = { institution: 'northfield', trust: null, details: { name: 'Northfield School', kind: 'school' } };
      return { status: 200, body: { rows: [{ view: 'institution', id: 'northfield', position: '1', data }], through: '1' } };
    }
    if (path.startsWith('/api/views/')) return { status: 200, body: { rows: [], through: '1' } };
    if (path.startsWith('/api/imports?')) return read();
    if (instead) return instead;
    if (!path.startsWith('/api/imports/i-1')) return NOT_HERE;
    if (path.endsWith('/columns')) {
      const said = (body as { columns: Record<number, StaffField> }).columns;
      if (preview.kind !== 'staff') throw new Error('The file is a list of staff.');
      const columns = (preview.columns ?? []).map((one) => ({ ...one, as: said[one.at] ?? null }));
      return { status: 200, body: { ...preview, columns, sample: [{ ...preview.sample[0], jobTitle: said[4] ? 'Head of maths' : '' }] } };
    }
    if (path.endsWith('/preview')) return { status: 200, body: { ...preview, ...progress } };
    if (path.endsWith('/confirm')) {
      const refused = [{ row: 4, message: 'Ben: this address is taken.', weight: 'error' as const }];
      progress = { status: 'done', rows: 2, done: 2, changed: 1, unchanged: 0, asked: 0, refused };
      return { status: 202, body: progress };
    }
    return { status: 200, body: progress };
  };
  const transport: Transport = {
    ask: async (ask) => answer(ask),
    live: () => ({ resume: async () => ({ kind: 'resumed', through: null }), close: () => undefined }),
  };
  return {
    transport,
    asked,
    /** What was said of columns, one answer after the other. */
    said,
    /** It has come so far. */
    stands: (now: Partial<ImportProgress>) => (progress = { ...progress, ...now }),
    /** From now on it says this of every import, or the truth again. */
    says: (reply: Reply | undefined) => (instead = reply),
  };
}

/** Opens the screen at an address. `where` says where it stands. */
async function open(at: string, hub = hubThatImports(readFile)) {
  await startReplica(hub.transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  const { container } = render(() => (
    <MemoryRouter history={history}>
      <Route path="/import" component={Import} />
    </MemoryRouter>
  ));
  return { ...hub, container, history, where: () => history.get() };
}

async function choose(read: () => Reply = readFile) {
  const hub = await open('/import?at=northfield', hubThatImports(read));
  const { container } = hub;
  await screen.findByRole('button', { name: 'Choose a file' });
  const input = container.querySelector('input[type="file"]');
  if (!input) throw new Error('There is nowhere to put a file.');
  fireEvent.change(input, { target: { files: [new File(['Name,Email\n'], 'staff.csv', { type: 'text/csv' })] } });
  return hub;
}

afterEach(() => replica().close());

describe('bringing in a list', () => {
  test('shows what a file would do, and writes nothing before it is confirmed', async () => {
    const { asked } = await choose();
    expect(await screen.findByRole('heading', { level: 1, name: 'Check before you import' })).toBeTruthy();
    expect(screen.getByText('Email address: Enter an email address.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'We do not know 2 columns' })).toBeTruthy();
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual(['POST /api/imports?kind=staff&institution=northfield']);
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 people' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Import complete' })).toBeTruthy();
    expect(screen.getByText('Ben: this address is taken.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See members' }).getAttribute('href')).toBe('/members?at=northfield');
  });

  test('what a column holds is chosen here, the preview follows, and a field is held by one column', async () => {
    const { said } = await choose();
    const column = async (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name: `Column “${name}”` });
    fireEvent.change(await column('School'), { target: { value: 'role' } });
    fireEvent.change(await column('Post held'), { target: { value: 'role' } });
    expect(await screen.findByText('Head of maths')).toBeTruthy();
    expect([(await column('School')).value, (await column('Post held')).value]).toEqual(['not-used', 'role']);
    // While the file is being read the next choices wait, and only the last of them is sent.
    const [school, post] = [await column('School'), await column('Post held')];
    fireEvent.change(school, { target: { value: 'phase' } });
    fireEvent.change(post, { target: { value: 'not-used' } });
    fireEvent.change(school, { target: { value: 'subjects' } });
    await waitFor(() => expect(said.slice(-2)).toEqual([{ 3: 'phase', 4: 'role' }, { 3: 'subjects' }]));
    await waitFor(() => expect(screen.queryByText('Head of maths')).toBeNull());
  });

  test('says how many rows a file may have, as many as the hub takes', async () => {
    await open('/import?at=northfield');
    expect(await screen.findByText(new RegExp(`Up to 8 MB and ${IMPORT_LIMIT_ROWS.toLocaleString('en-GB')} rows`))).toBeTruthy();
  });

  test('errors and notes can be looked at apart', async () => {
    await choose();
    await screen.findByText(/Alchemy/);
    fireEvent.click(screen.getByRole('radio', { name: 'Not imported 1' }));
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

describe('a list that was left', () => {
  const preview = () => screen.findByRole('heading', { level: 1, name: 'Check before you import' });

  test('has an address of its own, to which back and forward lead', async () => {
    const { where, history } = await choose();
    await preview();
    expect(where()).toBe('/import?at=northfield&import=i-1');
    history.back();
    expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeTruthy();
    expect(where()).toBe('/import?at=northfield');
    history.forward();
    await preview();
    expect(screen.getByText('Email address: Enter an email address.')).toBeTruthy();
  });

  test('is shown again where it was not confirmed yet, for the school it is for', async () => {
    await open('/import?import=i-1&at=southfield');
    await preview();
    expect(screen.getByText('Northfield School')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 people' }));
    await screen.findByRole('heading', { level: 1, name: 'Import complete' });
    expect(screen.getByRole('link', { name: 'See members' }).getAttribute('href')).toBe('/members?at=northfield');
  });

  test('says how far it is where it is under way, and never that nothing is done', async () => {
    const hub = hubThatImports(readFile);
    hub.stands({ status: 'running', done: 1 });
    const { stands } = await open('/import?import=i-1', hub);
    await screen.findByRole('heading', { level: 1, name: 'Importing 2 people' });
    expect(screen.getByText('1 of 2')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    stands({ status: 'done', done: 2 });
    expect(await screen.findByRole('heading', { level: 1, name: 'Import complete' }, NEXT_LOOK)).toBeTruthy();
  });

  test('that is not here is said kindly, whether it is unknown, over for long or somebody else’s', async () => {
    const { where } = await open('/import?import=i-2&at=northfield');
    expect(await screen.findByText('We no longer have this list')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Import a file' }));
    expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeTruthy();
    expect(where()).toBe('/import?at=northfield');
  });

  test('is not given up for lost while the hub cannot be asked', async () => {
    const hub = hubThatImports(readFile);
    hub.says({ status: 503, body: undefined });
    await open('/import?import=i-1', hub);
    expect(await screen.findByText('We could not load this list')).toBeTruthy();
    hub.says(undefined);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await preview();
  });

  test('is lost with a hub that forgot it while it was under way', async () => {
    const hub = hubThatImports(readFile);
    hub.stands({ status: 'running', done: 1 });
    await open('/import?import=i-1', hub);
    await screen.findByText('1 of 2');
    hub.says(NOT_HERE);
    expect(await screen.findByText('We no longer have this list', {}, NEXT_LOOK)).toBeTruthy();
  });
});
