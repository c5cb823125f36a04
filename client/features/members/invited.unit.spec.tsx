import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import { Invited } from './invited.js';

const row = { institution: 'elm', by: 'ben', from: '2026-09-01', askedAt: '2026-03-06T09:00:00.000Z' };

afterEach(() => replica().close());

test('who was asked and not emailed is shown as such, and is invited from there', async () => {
  const hub = smallHub();
  seed(hub, [
    ['invitation', 'elm:zoe', { ...row, person: 'zoe', email: 'zoe@elm.example', untold: true }],
    ['invitation', 'elm:asha', { ...row, person: 'asha', email: 'asha@elm.example' }],
  ]);
  await openScreen(hub, () => <Invited institution="elm" />, '/', '/');
  expect(await screen.findByText('Not emailed yet')).toBeTruthy();
  expect(screen.getByText('Invited on 6 March 2026')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: /^Invite now/ })).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: /^Invite now.*zoe@elm\.example$/ }));
  await waitFor(() =>
    expect(hub.commands().map(({ type, data }) => [type, data])).toEqual([['SendInvitations', { institution: 'elm', people: ['zoe'] }]]),
  );
});

test('who was invited while the hub had no email is not emailed yet, and is once it has', async () => {
  const hub = smallHub();
  seed(hub, [['invitation', 'elm:zoe', { ...row, person: 'zoe', email: 'zoe@elm.example' }]]);
  await openScreen(hub, () => <Invited institution="elm" />, '/', '/', {
    '/api/invitations/kept': { leaves: true, people: ['zoe'], sent: 1 },
  });
  expect(await screen.findByText('Not emailed yet')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Invite now/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^Email now/ }));
  expect(await screen.findByText('We have emailed one person an invitation.')).toBeTruthy();
});

test('a hub that holds its emails promises none, and says why', async () => {
  const hub = smallHub();
  seed(hub, [
    ['invitation', 'elm:zoe', { ...row, person: 'zoe', email: 'zoe@elm.example', untold: true }],
    ['invitation', 'elm:asha', { ...row, person: 'asha', email: 'asha@elm.example' }],
  ]);
  await openScreen(hub, () => <Invited institution="elm" />, '/', '/', {
    '/api/invitations/kept': { leaves: false, waits: 'held', people: ['asha'] },
  });
  await waitFor(() => expect(screen.getAllByText('Not emailed yet')).toHaveLength(2));
  expect(screen.queryByRole('button', { name: /^Email now/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^Invite now/ }));
  expect(
    await screen.findByText('We have not emailed zoe@elm.example: this hub was restored from a backup and holds its emails'),
  ).toBeTruthy();
});
