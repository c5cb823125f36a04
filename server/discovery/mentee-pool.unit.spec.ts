import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { MenteePool } from './mentee-pool.js';

const DAY = '2026-03-06';
const change = (person: string, aims: readonly string[] | null): Change =>
  ({ view: 'open-to-offers', id: person, ...(aims && { row: { audience: [], data: { person, aims, reach: [] } } }) }) as unknown as Change;
const among = (pool: MenteePool, tags: readonly string[], day = DAY) => [...pool.wanting(tags, day)].map(({ person }) => person as string);
const many = (prefix: string, count: number, ...aims: string[]) =>
  Array.from({ length: count }, (_, at) => change(`${prefix}-${at}`, aims));

describe('those who are open to offers, by what they want to work on', () => {
  test('are found by each of their focus areas, once, and by no other', () => {
    const pool = new MenteePool();
    pool.heed([change('ben', ['behaviour', 'maths']), change('cleo', ['maths'])]);
    expect(among(pool, ['behaviour'])).toEqual(['ben']);
    expect(among(pool, ['behaviour', 'maths']).toSorted()).toEqual(['ben', 'cleo']);
    expect(among(pool, ['reading'])).toEqual([]);
    expect(among(pool, [])).toEqual([]);
  });

  test('are gone at once when they take it back, or change what they want', () => {
    const pool = new MenteePool();
    pool.heed([change('ben', ['behaviour'])]);
    expect(among(pool, ['behaviour'])).toEqual(['ben']);
    pool.heed([change('ben', ['maths'])]);
    expect([among(pool, ['behaviour']), among(pool, ['maths'])]).toEqual([[], ['ben']]);
    pool.heed([change('ben', null)]);
    expect([among(pool, ['maths']), pool.find('ben' as PersonId)]).toEqual([[], undefined]);
  });

  test('come in an order that is the same for all within a day, and another on another', () => {
    const [one, other] = [new MenteePool(), new MenteePool()];
    one.heed(many('ben', 30, 'behaviour'));
    other.heed(many('ben', 30, 'behaviour').toReversed());
    expect(among(one, ['behaviour'])).toEqual(among(other, ['behaviour']));
    expect(among(one, ['behaviour'])).not.toEqual(among(one, ['behaviour'], '2026-03-07'));
  });

  test('take turns: no focus area crowds out another', () => {
    const pool = new MenteePool();
    pool.heed([...many('many', 200, 'behaviour'), ...many('few', 3, 'reading')]);
    expect(
      among(pool, ['behaviour', 'reading'])
        .slice(0, 6)
        .filter((person) => person.startsWith('few')),
    ).toHaveLength(3);
  });

  test('are read anew from the store, without the rows that the view keeps for itself', () => {
    const pool = new MenteePool();
    pool.heed([change('gone', ['behaviour'])]);
    const rows = [
      { id: 'ben', data: { person: 'ben', aims: ['behaviour'], reach: [] } },
      { id: '~chosen:cleo', data: { open: false, aims: ['behaviour'] } },
    ];
    const store = () => ({ list: (() => rows) as never });
    pool.fill(store());
    expect(among(pool, ['behaviour'])).toEqual(['ben']);
  });
});
