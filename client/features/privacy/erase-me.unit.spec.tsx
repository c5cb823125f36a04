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
  fireEvent.click(await screen.findByRole('button', { name: 'Erase everything about me' }));
  return hub;
}
const type = (value: string) => fireEvent.input(screen.getByLabelText(/Type “erase me”/), { target: { value } });
const goAhead = () => fireEvent.click(screen.getByRole('button', { name: 'Erase Ben Okafor for good' }));

afterEach(() => replica().close());

describe('erasing oneself', () => {
  test('takes two steps: without the words nothing is sent', async () => {
    const hub = await open();
    type('yes');
    goAhead();
    expect(screen.getByText(/Type the two words/)).toBeTruthy();
    expect(hub.commands()).toEqual([]);
  });

  test('with the words it is said, and the session ends', async () => {
    const hub = await open();
    type(' Erase  me ');
    goAhead();
    await waitFor(() => expect(session()).toBeNull());
    expect(hub.commands().map(({ type: given, data }) => [given, data])).toEqual([['ErasePerson', { person: 'ben' }]]);
  });

  test('a refusal is said, and the person stays signed in', async () => {
    await open(() => ({ code: 'MEMBER.LAST_ADMINISTRATOR', message: 'This is the last administrator here.' }));
    type('erase me');
    goAhead();
    expect(await screen.findByText('This is the last administrator here.')).toBeTruthy();
    expect(session()?.person).toBe('ben');
  });
});
