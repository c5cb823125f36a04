import { MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { Ask, Reply, Transport } from '../../replica/transport.js';
import Address from './address.screen.js';

/** A hub that knows one code for a new address. */
async function open(leaves?: boolean) {
  const { transport } = smallHub();
  const asked: Ask[] = [];
  const answer = ({ path, body }: Ask): Reply | undefined => {
    if (path === '/api/sign-in/hub') return { status: 200, body: { name: null, leaves } };
    if (path === '/api/address/code') return { status: 202, body: undefined };
    if (path !== '/api/address') return undefined;
    return (body as { code: string }).code === '123456'
      ? { status: 200, body: { position: '1' } }
      : { status: 400, body: { code: 'SIGN_IN.CODE_WRONG', message: 'That is not the newest code.' } };
  };
  const door: Transport = {
    ...transport,
    ask: async (ask) => {
      const said = answer(ask);
      if (said && ask.method !== 'GET') asked.push(ask);
      return said ?? transport.ask(ask);
    },
    live: (...given) => transport.live(...given),
  };
  await startReplica(door).refresh();
  render(() => (
    <MemoryRouter>
      <Route path="/" component={Address} />
    </MemoryRouter>
  ));
  await screen.findByLabelText('New email address');
  return () => asked.map(({ path, body }) => [path, body]);
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => replica().close());

test('a hub without email promises no code, and says where it is', async () => {
  await open(false);
  expect(await screen.findByText('This hub cannot email codes yet')).toBeTruthy();
  type('New email address', 'ben@riverbank.example');
  press('Send code');
  expect(await screen.findByRole('heading', { name: 'Enter your code' })).toBeTruthy();
  expect(screen.getByText('This hub cannot email codes yet')).toBeTruthy();
  expect(screen.queryByText(/we sent|Check your email/i)).toBeNull();
});

test('[AD5] a new address, the code that was sent there, done', async () => {
  const sent = await open();
  press('Send code');
  expect(screen.getByText(/Enter an email address/)).toBeTruthy();
  type('New email address', ' ben@riverbank.example ');
  press('Send code');
  await screen.findByRole('heading', { name: 'Check your email' });
  type('Code', '000000');
  press('Change email address');
  expect(await screen.findByText('That is not the newest code.')).toBeTruthy();
  type('Code', '123456');
  press('Change email address');
  expect(await screen.findByRole('heading', { name: 'Email address changed' })).toBeTruthy();
  expect(sent()).toEqual([
    ['/api/address/code', { email: 'ben@riverbank.example' }],
    ['/api/address', { email: 'ben@riverbank.example', code: '000000' }],
    ['/api/address', { email: 'ben@riverbank.example', code: '123456' }],
  ]);
});
