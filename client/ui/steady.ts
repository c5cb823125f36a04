import { createMemo, type Accessor } from 'solid-js';

/**
 * A list that is worked out anew and keeps what did not change: items that read the same are the same object as before. Lists are drawn by
 * their objects, and a row that is drawn anew for nothing takes the focus and whatever was opened in it away.
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
