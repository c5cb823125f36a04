import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION, principalsOf } from '@alongside/domain/policies/actor.js';
import { mayReadListOf } from '@alongside/domain/policies/joining.policy.js';
import { actorOf } from '@alongside/projections/facts/index.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { memberListReaders } from '@alongside/projections/views/audiences.js';
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
const coordinator = (id: string, institution: string) => [
  ...person(id, `Coordinator ${id}`, institution),
  happened('RoleGranted', { institution, person: id, role: 'coordinator' }),
];
const events = [
  registered('riverbank', 'trust'),
  ...['elm', 'oak', 'far'].map((school) => registered(school)),
  ...['elm', 'oak'].map((institution) => happened('TrustJoined', { institution, trust: 'riverbank' })),
  ...administrator('ada', 'riverbank'),
  ...administrator('eve', 'elm'),
  ...coordinator('cora', 'riverbank'),
  ...coordinator('col', 'elm'),
  ...person('one', 'Ann Ray', 'oak'),
  ...person('two', 'Bo Lee', 'elm'),
  happened('MemberLeft', { institution: 'elm', person: 'two' }),
  ...person('three', 'Cy Fox', 'far'),
  ...person('four', 'Di Fen', 'oak'),
  ...person('five', 'Di Fen', 'oak'),
  ...person('six', 'Ed Gil', 'elm'),
  happened('InstitutionRegistered', { institution: HUB_INSTITUTION, details: { name: 'The hub', kind: 'hub', nation: 'england' } }),
  ...administrator('dee', HUB_INSTITUTION),
];
const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, events)])));
const maybe = async (importer: string) => {
  const elsewhere = new KnownElsewhere(actorOf(importer as PersonId, look), 'elm' as InstitutionId, look);
  await elsewhere.read();
  return (name: string) => elsewhere.sayMaybe(name)?.said;
};
const known = async (importer: string, names: readonly string[]) => {
  const say = await maybe(importer);
  return names.map((name) => say(name) !== undefined);
};

test('a newcomer may be a person who left, or is at another school of the trust, to an importer who looks after both', async () => {
  const say = await maybe('ada');
  expect(say('Ann Ray')).toContain('Perhaps the same person as');
  expect(say('Ann Ray')).toContain('of School of oak (one@x.example).');
  expect(say('BO LEE')).toContain('of School of elm.');
});

test('a coordinator is told of whom they read on other lists, and who can join the two', async () => {
  const said = (await maybe('cora'))('Ann Ray');
  expect(said).toMatch(
    /^Perhaps the same person as .*Ann Ray.* of School of oak \(one@x\.example\)\. An administrator can join the two records once they are here\.$/,
  );
  expect((await maybe('cora'))('Cy Fox')).toBeUndefined();
  // A coordinator of this school alone reads who left it, and no other list.
  expect(await known('col', ['Ann Ray', 'Bo Lee'])).toEqual([false, true]);
});

test('where more than one person has the name, that is said, without where they are', async () => {
  expect((await maybe('cora'))('Di Fen')).toMatch(
    /^More than one person is called .*Di Fen.*\. Perhaps this is one of them\. An administrator can/,
  );
  expect((await maybe('ada'))('Di Fen')).toContain('Join with another record');
  expect((await maybe('col'))('Di Fen')).toBeUndefined();
});

test('a list may be read here by whom it is sent to', () => {
  for (const id of ['ada', 'eve', 'cora', 'col', 'one', 'six']) {
    const actor = actorOf(id as PersonId, look);
    for (const institution of ['riverbank', 'elm', 'oak', 'far'] as InstitutionId[]) {
      const trust = look.row('institution', institution)?.trust ?? null;
      const readers = memberListReaders(trust ? [institution, trust] : [institution]);
      const principals = new Set(principalsOf(actor));
      expect([id, institution, mayReadListOf(actor, { institution, trust })]).toEqual([
        id,
        institution,
        readers.some((one) => principals.has(one)),
      ]);
    }
  }
});

test('nobody learns of people whose lists they do not keep', async () => {
  expect(await known('eve', ['Ann Ray', 'Bo Lee', 'Cy Fox'])).toEqual([false, true, false]);
  expect((await maybe('ada'))('Cy Fox')).toBeUndefined();
  // A member by this name is compared by the list itself.
  expect((await maybe('ada'))('Ed Gil')).toBeUndefined();
  expect((await maybe('one'))('Bo Lee')).toBeUndefined();
});

test('who looks after the hub is told of a person of any school, in no trust or another, and how they are asked', async () => {
  expect((await maybe('dee'))('Cy Fox')).toMatch(
    /^Perhaps the same person as .*Cy Fox.* of School of far \(three@x\.example\)\. Import them, then choose “Join with another record”/,
  );
  expect((await maybe(HUB))('Cy Fox')).toMatch(
    /^Perhaps the same person as .*Cy Fox.* of School of far \(three@x\.example\)\. Once they are here, an administrator of both, or of this hub,/,
  );
  // A member by this name is compared by the list itself, and who has left is known.
  for (const importer of ['dee', HUB]) expect(await known(importer, ['Ed Gil', 'Bo Lee', 'Zed Nil'])).toEqual([false, true, false]);
});
