const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A fixed number from 0 to 1 for each pair. Among equally good mentors it varies the order, so the start of the alphabet is not always
 * first.
 */
export function spread(mentee: string, mentor: string): number {
  let hash = FNV_OFFSET;
  for (const text of [mentee, '|', mentor])
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0xffff_ffff;
}
