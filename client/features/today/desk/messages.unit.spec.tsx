import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../../replica/index.js';
import { smallHub } from '../../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../../shared/testing.js';
import { ago, HELP, sent } from './coordinator.testing.js';
import MessagesScreen from './messages.screen.js';

afterEach(() => replica().close());

describe('a message with suggestions', () => {
  test('leads to each mentor who may be asked, and leaves out those who may not', async () => {
    const hub = smallHub();
    const message = {
      message: 'w',
      from: 'asha',
      to: 'ben',
      mentors: ['cleo', 'gone'],
      text: 'Both teach maths.',
      at: `${ago(1)}T09:00:00.000Z`,
    };
    seed(hub, [
      ['message', 'w', message],
      ['directory', 'cleo', { person: 'cleo', name: 'Cleo Hart', jobTitle: 'Teacher' }],
    ]);
    await openScreen(hub, MessagesScreen, '/messages/:id', '/messages/w');
    expect(await screen.findByRole('heading', { name: 'You and Asha Rahman' })).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain('/mentors/cleo'));
    await waitFor(() => expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).not.toContain('/mentors/gone'));
    expect(await screen.findByText('One more mentor is not available right now.')).toBeTruthy();
  });

  test('[R5] names to the mentee nobody whom they may not find, whether that mentor excluded them or offers no more', async () => {
    const at = `${ago(1)}T09:00:00.000Z`;
    const shown = async (known: readonly (readonly [string, string, unknown])[]) => {
      const hub = smallHub();
      seed(hub, [['message', 'w', { message: 'w', from: 'asha', to: 'ben', mentors: ['gone'], text: '', at }], ...known]);
      await openScreen(hub, MessagesScreen, '/messages/:id', '/messages/w');
      const said = await screen.findByText(/^Not available right now/);
      const list = said.closest('li')?.textContent;
      cleanup();
      replica().close();
      return list;
    };
    // One who excluded them is gone everywhere; one who offers no more still has a name.
    const [excluded, unavailable] = [
      await shown([]),
      await shown([['person', 'gone', { person: 'gone', name: 'Gus Hart', called: 'Gus' }]]),
    ];
    expect(unavailable).toBe(excluded);
    expect(unavailable).not.toContain('Gus');
  });

  test('to the coordinator who sent it, each stays named', async () => {
    const hub = smallHub();
    const message = { message: 'w', from: 'ben', to: 'asha', mentors: ['gone'], text: '', at: `${ago(1)}T09:00:00.000Z` };
    seed(hub, [
      ['message', 'w', message],
      ['person', 'gone', { person: 'gone', name: 'Gus Hart', called: 'Gus' }],
    ]);
    await openScreen(hub, MessagesScreen, '/messages/:id', '/messages/w');
    expect(await screen.findByText('Gus Hart')).toBeTruthy();
    expect(screen.getByText('Not available right now')).toBeTruthy();
  });
});

describe('messages', () => {
  const written = (message: string, from: string, to: string, hour: string, text: string) =>
    ['message', message, { message, from, to, mentors: [], text, at: `${ago(1)}T${hour}:00:00.000Z` }] as const;
  const notice = { notice: 'n', person: 'ben', type: 'MessageWritten', shown: { message: 'w3' }, listed: true };

  test('are a row a person, with the first words of the latest and whether it is new', async () => {
    const hub = smallHub();
    seed(hub, [
      written('w1', 'asha', 'ben', '09', 'Can we talk?'),
      written('w2', 'ben', 'asha', '10', 'Yes, on Friday'),
      written('w3', 'asha', 'ben', '11', 'Friday is good'),
      ['notice', 'n', notice],
    ]);
    await openScreen(hub, MessagesScreen, '/messages', '/messages');
    expect(await screen.findByText('Friday is good')).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /^Read messages/ })).toHaveLength(1);
    await waitFor(() => expect(screen.getByText('New')).toBeTruthy());
    expect(screen.queryByText('Can we talk?')).toBeNull();
  });

  test('begin with what was asked of a coordinator, who is written to again once they have replied', async () => {
    const hub = smallHub();
    seed(hub, [['help', 'e1', { ...HELP, by: 'ben', coordinator: 'asha' }]]);
    const { where } = await openScreen(hub, MessagesScreen, '/messages', '/messages');
    const link = await screen.findByRole('link', { name: /^Read messages/ });
    expect(link.getAttribute('href')).toBe('/messages/e1');
    expect(where()).toBe('/messages');
    expect(screen.getByText(new RegExp(`^You: ${HELP.text.slice(0, 12)}`))).toBeTruthy();
  });

  test('that were asked and have no reply show the question and no field that would be refused', async () => {
    const hub = smallHub();
    seed(hub, [['help', 'e1', { ...HELP, by: 'ben', coordinator: 'asha' }]]);
    await openScreen(hub, MessagesScreen, '/messages/:id', '/messages/e1');
    expect(await screen.findByText(HELP.text)).toBeTruthy();
    expect(await screen.findByText('You can write here once Asha replies.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    hub.put(...written('w9', 'asha', 'ben', '12', 'Of course'));
    expect(await screen.findByRole('textbox', { name: /Reply to Asha/ })).toBeTruthy();
  });

  test('of one person stand in order above a field, which keeps what was typed when it is refused', async () => {
    let refused = true;
    const hub = smallHub(({ type }) =>
      type === 'WriteMessage' && refused
        ? { code: 'MESSAGE.TOO_MANY_TODAY', message: 'You have sent this person 20 messages today.' }
        : undefined,
    );
    seed(hub, [
      written('w2', 'ben', 'asha', '10', 'Yes, on Friday'),
      written('w1', 'asha', 'ben', '09', 'Can we talk?'),
      written('w3', 'asha', 'ben', '11', 'Friday is good'),
      ['notice', 'n', notice],
    ]);
    await openScreen(hub, MessagesScreen, '/messages/:id', '/messages/w1');
    const list = await screen.findByRole('list', { name: 'Messages with Asha' });
    await waitFor(() =>
      expect(
        within(list)
          .getAllByText(/Friday|talk/)
          .map(({ textContent }) => textContent),
      ).toEqual(['Can we talk?', 'Yes, on Friday', 'Friday is good']),
    );
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'DismissNotices', person: 'ben', notices: ['n'] }]));
    const field = screen.getByLabelText<HTMLTextAreaElement>('Reply to Asha');
    fireEvent.input(field, { target: { value: 'See you then' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send message' }));
    expect(await screen.findByText('You have sent this person 20 messages today.')).toBeTruthy();
    expect(field.value).toBe('See you then');
    refused = false;
    fireEvent.click(screen.getByRole('button', { name: 'Send message' }));
    await waitFor(() => expect(field.value).toBe(''));
    const tries = sent(hub).filter(({ type }) => type === 'WriteMessage');
    expect(tries.map(({ to, text }) => [to, text])).toEqual([
      ['asha', 'See you then'],
      ['asha', 'See you then'],
    ]);
  });
});
