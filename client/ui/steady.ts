import { createMemo, type Accessor } from 'solid-js';

/**
 * A computed list that keeps equal items as the same objects. Lists are drawn by object, and redrawing a row loses its focus and open
 * parts.
 */
export function createSteady<Item>(list: Accessor<readonly Item[]>): Accessor<readonly Item[]> {
  let kept = new Map<string, Item>();
  return createMemo(() => {
    const next = list().map((item): [string, Item] => {
      const text = JSON.stringify(item);
      return [text, kept.get(text) ?? item];
    });
    kept = new Map(next);
    return next.map(([, item]) => item);
  });
}
