import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../testing.js';
import { TwoAddresses } from './two-addresses.js';

const JOINED = { kept: 'ben', joined: 'moved', status: 'joined', askedBy: null, askedOf: [], since: '7', bothAddresses: true };

async function open(isJoined = true) {
  const hub = smallHub();
  const asked: unknown[] = [];
  seed(hub, [['profile', 'ben', { person: 'ben', name: 'Ben', email: 'moya@old.example', exclusions: [] }]]);
  const answers: Record<string, unknown> = {
    get '/api/address/further'() {
      asked.push('further');
      answers['/api/joining'] = { asked: [], further: [] };
      return { position: '1' };
    },
    '/api/joining': { asked: [], further: [] },
  };
  const join = () => {
    answers['/api/joining'] = { asked: [], further: [{ record: 'moved', email: 'moya@new.example' }] };
    seed(hub, [['joining', 'moved~ben', JOINED]]);
  };
  if (isJoined) join();
  await openScreen(hub, () => <TwoAddresses />, '/', '/', answers);
  if (isJoined) await screen.findByRole('heading', { name: 'Two email addresses' });
  return { hub, asked, join };
}

afterEach(() => replica().close());

describe('two email addresses, after two records were joined', () => {
  test('are both named, and which one we email', async () => {
    await open();
    const said = screen.getByText(/^You sign in with/).textContent;
    expect(said).toBe('You sign in with moya@old.example and with moya@new.example. We email you at moya@old.example.');
  });

  test('are named on a page that was open while the two were joined', async () => {
    const { join } = await open(false);
    expect(screen.queryByRole('heading')).toBeNull();
    join();
    expect(await screen.findByRole('heading', { name: 'Two email addresses' })).toBeTruthy();
  });

  test('the one of the other record can be kept, and is said to be the one that we email', async () => {
    const { asked } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Keep only moya@new.example' }));
    expect(asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Keep only moya@new.example' }));
    expect(await screen.findByText('You sign in with moya@new.example now, and we email you there')).toBeTruthy();
    expect(asked).toEqual(['further']);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Two email addresses' })).toBeNull());
  });

  test('or one’s own', async () => {
    const { hub } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Keep only moya@old.example' }));
    expect(hub.commands()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Keep only moya@old.example' }));
    await waitFor(() =>
      expect(hub.commands().map(({ type, data }) => [type, data])).toEqual([['LeaveFurtherAddress', { record: 'ben', other: 'moved' }]]),
    );
  });
});
