import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { folded } from '@alongside/domain/text/folding.js';
import { Button, createRested, TextField } from '../../ui/index.js';

const STEP_ROWS = 25;
/** How long a user rests between keys before the hub is asked, in milliseconds. */
const REST_MS = 200;

export const toggled = <Key,>(set: ReadonlySet<Key>, key: Key, isIn: boolean): ReadonlySet<Key> =>
  new Set(isIn ? [...set, key] : [...set].filter((one) => one !== key));

export type PartName = 'added' | 'returning' | 'changes' | 'sameNames' | 'gone' | 'former' | 'alike' | 'schools' | 'closing' | 'following';
/** Asks for more of a part of a comparison: all that have a text in them, one page, or everything. */
export type LoadPart = (part: PartName, want: { readonly find: string } | 'page' | 'all') => Promise<void>;

const has = (one: object, text: string): boolean =>
  Object.values(one).some((value) => typeof value === 'string' && folded(value).includes(text));

/** Part of a list that grows by steps and can be searched. Where the hub sent only the first of it, the rest is asked for: nothing is cut. */
export function Steps<One extends object>(props: {
  of: { readonly total: number; readonly of: readonly One[] };
  part: PartName;
  onLoad: LoadPart;
  /** What is done with all that match. */
  forShown?: (shown: readonly One[]) => JSX.Element;
  children: (some: readonly One[]) => JSX.Element;
}): JSX.Element {
  const [limit, setLimit] = createSignal(STEP_ROWS);
  const [typed, setTyped] = createSignal('');
  const [loading, setLoading] = createSignal(false);
  const rested = createRested(typed, REST_MS);
  const text = () => folded(typed().trim());
  const found = () => (text() === '' ? props.of.of : props.of.of.filter((one) => has(one, text())));
  const notHere = () => props.of.total - props.of.of.length;
  const load = async (want: Parameters<LoadPart>[1]) => {
    setLoading(true);
    await props.onLoad(props.part, want);
    setLoading(false);
  };
  createEffect(
    on(
      rested,
      (find) => {
        setLimit(STEP_ROWS);
        if (find.trim() !== '' && notHere() > 0) void load({ find: find.trim() });
      },
      { defer: true },
    ),
  );
  /** Matches of a text are all here once it was looked for. */
  const isWhole = () => notHere() === 0 || (text() !== '' && !loading() && folded(rested().trim()) === text());
  const more = () => Math.max(0, found().length - limit()) + (text() === '' ? notHere() : 0);
  const showMore = async () => {
    if (found().length - limit() < STEP_ROWS && text() === '' && notHere() > 0) await load('page');
    setLimit((now) => now + STEP_ROWS);
  };
  const say = () => {
    if (loading()) return 'Loading more of this list';
    const total = props.of.total.toLocaleString('en-GB');
    return text() === '' ? `${total} in this list` : `${found().length.toLocaleString('en-GB')} of ${total} match`;
  };
  return (
    <div class="stack">
      <Show when={props.of.total > STEP_ROWS}>
        <TextField label="Search this list" kind="search" autocomplete="off" value={typed()} onInput={setTyped} />
        <p class="small muted" role="status">
          {say()}
        </p>
      </Show>
      <Show when={isWhole() && found().length > 1}>
        <div class="line line--wrap">{props.forShown?.(found())}</div>
      </Show>
      {props.children(found().slice(0, limit()))}
      <Show when={more() > 0}>
        <div>
          <Button tone="quiet" small pending={loading()} onPress={() => void showMore()}>
            Show {Math.min(STEP_ROWS, more())} more
          </Button>
        </div>
      </Show>
    </div>
  );
}
