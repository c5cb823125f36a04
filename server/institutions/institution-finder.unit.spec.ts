import type { Position } from '@alongside/domain/kernel/brand.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { InstitutionFinder } from './institution-finder.js';

const row = (institution: string, name: string, more: object = {}): InstitutionRow =>
  ({
    institution,
    trust: null,
    terms: [],
    closures: [],
    details: { name, kind: 'school', nation: 'england', ...more },
  }) as unknown as InstitutionRow;
const changed = (...rows: readonly InstitutionRow[]) =>
  rows.map((data) => ({
    view: 'institution',
    id: data.institution,
    row: { id: data.institution, data, audience: [], position: '1' as Position },
  }));
const gone = (id: string) => ({ view: 'institution', id, row: undefined });

const finder = new InstitutionFinder();
finder.heed(
  changed(
    row('n', 'Northfield School', { town: 'Leeds', postcode: 'LS6 2AB', reference: '100234' }),
    row('s', 'St Mary’s Catholic Primary School', { town: 'Northallerton' }),
    row('y', 'Ysgol Gyfun Llangefni', { nation: 'wales' }),
    row('c', 'Coláiste Feirste', { nation: 'northern-ireland' }),
    row('t', 'North Star Trust', { kind: 'trust' }),
    row('hub', 'North hub', { kind: 'hub' }),
  ) as never,
);
const find = (text: string, kind?: string) =>
  finder.find({ text, kind, limitRows: 20, offsetRows: 0 }).hits.map(({ institution }) => institution);

describe('finding an institution', () => {
  test('goes by how words begin, in any order, and a name that begins so comes first', () => {
    expect(find('north')).toEqual(['t', 'n', 's']);
    expect(find('school nor')).toEqual(['n', 's']);
    expect(find('field')).toEqual([]);
  });

  test('knows no difference of case, accents or apostrophes', () => {
    for (const typed of ['st marys', 'ST MARY’S', "st mary's"]) expect(find(typed)).toEqual(['s']);
    expect(find('colaiste')).toEqual(['c']);
  });

  test('takes a town, a postcode however it is spaced, and a reference', () => {
    for (const typed of ['leeds', 'LS6 2AB', 'ls62ab', '100234']) expect(find(typed)).toEqual(['n']);
  });

  test('keeps to a kind, and never lists the hub itself', () => {
    expect(find('north', 'trust')).toEqual(['t']);
    expect(find('hub')).toEqual([]);
    expect(find('')).toHaveLength(5);
  });

  test('pages, and says how many there are', () => {
    expect(finder.find({ text: 'north', limitRows: 1, offsetRows: 1 })).toMatchObject({ total: 3, hits: [{ institution: 'n' }] });
  });

  test('follows a change of name', () => {
    const other = new InstitutionFinder();
    const ask = (text: string) => other.find({ text, limitRows: 5, offsetRows: 0 }).total;
    other.heed(changed(row('a', 'Larkhill')) as never);
    expect(ask('lark')).toBe(1);
    other.heed(changed(row('a', 'Hillside')) as never);
    expect([ask('lark'), ask('hill')]).toEqual([0, 1]);
    other.heed([gone('a')] as never);
    expect(ask('hill')).toBe(0);
  });
});
