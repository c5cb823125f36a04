import { excerptOf } from './excerpt.js';

const words = (...some: string[]) => new Set(some);
const LONG = `${'One two three four. '.repeat(20)}I love O’Brien’s retrieval practice. ${'Five six seven. '.repeat(20)}`;

describe('an excerpt', () => {
  test('is the whole of a short text', () => expect(excerptOf(' I like\n retrieval. ', words('retrieval'))).toBe('I like retrieval.'));

  test('of a long one is what stands around the first word that was found, cut between words', () => {
    const excerpt = excerptOf(LONG, words('retrieval', 'seven')) ?? '';
    expect(excerpt).toMatch(/^… .*I love O’Brien’s retrieval practice\. Five six.* …$/);
    expect(excerpt.length).toBeLessThanOrEqual(184);
    expect(excerptOf(LONG, words('one'))).toMatch(/^One two .* …$/);
  });

  test('of a text without any of the words is none', () => expect(excerptOf(LONG, words('zebra'))).toBeUndefined());

  test('of one word without an end is its beginning', () =>
    expect(excerptOf('x'.repeat(9_000), words('x'.repeat(9_000)))).toHaveLength(180));
});
