import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { Transport } from '../../replica/transport.js';
import { hubThatImports, open, readFile } from './testing.js';

const HIT = { kind: 'school', nation: 'england', town: '', trustName: '', closed: null };
const HITS = [
  { ...HIT, institution: 'greenhill', name: 'Greenhill Academy' },
  { ...HIT, institution: 'northfield', name: 'Northfield School' },
];

/** A hub whose administrator belongs to the hub alone. */
function hubOf(person: string) {
  const hub = hubThatImports(readFile);
  const memberships = [{ institution: 'hub', trust: null, roles: ['administrator'] }];
  const ask: Transport['ask'] = async (one) => {
    if (one.path === '/api/session')
      return { status: 200, body: { person, name: 'Ada', memberships, roles: ['administrator'], demo: false } };
    if (one.path.startsWith('/api/institutions?')) return { status: 200, body: { hits: HITS, total: HITS.length } };
    return hub.transport.ask(one);
  };
  return { ...hub, transport: { ...hub.transport, ask } };
}

afterEach(() => replica().close());

describe('an administrator of the hub with a staff list', () => {
  test('chooses whose it is before a file is taken: it never goes to the hub by itself', async () => {
    const { asked, container, where } = await open('/import', hubOf('ada-1'));
    fireEvent.click(await screen.findByRole('button', { name: 'Choose Northfield School' }));
    await waitFor(() => expect(where()).toBe('/import?at=northfield'));
    await screen.findByRole('button', { name: 'Choose a file' });
    const input = container.querySelector<HTMLInputElement>('input[type="file"]');
    fireEvent.change(input as HTMLInputElement, { target: { files: [new File(['Name,Email\n'], 'staff.csv')] } });
    await waitFor(() => expect(asked).toContain('POST /api/imports?kind=staff&institution=northfield'));
  });

  test('has no place for a file, and no school in the address, until then', async () => {
    const { where } = await open('/import', hubOf('ada-2'));
    expect(await screen.findByRole('searchbox', { name: 'Which school or trust are they from?' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull();
    expect(where()).toBe('/import');
    // Schools are of no school.
    fireEvent.click(screen.getByRole('radio', { name: /^Schools and trusts/ }));
    expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeTruthy();
  });

  test('is led to members afterwards, and not to invitations, which are for the school', async () => {
    const hub = hubOf('ada-4');
    const { container } = await open('/import?at=northfield', hub);
    await screen.findByRole('button', { name: 'Choose a file' });
    const input = container.querySelector<HTMLInputElement>('input[type="file"]');
    fireEvent.change(input as HTMLInputElement, { target: { files: [new File(['Name,Email\n'], 'staff.csv')] } });
    expect(await screen.findByText('Coordinators of Northfield School choose a day on their Today page.')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Import one person' }));
    const said = 'We have not emailed the new people yet. Coordinators of Northfield School invite them when they are ready.';
    await screen.findByText((_, element) => element?.tagName === 'P' && element.textContent === said);
    expect(screen.getByRole('link', { name: 'See members' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'See who has not signed in' })).toBeNull();
  });

  test('has what the address names chosen already, and can find another', async () => {
    const { where } = await open('/import?at=northfield', hubOf('ada-3'));
    expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Find another school or trust' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Choose Greenhill Academy' }));
    await waitFor(() => expect(where()).toBe('/import?at=greenhill'));
    // By keyboard people go on from where they chose.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Find another school or trust' }));
  });
});
