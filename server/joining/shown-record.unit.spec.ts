import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { actorOf } from '@alongside/projections/facts/index.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { apartRecord, foundRecord, masked } from './shown-record.js';

const joined = (person: string, name: string) => happened('PersonJoined', { person, name, email: `${person}@ash.example` });
const member = (institution: string, person: string, from: string) => happened('MemberJoined', { institution, person, from });
const runs = (institution: string, person: string) => happened('RoleGranted', { institution, person, role: 'administrator' });
const place = (institution: string, name: string) =>
  happened('InstitutionRegistered', { institution, details: { name, kind: institution === 'hub' ? 'hub' : 'school', nation: 'england' } });

/** Mo worked at Yew, and has gone to Ash without telling anybody. */
const events = [
  ...[place('yew', 'Yew School'), place('ash', 'Ash School'), place('hub', 'The hub')],
  ...[joined('yara', 'Yara'), joined('mo', 'Mo'), joined('sam', 'Sam'), joined('dee', 'Dee')],
  ...[member('yew', 'yara', '2025-01-06'), runs('yew', 'yara'), member('yew', 'sam', '2025-01-06')],
  ...[member('hub', 'dee', '2025-01-06'), runs('hub', 'dee')],
  ...[member('yew', 'mo', '2025-09-01'), member('ash', 'mo', '2026-01-05'), happened('MemberLeft', { institution: 'yew', person: 'mo' })],
  happened('ProfileDescribed', {
    person: 'mo',
    profile: { jobTitle: 'Head at Ash', about: '', phases: [], subjects: [], settings: [], roles: [] },
  }),
];
const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, events)])));
const [mo, sam] = ['mo', 'sam'] as [PersonId, PersonId];
const as = (person: string) => actorOf(person as PersonId, look);

describe('a record that may be the same person’s', () => {
  test('is shown to an administrator of a school that it left without where it went', () => {
    expect(foundRecord(mo, sam, as('yara'), look)).toMatchObject({ name: 'Mo', places: ['Yew School'] });
    expect(foundRecord(mo, sam, as('dee'), look)).toMatchObject({ places: ['Yew School', 'Ash School'] });
  });

  test('tells the person who is asked no more than who asked may know', () => {
    expect(apartRecord(mo, sam, as('yara'), look)).toEqual({
      ...{ record: 'mo', name: 'Mo', places: ['Yew School'] },
      ...{ jobTitle: '', memberFrom: '2025-09-01', email: '' },
    });
    expect(apartRecord(mo, sam, as('dee'), look)).toMatchObject({
      jobTitle: 'Head at Ash',
      memberFrom: '2025-09-01',
      email: 'm…@ash.example',
    });
    expect(apartRecord(mo, sam, undefined, look)).toMatchObject({ places: [], jobTitle: '', memberFrom: null, email: '' });
  });
});

describe('an address that is not shown whole', () => {
  test('shows its first letter and its domain', () => {
    expect([masked('ben@elm.example'), masked('ben@elm.example', 'bob@oak.example'), masked('')]).toEqual([
      ...['b…@elm.example', 'b…@elm.example', ''],
    ]);
  });

  test('beside one that would look the same, shows the first letter in which they differ', () => {
    const both = (one: string, other: string) => [masked(one, other), masked(other, one)];
    expect(both('tom@elm.example', 'tara@elm.example')).toEqual(['to…@elm.example', 'ta…@elm.example']);
    expect(both('tom@elm.example', 'Tomas@Elm.example')).toEqual(['tom…@elm.example', 'Toma…@Elm.example']);
  });
});
