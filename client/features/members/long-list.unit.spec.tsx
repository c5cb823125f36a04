import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { Transport } from '../../replica/transport.js';
import { openScreen, seed } from '../../shared/testing.js';
import Members from './members.screen.js';

afterEach(() => replica().close());

const FIRST_ROWS = 70;
const row = (person: string, name: string) => ({
  ...{ institution: 'elm', person, name, sortAs: name.toLowerCase(), jobTitle: 'Teacher', roles: [], from: '2025-09-01', awaited: false },
  ...{ lineManager: null, inductionTutor: null },
});
const LAST = row('zoe', 'Zoë Last');
const SECOND_LAST = row('yan', 'Yan Late');

/** Elm with `members` in all, of whom the browser is sent no more than it reads; a coordinator is signed in. */
async function open(members: number) {
  const hub = smallHub();
  seed(hub, [
    ['institution', 'elm', { institution: 'elm', trust: null, details: { name: 'Elm School', kind: 'school', nation: 'england' } }],
  ]);
  for (let n = 0; n < FIRST_ROWS; n += 1) {
    const id = `p-${String(n).padStart(2, '0')}`;
    hub.put('roster', `elm:${id}`, row(id, `Member ${String(n).padStart(2, '0')}`));
  }
  hub.put('roster', 'elm:zoe', LAST);
  const memberships = [{ institution: 'elm', trust: null, roles: ['coordinator'] }];
  const counts = { everyone: members, 'no-mentor': members - 1, 'not-signed-in': 4, 'no-job': 0, 'with-role': 2 };
  const asked: URLSearchParams[] = [];
  const { ask } = hub.transport;
  const answered: Transport['ask'] = async (one) => {
    if (one.path === '/api/session')
      return { status: 200, body: { person: 'ben', name: 'Ben', memberships, roles: ['coordinator'], demo: false } };
    if (!one.path.startsWith('/api/institutions/elm/members?')) return ask(one);
    const query = new URLSearchParams(one.path.split('?')[1]);
    asked.push(query);
    const found = query.get('q') === 'last' ? [LAST] : query.get('q') ? [SECOND_LAST, LAST] : [row('p-00', 'Member 00')];
    const hits = found.slice(0, Number(query.get('limit'))).map((member) => ({ member, mentored: 1, mentoring: 0, isNamesake: false }));
    return { status: 200, body: { counts, found: query.get('q') ? found.length : members, hits } };
  };
  await openScreen({ ...hub, transport: { ...hub.transport, ask: answered } }, () => <Members />, '/members', '/members');
  await screen.findByRole('heading', { name: 'Members of Elm School' });
  const type = (words: string) => fireEvent.input(screen.getByLabelText('Search by name or job'), { target: { value: words } });
  const rosterReads = () => hub.asked.filter(({ path }) => path.startsWith('/api/views/roster')).length;
  return { asked, type, rosterReads };
}

describe('a list that is longer than a browser reads', () => {
  test('is counted and searched by the hub, whoever the browser holds, and is not read to its limit', async () => {
    const { asked, type, rosterReads } = await open(12_345);
    expect(await screen.findByText('Everyone 12,345')).toBeTruthy();
    expect(await screen.findByText('Not in a mentorship 12,344')).toBeTruthy();
    expect(await screen.findByText('12,345 people found')).toBeTruthy();
    const reads = rosterReads();
    type('last');
    expect(await screen.findByText('One person found')).toBeTruthy();
    const line = screen.getByText('Zoë Last', { selector: 'strong' }).closest('li') as HTMLElement;
    expect(within(line).getByText('Has a mentor')).toBeTruthy();
    expect(asked.at(-1)?.get('q')).toBe('last');
    expect([screen.queryByText('Member 00'), rosterReads()]).toEqual([null, reads]);
  });

  test('is narrowed by the hub, and counts go on telling of all', async () => {
    const { asked } = await open(12_345);
    fireEvent.click(await screen.findByText('With a role 2'));
    await waitFor(() => expect(asked.at(-1)?.get('show')).toBe('with-role'));
    expect(await screen.findByText('Everyone 12,345')).toBeTruthy();
  });

  test('has a line manager found beyond what the browser holds', async () => {
    const { type } = await open(12_345);
    await screen.findByText('12,345 people found');
    type('last');
    fireEvent.click(await screen.findByRole('button', { name: 'Change Zoë Last' }));
    fireEvent.input(await screen.findByLabelText(/Line manager/), { target: { value: 'late' } });
    fireEvent.click(await screen.findByRole('button', { name: /Yan Late/ }));
    const chosen = await screen.findByRole('group', { name: 'Line manager' });
    await waitFor(() => expect(chosen.textContent).toContain('Yan Late'));
  });
});

test('a list that a browser reads is counted and searched there, once it is whole', async () => {
  const { asked, type } = await open(FIRST_ROWS + 1);
  expect(await screen.findByText(`Everyone ${FIRST_ROWS + 1}`)).toBeTruthy();
  type('zoe');
  expect(await screen.findByText('One person shown')).toBeTruthy();
  expect(asked.map((query) => query.get('limit'))).toEqual(['0']);
});
