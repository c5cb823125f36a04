import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { RowChange, Scope } from '@alongside/domain/protocol/messages.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import type { Change, Missed } from '@alongside/projections/store/view-store.js';
import { accessId, type AccessKind } from '@alongside/projections/views/access.view.js';
import { accessChanges, accessPages, gainedSince, personsConcerned } from './access-changes.js';
import { Scopes } from './scopes.js';

const [ben, asha] = ['ben', 'asha'] as [PersonId, PersonId];
const at = (place: number) => String(place).padStart(4, '0') as Position;
const HOUSE: Principal = 'institution:oakfield';
const TEAM: Principal = 'institution:oakfield#leaders';
const DIRECTORY = { name: 'directory', version: 1, indexes: [], on: {} } as View;
const ALL: Scope = { view: 'directory', where: {} };

/** Rows and who may see them, and ben, who stood for some of it and now stands for other things. */
function moving(
  rows: Readonly<Record<string, RowAudience>>,
  before: readonly Principal[],
  after: readonly Principal[],
  scopes: readonly Scope[] = [ALL],
) {
  const store = new MemoryViewStore();
  store.prepare(DIRECTORY);
  store.serve(DIRECTORY);
  store.commit([
    {
      ...{ view: DIRECTORY, checkpoint: at(1) },
      writes: Object.entries(rows).map(([id, audience]) => ({ id, position: at(1), row: { audience, data: { id } } })),
    },
  ]);
  const listener = { id: 'ben-1', person: ben, scopes: Scopes.none.changed(scopes), principals: new Set(before), replacements: 0 };
  return { store, listener, after: new Set(after) };
}
const idsOf = (changes: readonly RowChange[] | undefined) => changes?.map((one) => (one.kind === 'put' ? one.row.id : `-${one.id}`));

describe('what is sent at once where a person comes to stand for something else', () => {
  const told = (given: ReturnType<typeof moving>, sent: readonly string[] = [], limit = 10) =>
    idsOf(accessChanges(given.store, given.listener, given.after, new Set(sent), limit));

  test('[R5] rows that come into sight, and the ids of those that leave it: nothing of what they saw before and see now, or never', () => {
    const rows = { both: [HOUSE, TEAM], gained: [TEAM], lost: [HOUSE], never: ['person:asha'], open: ['everyone', TEAM] } as const;
    expect(told(moving(rows, ['everyone', HOUSE], ['everyone', TEAM]))).toEqual(['-lost', 'gained']);
    expect(told(moving(rows, ['everyone', HOUSE], ['everyone', HOUSE]))).toEqual([]);
  });

  test('[R5] nothing of a row whose audience leaves them out', () => {
    const rows = { apart: [HOUSE, 'except:ben'] } as const;
    expect(told(moving(rows, ['person:ben'], ['person:ben', HOUSE]))).toEqual([]);
    expect(told(moving(rows, ['person:ben', HOUSE], ['person:ben']))).toEqual([]);
  });

  test('only what they keep, and not what is told of anyway', () => {
    const rows = { a: [HOUSE], b: [HOUSE], c: [TEAM], d: [TEAM] };
    const named: Scope = { view: 'directory', ids: ['a', 'c', 'd'] };
    expect(told(moving(rows, [HOUSE], [TEAM], [named]))).toEqual(['-a', 'c', 'd']);
    expect(told(moving(rows, [HOUSE], [TEAM]), ['directory b', 'directory c', 'person d'])).toEqual(['-a', 'd']);
  });

  test('nothing at once where it is too much for one turn, whether it comes or goes', () => {
    const rows = { a: [HOUSE], b: [HOUSE], c: [TEAM] };
    expect([told(moving(rows, [HOUSE], [TEAM]), [], 3), told(moving(rows, [HOUSE], [TEAM]), [], 2)]).toEqual([
      ['-a', '-b', 'c'],
      undefined,
    ]);
    expect([told(moving(rows, [TEAM], [HOUSE]), [], 3), told(moving(rows, [TEAM], [HOUSE]), [], 2)]).toEqual([['-c', 'a', 'b'], undefined]);
  });

  test('at once, however much they saw before and see now', () => {
    const rows = { a: [HOUSE], b: [HOUSE], c: [HOUSE], d: [TEAM] };
    expect(told(moving(rows, [HOUSE], [HOUSE, TEAM]), [], 3)).toEqual(['d']);
    expect(told(moving(rows, [HOUSE, TEAM], [HOUSE]), [], 3)).toEqual(['-d']);
  });
});

describe('what is sent by pages', () => {
  /** The pages, for what ben stands for as each is read. */
  const paged = ({ store, listener, after }: ReturnType<typeof moving>, rows: number, now: () => ReadonlySet<Principal> = () => after) =>
    [...accessPages(store, listener, after, now, rows)].map(idsOf);

  test('[R5] is the same, each row once', () => {
    const rows = { a: [HOUSE], b: [TEAM], c: [HOUSE, TEAM], d: ['person:asha'], e: [TEAM] } as const;
    expect(paged(moving(rows, [HOUSE], [TEAM]), 2)).toEqual([['-a', 'b'], ['e'], []]);
    expect(paged(moving(rows, [HOUSE], [TEAM]), 10)).toEqual([['-a', 'b', 'e']]);
    expect(paged(moving(rows, [HOUSE], [TEAM], [{ view: 'directory', ids: ['b'] }]), 10)).toEqual([['b']]);
  });

  test('[R5] is nothing of a row whose audience leaves them out', () => {
    const rows = { apart: [HOUSE, 'except:ben'] } as const;
    expect(paged(moving(rows, ['person:ben'], ['person:ben', HOUSE]), 10)).toEqual([[]]);
    expect(paged(moving(rows, ['person:ben', HOUSE], ['person:ben']), 10)).toEqual([[]]);
  });

  test('is what came or went, without a page for all that they saw before and see now', () => {
    const rows = { a: [HOUSE], b: [HOUSE], c: [HOUSE], d: [TEAM] };
    expect(paged(moving(rows, [HOUSE], [HOUSE, TEAM]), 2)).toEqual([['d']]);
    expect(paged(moving(rows, [HOUSE, TEAM], [HOUSE]), 2)).toEqual([['-d']]);
  });

  test('[R5] is what they may see as a page is read: who lost it again meanwhile is sent none of it', () => {
    const rows = { a: [TEAM], b: [TEAM], c: [TEAM] };
    const stands = new Set<Principal>([TEAM]);
    const { store, listener, after } = moving(rows, [HOUSE], [TEAM]);
    const pages = accessPages(store, listener, after, () => stands, 2);
    expect(idsOf(pages.next().value || [])).toEqual(['a', 'b']);
    stands.delete(TEAM);
    expect(idsOf(pages.next().value || [])).toEqual([]);
    expect(pages.next().done).toBe(true);
  });
});

describe('whose access may have changed', () => {
  test('is whoever has a row of the view that actors are made of', () => {
    const change = (view: string, id: string): Change => ({ view, id, position: at(1), before: [], under: { before: [], after: [] } });
    expect([...personsConcerned([change('access', accessId('known', ben)), change('person', accessId('known', asha))])]).toEqual([ben]);
  });

  const missed = (kind: AccessKind, person: PersonId, data?: object): Missed => ({
    ...{ view: 'access', id: accessId(kind, person), position: at(5) },
    ...(data && { row: { audience: [], data: { person, kind, ...data } } }),
  });
  const people = [
    { person: 'cleo', since: at(3) },
    { person: 'asha', since: at(4) },
  ];

  test('who met somebody while they were away knows since when, and sees what is of them alone', () => {
    const gained = (changes: readonly Missed[]) => {
      const found = gainedSince(changes, ben, at(3));
      return found && [...found];
    };
    expect(gained([missed('known', ben, { held: people })])).toEqual(['known:asha']);
    expect(gained([missed('known', asha, { held: people })])).toEqual([]);
    expect(gained([missed('pairs', ben, { held: ['m1'] })])).toEqual([]);
    expect(gained([])).toEqual([]);
  });

  test('who may see other rows than before, nobody knows since when, reads afresh', () => {
    expect(gainedSince([missed('belonging', ben, { held: [] })], ben, at(3))).toBeUndefined();
    expect(gainedSince([missed('known', ben)], ben, at(3))).toBeUndefined();
    expect(gainedSince([missed('belonging', asha, { held: [] })], ben, at(3))).toEqual(new Set());
  });
});
