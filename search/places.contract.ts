import { expect, test } from '@jest/globals';
import { book, type Book, type BookFacet } from './books.contract.js';
import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import type { SearchIndex, SearchQuery } from './search-index.js';

type Point = readonly [easting: number, northing: number];

/** A book on shelf `a` at points of the grid. */
const placed = (id: string, points: readonly Point[] = [], rest: Partial<Book> = {}): Book =>
  book(id, `Title ${id}`, { shelf: ['a'], places: points.map(([easting, northing]) => ({ easting, northing })), ...rest });

/** The rules about places, for the contract of a search index. `index` gives the empty one of the test that runs. */
export function placesContract(index: () => SearchIndex<Book, BookFacet>): void {
  const ask = (text: string, rest: Partial<SearchQuery<BookFacet>> = {}) => index().search({ text, for: ['everyone'], ...rest });
  const ids = async (text: string, rest: Partial<SearchQuery<BookFacet>> = {}) => (await ask(text, rest)).hits.map((hit) => hit.id);

  test('[SI19] a circle is met by any place in it, its edge included; who has no place is counted apart', async () => {
    const put = [
      placed('edge', [[3_000, 4_000]]),
      placed('out', [[3_000, 4_001]]),
      placed('two', [
        [90_000, 0],
        [0, -10],
      ]),
      placed('none'),
      book('other', 'Elsewhere', { shelf: ['b'] }),
      placed('hidden', [[1, 1]], { audience: ['person:eve'] }),
      placed('lost', [], { audience: ['person:eve'] }),
    ];
    await index().write({ put });
    const here = { within: { easting: 0, northing: 0, metres: 5_000 } };
    expect(await ids('', here)).toEqual(['two', 'edge']);
    expect(await ask('', { ...here, filters: { shelf: ['a'] } })).toMatchObject({ total: 2, around: { withoutPlace: 1 } });
    expect((await ask('', here)).around?.withoutPlace).toBe(2);
    expect((await ask('title', here)).around?.withoutPlace).toBe(1);
    expect(await ask('', { ...here, for: ['person:eve'] })).toMatchObject({ total: 1, around: { withoutPlace: 1 } });
    expect((await ask('')).around).toBeUndefined();
    for (const metres of [-1, -10, NaN]) expect(await ids('', { within: { ...here.within, metres } })).toEqual([]);
    expect(await ids('', { within: { easting: NaN, northing: 0, metres: 5_000 } })).toEqual([]);
    expect(await ids('', { within: { easting: 3_000, northing: 4_000, metres: 0 } })).toEqual(['edge']);
  });

  test('[SI19] facets count inside the circle, and it widens no word', async () => {
    const far: GridPoint = { easting: 50_000, northing: 0 };
    const put = [placed('b1', [[0, 0]], { shelf: ['a'] }), placed('b2', [[0, 1]], { shelf: ['b'] })];
    await index().write({
      put: [
        ...put,
        book('b3', 'Jonson', { shelf: ['b'], places: [far] }),
        book('b4', 'Johnson', { shelf: ['a'], places: [{ easting: 0, northing: 0 }] }),
      ],
    });
    const here = { within: { easting: 0, northing: 0, metres: 5_000 } };
    expect((await ask('', { ...here, filters: { shelf: ['a'] } })).facets.shelf).toEqual([
      { value: 'a', count: 2 },
      { value: 'b', count: 1 },
    ]);
    expect(await ask('jonson', here)).toMatchObject({ total: 0, around: { withoutPlace: 0, nearestMetres: 50_000 } });
  });

  test('[SI19] a document that moves is found where it is, and one that is gone nowhere', async () => {
    await index().write({
      put: Array.from({ length: 300 }, (_, n) =>
        placed(`b${1_000 + n}`, [
          [n * 10, 0],
          [n * 10, 5],
        ]),
      ),
    });
    const at = (easting: number) => ids('', { within: { easting, northing: 0, metres: 5 } });
    expect([await at(70), await at(2_990)]).toEqual([['b1007'], ['b1299']]);
    await index().write({ put: [placed('b1007', [[2_990, 1]])], remove: ['b1299', 'b1003'] });
    expect([await at(70), await at(2_990), await at(30), await at(2_980)]).toEqual([[], ['b1007'], [], ['b1298']]);
    await index().write({ put: [placed('b1007')] });
    expect([await at(2_990), (await ask('', { within: { easting: 0, northing: 0, metres: 1 } })).around?.withoutPlace]).toEqual([[], 1]);
    await index().clear();
    expect(await at(2_980)).toEqual([]);
  });

  test('[SI20] the nearest come first where words do not decide, page by page', async () => {
    const put = Array.from({ length: 60 }, (_, n) =>
      placed(`b${100 + n}`, [
        [((n * 37) % 60) * 100, 0],
        [900_000, 0],
      ]),
    );
    await index().write({
      put: [...put, placed('same', [[300, 0]]), book('word', 'Title', { about: 'title', places: [{ easting: 5_900, northing: 1 }] })],
    });
    const here = { within: { easting: 0, northing: 0, metres: 100_000 } };
    const byDistance = put.toSorted((a, b) => (a.places[0]?.easting ?? 0) - (b.places[0]?.easting ?? 0)).map(({ id }) => id);
    const all = [...byDistance.slice(0, 4), 'same', ...byDistance.slice(4), 'word'];
    expect(await ids('', here)).toEqual(all);
    const pages: string[] = [];
    for (let offset = 0; offset < 70; offset += 7) pages.push(...(await ids('', { ...here, offsetDocuments: offset, limitDocuments: 7 })));
    expect(pages).toEqual(all);
    // One has the word twice, which says nothing.
    expect(await ids('title', here)).toEqual(all);
    expect(await ids('', { ...here, limitDocuments: 0 })).toEqual([]);
  });

  test('[SI20] of very many in a circle the nearest come first, and those as far in order', async () => {
    const put = Array.from({ length: 2_600 }, (_, n) => placed(`b${10_000 + n}`, [[(n * 997) % 1_300, 0]]));
    await index().write({ put });
    const here = { within: { easting: 0, northing: 0, metres: 2_000 } };
    const sorted = put.toSorted((a, b) => (a.places[0]?.easting ?? 0) - (b.places[0]?.easting ?? 0)).map(({ id }) => id);
    for (const [offset, limit] of [
      [0, 10],
      [95, 100],
      [1_250, 7],
      [2_590, 100],
    ] as const)
      expect(await ids('', { ...here, offsetDocuments: offset, limitDocuments: limit })).toEqual(sorted.slice(offset, offset + limit));
  });

  test('[SI20] says how far the nearest is that matches otherwise, inside or not', async () => {
    await index().write({
      put: [
        placed('far', [
          [30_000, 40_000],
          [90_000, 0],
        ]),
        placed('near', [[0, 1_000]], { shelf: ['b'] }),
        placed('eve', [[0, 1]], { audience: [] }),
      ],
    });
    const here = { within: { easting: 0, northing: 0, metres: 5_000 } };
    expect((await ask('', here)).around).toEqual({ withoutPlace: 0, nearestMetres: 1_000 });
    expect(await ask('', { ...here, filters: { shelf: ['a'] } })).toMatchObject({ total: 0, around: { nearestMetres: 50_000 } });
    expect((await ask('zebra', here)).around).toEqual({ withoutPlace: 0 });
    expect((await ask('***', here)).around).toEqual({ withoutPlace: 0 });
  });
}
