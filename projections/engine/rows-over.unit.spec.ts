import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { seededRandom } from '../testing/seeded-random.js';
import { MapRows } from './map-rows.js';
import { RowsOver } from './rows-over.js';

const PEOPLE = ['asha', 'ben', 'cleo'] as PersonId[];

describe('what events write, before it is taken over', () => {
  test('reads as if it were written already, however many events are taken together', () => {
    const random = seededRandom('rows over');
    for (let round = 0; round < 200; round += 1) {
      const [base, plain] = [new MapRows<unknown>(), new MapRows<unknown>()];
      for (let batch = 0; batch < 3; batch += 1) {
        const over = new RowsOver(base);
        for (let event = 0; event < 6; event += 1) {
          const id = `r${random.below(5)}`;
          const about = PEOPLE.filter(() => random.below(5) < 2);
          const row = { audience: [], data: event, ...(about.length > 0 && { about }) };
          const isGone = random.below(4) === 0;
          for (const rows of [over, plain]) {
            if (isGone) rows.remove(id);
            else rows.put(id, row);
          }
          for (const person of PEOPLE) expect([random.at(round), over.about(person)]).toEqual([random.at(round), plain.about(person)]);
          over.keep(String(event) as Position);
        }
        for (const [id, , row] of over.written()) {
          if (row) base.put(id, row);
          else base.remove(id);
        }
        expect([random.at(round), new Map([...base.all].sort())]).toEqual([random.at(round), new Map([...plain.all].sort())]);
      }
    }
  });

  test('each row is asked of what lies below once, be it there or not', () => {
    const asked: string[] = [];
    const below = { get: (id: string) => void asked.push(id), about: () => [] };
    const over = new RowsOver(below);
    for (let time = 0; time < 2; time += 1) {
      expect([over.get('r1'), over.get('r2')]).toEqual([undefined, undefined]);
      over.keep('1' as Position);
    }
    expect(asked).toEqual(['r1', 'r2']);
  });

  test('a row that an event removes is gone for that event, and for those after it', () => {
    const base = new MapRows<unknown>();
    base.put('r1', { audience: [], data: 'there', about: PEOPLE });
    const over = new RowsOver(base);
    expect(over.about(PEOPLE[0] as PersonId)).toEqual(['r1']);
    over.remove('r1');
    expect([over.get('r1'), over.about(PEOPLE[0] as PersonId)]).toEqual([undefined, []]);
    over.keep('1' as Position);
    expect([over.get('r1'), over.about(PEOPLE[0] as PersonId)]).toEqual([undefined, []]);
    expect([...over.written()]).toEqual([['r1', '1', undefined]]);
  });

  test('an event that was not kept leaves nothing', () => {
    const over = new RowsOver(new MapRows());
    over.put('r1', { audience: [], data: 'kept' });
    over.keep('1' as Position);
    over.put('r2', { audience: [], data: 'half', about: PEOPLE });
    expect([...over.written()].map(([id]) => id)).toEqual(['r1']);
  });
});
