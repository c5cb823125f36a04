import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { actorWith, isHubAdministrator } from '@alongside/domain/policies/actor.js';
import { guardedRules } from './guarded-rules.js';
import type { Rules } from './rules.js';

const actor = actorWith('dee' as PersonId, {
  memberships: [
    { institution: 'hub' as InstitutionId, trust: null, roles: ['administrator'] },
    { institution: 'hillside' as InstitutionId, trust: 'trust' as InstitutionId, roles: ['leader'] },
  ],
});
const rules: Rules = { aggregateOf: () => undefined, gather: () => ({ facts: {}, institutions: [] }), actorOf: () => actor };
const noLook = {} as never;

test('roles that a damaged stream tells of give no rights; others do, and belonging stays', () => {
  const guarded = guardedRules(rules, (stream) => stream === 'institution-hub');
  const found = guarded.actorOf(actor.person, noLook);
  expect(isHubAdministrator(found)).toBe(false);
  expect(found.memberships).toEqual([{ ...actor.memberships[0], roles: [] }, actor.memberships[1]]);
  expect([guarded.isClosed?.('institution-hub' as never), guarded.isClosed?.('person-dee' as never)]).toEqual([true, false]);
});

test('with a sound log nothing is changed', () => {
  expect(guardedRules(rules, () => false).actorOf(actor.person, noLook)).toBe(actor);
});
