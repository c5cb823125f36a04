import { MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import type { Ask, Reply, Transport } from '../../replica/transport.js';
import type { ImportPreview, ImportProgress } from './import-answers.js';
import Import from './import.screen.js';

const preview: ImportPreview = {
  ...{ id: 'i-1', kind: 'staff', status: 'planned', rows: 2, done: 0, changed: 0, unchanged: 0, asked: 0, refused: [], encoding: 'utf-8' },
  problems: [
    { row: 3, column: 'E-mail address', message: 'The e-mail address is missing.', weight: 'error' },
    { row: 5, column: 'Subjects', message: '“Alchemy” is not a subject that we know.', weight: 'note' },
  ],
  ...{ problemsTotal: 2, errorsTotal: 1 },
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

/** A hub that reads one file and is done as soon as it is confirmed, with one row refused. */
function hubThatImports(read: () => Reply = () => ({ status: 200, body: preview })) {
  const asked: string[] = [];
  let progress: ImportProgress = preview;
  const answer = ({ method, path }: Ask): Reply => {
    asked.push(`${method} ${path}`);
    if (path === '/api/session') {
      const memberships = [{ institution: 'northfield', trust: null, roles: ['coordinator'] }];
      return { status: 200, body: { person: 'helen', name: 'Helen', memberships, roles: ['coordinator'], demo: true } };
    }
    if (path.startsWith('/api/views/institution?ids')) {
      const data = { institution: 'northfield', trust: null, details: { name: 'Northfield School', kind: 'school' } };
      return { status: 200, body: { rows: [{ view: 'institution', id: 'northfield', position: '1', data }], through: '1' } };
    }
    if (path.startsWith('/api/views/')) return { status: 200, body: { rows: [], through: '1' } };
    if (path.startsWith('/api/imports?')) return read();
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
  return { transport, asked };
}

async function choose(read?: () => Reply) {
  const hub = hubThatImports(read);
  await startReplica(hub.transport).refresh();
  const { container } = render(() => (
    <MemoryRouter>
      <Route path="/" component={Import} />
    </MemoryRouter>
  ));
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
    expect(await screen.findByRole('heading', { level: 1, name: 'Before anything is written' })).toBeTruthy();
    expect(screen.getByText('E-mail address: The e-mail address is missing.')).toBeTruthy();
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual(['POST /api/imports?kind=staff&institution=northfield']);
    fireEvent.click(screen.getByRole('button', { name: 'Bring in 2 people' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'The list is in' })).toBeTruthy();
    expect(screen.getByText('Ben: this address is taken.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See the members' }).getAttribute('href')).toBe('/members?at=northfield');
  });

  test('errors and notes can be looked at apart', async () => {
    await choose();
    await screen.findByText(/Alchemy/);
    fireEvent.click(screen.getByRole('radio', { name: 'Rows left out 1' }));
    await waitFor(() => expect(screen.queryByText(/Alchemy/)).toBeNull());
    expect(screen.getByText(/is missing/)).toBeTruthy();
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
