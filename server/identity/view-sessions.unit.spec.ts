import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { hashOfToken } from './secrets.js';
import { OWN_SESSION_MS, SHARED_SESSION_MS } from './session-lives.js';
import { ViewSessions } from './view-sessions.js';

const ben = 'ben' as PersonId;
const CONFIRMED = '2026-11-30T09:00:00.000Z' as Instant;
const DAY_MS = 86_400_000;
const from = (milliseconds: number) => new Date(Date.parse(CONFIRMED) + milliseconds).toISOString() as Instant;

/** `given(a session).at(a time).isOpen()`: opened so long after the confirmation of the date, before it in the log or after it. */
const given = (openedMs: number, more: { readonly shared?: boolean; readonly since?: string; readonly confirmed?: boolean } = {}) => {
  const { shared = false, since = '04', confirmed = true } = more;
  const expiresAt = from(openedMs + (shared ? SHARED_SESSION_MS : OWN_SESSION_MS));
  const rows: Readonly<Record<string, object | undefined>> = {
    [hashOfToken('token')]: { kind: 'session', person: ben, shared, expiresAt, since, signedInAt: from(openedMs) },
    confirmed: confirmed ? { at: CONFIRMED, position: '05' as Position } : undefined,
  };
  const store = { get: (_: string, id: string) => (rows[id] ? { data: rows[id] } : undefined) };
  return {
    at: (milliseconds: number) => ({
      isOpen: (expected = true) =>
        expect(new ViewSessions(store as never, { now: () => from(milliseconds) }).personOf('token')).toBe(expected ? ben : undefined),
    }),
  };
};

describe('[0062] a session that a clock ahead opened', () => {
  test.each([
    ['on one’s own device', false, OWN_SESSION_MS],
    ['on a shared one', true, SHARED_SESSION_MS],
  ])('%s lasts as long as any from when the date was confirmed, and is over for good then', (_, shared, lifeMs) => {
    const ahead = given(50 * DAY_MS, { shared });
    ahead.at(0).isOpen();
    ahead.at(lifeMs - 1).isOpen();
    ahead.at(lifeMs).isOpen(false);
    ahead.at(50 * DAY_MS + 1).isOpen(false);
  });

  test('is open while the clock is behind: people go on reading', () => {
    given(50 * DAY_MS, { confirmed: false })
      .at(0)
      .isOpen();
  });
});

test('any other session is open until its end, whether it was opened before the date was confirmed or since', () => {
  for (const since of ['04', '06']) {
    const opened = given(since === '04' ? -DAY_MS : DAY_MS, { since });
    const end = OWN_SESSION_MS + (since === '04' ? -DAY_MS : DAY_MS);
    opened.at(end - 1).isOpen();
    opened.at(end).isOpen(false);
  }
});
