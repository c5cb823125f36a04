import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Brand } from './brand.js';
import { canonicalJson } from './canonical.js';

/** What a person wrote, as far as state needs it: equal for equal words, and not the words. */
export type Digest = Brand<string, 'Digest'>;

/** Bytes of SHA-256 that are kept. Nobody gains by two texts with one digest, so half of it is enough. */
const KEPT_BYTES = 16;

/**
 * The digest of words, the same in Node and browsers, at once: deciders cannot await WebCrypto. Short words can be guessed from it, so only
 * their readers may see it.
 */
export const digestOf = (words: unknown): Digest => bytesToHex(sha256(utf8ToBytes(canonicalJson(words))).subarray(0, KEPT_BYTES)) as Digest;
