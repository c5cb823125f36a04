import { createRoot, createSignal } from 'solid-js';
import { createSteady } from './steady.js';

test('what did not change stays the same object, wherever it stands by now; what changed is another', () =>
  createRoot((dispose) => {
    const [list, set] = createSignal([
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ]);
    const steady = createSteady(list);
    const [a, b] = steady();
    set([
      { id: 'b', n: 1 },
      { id: 'c', n: 1 },
      { id: 'a', n: 2 },
    ]);
    expect(steady()).toEqual([
      { id: 'b', n: 1 },
      { id: 'c', n: 1 },
      { id: 'a', n: 2 },
    ]);
    expect(steady()[0]).toBe(b);
    expect(steady()).not.toContain(a);
    dispose();
  }));
