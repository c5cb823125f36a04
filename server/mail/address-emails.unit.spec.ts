import type { Instant } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { closeSessionsWhenEmailChanged } from '../reactors/close-sessions-when-email-changed.js';
import { followUpsOf } from '../reactors/reactor.js';
import { sendAddressEmails } from './address-emails.js';
import type { Email } from './mailer.js';
import { NOTIFICATION_LIMIT_MS } from './send-notifications.js';

const people = [
  happened('PersonJoined', { person: 'dan', name: 'Dan Reed', email: 'Dan@x.example' }),
  happened('PersonJoined', { person: 'maryam', name: 'مريم حداد', email: 'maryam@x.example' }),
];
const changed = (email: string, actor: string) =>
  happened('EmailChanged', { person: 'dan', email, before: 'Dan@x.example' }, { actor }) as never as Parameters<
    NonNullable<ReturnType<typeof sendAddressEmails>['on']['EmailChanged']>
  >[0];

type Told = Parameters<typeof foldView>[1];
const lookAfter = (event: ReturnType<typeof changed>, before: Told = []) =>
  lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, [...people, ...before, event as never])])));

/** The emails that a change leads to, after what happened before it. */
async function written(
  event: ReturnType<typeof changed>,
  before: Told = [],
  { laterMs = 0, onTooLate = () => undefined }: { laterMs?: number; onTooLate?: () => void } = {},
): Promise<readonly Email[]> {
  const emails: Email[] = [];
  const effect = sendAddressEmails({
    look: lookAfter(event, before),
    ...{ publicUrl: () => 'https://hub.example', senderId: 'one', logger: { warn: () => undefined } as never },
    now: () => new Date(Date.parse(event.at) + laterMs).toISOString() as Instant,
    onTooLate,
    dispatcher: { dispatch: () => Promise.resolve({ outcome: 'accepted' } as never) },
    mailer: {
      send: (email) => Promise.resolve(void emails.push(email)),
      forget: () => Promise.resolve(),
      sender: () => Promise.resolve('hub@x.example'),
      close: () => Promise.resolve(),
    },
  });
  await effect.on.EmailChanged?.(event);
  return emails;
}

test('a change to another mailbox is told to both, and who made it is set apart from the sentence', async () => {
  const emails = await written(changed('new@x.example', 'maryam'));
  expect(emails.map(({ to }) => to.email)).toEqual(['Dan@x.example', 'new@x.example']);
  for (const { subject } of emails) expect(subject).toBe('\u2068مريم حداد\u2069 changed your email address');
});

test('a change that waited too long is told to neither, and both emails are counted', async () => {
  let tooLate = 0;
  const late = { laterMs: NOTIFICATION_LIMIT_MS + 1, onTooLate: () => void (tooLate += 1) };
  expect(await written(changed('new@x.example', 'maryam'), [], late)).toEqual([]);
  expect(tooLate).toBe(2);
});

test('an address that changes in its capitals alone is told to nobody and ends no session', async () => {
  const event = changed('dan@x.example', 'maryam');
  expect(await written(event)).toEqual([]);
  const world = { look: lookAfter(event), now: () => event.at as Instant, secret: () => '' };
  expect(followUpsOf(closeSessionsWhenEmailChanged, event as never, world)).toEqual([]);
  expect(followUpsOf(closeSessionsWhenEmailChanged, changed('new@x.example', 'dan') as never, world)).toHaveLength(1);
});

describe('a member who has never signed in', () => {
  // An import brings people in as the hub, and invites no one.
  const imported = [
    happened('PersonJoined', { person: 'dan', name: 'Dan Reed', email: 'Dan@x.example' }, { actor: 'hub' }),
    happened('MemberJoined', { institution: 'elm', person: 'dan', from: '2026-03-02' }, { actor: 'hub' }),
  ];

  test('and was never invited gets no email of a change: the invitation is the first', async () =>
    expect(await written(changed('new@x.example', 'maryam'), imported)).toEqual([]));

  test('and was invited is told of the change, and of no sign-out', async () => {
    const invited = happened('InvitationSent', { institution: 'elm', person: 'dan', from: 'maryam' });
    const emails = await written(changed('new@x.example', 'maryam'), [...imported, invited]);
    expect(emails.map(({ to }) => to.email)).toEqual(['Dan@x.example', 'new@x.example']);
    for (const { text } of emails) expect(text).not.toContain('signed out');
  });
});
