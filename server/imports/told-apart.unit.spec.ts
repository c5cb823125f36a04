import { sayApart } from '@alongside/domain/imports/told-apart.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { actorOf } from '@alongside/projections/facts/index.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { NO_COMPARISON } from './comparison.js';
import { partsOf } from './comparison-pages.js';
import { NO_OUTCOMES } from './foreseen.js';
import { NO_REGISTER } from './register-comparison.js';
import { tellApart } from './told-apart.js';

const elm = 'elm' as InstitutionId;
const member = (id: string, name: string, jobTitle: string) => [
  happened('PersonJoined', { person: id, name, email: `${id}@elm.example` }),
  happened('MemberJoined', { institution: elm, person: id, from: '2025-09-01' }),
  happened('ProfileDescribed', { person: id, profile: { jobTitle, about: '', phases: [], subjects: [], settings: [], roles: [] } }),
];
const events = [
  happened('InstitutionRegistered', { institution: elm, details: { name: 'Elm', kind: 'school', nation: 'england' } }),
  ...member('helen', 'Helen Price', 'Deputy head'),
  happened('RoleGranted', { institution: elm, person: 'helen', role: 'coordinator' }),
  ...member('one', 'Ann Ray', 'Teacher'),
  ...member('two', 'Ann Ray', ''),
  ...member('head', 'Ann Ray', 'Head'),
  happened('RoleGranted', { institution: elm, person: 'head', role: 'leader' }),
];
const lookAfter = (...more: typeof events) =>
  lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, [...events, ...more])])));
const apartTo = (reader: string, look = lookAfter()) => {
  const apart = tellApart(actorOf(reader as PersonId, look), look);
  return (person: string) => sayApart(apart(person as PersonId, elm));
};

test('two members of one name are told apart by address and job, each as far as it is known', () => {
  expect(['one', 'two'].map(apartTo('helen'))).toEqual(['one@elm.example, Teacher', 'two@elm.example']);
});

test('[AD8] the address of a person with a right that the reader lacks is not shown, and to a member nobody’s', () => {
  expect(apartTo('helen')('head')).toBe('Head');
  expect(apartTo('one')('two')).toBe('');
});

test('[R9] nothing is said of a member who was erased since the list was read', () => {
  const look = lookAfter(happened('PersonErased', { person: 'two' }));
  const people = ['one', 'two'] as PersonId[];
  const gone = people.map((person) => ({ person, name: 'Ann Ray', from: '2025-09-01' as never }));
  const comparison = {
    ...NO_COMPARISON,
    gone,
    sameNames: [{ row: 2, who: 'Ann Ray', email: 'a@new.example', person: null, members: people }],
  };
  const foreseen = {
    rows: NO_OUTCOMES,
    first: [],
    from: [],
    emails: 0,
    notes: [],
    notesTotal: 0,
    names: {},
    comparison,
    register: NO_REGISTER,
  };
  const apart = tellApart(actorOf('helen' as PersonId, look), look);
  const parts = partsOf(foreseen, look, (person) => apart(person, elm));
  const said = { email: 'one@elm.example', job: 'Teacher' };
  expect(parts['gone']).toEqual([{ ...gone[0], ...said }]);
  expect(parts['sameNames']).toEqual([
    { row: 2, who: 'Ann Ray', email: 'a@new.example', isOne: false, members: [{ person: 'one', ...said }] },
  ]);
});
