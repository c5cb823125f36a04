import { FACET_LIMIT_VALUES, type FacetValue } from './search-index.js';

/** The values of a facet that are shown: the most frequent first, and chosen ones always, even where they do not occur (SI6). */
export function shownValues(counted: readonly FacetValue[], chosen: readonly string[]): readonly FacetValue[] {
  const found = counted.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const missing = chosen.filter((value) => !found.slice(0, FACET_LIMIT_VALUES).some((one) => one.value === value));
  const kept = found.slice(0, FACET_LIMIT_VALUES - missing.length);
  return [...kept, ...missing.map((value) => ({ value, count: found.find((one) => one.value === value)?.count ?? 0 }))];
}
