import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { COUNTED, happened } from '@alongside/projections/testing/given-events.js';
import { MapRows } from '@alongside/projections/engine/map-rows.js';
import { tell } from '@alongside/projections/engine/tell.js';
import type { View } from '@alongside/projections/engine/view.js';
import { capacityView } from '@alongside/projections/views/capacity.view.js';
import { directoryView } from '@alongside/projections/views/directory.view.js';
import type { DirectoryDocument } from '@alongside/search/directory.js';
import type { IndexWrite } from '@alongside/search/search-index.js';
import { DirectoryIndexer } from './directory-indexer.js';
import type { DirectoryIndex } from './index-keeper.js';
import { MentorPool } from './mentor-pool.js';

const NO_VALUES = { before: [], after: [] };

type Told = ReturnType<typeof happened>;
const views = [capacityView, directoryView] as unknown as readonly View[];

/** Asha offers two places; each commit takes one event to the pool and then to the index, as the hub does. */
function listed() {
  const store = new MemoryViewStore();
  const pool = new MentorPool();
  const written: IndexWrite<DirectoryDocument>[] = [];
  const index = { write: (one: IndexWrite<DirectoryDocument>) => Promise.resolve(void written.push(one)) } as unknown as DirectoryIndex;
  const indexer = new DirectoryIndexer(
    index,
    pool,
    store,
    (error) => {
      throw error;
    },
    () => '2026-11-30T09:00:00.000Z',
  );
  const tables = views.map((view) => [view, new MapRows<unknown>()] as const);
  const happens = async (event: Told): Promise<readonly (number | string)[]> => {
    const changes = tables.flatMap(([view, rows]): Change[] => {
      const before = new Map(rows.all);
      tell(view, event, rows);
      const ids = new Set([...before.keys(), ...rows.all.keys()]);
      return [...ids].flatMap((id) => {
        const row = rows.get(id);
        if (JSON.stringify(before.get(id)) === JSON.stringify(row)) return [];
        return {
          view: view.name,
          id,
          position: event.position,
          before: before.get(id)?.audience ?? [],
          under: NO_VALUES,
          ...(row && { row }),
        };
      });
    });
    pool.heed(changes);
    written.length = 0;
    indexer.heed(changes, event.position as Position);
    await indexer.settled();
    return written.flatMap(({ put = [], remove = [] }) => [...put.map(({ freePlaces }) => freePlaces), ...remove]);
  };
  return { pool, happens };
}

const offered = happened('MentoringOffered', { person: 'asha', offer: { careerStages: [], note: '' } });
const places = (count: number) => happened('CapacityChanged', { mentor: 'asha', places: count });
const both = { request: 'r1', mentor: 'asha', mentee: 'ben' };
const asked = happened('MentoringRequested', {
  ...{ ...both, note: '', aims: [], times: [], reserves: [] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
});
const discussed = happened('RequestDiscussed', {
  ...{ request: 'r1', from: 'asha', text: 'When?', remindOn: '2026-03-05', answerBy: '2026-03-10', counted: COUNTED },
});
const lapsed = (actsNext: 'mentor' | 'mentee') =>
  happened('RequestLapsed', { request: 'r1', mentor: 'asha', mentee: 'ben', actsNext, next: null });
const accepted = happened('RequestAccepted', { ...both, mentorship: 'm1', aims: [] });
const released = happened('PlaceReleased', { mentor: 'asha', mentorship: 'm1' });

describe('the index of the directory', () => {
  test('is written when somebody has another number of places free, and not for what else is counted of them', async () => {
    const { pool, happens } = listed();
    expect(await happens(places(2))).toEqual([]);
    expect(await happens(offered)).toEqual([2]);
    expect(await happens(asked)).toEqual([]);
    expect(await happens(discussed)).toEqual([]);
    expect(pool.find('asha' as PersonId)?.row).toMatchObject({ openRequests: 1, answered: 1, places: 2, taken: 0 });
    expect(await happens(accepted)).toEqual([1]);
    expect(await happens(places(1))).toEqual([0]);
    expect(await happens(released)).toEqual([1]);
    expect(await happens(happened('MentoringPaused', { person: 'asha', until: null }))).toEqual([0]);
    expect(await happens(places(3))).toEqual([]);
    expect(await happens(happened('MentoringResumed', { person: 'asha' }))).toEqual([3]);
    expect(await happens(happened('MentoringWithdrawn', { person: 'asha' }))).toEqual(['asha']);
    expect(await happens(places(4))).toEqual([]);
    expect(await happens(offered)).toEqual([4]);
  });

  test('is written when somebody no longer replies, and when they do something again', async () => {
    const { happens } = listed();
    await happens(places(2));
    await happens(offered);
    // The first may be chance.
    expect(await happens(lapsed('mentor'))).toEqual([]);
    expect(await happens(lapsed('mentee'))).toEqual([]);
    expect(await happens(lapsed('mentor'))).toEqual([2]);
    expect(await happens(lapsed('mentor'))).toEqual([]);
    expect(await happens(places(2))).toEqual([2]);
  });
});
