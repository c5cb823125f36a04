import { createMemo, For, type Accessor, type JSX } from 'solid-js';

/** Draws a list by `key`, unique in it, instead of by object: when a row changes, its card keeps its focus, open parts and typed text. */
export function ByKey<Item>(props: {
  each: readonly Item[];
  key: (item: Item) => string;
  children: (item: Accessor<Item>, index: Accessor<number>) => JSX.Element;
}): JSX.Element {
  const items = createMemo(() => new Map(props.each.map((item) => [props.key(item), item])));
  return (
    <For each={[...items().keys()]}>
      {(key, index) => {
        // An item that goes is read once more by what is being taken down.
        const item = createMemo<Item>((before) => items().get(key) ?? before, items().get(key) as Item);
        return props.children(item, index);
      }}
    </For>
  );
}
