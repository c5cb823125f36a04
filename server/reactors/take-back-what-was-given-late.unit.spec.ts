import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Command } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { gatherForInstitution } from '@alongside/projections/facts/institution.facts.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { STANDS_AFTER_MS } from '@alongside/projections/views/late-grant.view.js';
import { followUpsOf, REACT_BACK_MS } from './reactor.js';
import { takeBackWhatWasGivenLate } from './take-back-what-was-given-late.js';

type Log = readonly ReturnType<typeof happened>[];
const member = (institution: string, person: string) => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const grant = (institution: string, person: string, actor = 'hub', at = '2026-03-06T12:00:00.000Z') =>
  happened('RoleGranted', { institution, person, role: 'administrator' }, { actor, at });
const revoke = (institution: string, person: string) => happened('RoleRevoked', { institution, person, role: 'administrator' });
const here = ['root', 'bad'].flatMap((person) => [member('hub', person), grant('hub', person)]);
const school = [
  happened('InstitutionRegistered', { institution: 'elm', details: { name: 'Elm', kind: 'school', nation: 'england' } }),
  ...['friend', 'cora'].map((person) => member('elm', person)),
  happened('TrustJoined', { institution: 'elm', trust: 'beacon' }),
];

const lookAt = (log: Log) => lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, log)])));
/** What follows from an event of a log that goes on behind it. */
function follows(event: Log[number], log: Log) {
  const world = { look: lookAt(log), now: () => '2026-03-06T12:00:00.000Z' as Instant, secret: () => '' };
  return followUpsOf(takeBackWhatWasGivenLate, event as Recorded<AnyEvent>, world).map(({ type, data }) => ({ type, data }));
}
const late = grant('elm', 'friend', 'bad');

test('a role that was given behind the loss of the right to is taken back, and one before it stays', () => {
  const back = { type: 'RevokeRole', data: { institution: 'elm', person: 'friend', role: 'administrator', late: late.id } };
  expect(follows(late, [...here, ...school, revoke('hub', 'bad'), late])).toEqual([back]);
  expect(follows(late, [...here, ...school, late, revoke('hub', 'bad')])).toEqual([]);
});

test('so is what was given on by it, in whatever order the two are followed', () => {
  const on = grant('elm', 'cora', 'friend');
  const log = [...here, ...school, revoke('hub', 'bad'), late, on];
  const backOf = (person: string, { id }: Log[number]) => [
    { type: 'RevokeRole', data: { institution: 'elm', person, role: 'administrator', late: id } },
  ];
  expect(follows(on, log)).toEqual(backOf('cora', on));
  expect(follows(on, [...log, revoke('elm', 'friend')])).toEqual(backOf('cora', on));
  // Taken back by another process, or by a person.
  expect(follows(late, [...log, revoke('elm', 'friend')])).toEqual([]);
});

test('a school that was put in a trust so leaves it', () => {
  const joined = happened('TrustJoined', { institution: 'oak', trust: 'beacon' }, { actor: 'bad' });
  expect(follows(joined, [...here, revoke('hub', 'bad'), joined])).toEqual([
    { type: 'LeaveTrust', data: { institution: 'oak', late: joined.id } },
  ]);
  expect(follows(joined, [...here, joined, revoke('hub', 'bad')])).toEqual([]);
});

test('what has stood for more than a week stays, with all that was given on by it: an older log is not judged anew', () => {
  const [old, lately] = ['2024-03-06T12:00:00.000Z', '2026-02-28T12:00:00.000Z'];
  const given = grant('elm', 'friend', 'bad', old);
  const ons = [old, '2024-03-08T12:00:00.000Z', lately].map((at) => grant('elm', 'cora', 'friend', at));
  const log = [...here, ...school, revoke('hub', 'bad'), given];
  for (const one of [given, ...ons]) expect(follows(one, one === given ? log : [...log, one])).toEqual([]);
  const joined = happened('TrustJoined', { institution: 'oak', trust: 'beacon' }, { actor: 'bad', at: old });
  expect(follows(joined, [...here, revoke('hub', 'bad'), joined])).toEqual([]);
  // Six days ago.
  const recent = grant('elm', 'friend', 'bad', lately);
  expect(follows(recent, [...here, ...school, revoke('hub', 'bad'), recent])).toHaveLength(1);
  expect(STANDS_AFTER_MS).toBe(REACT_BACK_MS);
});

describe('who is told', () => {
  const told = (...log: Log) => {
    const data = { institution: 'elm', person: 'friend', role: 'administrator', late: late.id };
    const command = { type: 'RevokeRole', by: 'hub', on: '2026-03-06', at: '2026-03-06T12:00:00.000Z', data };
    return gatherForInstitution(command as Command as never, lookAt([...here, ...school, ...log])).facts.late;
  };
  const [atSchool, atTrust] = [grant('elm', 'cora'), [member('beacon', 'tara'), grant('beacon', 'tara')]];

  test('the administrators there, else of its trust, else of the hub; never who gave it, or has it', () => {
    const over = [revoke('hub', 'bad'), late];
    const from = 'bad' as PersonId;
    expect(told(atSchool, ...atTrust, ...over)).toEqual({ from, administrators: ['cora'] });
    expect(told(...atTrust, ...over)).toEqual({ from, administrators: ['tara'] });
    expect(told(...over)).toEqual({ from, administrators: ['root'] });
  });

  test('nobody, where it was taken back already', () => expect(told(revoke('hub', 'bad'), late, revoke('elm', 'friend'))).toBeNull());
});
