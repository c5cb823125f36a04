import { capacityView } from '@alongside/projections/views/capacity.view.js';
import { directoryView } from '@alongside/projections/views/directory.view.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import { openToOffersView } from '@alongside/projections/views/open-to-offers.view.js';
import { IndexAway } from '@alongside/search/index-away.js';
import type { Provider, Type } from '@nestjs/common';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { viewReaderOf } from '../queries/live-views.js';
import { savedSearchView } from '@alongside/projections/views/saved-search.view.js';
import { DIRECTORY_INDEX, DIRECTORY_INDEXER, DIRECTORY_SEARCH, DirectoryController } from './directory.controller.js';
import { DirectoryIndexer } from './directory-indexer.js';
import type { DirectoryIndex } from './index-keeper.js';
import { DirectorySearch } from './directory-search.js';
import { DiscoveryController, SUGGESTIONS } from './discovery.controller.js';
import { ExpertiseMapController } from './expertise-map.controller.js';
import { LookingController } from './looking.controller.js';
import { MENTEE_POOL, MenteesController } from './mentees.controller.js';
import { MenteePool } from './mentee-pool.js';
import { MentorPool } from './mentor-pool.js';
import { MENTOR_POOL, MentorsForController } from './mentors-for.controller.js';
import { SavedSearches } from './saved-searches.js';
import { Suggestions } from './suggestions.js';

/** Injection token; it works by itself once it is made. */
const SAVED_SEARCHES = Symbol('SavedSearches');
/** The views that the pool and the index are made of. */
const SOURCES: ReadonlySet<string> = new Set([capacityView.name, directoryView.name, institutionView.name]);

function poolFrom({ views, projector }: HubParts): MentorPool {
  const pool = new MentorPool();
  pool.fill(views.store);
  views.onChanges((changes) => pool.heed(changes));
  projector.onServed((view) => SOURCES.has(view) && pool.fill(views.store));
  return pool;
}

function menteesFrom({ views, projector }: HubParts): MenteePool {
  const pool = new MenteePool();
  pool.fill(views.store);
  views.onChanges((changes) => pool.heed(changes));
  projector.onServed((view) => view === openToOffersView.name && pool.fill(views.store));
  return pool;
}

const suggestionsFrom = ({ views, clock, learning }: HubParts, pool: MentorPool): Suggestions =>
  new Suggestions(
    pool,
    viewReaderOf(views.store),
    () => clock.now(),
    () => views.through(),
    () => learning.serving,
  );

/** How long a start waits for the hub's own index, in milliseconds: that of most hubs is made by then. */
const FILL_WAIT_MS = 3_000;

/** Fails as the work does, if that is soon. Later failures are reported. */
async function withinTime(work: Promise<void>, report: (error: unknown) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  work.catch((error: unknown) => isLate && report(error));
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FILL_WAIT_MS);
  }).then(() => void (isLate = true));
  await Promise.race([work, waited]).finally(() => clearTimeout(timer));
}

async function indexerFrom(
  { views, projector, logger, clock, health, erasers, closingAfterViews }: HubParts,
  pool: MentorPool,
  index: DirectoryIndex,
): Promise<DirectoryIndexer> {
  const report = (error: unknown) =>
    logger.error('The directory could not be indexed.', {
      ...failureFields(error),
      ...(error instanceof IndexAway && error.said !== undefined && { said: error.said }),
    });
  const indexer = new DirectoryIndexer(index, pool, views.store, report, () => clock.now());
  // Of its own index a hub has something to say while it is made, or could not be.
  health.search.condition = () => (index.elsewhere || indexer.condition.state !== 'ready' ? indexer.condition : undefined);
  // Listens before it fills: what is committed meanwhile comes after.
  const filled = indexer.fill(views.through());
  views.onChanges((changes, through) => indexer.heed(changes, through));
  projector.onServed((view) => SOURCES.has(view) && indexer.refill(views.through()));
  erasers.push(() => indexer.scrub());
  closingAfterViews.push(() => indexer.close());
  // A server that is away, and a long list of mentors, keep nobody from the rest.
  if (!index.elsewhere) await withinTime(filled, report);
  return indexer;
}

/** The hub's clock looks at them, after whatever is due. */
function savedSearchesFrom(
  { views, projector, clock, dispatcher, chores, logger }: HubParts,
  directory: DirectorySearch,
  indexer: DirectoryIndexer,
): SavedSearches {
  const report = (error: unknown) => logger.error('A saved search could not be looked at.', failureFields(error));
  const saved = new SavedSearches({
    directory,
    store: views.store,
    now: () => clock.now(),
    dispatcher,
    report,
    isWhole: () => indexer.isWhole(),
  });
  views.onChanges((changes) => saved.heed(changes));
  projector.onServed((view) => view === savedSearchView.name && saved.fill());
  chores.push(() => saved.look());
  return saved;
}

export const discoveryControllers: readonly Type[] = [
  DiscoveryController,
  DirectoryController,
  MentorsForController,
  MenteesController,
  ExpertiseMapController,
  LookingController,
];

/** What finding a mentor needs: everybody who offers, ranked in memory and found by words. The index itself (`DIRECTORY_INDEX`) is chosen in `server/app`. */
export const discoveryProviders: readonly Provider[] = [
  { provide: MENTOR_POOL, inject: [HUB_PARTS], useFactory: poolFrom },
  { provide: MENTEE_POOL, inject: [HUB_PARTS], useFactory: menteesFrom },
  { provide: SUGGESTIONS, inject: [HUB_PARTS, MENTOR_POOL], useFactory: suggestionsFrom },
  { provide: DIRECTORY_INDEXER, inject: [HUB_PARTS, MENTOR_POOL, DIRECTORY_INDEX], useFactory: indexerFrom },
  {
    provide: DIRECTORY_SEARCH,
    inject: [HUB_PARTS, DIRECTORY_INDEXER],
    useFactory: (hub: HubParts, indexer: DirectoryIndexer) => new DirectorySearch(hub, indexer),
  },
  { provide: SAVED_SEARCHES, inject: [HUB_PARTS, DIRECTORY_SEARCH, DIRECTORY_INDEXER], useFactory: savedSearchesFrom },
];
