/** Meilisearch cuts longer values: two that differ behind the cut would be one. */
const VALUE_LIMIT_BYTES = 460;
/** Of a longer word only the beginning is searched. */
export const WORD_LIMIT_LETTERS = 100;
const PLAIN = /^[a-z0-9:-]$/;
const ESCAPED = /_([0-9a-f]{2})/g;

/** A value without what Meilisearch compares alike or reads as syntax: other characters by their bytes. Throws for one that it would cut. */
export function encoded(value: string): string {
  let written = 'v';
  for (const byte of Buffer.from(value, 'utf8')) {
    const character = String.fromCharCode(byte);
    written += PLAIN.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
  }
  if (written.length > VALUE_LIMIT_BYTES) throw new RangeError('A value is too long to be searched by.');
  return written;
}

export function decoded(written: string): string {
  const bytes = written.slice(1).replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The id of a document as a key: Meilisearch takes letters, digits, `-` and `_` alone. Keys are in the order of ids. */
export const keyOf = (id: string): string => `d${Buffer.from(id, 'utf8').toString('hex')}`;

/** A folded word as it is indexed and asked for. */
export const wordKept = (word: string): string => word.slice(0, WORD_LIMIT_LETTERS);
