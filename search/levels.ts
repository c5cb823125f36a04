import type { IndexSettings } from './search-index.js';

/** Which columns tell as much as another, the most telling first: the first column alone, then all of at least each weight (SI7). */
export function levelsOf(columns: IndexSettings<never>['columns']): readonly (readonly string[])[] {
  const weights = [...new Set(columns.map(({ weight }) => weight))].toSorted((a, b) => b - a);
  const levels = weights.map((least, place) =>
    place === 0 ? columns.slice(0, 1) : columns.filter(({ weight }, at) => at === 0 || weight >= least),
  );
  return levels.map((level) => level.map(({ name }) => name));
}
