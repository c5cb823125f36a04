import { MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import type { JoiningRow } from '@alongside/projections/views/joining.view.js';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import JoiningAsked from './joining.js';

afterEach(() => replica().close());

test('a person is asked whether another record is theirs: they say no at once, or go on to the proof', async () => {
  const hub = smallHub();
  const jobs = { own: 'Head of KS4', keeps: 'Teacher of maths' };
  const told = { jobTitle: 'Teacher of maths', memberFrom: '2025-09-01', email: 'b…@elm.example', jobs };
  const asked = [{ record: 'moved', name: 'B Okafor', places: ['Elm School'], kept: 'ben', joined: 'moved', asker: 'Root Admin', ...told }];
  await startReplica(answering(hub.transport, { '/api/joining': { asked } })).refresh();
  const row = {
    status: 'asked',
    kept: 'ben',
    joined: 'moved',
    askedBy: 'asha',
    askedOf: ['ben', 'moved'],
    since: null,
    bothAddresses: true,
  };
  render(() => (
    <MemoryRouter>
      <Route path="/" component={() => <JoiningAsked of={[row as unknown as JoiningRow]} />} />
    </MemoryRouter>
  ));
  const heading = await screen.findByRole('heading');
  expect(heading.textContent).toMatch(/Is another record, in the name of .*B Okafor.*, yours too\?/);
  expect(screen.getByText(/This record has the job .*Head of KS4.* we keep .*Teacher of maths.*, which was saved last/)).toBeTruthy();
  for (const apart of [/at Elm School/, /Teacher of maths, member/, /member from 1 September 2025/, /b…@elm\.example/])
    expect(screen.getByText(apart)).toBeTruthy();
  // Named as in the email, though this reader has no row of who asks.
  expect(screen.getByText(/^Root Admin thinks that you may have two records here\. .* You cannot undo this/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Join records' }).getAttribute('href')).toBe('/privacy/records');
  fireEvent.click(screen.getByRole('button', { name: 'Keep them apart' }));
  expect(hub.commands()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  fireEvent.click(screen.getByRole('button', { name: 'Keep them apart' }));
  expect(screen.getByText(/An administrator can ask you again/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Keep them apart' }));
  await waitFor(() =>
    expect(hub.commands().map(({ type, data }) => [type, data])).toEqual([['DeclineJoining', { record: 'ben', other: 'moved' }]]),
  );
});

describe('where an address is said not to be read', () => {
  const FROM = '2026-03-05T09:00:00.000Z';
  const row = {
    ...{ status: 'asked', kept: 'ben', joined: 'moved', askedBy: 'asha', askedOf: ['ben', 'moved'], since: null, bothAddresses: true },
    askedAt: '2026-03-02T09:00:00.000Z',
  };
  const other = {
    record: 'moved',
    name: 'B Okafor',
    places: [],
    kept: 'ben',
    joined: 'moved',
    asker: 'Root Admin',
    jobTitle: '',
    memberFrom: null,
    email: '',
  };

  async function open(more: object, codes: readonly string[] = []) {
    const hub = smallHub();
    const left = [...codes];
    const asked: unknown[] = [];
    const answered = answering(hub.transport, { '/api/joining': { asked: [{ ...other, ...more }] } });
    const door: typeof answered = {
      ...answered,
      ask: async (ask) => {
        if (ask.method === 'GET' || (!ask.path.startsWith('/api/joining') && !ask.path.startsWith('/api/sign-in')))
          return answered.ask(ask);
        asked.push([ask.path, ask.body]);
        const code = ask.path === '/api/joining/agree' ? left.shift() : undefined;
        return code ? { status: 403, body: { code, message: 'It was refused.' } } : { status: 200, body: { position: '1' } };
      },
    };
    await startReplica(door).refresh();
    render(() => (
      <MemoryRouter>
        <Route path="/" component={() => <JoiningAsked of={[row as unknown as JoiningRow]} />} />
      </MemoryRouter>
    ));
    await screen.findByRole('heading');
    return asked;
  }
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  test('the person at the other one joins the records with one press, and reads before it that it cannot be undone', async () => {
    const asked = await open({ joinsFrom: FROM });
    expect(screen.getByText(/^You cannot undo this\. .* both are deleted\.$/)).toBeTruthy();
    press('Join records');
    expect(await screen.findByRole('heading', { name: 'Your records are joined' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Check your profile' }).getAttribute('href')).toBe('/profile');
    expect(screen.getByRole('link', { name: 'Choose your email address' }).getAttribute('href')).toBe('/privacy/email');
    expect(asked).toEqual([['/api/joining/agree', { other: 'moved' }]]);
  });

  test('before its day they read from when', async () => {
    await open({ joinsFrom: '2098-03-05T09:00:00.000Z' });
    expect(screen.getByText(/without a code, from Wednesday 5 March 2098 at 9am\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Join records' })).toBeNull();
    expect(screen.getByRole('link', { name: 'I can read email there: join with a code now' }).getAttribute('href')).toBe(
      '/privacy/records',
    );
  });

  test('at the one that is said not to be read they are told, and keep their code', async () => {
    await open({ otherJoinsFrom: FROM });
    expect(
      screen.getByText(/says that you no longer read email at the address of this record\. .* choose “Keep them apart”\./),
    ).toBeTruthy();
    expect(screen.queryByText(/Nothing changes unless you agree/)).toBeNull();
    expect(screen.getByRole('link', { name: 'Join records' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Join records' })).toBeNull();
  });

  test('who signed in too long ago enters a code of their own first', async () => {
    const asked = await open({ joinsFrom: FROM }, ['SIGN_IN.TOO_LONG_AGO']);
    press('Join records');
    await screen.findByRole('group', { name: /signed in more than 10 minutes ago/ });
    press('Send code');
    fireEvent.input(await screen.findByLabelText('Code'), { target: { value: '123456' } });
    press('Join records');
    expect(await screen.findByRole('heading', { name: 'Your records are joined' })).toBeTruthy();
    expect(asked.map((one) => (one as [string])[0])).toEqual([
      ...['/api/joining/agree', '/api/sign-in/again/code', '/api/sign-in/again', '/api/joining/agree'],
    ]);
  });

  test('a refusal is read on the card', async () => {
    await open({ joinsFrom: FROM }, ['JOINING.NEEDS_CODE']);
    press('Join records');
    expect(await screen.findByText('It was refused.')).toBeTruthy();
  });
});
