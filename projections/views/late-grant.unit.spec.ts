import { given, happened } from '../testing/given-events.js';
import { lateGrantView } from './late-grant.view.js';

type Told = Parameters<typeof given>[1];
const role = (type: 'RoleGranted' | 'RoleRevoked', institution: string, person: string, actor: string, name = 'administrator') =>
  happened(type, { institution, person, role: name } as never, { actor });
const trust = happened('TrustJoined', { institution: 'elm', trust: 'beacon' });
const atHub = role('RoleGranted', 'hub', 'bad', 'hub');
const lost = role('RoleRevoked', 'hub', 'bad', 'root');
const gives = (actor: string, person = 'friend', name = 'administrator') => role('RoleGranted', 'elm', person, actor, name);

/** By whom each event of these gave something late, that was not taken back yet. */
const late = (...events: Told) => {
  const { row } = given(lateGrantView, events);
  return events.flatMap(({ id }) => row(id)?.from ?? []);
};

describe('a role that is given by a person who lost the right to', () => {
  test.each([
    ['at the hub', atHub, lost],
    ['at its trust', role('RoleGranted', 'beacon', 'bad', 'hub'), role('RoleRevoked', 'beacon', 'bad', 'root')],
    [
      'as they left the trust',
      role('RoleGranted', 'beacon', 'bad', 'hub'),
      happened('MemberLeft', { institution: 'beacon', person: 'bad' }),
    ],
    ['as they were erased', role('RoleGranted', 'elm', 'bad', 'hub'), happened('PersonErased', { person: 'bad' })],
  ])('%s: behind the loss it is late, and before it not', (_, had, goes) => {
    expect(late(trust, had, goes, gives('bad'))).toEqual(['bad']);
    expect(late(trust, had, gives('bad'), goes)).toEqual([]);
    expect(late(trust, had, gives('bad'))).toEqual([]);
  });

  test('every role counts, and another right to give it is enough', () => {
    expect(late(trust, atHub, lost, gives('bad', 'friend', 'coordinator'))).toEqual(['bad']);
    expect(late(trust, atHub, role('RoleGranted', 'beacon', 'bad', 'hub'), lost, gives('bad'))).toEqual([]);
    expect(late(trust, atHub, role('RoleGranted', 'elm', 'bad', 'hub'), lost, gives('bad'))).toEqual([]);
    // An administrator of another school.
    expect(late(trust, atHub, role('RoleGranted', 'oak', 'bad', 'hub'), lost, gives('bad'))).toEqual(['bad']);
  });

  test('what the hub gives, for a list or the set-up link, is never late; nor is what an older hub let others give', () => {
    expect(late(trust, atHub, lost, gives('hub'))).toEqual([]);
    expect(late(trust, gives('never'))).toEqual([]);
  });

  test('whoever was given the right again gives by right', () => {
    const again = role('RoleGranted', 'hub', 'bad', 'root');
    const root = role('RoleGranted', 'hub', 'root', 'hub');
    expect(late(trust, root, atHub, lost, again, gives('bad'))).toEqual([]);
    expect(late(trust, root, atHub, lost, gives('bad'), again)).toEqual(['bad']);
  });

  test('what is given on by it is late as well, until both are taken back', () => {
    const on = gives('friend', 'third', 'leader');
    expect(late(trust, atHub, lost, gives('bad'), on)).toEqual(['bad', 'friend']);
    const back = role('RoleRevoked', 'elm', 'friend', 'hub');
    expect(late(trust, atHub, lost, gives('bad'), back, on)).toEqual(['friend']);
    expect(late(trust, atHub, lost, gives('bad'), back, on, role('RoleRevoked', 'elm', 'third', 'hub', 'leader'))).toEqual([]);
    expect(late(trust, atHub, lost, gives('bad'), on, happened('MemberLeft', { institution: 'elm', person: 'friend' }))).toEqual([
      'friend',
    ]);
  });
});

test('whoever was given the right late, and has it for more than a week, gives by right', () => {
  const on = (days: string) =>
    happened(
      'RoleGranted',
      { institution: 'elm', person: 'third', role: 'leader' },
      { actor: 'friend', at: `2026-03-${days}T12:00:01.000Z` },
    );
  expect(late(trust, atHub, lost, gives('bad'), on('12'))).toEqual(['bad', 'friend']);
  expect(late(trust, atHub, lost, gives('bad'), on('13'))).toEqual(['bad']);
});

describe('of two records of one person', () => {
  const joined = happened('RecordsJoined', { person: 'kept', joined: 'bad', belongs: [] });
  test('the right of either is the person’s from the join on, and what was given before stays as it was', () => {
    expect(late(trust, atHub, joined, gives('kept'))).toEqual([]);
    expect(late(trust, atHub, gives('bad'), lost, joined)).toEqual([]);
    expect(late(trust, atHub, joined, lost, gives('kept'))).toEqual(['kept']);
    // One record lost it before, the other did not.
    expect(late(trust, atHub, lost, role('RoleGranted', 'hub', 'kept', 'hub'), joined, gives('bad'))).toEqual([]);
  });
});

describe('a school that is put in a trust', () => {
  const joins = (actor: string) => happened('TrustJoined', { institution: 'oak', trust: 'beacon' }, { actor });
  const administers = (institution: string) => role('RoleGranted', institution, 'bad', 'hub');
  test('behind the loss of the right at the hub, or at the trust, it is late', () => {
    expect(late(atHub, lost, joins('bad'))).toEqual(['bad']);
    expect(late(atHub, joins('bad'), lost)).toEqual([]);
    const gone = role('RoleRevoked', 'beacon', 'bad', 'root');
    expect(late(administers('oak'), administers('beacon'), gone, joins('bad'))).toEqual(['bad']);
    expect(late(administers('oak'), administers('beacon'), joins('bad'), gone)).toEqual([]);
    expect(late(atHub, lost, joins('bad'), happened('TrustLeft', { institution: 'oak', trust: 'beacon' }))).toEqual([]);
  });
});
