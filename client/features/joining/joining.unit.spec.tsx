import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { Ask, Reply, Transport } from '../../replica/transport.js';
import JoinRecords from './joining.screen.js';

/** A hub that knows one code for another record. */
async function open(isFresh = true, leaves?: boolean, more: object = {}, told: object = {}, until?: Promise<unknown>) {
  const { transport } = smallHub();
  const asked: Ask[] = [];
  let fresh = isFresh;
  const answer = ({ method, path, body }: Ask): Reply | undefined => {
    if (path === '/api/joining' && method === 'GET')
      return { status: 200, body: { asked: [{ email: 'b…@riverbank.example', ...more }], further: [], ...told } };
    if (path === '/api/sign-in/hub') return { status: 200, body: { name: null, leaves } };
    if (method === 'GET') return undefined;
    if (path === '/api/joining/code' || path === '/api/sign-in/again/code') return { status: 202, body: undefined };
    if (path === '/api/sign-in/again') {
      fresh = true;
      return { status: 204, body: undefined };
    }
    if (path === '/api/joining' && !fresh)
      return { status: 403, body: { code: 'SIGN_IN.TOO_LONG_AGO', message: 'Sign in again, then try again.' } };
    if (path !== '/api/joining') return undefined;
    const message = 'That is not the newest code.';
    return (body as { code: string }).code === '123456'
      ? { status: 200, body: { position: '1' } }
      : { status: 400, body: { code: 'SIGN_IN.CODE_WRONG', message, problems: [{ field: 'code', message }] } };
  };
  const door: Transport = {
    ...transport,
    ask: async (ask) => {
      if (until && ask.path === '/api/joining' && ask.method === 'GET') await until;
      const said = answer(ask);
      if (said && ask.method !== 'GET') asked.push(ask);
      return said ?? transport.ask(ask);
    },
    live: (...given) => transport.live(...given),
  };
  await startReplica(door).refresh();
  const history = createMemoryHistory();
  const page = () => (
    <MemoryRouter history={history}>
      <Route path="/" component={JoinRecords} />
    </MemoryRouter>
  );
  render(page);
  if (until || !('forGoodFrom' in told)) await screen.findByLabelText('Email address of your other record');
  const sent = () => asked.map(({ path, body }) => [path, body]);
  return Object.assign(sent, { again: () => (cleanup(), render(page)) });
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => replica().close());

test('a hub without email promises no code, and says where it is', async () => {
  await open(true, false);
  expect(await screen.findByText('This hub cannot email codes yet')).toBeTruthy();
  type('Email address of your other record', 'ben@riverbank.example');
  press('Send code');
  expect(await screen.findByRole('heading', { name: 'Enter your code' })).toBeTruthy();
  expect(screen.getByText('This hub cannot email codes yet')).toBeTruthy();
  expect(screen.queryByText(/we sent|Check your email/i)).toBeNull();
});

test('the address of the other record, the code that was sent there, and before it that it cannot be undone', async () => {
  const sent = await open();
  press('Send code');
  expect(screen.getByText(/Enter an email address/)).toBeTruthy();
  type('Email address of your other record', ' ben@riverbank.example ');
  press('Send code');
  await screen.findByRole('heading', { name: 'Check your email' });
  expect(screen.getByText(/You cannot undo this/)).toBeTruthy();
  press('Join records');
  expect(screen.getByText('Enter all 6 digits of the code.')).toBeTruthy();
  type('Code', '000000');
  press('Join records');
  expect(await screen.findByText('That is not the newest code.')).toBeTruthy();
  type('Code', '123456');
  press('Join records');
  expect(await screen.findByRole('heading', { name: 'Your records are joined' })).toBeTruthy();
  // The browser goes on as the person of both records: the page is made anew.
  sent.again();
  expect(await screen.findByRole('heading', { name: 'Your records are joined' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Check your profile' }).getAttribute('href')).toBe('/profile');
  expect(screen.getByRole('link', { name: 'Choose your email address' }).getAttribute('href')).toBe('/privacy/email');
  expect(sent()).toEqual([
    ['/api/joining/code', { email: 'ben@riverbank.example' }],
    ['/api/joining', { email: 'ben@riverbank.example', code: '000000' }],
    ['/api/joining', { email: 'ben@riverbank.example', code: '123456' }],
  ]);
});

test('who signed in too long ago on a hub without email is promised no code, nor another', async () => {
  await open(false, false);
  type('Email address of your other record', 'ben@riverbank.example');
  press('Send code');
  await screen.findByRole('heading', { name: 'Enter your code' });
  type('Code', '123456');
  press('Join records');
  await screen.findByRole('group', { name: /signed in more than 10 minutes ago/ });
  press('Send code');
  expect(await screen.findByText('Your code is ready. It works for 10 minutes.')).toBeTruthy();
  expect(screen.getByText('This hub cannot email codes yet')).toBeTruthy();
  press('Send another code');
  expect(await screen.findByText('There is another code.')).toBeTruthy();
});

test('who signed in too long ago enters a code of their own first, and joins with the one that they had typed', async () => {
  const sent = await open(false);
  type('Email address of your other record', 'ben@riverbank.example');
  press('Send code');
  await screen.findByRole('heading', { name: 'Check your email' });
  type('Code', '123456');
  press('Join records');
  await screen.findByRole('group', { name: /signed in more than 10 minutes ago/ });
  press('Send code');
  await screen.findByLabelText('Code');
  type('Code', '654321');
  press('Join records');
  expect(await screen.findByRole('heading', { name: 'Your records are joined' })).toBeTruthy();
  expect(sent().slice(1)).toEqual([
    ['/api/joining', { email: 'ben@riverbank.example', code: '123456' }],
    ['/api/sign-in/again/code', undefined],
    ['/api/sign-in/again', { code: '654321' }],
    ['/api/joining', { email: 'ben@riverbank.example', code: '123456' }],
  ]);
});

test('an open question tells which address is meant, and what to do where it is not read', async () => {
  await open();
  expect(await screen.findByText('You are asked about a record with the email address b…@riverbank.example.')).toBeTruthy();
  expect(
    screen.getByText(/ask an administrator who looks after both schools, or one of this hub, to say so\. .* without a code, 3 days later/),
  ).toBeTruthy();
});

test('who will need no code reads so first, and nothing of asking an administrator again', async () => {
  await open(true, undefined, { joinsFrom: '2026-03-05T09:00:00.000Z' });
  expect(await screen.findByText('You can join them without a code')).toBeTruthy();
  expect(screen.getByText(/on Today from .*5 March.* at 9am/)).toBeTruthy();
  expect(screen.queryByText(/ask an administrator who looks after both/)).toBeNull();
});

test('whose own address is new reads from when they can, before a code is sent', async () => {
  await open(true, undefined, {}, { forGoodFrom: new Date(Date.now() + 86_400_000).toISOString() });
  expect(await screen.findByText(/^You can join your records from /)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send code' })).toBeNull();
});

test('an answer that comes late takes away nothing that is typed', async () => {
  let tell = () => {};
  const until = new Promise<void>((resolve) => (tell = resolve));
  await open(true, undefined, {}, { forGoodFrom: new Date(Date.now() + 86_400_000).toISOString() }, until);
  const field = screen.getByLabelText('Email address of your other record');
  type('Email address of your other record', 'ben@riverbank');
  tell();
  expect(await screen.findByText(/^You can join your records from/)).toBeTruthy();
  expect(screen.getByLabelText('Email address of your other record')).toBe(field);
  expect(screen.getByText(/^An email address of yours changed in the last 3 days\./)).toBeTruthy();
});
