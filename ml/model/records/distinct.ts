import type { Example, Side } from './record.js';

/** One side of all examples: each record once, and by row which record and which id it has. */
export interface Distinct {
  readonly records: readonly Side[];
  readonly recordOf: Int32Array;
  readonly ids: readonly string[];
  readonly idOf: Int32Array;
}

/** A person may come with other features in another line: then there are several records of one id. */
export function distinct(examples: readonly Example[], side: 'left' | 'right'): Distinct {
  const [places, idPlaces] = [new Map<string, number>(), new Map<string, number>()];
  const records: Side[] = [];
  const [recordOf, idOf] = [new Int32Array(examples.length), new Int32Array(examples.length)];
  examples.forEach((example, row) => {
    const record = example[side];
    const key = JSON.stringify([record.id, record.features]);
    let place = places.get(key);
    if (place === undefined) {
      place = records.push(record) - 1;
      places.set(key, place);
    }
    recordOf[row] = place;
    const id = idPlaces.get(record.id) ?? idPlaces.size;
    idPlaces.set(record.id, id);
    idOf[row] = id;
  });
  return { records, recordOf, ids: [...idPlaces.keys()], idOf };
}
