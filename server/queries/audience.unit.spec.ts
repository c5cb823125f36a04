import { principalsIn } from './audience.js';

test('whom somebody knows is asked only where a view has rows for that', () => {
  const principals = new Set(['everyone', 'person:ben', 'known:asha', 'mentorship:m1'] as const);
  expect(principalsIn('person', principals)).toEqual([...principals]);
  for (const view of ['meeting', 'directory', 'access'])
    expect(principalsIn(view, principals)).toEqual(['everyone', 'person:ben', 'mentorship:m1']);
});
