import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, session, startReplica } from '../../replica/index.js';
import type { Ask, Reply, Transport } from '../../replica/transport.js';
import SignIn from './sign-in.screen.js';

const FULL = 'Alongside cannot save anything right now, so nothing was changed. Tell your administrator, and try again later.';

/** A door that knows one code and, when it is a demonstration, two people. */
function door(demo: boolean, hub: string | null = null, leaves = true) {
  const disk = { isFull: false };
  const asked: Ask[] = [];
  let inside = false;
  const answer = ({ path, method, body }: Ask): Reply => {
    if (path === '/api/session')
      return inside
        ? { status: 200, body: { person: 'ben', name: 'Ben', memberships: [], roles: [], demo } }
        : { status: 401, body: undefined };
    if (path === '/api/sign-in/hub') return { status: 200, body: { name: hub, leaves } };
    if (path === '/api/sign-in/demo' && method === 'GET')
      return { status: 200, body: { people: demo ? [{ person: 'ben', name: 'Ben Okafor', what: 'A new teacher' }] : [] } };
    if (path.startsWith('/api/views/')) return { status: 200, body: { rows: [], through: '1' } };
    if (path === '/api/sign-in/code' && disk.isFull) return { status: 503, body: { code: 'HUB.CANNOT_SAVE', message: FULL } };
    if (path === '/api/sign-in/code') return { status: 202, body: undefined };
    if (path === '/api/sign-in' && (body as { code: string }).code !== '123456')
      return { status: 400, body: { code: 'SIGN_IN.CODE_WRONG', message: 'That code is not right.' } };
    inside = true;
    return { status: 200, body: { person: 'ben' } };
  };
  const transport: Transport = {
    ask: async (ask) => {
      asked.push(ask);
      return answer(ask);
    },
    live: () => ({
      resume: async () => ({ kind: 'resumed', through: null }),
      watch: async () => ({ kind: 'resumed', through: null }),
      close: () => undefined,
    }),
  };
  return {
    transport,
    disk,
    read: (path: string) => asked.filter((ask) => ask.path === path && ask.method === 'GET').length,
    sent: (path: string) => asked.filter((ask) => ask.path === path && ask.method === 'POST').map((ask) => ask.body),
  };
}

const open = (demo = false, hub: string | null = null, leaves = true) => {
  const the = door(demo, hub, leaves);
  startReplica(the.transport);
  render(() => <SignIn />);
  return the;
};
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => {
  replica().close();
  sessionStorage.clear();
});

describe('signing in', () => {
  test('a hub without email does not say that it sent a code, but who has it', async () => {
    open(false, null, false);
    expect(await screen.findByText('This hub cannot email codes yet')).toBeTruthy();
    type('Your email address', 'ben@northfield.sch.uk');
    press('Send code');
    await screen.findByRole('heading', { name: 'Enter your code' });
    expect(screen.getByText('This hub cannot email codes yet')).toBeTruthy();
    press('Send another code');
    expect(await screen.findByText(/there is another code/)).toBeTruthy();
    expect(screen.queryByText(/we sent|Check your email|junk folder/)).toBeNull();
  });

  test('says what to do where no code comes, whoever asks', async () => {
    open();
    type('Your email address', 'nobody@northfield.sch.uk');
    press('Send code');
    expect(await screen.findByText(/^No code after a few minutes\? .* Ask the person who runs it\.$/)).toBeTruthy();
  });

  test('a hub that cannot make a code says so, and the address stays', async () => {
    const { disk } = open();
    disk.isFull = true;
    type('Your email address', 'ben@northfield.sch.uk');
    press('Send code');
    expect(await screen.findByText(FULL)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Check your email' })).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Your email address').value).toBe('ben@northfield.sch.uk');
    disk.isFull = false;
    press('Send code');
    await screen.findByRole('heading', { name: 'Check your email' });
    expect(screen.queryByText(FULL)).toBeNull();
    disk.isFull = true;
    press('Send another code');
    expect(await screen.findByText(FULL)).toBeTruthy();
    expect(screen.queryByText(/we sent another code/)).toBeNull();
  });

  test('a page that is opened anew while the code is read goes on with the code, until it is used', async () => {
    open();
    type('Your email address', 'ben@northfield.sch.uk');
    press('Send code');
    await screen.findByRole('heading', { name: 'Check your email' });
    cleanup();
    const again = open();
    expect(screen.getByText('ben@northfield.sch.uk')).toBeTruthy();
    type('Code', '123456');
    press('Sign in');
    await waitFor(() => expect(session()?.person).toBe('ben'));
    expect(again.sent('/api/sign-in/code')).toEqual([]);
    cleanup();
    open();
    expect(await screen.findByLabelText('Your email address')).toBeTruthy();
  });

  test('a code that was sent to another page can be entered here, for an address that is typed', async () => {
    const the = open();
    press('I have a code');
    expect(screen.getByText(/Enter an email address/)).toBeTruthy();
    type('Your email address', 'ben@northfield.sch.uk');
    press('I have a code');
    expect(await screen.findByLabelText('Code')).toBeTruthy();
    expect(the.sent('/api/sign-in/code')).toEqual([]);
  });

  test('an address, then six digits; a shared computer is what is assumed', async () => {
    const the = open();
    type('Your email address', 'ben@northfield.sch.uk');
    press('Send code');
    expect(await screen.findByRole('heading', { name: 'Check your email' })).toBeTruthy();
    type('Code', '12 34 56');
    press('Sign in');
    expect(the.sent('/api/sign-in/code')).toEqual([{ email: 'ben@northfield.sch.uk' }]);
    expect(the.sent('/api/sign-in')).toEqual([{ email: 'ben@northfield.sch.uk', code: '123456', shared: true }]);
    await waitFor(() => expect(session()?.person).toBe('ben'));
  });

  test('another code can be asked for without the address, and whatever was typed of the old one goes', async () => {
    const the = open();
    type('Your email address', 'ben@northfield.sch.uk');
    press('Send code');
    await screen.findByLabelText('Code');
    type('Code', '12');
    press('Send another code');
    expect(await screen.findByText(/we sent another code/)).toBeTruthy();
    expect(the.sent('/api/sign-in/code')).toEqual([{ email: 'ben@northfield.sch.uk' }, { email: 'ben@northfield.sch.uk' }]);
    expect((screen.getByLabelText('Code') as HTMLInputElement).value).toBe('');
  });

  test('a wrong code is said at the field, and what was typed stays', async () => {
    open();
    type('Your email address', 'ben@northfield.sch.uk');
    press('Send code');
    await screen.findByLabelText('Code');
    type('Code', '000000');
    press('Sign in');
    expect(await screen.findByText('That code is not right.')).toBeTruthy();
    expect((screen.getByLabelText('Code') as HTMLInputElement).value).toBe('000000');
  });

  test('nothing is sent without an address or with too few digits', async () => {
    const the = open();
    press('Send code');
    expect(screen.getByText(/Enter an email address/)).toBeTruthy();
    type('Your email address', 'ben@northfield.sch.uk');
    press('Send code');
    await screen.findByLabelText('Code');
    type('Code', '123');
    press('Sign in');
    expect(screen.getByText('Enter all 6 digits of the code.')).toBeTruthy();
    expect(the.sent('/api/sign-in')).toEqual([]);
  });

  test('the page says whose hub it is, before and after the code was sent; a hub without a name says nothing', async () => {
    open(false, 'Beacon Mentoring');
    expect(await screen.findByText('Beacon Mentoring')).toBeTruthy();
    type('Your email address', 'ben@northfield.sch.uk');
    press('Send code');
    await screen.findByRole('heading', { name: 'Check your email' });
    expect(screen.getByText('Beacon Mentoring')).toBeTruthy();
    cleanup();
    sessionStorage.clear();
    const the = open(false, null);
    await waitFor(() => expect(the.read('/api/sign-in/hub')).toBe(1));
    expect(document.querySelector('.sign-in .label')?.textContent?.trim()).toBe('');
  });

  test('only a demonstration offers people to go on as', async () => {
    const the = open(false);
    await waitFor(() => expect(the.read('/api/sign-in/demo')).toBe(1));
    await Promise.resolve();
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  test('in a demonstration one press is enough', async () => {
    const the = open(true);
    fireEvent.click(await screen.findByRole('button', { name: /Ben Okafor/ }));
    expect(the.sent('/api/sign-in/demo')).toEqual([{ person: 'ben' }]);
    await waitFor(() => expect(session()?.person).toBe('ben'));
  });
});
