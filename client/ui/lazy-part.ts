import { createComponent, lazy } from 'solid-js';

/** A component of whatever props, as Solid's `lazy` takes it. */
type AnyComponent = Parameters<typeof lazy>[0] extends () => Promise<{ default: infer Component }> ? Component : never;

/** Parts of screens that were opened and may be shown later. `fetch-ahead.ts` fetches their code, and is told of each. */
export const ahead: { loads: (() => Promise<unknown>)[]; told: () => void } = { loads: [], told: () => undefined };

/**
 * A part of a screen whose code is fetched ahead, or when first shown, so that dialogs open offline. Failed fetches are repeated at the
 * next showing.
 */
export function lazyPart<Part extends AnyComponent>(load: () => Promise<{ default: Part }>): Part {
  const loaded = () =>
    load().catch((error: unknown) => {
      // What is lazy keeps its failure for good: the next one to show it begins anew.
      part = lazy(loaded);
      throw error;
    });
  let part = lazy(loaded);
  ahead.loads.push(load);
  ahead.told();
  // What is handed on is a component of the same props.
  return ((props: Parameters<Part>[0]) => createComponent(part, props)) as Part;
}
