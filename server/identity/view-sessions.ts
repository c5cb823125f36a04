import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { byConfirmed, type Placed } from '@alongside/domain/kernel/windows.js';
import { CONFIRMED_DATE, dateView } from '@alongside/projections/views/date.view.js';
import { sessionView, type SessionRow } from '@alongside/projections/views/session.view.js';
import type { Change, ViewStore } from '@alongside/projections/store/view-store.js';
import type { Clock } from '../app/clock.js';
import { hashOfToken } from './secrets.js';
import { OWN_SESSION_MS, SHARED_SESSION_MS } from './session-lives.js';
import type { Sessions } from './sessions.js';

/** Session tokens are 43 characters; anything far longer is not looked at. */
const TOKEN_LIMIT_CHARS = 100;

type OpenSession = Extract<SessionRow, { kind: 'session' }>;

/** Sessions as this process's views know them: opened and closed through the log, so that every process agrees. */
export class ViewSessions implements Sessions {
  readonly #listeners = new Set<(session: string) => void>();

  constructor(
    private readonly store: Pick<ViewStore, 'get'>,
    private readonly clock: Clock,
    readonly keptOf: (person: PersonId) => PersonId = (person) => person,
  ) {}

  personOf(token: string | undefined): PersonId | undefined {
    return this.#open(token)?.person;
  }

  signedInAt(token: string | undefined): Instant | undefined {
    return this.#open(token)?.signedInAt;
  }

  onRevoked(listener: (session: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  hashOf(token: string): string {
    return hashOfToken(token);
  }

  /** To be told of every commit of the views: a session whose row is gone has ended. */
  heed(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.view !== sessionView.name || change.row) continue;
      for (const listener of this.#listeners) listener(change.id);
    }
  }

  #open(token: string | undefined): OpenSession | undefined {
    if (!token || token.length > TOKEN_LIMIT_CHARS) return undefined;
    const row = this.store.get<SessionRow>(sessionView.name, this.hashOf(token))?.data;
    return row?.kind === 'session' && this.#runs(row) ? row : undefined;
  }

  /** One that a clock ahead opened lasts as long as any from when the date was confirmed; until then people go on reading. */
  #runs({ expiresAt, shared, since }: OpenSession): boolean {
    const lifeMs = shared ? SHARED_SESSION_MS : OWN_SESSION_MS;
    const opened = { at: new Date(Date.parse(expiresAt) - lifeMs).toISOString() as Instant, position: since };
    const confirmed = this.store.get<Placed>(dateView.name, CONFIRMED_DATE)?.data;
    return Date.parse(this.clock.now()) < Date.parse(byConfirmed(opened, confirmed)) + lifeMs;
  }
}
