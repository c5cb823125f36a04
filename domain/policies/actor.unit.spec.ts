import type { InstitutionId, MentorshipId, PersonId, Position } from '../kernel/brand.js';
import {
  actorWith,
  HUB_INSTITUTION,
  hasRole,
  hubActor,
  isHub,
  isHubAdministrator,
  principalsOf,
  type Actor,
  type Membership,
} from './actor.js';
import { mayImportInstitutions, mayImportStaff } from './imports.policy.js';

const [school, trust, elsewhere] = ['larkhill', 'beacon', 'harbour'] as [InstitutionId, InstitutionId, InstitutionId];
const somebody = (...memberships: readonly Membership[]): Actor => actorWith('asha' as PersonId, { memberships });
const at = (institution: InstitutionId, ...roles: Membership['roles']): Membership => ({
  institution,
  trust: institution === school ? trust : null,
  roles,
});

describe('what a person holds', () => {
  test('is a role where it was given, and at a trust in its schools', () => {
    const coordinator = somebody(at(elsewhere), at(school, 'leader', 'coordinator'));
    expect(hasRole(coordinator, school, 'coordinator')).toBe(true);
    expect(hasRole(coordinator, school, 'administrator')).toBe(false);
    expect(hasRole(coordinator, elsewhere, 'coordinator')).toBe(false);
    const ofTrust = somebody(at(trust, 'coordinator'));
    expect(hasRole(ofTrust, school, 'coordinator', trust)).toBe(true);
    expect(hasRole(ofTrust, school, 'coordinator')).toBe(false);
    expect(hasRole(ofTrust, school, 'coordinator', elsewhere)).toBe(false);
  });

  test('is the whole hub for its administrators alone, and the hub is not one of them', () => {
    expect(isHubAdministrator(somebody(at(HUB_INSTITUTION, 'administrator')))).toBe(true);
    expect(isHubAdministrator(somebody(at(HUB_INSTITUTION, 'coordinator', 'leader')))).toBe(false);
    expect(isHubAdministrator(somebody(at(school, 'administrator')))).toBe(false);
    expect([isHub(hubActor), isHubAdministrator(hubActor)]).toEqual([true, false]);
    expect(hubActor).toEqual({ person: 'hub', memberships: [], mentorships: [], knows: [] });
    // The name stands in the log.
    expect(HUB_INSTITUTION).toBe('hub');
  });

  test('[R6] stands for what they are and where they belong, each role by its own name', () => {
    const actor: Actor = {
      ...somebody(at(school, 'coordinator', 'leader'), at(elsewhere, 'administrator')),
      mentorships: ['m1', 'm2'] as MentorshipId[],
      knows: [{ person: 'ben' as PersonId, since: '0001' as Position }],
    };
    expect(principalsOf(actor)).toEqual([
      'everyone',
      'person:asha',
      'institution:larkhill',
      'institution:beacon',
      'institution:larkhill#coordinators',
      'institution:larkhill#leaders',
      'institution:harbour',
      'institution:harbour#administrators',
      'mentorship:m1',
      'mentorship:m2',
      'known:ben',
    ]);
    expect(principalsOf(somebody(at(school), { ...at(elsewhere), trust }))).toEqual([
      'everyone',
      'person:asha',
      'institution:larkhill',
      'institution:beacon',
      'institution:harbour',
    ]);
  });
});

describe('who may import', () => {
  test('schools: those who look after the hub', () => {
    expect(mayImportInstitutions(somebody(at(HUB_INSTITUTION, 'administrator')))).toBe(true);
    expect(mayImportInstitutions(hubActor)).toBe(true);
    expect(mayImportInstitutions(somebody(at(school, 'administrator')))).toBe(false);
  });

  test('staff: those who coordinate or administer the school, itself or through its trust', () => {
    for (const one of [at(school, 'coordinator'), at(trust, 'administrator'), at(HUB_INSTITUTION, 'administrator')])
      expect(mayImportStaff(somebody(one), school, trust)).toBe(true);
    for (const one of [at(school, 'leader'), at(elsewhere, 'coordinator'), at(school)])
      expect(mayImportStaff(somebody(one), school, trust)).toBe(false);
  });
});
