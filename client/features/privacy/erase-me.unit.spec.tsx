import { MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, session, startReplica } from '../../replica/index.js';
import { settle, smallHub } from '../../replica/testing/small-hub.js';
import type { Ask, Reply } from '../../replica/transport.js';
import { EraseMe } from './erase-me.js';

async function open(decide?: Parameters<typeof smallHub>[0], answer: (ask: Ask) => Reply | undefined = () => undefined) {
  const hub = smallHub(decide);
  const { transport } = hub;
  await startReplica({
    ask: async (ask) => answer(ask) ?? transport.ask(ask),
    live: (handlers) => transport.live(handlers),
  }).refresh();
  render(() => (
    <MemoryRouter>
      <Route path="/" component={() => <EraseMe name="Ben Okafor" />} />
    </MemoryRouter>
  ));
  fireEvent.click(await screen.findByRole('button', { name: 'Delete my account' }));
  return hub;
}
const type = (value: string) => fireEvent.input(screen.getByLabelText(/Type “delete my account”/), { target: { value } });
const goAhead = () => fireEvent.click(screen.getByRole('button', { name: 'Delete my account' }));

afterEach(() => replica().close());

describe('erasing oneself', () => {
  test('says what is true of backups, as the guide to operating a hub does', async () => {
    await open();
    expect(document.body.textContent).toContain('A backup made before then still holds them, encrypted.');
    expect(document.body.textContent).not.toContain('in any copy');
  });

  describe('an administrator', () => {
    const member = (person: string, roles: readonly string[]) => ({ institution: 'hub', person, roles, from: '2026-01-05', left: null });
    const warned = async (...others: readonly ReturnType<typeof member>[]) => {
      const roles = ['administrator'];
      const ben = { person: 'ben', name: 'Ben', memberships: [{ institution: 'hub', trust: null, roles }], roles, demo: false };
      const hub = await open(undefined, ({ path }) => (path === '/api/session' ? { status: 200, body: ben } : undefined));
      hub.put('institution', 'hub', { institution: 'hub', details: { name: 'This hub' } });
      for (const one of [member('ben', roles), ...others]) hub.put('member', `hub:${one.person}`, one);
      await settle();
    };

    test('who is the only one reads that nobody would look after it, and goes if they want to', async () => {
      await warned(member('asha', []));
      expect(await screen.findByText('You are the only administrator of this hub')).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Make another member an administrator' }).getAttribute('href')).toBe('/members?at=hub');
      expect(screen.getByRole('button', { name: 'Delete my account' })).toBeTruthy();
    });

    test('one of two reads nothing of it', async () => {
      await warned(member('asha', ['administrator']));
      expect(await screen.findByText('You cannot undo this')).toBeTruthy();
      expect(screen.queryByText(/You are the only administrator/)).toBeNull();
    });
  });

  test('whose address is new reads from when they can, before they begin', async () => {
    const from = new Date(Date.now() + 86_400_000).toISOString();
    const answered = { status: 200, body: { asked: [], further: [], forGoodFrom: from } };
    const { transport } = smallHub();
    await startReplica({
      ask: async (ask) => (ask.path === '/api/joining' ? answered : transport.ask(ask)),
      live: (handlers) => transport.live(handlers),
    }).refresh();
    render(() => (
      <MemoryRouter>
        <Route path="/" component={() => <EraseMe name="Ben Okafor" />} />
      </MemoryRouter>
    ));
    expect(await screen.findByText(/^You can delete your account from /)).toBeTruthy();
    expect(screen.getByText(/changed in the last 3 days.*ask an administrator of this hub/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete my account' })).toBeNull();
  });

  test('takes two steps: without the words nothing is sent', async () => {
    const hub = await open();
    type('yes');
    goAhead();
    expect(screen.getByText(/or choose Cancel/)).toBeTruthy();
    expect(hub.commands()).toEqual([]);
  });

  test('with the words it is said, and the session ends', async () => {
    const hub = await open();
    type(' Delete  my account ');
    goAhead();
    await waitFor(() => expect(session()).toBeNull());
    expect(hub.commands().map(({ type: given, data }) => [given, data])).toEqual([['ErasePerson', { person: 'ben' }]]);
  });

  test('a refusal is said, and the person stays signed in', async () => {
    await open(() => ({ code: 'MEMBER.LAST_ADMINISTRATOR', message: 'This is the last administrator here.' }));
    type('delete my account');
    goAhead();
    expect(await screen.findByText('This is the last administrator here.')).toBeTruthy();
    expect(session()?.person).toBe('ben');
  });

  describe('who signed in too long ago', () => {
    /** A hub that asks for a fresh sign-in, and sends the code 123456. */
    async function openLate(answers: Partial<Record<string, Reply>> = {}) {
      let fresh = false;
      const asked: string[] = [];
      const hub = await open(
        () => (fresh ? undefined : { code: 'SIGN_IN.TOO_LONG_AGO', message: 'Sign in again, then try again.' }),
        ({ path, body }) => {
          if (!path.startsWith('/api/sign-in/again')) return undefined;
          asked.push(path);
          if (answers[path]) return answers[path];
          if (path === '/api/sign-in/again/code') return { status: 202, body: undefined };
          fresh = (body as { code: string }).code === '123456';
          return fresh
            ? { status: 204, body: undefined }
            : { status: 400, body: { code: 'SIGN_IN.CODE_WRONG', message: 'Not the newest.' } };
        },
      );
      type('delete my account');
      goAhead();
      await screen.findByRole('group', { name: /signed in more than 10 minutes ago and this cannot be undone/ });
      return { hub, asked };
    }
    const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));
    const enter = (code: string) => fireEvent.input(screen.getByLabelText('Code'), { target: { value: code } });
    const erasures = (hub: ReturnType<typeof smallHub>) => hub.commands().filter((one) => one.type === 'ErasePerson').length;

    test('is told why in one sentence that is announced, gets a code in place, and what they began goes on', async () => {
      const { hub, asked } = await openLate();
      expect(screen.getByRole('alert').textContent).toContain('check that it’s you first');
      expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Send code/ }));
      expect(asked).toEqual([]);
      press(/^Send code/);
      const field = await screen.findByLabelText('Code');
      await waitFor(() => expect(document.activeElement).toBe(field));
      expect(screen.getByRole('status').textContent).toBe('Your code is ready. It works for 10 minutes.');
      press('Delete my account');
      expect(screen.getByText('Enter all 6 digits of the code.')).toBeTruthy();
      enter('000000');
      press('Delete my account');
      expect(await screen.findByText('Not the newest.')).toBeTruthy();
      expect([erasures(hub), session()?.person]).toEqual([1, 'ben']);
      enter('123456');
      press('Delete my account');
      await waitFor(() => expect(session()).toBeNull());
      expect(erasures(hub)).toBe(2);
      expect(asked).toEqual(['/api/sign-in/again/code', '/api/sign-in/again', '/api/sign-in/again']);
    });

    test('may cancel: what they typed is there still, and nothing is deleted', async () => {
      const { hub } = await openLate();
      press('Cancel');
      expect(screen.getByLabelText<HTMLInputElement>(/Type “delete my account”/).value).toBe('delete my account');
      await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/Type “delete my account”/)));
      expect(screen.queryByRole('alert')).toBeNull();
      expect([erasures(hub), session()?.person]).toEqual([1, 'ben']);
    });

    test('who cancels while the code is checked has not gone on', async () => {
      let answer: (reply: Reply) => void = () => undefined;
      const { hub } = await openLate({
        // A promise in place of a reply: `ask` waits for it.
        '/api/sign-in/again': new Promise<Reply>((resolve) => (answer = resolve)) as unknown as Reply,
      });
      press(/^Send code/);
      await screen.findByLabelText('Code');
      enter('123456');
      press('Delete my account');
      press('Cancel');
      answer({ status: 204, body: undefined });
      await settle();
      expect([erasures(hub), session()?.person]).toEqual([1, 'ben']);
    });

    test('is told where no more codes are sent, and may enter the newest of those that were', async () => {
      const message = 'We have already sent several codes to this address.';
      await openLate({ '/api/sign-in/again/code': { status: 429, body: { code: 'SIGN_IN.TOO_MANY_CODES', message } } });
      press(/^Send code/);
      expect(await screen.findByText(message)).toBeTruthy();
      expect(await screen.findByLabelText('Code')).toBeTruthy();
    });
  });
});
