import { configSchema } from './config.js';

/** How many letters may differ in a long name, and in one of less than `LONG_LETTERS`: more would take HOME for HOST. */
const LIMIT_LETTERS = 2;
const SHORT_LIMIT_LETTERS = 1;
const LONG_LETTERS = 8;

/** Servers that read names of their own with this first word. */
const OF_OTHERS = new Set(['MEILI', 'EVENTSTORE', 'LOG', 'DATA']);
/** What clusters add for each service that they run. */
const OF_CLUSTERS = /_SERVICE_|_PORT(_|$)/;

const KNOWN = Object.keys(configSchema.shape);
const lettersOf = (name: string): string => name.toUpperCase().replace(/[_-]/g, '');

/** How many letters must be added, removed, changed or swapped with the next to make one of the other. */
function letterChanges(one: string, other: string): number {
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      const ways = [(row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (same ? 0 : 1)];
      next.push(Math.min(...ways, swapped ? (before[to - 2] ?? 0) + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}

/** The setting that a name was meant for; undefined where it is one, or is like none. */
function meantBy(name: string): string | undefined {
  if (KNOWN.includes(name)) return undefined;
  const [letters, family] = [lettersOf(name), name.slice(0, Math.max(0, name.indexOf('_')))];
  const isOfFamily = (known: string) => family !== '' && known.startsWith(`${family}_`);
  // Letters are compared where they could be near: a terminal sets dozens of names that are none of ours.
  const near = KNOWN.filter((known) => isOfFamily(known) || Math.abs(lettersOf(known).length - letters.length) <= LIMIT_LETTERS)
    .map((known) => ({ known, changes: letterChanges(letters, lettersOf(known)) }))
    .toSorted((a, b) => a.changes - b.changes);
  const limitOf = (known: string) => (known.length < LONG_LETTERS ? SHORT_LIMIT_LETTERS : LIMIT_LETTERS);
  const nearest = near.find(({ known, changes }) => changes <= limitOf(known));
  if (nearest) return nearest.known;
  if (family === '' || OF_OTHERS.has(family) || OF_CLUSTERS.test(name)) return undefined;
  return near.find(({ known }) => isOfFamily(known))?.known;
}

/** A sentence for each name that looks like a misspelt setting: its value is not read, and without a word a hub would run by defaults. */
export const sayMisspelt = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].flatMap((name) => {
    const meant = meantBy(name);
    return meant ? [`${name} is no setting of Alongside. Did you mean ${meant}?`] : [];
  });
