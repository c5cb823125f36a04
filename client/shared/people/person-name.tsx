import { createMemo, mapArray, Show, type Accessor } from 'solid-js';
import { HIDDEN_NAME, NO_NAME, within } from '@alongside/domain/text/mid-sentence.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { createView } from '../../replica/index.js';
import { Avatar, calledName, Pair, WordToCome, type Who } from '../../ui/index.js';

export { HIDDEN_NAME, NO_NAME };

/**
 * Reads who a person is. A name that was erased, or that this person may not see, has words of its own; one that is not read yet is empty.
 */
export function createWho(id: () => string | undefined): () => Who {
  const row = createView('person', id);
  // A row without a name is an erased person’s. Where nobody is asked for, nobody has gone.
  const instead = () => (row() ? NO_NAME : row.gone ? HIDDEN_NAME : '');
  return () => ({ id: id() ?? '', name: isolated(row()?.name || instead()), called: row()?.called });
}

/** Names of many people by id, for looking among them; empty where there is none to show. */
export function createNames(ids: Accessor<readonly string[]>): Accessor<ReadonlyMap<string, string>> {
  const rows = createMemo(mapArray(ids, (id) => [id, createView('person', () => id)] as const));
  return createMemo(() => new Map(rows().map(([id, row]) => [id, row()?.name ?? ''] as const)));
}

/** A person's name in a sentence, and room for it until it is read. `short`: the first name only. `within`: after another word. */
export function PersonName(props: { of: string; short?: boolean; within?: boolean }) {
  const who = createWho(() => props.of);
  const placed = (name: string) => (props.within ? within(name) : name);
  return (
    <Show when={who().name} fallback={<WordToCome />}>
      {(name) => <bdi class="name">{placed(props.short ? calledName(who()) : name())}</bdi>}
    </Show>
  );
}

/** A person's circle, beside their name. */
export function PersonAvatar(props: { of: string; size?: 'tiny' | 'small' | 'usual' | 'big' }) {
  const who = createWho(() => props.of);
  return <Avatar who={who()} size={props.size ?? 'usual'} />;
}

/** Two people's circles, overlapping. */
export function PeoplePair(props: { of: readonly [string, string]; size?: 'small' | 'usual' | 'big' }) {
  const one = createWho(() => props.of[0]);
  const other = createWho(() => props.of[1]);
  return <Pair of={[one(), other()]} size={props.size ?? 'usual'} />;
}
