import { pageOf } from './comparison-pages.js';

const people = Array.from({ length: 1_234 }, (_, at) => ({
  row: at + 2,
  who: at % 100 === 0 ? `Zoë ${at}` : `Ann ${at}`,
  email: `p${at}@a.example`,
}));

describe('a part of a comparison', () => {
  test('is sent 500 at a time, and pages have all of it once', () => {
    const pages = [0, 500, 1_000].map((from) => pageOf(people, from));
    expect(pages.map(({ total, of }) => [total, of.length])).toEqual([
      [1_234, 500],
      [1_234, 500],
      [1_234, 234],
    ]);
    expect(pages.flatMap(({ of }) => of)).toEqual(people);
    expect(pageOf(people, 5_000).of).toEqual([]);
  });

  test('is searched as a whole, without accents and capitals', () => {
    const found = pageOf(people, 0, ' ZOE ');
    expect([found.total, found.of.length]).toEqual([13, 13]);
    expect(pageOf(people, 0, 'p1233@').of).toEqual([people[1_233]]);
  });
});
