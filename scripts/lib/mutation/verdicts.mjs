// What is known of survivors, kept in docs/mutation: each is a gap, until an engineer says why no test could tell it from the code.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../run.mjs';

export const verdictsFile = (area) => join(ROOT, 'docs/mutation', `${area.replaceAll('/', '-')}.json`);

const same = (a) => JSON.stringify([a.file, a.mutator, a.from, a.to]);

/** The survivors with what was said of each before; those that are not known yet are gaps. */
export function judged(survivors, known) {
  const left = [...known];
  return survivors.map((survivor) => {
    const at = left.findIndex((one) => same(one) === same(survivor));
    const [before] = at < 0 ? [] : left.splice(at, 1);
    return { ...survivor, verdict: before?.verdict ?? 'gap', why: before?.why ?? '' };
  });
}

/** Writes the numbers and the survivors of an area, and answers the survivors as they were judged. */
export function keepVerdicts(area, numbers, survivors) {
  const file = verdictsFile(area);
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).survivors : [];
  const list = judged(survivors, known);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...numbers, survivors: list }, null, 2)}\n`);
  return list;
}
