import { firstOf, lastUsed, remember } from './first.js';
import type { InstitutionChoice } from './places.js';

const place = (id: string, kind: InstitutionChoice['kind'], trust: string | null = null): InstitutionChoice => ({
  id,
  name: id,
  kind,
  trust,
});
/** As `createInstitutions` lists them: trusts first, then by name, the hub last. */
const all = [
  place('riverbank', 'trust'),
  place('ashby', 'school', 'riverbank'),
  place('northfield', 'school', 'riverbank'),
  place('hub', 'hub'),
];
const nobody = new Set<string>();
const firstFor = (purpose: 'people' | 'programme', own: ReadonlySet<string> = nobody, last?: string) =>
  firstOf(all, { purpose, last, own })?.id;

describe('the institution that a screen opens on by itself', () => {
  test('the only one there is, whatever it is', () => {
    for (const purpose of ['people', 'programme'] as const) {
      expect(firstOf([place('riverbank', 'trust')], { purpose, last: undefined, own: nobody })?.id).toBe('riverbank');
      expect(firstOf([], { purpose, last: undefined, own: nobody })).toBeUndefined();
    }
  });

  test('for people a school, one’s own before the first by name; for a programme the trust', () => {
    expect(firstFor('people')).toBe('ashby');
    expect(firstFor('people', new Set(['riverbank', 'northfield']))).toBe('northfield');
    expect(firstFor('programme', new Set(['northfield']))).toBe('riverbank');
  });

  test('the one that was used last comes before all others, unless it can no longer be looked at', () => {
    expect(firstFor('people', new Set(['northfield']), 'riverbank')).toBe('riverbank');
    expect(firstFor('programme', nobody, 'northfield')).toBe('northfield');
    expect(firstFor('people', nobody, 'elsewhere')).toBe('ashby');
  });

  test('is remembered for each person and purpose apart', () => {
    remember('helen', 'people', 'ashby');
    remember('helen', 'people', 'northfield');
    expect(lastUsed('helen', 'people')).toBe('northfield');
    expect(lastUsed('helen', 'programme')).toBeUndefined();
    expect(lastUsed('dee', 'people')).toBeUndefined();
  });
});
