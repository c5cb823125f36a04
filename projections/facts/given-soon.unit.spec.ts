import type { Command } from '@alongside/domain/kernel/decider.js';
import type { InstitutionFacts } from '@alongside/domain/institutions/institution.facts.js';
import { aggregateOf } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from '../views/index.js';
import { gather } from './index.js';

const belongs = [{ institution: 'oakfield', roles: ['coordinator'], from: '2025-09-01' }];
const events = [
  happened('PersonJoined', { person: 'mia', name: 'Mia', email: 'mia@oakfield.example' }),
  happened('PersonJoined', { person: 'mia-2', name: 'Mia', email: 'mia@elm.example' }),
  happened('RecordsJoined', { person: 'mia', joined: 'mia-2', belongs }),
];
const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, events)])));

function isGivenSoon(type: 'RemoveMember' | 'RevokeRole', institution: string, role?: string): boolean {
  const aggregate = aggregateOf(type);
  if (!aggregate) throw new Error(`Nobody takes ${type}.`);
  const data = { institution, person: 'mia', ...(role && { role }) };
  const command = { type, by: 'helen', at: '2026-03-06T12:00:00.000Z', on: '2026-03-06', data } as unknown as Command;
  return (gather(aggregate, command, look).facts as InstitutionFacts).givenSoon;
}

test('what a join gives again in a moment is what it noted at this institution, and nothing elsewhere', () => {
  expect([isGivenSoon('RemoveMember', 'oakfield'), isGivenSoon('RemoveMember', 'elm')]).toEqual([true, false]);
  expect([isGivenSoon('RevokeRole', 'oakfield', 'coordinator'), isGivenSoon('RevokeRole', 'oakfield', 'administrator')]).toEqual([
    true,
    false,
  ]);
});
