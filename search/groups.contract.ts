import { expect, test } from '@jest/globals';
import { book, type Book, type BookFacet } from './books.contract.js';
import type { SearchIndex, SearchQuery } from './search-index.js';

/** The rules about groups of words and values, for the contract of a search index. `index` gives the empty one of the test that runs. */
export function groupsContract(index: () => SearchIndex<Book, BookFacet>): void {
  const ask = (text: string, rest: Partial<SearchQuery<BookFacet>> = {}) => index().search({ text, for: ['everyone'], ...rest });
  const ids = async (text: string, rest: Partial<SearchQuery<BookFacet>> = {}) => (await ask(text, rest)).hits.map((hit) => hit.id);

  test('[SI23] a group may be met in other ways, and by the beginnings of words in its columns', async () => {
    const put = [
      book('a', 'Asha Rahman', { shelf: ['fr'], about: 'ben' }),
      book('b', 'Ben', { shelf: ['en'] }),
      book('c', 'Cy', { shelf: ['de'], about: 'asha' }),
      book('d', 'Asha', { shelf: ['en'], audience: ['person:eve'] }),
    ];
    await index().write({ put });
    const titled = (words: string, begun = true) => ({ values: {}, words, columns: ['title'], begun });
    expect([await ids('', { understood: [titled('ash')] }), await ids('', { understood: [titled('ash', false)] })]).toEqual([['a'], []]);
    expect(await ids('', { understood: [titled('rah ash')] })).toEqual(['a']);
    expect(await ids('', { understood: [{ ...titled('asha ben'), columns: ['title', 'about'] }] })).toEqual([]);
    const german = { values: { shelf: ['de'] }, words: '', columns: [] };
    expect(await ids('', { understood: [{ ...titled('ben'), or: [german, titled('zebra')] }] })).toEqual(['c', 'b']);
    expect((await ask('', { understood: [titled('ash')] })).why).toEqual([
      [{ typed: 'ash', how: 'understood', words: ['asha'], columns: ['title'], values: {} }],
    ]);
    expect((await ask('', { understood: [{ ...titled('zebra'), or: [german] }] })).why[0]?.[0]?.values).toEqual({ shelf: ['de'] });
    // A group that names no value leaves the order to those that do.
    const french = { values: { shelf: ['de'] }, words: 'asha', columns: ['title'] };
    expect(await ids('', { understood: [french, { ...titled('a'), or: [titled('cy')] }] })).toEqual(['c', 'a']);
    for (const words of ['"', '', '*', 'a" OR "b']) expect(await ids('', { understood: [titled(words)] })).toEqual([]);
  });

  test('[SI24] what meets any of `without` is neither found nor counted, and keeps no word from being widened', async () => {
    const put = [
      book('a', 'Johnson', { shelf: ['fr'] }),
      book('b', 'Jonson', { shelf: ['en'], about: 'toast' }),
      book('c', 'Johnson', { shelf: ['de'], about: 'toasted' }),
    ];
    await index().write({ put });
    const english = { values: { shelf: ['en'] }, words: '', columns: [] };
    const toast = { values: {}, words: 'toast', columns: ['title', 'about'] };
    expect([await ids('', { without: [english] }), await ids('', { without: [toast] })]).toEqual([
      ['a', 'c'],
      ['a', 'c'],
    ]);
    expect(await ids('', { without: [{ ...toast, begun: true }] })).toEqual(['a']);
    expect(await ids('', { without: [english, { values: { shelf: ['fr'] }, words: '', columns: [] }] })).toEqual(['c']);
    expect(await ask('jonson', { without: [toast], filters: { shelf: ['fr'] } })).toMatchObject({
      total: 1,
      hits: [{ id: 'a' }],
      why: [[{ typed: 'jonson', how: 'slip' }]],
      facets: {
        shelf: [
          { value: 'de', count: 1 },
          { value: 'fr', count: 1 },
        ],
      },
    });
    expect(await ids('', { without: [{ values: {}, words: '', columns: [] }] })).toEqual(['a', 'c', 'b']);
  });
}
