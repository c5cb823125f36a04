import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { render, screen, waitFor, within } from '@solidjs/testing-library';
import { replica, startReplica } from '../replica/index.js';
import { smallHub } from '../replica/testing/small-hub.js';
import { Shell } from './shell.js';

const belongs = (...roles: readonly string[]) => ({
  person: 'ben',
  institutions: ['elm'],
  memberships: [{ institution: 'elm', trust: null, roles, from: '2026-09-01', lineManager: null, inductionTutor: null }],
});

/** The page has no layout here. */
class NoObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

beforeAll(() => {
  globalThis.ResizeObserver = NoObserver;
});
afterEach(() => replica().close());

test('[RP21] the navigation has the places of a role as soon as it is granted, and the screen stays as it is', async () => {
  window.scrollTo = () => undefined;
  const hub = smallHub();
  hub.put('membership', 'ben', belongs());
  await startReplica(hub.transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: '/here' });
  let made = 0;
  const Here = () => <h1>Opened {(made += 1)} times</h1>;
  render(() => (
    <MemoryRouter root={Shell} history={history}>
      <Route path="/here" component={Here} />
    </MemoryRouter>
  ));
  await screen.findByRole('heading', { name: 'Opened 1 times' });
  // At the top, and at the bottom of phones.
  const shown = () =>
    screen.getAllByRole('navigation', { name: 'Main' }).map((main) => within(main).queryAllByRole('link', { name: 'Programme' }).length);
  expect(shown().some(Boolean)).toBe(false);
  hub.put('membership', 'ben', belongs('leader'));
  await waitFor(() => expect(shown()[0]).toBe(1));
  hub.put('membership', 'ben', belongs());
  await waitFor(() => expect(shown().some(Boolean)).toBe(false));
  expect(made).toBe(1);
});
