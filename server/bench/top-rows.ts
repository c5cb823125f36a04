import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { normal } from '@alongside/ml/model/random.js';
import { topRows } from '@alongside/ml/model/top-rows.js';

const WIDTH = 64;
const BEST = 50;
const QUERIES = 20;
const TURNS_OF_ROUND = 40;

/** Milliseconds for the best of so many rows beside a loop by hand, the quickest turn of each. Throws where the two differ. */
export function topRowsBesideLoop(count: number, rounds: number, seed: number) {
  const random = numbersFrom(seed);
  const floats = (length: number) => Float32Array.from({ length }, () => normal(random));
  const table = floats(count * WIDTH);
  const queries = Array.from({ length: QUERIES }, () => floats(WIDTH));
  for (const query of queries)
    if (topRows(table, query, BEST).rows.join() !== byHand(table, query).join()) throw new Error('The rows differ.');
  const quickest = { ms: Infinity, handMs: Infinity };
  // In turns, and the quickest of each: other work on the machine only ever makes one slower.
  for (let turn = 0; turn < rounds * TURNS_OF_ROUND; turn += 1) {
    const query = queries[turn % QUERIES] as Float32Array;
    quickest.ms = Math.min(
      quickest.ms,
      timed(() => topRows(table, query, BEST)),
    );
    quickest.handMs = Math.min(
      quickest.handMs,
      timed(() => byHand(table, query)),
    );
  }
  return { ...quickest, ratio: quickest.ms / quickest.handMs };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** As one would write it for this table alone: its width is known, and a row goes into a short list that is in order. */
function byHand(table: Float32Array, query: Float32Array): Int32Array {
  const [rows, scores] = [new Int32Array(BEST), new Float64Array(BEST).fill(-Infinity)];
  for (let row = 0, from = 0; from < table.length; row += 1, from += WIDTH) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0; at < WIDTH; at += 4) {
      a += (table[from + at] as number) * (query[at] as number);
      b += (table[from + at + 1] as number) * (query[at + 1] as number);
      c += (table[from + at + 2] as number) * (query[at + 2] as number);
      d += (table[from + at + 3] as number) * (query[at + 3] as number);
    }
    const score = a + b + (c + d);
    if (score <= (scores[BEST - 1] as number)) continue;
    let place = BEST - 1;
    for (; place > 0 && (scores[place - 1] as number) < score; place -= 1) {
      scores[place] = scores[place - 1] as number;
      rows[place] = rows[place - 1] as number;
    }
    scores[place] = score;
    rows[place] = row;
  }
  return rows;
}
