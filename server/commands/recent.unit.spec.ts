import { Recent } from './recent.js';

/** Holds two. */
function two() {
  const recent = new Recent<string, number>(2);
  recent.set('asha', 1);
  recent.set('ben', 2);
  return recent;
}
const held = (recent: Recent<string, number>) => ['asha', 'ben', 'cleo'].filter((key) => recent.get(key) !== undefined);

describe('what was used lately', () => {
  test('is kept up to the limit, and then what was set longest ago is forgotten', () => {
    const recent = two();
    expect(held(recent)).toEqual(['asha', 'ben']);
    recent.set('cleo', 3);
    expect(held(recent)).toEqual(['ben', 'cleo']);
    expect([recent.get('ben'), recent.get('cleo')]).toEqual([2, 3]);
  });

  test('counts as used when it is read', () => {
    const recent = two();
    expect(recent.get('asha')).toBe(1);
    recent.set('cleo', 3);
    expect(held(recent)).toEqual(['asha', 'cleo']);
  });

  test('counts as used when it is set anew, and nothing else is forgotten for it', () => {
    const recent = two();
    recent.set('asha', 4);
    expect(recent.get('asha')).toBe(4);
    expect(held(recent)).toEqual(['asha', 'ben']);
    const again = two();
    again.set('asha', 4);
    again.set('cleo', 3);
    expect(held(again)).toEqual(['asha', 'cleo']);
  });

  test('that is not there does not come to be there by asking', () => {
    const recent = two();
    for (let times = 0; times < 3; times += 1) expect(recent.get('cleo')).toBeUndefined();
    expect(held(recent)).toEqual(['asha', 'ben']);
  });

  test('asking for what is not there takes up no room, nor gives any', () => {
    const recent = two();
    recent.get('dan');
    for (const [key, value] of [
      ['cleo', 3],
      ['asha', 1],
      ['ben', 2],
    ] as const)
      recent.set(key, value);
    expect(held(recent)).toEqual(['asha', 'ben']);
  });

  test('is forgotten by name, or all of it', () => {
    const recent = two();
    recent.delete('asha');
    expect(held(recent)).toEqual(['ben']);
    recent.clear();
    expect(held(recent)).toEqual([]);
  });
});
