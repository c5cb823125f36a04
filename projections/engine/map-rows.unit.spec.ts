import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { MapRows } from './map-rows.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const row = (data: string, ...about: PersonId[]) => ({ audience: [], data, ...(about.length > 0 && { about }) });

describe('rows in memory', () => {
  test('are found by those whom they are about as they now stand, in order of id', () => {
    const rows = new MapRows<string>();
    rows.put('r2', row('second', asha));
    rows.put('r1', row('first', asha, ben));
    rows.put('r3', row('of nobody'));
    expect([rows.about(asha), rows.about(ben)]).toEqual([['r1', 'r2'], ['r1']]);
    rows.put('r1', row('first', ben));
    rows.put('r3', row('of somebody', asha));
    rows.remove('r2');
    expect([rows.about(asha), rows.about(ben)]).toEqual([['r3'], ['r1']]);
    rows.put('r1', row('first'));
    rows.remove('r3');
    rows.remove('never there');
    expect([rows.about(asha), rows.about(ben)]).toEqual([[], []]);
    expect([rows.get('r1')?.data, rows.get('r2')]).toEqual(['first', undefined]);
  });

  test('a copy has the same rows, and neither changes with the other', () => {
    const rows = new MapRows<string>();
    rows.put('r1', row('first', asha));
    const copy = rows.copy();
    expect([copy.get('r1'), copy.about(asha)]).toEqual([row('first', asha), ['r1']]);
    copy.put('r2', row('second', asha));
    rows.remove('r1');
    expect([rows.get('r2'), rows.about(asha)]).toEqual([undefined, []]);
    expect([copy.get('r1')?.data, copy.about(asha)]).toEqual(['first', ['r1', 'r2']]);
  });

  test('a copy that somebody leaves leaves them where they were', () => {
    const rows = new MapRows<string>();
    rows.put('r1', row('first', asha));
    rows.copy().remove('r1');
    expect(rows.about(asha)).toEqual(['r1']);
  });
});
