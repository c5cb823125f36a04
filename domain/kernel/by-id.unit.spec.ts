import { byId, type ById } from './by-id.js';

const NONE: ById<string, number> = {};
const ODD = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];

describe('values by id', () => {
  test.each(ODD)('an id called %s is an id like any other', (id) => {
    expect([byId.has(NONE, id), byId.get(NONE, id)]).toEqual([false, undefined]);
    const one = byId.with(NONE, id, 1);
    expect([byId.has(one, id), byId.get(one, id), byId.size(one)]).toEqual([true, 1, 1]);
    expect(byId.entries(JSON.parse(JSON.stringify(byId.with(one, 'other', 2))) as typeof one)).toEqual([
      [id, 1],
      ['other', 2],
    ]);
    expect(byId.values(byId.without(byId.with(one, 'other', 2), id))).toEqual([2]);
  });

  test('what is added or taken away leaves the record before as it was', () => {
    const one = byId.with(NONE, 'a', 1);
    byId.without(one, 'a');
    byId.with(one, 'a', 2);
    expect([NONE, one]).toEqual([{}, { a: 1 }]);
  });
});
