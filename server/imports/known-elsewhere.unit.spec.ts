import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { actorOf } from '@alongside/projections/facts/index.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { KnownElsewhere } from './known-elsewhere.js';

const registered = (institution: string, kind: 'school' | 'trust' = 'school') =>
  happened('InstitutionRegistered', { institution, details: { name: `School of ${institution}`, kind, nation: 'england' } });
const person = (id: string, name: string, institution: string) => [
  happened('PersonJoined', { person: id, name, email: `${id}@x.example` }),
  happened('MemberJoined', { institution, person: id, from: '2025-09-01' }),
];
const administrator = (id: string, institution: string) => [
  ...person(id, `Administrator ${id}`, institution),
  happened('RoleGranted', { institution, person: id, role: 'administrator' }),
];
const events = [
  registered('riverbank', 'trust'),
  ...['elm', 'oak', 'far'].map((school) => registered(school)),
  ...['elm', 'oak'].map((institution) => happened('TrustJoined', { institution, trust: 'riverbank' })),
  ...administrator('ada', 'riverbank'),
  ...administrator('eve', 'elm'),
  ...person('one', 'Ann Ray', 'oak'),
  ...person('two', 'Bo Lee', 'elm'),
  happened('MemberLeft', { institution: 'elm', person: 'two' }),
  ...person('three', 'Cy Fox', 'far'),
  ...person('four', 'Di Fen', 'oak'),
  ...person('five', 'Di Fen', 'oak'),
  ...person('six', 'Ed Gil', 'elm'),
];
const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, events)])));
const maybe = (importer: string) => {
  const known = new KnownElsewhere(actorOf(importer as PersonId, look), 'elm' as InstitutionId, look);
  return (name: string) => known.sayMaybe(name)?.said;
};

test('a newcomer may be a person who left, or is at another school of the trust, to an importer who looks after both', () => {
  const say = maybe('ada');
  expect(say('Ann Ray')).toContain('Perhaps the same person as');
  expect(say('Ann Ray')).toContain('of School of oak (one@x.example).');
  expect(say('BO LEE')).toContain('of School of elm.');
});

test('nobody learns of people whom they do not look after, and of two with one name nothing is said', () => {
  expect(['Ann Ray', 'Bo Lee', 'Cy Fox'].map((name) => maybe('eve')(name) !== undefined)).toEqual([false, true, false]);
  expect(maybe('ada')('Cy Fox')).toBeUndefined();
  expect(maybe('ada')('Di Fen')).toBeUndefined();
  // A member by this name is compared by the list itself.
  expect(maybe('ada')('Ed Gil')).toBeUndefined();
  expect(maybe('one')('Bo Lee')).toBeUndefined();
});
