import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import type { StoredRow, ViewStore } from '@alongside/projections/store/view-store.js';
import { institutionMeant, personMeant } from './named.js';

type Row = PersonRow | InstitutionRow;
const people = [
  ['p-1', 'Asha Rahman'],
  ['p-2', 'Ben Okoro'],
  ['p-3', 'Ben Okoro'],
  ['p-4', 'Siân Price'],
  ['p-5', ''],
].map(([person = '', name = '']) => [
  person,
  { person, name, called: name, jobTitle: '', institutions: ['hillside'], erased: name === '' },
]);
const schools = [['hillside', { institution: 'hillside', details: { name: 'Hillside School', kind: 'school', town: 'Leeds' } }]];
const held = {
  person: new Map([...people, ['~belongs:1', ['hillside']]] as never),
  institution: new Map(schools as never),
  account: new Map(),
} as unknown as Record<string, Map<string, Row>>;
const rowsOf = (view: string) => [...(held[view] ?? [])].map(([id, data]) => ({ id, data }) as unknown as StoredRow<Row>);
const store = {
  get: (view: string, id: string) => rowsOf(view).find((row) => row.id === id),
  list: (view: string) => rowsOf(view),
} as unknown as Pick<ViewStore, 'get' | 'list'>;

describe('who or what is meant at the terminal', () => {
  test('is taken where one has the id, the whole name or the words, without accents and case', () => {
    expect(personMeant(store, 'p-2')).toMatchObject({ id: 'p-2', exactly: true });
    expect(personMeant(store, 'SIAN price')).toMatchObject({ id: 'p-4', name: 'Siân Price', beside: 'Hillside School', exactly: true });
    expect(personMeant(store, 'rah')).toMatchObject({ id: 'p-1', exactly: false });
    expect(institutionMeant(store, 'hillside school')).toMatchObject({ id: 'hillside', beside: 'Leeds', exactly: true });
  });

  test('is listed with ids where several have it', () => {
    expect(() => personMeant(store, 'Ben Okoro')).toThrow(
      '“Ben Okoro” could be more than one person. Nothing was done. Run it again with the id of one:\n  Ben Okoro, Hillside School (p-2)\n  Ben Okoro, Hillside School (p-3)',
    );
  });

  test('is said to be nobody, with names like it', () => {
    expect(() => personMeant(store, 'Asha Ramhan')).toThrow(
      'No person has the id or the name Asha Ramhan. Names like it:\n  Asha Rahman, Hillside School (p-1)',
    );
    expect(() => institutionMeant(store, 'Hilside Shcool')).toThrow('Names like it:\n  Hillside School, Leeds (hillside)');
    expect(() => personMeant(store, 'Xyzzy')).toThrow(/^No person has the id or the name Xyzzy\.$/);
    expect(() => personMeant(store, 'zoe@hillside.example')).toThrow('No person on the hub has the address zoe@hillside.example.');
  });
});
