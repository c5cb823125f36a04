import { CODE_LIFE_MS } from '@alongside/domain/identity/sign-in.decider.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { must } from '../app/hub.testing.js';
import { IdentitySecrets } from '../identity/secrets.js';
import type { Act } from './two-hubs.testing.js';

const CODE = '123456';
export const emailOf = (record: string) => `${record}@hillside.example`;

/** Signed in as one record, with the code that went to the address of the other. */
export const join = (record: string, other: string): Act => ({
  by: record,
  path: '/api/joining',
  body: { email: emailOf(other), code: CODE },
});

/** Records of one person, the older one first. */
export const two = (race: string, round: number): readonly [string, string] => [`${race}-${round}-a`, `${race}-${round}-b`];

/** So that signing in as one record joins another. */
export async function sendCode(hub: Hub, record: string, other: string): Promise<void> {
  const secrets = new IdentitySecrets(hub.parts.master.bytes);
  const address = secrets.joining(record, emailOf(other));
  const expiresAt = new Date(Date.parse(hub.parts.clock.now()) + CODE_LIFE_MS).toISOString();
  const [code, from] = [secrets.code(address, CODE), secrets.network(address, 'a test')];
  await must(hub, HUB, 'SendSignInCode', { address, person: record, code, from, expiresAt });
}
