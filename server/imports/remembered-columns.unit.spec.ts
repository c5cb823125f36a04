import { staffColumns } from '@alongside/domain/imports/staff-fields.js';
import { rememberedOf, toRemember } from './remembered-columns.js';

const nameOf = (heading: string) => `<${heading}>`;

describe('what columns of a staff list hold', () => {
  const headings = ['Name', 'Email', 'Duty held', 'Email', ''];
  const chosen = staffColumns(headings, { B: null, C: 'role', E: 'phase' });

  test('is remembered where somebody chose it, by its heading and its turn, and never without one', () => {
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
});
