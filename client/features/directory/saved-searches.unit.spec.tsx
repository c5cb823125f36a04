import { fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import Directory from './directory.screen.js';

const nobody = { hits: [], total: 0, facets: {} };
interface Saved {
  readonly search: string;
  readonly name: string;
  readonly asked: string;
  readonly person: string;
}

async function open(at: string, { saved = [], answer = nobody }: { saved?: readonly string[]; answer?: object } = {}) {
  const hub = smallHub(({ type, data }, self) => {
    const said = data as Saved;
    if (type === 'SaveSearch') self.put('saved-search', said.search, { ...said, found: null });
    if (type === 'RemoveSearch') self.remove('saved-search', said.search);
    return undefined;
  });
  for (const asked of saved)
    hub.put('saved-search', `id-${asked}`, { search: `id-${asked}`, person: 'ben', name: asked.slice(2), asked, found: null });
  const signedIn = { person: 'ben', name: 'Ben', memberships: [], roles: [], demo: false };
  const transport = answering(answering(hub.transport, { '/api/session': signedIn }), { '/api/directory': answer });
  await startReplica(transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/directory" component={Directory} />
    </MemoryRouter>
  ));
  return { hub, history };
}
afterEach(() => replica().close());

describe('saving a search', () => {
  test('keeps what is asked, says so, and can be taken back; the focus stays with it', async () => {
    await open('/directory?q=phonics&free=1');
    fireEvent.click(await screen.findByRole('button', { name: 'Save this search' }));
    await screen.findByText('We tell you when another mentor matches.');
    const remove = screen.getByRole('button', { name: 'Remove search' });
    await waitFor(() => expect(document.activeElement).toBe(remove));
    fireEvent.click(remove);
    const save = await screen.findByRole('button', { name: 'Save this search' });
    await waitFor(() => expect(document.activeElement).toBe(save));
    expect(screen.queryByText('We tell you when another mentor matches.')).toBeNull();
  });

  test('is offered for a question alone, and not where very many match', async () => {
    await open('/directory');
    await screen.findByRole('searchbox');
    expect(screen.queryByRole('button', { name: 'Save this search' })).toBeNull();
    replica().close();
    document.body.replaceChildren();
    await open('/directory?q=a', { answer: { ...nobody, total: 101 } });
    await screen.findByText('101 mentors');
    expect(screen.queryByRole('button', { name: 'Save this search' })).toBeNull();
  });
});

describe('a saved search that finds very many by now', () => {
  test('says that it tells nothing, and can be removed', async () => {
    await open('/directory?q=phonics', { saved: ['q=phonics'], answer: { ...nobody, total: 101 } });
    await screen.findByText('Too many match to tell you of others. Add a word or a filter, and save that.');
    expect(screen.getByRole('button', { name: 'Remove search' })).toBeTruthy();
  });
});

describe('saved searches', () => {
  test('are there to be opened, and removed one by one', async () => {
    await open('/directory', { saved: ['q=phonics', 'q=marking'] });
    const list = (await screen.findByText('2 saved searches')).closest('details') as HTMLDetailsElement;
    expect(within(list).getByRole('link', { name: 'marking' }).getAttribute('href')).toBe('/directory?q=marking');
    fireEvent.click(within(list).getByRole('button', { name: 'Remove phonics' }));
    await screen.findByText('One saved search');
    await waitFor(() => expect(document.activeElement).toBe(within(list).getByRole('button', { name: 'Remove marking' })));
  });

  test('are led to from a notice; of one that was removed it is said', async () => {
    const { history } = await open('/directory?saved=id-q=phonics', { saved: ['q=phonics'] });
    await waitFor(() => expect(history.get()).toBe('/directory?q=phonics'));
    replica().close();
    document.body.replaceChildren();
    await open('/directory?saved=gone');
    await screen.findByText('You have removed this search, so we do not look for it any more.');
  });
});
