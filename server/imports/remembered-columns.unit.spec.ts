import { staffColumnsOf } from '@alongside/domain/imports/staff-columns.js';
import { staffColumns } from '@alongside/domain/imports/staff-fields.js';
import { notRemembered, rememberedOf, toRemember } from './remembered-columns.js';

const nameOf = (heading: string) => `<${heading}>`;

describe('what columns of a staff list hold', () => {
  const headings = ['Name', 'Email', 'Duty held', 'Email', ''];
  const chosen = staffColumns(headings, { B: null, C: 'role' });

  test('is remembered where somebody chose it, by its heading and its turn', () => {
    expect(toRemember(chosen, {}, nameOf)).toEqual({ '<email 1>': null, '<dutyheld 1>': 'role' });
    expect(toRemember(staffColumns(headings), {}, nameOf)).toBeUndefined();
  });

  test('is what an earlier list said, in whatever order the columns come', () => {
    const had = toRemember(chosen, {}, nameOf) ?? {};
    expect(rememberedOf(staffColumns(['DUTY HELD', 'E-mail', 'Name', 'Email']), had, nameOf)).toEqual({ A: 'role', B: null });
    expect(rememberedOf(staffColumns(['Name', 'Email']), { '<name 1>': 'shoeSize' }, nameOf)).toEqual({});
  });

  test('is forgotten by choosing what the heading says, and nothing new is no news', () => {
    const had = { '<email 1>': null, '<dutyheld 1>': 'role' };
    expect(toRemember(chosen, had, nameOf)).toBeUndefined();
    expect(toRemember(staffColumns(headings, { C: 'role' }), had, nameOf)).toEqual({ '<email 1>': 'email', '<dutyheld 1>': 'role' });
  });

  test('is remembered without a heading by its place among the same others; else it is told that it is to be chosen again', () => {
    const had = toRemember(staffColumns(headings, { E: 'phase' }), {}, nameOf) ?? {};
    const of = (...now: readonly string[]) => {
      const columns = staffColumns(now);
      return [rememberedOf(columns, had, nameOf), notRemembered(columns, had, nameOf)];
    };
    expect(of(...headings)).toEqual([{ E: 'phase' }, []]);
    // Other columns without one come and go with what is in their cells.
    expect(of(...headings, '')).toEqual([{ E: 'phase' }, []]);
    expect(of('Name', 'Email', 'Duty held', 'Phone', '')).toEqual([{}, ['E']]);
    expect(of('Name', '', 'Email')).toEqual([{}, []]);
    const left = toRemember(staffColumns(headings), had, nameOf) ?? {};
    expect(notRemembered(staffColumns(['Name', 'Post', '', '', '']), left, nameOf)).toEqual([]);
  });

  test('is remembered where corrected cells say the same: those of the next list may not', () => {
    const rows = (cell: string) => [{ row: 2, cells: { A: 'Ann Ray', B: cell } }];
    const [now, next] = [rows('ann@a.example'), rows('ann@a.example; ann@home.example')];
    const said = { B: 'email' } as const;
    const had = toRemember(staffColumnsOf(['Name', 'Contact'], now, said), {}, nameOf) ?? {};
    expect(had).toEqual({ '<contact 1>': 'email' });
    expect(rememberedOf(staffColumnsOf(['Name', 'Contact'], next), had, nameOf)).toEqual(said);
    // It holds nothing but addresses, which needs no memory.
    expect(rememberedOf(staffColumnsOf(['Name', 'Contact'], now), had, nameOf)).toEqual({});
    expect(toRemember(staffColumnsOf(['Name', 'Contact'], now), {}, nameOf)).toBeUndefined();
  });
});
