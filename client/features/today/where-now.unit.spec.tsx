import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import Today from './today.screen.js';

const school = (institution: string, name: string, more: object = {}) =>
  [
    'institution',
    institution,
    { institution, trust: null, details: { name, kind: 'school', nation: 'england' }, terms: [], closures: [], ...more },
  ] as const;
const ASKED = { institution: 'old', person: 'ben', on: '2026-08-31', successors: ['next'] };
const ROWS = [
  school('old', 'Oldfield School', { closed: { on: '2026-08-31', successors: ['next'] } }),
  school('next', 'Newfield Academy'),
  ['asked-where', 'old:ben', ASKED],
  ['membership', 'ben', { person: 'ben', institutions: ['old'], memberships: [] }],
  ['profile', 'ben', { person: 'ben', name: 'Ben', email: 'ben@old.example', exclusions: [] }],
] as const;
const ASKED_ELM = [
  school('elm', 'Elm School'),
  [
    'invitation',
    'elm:ben',
    {
      ...{ institution: 'elm', person: 'ben', by: 'ben', email: 'ben@old.example', from: '2026-09-01', closed: 'old' },
      askedAt: '2026-09-01T09:00:00.000Z',
    },
  ],
] as const;
const sent = (hub: SmallHub) => hub.commands().map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));
const open = (hub: SmallHub, ...more: Parameters<typeof seed>[1]) => {
  seed(hub, [...ROWS, ...more]);
  return openScreen(hub, Today, '/', '/', {
    '/api/institutions': {
      total: 1,
      hits: [{ institution: 'elm', name: 'Elm School', kind: 'school', nation: 'england', town: 'Leeds', trustName: '', closed: null }],
    },
  });
};

afterEach(() => replica().close());

describe('a member of a school that has closed is asked where they are now', () => {
  test('and may say that they work at the school that follows it', async () => {
    const hub = smallHub();
    await open(hub);
    expect(await screen.findByRole('heading', { name: 'Oldfield School has closed. Where do you work now?' })).toBeTruthy();
    expect(screen.getByText(/nothing changes until you choose/)).toBeTruthy();
    expect(screen.queryByText('You’re up to date')).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'I work at Newfield Academy' }));
    const said = { type: 'AskToJoin', institution: 'next', person: 'ben', email: 'ben@old.example', closed: 'old' };
    await waitFor(() => expect(sent(hub)).toEqual([said]));
  });

  test('or at another school on the hub, whose coordinators answer', async () => {
    const hub = smallHub();
    await open(hub);
    fireEvent.click(await screen.findByRole('button', { name: 'I work at another school or trust' }));
    fireEvent.click(await screen.findByRole('button', { name: 'I work here at Elm School' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'AskToJoin', institution: 'elm', closed: 'old' }]));
    expect(await screen.findByText('You asked to join Elm School')).toBeTruthy();
  });

  test('or at no school any more, and what they asked before is taken back', async () => {
    const hub = smallHub();
    await open(hub, ...ASKED_ELM);
    expect(await screen.findByText(/You asked on 1 September 2026/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Decline invitation' })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'I do not work at a school now' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Leave Oldfield School' }));
    await waitFor(() =>
      expect(sent(hub)).toEqual([
        { type: 'DeclineInvitation', institution: 'elm', person: 'ben' },
        { type: 'RemoveMember', institution: 'old', person: 'ben' },
      ]),
    );
  });

  test('and reads before it that a role there ends with it, and who can give one', async () => {
    const hub = smallHub();
    const membership = {
      institution: 'old',
      trust: null,
      roles: ['coordinator'],
      from: '2025-09-01',
      lineManager: null,
      inductionTutor: null,
    };
    await open(hub, ['membership', 'ben', { person: 'ben', institutions: ['old'], memberships: [membership] }]);
    expect(await screen.findByText(/You are a coordinator at Oldfield School\. This role ends when you choose\./)).toBeTruthy();
    expect(screen.getByText(/An administrator of your next school, of its trust or of this hub can give you a role there/)).toBeTruthy();
  });

  test('without a role reads nothing of roles', async () => {
    await open(smallHub());
    expect(await screen.findByRole('button', { name: 'I work at Newfield Academy' })).toBeTruthy();
    expect(screen.queryByText(/role/)).toBeNull();
  });

  test.each([
    ['coordinator', 'elm', /We are waiting for a coordinator of Elm School to answer/],
    ['administrator', 'elm', /Elm School has no coordinator, so we are waiting for an administrator there to answer/],
    ['coordinator', 'beacon', /so we are waiting for a coordinator of its trust to answer/],
    ['administrator', 'beacon', /so we are waiting for an administrator of its trust to answer/],
    ['administrator', 'hub', /so we are waiting for an administrator of this hub to answer/],
  ])('who has asked reads who answers: %s of %s', async (askedAs, askedOf, said) => {
    const [elm, [view, id, row]] = ASKED_ELM;
    await open(smallHub(), elm, [view, id, { ...row, askedAs, askedOf }]);
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.getByText(/nothing changes until your request is answered/)).toBeTruthy();
  });

  test('who has asked reads so in the heading, and can take it back', async () => {
    const hub = smallHub();
    await open(hub, ...ASKED_ELM);
    expect(await screen.findByRole('heading', { name: 'Oldfield School has closed. You asked to join Elm School' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: /Where do you work now/ })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Take back your request' }));
    expect(sent(hub)).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Take back your request' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'DeclineInvitation', institution: 'elm', person: 'ben' }]));
    expect(await screen.findByText('You no longer ask to join Elm School')).toBeTruthy();
  });
});
