// Which mutants of an area are tried: Stryker has no sampling of its own.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { ROOT } from '../run.mjs';

const quiet = new Proxy({}, { get: (_, name) => (/^is\w+Enabled$/.test(String(name)) ? () => false : () => undefined) });

/** Where a mutant is and what it is, as Stryker counts: lines and columns from 0. */
export const placeOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  [fileName, `${start.line}:${start.column}-${end.line}:${end.column}`, mutatorName, replacement].join(' ');

/** A place as Stryker reports it, with lines and columns from 1, as it counts inside. */
export const from0 = ({ start, end }) => ({
  start: { line: start.line - 1, column: start.column - 1 },
  end: { line: end.line - 1, column: end.column - 1 },
});

/** The text that a mutant takes the place of. */
export function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
  return lines.join('\n').slice(start.column);
}

/** The beginning of some code, in one line. */
export const inOneLine = (code) => code.replace(/\s+/g, ' ').slice(0, 80);

/** Every mutant of the files, in their order. */
async function mutantsOf(files, root) {
  const read = files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') }));
  const { mutants } = await new Instrumenter(quiet).instrument(read, { plugins: null, excludedMutations: [], ignorers: [] });
  return mutants;
}

/**
 * A seeded choice of at most `limit` mutants, with their places. It goes by what a mutant changes, not by its line, so an edit elsewhere
 * keeps the choice.
 */
export async function sampleOf(files, { seed, limit, root = ROOT }) {
  const times = new Map();
  const ranked = (await mutantsOf(files, root)).map((mutant) => {
    const from = textAt(readFileSync(join(root, mutant.fileName), 'utf8'), mutant.location);
    const what = JSON.stringify([seed, mutant.fileName, mutant.mutatorName, from, mutant.replacement]);
    const time = (times.get(what) ?? 0) + 1;
    times.set(what, time);
    return { place: placeOf(mutant), rank: createHash('sha256').update(`${what}#${time}`).digest('hex') };
  });
  const chosen = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, limit);
  return { places: chosen.map(({ place }) => place), of: ranked.length };
}
