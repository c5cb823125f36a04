/** A number of the standard normal distribution, of twelve even ones: no logarithm, whose last bit differs between machines. */
export function normal(random: () => number): number {
  let sum = -6;
  for (let turn = 0; turn < 12; turn += 1) sum += random();
  return sum;
}

/** Puts numbers into another order, in place. */
export function shuffle(numbers: Int32Array, random: () => number): Int32Array {
  for (let last = numbers.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = numbers[last] as number;
    numbers[last] = numbers[other] as number;
    numbers[other] = kept;
  }
  return numbers;
}

/** A number that words decide (FNV-1a, then mixed), from 0 to 2³² − 1. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
