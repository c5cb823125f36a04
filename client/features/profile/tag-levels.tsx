import { For, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { proficiencyLevel } from '@alongside/domain/uk/taxonomy/lists.js';
import { SelectField } from '../../ui/index.js';
import { LEVEL_OPTIONS } from './options.js';

/** For each chosen area, how far a person is: one level or two, each with what it means in the first person. */
export function TagLevels<Item extends { readonly tag: string }>(props: {
  items: readonly Item[];
  levels: readonly { readonly label: string; readonly read: (item: Item) => number; readonly write: (item: Item, level: number) => Item }[];
  onChange: (items: readonly Item[]) => void;
  problem: (index: number) => string | undefined;
}): JSX.Element {
  const change = (tag: string, next: (item: Item) => Item) =>
    props.onChange(props.items.map((item) => (item.tag === tag ? next(item) : item)));
  // By tag, so that a list keeps its focus while a level changes.
  const tags = () => props.items.map(({ tag }) => tag);
  const at = (tag: string) => props.items.findIndex((item) => item.tag === tag);
  return (
    <Show when={props.items.length}>
      <ul class="list" role="list">
        <For each={tags()}>
          {(tag) => (
            <li class={props.levels.length === 1 ? 'profile__tag profile__tag--one' : 'profile__tag'}>
              <p id={`tag-${tag}`}>
                <strong>{expertiseName(tag)}</strong>
              </p>
              <div class="profile__levels" role="group" aria-labelledby={`tag-${tag}`}>
                <For each={props.levels}>
                  {(level, index) => {
                    const item = () => props.items[at(tag)];
                    const value = () => {
                      const found = item();
                      return found ? level.read(found) : 1;
                    };
                    return (
                      <SelectField
                        label={level.label}
                        hint={proficiencyLevel(value())?.self}
                        value={String(value())}
                        onChange={(chosen) => change(tag, (found) => level.write(found, Number(chosen)))}
                        options={LEVEL_OPTIONS}
                        error={index() === props.levels.length - 1 ? props.problem(at(tag)) : undefined}
                      />
                    );
                  }}
                </For>
              </div>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
