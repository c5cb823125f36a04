import type { Day, EventId, InstitutionId, Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { InstitutionCommand } from './institution.commands.js';
import { institution } from './institution.decider.js';
import type { InstitutionEvent } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const [school, trust] = ['larkhill', 'beacon'] as [InstitutionId, InstitutionId];
const role = { institution: school, person: asha, role: 'administrator' } as const;
const joins = (person: PersonId): InstitutionEvent => ({
  type: 'MemberJoined',
  data: { institution: school, person, from: '2025-09-01' as Day },
});
const history: readonly InstitutionEvent[] = [
  { type: 'InstitutionRegistered', data: { institution: school, details: { name: 'Larkhill', kind: 'school', nation: 'england' } } },
  { type: 'TrustJoined', data: { institution: school, trust } },
  ...[asha, ben].map(joins),
  { type: 'RoleGranted', data: role },
];
const facts: InstitutionFacts = {
  ...{ known: [asha, ben, cleo], inTrust: [], newcomers: [], putBack: [], addressees: [], awaited: [], untold: [] },
  ...{ takenSince: false, givenSoon: false, leaving: null, doubled: [], trust: null },
  late: { from: cleo, administrators: [ben] },
};
const isTaken: InstitutionFacts = { ...facts, late: null };

const how = { at: '2026-03-02T09:00:00.000Z' as Instant, on: '2026-03-02' as Day };
const late = 'e1' as EventId;
const revokes = (by: PersonId): InstitutionCommand => ({ type: 'RevokeRole', by, ...how, data: { ...role, late } });
const leaves: InstitutionCommand = { type: 'LeaveTrust', by: HUB, ...how, data: { institution: school, late } };

describe('what was given by a person who had just lost the right to', () => {
  const back = { because: 'given-late' as const, from: cleo, administrators: [ben] };

  test('the hub takes back and says so, even where nobody stays in charge', () => {
    given(institution, history, facts)
      .when(revokes(HUB))
      .happens({ type: 'RoleRevoked', data: { ...role, ...back } });
    given(institution, history, facts)
      .when(leaves)
      .happens({ type: 'TrustLeft', data: { institution: school, trust, ...back } });
  });

  test('it leaves what was taken back meanwhile, and given again by right', () => {
    given(institution, history, isTaken).when(revokes(HUB)).nothingHappens();
    given(institution, history, isTaken).when(leaves).nothingHappens();
  });

  test('nobody else can say so', () => {
    given(institution, history, facts).when(revokes(asha)).refused('MEMBER.LAST_ADMINISTRATOR');
  });
});
