import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { checkEvent, eventShapeOf, parseEvent, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { openEventStore } from '../../event-store/open.js';
import { hashOfToken, IdentitySecrets } from '../../identity/secrets.js';
import { SESSION_COOKIE } from '../../identity/sessions.js';
import { Keyring } from '../../privacy/keyring.js';
import { masterKey } from '../../privacy/master-key.js';
import { SealedLog } from '../../privacy/sealed-log.js';
import { ENDS } from './size.js';

/** Of every bench's hub: names of addresses follow from it, and the community is the same for everybody. */
export const MASTER_KEY = Buffer.alloc(32, 'benches').toString('base64');

/** The log of a community as the hub itself would open it, beside a hub or without one. */
export interface CommunityLog {
  readonly store: EventStore;
  readonly sealed: SealedLog<AnyEvent>;
  readonly nameOf: (email: string) => string;
  close(): Promise<void>;
}

export async function openLog(folder: string): Promise<CommunityLog> {
  const store = await openEventStore({ dataDir: folder, report: () => undefined });
  const master = await masterKey(MASTER_KEY, folder);
  const keyring = new Keyring(store, master, () => ENDS);
  await keyring.verify();
  const secrets = new IdentitySecrets(master.bytes);
  return {
    store,
    sealed: new SealedLog<AnyEvent>(store, keyring, { shapeOf: eventShapeOf, parse: parseEvent, check: checkEvent }),
    nameOf: (email) => secrets.address(email),
    close: () => store.close(),
  };
}

const SESSION_MS = 24 * 60 * 60 * 1_000;
/** The token of a person’s session in a bench: known, since nothing in it is worth keeping. */
const tokenOf = (person: string) => `bench-session-of-${person}`;
export const cookieOf = (person: string): string => `${SESSION_COOKIE}=${tokenOf(person)}`;
export const sessionOf = (person: string) => ({
  person: person as PersonId,
  session: hashOfToken(tokenOf(person)),
  shared: false,
  expiresAt: new Date(Date.parse(ENDS) + SESSION_MS).toISOString() as Instant,
});
