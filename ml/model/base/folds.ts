import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { shuffle } from '../random.js';

/** By row: which part it is in. All rows of a left person are in the same part. */
export function foldsOf(personOf: Int32Array, people: number, parts: number, seed: number): Uint8Array {
  const order = shuffle(
    Int32Array.from({ length: people }, (_, person) => person),
    numbersFrom(seed),
  );
  const partOf = new Uint8Array(people);
  order.forEach((person, place) => (partOf[person] = place % parts));
  return Uint8Array.from(personOf, (person) => partOf[person] as number);
}

/** Rows inside a part, and all others. */
export function split(folds: Uint8Array, part: number): { readonly inside: Int32Array; readonly outside: Int32Array } {
  const rows = Int32Array.from(folds.keys());
  return { inside: rows.filter((row) => folds[row] === part), outside: rows.filter((row) => folds[row] !== part) };
}
