import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../../replica/index.js';
import { smallHub, type SmallHub } from '../../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../../shared/testing.js';
import { sent } from './coordinator.testing.js';
import ForOthers from './for-others.js';

const headings: string[] = [];
const school = (institution: string, name: string) =>
  [
    'institution',
    institution,
    { institution, trust: null, details: { name, kind: 'school', nation: 'england' }, terms: [], closures: [] },
  ] as const;
const SCHOOLS = [school('old', 'Oldfield School'), school('next', 'Newfield Academy')];
const LOST = [
  'lost-role',
  'next:cora',
  { institution: 'next', person: 'cora', closed: 'old', roles: ['coordinator'], on: '2026-09-01' },
] as const;
const CORA = ['roster', 'next:cora', { institution: 'next', person: 'cora', name: 'Cora Ordinate', roles: [] }] as const;
const asks = (askedOf: string, askedAs: string) =>
  [
    'invitation',
    'next:moya',
    {
      ...{ institution: 'next', person: 'moya', by: 'moya', email: 'moya@old.example', from: '2026-09-01', closed: 'old' },
      ...{ askedAt: '2026-09-01T09:00:00.000Z', askedOf, askedAs },
    },
  ] as const;
const open = (hub: SmallHub, at: string, role: string, ...rows: Parameters<typeof seed>[1]) => {
  seed(hub, [...SCHOOLS, ...rows]);
  return openScreen(hub, () => <ForOthers titled={false} onHeading={(heading) => headings.push(heading)} />, '/', '/', {
    '/api/session': {
      ...{ person: 'ben', name: 'Ben', roles: [], demo: true },
      memberships: [{ institution: at, trust: null, roles: [role] }],
    },
    '/api/set-up': { hubName: 'Beacon', mail: 'outbox', publicUrl: 'https://hub.example', schools: [] },
  });
};

afterEach(() => {
  headings.length = 0;
  return replica().close();
});

describe('what a closed school leaves to those who run the next', () => {
  test('a role without a holder is given to the one who had it, with a press', async () => {
    const hub = smallHub();
    await open(hub, 'next', 'administrator', LOST, CORA);
    expect(
      (await screen.findByRole('heading', { name: /Cora Ordinate.* has joined Newfield Academy, which has no coordinator/ })).tagName,
    ).toBe('H2');
    expect(await screen.findByText(/was a coordinator at Oldfield School/)).toBeTruthy();
    expect(headings.at(-1)).toBe('One colleague of a closed school needs you');
    expect(await screen.findByText(/^No one else is waiting for you/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Make .*Cora Ordinate.* coordinator/ }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'GrantRole', institution: 'next', person: 'cora', role: 'coordinator' }]));
  });

  test('a request to join is answered where it was asked: at the hub, of a school that nobody runs', async () => {
    const hub = smallHub();
    await open(hub, 'hub', 'administrator', asks('hub', 'administrator'));
    expect(await screen.findByRole('heading', { name: 'moya@old.example says that they work at Newfield Academy now' })).toBeTruthy();
    expect(screen.getByText(/Newfield Academy has no coordinator, so we ask you/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add moya@old.example to Newfield Academy' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'AddMember', institution: 'next', person: 'moya' }]));
  });

  test('and by no other: an administrator of a school with a coordinator is not asked', async () => {
    await open(smallHub(), 'next', 'administrator', asks('next', 'coordinator'));
    expect(await screen.findByText(/^No one is waiting for you/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: /moya@old.example/ })).toBeNull();
  });
});
