import { ahead } from './lazy-part.js';

/** How long after a part became known its code is fetched: the screen itself comes first. In milliseconds. */
const AHEAD_AFTER_MS = 3_000;

let due: ReturnType<typeof setTimeout> | undefined;

/** Begins to fetch ahead what screens may show later. Said once, by the app; specs fetch what they show. */
export function fetchAhead(): void {
  ahead.told = fetchSoon;
  window.addEventListener('online', fetchSoon);
  fetchSoon();
}

function fetchSoon(): void {
  if (due === undefined && ahead.loads.length > 0) due = setTimeout(() => void fetchAll(), AHEAD_AFTER_MS);
}

/** One after the other: nothing that a person does now should wait for it. */
async function fetchAll(): Promise<void> {
  const failed: (typeof ahead)['loads'] = [];
  for (const load of ahead.loads.splice(0)) await load().catch(() => failed.push(load));
  due = undefined;
  if (ahead.loads.length > 0) fetchSoon();
  // Without a network they wait for it to be back.
  ahead.loads.push(...failed);
}
