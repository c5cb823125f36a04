import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { sessionView, type SessionRow } from '@alongside/projections/views/session.view.js';
import type { Change, ViewStore } from '@alongside/projections/store/view-store.js';
import type { Clock } from '../app/clock.js';
import { hashOfToken } from './secrets.js';
import type { Sessions } from './sessions.js';

/** Session tokens are 43 characters; anything far longer is not looked at. */
const TOKEN_LIMIT_CHARS = 100;

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

  #open(token: string | undefined): Extract<SessionRow, { kind: 'session' }> | undefined {
    if (!token || token.length > TOKEN_LIMIT_CHARS) return undefined;
    const row = this.store.get<SessionRow>(sessionView.name, this.hashOf(token))?.data;
    return row?.kind === 'session' && this.#runs(row.expiresAt) ? row : undefined;
  }

  #runs(expiresAt: Instant): boolean {
    return this.clock.now() < expiresAt;
  }
}
