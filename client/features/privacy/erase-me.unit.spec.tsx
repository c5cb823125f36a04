import { MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, session, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { EraseMe } from './erase-me.js';

async function open(decide?: Parameters<typeof smallHub>[0]) {
  const hub = smallHub(decide);
  await startReplica(hub.transport).refresh();
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
});
