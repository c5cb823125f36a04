import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import { AddAgain, createPutBack } from '../../shared/people/add-again.js';
import Removed from './removed.js';

afterEach(() => replica().close());

const details = { name: 'Northfield School', kind: 'school', nation: 'england' };
const northfield = { id: 'northfield', name: 'Northfield School', kind: 'school', trust: null } as const;
const named = (person: string, name: string) =>
  ['person', person, { person, name, called: name, jobTitle: '', institutions: [], erased: false }] as const;
const out = (person: string) =>
  ['put-back', `northfield:${person}`, { institution: 'northfield', person, told: false, from: '2025-09-01' }] as const;

async function open(closed?: object) {
  const hub = smallHub(({ type, data }, { remove }) => {
    if (type === 'AddMember') remove('put-back', `northfield:${(data as { person: string }).person}`);
    return undefined;
  });
  seed(hub, [
    ['institution', 'northfield', { institution: 'northfield', trust: null, details, ...(closed && { closed }) }],
    ...[named('ann', 'Ann Ray'), named('bo', 'Bo Lund'), named('cy', 'Cy Fox')],
    ...[out('ann'), out('bo'), out('cy')],
  ]);
  return hub;
}
const Some = (props: { of?: readonly string[] }) => {
  const rows = createPutBack(
    () => 'northfield',
    () => props.of,
  );
  return <AddAgain at="northfield" where="Northfield School" of={rows()} all />;
};
const show = (hub: Awaited<ReturnType<typeof open>>, what: () => ReturnType<typeof Some>) => openScreen(hub, what, '/members', '/members');

describe('members who were removed and never signed in', () => {
  test('are shown on demand, and added again one by one; the focus goes on to the next', async () => {
    const hub = await open();
    await show(hub, () => <Removed at={northfield} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Show removed members' }));
    expect(screen.getByText(/^3 people were members of Northfield School and never signed in\./)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: /^Add again ?: Ann Ray$/ }));
    expect(await screen.findByText('Ann Ray is a member of Northfield School again')).toBeTruthy();
    expect(hub.commands()[0]).toMatchObject({ type: 'AddMember', data: { institution: 'northfield', person: 'ann', from: '2025-09-01' } });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Add again: Bo Lund'));
  });

  test('are added again together, of those alone whom a list removed', async () => {
    const hub = await open();
    await show(hub, () => <Some of={['ann', 'cy']} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Add all 2 again' }));
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    const members = ['ann', 'cy'].map((person) => ({ person, from: '2025-09-01' }));
    expect(hub.commands()[0]).toMatchObject({ type: 'AddMembers', data: { institution: 'northfield', members } });
  });

  test('are not added to a school that has closed', async () => {
    await show(await open({ on: '2026-08-31', successors: [] }), () => <Removed at={northfield} />);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Show removed members' })).toBeNull());
  });
});
