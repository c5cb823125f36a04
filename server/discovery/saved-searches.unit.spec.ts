import type { Instant, PersonId, SearchId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { FOUND_LIMIT_MENTORS } from '@alongside/domain/searches/searches.events.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { foundDigest, type SavedSearchRow } from '@alongside/projections/views/saved-search.view.js';
import { LOOKED_AT_ONCE_SEARCHES, queryIn, SavedSearches } from './saved-searches.js';

const people = (...names: string[]) => names as PersonId[];
type Given = { readonly type: string; readonly data: { readonly search: string; readonly found: readonly PersonId[] } };

/** A directory that finds these, and a log that follows what it is told. */
function standing(kept: readonly string[], at = '2026-03-06T09:00:00.000Z') {
  const rows = new Map(
    kept.map((search): [string, SavedSearchRow] => [
      search,
      { search: search as SearchId, person: 'ben' as PersonId, name: search, asked: `q=${search}&phase=ph-ks3`, found: null },
    ]),
  );
  const state = {
    now: at as Instant,
    found: people('asha'),
    total: 1,
    given: [] as (Given & { readonly commandId: string })[],
    asked: [] as unknown[],
    failed: [] as unknown[],
    whole: true,
  };
  const stored = (id: string, data: SavedSearchRow) => ({ id, position: '1' as never, audience: [], data });
  const saved = new SavedSearches({
    directory: {
      found: async (_person, query) => {
        state.asked.push(query);
        if (query['q'] === 'broken') throw new Error('The index is away.');
        return { people: state.found, total: state.total };
      },
    },
    store: {
      get: ((_view: string, id: string) => {
        const row = rows.get(id);
        return row && stored(id, row);
      }) as never,
      list: ((_view: string, { afterId = '' }: { afterId?: string }) =>
        [...rows].flatMap(([id, row]) => (id > afterId ? [stored(id, row)] : [])).slice(0, 2)) as never,
    },
    now: () => state.now,
    report: (error) => void state.failed.push(error),
    isWhole: async () => state.whole,
    dispatcher: {
      dispatch: async (envelope, by) => {
        const given = envelope as Given & { commandId: string };
        expect(by).toBe(HUB);
        state.given.push(given);
        const row = rows.get(given.data.search);
        if (!row) return;
        const noted = { ...row, found: foundDigest(given.data.found) };
        rows.set(given.data.search, noted);
        saved.heed([change(given.data.search, noted)]);
      },
    },
  });
  return { state, saved, rows };
}
const change = (id: string, data?: SavedSearchRow) => ({ view: 'saved-search', id, ...(data && { row: { data } }) }) as unknown as Change;

describe('looking at saved searches', () => {
  test('asks the directory what its person would see, and says whom it found', async () => {
    const { state, saved } = standing(['a', 'b', 'c']);
    await saved.look();
    expect(state.asked[0]).toEqual({ q: 'a', phase: 'ph-ks3' });
    expect(state.given.map(({ data }) => data)).toEqual(
      ['a', 'b', 'c'].map((search) => ({ person: 'ben', search, found: people('asha') })),
    );
  });

  test('is done once a day, and says nothing where nothing has changed', async () => {
    const { state, saved } = standing(['a']);
    await saved.look();
    state.found = people('asha', 'cleo');
    await saved.look();
    expect(state.given).toHaveLength(1);
    state.now = '2026-03-07T09:00:00.000Z' as Instant;
    await saved.look();
    await saved.look();
    expect(state.given.map(({ data }) => data.found)).toEqual([['asha'], ['asha', 'cleo']]);
    state.now = '2026-03-08T09:00:00.000Z' as Instant;
    state.found = people('cleo', 'asha');
    await saved.look();
    expect([state.given.length, state.asked.length]).toEqual([2, 3]);
  });

  test('waits for the morning, unless it is the first time', async () => {
    const { state, saved } = standing(['a'], '2026-03-06T23:00:00.000Z');
    await saved.look();
    expect(state.given).toHaveLength(1);
    state.found = people('cleo');
    for (const at of ['2026-03-07T06:59:00.000Z', '2026-03-07T20:00:00.000Z']) {
      state.now = at as Instant;
      await saved.look();
    }
    expect(state.given).toHaveLength(1);
    state.now = '2026-03-08T07:00:00.000Z' as Instant;
    await saved.look();
    expect(state.given).toHaveLength(2);
  });

  test.each([
    [FOUND_LIMIT_MENTORS, 1],
    [FOUND_LIMIT_MENTORS + 1, 0],
  ])('that find %i in all are said %i times: a few more of very many say nothing', async (total, times) => {
    const { state, saved } = standing(['a']);
    state.total = total;
    await saved.look();
    expect(state.given).toHaveLength(times);
  });

  test('takes so many at once, and the rest at the next strike', async () => {
    const { state, saved } = standing(Array.from({ length: LOOKED_AT_ONCE_SEARCHES + 1 }, (_, at) => `s${String(at).padStart(4, '0')}`));
    await saved.look();
    expect(state.given).toHaveLength(LOOKED_AT_ONCE_SEARCHES);
    await saved.look();
    expect(state.given).toHaveLength(LOOKED_AT_ONCE_SEARCHES + 1);
  });

  test('finds everyone but the person who looks', async () => {
    const { state, saved } = standing(['a']);
    state.found = people('ben', 'cleo');
    await saved.look();
    expect(state.given[0]?.data.found).toEqual(['cleo']);
  });

  test('one that fails keeps no other waiting', async () => {
    const { state, saved } = standing(['broken', 'c']);
    await saved.look();
    expect([state.given.map(({ data }) => data.search), state.failed.length]).toEqual([['c'], 1]);
  });

  test('waits where the index is not whole: it would find too few', async () => {
    const { state, saved } = standing(['a']);
    state.whole = false;
    await saved.look();
    expect(state.asked).toEqual([]);
    state.whole = true;
    await saved.look();
    expect(state.given).toHaveLength(1);
  });

  test('takes new ones first, by day as well', async () => {
    const { state, saved, rows } = standing(
      Array.from({ length: LOOKED_AT_ONCE_SEARCHES + 1 }, (_, at) => `s${String(at).padStart(4, '0')}`),
    );
    await saved.look();
    await saved.look();
    state.now = '2026-03-07T09:00:00.000Z' as Instant;
    state.given.length = 0;
    const row = rows.get('s0000');
    if (!row) throw new Error('The search is not there.');
    rows.set('z', { ...row, search: 'z' as SearchId, found: null });
    saved.heed([change('z', rows.get('z'))]);
    state.found = people('dee');
    await saved.look();
    expect(state.given[0]?.data.search).toBe('z');
  });

  test('heeds those that are saved and removed meanwhile', async () => {
    const { state, saved, rows } = standing(['a']);
    const row = rows.get('a');
    if (!row) throw new Error('The search is not there.');
    rows.set('b', { ...row, search: 'b' as SearchId, asked: 'q=b' });
    saved.heed([change('b', rows.get('b')), change('a')]);
    rows.delete('a');
    await saved.look();
    expect(state.given.map(({ data }) => data.search)).toEqual(['b']);
  });

  test('gives one command for one change, whichever process looks', async () => {
    const [one, other] = [standing(['a']), standing(['a'])];
    await one.saved.look();
    await other.saved.look();
    expect(one.state.given[0]?.commandId).toBe(other.state.given[0]?.commandId);
    const third = standing(['a']);
    third.state.found = people('cleo');
    await third.saved.look();
    expect(third.state.given[0]?.commandId).not.toBe(one.state.given[0]?.commandId);
  });
});

test('the address of a page is read as a server reads it', () => {
  expect(queryIn('q=a+b&phase=ks3&phase=ks4&near=S10%202TN')).toEqual({ q: 'a b', phase: ['ks3', 'ks4'], near: 'S10 2TN' });
  expect(queryIn('')).toEqual({});
});
