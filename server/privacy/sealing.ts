import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { EventId, PersonId } from '@alongside/domain/kernel/brand.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** The length of every key here, in bytes. */
export const KEY_BYTES = 32;

/** What stands in an event of the log in place of a personal field. An empty text: its person was already erased when it was written. */
export interface SealedValue {
  readonly $sealed: string;
  /** Whose key opens it: kept beside it, so that it can be opened whatever the schema of the event becomes. */
  readonly of: PersonId;
}

/** Whether a field of a stored event is sealed. Plain values never look so: personal fields are always written sealed. */
export const isSealed = (value: unknown): value is SealedValue =>
  typeof value === 'object' && value !== null && '$sealed' in value && 'of' in value;

/** Encrypts bytes so that only this key and this context open them. */
export function encrypt(key: Buffer, context: string, plain: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Opens what `encrypt` made; throws where the key or the context is another one, or a bit was changed. */
export function decrypt(key: Buffer, context: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

// Bound to the event and the field, so that sealed words cannot be moved to where they would be read as something else.
const contextOf = (event: EventId, field: string) => `${event} ${field}`;

/** Seals one field of one event with its person's key. */
export const sealValue = (key: Buffer, of: PersonId, event: EventId, field: string, value: unknown): SealedValue => ({
  $sealed: encrypt(key, contextOf(event, field), Buffer.from(JSON.stringify(value))),
  of,
});

/** The value that was sealed; throws where it was tampered with or moved. */
export const openValue = (key: Buffer, event: EventId, field: string, sealed: SealedValue): unknown =>
  JSON.parse(decrypt(key, contextOf(event, field), sealed.$sealed).toString());
