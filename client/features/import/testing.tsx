import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen } from '@solidjs/testing-library';
import { startReplica } from '../../replica/index.js';
import type { Ask, Reply, Transport } from '../../replica/transport.js';
import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import type { ChosenColumns } from '@alongside/domain/imports/staff-fields.js';
import type { ImportPreview, ImportProgress } from './import-answers.js';
import Import from './import.screen.js';
import type { OwnList } from './own-lists.js';

const NONE = { total: 0, of: [] };

/** A staff list with a person who is new, one who is here, an error and a note. */
export const preview: Extract<ImportPreview, { kind: 'staff' }> = {
  ...{
    id: 'i-1',
    reading: 1,
    kind: 'staff',
    institution: 'northfield',
    status: 'planned',
    rows: 2,
    done: 0,
    notImported: 0,
    gone: 0,
    closed: 0,
    refused: [],
    encoding: 'utf-8',
    headingsRow: 1,
    ...{ added: 0, updated: 0, unchanged: 0, asked: 0, leftOut: 0 },
    foreseen: { added: 1, updated: 0, unchanged: 1, asked: 0, leftOut: 0 },
    emails: 2,
  },
  problems: [
    {
      ...{ row: 3, who: 'Priya Nair', column: 'Email address', letter: 'B', text: 'priya@' },
      ...{ message: 'Enter an email address.', weight: 'error' },
    },
    { row: 5, column: 'Subjects', message: '“Alchemy” is not a subject that we know.', weight: 'note' },
  ],
  ...{ problemsTotal: 2, rowsWithErrors: 1 },
  columns: [
    { letter: 'A', heading: 'Name', byHeading: 'name', as: 'name', sample: ['Zoë Café', 'Ann Ray'] },
    { letter: 'B', heading: 'Email', byHeading: 'email', as: 'email', sample: ['zoe@northfield.example'] },
    { letter: 'C', heading: 'School', byHeading: null, as: null, sample: ['Northfield'] },
    { letter: 'D', heading: 'Duty held', byHeading: null, as: null, sample: [] },
  ],
  columnsTotal: 4,
  cells: [],
  remembered: [],
  comparison: { added: NONE, returning: NONE, changes: NONE, sameNames: NONE, gone: NONE, unread: NONE, undated: NONE },
  sample: [
    {
      row: 2,
      outcome: 'added',
      name: 'Zoë Café',
      email: 'zoe@northfield.example',
      jobTitle: '',
      subjects: ['sub-mathematics'],
      from: '2026-09-01',
      lineManager: 'Ann Ray',
      inductionTutor: 'Ben Okafor',
    },
  ],
};

/** The hub is asked again within this time. */
export const NEXT_LOOK = { timeout: 5_000 };
export const NOT_HERE: Reply = { status: 404, body: { code: 'QUERY.NOT_FOUND', message: 'That is not here, or it is not yours to see.' } };
export const readFile = (): Reply => ({ status: 200, body: preview });

/** A hub that reads one file and is done as soon as it is confirmed, with one row refused. It holds that file alone. */
export function hubThatImports(read: () => Reply, plannedOn?: string, told?: ImportProgress['told'], own: readonly OwnList[] = []) {
  const asked: string[] = [];
  const said: unknown[] = [];
  const corrected: unknown[] = [];
  const sent: unknown[] = [];
  const confirmed: unknown[] = [];
  let progress: Partial<ImportProgress> = {};
  let instead: Reply | undefined;
  const answer = ({ method, path, body }: Ask): Reply => {
    asked.push(`${method} ${path}`);
    if (path.endsWith('/columns')) {
      const { columns, cells } = body as { readonly columns: unknown; readonly cells?: readonly unknown[] };
      said.push(columns);
      sent.push(body);
      corrected.push(...(cells ?? []));
    }
    if (path === '/api/session') {
      const memberships = ['northfield', 'southfield'].map((institution) => ({ institution, trust: null, roles: ['coordinator'] }));
      return { status: 200, body: { person: 'helen', name: 'Helen', memberships, roles: ['coordinator'], demo: true } };
    }
    if (path.startsWith('/api/views/institution?ids')) {
      const details = { name: 'Northfield School', kind: 'school', nation: 'england' };
      const data = { institution: 'northfield', trust: null, details, terms: [], closures: [] };
      return { status: 200, body: { rows: [{ view: 'institution', id: 'northfield', position: '1', data }], through: '1' } };
    }
    if (path.startsWith('/api/views/newcomers?ids') && plannedOn) {
      const data = { institution: 'northfield', people: 3, notInvited: 3, invitedOn: null, since: '2026-09-01', plannedOn, lapsed: null };
      return { status: 200, body: { rows: [{ view: 'newcomers', id: 'northfield', position: '1', data }], through: '1' } };
    }
    if (path.startsWith('/api/views/')) return { status: 200, body: { rows: [], through: '1' } };
    if (path === '/api/imports') return { status: 200, body: { imports: own } };
    if (path.startsWith('/api/imports?')) return read();
    if (instead) return instead;
    if (!path.startsWith('/api/imports/i-1')) return NOT_HERE;
    if (path.endsWith('/columns')) {
      const { columns: said = {}, cells = [] } = body as { readonly columns?: ChosenColumns; readonly cells?: readonly CorrectedCell[] };
      const file = read().body as ImportPreview;
      const columns = file.columns.map((one) => ({ ...one, as: said[one.letter] === undefined ? one.byHeading : said[one.letter] }));
      return {
        status: 200,
        body: {
          ...file,
          columns,
          cells,
          ...(file.kind === 'staff' && { sample: [{ ...preview.sample[0], jobTitle: said['D'] ? 'Head of maths' : '' }] }),
        },
      };
    }
    if (path.includes('/preview?')) return { status: 200, body: { total: 0, of: [] } };
    if (path.endsWith('/preview')) return { status: 200, body: { ...(read().body as ImportPreview), ...progress } };
    if (path.endsWith('/confirm')) {
      confirmed.push(body);
      const refused = [{ row: 4, message: 'Ben: this address is taken.', weight: 'error' as const }];
      progress = {
        status: 'done',
        rows: 2,
        done: 2,
        added: 1,
        updated: 0,
        unchanged: 0,
        ...{ asked: 0, leftOut: 0, gone: 0 },
        notImported: 1,
        refused,
        ...(told && { told }),
      };
      return { status: 202, body: progress };
    }
    return { status: 200, body: { ...preview, ...progress } };
  };
  const transport: Transport = {
    ask: async (ask) => answer(ask),
    live: () => ({
      resume: async () => ({ kind: 'resumed', through: null }),
      watch: async () => ({ kind: 'resumed', through: null }),
      close: () => undefined,
    }),
  };
  return {
    transport,
    asked,
    /** What was said of columns, one answer after the other. */
    said,
    /** All that was said of the file, one answer after the other. */
    sent,
    /** The cells that were corrected, in the order in which they were sent. */
    corrected,
    /** What was said as it was confirmed. */
    confirmed,
    /** It has come so far. */
    stands: (now: Partial<ImportProgress>) => (progress = { ...progress, ...now }),
    /** From now on it says this of every import, or the truth again. */
    says: (reply: Reply | undefined) => (instead = reply),
  };
}

/** Opens the screen at an address. `where` says where it stands. */
export async function open(at: string, hub = hubThatImports(readFile)) {
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

/** Opens the screen for Northfield and chooses a file. */
export async function choose(read: () => Reply = readFile, plannedOn?: string, told?: ImportProgress['told']) {
  const hub = await open('/import?at=northfield', hubThatImports(read, plannedOn, told));
  const { container } = hub;
  await screen.findByRole('button', { name: 'Choose a file' });
  const input = container.querySelector('input[type="file"]');
  if (!input) throw new Error('There is nowhere to put a file.');
  fireEvent.change(input, { target: { files: [new File(['Name,Email\n'], 'staff.csv', { type: 'text/csv' })] } });
  return hub;
}
