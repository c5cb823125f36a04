import type { ViewStore } from '../store/view-store.js';
import { MemoryFeed } from '../testing/memory-feed.js';
import { folded, goalView, tallyView, type SampleEvent } from '../testing/sample-views.js';
import { Projector, type ProjectorOptions, type Trouble } from './projector.js';
import type { View } from './view.js';

const open: Projector[] = [];
/** For `afterEach`: closes what a spec opened. */
export const closeProjectors = async (): Promise<void> => {
  await Promise.all(open.splice(0).map((projector) => projector.close()));
};

/** A projector of two views, and the troubles that it reports. */
export function projectorOf(options: Partial<ProjectorOptions> & Pick<ProjectorOptions, 'feed' | 'store'>) {
  const troubles: Trouble[] = [];
  const projector = new Projector({
    views: [goalView, tallyView],
    retryPauseMs: 1,
    report: (trouble) => troubles.push(trouble),
    ...options,
  });
  open.push(projector);
  return { projector, troubles };
}

export function feedOf(...events: readonly SampleEvent[]) {
  const feed = new MemoryFeed();
  feed.append(...events);
  return feed;
}

export const rowsOf = (store: ViewStore, view: string) =>
  store.list(view, { for: 'all' }).map(({ id, audience, data }) => ({ id, audience, data }));
/** Each view holds what a fold of the whole log gives. */
export const expectFold = (store: ViewStore, feed: MemoryFeed, ...views: View[]) => {
  for (const view of views) expect(rowsOf(store, view.name)).toEqual(folded(view, feed.all()));
};
