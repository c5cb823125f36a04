import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { Transport } from '../../replica/transport.js';
import { ChooseInstitution, createChosenInstitution } from './choose-institution.js';
import type { Purpose } from './first.js';
import { createInstitutions } from './places.js';

const SCHOOLS = { ashby: 'Ashby School', northfield: 'Northfield School' } as const;
const MEMBERSHIPS = [
  { institution: 'riverbank', trust: null, roles: ['coordinator'] },
  { institution: 'northfield', trust: 'riverbank', roles: [] },
];

/** Each spec has a person of its own: where a person was is kept for as long as the tab stands. */
async function open(person: string, at: string, memberships: readonly unknown[] = MEMBERSHIPS, purpose: Purpose = 'people') {
  const hub = smallHub();
  hub.put('institution', 'riverbank', { institution: 'riverbank', trust: null, details: { name: 'Riverbank Trust', kind: 'trust' } });
  for (const [institution, name] of Object.entries(SCHOOLS))
    hub.put('institution', institution, { institution, trust: 'riverbank', details: { name, kind: 'school' } });
  const who = { person, name: 'Helen', memberships, roles: ['coordinator'], demo: true };
  const transport: Transport = {
    ...hub.transport,
    ask: async (ask) => (ask.path === '/api/session' ? { status: 200, body: who } : hub.transport.ask(ask)),
  };
  window.scrollTo = () => undefined;
  await startReplica(transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  const Place = () => {
    const all = createInstitutions({ roles: ['coordinator'], schools: true });
    const { chosen, choose } = createChosenInstitution(all, purpose);
    return (
      <>
        <h1>{chosen()?.name ?? 'None yet'}</h1>
        <ChooseInstitution all={all()} chosen={chosen()} onChoose={choose} />
      </>
    );
  };
  const { unmount } = render(() => (
    <MemoryRouter history={history}>
      <Route path="/members" component={Place} />
    </MemoryRouter>
  ));
  const heading = (name: string) => screen.findByRole('heading', { name });
  return { heading, where: () => history.get(), unmount };
}

afterEach(() => replica().close());

describe('a screen about an institution', () => {
  test('opens on a school of one’s own, and its address says so', async () => {
    const { heading, where } = await open('helen-1', '/members');
    await heading('Northfield School');
    await waitFor(() => expect(where()).toBe('/members?at=northfield'));
  });

  test('opens on the first school by name for somebody who is at none of them', async () => {
    const { heading, where } = await open('helen-2', '/members', [{ institution: 'riverbank', trust: null, roles: ['coordinator'] }]);
    await heading('Ashby School');
    await waitFor(() => expect(where()).toBe('/members?at=ashby'));
  });

  test('opens on the whole trust where a programme is looked at', async () => {
    const { heading, where } = await open('helen-3', '/members', MEMBERSHIPS, 'programme');
    await heading('Riverbank Trust');
    await waitFor(() => expect(where()).toBe('/members?at=riverbank'));
  });

  test('keeps to what its address names', async () => {
    const { heading, where } = await open('helen-4', '/members?at=riverbank&q=maths');
    await heading('Riverbank Trust');
    await waitFor(() => expect(where()).toBe('/members?at=riverbank&q=maths'));
  });

  test('opens on a sensible one where the address names a place that this person does not look after', async () => {
    const { heading, where } = await open('helen-5', '/members?at=elsewhere');
    await heading('Northfield School');
    await waitFor(() => expect(where()).toBe('/members?at=northfield'));
  });

  test('opens on the one that was chosen last', async () => {
    const first = await open('helen-6', '/members');
    await first.heading('Northfield School');
    await waitFor(() => expect(first.where()).toBe('/members?at=northfield'));
    fireEvent.change(screen.getByLabelText('School or trust'), { target: { value: 'ashby' } });
    await first.heading('Ashby School');
    await waitFor(() => expect(first.where()).toBe('/members?at=ashby'));
    first.unmount();
    replica().close();
    const again = await open('helen-6', '/members');
    await again.heading('Ashby School');
    await waitFor(() => expect(again.where()).toBe('/members?at=ashby'));
  });
});
