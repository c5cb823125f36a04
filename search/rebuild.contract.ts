import { expect, test } from '@jest/globals';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { book, type Book, type BookFacet } from './books.contract.js';
import type { SearchIndex } from './search-index.js';

/** The rules about a new content, for the contract of a search index. `index` gives the empty one of the test that runs. */
export function rebuildContract(index: () => SearchIndex<Book, BookFacet>): void {
  const ids = async (text = '') => (await index().search({ text, for: ['everyone'] })).hits.map((hit) => hit.id);
  const filled = () => index().write({ put: [book('b1', 'First', { shelf: ['a'] }), book('b2', 'Second')], through: '0001' as Position });

  test('[SI21] once a new content is finished, it alone is found, by words, values and counts', async () => {
    await filled();
    const rebuild = await index().rebuild();
    await rebuild.write([book('b2', 'Second anew', { shelf: ['b'] }), book('b3', 'Third'), book('b4', 'Fourth')]);
    await rebuild.write([book('b3', 'Third anew')], ['b4']);
    await rebuild.finish('0005' as Position);
    expect([await ids(), await ids('first'), await ids('anew'), await ids('fourth')]).toEqual([['b2', 'b3'], [], ['b2', 'b3'], []]);
    expect((await index().search({ text: '', for: ['everyone'] })).facets.shelf).toEqual([{ value: 'b', count: 1 }]);
    expect([await index().count(), await index().through()]).toEqual([2, '0005']);
    await index().write({ put: [book('b5', 'Fifth')], remove: ['b2'] });
    expect([await ids(), await index().through()]).toEqual([['b5', 'b3'], '0005']);
  });

  test('[SI21] one that was never finished leaves nothing in the next', async () => {
    await filled();
    await (await index().rebuild()).write([book('lost', 'Lost')]);
    const again = await index().rebuild();
    await again.write([book('b9', 'Ninth')]);
    await again.finish(undefined);
    expect([await ids(), await ids('lost'), await index().through()]).toEqual([['b9'], [], undefined]);
    await expect((await index().rebuild()).write(Array.from({ length: 5_001 }, (_, n) => book(`b${n}`, 'Many')))).rejects.toThrow(
      'more than',
    );
  });

  test('[SI21] what was there is found until it is finished, and may be written', async () => {
    await filled();
    const rebuild = await index().rebuild();
    await rebuild.write([book('b3', 'Third', { shelf: ['c'] })]);
    expect([await ids(), await ids('third'), await index().count(), await index().through()]).toEqual([['b1', 'b2'], [], 2, '0001']);
    expect((await index().search({ text: '', for: ['everyone'] })).facets.shelf).toEqual([{ value: 'a', count: 1 }]);
    await index().write({ put: [book('b0', 'Added')], remove: ['b1'], through: '0002' as Position });
    expect([await ids(), await ids('frist'), await index().through()]).toEqual([['b0', 'b2'], [], '0002']);
    await rebuild.finish('0003' as Position);
    expect([await ids(), await ids('thrid'), await ids('secnod'), await index().through()]).toEqual([['b3'], ['b3'], [], '0003']);
  });

  test('[SI21] one content after another takes the place of the one before', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const rebuild = await index().rebuild();
      await rebuild.write([book('b1', `Turn ${turn}`), book(`only-${turn}`, 'Only')]);
      await rebuild.finish(`000${turn}` as Position);
      expect([await ids('turn'), await ids('only'), await index().through()]).toEqual([['b1'], [`only-${turn}`], `000${turn}`]);
    }
    await index().clear();
    expect([await ids(), await index().through()]).toEqual([[], undefined]);
  });
}
