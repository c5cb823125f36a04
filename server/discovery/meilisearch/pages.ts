import { squareBetween } from '@alongside/domain/uk/national-grid.js';
import { metresToNearest, type Circle } from '@alongside/search/near.js';
import { allOf, hasKey, hasPlace, not, type Filter } from './filters.js';
import { JSON_TEXT, ORDER, PLACE, placeOf } from './record.js';
import type { ServerIndex } from './server-index.js';

const IN_ORDER = [`${ORDER}:asc`, 'key:asc'];

/** One rung of a ladder of which a page shows some: those that meet it and not the one before. */
interface Part {
  readonly filter: Filter;
  readonly offset: number;
  readonly limit: number;
}

/** The rungs that a page shows, and which part of each. `totals`: how many meet each, those of the rungs before included. */
export function partsOf(rungs: readonly Filter[], totals: readonly number[], offset: number, limit: number): readonly Part[] {
  return rungs.flatMap((filter, at): Part[] => {
    const [before, all] = [totals[at - 1] ?? 0, totals[at] ?? 0];
    const from = Math.max(offset, before);
    const to = Math.min(offset + limit, all);
    if (to <= from) return [];
    const higher = rungs[at - 1];
    return [{ filter: higher && before > 0 ? allOf([filter, not(higher)]) : filter, offset: from - before, limit: to - from }];
  });
}

/** The documents of a page as they were written, each part in order. */
export async function pageOf(parts: readonly Part[], among: Filter, index: ServerIndex): Promise<readonly string[]> {
  const answers = await index.ask(
    parts.map(({ filter, offset, limit }) => ({
      filter: allOf([among, filter]),
      page: { offset, limit, retrieve: [JSON_TEXT], sort: IN_ORDER },
    })),
  );
  return answers.flatMap(({ hits }) => hits.map((hit) => String(hit[JSON_TEXT])));
}

/** As `pageOf`, the nearest first in each part. */
export async function nearestPageOf(parts: readonly Part[], among: Filter, index: ServerIndex, circle: Circle): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const { filter, offset, limit } of parts) {
    const keys = (await nearestKeys(allOf([among, filter]), index, circle, offset + limit)).slice(offset);
    const retrieve = { offset: 0, limit: keys.length, retrieve: ['key', JSON_TEXT], sort: IN_ORDER };
    const [found] = await index.ask([{ filter: hasKey(keys), page: retrieve }]);
    const byKey = new Map(found?.hits.map((hit) => [String(hit['key']), String(hit[JSON_TEXT])]));
    pages.push(...keys.flatMap((key) => byKey.get(key) ?? []));
  }
  return pages;
}

/** The keys of the nearest documents: those at the nearest places, as many places as hold so many. */
async function nearestKeys(filter: Filter, index: ServerIndex, circle: Circle, wanted: number): Promise<readonly string[]> {
  const [at] = await index.ask([{ filter, counted: [PLACE] }]);
  const places = Object.entries(at?.counts[PLACE] ?? {})
    .map(([key, count]) => ({ key, count, square: squareBetween(placeOf(key), circle) }))
    .toSorted((a, b) => a.square - b.square);
  let [taken, expected, found] = [0, 0, [] as readonly Placed[]];
  // A document at several places is counted at each: then more of them are taken.
  while (taken < places.length && found.length < wanted) {
    expected += wanted - found.length;
    let counted = places.slice(0, taken).reduce((sum, { count }) => sum + count, 0);
    const before = taken;
    while (taken < places.length && (counted < expected || taken === before || places[taken]?.square === places[taken - 1]?.square)) {
      counted += places[taken]?.count ?? 0;
      taken += 1;
    }
    const near = hasPlace(places.slice(0, taken).map(({ key }) => key));
    const page = { offset: 0, limit: counted, retrieve: ['key', ORDER, PLACE], sort: IN_ORDER };
    const [answer] = await index.ask([{ filter: allOf([filter, near]), page }]);
    found = (answer?.hits ?? []).map((hit) => placedIn(hit, circle));
  }
  // Sorting keeps the order of those that are as far.
  return found
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, wanted)
    .map(({ key }) => key);
}

interface Placed {
  readonly key: string;
  readonly metres: number;
}
const placedIn = (hit: Readonly<Record<string, unknown>>, circle: Circle): Placed => {
  const places = Array.isArray(hit[PLACE]) ? hit[PLACE].map((key) => placeOf(String(key))) : [];
  return { key: String(hit['key']), metres: metresToNearest(places, circle) ?? Infinity };
};
