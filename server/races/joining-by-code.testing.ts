import { CODE_LIFE_MS } from '@alongside/domain/identity/sign-in.decider.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { must } from '../app/hub.testing.js';
import { IdentitySecrets } from '../identity/secrets.js';
import type { Act } from './two-hubs.testing.js';

export const CODE = '123456';
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
  await sendTo(hub, record, secrets.joining(record, emailOf(other)));
}

/** So that a record can be signed in as with `CODE`. */
export async function sendSignInCode(hub: Hub, record: string): Promise<void> {
  await sendTo(hub, record, new IdentitySecrets(hub.parts.master.bytes).address(emailOf(record)));
}

async function sendTo(hub: Hub, record: string, address: string): Promise<void> {
  const secrets = new IdentitySecrets(hub.parts.master.bytes);
  const expiresAt = new Date(Date.parse(hub.parts.clock.now()) + CODE_LIFE_MS).toISOString();
  const [code, from] = [secrets.code(address, CODE), secrets.network(address, 'a test')];
  await must(hub, HUB, 'SendSignInCode', { address, person: record, code, from, expiresAt });
}
