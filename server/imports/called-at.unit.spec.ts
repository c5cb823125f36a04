import { Joins } from '@alongside/domain/joining/joins.js';
import type { InstitutionId, PersonId, Position, RecordId } from '@alongside/domain/kernel/brand.js';
import { eventShapeOf } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { accountView } from '@alongside/projections/views/account.view.js';
import { joiningView } from '@alongside/projections/views/joining.view.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import { personView } from '@alongside/projections/views/person.view.js';
import { calledAt, joinedAt, likelyAt } from './called-at.js';

const comes = (person: string, name: string, institution = 'elm') => [
  happened('PersonJoined', { person, name, email: `${person}@elm.example` }),
  happened('MemberJoined', { institution, person, from: '2026-03-02' }),
];

test('a member whose records were joined has their own address by the other, and nobody has who is elsewhere', () => {
  const events = [
    ...comes('ann', 'Ann Ray'),
    ...comes('ann2', 'Ann Ray'),
    happened('RecordsJoined', { person: 'ann', joined: 'ann2', belongs: [] }),
  ];
  const joins = new Joins(
    [{ kept: 'ann' as PersonId, joined: 'ann2' as RecordId, position: '9' as Position }],
    (type) => eventShapeOf(type)?.data,
  );
  const read = events.map((event) => joins.read(event));
  const look = lookInto(new Map([accountView, memberView, joiningView].map((view) => [view.name, foldView(view as never, read)] as const)));
  expect([...joinedAt('elm' as InstitutionId, look)]).toEqual([['ann2@elm.example', 'ann@elm.example']]);
  expect([...joinedAt('oak' as InstitutionId, look)]).toEqual([]);
});

test('members of a school are known by name, told apart, with nobody who left or is elsewhere', () => {
  const events = [
    ...[...comes('temi', 'Temi Dhíllon'), ...comes('ann', 'Ann Ray'), ...comes('ann2', 'Ann Ray'), ...comes('far', 'Far Away', 'oak')],
    ...[...comes('gone', 'Gone Since'), happened('MemberLeft', { institution: 'elm', person: 'gone' })],
  ];
  const views = [accountView, memberView, personView].map((view) => [view.name, foldView(view as never, events)] as const);
  const apart = (person: string) => (person === 'ann2' ? { job: 'Head' } : { email: `${person}@elm.example` });
  const [temi, ann] = [
    { name: 'Temi Dhíllon', email: 'temi@elm.example' },
    { name: 'Ann Ray', email: 'ann@elm.example' },
  ];
  expect([...calledAt('elm' as InstitutionId, lookInto(new Map(views)), apart)]).toEqual([
    ['temidhillon', [temi]],
    ['annray', [ann, { ...ann, email: 'ann2@elm.example', job: 'Head', isHidden: true }]],
  ]);
  expect([...likelyAt('elm' as InstitutionId, lookInto(new Map(views)), apart)].map(([key, all]) => [key, all.length])).toEqual([
    ['family dhillon', 1],
    ['initials td', 1],
    ['family ray', 2],
    ['initials ar', 2],
    ['job headteacher', 1],
  ]);
});
