import { seeded } from '@alongside/domain/testing/seeded.js';
import { book, books } from '@alongside/search/books.contract.js';
import { metresToNearest } from '@alongside/search/near.js';
import { MeilisearchIndex } from './meilisearch-index.js';
import { FakeMeilisearch } from './testing/fake-server.js';

describe('distances on a Meilisearch server', () => {
  test('[SI19] [SI20] are those that are worked out by hand, for any circle, page by page', async () => {
    const fake = await FakeMeilisearch.start();
    const index = new MeilisearchIndex({ url: fake.url, uid: 'near' }, books);
    const { below } = seeded(83);
    // Whole metres, halves of them, and points west and south of the grid.
    const point = () => ({ easting: below(130_000) / 2 - 25_000, northing: below(130_000) / 2 - 25_000 });
    const put = Array.from({ length: 150 }, (_, n) =>
      book(`b${n}`, 'Title', { shelf: [String(below(3))], places: Array.from({ length: below(4) }, point) }),
    );
    await index.write({ put });
    for (let turn = 0; turn < 15; turn += 1) {
      const within = { ...point(), metres: [0, 500, 5_000, 19_999, 60_000][below(5)] ?? 0 };
      const shelf = turn % 2 ? ['1'] : [];
      const matching = put.filter((one) => shelf.length === 0 || one.shelf.includes('1'));
      const far = (one: (typeof put)[number]) => metresToNearest(one.places, within) ?? Infinity;
      const inside = matching.filter((one) => far(one) <= within.metres).toSorted((a, b) => far(a) - far(b) || (a.id < b.id ? -1 : 1));
      const pages: string[] = [];
      let total = 0;
      for (let offset = 0; offset < inside.length + 40; offset += 40) {
        const answer = await index.search({
          ...{ text: '', for: ['everyone'] as const, filters: { shelf }, within },
          ...{ offsetDocuments: offset, limitDocuments: 40 },
        });
        pages.push(...answer.hits.map(({ id }) => id));
        total = answer.total;
        const nearest = Math.min(...matching.map(far));
        expect(answer.around).toEqual({
          withoutPlace: matching.filter(({ places }) => places.length === 0).length,
          nearestMetres: nearest,
        });
      }
      expect([total, pages]).toEqual([inside.length, inside.map(({ id }) => id)]);
    }
    await index.close();
    await fake.stop();
  });
});
