import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../../replica/index.js';
import { smallHub } from '../../../replica/testing/small-hub.js';
import { dayOf } from '../../../ui/index.js';
import { openScreen, seed } from '../../../shared/testing.js';
import { ago, COORDINATOR, ELM, INES, sent } from './coordinator.testing.js';
import NewcomersScreen from './newcomers.screen.js';

afterEach(() => replica().close());

test('the screen of newcomers opens to nobody without a role', async () => {
  const hub = smallHub();
  seed(hub, []);
  await openScreen(hub, NewcomersScreen, '/newcomers', '/newcomers');
  expect(await screen.findByRole('heading', { name: 'You cannot invite people' })).toBeTruthy();
});

test('two people of one name who have not signed in are told apart by their email addresses, asked for together', async () => {
  const hub = smallHub();
  const row = (person: string) =>
    ['newcomer', `elm:${person}`, { institution: 'elm', person, since: ago(9), invitedOn: null, times: 0 }] as const;
  const called = { name: 'Fiona MacDonald', called: 'Fiona', jobTitle: 'SENCO', institutions: ['elm'] };
  const two = ['f1', 'f2'].map((person) => ['person', person, { person, ...called }] as const);
  seed(hub, [ELM, ...two, row('f1'), row('f2')]);
  const emails = { f1: 'office@elm.example', f2: 'fiona.macdonald@elm.example' };
  await openScreen(hub, NewcomersScreen, '/newcomers', '/newcomers?at=elm', { ...COORDINATOR, '/api/people/emails': { emails } });
  for (const email of Object.values(emails))
    expect((await screen.findByText(email)).closest('li')?.textContent).toContain('Fiona MacDonald');
});

describe('inviting again', () => {
  const row = (person: string, invitedOn: string | null) =>
    ['newcomer', `elm:${person}`, { institution: 'elm', person, since: ago(9), invitedOn, times: 1 }] as const;

  test('is not offered on the day of an invitation, and what is said counts the emails that are sent', async () => {
    const hub = smallHub();
    seed(hub, [['person', 'ines', INES], ELM, row('ines', dayOf()), row('asha', ago(3))]);
    await openScreen(hub, NewcomersScreen, '/newcomers', '/newcomers?at=elm', COORDINATOR);
    expect(await screen.findByText('Invited today')).toBeTruthy();
    expect(await screen.findByText('You can invite them again tomorrow')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: /^Invite again.*Asha/ }));
    expect(await screen.findByText('We have emailed Asha an invitation.')).toBeTruthy();
    expect(sent(hub)).toEqual([{ type: 'SendInvitations', institution: 'elm', people: ['asha'] }]);
    // Before its row says so, too.
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Invite again/ })).toBeNull());
  });

  test('is said not to be emailed where the hub had no email, on the day itself, and sent once it has', async () => {
    const hub = smallHub();
    seed(hub, [['person', 'ines', INES], ELM, row('ines', dayOf()), row('asha', ago(3))]);
    const kept = { leaves: true, people: ['ines'] };
    await openScreen(hub, NewcomersScreen, '/newcomers', '/newcomers?at=elm', {
      ...COORDINATOR,
      '/api/invitations/kept': { ...kept, sent: 1 },
    });
    expect(await screen.findByText('We could not email one person')).toBeTruthy();
    expect(screen.getByText(/, not emailed yet$/)).toBeTruthy();
    expect(screen.queryByText('You can invite them again tomorrow')).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: /^Email now.*Ines/ }));
    expect(await screen.findByText('We have emailed one person an invitation.')).toBeTruthy();
    expect(sent(hub)).toEqual([]);
  });

  test('promises no email while the hub has none', async () => {
    const hub = smallHub();
    seed(hub, [['person', 'ines', INES], ELM, row('ines', dayOf()), row('asha', ago(3))]);
    const kept = { leaves: false, people: ['ines'] };
    await openScreen(hub, NewcomersScreen, '/newcomers', '/newcomers?at=elm', { ...COORDINATOR, '/api/invitations/kept': kept });
    expect(await screen.findByText('We could not email one person')).toBeTruthy();
    expect(screen.getByText(/This hub has no email yet\. An administrator of the hub sets it up/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Email/ })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: /^Invite again.*Asha/ }));
    expect(await screen.findByText('Asha can sign in. We have not emailed them: this hub has no email yet.')).toBeTruthy();
  });

  test('says where it is let go while the hub holds its emails', async () => {
    const hub = smallHub();
    seed(hub, [['person', 'ines', INES], ELM, row('ines', dayOf()), row('asha', ago(3))]);
    const kept = { leaves: false, waits: 'held', people: ['asha'] };
    await openScreen(hub, NewcomersScreen, '/newcomers', '/newcomers?at=elm', { ...COORDINATOR, '/api/invitations/kept': kept });
    expect(
      await screen.findByText(/An administrator of the hub lets them go on Hub status\. You can send these invitations then\./),
    ).toBeTruthy();
    expect(screen.getAllByText('This hub was restored from a backup and holds its emails')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /^(Email|Invite again)/ })).toBeNull();
  });
});
