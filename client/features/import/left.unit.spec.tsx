import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { CHOOSE_ABOVE } from '@alongside/domain/imports/staff-managers.js';
import { replica } from '../../replica/index.js';
import type { Ask, Reply } from '../../replica/transport.js';
import type { ImportPreview } from './import-answers.js';

import { choose, hubThatImports, NEXT_LOOK, NOT_HERE, open, preview as list, readFile } from './testing.js';

afterEach(() => replica().close());

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

  test('of the register of schools leads back to the schools and to the set-up once it is done', async () => {
    const schools = { ...preview, kind: 'institutions', institution: null, problems: [] } as unknown as ImportPreview;
    const hub = hubThatImports(() => ({ status: 200, body: schools }));
    hub.says({
      status: 200,
      body: {
        ...schools,
        status: 'done',
        rows: 2,
        done: 2,
        added: 2,
        updated: 0,
        unchanged: 0,
        asked: 0,
        leftOut: 0,
        gone: 0,
        notImported: 0,
        refused: [],
      },
    });
    await open('/import?import=i-1', hub);
    await screen.findByRole('heading', { level: 1, name: 'Import complete' });
    const to = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect([to('See schools and trusts'), to('Go to set-up')]).toEqual(['/institutions', '/set-up']);
  });

  test('says in its result which line manager it left out, and where to choose one', async () => {
    const message = `More than one person is called Ann Ray. We leave the line manager out. ${CHOOSE_ABOVE}`;
    const undone = { row: 7, who: 'Ben Okafor', column: 'Line manager', message, weight: 'note', isUndone: true } as const;
    const hub = hubThatImports(() => ({ status: 200, body: { ...list, problems: [...list.problems, undone] } }));
    hub.stands({ status: 'done', rows: 6, done: 6, unchanged: 6 });
    await open('/import?at=northfield&import=i-1', hub);
    expect(await screen.findByText(/We leave the line manager out\. Choose the right person in the list of members\./)).toBeTruthy();
    expect(screen.queryByText(/Alchemy/)).toBeNull();
  });

  test('says in its result why its rows are gone once an account was deleted', async () => {
    const hub = hubThatImports(() => ({ status: 200, body: { ...list, problems: [], problemsTotal: 0, withoutWords: true } }));
    hub.stands({ status: 'done', rows: 6, done: 6, unchanged: 6 });
    await open('/import?at=northfield&import=i-1', hub);
    expect(await screen.findByText(/^An account was deleted after this import/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Rows to check' })).toBeNull();
  });

  test('has a button in its result for each whom it removed and who never signed in, who are added again with it', async () => {
    const hub = hubThatImports(readFile);
    const gone = [
      { person: 'ann', name: 'Ann Ray' },
      { person: 'bo', name: 'Bo Lund' },
    ];
    hub.stands({ status: 'done', rows: 6, done: 6, gone: 2, unchanged: 4, did: { gone } });
    const sent: unknown[] = [];
    const row = (view: string, id: string, data: object) => ({ view, id, position: '1', data });
    const ask = async (one: Ask): Promise<Reply> => {
      if (one.path.startsWith('/api/views/put-back'))
        // A third was removed by others, and Bo has signed in.
        return {
          status: 200,
          body: {
            rows: ['ann', 'cy'].map((person) =>
              row('put-back', `northfield:${person}`, { institution: 'northfield', person, told: false, from: '2025-09-01' }),
            ),
            through: '1',
          },
        };
      if (one.path.startsWith('/api/views/person'))
        return { status: 200, body: { rows: [row('person', 'ann', { person: 'ann', name: 'Ann Ray', called: 'Ann' })], through: '1' } };
      if (one.path === '/api/commands') sent.push(one.body);
      return hub.transport.ask(one);
    };
    await open('/import?at=northfield&import=i-1', { ...hub, transport: { ...hub.transport, ask } });
    expect(await screen.findByText(/^This person has never signed in\. You can add them again without an invitation\./)).toBeTruthy();
    expect(screen.getByText(/^To bring back a person who has signed in, invite them under/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: /^Add again ?: Ann Ray$/ }));
    await waitFor(() =>
      expect(sent).toMatchObject([{ type: 'AddMember', data: { institution: 'northfield', person: 'ann', from: '2025-09-01' } }]),
    );
    expect(screen.getAllByRole('button', { name: /^Add again/ })).toHaveLength(1);
  });

  test('says in its result how many email addresses it changed', async () => {
    const hub = hubThatImports(readFile);
    hub.stands({ status: 'done', rows: 6, done: 6, added: 1, unchanged: 5, newAddresses: 1 });
    await open('/import?at=northfield&import=i-1', hub);
    expect(await screen.findByText('One email address changed.')).toBeTruthy();
  });

  test('is shown again where it was not confirmed yet, for the school it is for', async () => {
    await open('/import?import=i-1&at=southfield');
    await preview();
    expect(screen.getByText('Northfield School')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    await screen.findByRole('heading', { level: 1, name: 'Import complete' });
    expect(screen.getByRole('link', { name: 'See members' }).getAttribute('href')).toBe('/members?at=northfield');
  });

  test('says how far it is where it is under way, and never that nothing is done', async () => {
    const hub = hubThatImports(readFile);
    hub.stands({ status: 'running', done: 1 });
    const { stands } = await open('/import?import=i-1', hub);
    await screen.findByRole('heading', { level: 1, name: 'Importing one person' });
    expect(screen.getByText('1 of 2')).toBeTruthy();
    expect(screen.getByText('At least 50% done')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    stands({ status: 'done', done: 2 });
    expect(await screen.findByRole('heading', { level: 1, name: 'Import complete' }, NEXT_LOOK)).toBeTruthy();
  });

  test('says no share before there is one, and no number of rows where none changes', async () => {
    const unchanged = { ...list, foreseen: { ...list.foreseen, added: 0 } };
    const hub = hubThatImports(() => ({ status: 200, body: unchanged }));
    hub.stands({ status: 'running', rows: 22_010, done: 1_850 });
    await open('/import?import=i-1', hub);
    await screen.findByRole('heading', { level: 1, name: 'Importing your list' });
    expect(screen.getByText('1,850 of 22,010')).toBeTruthy();
    expect(screen.queryByText(/% done/)).toBeNull();
  });

  test('that is not here is said kindly, whether it is unknown, over for long or somebody else’s', async () => {
    const { where } = await open('/import?import=i-2&at=northfield');
    expect(await screen.findByText('We no longer have this list')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Import a file' }));
    expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeTruthy();
    await waitFor(() => expect(where()).toBe('/import?at=northfield'));
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

  test('shows what is left where Alongside restarted on the way, and imports it', async () => {
    let body = { ...list, status: 'running' as const } as typeof list;
    const hub = hubThatImports(() => ({ status: 200, body }));
    hub.stands({ status: 'running', done: 1 });
    await open('/import?import=i-1', hub);
    await screen.findByText('1 of 2');
    body = { ...list, reading: 2, stopped: true };
    hub.stands({ status: 'planned', done: 0 });
    const said = 'Alongside restarted during this import. We saved the rows that were imported by then. This is the rest.';
    expect(await screen.findByText(said, {}, NEXT_LOOK)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Import one person' }));
    // What was answered of it before it was confirmed again is not taken for the answer now.
    expect(await screen.findByRole('heading', { level: 1, name: 'Import complete' })).toBeTruthy();
    expect(hub.confirmed).toMatchObject([{ reading: 2 }]);
  });
});
