import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { seeded } from '@alongside/domain/testing/seeded.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { Order } from '../engine/order.js';
import type { View } from '../engine/view.js';
import { at, asha, batch, ben, cleo, everything, gone, put, serve, type MakeStore } from './view-store.samples.js';
import type { Query, ViewStore } from './view-store.js';

interface Meeting {
  readonly pair?: string;
  readonly of?: readonly string[];
  readonly kind?: string;
  readonly startsAt: string | null;
}
const meetings = {
  name: 'meeting',
  version: 1,
  indexes: ['pair', 'of', 'kind'],
  orders: [
    { within: 'pair', by: 'startsAt' },
    { within: 'of', by: 'startsAt' },
  ],
  on: {},
} as View<never, Meeting> as View;
const inTime: Order = { by: 'startsAt' };
const lastFirst: Order = { by: 'startsAt', descending: true };
const pair = { pair: 'p1' };

/** The part of the contract of a view store that is about orders other than that of ids. */
export function viewStoreOrderContract(name: string, make: MakeStore): void {
  describe(`${name} keeps rows in the orders of a view`, () => {
    let store: ViewStore;
    let end: (() => void) | undefined;
    const ids = (query: Omit<Query, 'for'> & Partial<Pick<Query, 'for'>>) =>
      store.list('meeting', { ...everything, ...query }).map((row) => row.id);

    beforeEach(() => {
      ({ store, end } = make({ journalLimitChanges: 10 }));
    });
    afterEach(() => {
      store.close();
      end?.();
    });

    /** Ids that sort otherwise than their times. */
    const five = () =>
      serve(
        store,
        meetings,
        1,
        put(1, 'e', [asha, ben], { pair: 'p1', startsAt: '2026-01-05', of: ['asha', 'ben'] }),
        put(1, 'd', [asha, ben], { pair: 'p1', startsAt: '2026-02-05', of: ['asha', 'ben'], kind: 'short' }),
        put(1, 'c', [asha, ben], { pair: 'p1', startsAt: '2026-02-05', of: ['asha', 'ben'] }),
        put(1, 'b', [asha, cleo], { pair: 'p2', startsAt: '2026-01-20', of: ['asha', 'cleo'] }),
        put(1, 'a', [asha, ben], { pair: 'p1', startsAt: null, of: ['asha', 'ben'] }),
      );

    test('[VS23] rows come by the value of the order, those without one first, and equals by id; last first on request', () => {
      five();
      expect(ids({ where: pair, order: inTime })).toEqual(['a', 'e', 'c', 'd']);
      expect(ids({ where: pair, order: lastFirst })).toEqual(['d', 'c', 'e', 'a']);
      expect(ids({ where: { of: 'asha' }, order: inTime })).toEqual(['a', 'e', 'b', 'c', 'd']);
      expect(ids({ where: { ...pair, kind: 'short' }, order: inTime })).toEqual(['d']);
    });

    test('[VS23] a range has both of its ends in it, and counts only what is in it', () => {
      five();
      const [from, to] = ['2026-01-05', '2026-01-31'];
      expect(ids({ where: { of: 'asha' }, order: { ...inTime, from, to } })).toEqual(['e', 'b']);
      expect(ids({ where: { of: 'asha' }, order: { ...lastFirst, to: '2026-01-20' } })).toEqual(['b', 'e', 'a']);
      expect(ids({ where: pair, order: { ...inTime, from: '2026-02-05' } })).toEqual(['c', 'd']);
      expect(ids({ where: pair, order: { ...inTime, from: '2026-02-06' } })).toEqual([]);
      expect(store.count('meeting', { ...everything, where: { of: 'asha' }, order: { ...inTime, from, to } })).toBe(2);
    });

    test('[VS23] a page goes on after a place, whether or not a row is still there', () => {
      five();
      const after = { value: '2026-02-05', id: 'c' };
      expect(ids({ where: pair, order: inTime, limitRows: 2 })).toEqual(['a', 'e']);
      expect(ids({ where: pair, order: { ...inTime, after } })).toEqual(['d']);
      expect(ids({ where: pair, order: { ...lastFirst, after }, limitRows: 1 })).toEqual(['e']);
      store.commit([batch(meetings, 2, gone(2, 'c'))]);
      expect(ids({ where: pair, order: { ...lastFirst, after } })).toEqual(['e', 'a']);
    });

    test('[VS23] a row that moves is found in its new place and no longer in the old', () => {
      five();
      store.commit([batch(meetings, 2, put(2, 'e', [asha, ben], { pair: 'p2', startsAt: '2026-03-01', of: ['asha'] }))]);
      expect([ids({ where: pair, order: inTime }), ids({ where: { pair: 'p2' }, order: inTime })]).toEqual([
        ['a', 'c', 'd'],
        ['b', 'e'],
      ]);
      expect(ids({ where: { of: 'ben' }, order: inTime })).toEqual(['a', 'c', 'd']);
    });

    test('[VS23] an order shows nobody more than they may see', () => {
      five();
      expect(ids({ for: [ben], where: { of: 'asha' }, order: inTime })).toEqual(['a', 'e', 'c', 'd']);
      expect(ids({ for: [cleo], where: { of: 'asha' }, order: lastFirst })).toEqual(['b']);
      expect([ids({ for: [], where: pair, order: inTime }), ids({ for: [cleo], where: pair, order: inTime })]).toEqual([[], []]);
    });

    test('[VS23] an order that the view does not declare, or a query that does not say within what, is refused', () => {
      five();
      for (const query of [{ where: pair, order: { by: 'kind' } }, { where: { kind: 'short' }, order: inTime }, { order: inTime }])
        expect(() => store.list('meeting', { for: [asha], ...query })).toThrow('no order by');
      expect(() => store.count('meeting', { for: [], order: inTime })).toThrow('no order by');
    });

    test('[VS12] a version whose orders changed is begun again', () => {
      five();
      store.prepare({ ...meetings, orders: [] });
      expect(ids({ where: pair })).toEqual(['a', 'c', 'd', 'e']);
      expect(store.draft(meetings, 'a')).toBeUndefined();
    });

    test('[VS23] whatever the rows and the pages, the order is that of the characters as UTF-8', () => {
      const random = seeded(20261127);
      const texts = ['', 'a', 'ab', 'a\u0001', 'b', 'Ä', 'z', 'ż', '\uFFFD', '王', '𝒜', '🎯', '😀a', '😀'];
      const people = ['asha', 'ben', 'cleo', 'dee'];
      const row = (place: number) => ({
        id: `${random.pick(texts)}-${place}`,
        audience: people.filter(() => random.number() < 0.6).map((who): Principal => `person:${who}` as Principal),
        data: { pair: random.pick(['p1', 'p2']), startsAt: random.pick([...texts, null]), of: people.filter(() => random.number() < 0.4) },
      });
      const rows = Array.from({ length: 700 }, (_, place) => row(place));
      serve(store, meetings, 1, ...rows.map(({ id, audience, data }) => put(1, id, audience, data)));
      const bytes = (text: string | null) => Buffer.from(text ?? '');
      const expected = (who: string | undefined, where: { pair?: string; of?: string }, order: Order) => {
        const mine = rows.filter(
          ({ audience, data }) =>
            (!who || audience.includes(`person:${who}`)) &&
            (where.pair === undefined || data.pair === where.pair) &&
            (where.of === undefined || data.of.includes(where.of)) &&
            (order.from === undefined || Buffer.compare(bytes(data.startsAt), bytes(order.from)) >= 0) &&
            (order.to === undefined || Buffer.compare(bytes(data.startsAt), bytes(order.to)) <= 0),
        );
        mine.sort((a, b) => Buffer.compare(bytes(a.data.startsAt), bytes(b.data.startsAt)) || Buffer.compare(bytes(a.id), bytes(b.id)));
        return order.descending ? mine.reverse() : mine;
      };
      for (let round = 0; round < 120; round += 1) {
        const who = random.number() < 0.7 ? random.pick(people) : undefined;
        const where = random.number() < 0.5 ? { pair: random.pick(['p1', 'p2']) } : { of: random.pick(people), pair: 'p1' };
        const order: Order = {
          by: 'startsAt',
          descending: random.number() < 0.5,
          ...(random.number() < 0.3 && { from: random.pick(texts) }),
          ...(random.number() < 0.3 && { to: random.pick(texts) }),
        };
        const limitRows = 1 + random.below(60);
        const found: string[] = [];
        let after: { value: string; id: string } | undefined;
        for (;;) {
          const page = store.list<{ startsAt: string | null }>('meeting', {
            for: who ? [`person:${who}` as Principal] : 'all',
            where,
            order: { ...order, ...(after && { after }) },
            limitRows,
          });
          found.push(...page.map(({ id }) => id));
          const last = page.at(-1);
          if (!last || page.length < limitRows) break;
          after = { value: last.data.startsAt ?? '', id: last.id };
        }
        expect(found).toEqual(expected(who, where, order).map(({ id }) => id));
      }
      expect(store.states()[0]?.checkpoint).toBe(at(1));
    });
  });
}
