import { folded } from './folding.js';

const DASHES = /\s*[\u002d\u2010-\u2015\u2212\ufe63\uff0d]\s*/g;
const alike = (name: string): string => folded(name).replace(DASHES, '-').replace(/[.,]/g, '');
/** Marks and letters that are no plain ones. */
const accents = (name: string): number => name.normalize('NFD').match(/\p{M}|(?![a-z])[\p{Ll}\p{Lu}\p{Lo}](?<![A-Z])/gu)?.length ?? 0;

/** `P Raman` of `Priya Raman`: each name is there, one of them at least as an initial. */
function isInitialled(name: string, other: string): boolean {
  const [long, short] = [alike(name).split(' '), alike(other).split(' ')];
  if (short.length > long.length || short.length < 2 || long.at(-1) !== short.at(-1)) return false;
  let at = -1;
  let initials = 0;
  for (const word of short) {
    const next = long.findIndex((one, index) => index > at && (one === word || ([...word].length === 1 && one.startsWith(word))));
    if (next < 0) return false;
    if (long[next] !== word) initials += 1;
    at = next;
  }
  return initials > 0;
}

/** Whether another writing of a name says less of it or the same: initials, accents left out, other apostrophes, dashes or full stops. */
export const saysNoMore = (name: string, other: string): boolean =>
  (alike(name) === alike(other) && accents(other) <= accents(name)) || isInitialled(name, other);
