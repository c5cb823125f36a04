import { canonicalJson } from './canonical.js';

describe('what is kept in the log', () => {
  test('is one text for equal values, whoever wrote them and in whatever order', () => {
    expect(canonicalJson({ b: 1, a: { d: [true, null, 'x'], c: undefined } })).toBe('{"a":{"d":[true,null,"x"]},"b":1}');
    expect(canonicalJson({ a: { d: [true, null, 'x'] }, b: 1 })).toBe(canonicalJson({ b: 1, a: { d: [true, null, 'x'] } }));
    expect(canonicalJson(['b', 'a'])).toBe('["b","a"]');
    expect(canonicalJson(Object.assign(Object.create(null) as object, { a: 0 }))).toBe('{"a":0}');
  });

  test.each([
    ['an infinite number', Infinity],
    ['what is no number', Number.NaN],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a symbol', Symbol('x')],
    ['nothing in a list', [undefined]],
    ['a hole in a list', Object.assign([], { length: 2 })],
    ['a key that would change what the value is', JSON.parse('{"__proto__":{}}')],
  ])('cannot be %s, however deep', (_, value: unknown) => {
    expect(() => canonicalJson({ a: [{ b: value }] })).toThrow(/kept in the log/);
  });
});
