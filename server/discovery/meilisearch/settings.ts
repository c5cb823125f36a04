import type { Settings } from 'meilisearch';
import { ONE_SLIP_FROM_LETTERS, TWO_SLIPS_FROM_LETTERS } from '@alongside/search/slips.js';
import type { IndexSettings } from '@alongside/search/search-index.js';
import { CELL, JSON_TEXT, KIND, ORDER, PLACE, PLACED, valuesOf, WHO, WORDS, wordsIn } from './record.js';

/** As far as any page or total goes. */
const TOTAL_LIMIT_DOCUMENTS = 1_000_000;
/** More places than schools in the UK: of a facet that has more values, those most frequent are counted. */
export const FACET_COUNTED_VALUES = 50_000;

/** How Meilisearch keeps an index. Words are asked by filters and typed words widened by facet search; its own ranking sorts only. */
export function settingsOf({ columns, facets }: IndexSettings<never>): Settings {
  const rule = (attributePatterns: string[], facetSearch: boolean) => ({
    attributePatterns,
    features: { facetSearch, filter: { equality: true, comparison: false } },
  });
  const others = [...columns.map(({ name }) => wordsIn(name)), ...facets.map(valuesOf)];
  return {
    filterableAttributes: [rule([WORDS], true), rule(['key', KIND, WHO, PLACED, PLACE, CELL, ...others], false)],
    sortableAttributes: ['key', ORDER],
    rankingRules: ['sort'],
    // Meilisearch's own words are never asked for: the fewest that it can keep.
    searchableAttributes: [KIND],
    displayedAttributes: ['key', KIND, ORDER, PLACE, JSON_TEXT, 'settings', 'through'],
    stopWords: [],
    synonyms: {},
    typoTolerance: {
      enabled: true,
      disableOnAttributes: [],
      disableOnWords: [],
      minWordSizeForTypos: { oneTypo: ONE_SLIP_FROM_LETTERS, twoTypos: TWO_SLIPS_FROM_LETTERS },
    },
    faceting: { maxValuesPerFacet: FACET_COUNTED_VALUES, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: TOTAL_LIMIT_DOCUMENTS },
    facetSearch: true,
  };
}

/** Those of the settings that a server has otherwise: an index that is as it should be is not made again. */
export function otherThan(wanted: Settings, kept: Settings): Settings {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !holds(kept[name as keyof Settings], value)));
}

/** Whether what a server says has all of what is wanted. It may name more, such as features that came later. */
function holds(kept: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(kept) || kept.length !== wanted.length) return false;
    const [ours, theirs] = wanted.every((one) => typeof one === 'string') ? [wanted.toSorted(), kept.toSorted()] : [wanted, kept];
    return ours.every((one, at) => holds(theirs[at], one));
  }
  if (typeof wanted !== 'object' || wanted === null) return kept === wanted;
  if (typeof kept !== 'object' || kept === null) return false;
  const there = kept as Readonly<Record<string, unknown>>;
  return Object.entries(wanted).every(([name, value]) => holds(there[name], value));
}
