import { createMemo, For, type Accessor, type JSX } from 'solid-js';

/**
 * Draws a list by who or what each item is, and not by the object that says so: where a row changes, its card stays, with the focus, what was
 * opened in it and what was typed. For cards that one works in; `key` is unique in the list.
 */
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
