import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { matrixOf } from '../base/design.js';
import type { Lessons } from '../network/batch.js';
import { normal } from '../random.js';

/** Small made-up lessons: every record has some of the rows of a table. */
export function randomLessons(seed: number, { pairs = 60, records = 20, rows = 30 } = {}): Lessons {
  const random = numbersFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const side = () => {
    const sparse = Array.from({ length: records }, () => {
      const ids = [...new Set(Array.from({ length: 6 }, () => below(rows)))];
      return { ids: Int32Array.from(ids), values: Float32Array.from(ids, () => normal(random)) };
    });
    const recordOf = Int32Array.from({ length: pairs }, () => below(records));
    return { matrix: matrixOf(sparse, rows), recordOf, personOf: recordOf };
  };
  return {
    left: side(),
    right: side(),
    offsets: Float32Array.from({ length: pairs }, () => normal(random) / 2),
    targets: Float32Array.from({ length: pairs }, () => (random() < 0.4 ? 1 : random() / 2)),
  };
}
