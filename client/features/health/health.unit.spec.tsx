import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../../shared/testing.js';
import type { HubCondition } from './condition-words.js';
import Health from './health.screen.js';

const DEE = {
  ...{ person: 'dee', name: 'Dee', roles: ['administrator'], demo: false },
  memberships: [{ institution: HUB_INSTITUTION, trust: null, roles: ['administrator'] }],
};
const condition = (more: Partial<HubCondition> = {}): HubCondition => ({
  now: new Date().toISOString(),
  writes: { state: 'ok' },
  views: { state: 'ok' },
  mail: { leaves: true, waiting: 0, notSent: { refused: 0, tooLate: 0, tooMany: 0 } },
  reactors: { behindEvents: 0 },
  clock: { behindMs: 0 },
  backup: 'none',
  certificate: { state: 'none' },
  ...more,
});
const open = (more: Partial<HubCondition>, answers: Record<string, unknown> = {}) =>
  openScreen(smallHub(), Health, '/health', '/health', {
    '/api/session': DEE,
    '/api/status': { views: [], head: null, through: null, setAside: [], condition: condition(more) },
    '/api/mail': { testTo: 'dee@elm.example' },
    ...answers,
  });

afterEach(() => replica().close());

describe('the status of the hub', () => {
  test('a test email says where it went', async () => {
    await open({}, { '/api/mail/test': { sentTo: 'dee@elm.example' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Send a test email' }));
    expect(await screen.findByText('Test email sent')).toBeTruthy();
    expect(screen.getByText(/Check the inbox of dee@elm\.example/)).toBeTruthy();
  });

  test('a hub that sends no email leads to where that is set up, and offers no test', async () => {
    await open({ mail: { ...condition().mail, leaves: false } });
    expect((await screen.findByRole('link', { name: 'Set up email' })).getAttribute('href')).toBe('/set-up?step=email');
    expect(screen.queryByRole('button', { name: 'Send a test email' })).toBeNull();
  });

  test('invitations of the time before email are sent from here, for the whole hub, and are offered only while there are any', async () => {
    const hub = smallHub();
    let people = ['ann', 'bo'];
    const sent: unknown[] = [];
    const status = { views: [], head: null, through: null, setAside: [], condition: condition() };
    const ask: typeof hub.transport.ask = async (one) => {
      if (one.path !== '/api/invitations/kept') return hub.transport.ask(one);
      if (one.method === 'GET') return { status: 200, body: { leaves: true, people } };
      sent.push(one.body);
      people = [];
      return { status: 200, body: { sent: 2 } };
    };
    await openScreen({ ...hub, transport: { ...hub.transport, ask } }, Health, '/health', '/health', {
      '/api/session': DEE,
      '/api/status': status,
      '/api/mail': { testTo: 'dee@elm.example' },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Email 2 people' }));
    expect(await screen.findByText('We have emailed 2 people an invitation.')).toBeTruthy();
    expect(sent).toEqual([{}]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Email 2 people' })).toBeNull());
  });

  test('while no email leaves, none is offered to be sent', async () => {
    const kept = { leaves: false, people: ['ann'] };
    await open({ mail: { ...condition().mail, leaves: false } }, { '/api/invitations/kept': kept });
    await screen.findByRole('link', { name: 'Set up email' });
    expect(screen.queryByText(/We could not email/)).toBeNull();
  });

  test('a hub that was restored holds its emails until they are let go here, and says what is sent meanwhile', async () => {
    const hub = smallHub();
    let held = true;
    const asked: string[] = [];
    const ask: typeof hub.transport.ask = async (one) => {
      if (one.path === '/api/status')
        return {
          status: 200,
          body: {
            ...{ views: [], head: null, through: null, setAside: [] },
            condition: condition({ mail: { ...condition().mail, ...(held && { held: { backup: '2026-11-28T02:00:00.000Z' } }) } }),
          },
        };
      if (one.path === '/api/mail') return { status: 200, body: { testTo: 'dee@elm.example' } };
      if (one.path !== '/api/mail/release') return hub.transport.ask(one);
      asked.push(one.method);
      held = false;
      return { status: 204, body: undefined };
    };
    await openScreen({ ...hub, transport: { ...hub.transport, ask } }, Health, '/health', '/health', {
      '/api/session': DEE,
    });
    expect(await screen.findByText(/restored from the backup of 2am on 28 November 2026/)).toBeTruthy();
    expect(screen.getByText(/Only emails that people ask for are sent/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'The hub is working' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Send emails' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Send emails' })).toBeNull());
    expect(asked).toEqual(['POST']);
  });

  test('what is closed while the log cannot be checked is listed, with what to do', async () => {
    const log = {
      state: 'unknown',
      findings: ['Event 3 of the stream person-asha is not as written.'],
      more: 0,
      nextSteps: ['Check the disk.'],
    };
    await open({}, { '/api/status': { views: [], head: '0000000000000124', through: null, setAside: [], condition: condition(), log } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Part of the log cannot be used' })).toBeTruthy();
    expect(screen.getByText('Event 3 of the stream person-asha is not as written.')).toBeTruthy();
    expect(screen.getByText('Check the disk.')).toBeTruthy();
    // A position counts keys as well, and is called no number of events.
    expect(screen.getByText('Last entry in the log').closest('div')?.textContent).toContain('124');
    expect(screen.queryByText('Events in the log')).toBeNull();
  });

  test('a note about the log that is damaged is told, with what to do, and the log is not blamed', async () => {
    const doubt = { says: ['log-head.json is not as it was written.'], nextSteps: ['See how far your newest backup goes.'] };
    const log = { state: 'sound', findings: [], more: 0, nextSteps: [], doubt };
    await open({}, { '/api/status': { views: [], head: '0000000000000124', through: null, setAside: [], condition: condition(), log } });
    expect(await screen.findByRole('heading', { level: 1, name: 'A note about the log is damaged' })).toBeTruthy();
    for (const words of [...doubt.says, ...doubt.nextSteps]) expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByText('What is damaged')).toBeNull();
  });

  test('a disk that is full heads the page', async () => {
    await open({ writes: { state: 'failing', since: '2026-11-28T15:00:00.000Z', why: 'full' } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing can be saved' })).toBeTruthy();
    expect(screen.getByText('Needs action')).toBeTruthy();
  });

  test('a hub that is out of reach since is not said to be up to date', async () => {
    const [hub, answers] = [smallHub(), { '/api/status': { views: [], head: null, through: null, setAside: [], condition: condition() } }];
    await openScreen(hub, Health, '/health', '/health', { '/api/session': DEE, ...answers });
    await screen.findByRole('heading', { level: 1, name: 'The hub is working' });
    hub.fail(503, '/api/status');
    expect(await screen.findByRole('heading', { level: 1, name: 'We cannot reach the hub' }, { timeout: 30_000 })).toBeTruthy();
    expect(screen.queryByText(/up to date|is working/)).toBeNull();
  }, 60_000);

  test('an older hub, which says nothing of this, shows what it did', async () => {
    await open({}, { '/api/status': { views: [], head: null, through: null, setAside: [] } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Everything is up to date' })).toBeTruthy();
    expect(screen.queryByText('Server and email')).toBeNull();
  });
});
