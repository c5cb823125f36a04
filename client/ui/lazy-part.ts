import { createComponent, lazy } from 'solid-js';

/** How long after a part became known its code is fetched: the screen itself comes first. In milliseconds. */
const AHEAD_AFTER_MS = 3_000;
type Load = () => Promise<unknown>;
/** A component of whatever props, as Solid's `lazy` takes it. */
type AnyComponent = Parameters<typeof lazy>[0] extends () => Promise<{ default: infer Component }> ? Component : never;

/** Parts of screens that were opened, whose code is not here yet. */
let ahead: readonly Load[] = [];
let fetches = false;
let due: ReturnType<typeof setTimeout> | undefined;

/**
 * A part of a screen whose code is fetched when it is first shown, or ahead of that once the screen has come: a dialog then opens without a
 * network. One that could not be fetched is fetched again when it is shown again.
 */
export function lazyPart<Part extends AnyComponent>(load: () => Promise<{ default: Part }>): Part {
  const loaded = () =>
    load().catch((error: unknown) => {
      // What is lazy keeps its failure for good: the next one to show it begins anew.
      part = lazy(loaded);
      throw error;
    });
  let part = lazy(loaded);
  ahead = [...ahead, load];
  fetchSoon();
  // What is handed on is a component of the same props.
  return ((props: Parameters<Part>[0]) => createComponent(part, props)) as Part;
}

/** Begins to fetch ahead what screens may show later. Said once, by the app; specs fetch what they show. */
export function fetchAhead(): void {
  fetches = true;
  window.addEventListener('online', fetchSoon);
  fetchSoon();
}

function fetchSoon(): void {
  if (!fetches || due !== undefined || ahead.length === 0) return;
  due = setTimeout(() => void fetchAll(), AHEAD_AFTER_MS);
}

/** One after the other: nothing that a person does now should wait for it. */
async function fetchAll(): Promise<void> {
  const [loads, failed]: [readonly Load[], Load[]] = [ahead, []];
  ahead = [];
  for (const load of loads) await load().catch(() => failed.push(load));
  due = undefined;
  // Without a network they wait for it to be back.
  ahead = [...ahead, ...failed];
  if (failed.length === 0) fetchSoon();
}
